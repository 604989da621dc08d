//! Files written by hand, valid ones and others.

mod damage;
mod json;

use super::{Error, parse};
use crate::{Dtype, Entry, ValueError};

/// A file of any header and data, valid or not.
fn raw(header: &str, data: &[u8]) -> Vec<u8> {
    let length = u64::try_from(header.len()).unwrap();
    [&length.to_le_bytes(), header.as_bytes(), data].concat()
}

/// A dense layer from 3 to 2 whose values are 0, 1, 2, ..
fn dense() -> Vec<u8> {
    let header = r#"{"__metadata__":{"format":"pt"},"fc1.bias":{"dtype":"F64","shape":[2],"data_offsets":[24,40]},
        "fc1.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]}}      "#;
    let weight = (0..6_u8).flat_map(|value| f32::from(value).to_le_bytes());
    let bias = (6..8_u8).flat_map(|value| f64::from(value).to_le_bytes());
    raw(header, &weight.chain(bias).collect::<Vec<_>>())
}

/// The error of a file of one tensor with these fields and 8 bytes of data.
fn error_of(fields: &str) -> String {
    parse(&raw(&format!(r#"{{"a":{{{fields}}}}}"#), &[0; 8])).unwrap_err().to_string()
}

#[test]
fn a_file_gives_its_tensors_in_the_order_of_their_data() {
    let bytes = dense();
    let entries = parse(&bytes).unwrap();
    let [weight, bias] = &entries[..] else { panic!("{entries:?}") };
    assert_eq!((&*weight.name, weight.dtype, &weight.dims[..]), ("fc1.weight", Dtype::F32, &[2, 3][..]));
    assert_eq!((&*bias.name, bias.dtype, &bias.dims[..]), ("fc1.bias", Dtype::F64, &[2][..]));
    assert_eq!(weight.floats().unwrap(), [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]);
    assert_eq!(bias.floats().unwrap(), [6.0, 7.0]);
}

#[test]
fn a_file_may_be_empty_and_a_tensor_a_single_value() {
    assert_eq!(parse(&raw("{}", &[])), Ok(vec![]));
    let bytes = raw(r#"{"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}"#, &1.5_f32.to_le_bytes());
    assert_eq!(parse(&bytes).unwrap()[0].floats().unwrap(), [1.5]);
    let bytes = raw(r#"{"a":{"dtype":"F4","shape":[4],"data_offsets":[0,2]}}"#, &[0; 2]);
    assert_eq!(parse(&bytes).unwrap()[0].dtype, Dtype::Other("F4"));
}

#[test]
fn lengths_are_checked_before_they_are_used() {
    assert_eq!(parse(b"1234567"), Err(Error::TooShort { found: 7 }));
    let mut bytes = dense();
    for claimed in [100_000_001, u64::MAX - 7, u64::MAX] {
        bytes[..8].copy_from_slice(&claimed.to_le_bytes());
        assert_eq!(parse(&bytes), Err(Error::HeaderTooLarge { claimed }));
    }
    let available = bytes.len() - 8;
    let claimed = available as u64 + 1;
    bytes[..8].copy_from_slice(&claimed.to_le_bytes());
    assert_eq!(parse(&bytes), Err(Error::HeaderLength { claimed, available }));
}

#[test]
fn every_truncation_is_an_error() {
    let bytes = dense();
    for length in 0..bytes.len() {
        assert!(parse(&bytes[..length]).is_err(), "{length}");
    }
    let data = 40;
    let cut = parse(&bytes[..bytes.len() - 1]).unwrap_err();
    assert_eq!(cut, Error::Truncated { tensor: "fc1.bias".to_owned(), end: data, available: data - 1 });
    assert_eq!(cut.to_string(), "`fc1.bias` ends at byte 40 of the data, but there are 39: the file is cut off");
    let longer = [&bytes[..], &[0]].concat();
    assert_eq!(parse(&longer), Err(Error::TrailingData { filled: data, available: data + 1 }));
}

#[test]
fn what_is_not_a_header() {
    for header in ["", " {}", "[]", "0"] {
        assert_eq!(parse(&raw(header, &[])), Err(Error::NoObject), "{header}");
    }
    for header in ["{", "{}}", "{\"a\":}", "{\"a\\", "{,}", "{}\0"] {
        assert!(matches!(parse(&raw(header, &[])), Err(Error::Json(_))), "{header}");
    }
    assert!(matches!(parse(&[2, 0, 0, 0, 0, 0, 0, 0, b'{', 0xff]), Err(Error::Utf8(_))));
}

#[test]
fn fields_that_are_missing_or_of_the_wrong_kind() {
    let text = "the header is damaged: `a` should have a `dtype`, a `shape` of sizes and two `data_offsets`";
    for fields in [
        "",
        r#""dtype":"F32","shape":[2]"#,
        r#""shape":[2],"data_offsets":[0,8]"#,
        r#""dtype":"F32","data_offsets":[0,8]"#,
        r#""dtype":32,"shape":[2],"data_offsets":[0,8]"#,
        r#""dtype":"F32","shape":2,"data_offsets":[0,8]"#,
        r#""dtype":"F32","shape":[2.0],"data_offsets":[0,8]"#,
        r#""dtype":"F32","shape":[-2],"data_offsets":[0,8]"#,
        r#""dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,8]"#,
        r#""dtype":"F32","shape":[2],"data_offsets":[0,4,8]"#,
        r#""dtype":"F32","shape":[2],"data_offsets":[8]"#,
    ] {
        assert_eq!(error_of(fields), text, "{fields}");
    }
    let unknown = error_of(r#""dtype":"F31","shape":[2],"data_offsets":[0,8]"#);
    assert_eq!(unknown, "`a` is made of F31, which is no type of the format");
}

#[test]
fn sizes_that_do_not_agree_or_overflow() {
    for (dtype, shape, offsets) in [
        ("F32", "[3]", "[0,8]"),
        ("F64", "[2]", "[0,8]"),
        ("F32", "[2]", "[8,0]"),
        ("F4", "[1]", "[0,1]"),
        ("F32", "[18446744073709551615]", "[0,8]"),
        ("F32", "[4294967296,4294967296]", "[0,8]"),
        ("U8", "[2305843009213693953]", "[0,8]"),
        ("F32", "[2]", "[0,18446744073709551615]"),
    ] {
        let error = error_of(&format!(r#""dtype":"{dtype}","shape":{shape},"data_offsets":{offsets}"#));
        assert!(error.starts_with("the header is damaged: `a` of ") && error.contains("cannot fill"), "{error}");
    }
}

#[test]
fn offsets_that_overlap_or_leave_a_hole() {
    for (first, second) in [([0, 8], [4, 12]), ([0, 8], [12, 20]), ([4, 12], [12, 20]), ([0, 8], [0, 8])] {
        let tensor = |offsets| format!(r#"{{"dtype":"F32","shape":[2],"data_offsets":{offsets:?}}}"#);
        let header = format!(r#"{{"a":{},"b":{}}}"#, tensor(first), tensor(second));
        let error = parse(&raw(&header, &[0; 20])).unwrap_err();
        assert!(matches!(error, Error::Offsets { .. }), "{error}");
    }
    let end = u64::MAX - 7;
    let error = error_of(&format!(r#""dtype":"F32","shape":[1],"data_offsets":[{},{end}]"#, end - 4));
    assert!(error.ends_with("of the data, but the tensor before it ends at 0"), "{error}");
}

#[test]
fn one_name_for_two_tensors() {
    let tensor = r#"{"dtype":"F32","shape":[2],"data_offsets":[0,8]}"#;
    for again in ["a", "\\u0061"] {
        let error = parse(&raw(&format!(r#"{{"a":{tensor},"{again}":{tensor}}}"#), &[0; 8])).unwrap_err();
        assert_eq!(error.to_string(), "the header is damaged: `a` stands there twice");
    }
}

#[test]
fn names_in_messages_are_short_and_harmless() {
    let tensor = r#"{"dtype":"F32","shape":[1],"data_offsets":[1,5]}"#;
    let header = format!(r#"{{"\u001b[2J{}":{tensor}}}"#, "x".repeat(10_000));
    let text = parse(&raw(&header, &[0; 5])).unwrap_err().to_string();
    assert!(text.len() < 400 && text.contains("`\\u{1b}[2Jxxx"), "{text}");
}

fn doubles(values: [f64; 4]) -> Result<Vec<f32>, ValueError> {
    let data = values.map(f64::to_le_bytes);
    let (name, dims) = ("w".to_owned(), vec![2, 2]);
    Entry::new(name, Dtype::F64, dims, data.as_flattened()).floats()
}

#[test]
fn double_precision_is_rounded_and_must_fit() {
    let rounded = doubles([0.1, -0.0, f64::from(f32::MAX) * (1.0 + 1e-9), 1e-300]).unwrap();
    assert_eq!(
        rounded.iter().map(|value| value.to_bits()).collect::<Vec<_>>(),
        [0.1_f32.to_bits(), (-0.0_f32).to_bits(), f32::MAX.to_bits(), 0]
    );
    let error = doubles([0.0, 1.0, -1e39, f64::NAN]).unwrap_err();
    assert_eq!(error, ValueError::Overflow { tensor: "w".to_owned(), index: vec![1, 0], value: -1e39 });
    assert_eq!(error.to_string(), "`w[1, 0]` is -1e39, which is beyond `f32`");
    let error = doubles([0.0, f64::NEG_INFINITY, 1e39, 0.0]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`w[0, 1]` is -inf, expected a finite value: the network was saved after it had diverged"
    );
}

#[test]
fn other_types_are_no_floats() {
    let bytes = raw(r#"{"a":{"dtype":"I16","shape":[2],"data_offsets":[0,4]}}"#, &[0; 4]);
    let error = parse(&bytes).unwrap()[0].floats().unwrap_err();
    assert_eq!(
        error.to_string(),
        "`a` is made of I16, expected F32, F64, F16 or BF16: convert it first (`.float()` in PyTorch, `.astype(\"float32\")` in NumPy)"
    );
}
