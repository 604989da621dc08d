//! Grey-scale images with a class each, as MNIST and its successors are published.

use std::format;
use std::path::Path;
use std::vec::Vec;

use super::{Idx, IdxError, Kind};
use crate::scalar::Scalar;

/// Images, row by row from the top, from 0 for the pixel 0 to 1 for 255; and the class of each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Images<T, const PIXELS: usize> {
    /// The images.
    pub images: Vec<[T; PIXELS]>,
    /// Their classes, as many.
    pub labels: Vec<usize>,
}

impl<T: Scalar, const PIXELS: usize> Images<T, PIXELS> {
    /// Images of `rows` by `columns` pixels from one IDX file, and their classes, `0..classes`, from another one. Each
    /// may be packed (feature `gzip`), with `.gz` behind its name.
    ///
    /// # Errors
    ///
    /// [`IdxError`] if one cannot be read, the images have another size, a label is no class, or there are not as many
    /// labels as images.
    ///
    /// # Panics
    ///
    /// If `rows * columns` is not `PIXELS`.
    pub fn open(
        images: impl AsRef<Path>,
        [rows, columns]: [usize; 2],
        labels: impl AsRef<Path>,
        classes: usize,
    ) -> Result<Self, IdxError> {
        assert!(rows * columns == PIXELS, "{rows} x {columns} are not {PIXELS} pixels");
        let (images, labels) = (Idx::open(images)?, Idx::open(labels)?);
        if images.kind != Kind::U8 {
            return Err(IdxError::Pixels { file: images.file });
        }
        if !matches!(images.extents[..], [_, height, width] if [height, width] == [rows, columns]) {
            return Err(images.extents_error(&format!("a count and images of {rows} x {columns}")));
        }
        let classes = labels.labels(classes)?;
        if images.extents[0] != classes.len() {
            let (images_file, labels_file) = (images.file, labels.file);
            return Err(IdxError::Counts {
                images_file,
                images: images.extents[0],
                labels_file,
                labels: classes.len(),
            });
        }
        let scaled = |image: &[u8; PIXELS]| image.map(|pixel| T::from_f64(f64::from(pixel) / 255.0));
        Ok(Self { images: images.bytes.as_chunks().0.iter().map(scaled).collect(), labels: classes })
    }
}

impl<T, const PIXELS: usize> Images<T, PIXELS> {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.images.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.images.is_empty()
    }

    /// Every image with its class.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&[T; PIXELS], usize)> + Clone {
        self.images.iter().zip(self.labels.iter().copied())
    }
}

impl<T, const PIXELS: usize> FromIterator<([T; PIXELS], usize)> for Images<T, PIXELS> {
    fn from_iter<I: IntoIterator<Item = ([T; PIXELS], usize)>>(samples: I) -> Self {
        let (images, labels) = samples.into_iter().unzip();
        Self { images, labels }
    }
}

/// The side of an image of MNIST.
const SIDE: usize = 28;

/// The training set and the test set of MNIST, or of a set with its files and sizes, such as Fashion-MNIST: 28 x 28
/// pixels, ten classes.
///
/// In `directory` are `train-images-idx3-ubyte`, `train-labels-idx1-ubyte`, `t10k-images-idx3-ubyte` and
/// `t10k-labels-idx1-ubyte`, each as it is or packed (feature `gzip`), with `.gz` behind its name.
///
/// # Errors
///
/// [`IdxError`] if one of the files is missing, damaged, or holds something else.
///
/// # Examples
///
/// ```no_run
/// use static_nn::data::mnist;
///
/// let (train, test) = mnist::<f32>("data/mnist")?;
/// assert_eq!((train.images.len(), test.labels.len()), (60_000, 10_000));
/// # Ok::<(), static_nn::data::IdxError>(())
/// ```
pub fn mnist<T: Scalar>(
    directory: impl AsRef<Path>,
) -> Result<(Images<T, { SIDE * SIDE }>, Images<T, { SIDE * SIDE }>), IdxError> {
    let directory = directory.as_ref();
    let set = |name| {
        let file = |rest| directory.join(format!("{name}-{rest}"));
        Images::open(file("images-idx3-ubyte"), [SIDE, SIDE], file("labels-idx1-ubyte"), 10)
    };
    Ok((set("train")?, set("t10k")?))
}
