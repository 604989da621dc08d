//! A loss of vectors at every step of a sequence: the mean over the steps.

use static_nn::loss::{Loss, TargetError};
use static_nn::{D1, D2, Pass, Scalar, Simd};

/// Compares each step with a target of its own.
#[derive(Clone, Copy, Debug)]
pub struct EveryStep<L>(pub L);

impl<T: Scalar, L: Loss<T, D1<F>, C>, C: Sync, const S: usize, const F: usize, const N: usize>
    Loss<T, D2<S, F, N>, [C; S]> for EveryStep<L>
{
    fn check(&self, target: &[C; S]) -> Result<(), TargetError> {
        target.iter().try_for_each(|target| self.0.check(target))
    }

    fn sample<D: Simd>(&self, simd: D, y: &[[T; F]; S], target: &[C; S], dy: &mut [[T; F]; S]) -> T {
        let mut sum = T::ZERO;
        let scale = T::from_f64(1.0 / S as f64);
        for ((y, target), dy) in y.iter().zip(target).zip(dy) {
            sum += self.0.sample(simd, y, target, dy);
            for dy in dy {
                *dy *= scale;
            }
        }
        sum * scale
    }

    fn block(
        &self,
        pass: &Pass,
        y: &[[T::Lanes; F]; S],
        targets: &[&[C; S]],
        scale: T,
        dy: &mut [[T::Lanes; F]; S],
        losses: &mut [T],
    ) {
        let by_step = T::from_f64(1.0 / S as f64);
        losses[..targets.len()].fill(T::ZERO);
        let mut step_losses = [T::ZERO; 16];
        for step in 0..S {
            let mut at = [&targets[0][step]; 16];
            for (at, target) in at.iter_mut().zip(targets) {
                *at = &target[step];
            }
            self.0.block(pass, &y[step], &at[..targets.len()], scale * by_step, &mut dy[step], &mut step_losses);
            for (loss, step_loss) in losses.iter_mut().zip(&step_losses).take(targets.len()) {
                *loss += *step_loss * by_step;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use static_nn::prelude::*;

    use super::*;

    network! {
        struct Nothing { input: [2, 3], Identity }
    }

    #[test]
    fn it_is_the_mean_over_the_steps_on_both_paths() {
        let net = Nothing::<f64>::new(1);
        let (x, y) = ([[0.5, 0.5, 0.5], [0.0, 2.0_f64.ln(), 0.0]], [0_usize, 1]);
        // Three classes that are equally probable, and one that is as probable as both others.
        let mean = (3.0_f64.ln() + 2.0_f64.ln()) / 2.0;
        let loss = Loss::<f64, D2<2, 3, 6>, _>::value(&EveryStep(CrossEntropy), &x, &y);
        assert!((loss - mean).abs() < 1e-12, "{loss}");

        let mut workspace = Workspace::new();
        let wanted = [[-1.0 / 3.0, 1.0 / 6.0, 1.0 / 6.0], [0.125, -0.25, 0.125]];
        let dx = net.input_gradient(&mut workspace, &x, &y, EveryStep(CrossEntropy)).unwrap();
        let pairs = dx.as_flattened().iter().zip(wanted.as_flattened());
        assert!(pairs.into_iter().all(|(dx, wanted)| (dx - wanted).abs() < 1e-12), "{dx:?}");
        let (xs, ys) = (vec![x; 3], vec![y; 3]);
        let report = evaluate(&net, &xs, &ys, EveryStep(CrossEntropy)).unwrap();
        assert!((report.loss - mean).abs() < 1e-12, "{report:?}");
    }
}
