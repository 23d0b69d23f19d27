//! JSON strings (RFC 8259, section 7).

use httperr_registry::json::{escape, is_plain};

/// Returns a text as a JSON string, with its quotes.
pub(crate) fn string(text: &str) -> String {
    let mut out = String::new();
    write_string(text, &mut out);
    out
}

/// Appends what [`string`] returns.
pub(crate) fn write_string(text: &str, out: &mut String) {
    out.push('"');
    // Most texts have nothing to escape, and this examines eight bytes at a time.
    match is_plain(text.as_bytes()) {
        true => out.push_str(text),
        false => escape(text, |piece| out.push_str(piece)),
    }
    out.push('"');
}
