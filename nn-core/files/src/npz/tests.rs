use super::{NpzError, parse};
use crate::{Dtype, Entry};

const MOST: usize = 1 << 20;

/// A file as it stands in an archive: its name, its bytes there, its size, its method and its checksum.
struct File {
    name: &'static str,
    packed: Vec<u8>,
    size: usize,
    method: u16,
    checksum: u32,
}

fn stored(name: &'static str, content: &[u8]) -> File {
    let (packed, size, checksum) = (content.to_vec(), content.len(), super::zip::checksum(content));
    File { name, packed, size, method: 0, checksum }
}

fn deflated(name: &'static str, content: &[u8]) -> File {
    let packed = miniz_oxide::deflate::compress_to_vec(content, 6);
    File { packed, method: 8, ..stored(name, content) }
}

/// An archive as Python's `zipfile` writes one for NumPy: the sizes in the headers before the members stand in an extra field.
fn archive(files: &[File]) -> Vec<u8> {
    let (mut bytes, mut list) = (Vec::new(), Vec::new());
    let word = |number: usize| u32::try_from(number).unwrap().to_le_bytes();
    for File { name, packed, size, method, checksum } in files {
        let at = bytes.len();
        let length = u16::try_from(name.len()).unwrap().to_le_bytes();
        let kind = [&[0, 0][..], &method.to_le_bytes(), &[0; 4], &checksum.to_le_bytes()].concat();
        let sizes = [&[1, 0, 16, 0][..], &(*size as u64).to_le_bytes(), &(packed.len() as u64).to_le_bytes()].concat();
        bytes.extend([b"PK\x03\x04", &[45, 0][..], &kind, &[0xFF; 8], &length, &[20, 0]].concat());
        bytes.extend([name.as_bytes(), &sizes, packed].concat());
        list.extend(
            [b"PK\x01\x02", &[45, 3, 45, 0][..], &kind, &word(packed.len()), &word(*size), &length, &[0; 12]].concat(),
        );
        list.extend([&word(at), name.as_bytes()].concat());
    }
    let count = u16::try_from(files.len()).unwrap().to_le_bytes();
    let (at, size) = (word(bytes.len()), word(list.len()));
    [bytes, list, [b"PK\x05\x06", &[0; 4][..], &count, &count, &size, &at, &[0, 0]].concat()].concat()
}

/// An array with this line before these bytes.
fn array(line: &str, values: &[u8]) -> Vec<u8> {
    let length = u16::try_from(line.len()).unwrap().to_le_bytes();
    [b"\x93NUMPY\x01\x00", &length[..], line.as_bytes(), values].concat()
}

fn floats(dims: &str, order: &str, values: &[f32]) -> Vec<u8> {
    let bytes: Vec<u8> = values.iter().flat_map(|value| value.to_le_bytes()).collect();
    array(&format!("{{'descr': '<f4', 'fortran_order': {order}, 'shape': {dims}, }}   \n"), &bytes)
}

fn error(bytes: &[u8]) -> String {
    parse(bytes, MOST).unwrap_err().to_string()
}

#[test]
fn arrays_of_every_order_and_kind() {
    let values = [0.0, 1.0, 2.0, 3.0, 4.0, 5.0];
    let half = array("{'descr': '>f2', 'fortran_order': False, 'shape': (2,), }", &[0x3C, 0x00, 0xC1, 0x00]);
    let double = array("{'descr': '>f8', 'fortran_order': False, 'shape': (), }", &1.5_f64.to_be_bytes());
    let bytes = archive(&[
        stored("fc/kernel.npy", &floats("(2, 3)", "False", &values)),
        deflated("turned.npy", &floats("(2, 3)", "True", &values)),
        stored("half.npy", &half),
        deflated("double.npy", &double),
        stored("objects.npy", &array("{'descr': '|O', 'fortran_order': False, 'shape': (3,), }", b"\x80\x04K\x01.")),
    ]);
    let entries = parse(&bytes, MOST).unwrap();
    let seen = |entry: &Entry<'_>| (entry.name.clone(), entry.dtype, entry.dims.clone(), entry.numbers());
    let expected = [
        ("fc/kernel", Dtype::F32, vec![2, 3], Some(vec![0.0, 1.0, 2.0, 3.0, 4.0, 5.0])),
        ("turned", Dtype::F32, vec![2, 3], Some(vec![0.0, 2.0, 4.0, 1.0, 3.0, 5.0])),
        ("half", Dtype::F16, vec![2], Some(vec![1.0, -2.5])),
        ("double", Dtype::F64, vec![], Some(vec![1.5])),
        ("objects", Dtype::Other("Python's objects"), vec![3], None),
    ];
    for (entry, (name, dtype, dims, numbers)) in entries.iter().zip(expected) {
        assert_eq!(seen(entry), (name.to_owned(), dtype, dims, numbers));
    }
    assert_eq!(parse(&archive(&[]), MOST), Ok(Vec::new()));
}

#[test]
fn damage_is_told() {
    let content = floats("(2,)", "False", &[1.0, 2.0]);
    assert_eq!(error(b"PK\x03\x04"), NpzError::NoDirectory.to_string());
    assert_eq!(
        error(&archive(&[stored("a.npy", &content), deflated("a.npy", &content)])),
        "`a` is in the archive twice"
    );

    let mut file = stored("a.npy", &content);
    file.checksum ^= 1;
    assert_eq!(
        error(&archive(&[file])),
        "`a.npy` has another checksum than it was written with: write or download the file again"
    );
    let file = File { method: 14, ..stored("a.npy", &content) };
    assert_eq!(
        error(&archive(&[file])),
        "`a.npy` is packed by method 14: save it by `numpy.savez` or `savez_compressed`"
    );
    let file = File { packed: vec![0xFF; 40], ..deflated("a.npy", &content) };
    assert_eq!(error(&archive(&[file])), "`a.npy` cannot be unpacked: write or download the file again");
    assert_eq!(error(&archive(&[stored("a.txt", b"hello")])), "`a.txt` is no array of NumPy: it does not begin as one");
    assert_eq!(
        error(&archive(&[stored("a.npy", &floats("(3,)", "False", &[1.0, 2.0]))])),
        "`a` should be an array of the shape [3], but has 8 bytes of values"
    );
    let mut bytes = archive(&[stored("a.npy", &content)]);
    bytes[0] = 0;
    assert_eq!(error(&bytes), "`a.npy` is not where the archive's list says: the file is damaged");
}

/// What a member claims is no reason to take that much memory.
#[test]
fn claims_are_not_believed() {
    let content = floats("(2,)", "False", &[1.0, 2.0]);
    let file = File { size: 1 << 30, ..deflated("a.npy", &content) };
    let bytes = archive(&[file]);
    assert_eq!(parse(&bytes, MOST), Err(NpzError::TooLarge { most: MOST }));
    assert_eq!(parse(&bytes, usize::MAX), Err(NpzError::Packed { member: "a.npy".to_owned() }));
    // Zeros that unpack to more than is allowed.
    let zeros = deflated("a.npy", &vec![0; MOST + 1]);
    assert_eq!(parse(&archive(&[zeros]), MOST), Err(NpzError::TooLarge { most: MOST }));
    let huge = "(4294967296, 4294967296)";
    let bytes = archive(&[stored("a.npy", &floats(huge, "False", &[1.0]))]);
    assert!(matches!(parse(&bytes, MOST), Err(NpzError::Size { .. })));
    // Two members with the same bytes.
    let mut twice = archive(&[stored("a.npy", &content), stored("b.npy", &[0; 300])]);
    let list = twice.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    twice[list + 20..][..4].copy_from_slice(&600_u32.to_le_bytes());
    assert_eq!(parse(&twice, MOST), Err(NpzError::Directory));
}

/// Every cut, and every byte changed, gives an answer.
#[test]
fn no_damage_panics() {
    let content = floats("(2, 3)", "True", &[0.0, 1.0, 2.0, 3.0, 4.0, 5.0]);
    let bytes = archive(&[stored("a.npy", &content), deflated("b.npy", &content)]);
    for end in 0..bytes.len() {
        assert!(parse(&bytes[..end], MOST).is_err(), "cut at {end}");
    }
    for at in 0..bytes.len() {
        for change in [0x01, 0x80, 0xFF] {
            let mut damaged = bytes.clone();
            damaged[at] ^= change;
            if let Ok(entries) = parse(&damaged, MOST) {
                for entry in entries {
                    let _ = entry.numbers();
                }
            }
        }
    }
}
