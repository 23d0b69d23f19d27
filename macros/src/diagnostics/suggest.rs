//! Suggestions for unknown names.

/// The length in bytes above which nothing is suggested for a name, since the distance of two names takes
/// time proportional to the product of their lengths.
pub(crate) const MAX_LEN: usize = 100;

pub(crate) fn nearest<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    if name.len() > MAX_LEN {
        return None;
    }
    let max_distance = (name.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .filter(|candidate| candidate.len() <= MAX_LEN)
        .map(|candidate| (distance(name, candidate), candidate))
        .filter(|(distance, _)| *distance <= max_distance)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Returns the [`nearest`] candidate, or else one that `name` begins with: `status` for `status_code`.
/// This is for messages only, and does not suffice to reject a name.
pub(crate) fn likely<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str> + Clone,
) -> Option<&'a str> {
    nearest(name, candidates.clone()).or_else(|| {
        let name = name.to_lowercase();
        candidates.into_iter().find(|candidate| candidate.len() > 2 && name.starts_with(candidate))
    })
}

pub(crate) fn instead(name: &str, candidates: &[&str]) -> String {
    match likely(name, candidates.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("write one of {}", list(candidates)),
    }
}

pub(crate) fn list(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// Returns the optimal string alignment distance: insertions, deletions, substitutions and swaps of
/// neighbors cost one each. Levenshtein distance counts a swap as two, and so misses `titel`.
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=right.len()).collect();
    let mut previous = None;
    for (row, this) in left.chars().enumerate() {
        let mut current = vec![row + 1];
        for (column, that) in right.iter().enumerate() {
            let change = above[column] + usize::from(this != *that);
            let mut best = change.min(above[column + 1] + 1).min(current[column] + 1);
            if column > 0 && previous == Some(*that) && this == right[column - 1] {
                best = best.min(before[column - 1] + 1);
            }
            current.push(best);
        }
        before = std::mem::replace(&mut above, current);
        previous = Some(this);
    }
    above[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_swap_of_neighbors_costs_one() {
        assert_eq!(distance("titel", "title"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("kitten", "sitting"), 3);
    }

    #[test]
    fn a_distant_name_is_not_suggested() {
        assert_eq!(nearest("statsu", ["status", "title"]), Some("status"));
        assert_eq!(nearest("colour", ["status", "title"]), None);
    }

    #[test]
    fn long_names_are_not_compared() {
        let most = "a".repeat(MAX_LEN);
        let (near, longer) = (format!("{}b", &most[1..]), "a".repeat(MAX_LEN + 1));
        assert_eq!(nearest(&most, [near.as_str()]), Some(near.as_str()));
        assert_eq!(nearest(&longer, [near.as_str()]), None);
        assert_eq!(nearest(&near, [longer.as_str()]), None);
        // A comparison of these would not end in reasonable time.
        let (left, right) = ("a".repeat(10_000_000), "b".repeat(10_000_000));
        assert_eq!(nearest(&left, [right.as_str()]), None);
    }
}
