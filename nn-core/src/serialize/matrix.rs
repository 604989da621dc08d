//! A matrix as the list of its rows.

use core::array;

use nalgebra::{ArrayStorage, SMatrix};
use serde::ser::SerializeTuple;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Array;

/// One row, whose values lie in memory a column apart.
struct Row<'a, T, const R: usize, const C: usize>(&'a [[T; R]; C], usize);

impl<T: Serialize, const R: usize, const C: usize> Serialize for Row<'_, T, R, C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut tuple = serializer.serialize_tuple(C)?;
        self.0.iter().try_for_each(|column| tuple.serialize_element(&column[self.1]))?;
        tuple.end()
    }
}

pub(crate) fn serialize<T: Serialize, S: Serializer, const R: usize, const C: usize>(
    matrix: &SMatrix<T, R, C>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut tuple = serializer.serialize_tuple(R)?;
    (0..R).try_for_each(|row| tuple.serialize_element(&Row(&matrix.data.0, row)))?;
    tuple.end()
}

pub(crate) fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>, const R: usize, const C: usize>(
    deserializer: D,
) -> Result<SMatrix<T, R, C>, D::Error> {
    let Array(rows) = Array::<[Array<[T; C]>; R]>::deserialize(deserializer)?;
    let mut rows = rows.map(|Array(row)| row.into_iter());
    let mut next = |row: usize| rows[row].next().expect("every row has as many values as there are columns");
    Ok(SMatrix::from_array_storage(ArrayStorage(array::from_fn(|_| array::from_fn(&mut next)))))
}
