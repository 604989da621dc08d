//! The mistakes of a family, on plain tokens.

use super::*;

fn texts_of(source: &str) -> Vec<String> {
    let mut errors = Errors::default();
    let _ = read(format!("[static_nn] {source}").parse().expect("tokens"), &mut errors);
    errors.texts().iter().map(|text| text.lines().next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn networks_are_held_in_three_ways() {
    let source =
        "[static_nn] enum Voice { A(SmallNet), B(Boxed<nets::LargeNet>), C(&'static Gain<4>), D(Box<SmallNet>) }";
    let mut errors = Errors::default();
    let family = read(source.parse().expect("tokens"), &mut errors).expect("a family");
    let nets: Vec<String> = family.arms.iter().map(|arm| show(&arm.net)).collect();
    assert_eq!(nets, ["SmallNet", "nets::LargeNet", "Gain<4>", "SmallNet"]);
    assert!(errors.is_empty());
    let expansion = compile(source.parse().expect("tokens"));
    assert!(syn::parse2::<syn::File>(expansion).is_ok());
}

#[test]
fn every_mistake_is_told() {
    assert_eq!(texts_of("struct Voice;"), ["`network_family!` takes one enum of networks"]);
    assert_eq!(texts_of(""), ["`network_family!` takes one enum of networks"]);
    assert_eq!(texts_of("enum Voice {}"), ["there is no network in `Voice`"]);
    assert_eq!(
        texts_of("#[stream] enum Voice<T> { A, B(X, Y), C { net: X }, A(&X), D(&'static mut X), E([f32; 3]), F = 3 }"),
        [
            "`Voice` cannot be generic: its networks are fixed when it is compiled",
            "`#[stream]` names the type of the state",
            "`A` holds one network, and nothing else",
            "`B` holds one network, and nothing else",
            "`C` holds one network, and nothing else",
            "`A` is there twice",
            "the network of `A` is borrowed, and nothing says for how long",
            "a family only asks its networks, and `D` may change one",
            "`E` holds a network: by value, in a `Boxed`, or by a reference that lasts",
            "`F` holds a network and is no number",
            "`F` holds one network, and nothing else",
        ]
    );
}
