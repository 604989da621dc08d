//! The tensors of a golden file.
#![allow(dead_code, reason = "each of the tests that share this uses a part of it")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use safetensors::tensor::SafeTensors;

/// The values of each tensor, read row by row.
pub(crate) struct Golden(BTreeMap<String, Vec<f64>>);

impl Golden {
    /// The file `NAME.golden.safetensors`, in double precision.
    pub(crate) fn open(name: &str) -> Self {
        let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/goldens");
        let bytes = fs::read(directory.join(format!("{name}.golden.safetensors"))).unwrap();
        let tensors = SafeTensors::deserialize(&bytes).unwrap().tensors();
        let values = |data: &[u8]| data.as_chunks().0.iter().map(|bytes| f64::from_le_bytes(*bytes)).collect();
        Self(tensors.into_iter().map(|(name, view)| (name, values(view.data()))).collect())
    }

    pub(crate) fn values(&self, name: &str) -> &[f64] {
        &self.0[name]
    }

    pub(crate) fn rows<const N: usize>(&self, name: &str) -> &[[f64; N]] {
        let (rows, rest) = self.values(name).as_chunks();
        assert!(rest.is_empty(), "{name}");
        rows
    }

    /// The first value: the only one of a number.
    pub(crate) fn number(&self, name: &str) -> f64 {
        self.values(name)[0]
    }

    /// Values that are whole numbers.
    pub(crate) fn whole(&self, name: &str) -> Vec<usize> {
        self.values(name).iter().map(|value| value.to_string().parse().unwrap()).collect()
    }
}

/// Compares number by number, with a tolerance relative to those above 1.
#[track_caller]
pub(crate) fn assert_close(what: &str, found: &[f64], expected: &[f64], tolerance: f64) {
    assert_eq!(found.len(), expected.len(), "{what}");
    for (i, (found, expected)) in found.iter().zip(expected).enumerate() {
        let distance = (found - expected).abs() / expected.abs().max(1.0);
        assert!(distance <= tolerance, "{what}[{i}] is {found}, not {expected}: off by {distance:e}");
    }
}
