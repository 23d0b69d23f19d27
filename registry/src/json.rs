//! The escapes of JSON strings (RFC 8259, section 7).

/// Escapes a text for the inside of a JSON string. Passes the pieces of the result to `write`: parts
/// of the text without escapes, and the escapes between them.
pub fn escape<'a>(text: &'a str, mut write: impl FnMut(&'a str)) {
    let mut start = 0;
    for (at, byte) in text.bytes().enumerate() {
        if let Some(escape) = escape_of(byte) {
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

/// Returns whether a text needs no escape in a JSON string.
pub fn is_plain(text: &[u8]) -> bool {
    match text.len() {
        0..8 => !text.iter().copied().any(is_escaped),
        8..16 => chunks_are_plain::<8>(text),
        _ => chunks_are_plain::<16>(text),
    }
}

/// Examines `N` bytes at a time, without a branch for each: these are a few vector instructions.
#[inline]
fn chunks_are_plain<const N: usize>(text: &[u8]) -> bool {
    let is_plain = |chunk: &[u8; N]| {
        let found = |byte| u8::from(byte < b' ') | u8::from(byte == b'"') | u8::from(byte == b'\\');
        chunk.iter().fold(0, |all, byte| all | found(*byte)) == 0
    };
    // The last chunk overlaps the one before unless the length is a multiple of `N`.
    text.last_chunk().is_some_and(is_plain)
        && text.chunks_exact(N).all(|chunk| chunk.try_into().is_ok_and(is_plain))
}

/// Returns whether a byte is escaped in a JSON string.
pub const fn is_escaped(byte: u8) -> bool {
    matches!(byte, b'"' | b'\\' | 0..=0x1f)
}

const fn escape_of(byte: u8) -> Option<&'static str> {
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
