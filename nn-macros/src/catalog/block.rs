//! Layers that contain layers.

use super::EXAMPLE;

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
    /// In the braces are braces, and what is in each of those is a struct of its own.
    Branches(Join),
}

/// What a layer does with the outputs of its branches.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Join {
    /// What comes out of the outputs' shapes.
    pub(crate) gives: Gives,
    /// What it does, where a message says so: `adds its branches`.
    pub(crate) does: &'static str,
}

/// The shape behind branches.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Gives {
    /// All outputs have one shape, and that comes out.
    Same,
    /// Their first extents add up, and the others are the same.
    OneBehindTheOther,
}

/// The most branches of a layer: the library has a type for each number of them.
pub(crate) const MOST_BRANCHES: usize = 8;

const fn branches(name: &'static str, gives: Gives, does: &'static str) -> Block {
    Block { name, written: name, inside: Inside::Branches(Join { gives, does }) }
}

/// Every block.
pub(crate) const BLOCKS: &[Block] = &[
    Block { name: "Residual", written: "Residual", inside: Inside::Kept { because: "adds its input to its output" } },
    branches("Add", Gives::Same, "adds its branches"),
    branches("Multiply", Gives::Same, "multiplies its branches"),
    branches("Concat", Gives::OneBehindTheOther, "puts its branches one behind the other"),
    Block { name: "Repeat", written: "Repeat(3)", inside: Inside::Rounds },
];

impl Block {
    /// How it is written, for a message: `Residual { .. }`, `Add { {..}, {..} }`.
    pub(crate) fn form(&self) -> String {
        self.form_of("..")
    }

    /// The same with a layer in it.
    pub(crate) fn example(&self) -> String {
        self.form_of(&format!("{EXAMPLE}, .."))
    }

    fn form_of(&self, inside: &str) -> String {
        let written = self.written;
        match self.inside {
            Inside::Branches(_) if inside == ".." => format!("{written} {{ {{..}}, {{..}} }}"),
            Inside::Branches(_) => format!("{written} {{ {{ {inside} }}, {{ {inside} }} }}"),
            Inside::Rounds | Inside::Kept { .. } => format!("{written} {{ {inside} }}"),
        }
    }
}

/// The block of this very name.
pub(crate) fn block(name: &str) -> Option<&'static Block> {
    BLOCKS.iter().find(|block| block.name == name)
}
