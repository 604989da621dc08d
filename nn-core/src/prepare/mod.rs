//! What happens to data before a network sees it: features of one size, classes as vectors, fewer dimensions.
//!
//! A preparation is fitted to the training samples and then applied to every sample, in training and in use. It is a plain
//! struct of scalars with named tensors, like a layer, so it is saved with the network: see `io::Bundle`. A [`StandardScaler`] can be a
//! layer of the network itself: [`Standardize`](crate::Standardize).
//!
//! | preparation | tensors | a sample becomes |
//! |---|---|---|
//! | [`StandardScaler`] | `mean`, `scale` | `(x - mean) / scale`: mean 0 and variance 1 |
//! | [`MinMaxScaler`] | `data_min`, `data_max`, `feature_range` | each feature in a range, 0 to 1 unless told otherwise |
//! | [`Pca`] | `mean`, `components`, `explained_variance`, `explained_variance_ratio` | its places along the directions of most variance |
//! | [`one_hot`] | | a class becomes a vector |
//!
//! The formulas and the conventions are scikit-learn's. Fitting computes in double precision; transforming never allocates. A value
//! that is infinite or NaN is an error where something is fitted; transformed, it stays what it is.
//!
//! # Examples
//!
//! Only the training samples are fitted, so that nothing of the others is known beforehand:
//!
//! ```
//! use static_nn::prepare::StandardScaler;
//!
//! let (mut train, mut test) = ([[1.0_f32, 10.0], [3.0, 30.0]], [[2.0, 40.0]]);
//! let scaler = StandardScaler::fit(&train)?;
//! scaler.transform_in_place(&mut train);
//! scaler.transform_in_place(&mut test);
//! assert_eq!(train, [[-1.0, -1.0], [1.0, 1.0]]);
//! assert_eq!(test, [[0.0, 2.0]]);
//! # Ok::<(), static_nn::prepare::FitError>(())
//! ```

mod error;
mod min_max;
mod one_hot;
mod pca;
mod standard;

pub use error::FitError;
pub use min_max::MinMaxScaler;
pub use one_hot::{OneHotError, from_one_hot, one_hot};
pub use pca::Pca;
pub use standard::StandardScaler;
