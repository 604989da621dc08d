use std::prelude::rust_2024::*;
use std::vec;

use super::super::{Bundle, BundleMut, LoadError, ReadError, TensorsError, WriteError, read_into, to_bytes};
use super::{Net, counting, entries, entry, reference};
use crate::parameters::Parameters;
use crate::prepare::{MinMaxScaler, Pca, StandardScaler};

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

/// Whatever prepares samples goes with the network that learned from them.
#[test]
fn everything_that_prepares_comes_back_as_it_was() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("net.safetensors");
    let samples = [[0.5_f32, 7.0, -2.0], [1.25, 7.0, 0.3], [2.5, 7.0, 4.0], [-1.0, 7.0, 0.1]];
    let range = MinMaxScaler::fit_range(&samples, -1.0, 2.0).unwrap();
    let pca = *Pca::<f32, 3, 2>::fit(&samples).unwrap();
    let net = counting::<f32>();
    Bundle::new(&net).with("range", &range).with("pca", &pca).with("scaler", &SCALER).save(&path).unwrap();

    let (mut same_net, mut same_range, mut scaler) =
        (Net::default(), MinMaxScaler::default(), StandardScaler::default());
    let mut same_pca = *Pca::<f32, 3, 2>::zeroed_boxed();
    BundleMut::new(&mut same_net)
        .with("scaler", &mut scaler)
        .with("pca", &mut same_pca)
        .with("range", &mut same_range)
        .load(&path)
        .unwrap();
    assert_eq!((same_net, same_range, same_pca, scaler), (net, range, pca, SCALER));

    // A matrix lies row by row in the file, one direction a row, as scikit-learn has it.
    let bytes = std::fs::read(&path).unwrap();
    let file = ::safetensors::SafeTensors::deserialize(&bytes).unwrap();
    let shape = |name: &str| file.tensor(name).unwrap().shape().to_vec();
    assert_eq!((shape("pca.components"), shape("range.feature_range")), (vec![2, 3], vec![2]));
    let components: Vec<u8> = pca.components.as_flattened().iter().flat_map(|part| part.to_le_bytes()).collect();
    assert_eq!(file.tensor("pca.components").unwrap().data(), components);

    // Other numbers of features or directions are another part.
    let mut other = *Pca::<f32, 3, 1>::zeroed_boxed();
    let error = BundleMut::new(&mut Net::<f32>::default())
        .with("range", &mut MinMaxScaler::<f32, 3>::default())
        .with("pca", &mut other)
        .with("scaler", &mut StandardScaler::<f32, 3>::default())
        .read(&bytes)
        .unwrap_err();
    let told: Vec<String> = error.mistakes().iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 3, "{error}");
    assert!(told[0].starts_with("`pca.components` has the shape [2, 3], expected [1, 3]"), "{error}");
}

#[test]
fn a_part_that_is_missing_or_left_over_is_refused_and_nothing_is_read() {
    let alone = to_bytes(&counting::<f32>()).unwrap();
    let both = Bundle::new(&counting::<f32>()).with("scaler", &SCALER).to_bytes().unwrap();
    let (mut net, mut scaler) = (Net::<f32>::default(), StandardScaler::<f32, 3>::default());

    let error = BundleMut::new(&mut net).with("scaler", &mut scaler).read(&alone).unwrap_err();
    assert_eq!(error.mistakes()[0], ReadError::Missing { tensor: "scaler.mean".into(), nearest: None, unused: vec![] });
    let error = read_into(&mut net, &both).unwrap_err();
    assert_eq!(error, ReadError::Extra { tensors: vec!["scaler.mean".into(), "scaler.scale".into()] });
    let error = BundleMut::new(&mut net).with("scalar", &mut scaler).read(&both).unwrap_err();
    let (nearest, unused) = (Some("scaler.mean".into()), vec!["scaler.mean".into(), "scaler.scale".into()]);
    assert_eq!(error.mistakes()[0], ReadError::Missing { tensor: "scalar.mean".into(), nearest, unused });
    let mut other = StandardScaler::<f32, 2>::default();
    let error = BundleMut::new(&mut net).with("scaler", &mut other).read(&both).unwrap_err();
    assert!(matches!(&error.mistakes()[0], ReadError::Shape { tensor, .. } if tensor == "scaler.mean"));
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
