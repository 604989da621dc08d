use std::prelude::rust_2024::*;

use ::safetensors::SafeTensors;
use ::safetensors::tensor::Dtype;

use super::super::{load_into, read_into, save, to_bytes};
use super::{Entry, Net, counting, entries, entry, raw, reference};
use crate::parameters::Parameters;

#[test]
fn a_network_comes_back_bit_by_bit() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("net.safetensors");

    let mut single = counting::<f32>();
    single.bias = [f32::from_bits(1), -0.0];
    save(&single, &path).unwrap();
    let mut copy = Net::<f32>::default();
    load_into(&mut copy, &path).unwrap();
    assert!(copy.as_slice().iter().zip(single.as_slice()).all(|(a, b)| a.to_bits() == b.to_bits()));

    let mut double = counting::<f64>();
    double.bias = [f64::MIN_POSITIVE, 1.0 / 3.0];
    save(&double, &path).unwrap();
    let mut copy = Net::<f64>::default();
    load_into(&mut copy, &path).unwrap();
    assert_eq!(copy, double);
}

#[test]
fn a_file_is_row_major_under_pytorch_names() {
    let bytes = to_bytes(&counting::<f32>()).unwrap();
    let file = SafeTensors::deserialize(&bytes).unwrap();
    assert_eq!(file.len(), 3);
    for expected in entries() {
        let found = file.tensor(expected.name).unwrap();
        assert_eq!(found.dtype(), expected.dtype);
        assert_eq!(found.shape(), expected.dims);
        assert_eq!(found.data(), expected.data);
    }
    assert_eq!(bytes, reference(&entries()));
}

#[test]
fn the_order_of_a_file_and_its_metadata_do_not_matter() {
    let header = r#"{"__metadata__":{"format":"pt","epoch":"12, {[\"999999999999"},
        "fc1.bias":{"shape":[2],"data_offsets":[32,40],"dtype":"F32"},
        "conv.weight":{"dtype":"F32","shape":[2,1,2,2],"data_offsets":[0,32]},
        "fc1.\u0077eight":{"data_offsets":[40,64],"dtype":"F32","shape":[2,3]}}  "#;
    let data: Vec<u8> = (8..16).chain(6..8).chain(0..6).flat_map(|value: u8| f32::from(value).to_le_bytes()).collect();
    let mut net = Net::<f32>::default();
    read_into(&mut net, &raw(header, &data)).unwrap();
    assert_eq!(net, counting());
}

#[test]
fn single_precision_widens_exactly() {
    let mut single = counting::<f32>();
    single.bias = [0.1, f32::MAX];
    let mut net = Net::<f64>::default();
    read_into(&mut net, &to_bytes(&single).unwrap()).unwrap();
    let widened: Vec<u64> = single.as_slice().iter().map(|value| f64::from(*value).to_bits()).collect();
    assert!(net.as_slice().iter().map(|value| value.to_bits()).eq(widened));
}

#[test]
fn double_precision_is_rounded_to_the_nearest() {
    let mut double = counting::<f64>();
    double.bias = [0.1, f64::from(f32::MAX) * (1.0 + 1e-9)];
    let mut net = Net::<f32>::default();
    read_into(&mut net, &to_bytes(&double).unwrap()).unwrap();
    assert_eq!(net.bias.map(f32::to_bits), [0.1, f32::MAX].map(f32::to_bits));
    assert_eq!(net.weight, counting::<f32>().weight);
}

#[test]
fn a_file_may_mix_its_scalars() {
    let mut entries = entries();
    entries[2] = entry("fc1.bias", &[2], [6.0, 7.0].map(f64::to_le_bytes).into_iter());
    let mut net = Net::<f32>::default();
    read_into(&mut net, &reference(&entries)).unwrap();
    assert_eq!(net, counting());
}

/// 1, -2, and the largest and the smallest values that there are.
#[test]
fn half_precision_widens_exactly() {
    let halves = |name, dtype, dims: &[usize], bits: &[u16]| {
        let data = bits.iter().flat_map(|bits| bits.to_le_bytes()).collect();
        Entry { name, dtype, dims: dims.to_vec(), data }
    };
    let mut entries = entries();
    entries[1] = halves("fc1.weight", Dtype::F16, &[2, 3], &[0x3c00, 0xc000, 0x7bff, 0x0001, 0x8000, 0x3555]);
    entries[2] = halves("fc1.bias", Dtype::BF16, &[2], &[0x7f7f, 0x8001]);
    let bytes = reference(&entries);
    let mut single = Net::<f32>::default();
    read_into(&mut single, &bytes).unwrap();
    let weight = [[1.0, 5.960_464_5e-8], [-2.0, -0.0], [65504.0, 0.333_251_95]];
    assert_eq!(single.weight.map(|row| row.map(f32::to_bits)), weight.map(|row| row.map(f32::to_bits)));
    assert_eq!(single.bias.map(f32::to_bits), [0x7f7f_0000, 0x8001_0000]);
    let mut double = Net::<f64>::default();
    read_into(&mut double, &bytes).unwrap();
    assert!(
        double
            .as_slice()
            .iter()
            .zip(single.as_slice())
            .all(|(wide, value)| wide.to_bits() == f64::from(*value).to_bits())
    );
}
