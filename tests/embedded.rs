//! Weights that `#[weights]` builds into the program.

use static_nn::network;

network! {
    #[derive(Clone, Debug, PartialEq)]
    #[weights("examples/data/digits.safetensors")]
    pub struct Digits {
        input: [64],
        hidden: Dense(64), Relu,
        digit: Dense(10),
    }
}

static NET: &Digits = Digits::EMBEDDED;

#[test]
fn they_are_those_of_the_file() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/digits.safetensors");
    assert_eq!(*NET, *Digits::load(path).unwrap());
}

#[test]
fn there_is_one_copy_of_them() {
    assert!(std::ptr::eq(NET, Digits::EMBEDDED));
    assert!(std::ptr::from_ref(NET).addr().is_multiple_of(64), "on a cache line");
    // A reference to the constant coerces to one to the network, too.
    #[expect(clippy::needless_borrow, reason = "this is how a constant value would be written")]
    let again: &'static Digits = &Digits::EMBEDDED;
    assert!(std::ptr::eq(NET, again));
}

/// The system maps them from the program's file, where nothing can write to them.
#[cfg(target_os = "linux")]
#[test]
fn they_lie_in_read_only_memory() {
    let address = std::ptr::from_ref(NET).addr();
    let maps = std::fs::read_to_string("/proc/self/maps").unwrap();
    let mapping = maps.lines().find(|line| {
        let (from, to) = line.split_once(' ').and_then(|(range, _)| range.split_once('-')).unwrap();
        let bound = |hex| usize::from_str_radix(hex, 16).unwrap();
        (bound(from)..bound(to)).contains(&address)
    });
    let mapping = mapping.unwrap();
    let permissions = mapping.split_whitespace().nth(1).unwrap();
    assert!(permissions.starts_with("r-"), "{mapping}");
    let program = std::env::current_exe().unwrap();
    assert!(mapping.ends_with(program.to_str().unwrap()), "{mapping}");
}

network! {
    /// As PyTorch's `nn.Sequential` calls them, in half precision.
    #[weights(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/", concat!("data/sequential", "_half.safetensors")))]
    #[name("net")]
    pub struct Sequential {
        input: [3],
        #[name("0")]
        first: Dense(2), Tanh,
        #[name("2")]
        second: Dense(1, bias = false),
    }
}

/// The numbers of the file, column by column: all of them are exact in single precision.
#[test]
fn half_precision_widens_exactly() {
    let net = Sequential::EMBEDDED;
    assert_eq!(net.first.weight.as_slice(), [0.5, 0.333_251_95, -1.25, 65504.0, 3.0, 6.103_515_6e-5]);
    assert_eq!(net.first.bias.as_slice(), [1.0, -2.5]);
    assert_eq!(net.second.weight.as_slice(), [0.1, 0.2]);
}
