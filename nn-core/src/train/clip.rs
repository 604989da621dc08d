//! Bounds for the gradient of every step.

use crate::optim::{SettingError, limit_norm, limit_values};
use crate::scalar::Scalar;
use crate::settings::check_positive;

/// How the gradient is clipped: by value first, then by norm.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Clip {
    pub(super) value: Option<f64>,
    pub(super) norm: Option<f64>,
}

impl Clip {
    pub(super) fn check(&self) -> Result<(), SettingError> {
        self.value.map_or(Ok(()), |limit| check_positive("clip_value", limit))?;
        self.norm.map_or(Ok(()), |max_norm| check_positive("clip_norm", max_norm))
    }

    /// Clips a gradient; the bounds have been checked.
    pub(super) fn apply<T: Scalar>(&self, gradient: &mut [T]) {
        if let Some(limit) = self.value {
            limit_values(gradient, limit);
        }
        if let Some(max_norm) = self.norm {
            limit_norm(gradient, max_norm);
        }
    }
}
