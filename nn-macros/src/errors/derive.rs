//! `#[derive(Parameters)]`.

use super::help;

pub(crate) fn not_a_struct(name: &str) -> String {
    help(&format!("`{name}` is not a struct"), "`Parameters` is derived for structs of scalars, matrices and layers")
}

pub(crate) fn no_scalar(name: &str) -> String {
    help(
        &format!("the first generic parameter of `{name}` is not the scalar"),
        &format!("write `struct {name}<T, ..>`; a network fills in `f32` or `f64`"),
    )
}

pub(crate) fn no_repr(name: &str) -> String {
    help(
        &format!("the parameters of `{name}` need a fixed order in memory"),
        &format!("write `#[repr(C)]` before `struct {name}`"),
    )
}

pub(crate) fn aligned() -> String {
    help("parameters are one run of scalars without gaps", "write `#[repr(C)]` alone")
}

pub(crate) fn unknown_option() -> String {
    help("unknown option", "write `#[parameters(crate = path::to::the::library)]`")
}
