//! What becomes of the counts of several layers.

/// The largest of some counts.
#[must_use]
pub const fn max(counts: &[usize]) -> usize {
    let (mut largest, mut i) = (0, 0);
    while i < counts.len() {
        if counts[i] > largest {
            largest = counts[i];
        }
        i += 1;
    }
    largest
}

/// The sum of some counts.
#[must_use]
pub const fn sum(counts: &[usize]) -> usize {
    let (mut sum, mut i) = (0, 0);
    while i < counts.len() {
        sum += counts[i];
        i += 1;
    }
    sum
}

/// The smallest of those counts that there are.
#[must_use]
pub const fn least(counts: &[Option<usize>]) -> Option<usize> {
    let (mut smallest, mut i) = (None, 0);
    while i < counts.len() {
        smallest = match (smallest, counts[i]) {
            (Some(a), Some(b)) if a <= b => Some(a),
            (a, None) => a,
            (_, b) => b,
        };
        i += 1;
    }
    smallest
}

/// The first of some names that there are.
#[must_use]
pub const fn first(names: &[Option<&'static str>]) -> Option<&'static str> {
    let mut i = 0;
    while i < names.len() {
        if names[i].is_some() {
            return names[i];
        }
        i += 1;
    }
    None
}

/// The name in a list of the first layer that does not heed where a sample ends.
#[must_use]
pub const fn heedless(layers: &[(&'static str, Option<&'static str>)]) -> Option<&'static str> {
    let mut i = 0;
    while i < layers.len() {
        if layers[i].1.is_some() {
            return Some(layers[i].0);
        }
        i += 1;
    }
    None
}

/// Whether one of them is true.
#[must_use]
pub const fn any(facts: &[bool]) -> bool {
    let mut i = 0;
    while i < facts.len() {
        if facts[i] {
            return true;
        }
        i += 1;
    }
    false
}
