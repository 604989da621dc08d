//! Parameters that training leaves as they are.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ops::Range;

use crate::parameters::{Parameters, Path, Tensor};
use crate::scalar::Scalar;

/// What was to be frozen is the name of nothing in the network, and no pattern that fits one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no layer and no tensor of the network is called `{pattern}`{}", meant(nearest.as_deref()))]
#[non_exhaustive]
pub struct FreezeError {
    /// The name or pattern.
    pub pattern: String,
    /// The name most like it, if one is alike.
    pub nearest: Option<String>,
}

fn meant(nearest: Option<&str>) -> String {
    nearest.map_or(String::new(), |nearest| format!("; the name most like it is `{nearest}`"))
}

/// The places of frozen parameters, and room for their values.
#[derive(Debug)]
pub(super) struct Frozen<T> {
    ranges: Vec<Range<usize>>,
    values: Vec<T>,
}

impl<T: Scalar> Frozen<T> {
    pub(super) const NONE: Self = Self { ranges: Vec::new(), values: Vec::new() };

    /// What the declaration of `P` freezes.
    pub(super) fn declared<P: Parameters<T>>() -> Self {
        let mut frozen = Self::NONE;
        frozen.add::<P>(|tensor| tensor.name.is_frozen());
        frozen
    }

    /// Freezes the layer, block or tensor of that name, or all whose name the pattern fits.
    pub(super) fn freeze<P: Parameters<T>>(&mut self, pattern: &str) -> Result<(), FreezeError> {
        if self.add::<P>(|tensor| names(&tensor.name.to_string()).any(|name| fits(pattern, name))) {
            return Ok(());
        }
        Err(FreezeError { pattern: pattern.into(), nearest: nearest::<T, P>(pattern) })
    }

    /// Freezes those tensors; says whether there are any.
    fn add<P: Parameters<T>>(&mut self, which: impl Fn(&Tensor<'_>) -> bool) -> bool {
        let (mut end, mut found) = (0, false);
        P::tensors(&Path::ROOT, &mut |tensor| {
            let start = end;
            end += tensor.len();
            if which(tensor) {
                found = true;
                if !self.ranges.contains(&(start..end)) {
                    self.ranges.push(start..end);
                }
            }
        });
        self.values.resize(self.ranges.iter().map(Range::len).sum(), T::ZERO);
        found
    }

    /// The names of the frozen tensors of `P`, in order, with commas between them.
    #[cfg(feature = "std")]
    pub(super) fn names<P: Parameters<T>>(&self) -> String {
        let (mut end, mut text) = (0, String::new());
        P::tensors(&Path::ROOT, &mut |tensor| {
            let start = end;
            end += tensor.len();
            if self.ranges.contains(&(start..end)) {
                if !text.is_empty() {
                    text.push_str(", ");
                }
                text += &tensor.name.to_string();
            }
        });
        text
    }

    /// Takes the frozen parameters out of a gradient.
    pub(super) fn clear<P: Parameters<T>>(&self, gradient: &mut P) {
        for range in &self.ranges {
            T::zero(&mut gradient.as_mut_slice()[range.clone()]);
        }
    }

    /// Lets `change` change the network, but for what is frozen.
    pub(super) fn around<P: Parameters<T>, R>(&mut self, network: &mut P, change: impl FnOnce(&mut P) -> R) -> R {
        let mut rest = &mut self.values[..];
        for range in &self.ranges {
            let (values, behind) = core::mem::take(&mut rest).split_at_mut(range.len());
            values.copy_from_slice(&network.as_slice()[range.clone()]);
            rest = behind;
        }
        let result = change(network);
        let mut rest = &self.values[..];
        for range in &self.ranges {
            let (values, behind) = rest.split_at(range.len());
            network.as_mut_slice()[range.clone()].copy_from_slice(values);
            rest = behind;
        }
        result
    }
}

/// The name of a tensor, and those of all that it lies in: `a.b.weight`, `a` and `a.b`.
fn names(name: &str) -> impl Iterator<Item = &str> {
    core::iter::once(name).chain(name.match_indices('.').map(|(dot, _)| &name[..dot]))
}

/// Whether `pattern`, in which `*` stands for any letters or none, fits all of `name`.
fn fits(pattern: &str, name: &str) -> bool {
    let Some((front, mut rest)) = pattern.split_once('*') else { return pattern == name };
    let Some(mut name) = name.strip_prefix(front) else { return false };
    // Each part between two stars where it first occurs: what follows has the most room then.
    while let Some((part, behind)) = rest.split_once('*') {
        let Some(place) = name.find(part) else { return false };
        (name, rest) = (&name[place + part.len()..], behind);
    }
    name.ends_with(rest)
}

/// The name in `P` that is most like `pattern`.
#[cfg(feature = "std")]
fn nearest<T: Scalar, P: Parameters<T>>(pattern: &str) -> Option<String> {
    let mut known = Vec::new();
    P::tensors(&Path::ROOT, &mut |tensor| {
        let name = tensor.name.to_string();
        known.extend(names(&name).map(String::from));
    });
    nn_files::names::nearest(pattern, known.iter().map(String::as_str)).map(String::from)
}

#[cfg(not(feature = "std"))]
fn nearest<T: Scalar, P: Parameters<T>>(_: &str) -> Option<String> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_any_letters_or_none() {
        for (pattern, name) in
            [("fc1", "fc1"), ("*", "fc1"), ("fc*", "fc1"), ("*.bias", "a.bias"), ("f*1", "f1"), ("a*b*c", "abbc")]
        {
            assert!(fits(pattern, name), "{pattern} {name}");
        }
        for (pattern, name) in
            [("fc1", "fc12"), ("fc", "fc1"), ("*.bias", "a.bias.x"), ("a*b*c", "acb"), ("ab*ba", "aba"), ("", "fc1")]
        {
            assert!(!fits(pattern, name), "{pattern} {name}");
        }
    }

    #[test]
    fn a_tensor_is_known_by_all_that_it_lies_in() {
        assert_eq!(names("block.fc1.weight").collect::<Vec<_>>(), ["block.fc1.weight", "block", "block.fc1"]);
    }
    /// Two layers, of which the declaration freezes the first, and a third in it.
    #[repr(C)]
    struct Declared([f64; 6]);

    // SAFETY: an array of scalars.
    #[expect(unsafe_code, reason = "the promise of being nothing but scalars")]
    unsafe impl Parameters<f64> for Declared {
        const PARAMETERS: usize = 6;

        fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
            <[f64; 2]>::tensors(&name.join("first").frozen().join("inner"), visit);
            <[f64; 3]>::tensors(&name.join("second"), visit);
            <[f64; 1]>::tensors(&name.join("third").frozen(), visit);
        }
    }

    #[test]
    fn what_a_declaration_freezes_is_frozen_from_the_start() {
        let mut frozen = Frozen::declared::<Declared>();
        let mut network = Declared([1.0; 6]);
        let all =
            |frozen: &mut Frozen<f64>, network: &mut Declared| frozen.around(network, |network| network.0.fill(2.0));
        all(&mut frozen, &mut network);
        assert_eq!(network.0.map(|value| value > 1.5), [false, false, true, true, true, false]);
        // What is frozen twice is frozen once.
        frozen.freeze::<Declared>("first").unwrap();
        frozen.freeze::<Declared>("second").unwrap();
        network = Declared([1.0; 6]);
        all(&mut frozen, &mut network);
        assert!(network.0.iter().all(|value| *value < 1.5));
        let mut gradient = Declared([1.0; 6]);
        Frozen::declared::<Declared>().clear(&mut gradient);
        assert_eq!(gradient.0.map(|value| value > 0.5), [false, false, true, true, true, false]);
    }
}
