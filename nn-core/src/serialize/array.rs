//! Arrays of any length, of which serde itself knows those up to 32.

use core::array;
use core::fmt;
use core::marker::PhantomData;

use serde::de::{Error, IgnoredAny, SeqAccess, Visitor};
use serde::ser::SerializeTuple;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An array that serde knows.
pub(crate) struct Array<A>(pub(crate) A);

impl<T: Serialize, const N: usize> Serialize for Array<&[T; N]> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut tuple = serializer.serialize_tuple(N)?;
        self.0.iter().try_for_each(|value| tuple.serialize_element(value))?;
        tuple.end()
    }
}

impl<'de, T: Deserialize<'de>, const N: usize> Deserialize<'de> for Array<[T; N]> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_tuple(N, Values(PhantomData)).map(Array)
    }
}

struct Values<T, const N: usize>(PhantomData<T>);

impl<'de, T: Deserialize<'de>, const N: usize> Visitor<'de> for Values<T, N> {
    type Value = [T; N];

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a list of {N} values")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<[T; N], A::Error> {
        let mut values: [Option<T>; N] = array::from_fn(|_| None);
        for (read, value) in values.iter_mut().enumerate() {
            *value = Some(list.next_element()?.ok_or_else(|| A::Error::invalid_length(read, &self))?);
        }
        // What is left of a longer list is counted, for the message.
        let mut more = 0;
        while list.next_element::<IgnoredAny>()?.is_some() {
            more += 1;
        }
        if more > 0 {
            return Err(A::Error::invalid_length(N + more, &self));
        }
        Ok(values.map(|value| value.expect("each was set above")))
    }
}

/// Writes an array of arrays.
pub(crate) fn serialize<T: Serialize, S: Serializer, const N: usize, const K: usize>(
    table: &[[T; N]; K],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut tuple = serializer.serialize_tuple(K)?;
    table.iter().try_for_each(|row| tuple.serialize_element(&Array(row)))?;
    tuple.end()
}

/// Reads an array of arrays.
pub(crate) fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>, const N: usize, const K: usize>(
    deserializer: D,
) -> Result<[[T; N]; K], D::Error> {
    let Array(rows) = Array::<[Array<[T; N]>; K]>::deserialize(deserializer)?;
    Ok(rows.map(|Array(row)| row))
}
