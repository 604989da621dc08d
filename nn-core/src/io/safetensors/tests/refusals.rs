use std::borrow::ToOwned;
use std::format;
use std::prelude::rust_2024::*;
use std::string::ToString;
use std::{fs, vec};

use ::safetensors::tensor::Dtype;

use super::super::{LoadError, ReadError, TensorsError, WriteError, load_into, read_into, to_bytes};
use super::{Entry, Net, counting, entries, entry, raw, reference};
use crate::parameters::{Order, Parameters, Path, Role, Tensor};

/// Reads into a network of ones, which must stay what it was, and gives the error.
fn refusal(bytes: &[u8]) -> ReadError {
    let ones = Net { weight: [[1.0_f32; 2]; 3], bias: [1.0; 2], kernels: [[[1.0; 2]; 2]; 2] };
    let mut net = ones.clone();
    let error = read_into(&mut net, bytes).unwrap_err();
    assert_eq!(net, ones, "{error}");
    error
}

fn refusal_of(change: impl FnOnce(&mut Vec<Entry>)) -> ReadError {
    let mut entries = entries();
    change(&mut entries);
    refusal(&reference(&entries))
}

fn floats(name: &'static str, values: &[f32]) -> Entry {
    entry(name, &[values.len()], values.iter().map(|value| value.to_le_bytes()))
}

#[test]
fn a_missing_tensor() {
    let error = refusal_of(|entries| entries.retain(|entry| entry.name != "fc1.bias"));
    assert_eq!(error, ReadError::Missing { tensor: "fc1.bias".to_owned(), nearest: None, unused: vec![] });
    assert_eq!(error.to_string(), "`fc1.bias` is missing from the file: was it saved from another network?");

    let error = refusal_of(|entries| entries[2].name = "fc2.bias");
    let text = "`fc1.bias` is missing from the file, which has `fc2.bias` that nothing takes\n\
                help: if `fc2.bias` is meant, load with `LoadOptions::new().rename(\"fc2\", \"fc1\")`, \
                or call `fc1` as the file does, `fc2`";
    assert_eq!(error.to_string(), text);
}

/// What PyTorch's `nn.Sequential` calls its layers, no field can be called. All that is missing is told, and what would mend all of it.
#[test]
fn names_that_are_numbers() {
    let error = refusal_of(|entries| {
        entries[0].name = "10.weight";
        entries[1].name = "2.weight";
        entries[2].name = "2.bias";
    });
    let unused = ["2.bias", "2.weight", "10.weight"].map(str::to_owned).to_vec();
    let nearest = Some("2.weight".to_owned());
    assert_eq!(error.mistakes()[0], ReadError::Missing { tensor: "fc1.weight".to_owned(), nearest, unused });
    assert_eq!(
        error.to_string(),
        "3 mistakes in this file, or in what it is loaded into:\n\
         `fc1.weight` is missing; the nearest that nothing takes is `2.weight`\n\
         `fc1.bias` is missing; the nearest that nothing takes is `2.bias`\n\
         `conv.weight` is missing; the nearest that nothing takes is `10.weight`\n\
         nothing takes `2.bias`, `2.weight` and `10.weight` of the file\n\
         help: load with `LoadOptions::new().rename(\"2\", \"fc1\").rename(\"10\", \"conv\")`"
    );
    let error = refusal_of(|entries| entries[2].name = "2.bias");
    let text = "`fc1.bias` is missing from the file, which has `2.bias` that nothing takes\n\
                help: if `2.bias` is meant, load with `LoadOptions::new().rename(\"2\", \"fc1\")`, \
                or give `fc1` the name that the file has: `#[name(\"2\")] fc1: ..`";
    assert_eq!(error.to_string(), text);
}

/// What is missing, of another shape, of another type and not finite: each is told.
#[test]
fn all_mistakes_are_told_at_once() {
    let error = refusal_of(|entries| {
        entries[0].data[..4].copy_from_slice(&f32::NAN.to_le_bytes());
        entries[1].dims = vec![6, 1];
        entries[2].name = "a";
    });
    assert_eq!(
        error.to_string(),
        "3 mistakes in this file, or in what it is loaded into:\n\
         `fc1.bias` is missing\n\
         `fc1.weight` has the shape [6, 1], expected [2, 3]: was it saved from another network?\n\
         `conv.weight[0, 0, 0, 0]` is NaN, expected a finite value: the network was saved after it had diverged\n\
         nothing takes `a` of the file"
    );
}

#[test]
fn names_of_keras() {
    let error = refusal_of(|entries| {
        entries[1].name = "fc1/kernel";
        entries[2].name = "fc1/bias";
    });
    let text = error.to_string();
    assert!(
        text.ends_with("help: so Keras calls its tensors: load with `LoadOptions::new().layout(Layout::Keras)`"),
        "{text}"
    );
    let text = refusal_of(|entries| entries[1].name = "fc1.kernel").to_string();
    assert!(
        text.ends_with("help: so Keras calls its tensors: load with `LoadOptions::new().layout(Layout::Keras)`"),
        "{text}"
    );
}

/// A tensor that cannot have been meant is not proposed, but all that is there is told.
#[test]
fn nothing_alike() {
    let error = refusal_of(|entries| entries[2] = floats("a", &[1.0; 3]));
    let text = "`fc1.bias` is missing from the file, which has `a` that nothing takes\n\
                help: it was saved from another network, or its tensors are to be renamed";
    assert_eq!(error.to_string(), text);

    let error = refusal_of(|entries| {
        entries.truncate(2);
        let names = ["k.a", "k.b", "k.c", "k.d", "k.e", "k.f", "k.g", "k.h"];
        entries.extend(names.map(|name| floats(name, &[1.0])));
    });
    let text = error.to_string();
    assert!(text.contains("has `k.a`, `k.b`, `k.c`, `k.d`, `k.e`, `k.f` and 2 more that nothing takes"), "{text}");
}

#[test]
fn a_tensor_too_many() {
    let error = refusal_of(|entries| entries.extend([floats("z", &[1.0]), floats("fc2.bias", &[1.0])]));
    assert_eq!(error, ReadError::Extra { tensors: vec!["fc2.bias".to_owned(), "z".to_owned()] });
    let text =
        "the file has `fc2.bias` and `z`, which this network lacks: leave them out when saving, or add their layers";
    assert_eq!(error.to_string(), text);
    let error = refusal_of(|entries| entries.push(floats("z", &[1.0])));
    let text = "the file has `z`, which this network lacks: leave it out when saving, or add its layer";
    assert_eq!(error.to_string(), text);
}

/// PyTorch counts the batches that a normalisation has seen: that alone may be there besides, with any number type.
#[test]
fn a_count_of_batches_is_no_tensor_too_many() {
    let count = |name| Entry { name, dtype: Dtype::I64, dims: vec![], data: 7_i64.to_le_bytes().to_vec() };
    let mut with_count = entries();
    with_count.extend([count("bn.num_batches_tracked"), count("body.bn.num_batches_tracked")]);
    let mut net = Net::<f32>::default();
    read_into(&mut net, &reference(&with_count)).unwrap();
    assert_eq!(net, counting());
    for name in ["bn.num_batches", "num_batches_tracked", "bn.num_batches_tracked.x", "bn.NUM_BATCHES_TRACKED"] {
        assert_eq!(
            refusal_of(|entries| entries.push(count(name))),
            ReadError::Extra { tensors: vec![name.to_owned()] }
        );
    }
}

#[test]
fn another_shape() {
    let error = refusal_of(|entries| entries[1].dims = vec![3, 2]);
    let text = "`fc1.weight` has the shape [3, 2], expected [2, 3]: transpose it first \
                (PyTorch stores `[outputs, inputs]`, Keras and burn the reverse), \
                or load a `kernel` of Keras's with `LoadOptions::new().layout(Layout::Keras)`";
    assert_eq!(error.to_string(), text);
    let (expected, found) = (vec![2, 3], vec![3, 2]);
    assert_eq!(error, ReadError::Shape { tensor: "fc1.weight".to_owned(), expected, found });

    let error = refusal_of(|entries| entries[2] = floats("fc1.bias", &[1.0; 5]));
    assert_eq!(error.to_string(), "`fc1.bias` has the shape [5], expected [2]: was it saved from another network?");
}

#[test]
fn another_type() {
    for (dtype, dims) in [(Dtype::F8_E5M2, vec![8]), (Dtype::I32, vec![2]), (Dtype::F4, vec![16])] {
        let error = refusal_of(|entries| {
            entries[2].dtype = dtype;
            entries[2].dims = dims;
        });
        assert_eq!(error, ReadError::Dtype { tensor: "fc1.bias".to_owned(), found: dtype.to_string() });
    }
    let error = refusal_of(|entries| entries[2].dtype = Dtype::I32);
    let text = "`fc1.bias` is made of I32, expected F16, BF16, F32 or F64: convert it first (`.float()` in PyTorch, `.astype(\"float32\")` in NumPy)";
    assert_eq!(error.to_string(), text);
}

#[test]
fn a_value_that_is_not_finite() {
    let error = refusal_of(|entries| entries[1].data[4 * 4..][..4].copy_from_slice(&f32::NAN.to_le_bytes()));
    assert!(matches!(&error, ReadError::NotFinite { index, value, .. } if *index == [1, 1] && value.is_nan()));
    let text = "`fc1.weight[1, 1]` is NaN, expected a finite value: the network was saved after it had diverged";
    assert_eq!(error.to_string(), text);

    for (dtype, data) in [(Dtype::F16, [0, 0, 0, 0xfc]), (Dtype::BF16, [0, 0, 0x80, 0xff])] {
        let entry = Entry { name: "fc1.bias", dtype, dims: vec![2], data: data.to_vec() };
        let error = refusal_of(|entries| entries[2] = entry);
        assert!(matches!(&error, ReadError::NotFinite { index, .. } if *index == [1]), "{error}");
    }

    let error = refusal_of(|entries| entries[2] = floats("fc1.bias", &[0.0, f32::NEG_INFINITY]));
    let (index, value) = (vec![1], f64::NEG_INFINITY);
    assert_eq!(error, ReadError::NotFinite { tensor: "fc1.bias".to_owned(), index, value });
}

#[test]
fn a_value_beyond_single_precision() {
    let error = refusal_of(|entries| {
        entries[2] = entry("fc1.bias", &[2], [1.0, 1e39].map(f64::to_le_bytes).into_iter());
    });
    let (index, value) = (vec![1], 1e39);
    assert_eq!(error, ReadError::Overflow { tensor: "fc1.bias".to_owned(), index, value });
    assert_eq!(error.to_string(), "`fc1.bias[1]` is 1e39, which is beyond `f32`: load into the `f64` network");
}

#[test]
fn names_in_messages_are_short_and_harmless() {
    let name = format!("\\u001b[2J{}", "x".repeat(10_000));
    let header = format!(r#"{{"{name}":{{"dtype":"F32","shape":[1],"data_offsets":[1,5]}}}}"#);
    let error = refusal(&raw(&header, &[0; 5]));
    assert!(matches!(error, ReadError::Offsets { .. }));
    let text = error.to_string();
    assert!(text.len() < 400 && !text.contains('\u{1b}') && text.contains("\\u{1b}[2J"), "{text}");
}

#[test]
fn a_file_error_names_the_file() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("net.safetensors");
    let mut net = counting::<f32>();

    let error = load_into(&mut net, &path).unwrap_err();
    assert!(matches!(error, LoadError::Io { .. }));
    assert!(error.to_string().starts_with(&format!("cannot read `{}`: ", path.display())));

    fs::write(&path, b"abc").unwrap();
    let error = load_into(&mut net, &path).unwrap_err();
    assert!(matches!(error, LoadError::Content { error: ReadError::TooShort { found: 3 }, .. }));
    let text = "a safetensors file begins with 8 bytes, found 3: the file is empty or cut off";
    assert_eq!(error.to_string(), format!("`{}`: {text}", path.display()));

    assert!(matches!(load_into(&mut net, directory.path()), Err(LoadError::Io { .. })));
    assert_eq!(net, counting());
}

#[test]
fn a_file_far_too_large_is_not_read() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("net.safetensors");
    fs::write(&path, raw("{}", &[])).unwrap();
    let file = fs::OpenOptions::new().write(true).open(&path).unwrap();
    // A hole in the file: it takes no room on the disk.
    file.set_len(1 << 28).unwrap();
    let mut net = counting::<f32>();
    let error = load_into(&mut net, &path).unwrap_err();
    assert!(matches!(error, LoadError::TooLarge { parameters: 16, .. }), "{error}");
}

#[test]
fn a_diverged_network_is_not_written() {
    let mut net = counting::<f32>();
    net.weight[2][0] = f32::INFINITY;
    let error = to_bytes(&net).unwrap_err();
    let (index, value) = (vec![0, 2], f64::INFINITY);
    assert_eq!(error, WriteError::NotFinite { tensor: "fc1.weight".to_owned(), index, value });
    let text = "`fc1.weight[0, 2]` is inf, and only finite values are saved: \
                if this came out of training, try a lower learning rate or clip the gradient";
    assert_eq!(error.to_string(), text);
}

/// Two scalars whose tensors are called as the parameter says.
#[repr(C)]
struct Pair<const NAMES: usize>([f32; 2]);

// SAFETY: repr(C), two `f32`s.
#[expect(unsafe_code, reason = "an implementation that contradicts itself")]
unsafe impl<const NAMES: usize> Parameters<f32> for Pair<NAMES> {
    const PARAMETERS: usize = 2;

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        for part in [&["a"][..], &["a", "a"], &["a", "__metadata__"]][NAMES] {
            let (order, role, fan_in, fan_out) = (Order::RowMajor, Role::Bias, 1, 1);
            visit(&Tensor { name: &name.join(part), dims: &[1], order, role, fan_in, fan_out });
        }
    }
}

#[test]
fn tensors_that_contradict_the_parameters() {
    let short = TensorsError::Length { tensors: 1, parameters: 2 };
    assert_eq!(to_bytes(&Pair::<0>([0.0; 2])), Err(WriteError::Tensors(short.clone())));
    assert_eq!(read_into(&mut Pair::<0>([0.0; 2]), &raw("{}", &[])), Err(ReadError::Tensors(short)));
    let twice = TensorsError::DuplicateName { tensor: "a".to_owned() };
    assert_eq!(to_bytes(&Pair::<1>([0.0; 2])), Err(WriteError::Tensors(twice)));
    assert_eq!(to_bytes(&Pair::<2>([0.0; 2])), Err(WriteError::Tensors(TensorsError::ReservedName)));
}
