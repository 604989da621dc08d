//! A causal convolution as a stream: its state is the steps that a window sees.

use fearless_simd::Simd;

use super::{Bias, Causal, Conv1d};
use crate::scalar::Scalar;
use crate::shape::{D1, Sequence};
use crate::stream::{Stateless, Stream, Streamed, Then};

/// The steps of the past lie in a ring; behind them stands the place of the next.
impl<
    T: Scalar,
    const IN: usize,
    const OUT: usize,
    const PATCH: usize,
    const KERNEL: usize,
    const PAST: usize,
    const DILATION: usize,
    X: Sequence + Streamed<Frame = D1<IN>>,
    Y: Sequence + Streamed<Frame = D1<OUT>>,
    const GROUPS: usize,
    B: Bias<T>,
> Stream<T> for Conv1d<T, IN, OUT, PATCH, X, Y, Causal<KERNEL, PAST, DILATION>, GROUPS, B>
{
    type State = Then<[T; PAST], [T; 1]>;
    type Scratch = Stateless;
    const RECEPTIVE_FIELD: usize = {
        assert!(PAST == (KERNEL - 1) * DILATION * IN, "a stream remembers all steps that a window sees but the newest");
        (KERNEL - 1) * DILATION + 1
    };

    #[inline(always)]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the place is a small whole number")]
    fn step<S: Simd>(
        &self,
        simd: S,
        Then(past, [place]): &mut Self::State,
        x: &[T; IN],
        y: &mut [T; OUT],
        _: &mut Stateless,
    ) {
        let steps = const { (KERNEL - 1) * DILATION };
        let now = (place.to_f64() as usize).min(steps.saturating_sub(1));
        // The oldest step stands where the next one will.
        let seen = |k: usize| {
            let back = (KERNEL - 1 - k) * DILATION;
            let at = now + steps - back;
            (back > 0).then_some(if at < steps { at } else { at - steps } * IN)
        };
        if const { GROUPS > 1 } {
            let row = |k| Some(seen(k).map_or(&x[..], |at| &past[at..][..IN]));
            Self::grouped(1).forward(self.weight.as_slice(), self.bias.as_slice(), row, y);
        } else {
            let mut patch = [T::ZERO; PATCH];
            for k in 0..KERNEL {
                let row = seen(k).map_or(&x[..], |at| &past[at..][..IN]);
                for (i, x) in row.iter().enumerate() {
                    patch[i * KERNEL + k] = *x;
                }
            }
            self.product(simd, &mut patch, y);
        }
        if steps > 0 {
            past[now * IN..][..IN].copy_from_slice(x);
            *place = if now + 1 < steps { *place + T::ONE } else { T::ZERO };
        }
    }
}
