use static_nn::network;

network! {
    #[budget(flash <= "64 KiB")]
    pub struct Digits {
        input: [784],
        hidden: Dense(512), Relu,
        digit: Dense(10),
    }
}

fn main() {}
