//! The name that was probably meant.

/// The candidate most like `name`, if one is alike: with something before it (`model.fc1.weight` for `fc1.weight`), or
/// no further away than a third of its letters.
pub fn nearest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let furthest = name.len() / 3;
    candidates
        .filter_map(|candidate| {
            if candidate.strip_suffix(name).is_some_and(|prefix| prefix.ends_with('.')) {
                return Some((0, candidate));
            }
            // A distance costs time in proportion to both lengths, and a file may hold names of any length.
            if candidate.len().abs_diff(name.len()) > furthest {
                return None;
            }
            let distance = distance(name, candidate);
            (distance <= furthest).then_some((distance, candidate))
        })
        .min()
        .map(|(_, candidate)| candidate)
}

/// How many bytes must be put in, taken out or changed to make one of the other (Levenshtein, 1966).
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let mut diagonal = i;
        row[0] = i + 1;
        for (j, y) in b.bytes().enumerate() {
            let changed = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::{distance, nearest};

    #[test]
    fn distances_are_those_of_the_textbook() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("abc", ""), 3);
        assert_eq!(distance("same", "same"), 0);
    }

    #[test]
    fn a_prefix_comes_before_a_misspelling_and_strangers_are_not_alike() {
        let names = ["fc2.weight", "module.fc1.weight", "fc1.bias", "conv.kernel"];
        assert_eq!(nearest("fc1.weight", names.into_iter()), Some("module.fc1.weight"));
        assert_eq!(nearest("fc3.weight", names.into_iter()), Some("fc2.weight"));
        assert_eq!(nearest("norm.running_mean", names.into_iter()), None);
    }
}
