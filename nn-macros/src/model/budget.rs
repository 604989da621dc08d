//! What a network may weigh: `#[budget(parameters <= 62_000, flash <= "64 KiB")]`.

use proc_macro2::TokenStream;

/// One limit.
pub(crate) struct Limit {
    pub(crate) figure: &'static Figure,
    /// The user's tokens behind `<=`.
    pub(crate) at: TokenStream,
    pub(crate) most: Most,
}

/// How much it may be.
pub(crate) enum Most {
    /// A number, and what was written where that is no number: `64 KiB`.
    Known { most: u64, written: Option<String> },
    /// A const expression of the user's.
    Written(TokenStream),
}

/// What a limit can be set for.
#[derive(PartialEq)]
pub(crate) struct Figure {
    /// In the attribute.
    pub(crate) key: &'static str,
    /// The variant of the library's `Figure`.
    pub(crate) variant: &'static str,
    /// Whether it is counted in bytes, so that a limit may have a unit.
    pub(crate) is_bytes: bool,
    /// A limit, for messages.
    pub(crate) example: &'static str,
    /// What else it is called.
    aliases: &'static [&'static str],
}

/// All of them.
pub(crate) const FIGURES: &[Figure] = &[
    Figure {
        key: "parameters",
        variant: "Count",
        is_bytes: false,
        example: "parameters <= 62_000",
        aliases: &["weights", "size"],
    },
    Figure {
        key: "flash",
        variant: "Flash",
        is_bytes: true,
        example: "flash <= \"64 KiB\"",
        aliases: &["rom", "storage", "bytes", "parameter_bytes"],
    },
    Figure {
        key: "ram",
        variant: "Ram",
        is_bytes: true,
        example: "ram <= \"16 KiB\"",
        aliases: &["memory", "sram", "activations", "scratch", "forward_bytes"],
    },
    Figure {
        key: "macs",
        variant: "Macs",
        is_bytes: false,
        example: "macs <= 500_000",
        aliases: &["flops", "operations", "multiply_adds", "mults"],
    },
    Figure {
        key: "stack",
        variant: "Stack",
        is_bytes: true,
        example: "stack <= \"32 KiB\"",
        aliases: &["stack_bytes"],
    },
    Figure {
        key: "stream_ram",
        variant: "StreamRam",
        is_bytes: true,
        example: "stream_ram <= \"2 KiB\"",
        aliases: &["state", "state_bytes", "stream"],
    },
];

impl Figure {
    /// Whether only networks with a stream have it.
    pub(crate) fn is_of_a_stream(&self) -> bool {
        self.variant == "StreamRam"
    }

    /// The one of this name.
    pub(crate) fn of(key: &str) -> Option<&'static Self> {
        FIGURES.iter().find(|figure| figure.key == key)
    }

    /// The one that is called so elsewhere.
    pub(crate) fn called(alias: &str) -> Option<&'static Self> {
        FIGURES.iter().find(|figure| figure.aliases.contains(&alias))
    }
}
