//! JSON strings: what is escaped, and how.

/// Hands the pieces of a JSON string's inside to `write`: stretches that stand as they are, and
/// the escapes between them (RFC 8259, section 7).
pub fn escape<'a>(text: &'a str, mut write: impl FnMut(&'a str)) {
    let mut start = 0;
    for (at, byte) in text.bytes().enumerate() {
        if let Some(escape) = escaped(byte) {
            if start < at {
                write(&text[start..at]);
            }
            write(escape);
            start = at + 1;
        }
    }
    if start < text.len() {
        write(&text[start..]);
    }
}

/// The escape of a byte, where it needs one.
const fn escaped(byte: u8) -> Option<&'static str> {
    const CONTROLS: [&str; 32] = [
        "\\u0000", "\\u0001", "\\u0002", "\\u0003", "\\u0004", "\\u0005", "\\u0006", "\\u0007",
        "\\b", "\\t", "\\n", "\\u000b", "\\f", "\\r", "\\u000e", "\\u000f", "\\u0010", "\\u0011",
        "\\u0012", "\\u0013", "\\u0014", "\\u0015", "\\u0016", "\\u0017", "\\u0018", "\\u0019",
        "\\u001a", "\\u001b", "\\u001c", "\\u001d", "\\u001e", "\\u001f",
    ];
    match byte {
        b'"' => Some("\\\""),
        b'\\' => Some("\\\\"),
        0..=0x1f => Some(CONTROLS[byte as usize]),
        _ => None,
    }
}
