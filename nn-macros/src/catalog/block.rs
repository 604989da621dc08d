//! Layers that contain layers.

/// A layer that contains layers.
pub(crate) struct Block {
    /// In the list, and in the library.
    pub(crate) name: &'static str,
    /// What stands before its braces: `Repeat(3)`.
    pub(crate) written: &'static str,
    pub(crate) inside: Inside,
}

/// What becomes of the layers in the braces.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Inside {
    /// They stand in the list around the block, so many times.
    Rounds,
    /// They are a struct of their own, inside of the library's type, which keeps the shape: this is why they must, too.
    Kept { because: &'static str },
}

/// Every block.
pub(crate) const BLOCKS: &[Block] = &[
    Block { name: "Residual", written: "Residual", inside: Inside::Kept { because: "adds its input to its output" } },
    Block { name: "Repeat", written: "Repeat(3)", inside: Inside::Rounds },
];

/// The block of this very name.
pub(crate) fn block(name: &str) -> Option<&'static Block> {
    BLOCKS.iter().find(|block| block.name == name)
}
