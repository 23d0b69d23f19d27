//! Did you mean?

/// The length in bytes above which a word is not a misspelling of anything: the distance of two
/// words takes time proportional to the product of their lengths.
pub(crate) const MAX_LEN: usize = 100;

/// The candidate that `word` is most likely a misspelling of, when one is near enough.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    if word.len() > MAX_LEN {
        return None;
    }
    let most = (word.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .filter(|candidate| candidate.len() <= MAX_LEN)
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= most)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// As [`nearest`], or else the candidate that `word` only adds something to: `status_code`,
/// `warning`. For messages; as the reason for an error it would be too bold.
pub(crate) fn likely<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str> + Clone,
) -> Option<&'a str> {
    nearest(word, candidates.clone()).or_else(|| {
        let word = word.to_lowercase();
        candidates.into_iter().find(|candidate| candidate.len() > 2 && word.starts_with(candidate))
    })
}

/// The end of a message about an unknown `word`: the nearest candidate, or all of them.
pub(crate) fn instead(word: &str, candidates: &[&str]) -> String {
    match likely(word, candidates.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("write one of {}", list(candidates)),
    }
}

/// The words as they stand in a sentence.
pub(crate) fn list(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// Optimal string alignment: insertions, deletions, substitutions, and swaps of neighbours, each
/// of which costs one. Plain Levenshtein counts a swap as two and so misses `titel`.
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
    fn a_swap_of_neighbours_is_one_mistake() {
        assert_eq!(distance("titel", "title"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("kitten", "sitting"), 3);
    }

    #[test]
    fn nothing_is_suggested_for_what_is_not_near() {
        assert_eq!(nearest("statsu", ["status", "title"]), Some("status"));
        assert_eq!(nearest("colour", ["status", "title"]), None);
    }

    #[test]
    fn words_that_are_too_long_are_not_compared() {
        let most = "a".repeat(MAX_LEN);
        let (near, longer) = (format!("{}b", &most[1..]), "a".repeat(MAX_LEN + 1));
        assert_eq!(nearest(&most, [near.as_str()]), Some(near.as_str()));
        assert_eq!(nearest(&longer, [near.as_str()]), None);
        assert_eq!(nearest(&near, [longer.as_str()]), None);
        // The product of these two lengths would never be done.
        let (left, right) = ("a".repeat(10_000_000), "b".repeat(10_000_000));
        assert_eq!(nearest(&left, [right.as_str()]), None);
    }
}
