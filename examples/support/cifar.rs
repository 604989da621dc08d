//! The binary files of CIFAR-10 (Krizhevsky, "Learning Multiple Layers of Features from Tiny Images", 2009,
//! <https://www.cs.toronto.edu/~kriz/cifar.html>).
//!
//! ```text
//! class: 1 byte   red: 32 x 32 bytes   green: 32 x 32   blue: 32 x 32      and so for every image
//! ```

use std::error::Error;
use std::fs;
use std::path::Path;

use static_nn::data::Images;

/// The values of an image: three channels of 32 rows and columns.
pub const VALUES: usize = 3 * 32 * 32;

/// Images in three colours, channel by channel, from 0 for a byte of 0 to 1 for 255; and the class of each.
pub type Photographs = Images<f32, VALUES>;

/// The training set, of the files `data_batch_1.bin` to `data_batch_5.bin`, and the test set, of `test_batch.bin`.
pub fn load(directory: &Path) -> Result<(Photographs, Photographs), Box<dyn Error>> {
    let names = (1..=5).map(|i| format!("data_batch_{i}.bin"));
    let train = names.map(|name| read(&directory.join(name))).collect::<Result<Vec<_>, _>>()?;
    let (images, labels): (Vec<_>, Vec<_>) = train.into_iter().map(|part| (part.images, part.labels)).unzip();
    let train = Images { images: images.concat(), labels: labels.concat() };
    Ok((train, read(&directory.join("test_batch.bin"))?))
}

fn read(file: &Path) -> Result<Photographs, Box<dyn Error>> {
    let bytes = fs::read(file).map_err(|error| format!("could not read `{}`: {error}", file.display()))?;
    let (images, rest) = bytes.as_chunks::<{ 1 + VALUES }>();
    if images.is_empty() || !rest.is_empty() {
        return Err(format!("`{}` has {} bytes, no multiple of {}", file.display(), bytes.len(), 1 + VALUES).into());
    }
    let sample = |(i, image): (usize, &[u8; 1 + VALUES])| match image {
        [label @ 0..10, values @ ..] => {
            let mut scaled = [0.0; VALUES];
            for (scaled, &value) in scaled.iter_mut().zip(values) {
                *scaled = f32::from(value) / 255.0;
            }
            Ok((scaled, usize::from(*label)))
        }
        [label, ..] => {
            Err(format!("`{}`: image {i} is of class {label}, which is none of 0 to 9", file.display()).into())
        }
    };
    images.iter().enumerate().map(sample).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A directory of its own with files of two images each, the second of class `class`.
    fn directory(name: &str, class: u8) -> std::path::PathBuf {
        let directory = std::env::temp_dir().join(format!("cifar-{name}-{}", std::process::id()));
        fs::create_dir_all(&directory).unwrap();
        let names = (1..=5).map(|i| format!("data_batch_{i}.bin")).chain(["test_batch.bin".to_owned()]);
        for (i, name) in names.enumerate() {
            let mut bytes = vec![0; 2 * (1 + VALUES)];
            bytes[0] = u8::try_from(i).unwrap();
            bytes[1] = 255;
            bytes[1 + VALUES] = class;
            bytes[1 + 2 * VALUES] = 51;
            fs::write(directory.join(name), bytes).unwrap();
        }
        directory
    }

    #[test]
    fn files_are_read() {
        let directory = directory("read", 9);
        let (train, test) = load(&directory).unwrap();
        assert_eq!((train.len(), test.len()), (10, 2));
        assert_eq!(train.labels, [0, 9, 1, 9, 2, 9, 3, 9, 4, 9]);
        assert_eq!((train.images[0][0], train.images[0][1], train.images[1][VALUES - 1]), (1.0, 0.0, 0.2));
        assert_eq!(test.labels, [5, 9]);
        fs::remove_dir_all(directory).unwrap();
    }

    #[test]
    fn damaged_files_are_refused() {
        let directory = directory("damaged", 10);
        let error = load(&directory).unwrap_err().to_string();
        assert!(error.ends_with("data_batch_1.bin`: image 1 is of class 10, which is none of 0 to 9"), "{error}");
        fs::write(directory.join("data_batch_1.bin"), [0; 3074]).unwrap();
        let error = load(&directory).unwrap_err().to_string();
        assert!(error.ends_with("data_batch_1.bin` has 3074 bytes, no multiple of 3073"), "{error}");
        fs::remove_dir_all(&directory).unwrap();
        let error = load(&directory).unwrap_err().to_string();
        assert!(error.starts_with("could not read `"), "{error}");
    }
}
