//! JSON strings (RFC 8259, section 7).

/// Returns a text as a JSON string, with its quotes.
pub(crate) fn string(text: &str) -> String {
    let mut out = String::from("\"");
    httperr_registry::json::escape(text, |piece| out.push_str(piece));
    out.push('"');
    out
}
