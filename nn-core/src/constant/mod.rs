//! Small networks that are computed while a program is compiled: `forward_const`.
//!
//! Stable Rust calls no trait's function in a constant. So each layer that can be computed there says how with a [`Plan`], which is
//! data, and one function goes through it. Sums and functions are in double precision, and each layer's output is rounded to `f32` once.
//! `forward` rounds more often: the two differ by what rounding does, and no more.

mod run;

use crate::kernels::layer_norm::Norm;
use crate::kernels::pointwise::Pointwise;
use crate::network::Network;
use crate::parameters::view;
use crate::private::Text;
use crate::shape::Shape;

/// The most multiply-adds of a network that has a `forward_const`: rustc takes some 2 µs for each.
pub const MOST_MACS: usize = 100_000;

/// What a layer computes, for a constant.
#[derive(Clone, Copy, Debug)]
pub enum Plan {
    /// It cannot be computed in a constant.
    Unknown,
    /// What comes in, as it is.
    Same,
    /// A product with a matrix, and a sum with what is left of the parameters.
    Product,
    /// One function of every value.
    EachValue(Pointwise),
    /// The softmax of all values, or its logarithm.
    Shares {
        /// Whether it is the logarithm.
        log: bool,
    },
    /// A normalisation over all values, with a weight and, if centered, a bias for each.
    Normal(Norm),
    /// A normalisation with statistics that are known.
    Measured {
        /// What is added to the variance.
        eps: f64,
        /// How many neighbours share their statistics.
        places: usize,
    },
    /// The values without their mean, divided by their scale.
    Shifted,
    /// What comes in, and what the plan makes of it.
    Around(&'static Plan),
    /// The plan for each of so many steps.
    StepByStep(&'static Plan, usize),
    /// One after the other.
    InOrder(&'static [Part]),
}

/// A layer of a list.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// As it is written in the list.
    pub written: &'static str,
    /// What it computes.
    pub plan: Plan,
    /// How many parameters are its own.
    pub parameters: usize,
    /// How many values come out.
    pub outputs: usize,
}

impl Plan {
    /// The first layer that cannot be computed in a constant, as it is written.
    const fn unknown(&self) -> Option<&'static str> {
        match self {
            Self::Unknown => Some(""),
            Self::Around(plan) | Self::StepByStep(plan, _) => plan.unknown(),
            Self::InOrder(parts) => {
                let mut i = 0;
                while i < parts.len() {
                    match parts[i].plan.unknown() {
                        None => i += 1,
                        Some(inner) => return Some(if inner.is_empty() { parts[i].written } else { inner }),
                    }
                }
                None
            }
            _ => None,
        }
    }

    /// The numbers that it needs while it is computed.
    #[must_use]
    pub const fn scratch(&self) -> usize {
        match self {
            Self::Around(plan) | Self::StepByStep(plan, _) => plan.scratch(),
            Self::InOrder(parts) => {
                let (mut most, mut i) = (0, 0);
                while i < parts.len() {
                    let own = parts[i].plan.scratch();
                    most = if own > most { own } else { most };
                    i += 1;
                }
                2 * widest(parts) + most
            }
            _ => 0,
        }
    }
}

/// The most values between two layers of a list.
const fn widest(parts: &[Part]) -> usize {
    let (mut most, mut i) = (0, 1);
    while i < parts.len() {
        let outputs = parts[i - 1].outputs;
        most = if outputs > most { outputs } else { most };
        i += 1;
    }
    most
}

/// The answer to one sample; `SCRATCH` is that of the network's plan.
///
/// # Panics
///
/// At compile time in a constant, if a layer of the network has no plan, or if it has more than [`MOST_MACS`] multiply-adds.
#[track_caller]
#[must_use]
pub const fn forward<N: Network<f32>, const SCRATCH: usize>(
    net: &N,
    x: &<N::Input as Shape>::Of<f32>,
) -> <N::Output as Shape>::Of<f32> {
    let mut y = zeroed::<N::Output>();
    // The mistakes of its list are told, and a use of it is not one more.
    if N::LAYERS.is_empty() {
        return y;
    }
    let plan = N::PLAN;
    if let Some(text) = refusal(N::NAME, &plan, N::MACS) {
        panic!("{}", text.as_str());
    }
    let mut scratch = [0.0; SCRATCH];
    run::run(&plan, view(net), values::<N::Input>(x), values_mut::<N::Output>(&mut y), &mut scratch);
    y
}

/// Why a network cannot be computed in a constant, if so.
pub(crate) const fn refusal(name: &str, plan: &Plan, macs: usize) -> Option<Text> {
    let mut text = Text::new();
    text.push("`").push(name).push("` cannot be computed in a constant: ");
    if let Some(layer) = plan.unknown() {
        text.push("`").push(layer).push(
            "` has no form for that. `Dense`, activations, `Softmax`, `LayerNorm`, `RmsNorm`, `BatchNorm`, `Standardize`, layers that \
             only training uses, `Flatten`, `Residual` and networks of these have one; `forward` has them all",
        );
        return Some(text);
    }
    if macs > MOST_MACS {
        text.push("it takes ").number(macs).push(" multiply-adds, and the most is ").number(MOST_MACS);
        text.push(", since the compiler is some thousand times slower than the program: use `forward`");
        return Some(text);
    }
    None
}

/// A sample before it is written.
#[expect(unsafe_code, reason = "the zero value of nested arrays, in a constant")]
pub(crate) const fn zeroed<X: Shape>() -> X::Of<f32> {
    // SAFETY: a value of a shape is plain data, of which all zeros are a value: `Element` is `Pod`.
    unsafe { core::mem::zeroed() }
}

/// The values of a sample, flat.
#[expect(unsafe_code, reason = "the view of nested arrays as a slice, in a constant")]
pub(crate) const fn values<X: Shape>(x: &X::Of<f32>) -> &[f32] {
    const { assert!(size_of::<X::Of<f32>>() == 4 * X::LEN && align_of::<X::Of<f32>>() == align_of::<f32>()) };
    // SAFETY: `Element` is `Pod`, so every byte is initialised, and any four of them are an `f32`; size and alignment are asserted above.
    unsafe { core::slice::from_raw_parts(core::ptr::from_ref(x).cast(), X::LEN) }
}

/// The same, to be written.
#[expect(unsafe_code, reason = "the view of nested arrays as a slice, in a constant")]
pub(crate) const fn values_mut<X: Shape>(x: &mut X::Of<f32>) -> &mut [f32] {
    const { assert!(size_of::<X::Of<f32>>() == 4 * X::LEN && align_of::<X::Of<f32>>() == align_of::<f32>()) };
    // SAFETY: as in `values`; the borrow is exclusive, and any bytes may be written, since `Element` is `Pod`.
    unsafe { core::slice::from_raw_parts_mut(core::ptr::from_mut(x).cast(), X::LEN) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(written: &'static str, plan: Plan) -> Part {
        Part { written, plan, parameters: 0, outputs: 3 }
    }

    #[test]
    fn a_refusal_names_the_layer_as_it_is_written() {
        static INNER: &[Part] = &[Part { written: "conv: Conv2d(1)", plan: Plan::Unknown, parameters: 0, outputs: 1 }];
        static BLOCK: Plan = Plan::InOrder(INNER);
        let parts = [part("Dense(3)", Plan::Product), part("Residual", Plan::Around(&BLOCK))];
        let plan = Plan::InOrder(std::boxed::Box::leak(std::boxed::Box::new(parts)));
        let text = refusal("Net", &plan, 10).unwrap();
        assert!(
            text.as_str()
                .starts_with("`Net` cannot be computed in a constant: `conv: Conv2d(1)` has no form for that.")
        );
        assert!(refusal("Net", &Plan::Product, MOST_MACS).is_none());
        let text = refusal("Net", &Plan::Product, MOST_MACS + 1).unwrap();
        assert!(text.as_str().contains("it takes 100001 multiply-adds, and the most is 100000"));
    }
}
