use static_nn::network;

network! {
    pub struct Net {
        input: [4],
        Residual { Residual { Residual { Residual { Residual { Residual { Residual {
        Residual { Residual { Residual { Residual { Residual { Residual { Residual {
        Residual { Residual { Residual { Residual { Residual { Residual { Residual {
        Residual { Residual { Residual { Residual { Residual { Residual { Residual {
        Residual { Residual { Residual { Residual { Residual { Residual { Residual {
        Residual { Residual { Residual { Residual { Residual { Residual { Residual {
        Residual { Residual { Residual { Residual { Residual { Residual { Residual {
        Dense(4)
        } } } } } } }
        } } } } } } }
        } } } } } } }
        } } } } } } }
        } } } } } } }
        } } } } } } }
        } } } } } } }
        , output: [4],
    }
}

fn main() {
    println!("{}", Net::PARAMETERS);
}
