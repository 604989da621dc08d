use static_nn::{network, network_family};

network! { pub struct SmallNet { input: [16], Dense(3) } }

pub struct Table([f32; 48]);

network_family! {
    pub enum Voice {
        Small(SmallNet),
        Table(Table),
    }
}

fn main() {
    let _ = Voice::Small(SmallNet::new(1)).forward(&[0.0; 16]);
}
