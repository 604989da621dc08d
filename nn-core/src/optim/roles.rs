//! Which parameters are weights, which biases, which scales.

use core::fmt;
use core::ops::Range;

use crate::parameters::{Parameters, Path, Role, VisitTensors};
use crate::scalar::Scalar;

/// The [`Role`] of every parameter of a network, for optimizers that do not treat all alike.
///
/// It knows the network's type and holds nothing, so that it costs nothing where no one asks.
///
/// # Examples
///
/// ```
/// use static_nn::optim::Roles;
/// use static_nn::{Dense, Role};
///
/// let mut found = vec![];
/// Roles::of::<f32, Dense<f32, 3, 2>>().visit(0..8, |role, range| found.push((role, range)));
/// assert_eq!(found, [(Role::Weight, 0..6), (Role::Bias, 6..8)]);
/// ```
#[derive(Clone, Copy)]
pub struct Roles(Option<VisitTensors>);

impl Roles {
    /// The roles of parameters of which nothing is known: all are taken for weights.
    pub const WEIGHTS: Self = Self(None);

    /// The roles of the parameters of a network, or a layer, of type `P`.
    #[must_use]
    pub const fn of<T: Scalar, P: Parameters<T>>() -> Self {
        Self(Some(P::tensors))
    }

    /// Calls `visit` for the parameters in `range`, tensor by tensor, with their role and their places among all.
    pub fn visit(self, range: Range<usize>, mut visit: impl FnMut(Role, Range<usize>)) {
        let Some(tensors) = self.0 else {
            return visit(Role::Weight, range);
        };
        let mut end = 0;
        tensors(&Path::ROOT, &mut |tensor| {
            let start = end;
            end += tensor.len();
            let within = start.max(range.start)..end.min(range.end);
            if !within.is_empty() {
                visit(tensor.role, within);
            }
        });
    }
}

impl fmt::Debug for Roles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "Roles::of(..)" } else { "Roles::WEIGHTS" })
    }
}

/// Some of the roles, one bit each: a set that the compiler sees through where it is constant.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct RoleSet(u8);

/// Whether it has them, role by role: so the settings of optimizers stand in checkpoints.
impl fmt::Debug for RoleSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Role::ALL.map(|role| self.has(role)).fmt(f)
    }
}

impl RoleSet {
    pub(super) const EMPTY: Self = Self(0);

    pub(super) const fn with(self, role: Role) -> Self {
        Self(self.0 | 1 << role as u8)
    }

    pub(super) const fn has(self, role: Role) -> bool {
        self.0 & 1 << role as u8 != 0
    }

    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// Something for each role: the same for all `but` some.
#[derive(Clone, Copy, Debug)]
pub(super) struct ByRole<F> {
    of: F,
    but: RoleSet,
    others: F,
}

impl<F: Copy> ByRole<F> {
    /// The same for all.
    pub(super) const fn all(of: F) -> Self {
        Self::but(of, RoleSet::EMPTY, of)
    }

    /// `of` for all but these roles, which have `others`.
    pub(super) const fn but(of: F, but: RoleSet, others: F) -> Self {
        Self { of, but, others }
    }

    /// Calls `visit` for the parameters in `range`: at once if all roles are alike, else tensor by tensor.
    #[cfg_attr(not(feature = "std"), inline(always))]
    pub(super) fn visit(&self, roles: Roles, range: Range<usize>, mut visit: impl FnMut(F, Range<usize>)) {
        if self.but.is_empty() {
            return visit(self.of, range);
        }
        roles.visit(range, |role, range| visit(if self.but.has(role) { self.others } else { self.of }, range));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layers::{Dense, NoBias};
    use std::vec::Vec;

    fn visited(roles: Roles, range: Range<usize>) -> Vec<(Role, Range<usize>)> {
        let mut found = Vec::new();
        roles.visit(range, |role, range| found.push((role, range)));
        found
    }

    #[test]
    fn ranges_end_where_their_caller_says() {
        let roles = Roles::of::<f64, Dense<f64, 3, 2>>();
        assert_eq!(visited(roles, 2..7), [(Role::Weight, 2..6), (Role::Bias, 6..7)]);
        assert_eq!(visited(roles, 6..8), [(Role::Bias, 6..8)]);
        assert_eq!(visited(roles, 3..3), []);
        assert_eq!(visited(Roles::WEIGHTS, 2..7), [(Role::Weight, 2..7)]);
        assert_eq!(visited(Roles::of::<f64, Dense<f64, 3, 2, NoBias>>(), 0..6), [(Role::Weight, 0..6)]);
    }

    #[test]
    fn roles_that_are_alike_are_one_run() {
        let roles = Roles::of::<f64, Dense<f64, 3, 2>>();
        let runs = |by: ByRole<Role>| {
            let mut runs = Vec::new();
            by.visit(roles, 1..8, |of, range| runs.push((of, range)));
            runs
        };
        assert_eq!(runs(ByRole::all(Role::Scale)), [(Role::Scale, 1..8)]);
        assert_eq!(
            runs(ByRole::but(Role::Weight, RoleSet::EMPTY.with(Role::Bias), Role::Bias)),
            [(Role::Weight, 1..6), (Role::Bias, 6..8)]
        );
    }
}
