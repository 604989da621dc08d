use std::borrow::ToOwned;
use std::format;
use std::prelude::rust_2024::*;

use super::super::{ReadError, read_into, to_bytes};
use super::{Net, counting, entries, raw, reference};

fn refusal(bytes: &[u8]) -> ReadError {
    read_into(&mut Net::<f32>::default(), bytes).unwrap_err()
}

fn header_refusal(header: &str, data: usize) -> ReadError {
    refusal(&raw(header, &std::vec![0; data]))
}

#[test]
fn every_truncation_is_an_error() {
    let bytes = reference(&entries());
    for length in 0..bytes.len() {
        let error = refusal(&bytes[..length]);
        let early = matches!(error, ReadError::TooShort { .. } | ReadError::HeaderLength { .. });
        assert!(early || matches!(error, ReadError::DataLength { .. }), "{length}: {error}");
    }
    let longer = [&bytes[..], &[0]].concat();
    assert_eq!(refusal(&longer), ReadError::DataLength { available: 65 });
}

#[test]
fn header_lengths_are_checked_before_they_are_used() {
    let mut bytes = reference(&entries());
    for claimed in [100_000_001, u64::MAX - 7, u64::MAX] {
        bytes[..8].copy_from_slice(&claimed.to_le_bytes());
        assert_eq!(refusal(&bytes), ReadError::HeaderTooLarge { claimed, limit: 100_000_000 });
    }
    let available = bytes.len() - 8;
    let claimed = available as u64 + 1;
    bytes[..8].copy_from_slice(&claimed.to_le_bytes());
    assert_eq!(refusal(&bytes), ReadError::HeaderLength { claimed, available });
}

#[test]
fn what_is_not_a_header() {
    for header in ["", " {}", "[]", "{", "{}}", "{\"a\":1}", "{\"a\\", "\u{feff}{}", "{\"a\":{\"dtype\":\"F32\"}}"] {
        let error = header_refusal(header, 8);
        assert!(matches!(error, ReadError::Header { .. }), "{header}: {error}");
    }
    let deep = format!("{{\"a\":{}", "[".repeat(1_000_000));
    assert!(matches!(header_refusal(&deep, 0), ReadError::Header { .. }));
    let wide = format!("{{\"a\":[{}0]}}", "0,".repeat(2_000_000));
    assert!(matches!(header_refusal(&wide, 0), ReadError::Header { .. }));
    assert!(matches!(refusal(&[&[2, 0, 0, 0, 0, 0, 0, 0][..], &[0xff, 0xfe]].concat()), ReadError::Header { .. }));
}

#[test]
fn offsets_that_overlap_or_leave_a_hole() {
    for (first, second) in [([0, 8], [4, 12]), ([0, 8], [12, 20]), ([4, 12], [12, 20]), ([0, 8], [8, 0])] {
        let header = format!(
            r#"{{"a":{{"dtype":"F32","shape":[2],"data_offsets":{first:?}}},"b":{{"dtype":"F32","shape":[2],"data_offsets":{second:?}}}}}"#
        );
        let error = header_refusal(&header, 20);
        assert!(matches!(error, ReadError::Offsets { .. }), "{error}");
    }
    let header = r#"{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}"#;
    assert!(matches!(header_refusal(header, 8), ReadError::Header { .. }));
}

#[test]
fn sizes_that_overflow() {
    for entry in [
        r#""shape":[18446744073709551615],"data_offsets":[0,4]"#,
        r#""shape":[4294967296,4294967296],"data_offsets":[0,4]"#,
        r#""shape":[99999999999999999999999],"data_offsets":[0,4]"#,
        r#""shape":[1],"data_offsets":[0,18446744073709551615]"#,
        r#""shape":[1],"data_offsets":[18446744073709551612,18446744073709551615]"#,
    ] {
        let error = header_refusal(&format!(r#"{{"a":{{"dtype":"F32",{entry}}}}}"#), 4);
        assert_eq!(error, ReadError::DataLength { available: 4 });
    }
}

/// Each tensor fits 64 bits, and so does their end; only that and the header together do not.
#[test]
fn a_sum_of_sizes_that_overflows() {
    let size = (1_u64 << 61) - 1;
    let entries: Vec<String> = (0..8)
        .map(|i| {
            let offsets = [i * size, (i + 1) * size];
            format!(r#""{i}":{{"dtype":"U8","shape":[{size}],"data_offsets":{offsets:?}}}"#)
        })
        .collect();
    assert_eq!(header_refusal(&format!("{{{}}}", entries.join(",")), 0), ReadError::DataLength { available: 0 });
}

#[test]
fn one_name_for_two_tensors() {
    for (first, second) in [("a", "a"), ("a", "\\u0061")] {
        let entry = r#"{"dtype":"F32","shape":[2],"data_offsets":[0,8]}"#;
        let error = header_refusal(&format!(r#"{{"{first}":{entry},"{second}":{entry}}}"#), 8);
        assert_eq!(error, ReadError::Duplicate { tensor: second.to_owned() });
    }
}

/// Steele, Lea and Flood's splitmix64.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % bound as u64).unwrap()
    }

    fn byte(&mut self) -> u8 {
        u8::try_from(self.below(256)).unwrap()
    }
}

/// Damages a file in one of the ways in which files are damaged, and in some in which they are not.
fn damage(bytes: &mut Vec<u8>, random: &mut Random) {
    const TELLING: &[u8] = b"\"\\{}[]:,0919eE-. \nu";
    let at = random.below(bytes.len().max(1)).min(bytes.len().saturating_sub(1));
    match random.below(7) {
        0 => bytes.truncate(at),
        1 => bytes.extend((0..random.below(20)).map(|i| u8::try_from(i).unwrap())),
        2 if bytes.len() >= 8 => {
            let claimed = [u64::MAX, u64::MAX - 7, 1 << 63, 100_000_000, bytes.len() as u64, 0][random.below(6)];
            bytes[..8].copy_from_slice(&claimed.to_le_bytes());
        }
        3 if bytes.len() > 8 => bytes[random.below(8)] = random.byte(),
        4 if !bytes.is_empty() => bytes[at] = random.byte(),
        5 if !bytes.is_empty() => bytes[at] = TELLING[random.below(TELLING.len())],
        _ if !bytes.is_empty() => {
            // Half of all changes hit the header, where a digit can do most.
            let header = bytes.len().min(200);
            bytes[random.below(header)] = b"0123456789"[random.below(10)];
        }
        _ => {}
    }
}

#[test]
fn random_damage_never_panics_and_never_half_loads() {
    let valid = to_bytes(&counting::<f32>()).unwrap();
    let mut random = Random(1);
    let mut refused = 0;
    for round in 0..20_000 {
        let mut bytes = valid.clone();
        for _ in 0..=random.below(3) {
            damage(&mut bytes, &mut random);
        }
        let mut net = Net::<f32>::default();
        if read_into(&mut net, &bytes).is_err() {
            refused += 1;
            assert_eq!(net, Net::default(), "round {round}");
        }
    }
    assert!(refused > 10_000, "only {refused} of the damaged files were refused");
}
