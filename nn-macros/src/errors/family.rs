//! `network_family!`.

use super::help;

/// A whole family.
const EXAMPLE: &str = "write `network_family! { pub enum Voice { Small(SmallNet), Large(LargeNet) } }`";

pub(crate) fn not_an_enum() -> String {
    help("`network_family!` takes one enum of networks", EXAMPLE)
}

pub(crate) fn unreadable(problem: &str) -> String {
    help(&format!("cannot read this family: {problem}"), EXAMPLE)
}

pub(crate) fn second_item() -> String {
    help("`network_family!` takes one enum", "give every family a `network_family!` of its own")
}

pub(crate) fn generics(name: &str) -> String {
    help(
        &format!("`{name}` cannot be generic: its networks are fixed when it is compiled"),
        &format!("write `enum {name} {{ .. }}`"),
    )
}

pub(crate) fn empty(name: &str) -> String {
    help(
        &format!("there is no network in `{name}`"),
        &format!("write `enum {name} {{ Small(SmallNet), Large(LargeNet) }}`"),
    )
}

pub(crate) fn not_one_network(arm: &str) -> String {
    help(&format!("`{arm}` holds one network, and nothing else"), &format!("write `{arm}(SmallNet)`"))
}

pub(crate) fn not_a_network(arm: &str) -> String {
    help(
        &format!("`{arm}` holds a network: by value, in a `Boxed`, or by a reference that lasts"),
        &format!("write `{arm}(SmallNet)`, `{arm}(Boxed<SmallNet>)` or `{arm}(&'static SmallNet)`"),
    )
}

pub(crate) fn borrowed(arm: &str, net: &str) -> String {
    help(
        &format!("the network of `{arm}` is borrowed, and nothing says for how long"),
        &format!("write `{arm}(&'static {net})`, as for one that is built into the program, or `{arm}({net})`"),
    )
}

pub(crate) fn mutable(arm: &str, net: &str) -> String {
    help(
        &format!("a family only asks its networks, and `{arm}` may change one"),
        &format!("write `{arm}(&'static {net})`"),
    )
}

pub(crate) fn twice(arm: &str) -> String {
    help(&format!("`{arm}` is there twice"), "give each network a name of its own")
}

pub(crate) fn number(arm: &str) -> String {
    help(&format!("`{arm}` holds a network and is no number"), "remove `=` and what stands behind it")
}

pub(crate) fn state_form() -> String {
    help("`#[stream]` names the type of the state", "write `#[stream(VoiceState)]`")
}

pub(crate) fn state_twice() -> String {
    help("a family has one type of state", "remove one `#[stream(..)]`")
}

/// Of what rustc compares: `{Taken}` and `{Produced}` are types.
pub(crate) fn takes_another(arm: &str, first: &str) -> String {
    format!("`{arm}` takes {{Produced}}, but `{first}` takes {{Taken}}")
}

/// The same for what comes out.
pub(crate) fn gives_another(arm: &str, first: &str) -> String {
    format!("`{arm}` gives {{Produced}}, but `{first}` gives {{Taken}}")
}

pub(crate) fn another_label() -> String {
    "all networks of a family have the same input and the same output".to_owned()
}
