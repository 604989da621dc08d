//! The `network!` macro of static-nn.
