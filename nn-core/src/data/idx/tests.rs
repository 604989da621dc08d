use std::fs::{self, File};
use std::path::PathBuf;
use std::prelude::rust_2024::*;
use std::string::ToString;
use std::{format, vec};

use super::{Idx, IdxError, Images, mnist};

const PIXELS: usize = 784;

const FILES: [&str; 4] =
    ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"];

/// A directory with a tiny MNIST: three images to train, two to test.
struct Mnist(tempfile::TempDir);

impl Mnist {
    fn new() -> Self {
        let mnist = Self(tempfile::tempdir().unwrap());
        for (file, labels) in [("train", &[5, 0, 9][..]), ("t10k", &[7, 2])] {
            let count = u32::try_from(labels.len()).unwrap();
            let pixels: Vec<u8> = labels.iter().flat_map(|&label| [label * 20; PIXELS]).collect();
            mnist.write(&format!("{file}-images-idx3-ubyte"), &idx(&[count, 28, 28], &pixels));
            mnist.write(&format!("{file}-labels-idx1-ubyte"), &idx(&[count], labels));
        }
        mnist
    }

    fn path(&self, file: &str) -> PathBuf {
        self.0.path().join(file)
    }

    fn write(&self, file: &str, bytes: &[u8]) {
        fs::write(self.path(file), bytes).unwrap();
    }

    /// The message of the error, without the directory.
    fn error(&self) -> String {
        let message = mnist::<f32>(self.0.path()).unwrap_err().to_string();
        message.replace(&format!("{}{}", self.0.path().display(), std::path::MAIN_SEPARATOR), "")
    }
}

fn idx(extents: &[u32], data: &[u8]) -> Vec<u8> {
    typed(8, extents, data)
}

fn typed(code: u8, extents: &[u32], data: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0, 0, code, u8::try_from(extents.len()).unwrap()];
    bytes.extend(extents.iter().flat_map(|extent| extent.to_be_bytes()));
    bytes.extend(data);
    bytes
}

#[test]
fn plain_files() {
    let files = Mnist::new();
    let (train, test) = mnist::<f32>(files.0.path()).unwrap();
    assert_eq!((&train.labels, &test.labels), (&vec![5, 0, 9], &vec![7, 2]));
    assert_eq!(train.images, [[100.0 / 255.0; PIXELS], [0.0; PIXELS], [180.0 / 255.0; PIXELS]]);
    assert_eq!((test.len(), test.is_empty()), (2, false));
    assert_eq!(test.iter().collect::<Vec<_>>(), [(&[140.0 / 255.0; PIXELS], 7), (&[40.0 / 255.0; PIXELS], 2)]);
    let again: Images<f32, PIXELS> = test.iter().map(|(image, label)| (*image, label)).collect();
    assert_eq!(again, test);
    // Every pixel is what one division of its number gives.
    let pixels: Vec<u8> = (0..=255).collect();
    files.write("ramp", &idx(&[1, 16, 16], &pixels));
    files.write("class", &idx(&[1], &[3]));
    let ramp = Images::<f32, 256>::open(files.path("ramp"), [16, 16], files.path("class"), 4).unwrap();
    assert_eq!(ramp.images[0].as_slice(), pixels.iter().map(|&pixel| f32::from(pixel) / 255.0).collect::<Vec<_>>());
}

#[cfg(feature = "gzip")]
#[test]
fn packed_files_hold_the_same_numbers() {
    use std::io::Write;

    let files = Mnist::new();
    let plain = mnist::<f32>(files.0.path()).unwrap();
    for file in FILES {
        let packed = File::create(files.path(&format!("{file}.gz"))).unwrap();
        let mut encoder = flate2::write::GzEncoder::new(packed, flate2::Compression::fast());
        encoder.write_all(&fs::read(files.path(file)).unwrap()).unwrap();
        encoder.finish().unwrap();
        fs::remove_file(files.path(file)).unwrap();
        assert_eq!(mnist(files.0.path()).unwrap(), plain);
    }
    let packed = format!("{}.gz", FILES[0]);
    let whole = fs::read(files.path(&packed)).unwrap();
    files.write(&packed, &whole[..whole.len() / 2]);
    assert!(files.error().starts_with("cannot read `train-images-idx3-ubyte.gz`: "), "{}", files.error());
}

#[cfg(not(feature = "gzip"))]
#[test]
fn packed_files_need_the_feature() {
    let files = Mnist::new();
    fs::rename(files.path(FILES[0]), files.path("train-images-idx3-ubyte.gz")).unwrap();
    let text = "cannot read `train-images-idx3-ubyte.gz`: it is packed: unpack it, or switch on the feature `gzip`";
    assert_eq!(files.error(), text);
}

#[test]
fn a_missing_file() {
    let files = Mnist::new();
    fs::remove_file(files.path(FILES[3])).unwrap();
    assert_eq!(files.error(), "expected `t10k-labels-idx1-ubyte` or `t10k-labels-idx1-ubyte.gz`, found neither");
}

#[test]
fn a_file_of_another_kind() {
    let files = Mnist::new();
    files.write(FILES[0], b"\x89PNG\r\n\x1a\n");
    assert_eq!(
        files.error(),
        "`train-images-idx3-ubyte` begins with [89, 50, 4e, 47], \
         but an IDX file with two zeros and the type of its values, 08, 09, 0b, 0c, 0d or 0e"
    );
    files.write(FILES[0], &typed(10, &[3, 28, 28], &[0; 3 * PIXELS]));
    assert!(matches!(mnist::<f32>(files.0.path()), Err(IdxError::Magic { found: [0, 0, 10, 3], .. })));
    files.write(FILES[0], &typed(9, &[3, 28, 28], &[0; 3 * PIXELS]));
    assert_eq!(files.error(), "`train-images-idx3-ubyte` holds other values than unsigned bytes, which pixels are");
}

#[test]
fn labels_in_place_of_images_and_images_in_place_of_labels() {
    let files = Mnist::new();
    files.write(FILES[0], &idx(&[3], &[5, 0, 9]));
    let text = "`train-images-idx3-ubyte` has the extents [3], expected a count and images of 28 x 28";
    assert_eq!(files.error(), text);
    let files = Mnist::new();
    files.write(FILES[1], &idx(&[3, 1], &[5, 0, 9]));
    let text = "`train-labels-idx1-ubyte` has the extents [3, 1], expected a count alone, of labels";
    assert_eq!(files.error(), text);
}

#[test]
fn images_of_another_size() {
    let files = Mnist::new();
    files.write(FILES[2], &idx(&[1, 14, 56], &[0; PIXELS]));
    let text = "`t10k-images-idx3-ubyte` has the extents [1, 14, 56], expected a count and images of 28 x 28";
    assert_eq!(files.error(), text);
}

#[test]
fn a_truncated_file() {
    let files = Mnist::new();
    let whole = idx(&[3, 28, 28], &[0; 3 * PIXELS]);
    for (length, expected) in [(0, 8), (3, 8), (4, 16), (15, 16), (16, 2_368), (whole.len() - 1, 2_368)] {
        files.write(FILES[0], &whole[..length]);
        let text = format!("`train-images-idx3-ubyte` should hold {expected} bytes, but holds {length}");
        assert_eq!(files.error(), text);
    }
}

#[test]
fn a_file_with_something_after_its_end() {
    let files = Mnist::new();
    files.write(FILES[1], &idx(&[3], &[5, 0, 9, 1, 1, 1]));
    assert_eq!(files.error(), "`train-labels-idx1-ubyte` should hold 11 bytes, but holds more");
}

#[test]
fn a_header_that_claims_more_than_there_is_memory() {
    let files = Mnist::new();
    files.write(FILES[0], &idx(&[u32::MAX; 3], &[]));
    let text = "should hold 79228162458924105385300197391 bytes, but holds 16";
    assert_eq!(files.error(), format!("`train-images-idx3-ubyte` {text}"));
    files.write(FILES[0], &idx(&[u32::MAX; 255], &[]));
    assert!(matches!(mnist::<f32>(files.0.path()), Err(IdxError::Length { expected: u128::MAX, .. })));
}

/// A hole of 6 GB behind a small header: what is too much is not read.
#[test]
fn a_file_of_gigabytes() {
    let files = Mnist::new();
    files.write(FILES[1], &idx(&[3], &[5, 0, 9]));
    File::options().write(true).open(files.path(FILES[1])).unwrap().set_len(6_000_000_000).unwrap();
    assert!(matches!(Idx::open(files.path(FILES[1])), Err(IdxError::Length { expected: 11, found: 12, .. })));
    #[cfg(unix)]
    assert!(matches!(Idx::open("/dev/zero"), Err(IdxError::Magic { found: [0, 0, 0, 0], .. })));
}

#[test]
fn fewer_labels_than_images() {
    let files = Mnist::new();
    files.write(FILES[1], &idx(&[2], &[5, 0]));
    let text = "there are 3 images in `train-images-idx3-ubyte`, but 2 labels in `train-labels-idx1-ubyte`";
    assert_eq!(files.error(), text);
}

#[test]
fn a_label_that_is_no_class() {
    let files = Mnist::new();
    files.write(FILES[1], &idx(&[3], &[5, 10, 9]));
    let text = "label 1 of `train-labels-idx1-ubyte` is 10, expected a whole number below 10";
    assert_eq!(files.error(), text);
    files.write("halves", &typed(13, &[2], &[1.0_f32, 0.5].map(f32::to_be_bytes).concat()));
    let error = Idx::open(files.path("halves")).unwrap().labels(10).unwrap_err();
    assert!(matches!(error, IdxError::Label { index: 1, found: 0.5, .. }), "{error}");
    files.write("negative", &typed(9, &[1], &[255]));
    assert!(Idx::open(files.path("negative")).unwrap().labels(10).is_err());
}

#[test]
fn values_of_every_type() {
    let files = Mnist::new();
    let read = |code, data: &[u8]| {
        files.write("values", &typed(code, &[1, 1, 2], data));
        Idx::open(files.path("values")).unwrap().samples::<f64, 2>().unwrap()
    };
    assert_eq!(read(8, &[1, 255]), [[1.0, 255.0]]);
    assert_eq!(read(9, &[1, 255]), [[1.0, -1.0]]);
    assert_eq!(read(11, &[1, 0, 255, 254]), [[256.0, -2.0]]);
    assert_eq!(read(12, &[1, 0, 0, 0, 255, 255, 255, 254]), [[16_777_216.0, -2.0]]);
    assert_eq!(read(13, &[0.5_f32, -3.25].map(f32::to_be_bytes).concat()), [[0.5, -3.25]]);
    assert_eq!(read(14, &[0.1_f64, 1e300].map(f64::to_be_bytes).concat()), [[0.1, 1e300]]);
    let error = Idx::open(files.path("values")).unwrap().samples::<f64, 3>().unwrap_err().to_string();
    assert!(error.ends_with("has the extents [1, 1, 2], expected a count and samples of 3 values"), "{error}");
}
