//! Escaped text is parsed back unchanged.

use httperr_registry::json::{escape, is_plain};
use proptest::prelude::*;

fn quoted(text: &str) -> String {
    let mut json = String::from("\"");
    escape(text, |piece| json.push_str(piece));
    json.push('"');
    json
}

#[test]
fn ascii_and_the_ends_of_each_plane_round_trip() {
    let ends = ['\u{80}', '\u{7ff}', '\u{800}', '\u{2028}', '\u{2029}', '\u{d7ff}', '\u{e000}'];
    let far = ['\u{feff}', '\u{fffd}', '\u{ffff}', '\u{10000}', '\u{1f600}', '\u{10ffff}'];
    for character in ('\0'..='\u{7f}').chain(ends).chain(far) {
        for text in
            [character.to_string(), format!("a{character}b"), format!("{character}{character}")]
        {
            let json = quoted(&text);
            assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text, "{json}");
        }
    }
}

#[test]
fn the_output_equals_serde_json() {
    for byte in 0..=0x7f_u8 {
        let text = char::from(byte).to_string();
        assert_eq!(quoted(&text), serde_json::to_string(&text).unwrap(), "{byte:#x}");
    }
}

#[test]
fn text_without_escapes_is_one_piece_and_empty_text_none() {
    let pieces = |text: &'static str| {
        let mut pieces = Vec::new();
        escape(text, |piece| pieces.push(piece));
        pieces
    };
    assert_eq!(pieces("不存在 é"), ["不存在 é"]);
    assert_eq!(pieces(""), [""; 0]);
    assert_eq!(pieces("\"a\\"), ["\\\"", "a", "\\\\"]);
}

proptest! {
    #[test]
    fn every_string_round_trips(text: String) {
        prop_assert_eq!(serde_json::from_str::<String>(&quoted(&text)).unwrap(), text);
    }

    #[test]
    fn every_string_of_escapes_round_trips(text in "[\0-\u{1f}\"\\\\/u0-9\u{7f}é😀]{0,40}") {
        prop_assert_eq!(quoted(&text), serde_json::to_string(&text).unwrap());
    }
}

/// At every index of an eight-byte chunk, and in the remainder.
#[test]
fn a_text_is_plain_if_and_only_if_escaping_leaves_it_unchanged() {
    for length in 0..=25 {
        assert!(is_plain(" ~\u{7f}é".repeat(7).get(..length).unwrap_or_default().as_bytes()));
        for at in 0..length {
            for byte in 0..=0x7f_u8 {
                let mut text = vec![b'a'; length];
                text[at] = byte;
                let text = String::from_utf8(text).unwrap();
                let escaped = quoted(&text);
                assert_eq!(
                    is_plain(text.as_bytes()),
                    escaped[1..=length] == text && escaped.len() == length + 2,
                    "{text:?}"
                );
            }
        }
    }
}

proptest! {
    #[test]
    fn escaping_leaves_a_plain_text_unchanged(text: String) {
        prop_assert_eq!(is_plain(text.as_bytes()), quoted(&text) == format!("\"{text}\""));
    }
}
