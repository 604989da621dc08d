//! Names of tensors, as messages show them.

pub use crate::nearest::nearest;

/// Names in the order that a person would list them in: `2.weight` before `10.weight`.
pub fn sort(names: &mut [&str]) {
    names.sort_unstable_by_key(|name| {
        let part = |part| (str::parse(part).unwrap_or(u64::MAX), part);
        name.split('.').map(part).collect::<Vec<_>>()
    });
}

/// The first few of many names: `a`, `b` and 7 more.
#[must_use]
pub fn listed<S: AsRef<str>>(names: &[S]) -> String {
    const MOST: usize = 6;
    let quoted = |names: &[S]| {
        let names: Vec<String> = names.iter().map(|name| format!("`{}`", shown(name.as_ref()))).collect();
        names.join(", ")
    };
    match names {
        [] => String::from("none"),
        [one] => quoted(std::slice::from_ref(one)),
        [first @ .., last] if names.len() <= MOST => format!("{} and `{}`", quoted(first), shown(last.as_ref())),
        _ => format!("{} and {} more", quoted(&names[..MOST]), names.len() - MOST),
    }
}

/// The levels to be written for those of a file, if all tensors of a network and of a file are the same but for the levels before their own
/// names: pairs of theirs and ours, in our order.
///
/// Layers stand for each other in the order of their names, numbers by size; where that does not fit, each must be the only one of its
/// tensors' names and extents.
#[must_use]
pub fn pairs(ours: &[(&str, Vec<usize>)], theirs: &[(&str, &[usize])]) -> Option<Vec<(String, String)>> {
    let mut names: Vec<&str> = theirs.iter().map(|(name, _)| *name).collect();
    sort(&mut names);
    let dims = |name: &str| theirs.iter().find(|(other, _)| *other == name).map(|(_, dims)| *dims);
    let theirs = layers(names.into_iter().filter_map(|name| Some((name, dims(name)?))))?;
    let ours = layers(ours.iter().map(|(name, dims)| (*name, &dims[..])))?;
    if ours.len() != theirs.len() {
        return None;
    }
    let mut pairs = Vec::new();
    let in_order = ours.iter().zip(&theirs).all(|((_, a), (_, b))| a == b);
    for (i, (our, tensors)) in ours.iter().enumerate() {
        let mut fitting = theirs.iter().filter(|(_, others)| tensors == others);
        let their = match (fitting.next()?, fitting.next()) {
            _ if in_order => theirs[i].0,
            ((their, _), None) => *their,
            _ => return None,
        };
        if their != *our {
            pairs.push((their.to_owned(), (*our).to_owned()));
        }
    }
    Some(pairs)
}

/// What stands before the own names of tensors, with these names and their extents, sorted.
type Layers<'a> = Vec<(&'a str, Vec<(&'a str, &'a [usize])>)>;

/// Layers in the order of their first tensors; `None` if a tensor has no level before its own name.
fn layers<'a>(tensors: impl Iterator<Item = (&'a str, &'a [usize])>) -> Option<Layers<'a>> {
    let mut layers: Layers<'a> = Vec::new();
    let mut places = std::collections::HashMap::new();
    for (name, dims) in tensors {
        let (layer, part) = name.rsplit_once('.')?;
        let place = *places.entry(layer).or_insert(layers.len());
        if place == layers.len() {
            layers.push((layer, Vec::new()));
        }
        layers[place].1.push((part, dims));
    }
    for (_, tensors) in &mut layers {
        tensors.sort_unstable();
    }
    Some(layers)
}

/// Text out of a file as it can be shown: neither endless, nor able to steer a terminal.
#[must_use]
pub fn shown(text: &str) -> String {
    const LONGEST: usize = 200;
    let mut shown: String = text.chars().take(LONGEST).flat_map(char::escape_debug).collect();
    if text.chars().nth(LONGEST).is_some() {
        shown.push_str("...");
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_by_their_numbers() {
        let mut names = ["10.weight", "fc.bias", "2.weight", "2.bias", "net.11.a", "net.9.a"];
        sort(&mut names);
        assert_eq!(names, ["2.bias", "2.weight", "10.weight", "fc.bias", "net.9.a", "net.11.a"]);
    }

    #[test]
    fn layers_of_a_file_stand_for_those_of_a_network() {
        let ours = [("fc1.weight", vec![2, 3]), ("fc1.bias", vec![2]), ("fc2.weight", vec![1, 2])];
        let told = |theirs: &[(&str, &[usize])]| {
            let pairs = pairs(&ours, theirs)?;
            Some(pairs.iter().map(|(their, our)| format!("{their} = {our}")).collect::<Vec<_>>().join(", "))
        };
        let (w1, w2, b): (&[usize], &[usize], &[usize]) = (&[2, 3], &[1, 2], &[2]);
        let file = [("net.10.weight", w2), ("net.2.bias", b), ("net.2.weight", w1)];
        assert_eq!(told(&file).as_deref(), Some("net.2 = fc1, net.10 = fc2"));
        // In another order, but each is the only one of its kind.
        let file = [("a.weight", w2), ("b.weight", w1), ("b.bias", b)];
        assert_eq!(told(&file).as_deref(), Some("b = fc1, a = fc2"));
        // Another extent, another name, one too few, no level.
        for file in [
            [("a.weight", w2), ("b.weight", w2), ("b.bias", b)],
            [("a.weight", w2), ("b.weight", w1), ("b.shift", b)],
            [("a.weight", w2), ("a.w", w1), ("a.bias", b)],
            [("a.weight", w2), ("weight", w1), ("a.bias", b)],
        ] {
            assert_eq!(told(&file), None);
        }
    }

    #[test]
    fn many_names_are_not_all_told() {
        assert_eq!(listed(&["a"]), "`a`");
        assert_eq!(listed(&["a", "b", "c"]), "`a`, `b` and `c`");
        let eight: Vec<String> = (0..8).map(|i| i.to_string()).collect();
        assert_eq!(listed(&eight), "`0`, `1`, `2`, `3`, `4`, `5` and 2 more");
    }
}
