//! Weights that `#[weights]` builds into the program.
#![expect(clippy::float_cmp, reason = "what the file says is there to the bit")]

use static_nn::io::BundleMut;
use static_nn::prelude::*;

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

/// The linker has put them among constants, all of them and once: there is no section of values to write to that they are copied from.
#[cfg(all(target_os = "linux", target_pointer_width = "64", target_endian = "little"))]
#[test]
fn they_lie_in_the_section_of_constants() {
    let (program, weights) = (std::env::current_exe().unwrap(), NET.as_slice());
    let maps = std::fs::read_to_string("/proc/self/maps").unwrap();
    let first = maps.lines().find(|line| line.ends_with(program.to_str().unwrap())).unwrap();
    let base = usize::from_str_radix(first.split('-').next().unwrap(), 16).unwrap();
    let (from, length) = (weights.as_ptr().addr() - base, size_of_val(weights));

    let file = std::fs::read(program).unwrap();
    let sections = elf::sections(&file);
    let section = sections.iter().find(|section| section.addresses.contains(&from)).unwrap();
    assert_eq!((section.name.as_str(), section.is_writable), (".rodata", false));
    assert!(section.addresses.contains(&(from + length - 1)), "all of them");

    let begin: Vec<u8> = weights[..16].iter().flat_map(|weight| weight.to_le_bytes()).collect();
    let copies = file.windows(begin.len()).filter(|window| *window == begin).count();
    assert_eq!(copies, 1, "copies in the program's file");
}

/// As much of an ELF file as tells its sections: System V Application Binary Interface, chapter 4.
#[cfg(all(target_os = "linux", target_pointer_width = "64", target_endian = "little"))]
mod elf {
    use std::ffi::CStr;
    use std::ops::Range;

    pub(crate) struct Section {
        pub(crate) name: String,
        pub(crate) addresses: Range<usize>,
        pub(crate) is_writable: bool,
    }

    /// A number of `width` bytes.
    fn number(file: &[u8], at: usize, width: usize) -> usize {
        file[at..at + width].iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte))
    }

    pub(crate) fn sections(file: &[u8]) -> Vec<Section> {
        assert!(file.starts_with(b"\x7fELF\x02\x01"), "64 bits, little-endian");
        let (table, width, count) = (number(file, 0x28, 8), number(file, 0x3A, 2), number(file, 0x3C, 2));
        let header = |index: usize| &file[table + index * width..][..width];
        let names = &file[number(header(number(file, 0x3E, 2)), 0x18, 8)..];
        let section = |index| {
            let header = header(index);
            let name = CStr::from_bytes_until_nul(&names[number(header, 0, 4)..]).unwrap();
            let (flags, address, size) = (number(header, 8, 8), number(header, 0x10, 8), number(header, 0x20, 8));
            Section {
                name: name.to_str().unwrap().to_owned(),
                addresses: address..address + size,
                is_writable: flags & 1 == 1,
            }
        };
        (0..count).map(section).collect()
    }
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

/// Asked while this is compiled, so that a check for a target that nothing runs on here answers it: one whose bytes stand the other way round.
const _: () = assert!(Sequential::EMBEDDED.first.weight.data.0[0][0] == 0.5, "the first weight of the file");
const _: () = assert!(Sequential::EMBEDDED.first.bias.data.0[0][1] == -2.5, "the last bias of the file");

/// The numbers of the file, column by column: all of them are exact in single precision.
#[test]
fn half_precision_widens_exactly() {
    let net = Sequential::EMBEDDED;
    assert_eq!(net.first.weight.as_slice(), [0.5, 0.333_251_95, -1.25, 65504.0, 3.0, 6.103_515_6e-5]);
    assert_eq!(net.first.bias.as_slice(), [1.0, -2.5]);
    assert_eq!(net.second.weight.as_slice(), [0.1, 0.2]);
}

network! {
    /// Convolutions as PyTorch has them: `[out, in / groups, kernel, kernel]`.
    #[derive(Clone, Debug, PartialEq)]
    #[weights("tests/data/images.safetensors")]
    pub struct Images {
        input: [1, 6, 4],
        conv: Conv2d(4, kernel = [3, 2]), Relu, MaxPool2d([2, 1]),
        depth: Conv2d(4 -> 4, kernel = [1, 2], groups = 4, bias = false), GlobalAvgPool2d,
        class: Dense(3),
    }
}

#[test]
fn patches_of_images_are_columns_of_the_weights() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/images.safetensors");
    let net = Images::EMBEDDED;
    assert_eq!(*net, *Images::load(path).unwrap());
    // The file counts up from -11 / 8 by eighths, row by row.
    assert_eq!([net.conv.weight[(0, 0)], net.conv.weight[(0, 5)], net.conv.weight[(3, 1)]], [-1.375, -0.75, 1.0]);
    assert_eq!(net.depth.weight[(1, 1)], 0.0);
    assert!(net.forward(&[[[0.5; 4]; 6]]).iter().all(|score| score.is_finite()));
}

mod nested {
    use static_nn::network;
    use static_nn::{D1, Layer, Record, Scalar, Simd};

    /// `y = x * gain`, with a tensor that is a matrix.
    #[derive(static_nn::Parameters, Clone, Debug, PartialEq)]
    #[repr(C)]
    pub(crate) struct Gain<T, const N: usize> {
        pub(crate) gain: static_nn::SMatrix<T, N, 2>,
        pub(crate) shift: [T; N],
    }

    impl<T: Scalar, const N: usize> Layer<T> for Gain<T, N> {
        type Input = D1<N>;
        type Output = D1<N>;

        fn forward<S: Simd>(&self, _: S, x: &[T; N], y: &mut [T; N], _: &mut [T]) {
            for i in 0..N {
                y[i] = x[i] * self.gain[(i, 0)] + self.gain[(i, 1)] + self.shift[i];
            }
        }

        fn backward<S: Simd>(
            &self,
            _: S,
            record: Record<'_, [T; N], [T; N], T>,
            dy: &[T; N],
            dx: Option<&mut [T; N]>,
            grad: &mut Self,
            _: &mut [T],
        ) {
            for (i, &dy) in dy.iter().enumerate() {
                grad.gain[(i, 0)] += dy * record.x[i];
                grad.gain[(i, 1)] += dy;
                grad.shift[i] += dy;
            }
            if let Some(dx) = dx {
                for i in 0..N {
                    dx[i] = dy[i] * self.gain[(i, 0)];
                }
            }
        }
    }

    network! {
        #[derive(Clone, Debug, PartialEq)]
        pub(crate) struct Inner {
            input: [4],
            fc1: Dense(3, bias = false), LayerNorm, Tanh,
            #[name("2.linear")]
            fc2: Dense(4),
        }
    }

    network! {
        #[derive(Clone, Debug, PartialEq)]
        #[name("body")]
        pub(crate) struct Encoder {
            input: [3],
            scaler: Standardize,
            fc: Dense(4), BatchNorm, Relu, Dropout,
            Residual { inner: Inner, gain: Gain<4> },
            Dense(4),
        }
    }

    const WIDTH: usize = 4;

    network! {
        /// Layers of every kind, before, between and behind each other.
        #[derive(Clone, Debug, PartialEq)]
        #[weights("tests/data/nested.safetensors")]
        #[name("net")]
        pub(crate) struct Outer {
            input: [3],
            encoder: Encoder,
            first: self::Inner, #[frozen] second: Inner,
            middle: Dense(WIDTH),
            Residual { Dense(4), inner: Inner },
            gain: Gain<4>,
            output: [4],
        }
    }

    network! {
        /// Nothing but one other network.
        #[derive(Clone, Debug, PartialEq)]
        #[weights("tests/data/nested_alone.safetensors")]
        pub(crate) struct Alone { input: [4], inner: Inner }
    }
}

#[test]
fn networks_in_networks_are_those_of_the_file() {
    use nested::{Alone, Outer};

    let path = |name| format!("{}/tests/data/{name}.safetensors", env!("CARGO_MANIFEST_DIR"));
    assert_eq!(*Outer::EMBEDDED, *Outer::load(path("nested")).unwrap());
    assert_eq!(*Alone::EMBEDDED, *Alone::load(path("nested_alone")).unwrap());
    assert!(Outer::EMBEDDED.as_slice().iter().all(|value| *value != 0.0), "nothing is left out");
}

mod bundle {
    use static_nn::network;
    use static_nn::prepare::StandardScaler;

    network! {
        /// A network, and what was saved beside it.
        #[derive(Clone, Debug, PartialEq)]
        #[weights("tests/data/bundle.safetensors", scaler: StandardScaler<3>, pca: static_nn::prepare::Pca<3, 2>, other: _)]
        pub(crate) struct Beside { input: [3], fc: Dense(2) }
    }

    network! {
        /// The same file, with the scaler as a layer.
        #[derive(Clone, Debug, PartialEq)]
        #[weights("tests/data/bundle.safetensors", pca: _, other: Within)]
        pub(crate) struct Within { input: [3], scaler: Standardize, fc: Dense(2) }
    }
}

#[test]
fn what_was_saved_beside_a_network_has_constants_of_its_own() {
    use bundle::{Beside, Within};

    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/bundle.safetensors");
    let (mut net, mut scaler) = (Beside::zeroed_boxed(), StandardScaler::default());
    let (mut pca, mut other) = (Pca::<f32, 3, 2>::zeroed(), Within::zeroed_boxed());
    let bundle = BundleMut::new(&mut *net).with("scaler", &mut scaler).with("pca", &mut pca);
    bundle.with("other", &mut *other).load(path).unwrap();
    assert_eq!((Beside::EMBEDDED, Beside::EMBEDDED_SCALER, Beside::EMBEDDED_PCA), (&*net, &scaler, &pca));
    assert_eq!((&Within::EMBEDDED.fc, Within::EMBEDDED.scaler), (&net.fc, Standardize::from(scaler)));
    assert_eq!(*Within::EMBEDDED_OTHER, *other);

    let x = [7.0, -300.0, 0.25];
    let (y, same) = (Beside::EMBEDDED.forward(&Beside::EMBEDDED_SCALER.transform(&x)), Within::EMBEDDED.forward(&x));
    assert_eq!(y.map(f32::to_bits), same.map(f32::to_bits));
}
