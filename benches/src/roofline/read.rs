//! Reading memory: how fast depends on the pattern, and the best one differs by processor.

use std::array;
use std::hint::black_box;

use static_nn::Level;
use static_nn::fearless_simd::{Simd, SimdFloat, dispatch, f32x4, f32x8};
use static_nn::kernels;

use super::Line;
use crate::{Contender, alternate};

/// Lines that are read in one turn of the loop, into as many sums that do not wait for each other.
const GROUP: usize = 8;

/// How memory is walked through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// From front to back in the widest vectors.
    OneStream,
    /// Two halves at once.
    TwoStreams,
    /// Four quarters at once.
    FourStreams,
    /// Eight parts at once.
    EightStreams,
    /// From front to back in vectors of eight values.
    Eights,
    /// From front to back in vectors of four values.
    Fours,
}

impl Pattern {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::OneStream, Self::TwoStreams, Self::FourStreams, Self::EightStreams, Self::Eights, Self::Fours];
}

/// Values that are read as fast as they come.
pub struct Reader {
    level: Level,
    lines: Vec<Line>,
    pattern: Pattern,
}

impl Reader {
    /// Reads `count` values, rounded up to groups of lines, in a given pattern.
    #[must_use]
    pub fn new(count: usize, pattern: Pattern) -> Self {
        let lines = count.div_ceil(16).next_multiple_of(GROUP);
        Self { level: kernels::level(), lines: vec![Line([1.0; 16]); lines], pattern }
    }

    /// Reads `count` values in the pattern that is fastest now.
    #[must_use]
    pub fn best(count: usize) -> Self {
        let mut patterns = Pattern::ALL.map(|pattern| {
            let mut reader = Self::new(count, pattern);
            Contender::new(String::new(), move || reader.run())
        });
        let times = alternate(&mut patterns, 15);
        let best = (0..times.len()).min_by(|&a, &b| times[a].total_cmp(&times[b])).unwrap_or(0);
        Self::new(count, Pattern::ALL[best])
    }

    /// The pattern.
    #[must_use]
    pub fn pattern(&self) -> Pattern {
        self.pattern
    }

    /// The bytes of one run.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.lines.len() * size_of::<Line>()
    }

    /// Reads them.
    pub fn run(&mut self) {
        let (level, lines) = (self.level, black_box(&*self.lines));
        match self.pattern {
            Pattern::OneStream => dispatch!(level, simd => native::<_, 1, 8>(simd, lines)),
            Pattern::TwoStreams => dispatch!(level, simd => native::<_, 2, 4>(simd, lines)),
            Pattern::FourStreams => dispatch!(level, simd => native::<_, 4, 2>(simd, lines)),
            Pattern::EightStreams => dispatch!(level, simd => native::<_, 8, 1>(simd, lines)),
            Pattern::Eights => dispatch!(level, simd => eights(simd, lines)),
            Pattern::Fours => dispatch!(level, simd => fours(simd, lines)),
        }
    }
}

#[inline(always)]
fn native<S: Simd, const STREAMS: usize, const DEPTH: usize>(simd: S, lines: &[Line]) {
    sum::<S, S::f32s, STREAMS, DEPTH>(simd, lines);
}

#[inline(always)]
fn eights<S: Simd>(simd: S, lines: &[Line]) {
    sum::<S, f32x8<S>, 1, 8>(simd, lines);
}

#[inline(always)]
fn fours<S: Simd>(simd: S, lines: &[Line]) {
    sum::<S, f32x4<S>, 1, 8>(simd, lines);
}

/// The sum of all values, `STREAMS` parts at once, `DEPTH` lines of each at a time.
#[inline(always)]
fn sum<S: Simd, V: SimdFloat<S, Element = f32>, const STREAMS: usize, const DEPTH: usize>(simd: S, lines: &[Line]) {
    const { assert!(STREAMS * DEPTH == GROUP) };
    let groups = lines.len() / GROUP;
    let (lines, _) = lines.as_chunks::<DEPTH>();
    let streams: [_; STREAMS] = array::from_fn(|stream| &lines[stream * groups..][..groups]);
    let mut sums = [[V::splat(simd, 0.0); DEPTH]; STREAMS];
    for group in 0..groups {
        for (stream, sums) in streams.iter().zip(&mut sums) {
            for (line, sum) in stream[group].iter().zip(sums) {
                for values in line.0.chunks_exact(V::LEN) {
                    *sum += V::from_slice(simd, values);
                }
            }
        }
    }
    let mut total = V::splat(simd, 0.0);
    for sum in sums.as_flattened() {
        total += *sum;
    }
    black_box(total.as_slice());
}
