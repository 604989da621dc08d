//! Where the values of a tensor lie in its file.

/// The place in the file of every value of a tensor, which is read row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Places {
    /// That of the first value.
    start: usize,
    /// How far it is in the file to the next value along each extent.
    strides: Vec<usize>,
    /// An extent that is runs of so many rows, of which the first two stand in each other's place.
    swapped: Option<Swapped>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Swapped {
    extent: usize,
    rows: usize,
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
        let moved = |swapped: Swapped| {
            order.iter().position(|i| *i == swapped.extent).map(|extent| Swapped { extent, ..swapped })
        };
        let strides = order.iter().map(|&i| self.strides[i]).collect();
        Self { start: self.start, strides, swapped: self.swapped.and_then(moved) }
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

    /// The row `row` of all this, as a tensor of one extent less. Nothing may have been swapped before.
    pub(crate) fn row(&self, row: usize) -> Self {
        Self { start: self.start + row * self.strides[0], strides: self.strides[1..].to_vec(), swapped: None }
    }

    /// The same with the first `rows` rows of the first extent and the next `rows` in each other's place.
    pub(crate) fn swapped(self, rows: usize) -> Self {
        Self { swapped: Some(Swapped { extent: 0, rows }), ..self }
    }

    /// One value in all places.
    pub(crate) fn same(dims: usize) -> Self {
        Self { start: 0, strides: vec![0; dims], swapped: None }
    }

    /// The places of a tensor of these extents, row by row; `None` if they are 0, 1, 2, ..
    ///
    /// A macro is compiled without optimisation, where a call for each of a million values is what takes the time: so the loops here and in
    /// `Entry` call as little as they can.
    pub(crate) fn list(&self, dims: &[usize]) -> Option<Vec<usize>> {
        if *self == Self::rows(dims) {
            return None;
        }
        let ([before @ .., last], [strides @ .., stride]) = (dims, &self.strides[..]) else {
            return Some(vec![self.start]);
        };
        let mut places = vec![0; dims.iter().product()];
        let (out, mut index, mut next) = (&mut places[..], vec![0; before.len()], 0);
        while next < out.len() {
            let mut place = self.start;
            for (i, (at, stride)) in index.iter().zip(strides).enumerate() {
                place += self.before_the_swap(i, *at) * stride;
            }
            let mut at = 0;
            while at < *last {
                let row = if self.swapped.is_some() { self.before_the_swap(before.len(), at) } else { at };
                out[next] = place + row * stride;
                next += 1;
                at += 1;
            }
            for (at, extent) in index.iter_mut().zip(before).rev() {
                *at += 1;
                if *at < *extent {
                    break;
                }
                *at = 0;
            }
        }
        Some(places)
    }

    /// Where the row `row` of an extent was.
    fn before_the_swap(&self, extent: usize, row: usize) -> usize {
        match self.swapped {
            Some(swapped) if swapped.extent != extent => row,
            Some(Swapped { rows, .. }) if row < rows => row + rows,
            Some(Swapped { rows, .. }) if row < 2 * rows => row - rows,
            _ => row,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(places: &Places, dims: &[usize]) -> Vec<usize> {
        places.list(dims).unwrap_or_else(|| (0..dims.iter().product()).collect())
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
        let places = Places::rows(&[3, 2]).swapped(1);
        assert_eq!(all(&places, &[3, 2]), [2, 3, 0, 1, 4, 5]);
        assert_eq!(all(&places.permuted(&[1, 0]), &[2, 3]), [2, 0, 4, 3, 1, 5]);
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
