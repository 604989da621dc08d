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
