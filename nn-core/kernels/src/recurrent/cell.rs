//! What a recurrent layer does behind its products, vector by vector of units.
//!
//! `a` is the product of what comes in, `b` that of the hidden state, a vector for each gate. Gates stand in PyTorch's order.

use fearless_simd::prelude::*;

use crate::math::{Gates, product};
use crate::number::Number;
use crate::part::load_part;

/// The most gates of a cell.
pub(super) const GATES: usize = 4;
/// The most values that a cell keeps of a step.
pub(super) const KEPT: usize = 6;

/// The cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// PyTorch's `LSTM`.
    Lstm,
    /// PyTorch's `GRU`.
    Gru,
    /// PyTorch's `RNN`.
    Tanh,
    /// PyTorch's `RNN` with `nonlinearity='relu'`.
    Relu,
}

macro_rules! facts {
    ($($(#[$doc:meta])* $name:ident: $Fact:ty = $FACT:ident;)*) => {
        impl Cell {
            $(
                $(#[$doc])*
                #[must_use]
                pub const fn $name(self) -> $Fact {
                    match self {
                        Self::Lstm => Lstm::$FACT,
                        Self::Gru => Gru::$FACT,
                        Self::Tanh => Tanh::$FACT,
                        Self::Relu => Relu::$FACT,
                    }
                }
            )*
        }
    };
}

facts! {
    /// Rows of weights for each unit.
    gates: usize = GATES;
    /// Values that a unit remembers besides the hidden state.
    memories: usize = MEMORIES;
    /// Values that a unit keeps of each step for the way back.
    kept: usize = KEPT;
    /// Whether both products have the same gradient.
    is_one_gradient: bool = ONE_GRADIENT;
}

/// A cell on whole vectors.
pub trait Kind: Copy + Send + Sync + 'static {
    /// Which of the cells it is.
    const CELL: Cell;
    /// Rows of weights for each unit.
    const GATES: usize;
    /// Values that a unit remembers besides the hidden state: where there is none, a step is handed the hidden state in their place.
    const MEMORIES: usize;
    /// Values that a unit keeps of each step for the way back.
    const KEPT: usize;
    /// Whether both products have the same gradient.
    const ONE_GRADIENT: bool;

    /// The first so many gates are functions of `a + b` alone, the logistic one or the hyperbolic tangent.
    const ACTIVATED: usize;

    /// Whether such a gate is a hyperbolic tangent.
    fn is_tanh(gate: usize) -> bool;

    /// The hidden state, and the memory if that is another, given the gates that follow from `a + b` alone.
    fn step<S: Simd, T: Number>(
        simd: S,
        gates: &[T::Native<S>; GATES],
        a: &[T::Native<S>; GATES],
        b: &[T::Native<S>; GATES],
        before: T::Native<S>,
        kept: &mut [T::Native<S>; KEPT],
    ) -> [T::Native<S>; 2];

    /// Whether [`together`](Self::together) computes a step.
    const TOGETHER: bool = false;

    /// The same as [`step`](Self::step) where nothing is kept, with all divisions of the gates in one: numerators and denominators are those
    /// of [`gate_parts`](crate::math::VectorMath::gate_parts). Only the first `count` lanes are asked for, if there are more.
    #[inline(always)]
    fn together<S: Simd, T: Number>(
        _: S,
        numerators: &[T::Native<S>; GATES],
        _: &[T::Native<S>; GATES],
        before: T::Native<S>,
        _: usize,
    ) -> [T::Native<S>; 2] {
        [numerators[0], before]
    }

    /// Given `dh` and `dc`, the gradients with respect to what [`step`](Self::step) gave: those with respect to `a`, `b` and `before`, the
    /// last as one of the memory or of the hidden state.
    fn back<S: Simd, T: Number>(
        simd: S,
        kept: &[T::Native<S>; KEPT],
        before: T::Native<S>,
        y: T::Native<S>,
        dh: T::Native<S>,
        dc: T::Native<S>,
    ) -> Back<T::Native<S>>;
}

/// The gradients behind a step.
pub struct Back<V> {
    pub(super) a: [V; GATES],
    pub(super) b: [V; GATES],
    pub(super) before: V,
}

/// What is much less than this last digit, 1e-28, is nothing to a state, which is near 1.
#[inline(always)]
pub(super) fn base<T: Number>() -> T {
    T::BASE * T::from_f64(f64::from(1_u32 << 24))
}

/// `x` as a multiple of the last digit of [`base`].
#[inline(always)]
pub(super) fn clean<S: Simd, T: Number>(simd: S, x: T::Native<S>) -> T::Native<S> {
    let base = T::Native::<S>::splat(simd, base::<T>());
    (x + base) - base
}

/// `a b` as such a multiple: a hidden state is made of these, so that it is zero or far from what is subnormal.
#[inline(always)]
fn clean_product<S: Simd, T: Number>(simd: S, a: T::Native<S>, b: T::Native<S>) -> T::Native<S> {
    let base = T::Native::<S>::splat(simd, base::<T>());
    a.mul_add(b, base) - base
}

#[inline(always)]
fn one<S: Simd, T: Number>(simd: S) -> T::Native<S> {
    T::Native::<S>::splat(simd, T::ONE)
}

#[inline(always)]
fn tanh<S: Simd, T: Number>(simd: S, x: T::Native<S>) -> T::Native<S> {
    T::gate(simd, x, Gates::Tanh)
}

/// `x / y` in the first `count` lanes. A division of a quarter of a vector takes less time, and the next one can begin much sooner.
#[inline(always)]
fn divided<S: Simd, T: Number>(simd: S, x: T::Native<S>, y: T::Native<S>, count: usize) -> T::Native<S> {
    if count > T::Quarter::<S>::LEN {
        return x / y;
    }
    let [x, y] = [x, y].map(
        #[inline(always)]
        |all| load_part::<S, T, T::Quarter<S>>(simd, all.as_slice(), T::ZERO),
    );
    load_part::<S, T, T::Native<S>>(simd, (x / y).as_slice(), T::ZERO)
}

/// `x / (y z)`, and zero where that would be next to nothing, a subnormal number perhaps. `z` is what is known last.
#[inline(always)]
fn quotient<S: Simd, T: Number>(
    simd: S,
    x: T::Native<S>,
    y: T::Native<S>,
    z: T::Native<S>,
    count: usize,
) -> T::Native<S> {
    let least = T::Native::<S>::splat(simd, base::<T>() * T::from_f64(f64::from(f32::EPSILON)));
    let is_nothing = x.abs().simd_lt(y * least * z);
    divided::<S, T>(simd, is_nothing.select(T::Native::<S>::splat(simd, T::ZERO), x), y * z, count)
}

/// Long short-term memory (Hochreiter and Schmidhuber, 1997), with a forget gate.
///
/// `i, f, o = σ(a + b)`, `g = tanh(a + b)`, `c = f c₀ + i g`, `h = o tanh(c)`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lstm;

impl Kind for Lstm {
    const CELL: Cell = Cell::Lstm;
    const GATES: usize = 4;
    const MEMORIES: usize = 1;
    const KEPT: usize = 6;
    const ONE_GRADIENT: bool = true;
    const ACTIVATED: usize = 4;

    #[inline(always)]
    fn is_tanh(gate: usize) -> bool {
        gate == 2
    }

    #[inline(always)]
    fn step<S: Simd, T: Number>(
        simd: S,
        gates: &[T::Native<S>; GATES],
        _: &[T::Native<S>; GATES],
        _: &[T::Native<S>; GATES],
        before: T::Native<S>,
        kept: &mut [T::Native<S>; KEPT],
    ) -> [T::Native<S>; 2] {
        let [i, f, g, o] = *gates;
        let c = product::<S, T>(simd, f, before) + product::<S, T>(simd, i, g);
        let t = tanh::<S, T>(simd, c);
        *kept = [i, f, g, o, c, t];
        [clean_product::<S, T>(simd, o, t), c]
    }

    const TOGETHER: bool = true;

    #[inline(always)]
    fn together<S: Simd, T: Number>(
        simd: S,
        numerators: &[T::Native<S>; GATES],
        denominators: &[T::Native<S>; GATES],
        before: T::Native<S>,
        count: usize,
    ) -> [T::Native<S>; 2] {
        let ([i, f, g, o], [of_i, of_f, of_g, of_o]) = (*numerators, *denominators);
        // `c = (f c₀ of_i of_g + i g of_f) / (of_f of_i of_g)`. What is known first is multiplied first: `i`, `f` and `o` before `g`, the
        // denominators at last.
        let base = T::Native::<S>::splat(simd, T::BASE * T::from_f64(f64::from(f32::EPSILON)));
        let from_before = product::<S, T>(simd, f, before) * of_i;
        let from_new = i.mul_add(of_f, base).mul_add(g, base);
        let c = quotient::<S, T>(simd, from_before.mul_add(of_g, from_new), of_f, of_i * of_g, count);
        let [t, of_t] = T::gate_parts(simd, c, Gates::Tanh);
        [quotient::<S, T>(simd, o.mul_add(t, base), of_o, of_t, count), c]
    }

    #[inline(always)]
    fn back<S: Simd, T: Number>(
        simd: S,
        kept: &[T::Native<S>; KEPT],
        before: T::Native<S>,
        _: T::Native<S>,
        dh: T::Native<S>,
        dc: T::Native<S>,
    ) -> Back<T::Native<S>> {
        let [i, f, g, o, _, t] = *kept;
        let one = one::<S, T>(simd);
        let dc = dc + product::<S, T>(simd, product::<S, T>(simd, dh, o), (one - t) * (one + t));
        let a = [
            product::<S, T>(simd, product::<S, T>(simd, dc, g), i * (one - i)),
            product::<S, T>(simd, product::<S, T>(simd, dc, before), f * (one - f)),
            product::<S, T>(simd, product::<S, T>(simd, dc, i), (one - g) * (one + g)),
            product::<S, T>(simd, product::<S, T>(simd, dh, t), o * (one - o)),
        ];
        Back { a, b: a, before: product::<S, T>(simd, dc, f) }
    }
}

/// The gated recurrent unit (Cho et al., 2014), its reset gate behind the product, as in PyTorch.
///
/// `r, z = σ(a + b)`, `n = tanh(a + r b)`, `h = (1 - z) n + z h₀`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gru;

impl Kind for Gru {
    const CELL: Cell = Cell::Gru;
    const GATES: usize = 3;
    const MEMORIES: usize = 0;
    const KEPT: usize = 4;
    const ONE_GRADIENT: bool = false;
    const ACTIVATED: usize = 2;

    #[inline(always)]
    fn is_tanh(_: usize) -> bool {
        false
    }

    #[inline(always)]
    fn step<S: Simd, T: Number>(
        simd: S,
        gates: &[T::Native<S>; GATES],
        a: &[T::Native<S>; GATES],
        b: &[T::Native<S>; GATES],
        before: T::Native<S>,
        kept: &mut [T::Native<S>; KEPT],
    ) -> [T::Native<S>; 2] {
        let [r, z, ..] = *gates;
        let n = tanh::<S, T>(simd, a[2] + product::<S, T>(simd, r, b[2]));
        let h = clean::<S, T>(simd, n) + clean_product::<S, T>(simd, z, before - n);
        [kept[0], kept[1], kept[2], kept[3]] = [r, z, n, b[2]];
        [h, h]
    }

    #[inline(always)]
    fn back<S: Simd, T: Number>(
        simd: S,
        kept: &[T::Native<S>; KEPT],
        before: T::Native<S>,
        _: T::Native<S>,
        dh: T::Native<S>,
        _: T::Native<S>,
    ) -> Back<T::Native<S>> {
        let [r, z, n, b, ..] = *kept;
        let one = one::<S, T>(simd);
        let dn = product::<S, T>(simd, product::<S, T>(simd, dh, one - z), (one - n) * (one + n));
        let dr = product::<S, T>(simd, product::<S, T>(simd, dn, b), r * (one - r));
        let dz = product::<S, T>(simd, product::<S, T>(simd, dh, before - n), z * (one - z));
        Back {
            a: [dr, dz, dn, dn],
            b: [dr, dz, product::<S, T>(simd, dn, r), dn],
            before: product::<S, T>(simd, dh, z),
        }
    }
}

/// The plain recurrent layer (Elman, 1990): `h = f(a + b)`.
macro_rules! plain {
    ($($(#[$doc:meta])* $Name:ident, $activated:literal: |$simd:ident, $gates:ident, $x:ident| $value:expr, |$y:ident| $slope:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $Name;

        impl Kind for $Name {
            const CELL: Cell = Cell::$Name;
            const GATES: usize = 1;
            const MEMORIES: usize = 0;
            const KEPT: usize = 0;
            const ONE_GRADIENT: bool = true;
            const ACTIVATED: usize = $activated;

            #[inline(always)]
            fn is_tanh(_: usize) -> bool {
                true
            }

            #[inline(always)]
            #[allow(unused_variables, reason = "what one of the functions needs")]
            fn step<S: Simd, T: Number>(
                $simd: S,
                $gates: &[T::Native<S>; GATES],
                a: &[T::Native<S>; GATES],
                b: &[T::Native<S>; GATES],
                _: T::Native<S>,
                _: &mut [T::Native<S>; KEPT],
            ) -> [T::Native<S>; 2] {
                let $x = a[0] + b[0];
                let h = clean::<S, T>($simd, $value);
                [h, h]
            }

            #[inline(always)]
            fn back<S: Simd, T: Number>(
                $simd: S,
                _: &[T::Native<S>; KEPT],
                _: T::Native<S>,
                $y: T::Native<S>,
                dh: T::Native<S>,
                _: T::Native<S>,
            ) -> Back<T::Native<S>> {
                let da = product::<S, T>($simd, dh, $slope);
                Back { a: [da; GATES], b: [da; GATES], before: T::Native::<S>::splat($simd, T::ZERO) }
            }
        }
    )*};
}

plain! {
    /// `h = tanh(a + b)`
    Tanh, 1: |simd, gates, _x| gates[0], |y| {
        let one = one::<S, T>(simd);
        (one - y) * (one + y)
    };
    /// `h = max(0, a + b)`
    Relu, 0: |simd, _gates, x| {
        let zero = T::Native::<S>::splat(simd, T::ZERO);
        // NaN is at most nothing, so it stays.
        x.simd_le(zero).select(zero, x)
    }, |y| {
        let (zero, one) = (T::Native::<S>::splat(simd, T::ZERO), one::<S, T>(simd));
        y.simd_le(zero).select(zero, one)
    };
}
