//! The rate up to a maximum and down again, once.

use core::f64::consts::PI;

use super::Schedule;
use super::setting::{check, check_count, check_rate};
use crate::settings::SettingError;

/// One cycle (Smith and Topin, 2018): PyTorch's `OneCycleLR`, the learning rate alone.
///
/// In the first `pct_start` of the run the rate climbs from `max_lr / div_factor` to `max_lr`, in the rest it falls to
/// `max_lr / div_factor / final_div_factor`, both along half a cosine. It knows its rates itself: the base does not matter. It is made
/// for steps rather than epochs ([`Trainer::schedule_steps`](crate::train::Trainer::schedule_steps)); behind the last one it
/// stays where it is.
///
/// The defaults are `pct_start(0.3)`, `div_factor(25.0)`, `final_div_factor(1e4)`, `anneal(Anneal::Cosine)` and two phases. PyTorch
/// also cycles the momentum unless told `cycle_momentum=False`; here it stays.
///
/// # Examples
///
/// ```
/// use static_nn::schedule::{OneCycle, Schedule};
///
/// // Ten epochs of a hundred steps.
/// let schedule = OneCycle::new(0.1, 10 * 100);
/// assert!((schedule.rate(0.0, 0) - 0.004).abs() < 1e-12);
/// assert!((schedule.rate(0.0, 299) - 0.1).abs() < 1e-12);
/// assert!((schedule.rate(0.0, 999) - 4e-7).abs() < 1e-12);
/// ```
#[doc(alias = "OneCycleLR")]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct OneCycle {
    max_lr: f64,
    total_steps: u64,
    pct_start: f64,
    div_factor: f64,
    final_div_factor: f64,
    anneal: Anneal,
    three_phase: bool,
}

#[cfg(feature = "serde")]
crate::serialize::checked! {
    OneCycle {
        max_lr: f64,
        total_steps: u64,
        pct_start: f64,
        div_factor: f64,
        final_div_factor: f64,
        anneal: Anneal,
        three_phase: bool,
    }
    Schedule::check
}

/// The way from one learning rate to another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Anneal {
    /// Along half a cosine.
    #[default]
    Cosine,
    /// Along a line.
    Linear,
}

impl Anneal {
    /// The rate at the part `way` of the way.
    fn between(self, start: f64, end: f64, way: f64) -> f64 {
        match self {
            Anneal::Cosine => end + (start - end) / 2.0 * (libm::cos(PI * way) + 1.0),
            Anneal::Linear => (end - start) * way + start,
        }
    }
}

impl OneCycle {
    /// A cycle of `total_steps` steps with `max_lr` as its highest rate. The trainer counts the steps of an epoch:
    /// [`steps_per_epoch`](crate::train::Trainer::steps_per_epoch).
    #[must_use]
    pub const fn new(max_lr: f64, total_steps: u64) -> Self {
        Self {
            max_lr,
            total_steps,
            pct_start: 0.3,
            div_factor: 25.0,
            final_div_factor: 1e4,
            anneal: Anneal::Cosine,
            three_phase: false,
        }
    }

    /// The part of the run in which the rate climbs, 0 to 1.
    #[must_use]
    pub const fn pct_start(mut self, part: f64) -> Self {
        self.pct_start = part;
        self
    }

    /// How many times as high the highest rate is as the first.
    #[must_use]
    pub const fn div_factor(mut self, factor: f64) -> Self {
        self.div_factor = factor;
        self
    }

    /// How many times as high the first rate is as the last.
    #[must_use]
    pub const fn final_div_factor(mut self, factor: f64) -> Self {
        self.final_div_factor = factor;
        self
    }

    /// How the rate gets from one to the next.
    #[must_use]
    pub const fn anneal(mut self, anneal: Anneal) -> Self {
        self.anneal = anneal;
        self
    }

    /// Whether the rate falls as long as it has climbed, to where it began, and only then to the last one, as in the paper.
    #[must_use]
    pub const fn three_phase(mut self, three_phase: bool) -> Self {
        self.three_phase = three_phase;
        self
    }
}

impl Schedule for OneCycle {
    fn check(&self) -> Result<(), SettingError> {
        check_rate("max_lr", self.max_lr)?;
        check_count("total_steps", self.total_steps)?;
        let (start, most) = (self.pct_start, if self.three_phase { 0.5 } else { 1.0 });
        let permitted = if self.three_phase { "between 0 and 0.5 with `three_phase`" } else { "between 0 and 1" };
        check((0.0..=most).contains(&start), "pct_start", start, permitted)?;
        for (setting, factor) in [("div_factor", self.div_factor), ("final_div_factor", self.final_div_factor)] {
            check(factor > 0.0 && factor.is_finite(), setting, factor, "a finite number of more than 0")?;
            check((self.max_lr / factor).is_finite(), setting, factor, "large enough that the rate stays finite")?;
        }
        Ok(())
    }

    fn rate(&self, _: f64, t: u64) -> f64 {
        let total = self.total_steps as f64;
        let (first, climb) = (self.max_lr / self.div_factor, self.pct_start * total);
        let (last, end) = (first / self.final_div_factor, total - 1.0);
        // The end of each phase, and the rate there.
        let phases = if self.three_phase {
            [(climb - 1.0, self.max_lr), (2.0 * climb - 2.0, first), (end, last)]
        } else {
            [(climb - 1.0, self.max_lr), (end, last), (end, last)]
        };
        let t = (t as f64).min(end);
        let (mut since, mut from) = (0.0, first);
        for (until, to) in phases {
            if t <= until {
                let length = until - since;
                // A cycle of one step, or a phase that is shorter: there is no way to go.
                return if length > 0.0 { self.anneal.between(from, to, (t - since) / length) } else { to };
            }
            (since, from) = (until, to);
        }
        last
    }
}
