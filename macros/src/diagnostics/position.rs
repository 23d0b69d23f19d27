//! Where a span is in its file.

use proc_macro2::Span;

/// Where a span begins. `Span::line` is younger than the oldest compiler that this crate promises,
/// so it is read off what `Debug` writes, `#0 bytes(120..123)`; where it writes something else the
/// mistakes stay in the order in which they were found.
pub(crate) fn offset(span: Span) -> Option<usize> {
    let text = format!("{span:?}");
    let (_, from) = text.split_once("bytes(")?;
    from.split_once("..")?.0.parse().ok()
}

/// Returns what tells a span from every other; nothing, where `Debug` prints no number.
pub(crate) fn position(span: Span) -> Option<String> {
    Some(format!("{span:?}")).filter(|text| text.contains(|char: char| char.is_ascii_digit()))
}
