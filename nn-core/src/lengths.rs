//! Where the samples of a block end.

use crate::scalar::Scalar;

/// Writes zeros to the steps behind the end of each sample of a block, whose steps have `features` values.
pub(crate) fn clear_behind<T: Scalar>(lines: &mut [T], features: usize, lengths: &[u32]) {
    for (step, lines) in lines.chunks_exact_mut(features * T::LANES).enumerate() {
        for (lane, _) in lengths.iter().enumerate().filter(|(_, length)| **length as usize <= step) {
            lines.iter_mut().skip(lane).step_by(T::LANES).for_each(|value| *value = T::ZERO);
        }
    }
}

/// Copies the real steps of each sample of a block from the last one to the first, and zeros behind them.
pub(crate) fn turn<T: Scalar>(from: &[T], features: usize, lengths: &[u32], to: &mut [T]) {
    let size = features * T::LANES;
    for (step, to) in to.chunks_exact_mut(size).enumerate() {
        for (lane, length) in lengths.iter().enumerate() {
            let places = (lane..size).step_by(T::LANES);
            match (*length as usize).checked_sub(step + 1) {
                Some(other) => places.for_each(|place| to[place] = from[other * size + place]),
                None => places.for_each(|place| to[place] = T::ZERO),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Number;
    use std::vec;
    use std::vec::Vec;

    /// Two features of three steps, each value its place.
    fn lines() -> Vec<f64> {
        (0..6).flat_map(|value| [f64::from(value); <f64 as Number>::LANES]).collect()
    }

    fn lane(lines: &[f64], lane: usize) -> Vec<f64> {
        lines.iter().skip(lane).step_by(<f64 as Number>::LANES).copied().collect()
    }

    const LENGTHS: [u32; 8] = [1, 2, 3, 3, 1, 2, 3, 1];

    #[test]
    fn nothing_is_left_behind_the_end() {
        let mut cleared = lines();
        clear_behind(&mut cleared, 2, &LENGTHS);
        assert_eq!(lane(&cleared, 0), [0.0, 1.0, 0.0, 0.0, 0.0, 0.0]);
        assert_eq!(lane(&cleared, 5), [0.0, 1.0, 2.0, 3.0, 0.0, 0.0]);
        assert_eq!(lane(&cleared, 6), [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]);
    }

    #[test]
    fn the_last_real_step_comes_first() {
        let (from, mut to) = (lines(), vec![f64::NAN; 48]);
        turn(&from, 2, &LENGTHS, &mut to);
        assert_eq!(lane(&to, 0), [0.0, 1.0, 0.0, 0.0, 0.0, 0.0]);
        assert_eq!(lane(&to, 1), [2.0, 3.0, 0.0, 1.0, 0.0, 0.0]);
        assert_eq!(lane(&to, 2), [4.0, 5.0, 2.0, 3.0, 0.0, 1.0]);
    }
}
