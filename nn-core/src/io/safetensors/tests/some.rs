use std::borrow::ToOwned;
use std::prelude::rust_2024::*;
use std::vec;

use super::super::{BundleMut, ReadError, Unmatched, load_some, read_some_into};
use super::{Net, counting, entries, entry, raw, reference};
use crate::prepare::StandardScaler;

/// A network of ones, which an error must leave as it is.
fn ones() -> Net<f32> {
    Net { weight: [[1.0; 2]; 3], bias: [1.0; 2], kernels: [[[1.0; 2]; 2]; 2] }
}

fn refusal(bytes: &[u8]) -> ReadError {
    let mut net = ones();
    let error = read_some_into(&mut net, bytes).unwrap_err();
    assert_eq!(net, ones());
    error
}

#[test]
fn what_both_have_is_loaded_and_the_rest_is_told() {
    let mut entries = entries();
    entries[0].name = "10.weight";
    entries.push(entry("2.bias", &[1], [[0; 4]].into_iter()));
    entries.push(entry("bn.num_batches_tracked", &[1], [[0; 4]].into_iter()));
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("net.safetensors");
    std::fs::write(&path, reference(&entries)).unwrap();

    let mut net = ones();
    let unmatched = load_some(&mut net, &path).unwrap();
    assert_eq!(net, Net { kernels: ones().kernels, ..counting() });
    assert_eq!(unmatched.missing, ["conv.weight"]);
    assert_eq!(unmatched.unexpected, ["2.bias", "10.weight"]);

    let whole = reference(&super::entries());
    assert_eq!(read_some_into(&mut net, &whole).unwrap(), Unmatched::default());
    assert_eq!(net, counting());
}

#[test]
fn what_both_have_must_agree() {
    let mut other = entries();
    other[1].dims = vec![3, 2];
    assert!(matches!(refusal(&reference(&other)), ReadError::Shape { tensor, .. } if tensor == "fc1.weight"));
    let mut other = entries();
    other.remove(1);
    other[1] = entry("fc1.bias", &[2], [0.0, f32::NAN].map(f32::to_le_bytes).into_iter());
    assert!(matches!(refusal(&reference(&other)), ReadError::NotFinite { tensor, .. } if tensor == "fc1.bias"));
}

#[test]
fn nothing_in_common_is_an_error() {
    let tensor = "fc1.weight".to_owned();
    let alone = |unused, nearest| ReadError::Missing { tensor: tensor.clone(), nearest, unused };
    assert_eq!(refusal(&raw("{}", &[])).mistakes()[0], alone(vec![], None));
    let mut other = entries();
    for (entry, name) in other.iter_mut().zip(["4.weight", "0.weight", "0.bias"]) {
        entry.name = name;
    }
    let unused = ["0.bias", "0.weight", "4.weight"].map(str::to_owned).to_vec();
    assert_eq!(refusal(&reference(&other)).mistakes()[0], alone(unused, Some("0.weight".to_owned())));
}

#[test]
fn a_part_of_a_bundle_may_be_missing() {
    let mut scaler = StandardScaler { mean: [1.0_f32; 2], scale: [2.0; 2] };
    let mut net = ones();
    let unmatched = BundleMut::new(&mut net).with("scaler", &mut scaler).read_some(&reference(&entries())).unwrap();
    assert_eq!(unmatched, Unmatched { missing: vec!["scaler.mean".into(), "scaler.scale".into()], unexpected: vec![] });
    assert_eq!((net, scaler), (counting(), StandardScaler { mean: [1.0; 2], scale: [2.0; 2] }));
}
