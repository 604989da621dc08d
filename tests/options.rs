//! What `LoadOptions` and files of other libraries come to when a program runs, where they do not fit: `converted.rs` has those that do.

use std::path::PathBuf;

use static_nn::io::{BundleMut, Layout, LoadError, LoadOptions, ReadError, Unmatched};
use static_nn::prelude::*;

network! {
    /// That of `keras_dense.npz`.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Net {
        input: [6],
        hidden: Dense(12), Relu, norm: BatchNorm(eps = 0.001),
        second: Dense(8), Tanh, layer: LayerNorm(eps = 0.001),
        out: Dense(3),
    }
}

network! {
    /// That of `torch_sequential.safetensors`, by other names.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Sequential { input: [6], fc1: Dense(16), Relu, fc2: Dense(8), Tanh, fc3: Dense(3) }
}

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/goldens/converted").join(name)
}

fn keras() -> LoadOptions {
    LoadOptions::new().strip_prefix("sequential").layout(Layout::Keras)
}

/// The error of loading, without the path before it.
fn refused(name: &str, options: &LoadOptions) -> String {
    match Sequential::load_with(file(name), options) {
        Err(LoadError::Content { error, .. }) => error.to_string(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn names_that_do_not_fit_are_told_with_the_rules_that_would_make_them() {
    let name = "torch_sequential.safetensors";
    assert_eq!(
        refused(name, &LoadOptions::new()),
        "6 mistakes in this file, or in what it is loaded into:\n\
         `fc1.weight` is missing; the nearest that nothing takes is `module.0.weight`\n\
         `fc1.bias` is missing; the nearest that nothing takes is `module.0.bias`\n\
         `fc2.weight` is missing; the nearest that nothing takes is `module.2.weight`\n\
         `fc2.bias` is missing; the nearest that nothing takes is `module.2.bias`\n\
         `fc3.weight` is missing; the nearest that nothing takes is `module.4.weight`\n\
         `fc3.bias` is missing; the nearest that nothing takes is `module.4.bias`\n\
         nothing takes `module.0.bias`, `module.0.weight`, `module.2.bias`, `module.2.weight`, `module.4.bias` and `module.4.weight` \
         of the file\n\
         help: load with `LoadOptions::new().rename(\"module.0\", \"fc1\").rename(\"module.2\", \"fc2\").rename(\"module.4\", \"fc3\")`"
    );
    let options = LoadOptions::new().rename("module.0", "fc1").rename("module.2", "fc2").rename("module.4", "fc3");
    Sequential::load_with(file(name), &options).unwrap();
}

#[test]
fn options_that_do_not_suit_the_file_are_told_at_once() {
    let options = LoadOptions::new().strip_prefix("modul").rename("module.1", "fc1").rename("module.*", "fc");
    assert_eq!(
        refused("torch_sequential.safetensors", &options),
        "3 mistakes in this file, or in what it is loaded into:\n\
         no tensor's name begins with `modul.`: the file has `module.0.bias`, `module.0.weight`, `module.2.bias`, `module.2.weight`, \
         `module.4.bias` and `module.4.weight`\n\
         help: leave out `strip_prefix`, or write what all names begin with\n\
         `module.*` = `fc`: the sides of a rule have as many `*`, and these have 1 and 0\n\
         help: each `*` on the right stands for what the one on the left has found\n\
         no tensor's name begins with `module.1`: the file has `module.0.bias`, `module.0.weight`, `module.2.bias`, `module.2.weight`, \
         `module.4.bias` and `module.4.weight`\n\
         help: if `module.0` is meant, write it so"
    );
    let options = LoadOptions::new().strip_prefix("module").rename("0", "fc1").rename("2", "fc1").rename("4", "fc3");
    assert_eq!(
        refused("torch_sequential.safetensors", &options),
        "2 mistakes in this file, or in what it is loaded into:\n\
         `module.0.bias` and `module.2.bias` of the file are both called `fc1.bias`\nhelp: change the rule of one of them\n\
         `module.0.weight` and `module.2.weight` of the file are both called `fc1.weight`\nhelp: change the rule of one of them"
    );
}

#[test]
fn a_file_of_keras_asks_for_its_layout() {
    let error = Net::load(file("keras_dense.npz")).unwrap_err().to_string();
    let help = "help: so Keras calls its tensors: load with `LoadOptions::new().layout(Layout::Keras)`";
    assert!(error.ends_with(help), "{error}");
}

#[test]
fn what_both_have_is_loaded_with_options_too() {
    let mut net = Net::zeroed_boxed();
    let options = keras().rename("out", "other");
    let unmatched = BundleMut::new(&mut *net).options(options).load_some(file("keras_dense.npz")).unwrap();
    let missing = vec!["out.weight".to_owned(), "out.bias".to_owned()];
    assert_eq!(unmatched, Unmatched { missing, unexpected: vec!["other.bias".to_owned(), "other.weight".to_owned()] });
    let whole = Net::load_with(file("keras_dense.npz"), &keras()).unwrap();
    assert_eq!((&net.hidden, &net.norm), (&whole.hidden, &whole.norm));
}

/// Cut off, or with a byte changed: an error, or the same network; nothing is loaded in part.
#[test]
fn a_damaged_archive_is_refused() {
    let bytes = std::fs::read(file("keras_dense.npz")).unwrap();
    let (zeros, whole) = (Net::zeroed_boxed(), Net::load_with(file("keras_dense.npz"), &keras()).unwrap());
    let read = |net: &mut Net, bytes: &[u8]| BundleMut::new(net).options(keras()).read(bytes);
    let mut net = zeros.clone();
    for end in (0..bytes.len()).step_by(7) {
        assert!(read(&mut net, &bytes[..end]).is_err(), "cut at {end}");
    }
    for at in (0..bytes.len()).step_by(3) {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x55;
        if read(&mut net, &damaged).is_ok() {
            assert_eq!(net, whole, "changed at {at}");
            net = zeros.clone();
        }
    }
    assert_eq!(net, zeros);
}

/// An archive whose one member unpacks to far more than the network could need.
#[test]
fn an_archive_takes_no_more_memory_than_the_network_could_need() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bomb.npz");
    std::fs::write(&path, bomb(1 << 30)).unwrap();
    let mut error = None;
    let memory = allocation_counter::measure(|| error = Net::load(&path).err());
    let error = error.unwrap();
    assert!(matches!(&error, LoadError::Content { error: ReadError::Npz(_), .. }), "{error}");
    assert!(memory.bytes_max < 1 << 20, "{} bytes", memory.bytes_max);
}

/// A zip file with one member that claims so many bytes.
fn bomb(size: u32) -> Vec<u8> {
    let packed = [0; 1 << 10];
    let length = u32::try_from(packed.len()).unwrap().to_le_bytes();
    let fields = [&[0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0][..], &length, &size.to_le_bytes(), &[5, 0]].concat();
    let local = [b"PK\x03\x04", &[20, 0][..], &fields, &[0, 0], b"a.npy", &packed].concat();
    let list = [b"PK\x01\x02", &[20, 0, 20, 0][..], &fields, &[0; 12], &[0; 4], b"a.npy"].concat();
    let [at, end] = [local.len(), list.len()].map(|length| u32::try_from(length).unwrap().to_le_bytes());
    [local, list, [b"PK\x05\x06", &[0, 0, 0, 0, 1, 0, 1, 0][..], &end, &at, &[0, 0]].concat()].concat()
}
