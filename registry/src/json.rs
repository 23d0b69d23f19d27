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
    const EACH: u64 = 0x0101_0101_0101_0101;
    // Eight bytes at a time. With its second bit flipped, a quote is a space, controls are still
    // below it, and no other byte is. A borrow can only come from a byte that is found as well.
    let is_plain = |word: u64| {
        let below_space = (word ^ (EACH * 0x02)).wrapping_sub(EACH * 0x21);
        let backslash = (word ^ (EACH * 0x5c)).wrapping_sub(EACH);
        (below_space | backslash) & !word & (EACH << 7) == 0
    };
    let word_is_plain =
        |word: &[u8]| word.try_into().is_ok_and(|word| is_plain(u64::from_le_bytes(word)));
    match text.len().checked_sub(8) {
        // The last eight bytes overlap the last chunk unless the length is a multiple of eight.
        Some(last) => {
            text.chunks_exact(8).all(word_is_plain) && word_is_plain(text.split_at(last).1)
        }
        None => text.iter().all(|byte| escape_of(*byte).is_none()),
    }
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
