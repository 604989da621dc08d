//! MNIST in its own format, IDX: four files, as they are published or unpacked, in one directory.
//!
//! ```text
//! 00 00 08 03  count  28  28  pixels: count x 28 x 28 bytes     {train,t10k}-images-idx3-ubyte
//! 00 00 08 01  count          labels: count bytes               {train,t10k}-labels-idx1-ubyte
//! ```
//!
//! `08` stands for unsigned bytes, `03` and `01` for the number of dimensions; each is 32 bits, big end first.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;

use super::Digits;

const SIDE: usize = 28;
const PIXELS: usize = SIDE * SIDE;

/// The training set and the test set, out of `directory`. Each file may be compressed, with `.gz` after its name.
pub fn load(directory: impl AsRef<Path>) -> Result<(Digits<PIXELS>, Digits<PIXELS>), Error> {
    let directory = directory.as_ref();
    Ok((load_set(directory, "train")?, load_set(directory, "t10k")?))
}

fn load_set(directory: &Path, set: &str) -> Result<Digits<PIXELS>, Error> {
    let images_file = directory.join(format!("{set}-images-idx3-ubyte"));
    let labels_file = directory.join(format!("{set}-labels-idx1-ubyte"));
    let images = read_images(&images_file)?;
    let labels = read_labels(&labels_file)?;

    if images.len() != labels.len() {
        return Err(Error::Counts { images: images.len(), labels: labels.len(), images_file, labels_file });
    }
    Ok(Digits { images, labels })
}

fn read_images(file: &Path) -> Result<Vec<[f32; PIXELS]>, Error> {
    let bytes = read(file)?;
    let ([_, rows, columns], pixels) = parse(file, &bytes)?;
    if [rows, columns] != [SIDE, SIDE] {
        return Err(Error::Size { file: file.into(), rows, columns });
    }
    let (images, _) = pixels.as_chunks::<PIXELS>();
    Ok(images.iter().map(|image| image.map(|pixel| f32::from(pixel) / 255.0)).collect())
}

fn read_labels(file: &Path) -> Result<Vec<usize>, Error> {
    let bytes = read(file)?;
    let ([_], labels) = parse(file, &bytes)?;
    if let Some(index) = labels.iter().position(|&label| label > 9) {
        return Err(Error::Label { file: file.into(), index, found: labels[index] });
    }
    Ok(labels.iter().map(|&label| label.into()).collect())
}

/// The content of `file`, or of its compressed twin if there is no such file.
fn read(file: &Path) -> Result<Vec<u8>, Error> {
    let open = |path: &Path| match File::open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        result => result.map(Some),
    };
    let unreadable = |path: &Path| {
        let file = path.to_path_buf();
        move |source| Error::Unreadable { file, source }
    };

    let mut bytes = Vec::new();
    let compressed = with_gz(file);
    if let Some(mut plain) = open(file).map_err(unreadable(file))? {
        plain.read_to_end(&mut bytes).map_err(unreadable(file))?;
    } else if let Some(packed) = open(&compressed).map_err(unreadable(&compressed))? {
        GzDecoder::new(packed).read_to_end(&mut bytes).map_err(unreadable(&compressed))?;
    } else {
        return Err(Error::Missing { file: file.into() });
    }
    Ok(bytes)
}

fn with_gz(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".gz");
    name.into()
}

/// The dimensions in the header, and the bytes after it: exactly as many as the dimensions ask for.
fn parse<'a, const DIMENSIONS: usize>(file: &Path, bytes: &'a [u8]) -> Result<([usize; DIMENSIONS], &'a [u8]), Error> {
    let length = |expected| Error::Length { file: file.into(), expected, found: bytes.len() };

    let (words, _) = bytes.as_chunks::<4>();
    let Some((&magic, words)) = words.split_first() else {
        return Err(length(4 + 4 * DIMENSIONS as u128));
    };
    match magic {
        [0, 0, 8, dimensions] if usize::from(dimensions) == DIMENSIONS => {}
        [0, 0, 8, found] => return Err(Error::Dimensions { file: file.into(), expected: DIMENSIONS, found }),
        found => return Err(Error::Magic { file: file.into(), found }),
    }
    let Some(sizes) = words.first_chunk::<DIMENSIONS>() else {
        return Err(length(4 + 4 * DIMENSIONS as u128));
    };

    let sizes = sizes.map(u32::from_be_bytes);
    let data = &bytes[4 + 4 * DIMENSIONS..];
    // Three dimensions of 32 bits fit into 128.
    let expected = sizes.iter().map(|&size| u128::from(size)).product::<u128>();
    if data.len() as u128 != expected {
        return Err(length(expected + 4 + 4 * DIMENSIONS as u128));
    }
    Ok((sizes.map(|size| size as usize), data))
}

/// Why MNIST could not be read.
#[derive(Debug)]
pub enum Error {
    /// Neither the file nor its compressed twin is there.
    Missing { file: PathBuf },
    /// The system would not read the file, or it is not the gzip stream that its name promises.
    Unreadable { file: PathBuf, source: io::Error },
    /// The file does not begin as an IDX file of unsigned bytes does.
    Magic { file: PathBuf, found: [u8; 4] },
    /// Labels in place of images, or the other way round.
    Dimensions { file: PathBuf, expected: usize, found: u8 },
    /// The pictures are not of 28 x 28 pixels.
    Size { file: PathBuf, rows: usize, columns: usize },
    /// The file, unpacked, is shorter or longer than its header says; lengths are in bytes.
    Length { file: PathBuf, expected: u128, found: usize },
    /// There are not as many labels as images.
    Counts { images_file: PathBuf, images: usize, labels_file: PathBuf, labels: usize },
    /// A label is no digit.
    Label { file: PathBuf, index: usize, found: u8 },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { file } => {
                write!(f, "expected `{0}` or `{0}.gz`, found neither", file.display())
            }
            Self::Unreadable { file, source } => write!(f, "could not read `{}`: {source}", file.display()),
            Self::Magic { file, found } => write!(
                f,
                "expected `{}` to be an IDX file of bytes and begin with [00, 00, 08], found {found:02x?}",
                file.display(),
            ),
            Self::Dimensions { file, expected, found } => {
                write!(f, "expected `{}` to have {expected} dimensions, found {found}", file.display())
            }
            Self::Size { file, rows, columns } => {
                write!(f, "expected `{}` to hold images of {SIDE} x {SIDE}, found {rows} x {columns}", file.display())
            }
            Self::Length { file, expected, found } => {
                write!(f, "expected `{}` to hold {expected} bytes, found {found}", file.display())
            }
            Self::Counts { images_file, images, labels_file, labels } => write!(
                f,
                "expected a label for each image, found {images} images in `{}` and {labels} labels in `{}`",
                images_file.display(),
                labels_file.display(),
            ),
            Self::Label { file, index, found } => {
                write!(f, "expected labels from 0 to 9 in `{}`, found {found} for image {index}", file.display())
            }
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Unreadable { source, .. } => Some(source),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    const FILES: [&str; 4] =
        ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"];

    /// A directory with a tiny MNIST: three images to train, two to test. It is removed when dropped.
    struct Mnist(PathBuf);

    impl Mnist {
        fn new(test: &str) -> Self {
            let directory = std::env::temp_dir().join(format!("static-nn-idx-{}-{test}", std::process::id()));
            fs::create_dir_all(&directory).unwrap();
            let mnist = Self(directory);
            for (file, labels) in [("train", &[5, 0, 9][..]), ("t10k", &[7, 2])] {
                let count = u32::try_from(labels.len()).unwrap();
                let pixels: Vec<u8> = labels.iter().flat_map(|&label| [label * 20; PIXELS]).collect();
                mnist.write(&format!("{file}-images-idx3-ubyte"), &idx(&[count, 28, 28], &pixels));
                mnist.write(&format!("{file}-labels-idx1-ubyte"), &idx(&[count], labels));
            }
            mnist
        }

        fn write(&self, file: &str, bytes: &[u8]) {
            fs::write(self.0.join(file), bytes).unwrap();
        }

        /// Puts `FILE.gz` in place of `FILE`.
        fn compress(&self, file: &str) {
            let path = self.0.join(file);
            let mut encoder = GzEncoder::new(File::create(with_gz(&path)).unwrap(), Compression::fast());
            encoder.write_all(&fs::read(&path).unwrap()).unwrap();
            encoder.finish().unwrap();
            fs::remove_file(path).unwrap();
        }

        /// The message of the error, without the directory.
        fn error(&self) -> String {
            let message = load(&self.0).unwrap_err().to_string();
            message.replace(&format!("{}{}", self.0.display(), std::path::MAIN_SEPARATOR), "")
        }
    }

    impl Drop for Mnist {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn idx(dimensions: &[u32], data: &[u8]) -> Vec<u8> {
        let mut bytes = vec![0, 0, 8, u8::try_from(dimensions.len()).unwrap()];
        bytes.extend(dimensions.iter().flat_map(|dimension| dimension.to_be_bytes()));
        bytes.extend(data);
        bytes
    }

    #[test]
    fn reads_plain_files() {
        let (train, test) = load(&Mnist::new("plain").0).unwrap();
        assert_eq!((train.labels, test.labels), (vec![5, 0, 9], vec![7, 2]));
        assert_eq!(train.images, [[100.0 / 255.0; PIXELS], [0.0; PIXELS], [180.0 / 255.0; PIXELS]]);
        assert_eq!(test.images.len(), 2);
    }

    #[test]
    fn reads_compressed_files_to_the_same_numbers() {
        let mnist = Mnist::new("gz");
        let plain = load(&mnist.0).unwrap();
        for file in FILES {
            mnist.compress(file);
            assert_eq!(load(&mnist.0).unwrap(), plain);
        }
    }

    #[test]
    fn a_missing_file() {
        let mnist = Mnist::new("missing");
        fs::remove_file(mnist.0.join(FILES[3])).unwrap();
        assert_eq!(mnist.error(), "expected `t10k-labels-idx1-ubyte` or `t10k-labels-idx1-ubyte.gz`, found neither");
    }

    #[test]
    fn a_file_of_another_kind() {
        let mnist = Mnist::new("magic");
        mnist.write(FILES[0], b"\x89PNG\r\n\x1a\n");
        assert_eq!(
            mnist.error(),
            "expected `train-images-idx3-ubyte` to be an IDX file of bytes and begin with [00, 00, 08], \
             found [89, 50, 4e, 47]"
        );
    }

    #[test]
    fn labels_in_place_of_images() {
        let mnist = Mnist::new("dimensions");
        mnist.write(FILES[0], &idx(&[3], &[5, 0, 9]));
        assert_eq!(mnist.error(), "expected `train-images-idx3-ubyte` to have 3 dimensions, found 1");
    }

    #[test]
    fn images_of_another_size() {
        let mnist = Mnist::new("size");
        mnist.write(FILES[2], &idx(&[1, 32, 16], &[0; 512]));
        assert_eq!(mnist.error(), "expected `t10k-images-idx3-ubyte` to hold images of 28 x 28, found 32 x 16");
    }

    #[test]
    fn a_truncated_file() {
        let mnist = Mnist::new("truncated");
        let whole = idx(&[3, 28, 28], &[0; 3 * PIXELS]);
        for length in [0, 3, 4, 15, 16, whole.len() - 1] {
            mnist.write(FILES[0], &whole[..length]);
            let expected = if length < 16 { 16 } else { 2_368 };
            assert_eq!(
                mnist.error(),
                format!("expected `train-images-idx3-ubyte` to hold {expected} bytes, found {length}")
            );
        }
    }

    #[test]
    fn a_file_with_something_after_its_end() {
        let mnist = Mnist::new("longer");
        mnist.write(FILES[1], &idx(&[3], &[5, 0, 9, 1]));
        assert_eq!(mnist.error(), "expected `train-labels-idx1-ubyte` to hold 11 bytes, found 12");
    }

    #[test]
    fn a_header_that_claims_more_than_there_is_memory() {
        let mnist = Mnist::new("claim");
        mnist.write(FILES[0], &idx(&[u32::MAX; 3], &[]));
        assert_eq!(
            mnist.error(),
            "expected `train-images-idx3-ubyte` to hold 79228162458924105385300197391 bytes, found 16"
        );
    }

    #[test]
    fn a_truncated_gzip_stream() {
        let mnist = Mnist::new("gz-truncated");
        mnist.compress(FILES[0]);
        let file = with_gz(Path::new(FILES[0]));
        let file = file.to_str().unwrap();
        let whole = fs::read(mnist.0.join(file)).unwrap();
        mnist.write(file, &whole[..whole.len() / 2]);
        assert!(mnist.error().starts_with("could not read `train-images-idx3-ubyte.gz`: "), "{}", mnist.error());
    }

    #[test]
    fn fewer_labels_than_images() {
        let mnist = Mnist::new("counts");
        mnist.write(FILES[1], &idx(&[2], &[5, 0]));
        assert_eq!(
            mnist.error(),
            "expected a label for each image, found 3 images in `train-images-idx3-ubyte` \
             and 2 labels in `train-labels-idx1-ubyte`"
        );
    }

    #[test]
    fn a_label_that_is_no_digit() {
        let mnist = Mnist::new("label");
        mnist.write(FILES[1], &idx(&[3], &[5, 10, 9]));
        assert_eq!(mnist.error(), "expected labels from 0 to 9 in `train-labels-idx1-ubyte`, found 10 for image 1");
    }
}
