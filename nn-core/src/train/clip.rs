//! Bounds for the gradient of every step.

use crate::optim::{SettingError, clip_norm, clip_value};
use crate::parameters::Parameters;
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

    pub(super) fn apply<T: Scalar, N: Parameters<T>>(&self, gradient: &mut N) {
        // The bounds have been checked, and nothing else can be wrong.
        if let Some(limit) = self.value {
            let _ = clip_value(gradient, limit);
        }
        if let Some(max_norm) = self.norm {
            let _ = clip_norm(gradient, max_norm);
        }
    }
}
