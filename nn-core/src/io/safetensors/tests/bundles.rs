use std::prelude::rust_2024::*;

use super::super::{Bundle, BundleMut, LoadError, ReadError, TensorsError, WriteError, read_into, to_bytes};
use super::{Net, counting, entries, entry, reference};
use crate::prepare::StandardScaler;

const SCALER: StandardScaler<f32, 3> = StandardScaler { mean: [1.0, -2.0, 0.5], scale: [3.0, 1.0, 0.25] };

#[test]
fn parts_come_back_from_one_file_that_pytorch_reads() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("net.safetensors");
    Bundle::new(&counting::<f32>()).with("scaler", &SCALER).save(&path).unwrap();

    let floats = |values: [f32; 3]| values.map(f32::to_le_bytes).into_iter();
    let mut expected = entries();
    expected.insert(1, entry("scaler.scale", &[3], floats(SCALER.scale)));
    expected.push(entry("scaler.mean", &[3], floats(SCALER.mean)));
    assert_eq!(std::fs::read(&path).unwrap(), reference(&expected));

    let (mut net, mut scaler) = (Net::default(), StandardScaler::default());
    BundleMut::new(&mut net).with("scaler", &mut scaler).load(&path).unwrap();
    assert_eq!((net, scaler), (counting(), SCALER));
}

#[test]
fn a_part_that_is_missing_or_left_over_is_refused_and_nothing_is_read() {
    let alone = to_bytes(&counting::<f32>()).unwrap();
    let both = Bundle::new(&counting::<f32>()).with("scaler", &SCALER).to_bytes().unwrap();
    let (mut net, mut scaler) = (Net::<f32>::default(), StandardScaler::<f32, 3>::default());

    let error = BundleMut::new(&mut net).with("scaler", &mut scaler).read(&alone).unwrap_err();
    assert_eq!(error, ReadError::Missing { tensor: "scaler.mean".into(), nearest: None });
    let error = read_into(&mut net, &both).unwrap_err();
    assert_eq!(error, ReadError::Extra { tensor: "scaler.mean".into() });
    let error = BundleMut::new(&mut net).with("scalar", &mut scaler).read(&both).unwrap_err();
    let nearest = Some("scaler.mean".into());
    assert_eq!(error, ReadError::Missing { tensor: "scalar.mean".into(), nearest });
    let mut other = StandardScaler::<f32, 2>::default();
    let error = BundleMut::new(&mut net).with("scaler", &mut other).read(&both).unwrap_err();
    assert!(matches!(error, ReadError::Shape { tensor, .. } if tensor == "scaler.mean"));
    assert_eq!((net, scaler, other), (Net::default(), StandardScaler::default(), StandardScaler::default()));
}

#[test]
fn the_last_value_of_the_last_part_is_checked_before_the_first_is_written() {
    let mut entries = entries();
    let broken = [1.0, 1.0, f32::NAN].map(f32::to_le_bytes).into_iter();
    entries.push(entry("scaler.mean", &[3], [0.0_f32; 3].map(f32::to_le_bytes).into_iter()));
    entries.push(entry("scaler.scale", &[3], broken));
    let (mut net, mut scaler) = (Net::<f32>::default(), StandardScaler::<f32, 3>::default());
    let error = BundleMut::new(&mut net).with("scaler", &mut scaler).read(&reference(&entries)).unwrap_err();
    assert!(matches!(error, ReadError::NotFinite { tensor, .. } if tensor == "scaler.scale"));
    assert_eq!((net, scaler), (Net::default(), StandardScaler::default()));
}

#[test]
fn every_tensor_has_a_name_of_its_own() {
    let net = counting::<f32>();
    let duplicate = TensorsError::DuplicateName { tensor: "scaler.mean".into() };
    let twice = Bundle::new(&net).with("scaler", &SCALER).with("scaler", &SCALER);
    assert_eq!(twice.to_bytes(), Err(WriteError::Tensors(duplicate.clone())));
    let (mut net, mut one, mut two) = (net, SCALER, SCALER);
    let twice = BundleMut::new(&mut net).with("scaler", &mut one).with("scaler", &mut two);
    assert_eq!(twice.read(&[]), Err(ReadError::Tensors(duplicate)));
}

#[test]
fn a_value_that_is_not_finite_is_not_saved() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("net.safetensors");
    let mut scaler = SCALER;
    scaler.scale[1] = f32::INFINITY;
    let error = Bundle::new(&counting()).with("scaler", &scaler).save(&path).unwrap_err();
    assert!(error.to_string().contains("`scaler.scale[1]` is inf"), "{error}");
    assert!(!path.exists());
    let error = BundleMut::new(&mut scaler).load(&path).unwrap_err();
    assert!(matches!(error, LoadError::Io { .. }));
}
