//! What a field may be that is a list or nothing, by the type alone.
//!
//! A network's struct says of its scalar nothing but that serde knows it, which is too little for nalgebra's own
//! vectors.

use nalgebra::{ArrayStorage, SVector};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Array;
use crate::layers::NoBias;
use crate::loss::Unweighted;

/// What serde can write.
pub trait Part {
    /// Writes it as a list, or as nothing.
    ///
    /// # Errors
    ///
    /// The format's.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
}

/// What serde can read.
pub trait PartFrom<'de>: Sized {
    /// Reads what [`Part::serialize`] writes.
    ///
    /// # Errors
    ///
    /// The format's, and a list of another length.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

pub(crate) fn serialize<P: Part, S: Serializer>(part: &P, serializer: S) -> Result<S::Ok, S::Error> {
    part.serialize(serializer)
}

pub(crate) fn deserialize<'de, P: PartFrom<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<P, D::Error> {
    P::deserialize(deserializer)
}

impl<T: Serialize, const N: usize> Part for [T; N] {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Serialize::serialize(&Array(self), serializer)
    }
}

impl<'de, T: Deserialize<'de>, const N: usize> PartFrom<'de> for [T; N] {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <Array<Self> as Deserialize>::deserialize(deserializer).map(|Array(values)| values)
    }
}

impl<T: Serialize, const N: usize> Part for SVector<T, N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let [column] = &self.data.0;
        Part::serialize(column, serializer)
    }
}

impl<'de, T: Deserialize<'de>, const N: usize> PartFrom<'de> for SVector<T, N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        PartFrom::deserialize(deserializer).map(|column| Self::from_array_storage(ArrayStorage([column])))
    }
}

macro_rules! nothing {
    ($Type:ident) => {
        impl Part for $Type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_unit()
            }
        }

        impl<'de> PartFrom<'de> for $Type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <()>::deserialize(deserializer).map(|()| $Type)
            }
        }
    };
}

nothing!(NoBias);
nothing!(Unweighted);
