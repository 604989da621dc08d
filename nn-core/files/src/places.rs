//! Where the values of a tensor lie in its file.

/// The place in the file of every value of a tensor, which is read row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Places {
    /// That of the first value.
    start: usize,
    /// How far it is in the file to the next value along each extent.
    strides: Vec<usize>,
    /// The first extent is runs of so many rows, of which the first two stand in each other's place.
    swapped: Option<usize>,
}

impl Places {
    /// Row by row, as the tensor is read.
    pub(crate) fn rows(dims: &[usize]) -> Self {
        let mut strides = vec![1_usize; dims.len()];
        for i in (1..dims.len()).rev() {
            strides[i - 1] = strides[i].saturating_mul(dims[i]);
        }
        Self { start: 0, strides, swapped: None }
    }

    /// Column by column: the first extent runs fastest.
    pub(crate) fn columns(dims: &[usize]) -> Self {
        let reversed: Vec<usize> = dims.iter().rev().copied().collect();
        let mut places = Self::rows(&reversed);
        places.strides.reverse();
        places
    }

    /// With the extents in another order: `order[i]` is the one that comes to stand at `i`.
    pub(crate) fn permuted(&self, order: &[usize]) -> Self {
        Self { strides: order.iter().map(|&i| self.strides[i]).collect(), ..self.clone() }
    }

    /// With the last two extents as one at the first place, behind it an extent of 1, then the others. `None` where the two do not lie so
    /// in the file.
    pub(crate) fn merged(&self, dims: &[usize]) -> Option<Self> {
        let [front @ .., outer, inner] = &self.strides[..] else { return None };
        let one = match dims {
            [.., _, 1] => *outer,
            [.., 1, _] => *inner,
            [.., count] if *outer == inner * count => *inner,
            _ => return None,
        };
        let strides = [&[one, 0], front].concat();
        Some(Self { strides, ..self.clone() })
    }

    /// The row `row` of all this, as a tensor of one extent less.
    pub(crate) fn row(&self, row: usize) -> Self {
        Self { start: self.start + row * self.strides[0], strides: self.strides[1..].to_vec(), ..self.clone() }
    }

    /// The same with the first `rows` rows and the next `rows` in each other's place.
    pub(crate) fn swapped(self, rows: usize) -> Self {
        Self { swapped: Some(rows), ..self }
    }

    /// One value in all places.
    pub(crate) fn same(dims: usize) -> Self {
        Self { start: 0, strides: vec![0; dims], swapped: None }
    }

    /// The places of a tensor of these extents, row by row.
    pub(crate) fn each(&self, dims: &[usize], mut visit: impl FnMut(usize)) {
        let count = dims.iter().product();
        if *self == Self::rows(dims) {
            return (0..count).for_each(visit);
        }
        let mut index = vec![0; dims.len()];
        for _ in 0..count {
            let mut place = self.start;
            for (i, (at, stride)) in index.iter().zip(&self.strides).enumerate() {
                let at = if i == 0 { self.before_the_swap(*at) } else { *at };
                place += at * stride;
            }
            visit(place);
            for (at, extent) in index.iter_mut().zip(dims).rev() {
                *at += 1;
                if *at < *extent {
                    break;
                }
                *at = 0;
            }
        }
    }

    fn before_the_swap(&self, row: usize) -> usize {
        match self.swapped {
            Some(rows) if row < rows => row + rows,
            Some(rows) if row < 2 * rows => row - rows,
            _ => row,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(places: &Places, dims: &[usize]) -> Vec<usize> {
        let mut all = Vec::new();
        places.each(dims, |place| all.push(place));
        all
    }

    #[test]
    fn orders() {
        assert_eq!(all(&Places::rows(&[2, 3]), &[2, 3]), [0, 1, 2, 3, 4, 5]);
        assert_eq!(all(&Places::columns(&[2, 3]), &[2, 3]), [0, 2, 4, 1, 3, 5]);
        // As NumPy's `a.T` of three rows of two.
        assert_eq!(all(&Places::rows(&[3, 2]).permuted(&[1, 0]), &[2, 3]), [0, 2, 4, 1, 3, 5]);
        assert_eq!(all(&Places::columns(&[3, 2]).permuted(&[1, 0]), &[2, 3]), [0, 1, 2, 3, 4, 5]);
        assert_eq!(all(&Places::rows(&[]), &[]), [0]);
        assert_eq!(all(&Places::rows(&[0, 2]), &[0, 2]), [0; 0]);
        assert_eq!(all(&Places::same(2), &[1, 3]), [0, 0, 0]);
    }

    #[test]
    fn rows_and_runs_of_rows() {
        assert_eq!(all(&Places::rows(&[2, 3]).row(1), &[3]), [3, 4, 5]);
        assert_eq!(all(&Places::columns(&[2, 3]).row(1), &[3]), [1, 3, 5]);
        assert_eq!(all(&Places::rows(&[6]).swapped(2), &[6]), [2, 3, 0, 1, 4, 5]);
    }

    #[test]
    fn two_extents_as_one() {
        // One place of a window, two channels, three filters for each: `[1, 1, 2, 3]` to `[6, 1, 1, 1]`.
        let dims = [2, 1, 2, 3];
        assert_eq!(
            all(&Places::rows(&dims).merged(&dims).unwrap(), &[6, 1, 2, 1]),
            [0, 6, 1, 7, 2, 8, 3, 9, 4, 10, 5, 11]
        );
        // Column by column two extents lie the other way round, unless one of them is 1.
        assert_eq!(Places::columns(&dims).merged(&dims), None);
        let dims = [2, 1, 3, 1];
        assert_eq!(all(&Places::columns(&dims).merged(&dims).unwrap(), &[3, 1, 2, 1]), [0, 1, 2, 3, 4, 5]);
    }
}
