//! The order and the identity of spans.
//!
//! `Span::line` and `Span::start` are newer than the minimum supported Rust version, so both are read
//! from `Debug`, which rustc prints as `#0 bytes(120..123)`. If it prints something else, diagnostics
//! keep the order in which they were reported, and none of them is removed.

use std::collections::HashSet;
use std::hash::Hash;

use proc_macro2::Span;

/// Sorts diagnostics by position and removes those with the position and the `key` of an earlier one:
/// what an enum declares for all its variants is reported once.
pub(crate) fn sort_and_dedup<T, K: Hash + Eq>(
    diagnostics: &mut Vec<T>,
    span: impl Fn(&T) -> Span,
    key: impl Fn(&T) -> K,
) {
    if diagnostics.len() < 2 {
        return;
    }
    if diagnostics.iter().all(|diagnostic| offset(span(diagnostic)).is_some()) {
        diagnostics.sort_by_key(|diagnostic| offset(span(diagnostic)));
    }
    let mut seen = HashSet::new();
    diagnostics.retain(|diagnostic| match identity(span(diagnostic)) {
        Some(identity) => seen.insert((identity, key(diagnostic))),
        None => true,
    });
}

/// Returns whether two spans are known to be the same.
pub(crate) fn is_same_position(left: Span, right: Span) -> bool {
    let left = identity(left);
    left.is_some() && left == identity(right)
}

fn offset(span: Span) -> Option<usize> {
    let text = format!("{span:?}");
    let (_, start) = text.split_once("bytes(")?;
    start.split_once("..")?.0.parse().ok()
}

fn identity(span: Span) -> Option<String> {
    Some(format!("{span:?}")).filter(|text| text.contains(|char: char| char.is_ascii_digit()))
}
