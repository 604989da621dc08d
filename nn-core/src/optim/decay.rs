//! Weight decay: how much of it, of which kind, and of which parameters.

use super::SettingError;
use super::roles::{ByRole, RoleSet};
use crate::kernels::step::{AnyRule, Factors};
use crate::parameters::Role;
use crate::scalar::Scalar;
use crate::settings::check_not_negative;

/// The settings of weight decay: see the [module](super) for what they mean.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub(super) struct Decay {
    /// Added to the gradient, times the parameter.
    pub(super) l2: f64,
    /// Added to the gradient, with the sign of the parameter.
    pub(super) l1: f64,
    /// Taken off the parameter, times the parameter and the learning rate.
    pub(super) decoupled: f64,
    /// The roles that have none of it.
    #[cfg_attr(feature = "serde", serde(with = "excluded"))]
    excluded: RoleSet,
}

impl Decay {
    pub(super) const NONE: Self = Self { l2: 0.0, l1: 0.0, decoupled: 0.0, excluded: RoleSet::EMPTY };

    pub(super) const fn decoupled(decoupled: f64) -> Self {
        Self { decoupled, ..Self::NONE }
    }

    pub(super) const fn exclude(mut self, roles: &[Role]) -> Self {
        let mut i = 0;
        while i < roles.len() {
            self.excluded = self.excluded.with(roles[i]);
            i += 1;
        }
        self
    }

    /// Checks all amounts; `decoupled` is what the optimizer calls that one.
    pub(super) fn check(&self, decoupled: &'static str) -> Result<(), SettingError> {
        check_not_negative("weight_decay", self.l2)?;
        check_not_negative("l1", self.l1)?;
        check_not_negative(decoupled, self.decoupled)
    }

    /// What a step at this learning rate leaves of a parameter.
    pub(super) fn keep(&self, learning_rate: f64) -> f64 {
        1.0 - learning_rate * self.decoupled
    }

    /// The factors of one step: those of `rule`, which is told the decay, for every role.
    #[cfg_attr(not(feature = "std"), inline(always))]
    pub(super) fn factors<T: Scalar>(&self, rule: impl Fn(&Self) -> AnyRule<T>) -> ByRole<Factors<T>> {
        let factors = |decay: &Self| Factors {
            l1: T::from_f64(decay.l1),
            decays: decay.l2 > 0.0 || decay.decoupled > 0.0,
            rule: rule(decay),
        };
        let none = self.l2 == 0.0 && self.l1 == 0.0 && self.decoupled == 0.0;
        if none { ByRole::all(factors(self)) } else { ByRole::but(factors(self), self.excluded, factors(&Self::NONE)) }
    }
}

/// Writes the settings of weight decay: `all` those that every optimizer has, `gradient` and with them those of optimizers whose weight
/// decay is added to the gradient.
macro_rules! decay_settings {
    (all) => {
        /// What is added to the gradient of each parameter with the parameter's sign; 0 unless set.
        #[must_use]
        pub const fn l1(mut self, l1: f64) -> Self {
            self.decay.l1 = l1;
            self
        }

        /// Leaves parameters of these roles without weight decay of any kind: biases, say, and the scales of normalisation.
        #[must_use]
        pub const fn exclude_from_decay(mut self, roles: &[crate::parameters::Role]) -> Self {
            self.decay = self.decay.exclude(roles);
            self
        }
    };
    (gradient) => {
        /// The part of each parameter that is added to its gradient; 0 unless set.
        #[must_use]
        pub const fn weight_decay(mut self, weight_decay: f64) -> Self {
            self.decay.l2 = weight_decay;
            self
        }

        /// The part of each parameter, times the learning rate, that every step takes off beside the gradient; 0 unless set.
        #[must_use]
        pub const fn decoupled_weight_decay(mut self, weight_decay: f64) -> Self {
            self.decay.decoupled = weight_decay;
            self
        }

        $crate::optim::decay::decay_settings! { all }
    };
}
pub(super) use decay_settings;

/// The roles that have none of it, as the list of their names.
#[cfg(feature = "serde")]
mod excluded {
    use core::fmt;

    use serde::de::{SeqAccess, Visitor};
    use serde::{Deserializer, Serializer};

    use super::{Role, RoleSet};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "what serde hands over")]
    pub(super) fn serialize<S: Serializer>(excluded: &RoleSet, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(Role::ALL.iter().filter(|role| excluded.has(**role)))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<RoleSet, D::Error> {
        deserializer.deserialize_seq(Roles)
    }

    struct Roles;

    impl<'de> Visitor<'de> for Roles {
        type Value = RoleSet;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a list of roles")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut roles: A) -> Result<RoleSet, A::Error> {
            let mut excluded = RoleSet::EMPTY;
            while let Some(role) = roles.next_element::<Role>()? {
                excluded = excluded.with(role);
            }
            Ok(excluded)
        }
    }
}
