//! JSON text: writing strings and members, and splitting an object into its members.

use httperr_registry::json;

/// Writes a comma, unless an object or array has just begun.
#[inline]
pub(crate) fn write_comma(body: &mut Vec<u8>) {
    if !matches!(body.last(), Some(b'{' | b'[')) {
        body.push(b',');
    }
}

/// Writes the name of a member, with the comma before and the colon after it.
pub(crate) fn write_name(body: &mut Vec<u8>, name: &str) {
    write_comma(body);
    write_string(body, name);
    body.push(b':');
}

/// As [`write_name`], for a name that is a JSON string already.
#[inline]
pub(crate) fn write_quoted_name(body: &mut Vec<u8>, name: &[u8]) {
    write_comma(body);
    body.extend_from_slice(name);
    body.push(b':');
}

#[inline]
pub(crate) fn write_string(body: &mut Vec<u8>, text: &str) {
    body.push(b'"');
    write_escaped(body, text);
    body.push(b'"');
}

pub(super) fn write_string_or_null(body: &mut Vec<u8>, text: Option<&str>) {
    match text {
        Some(text) => write_string(body, text),
        None => body.extend_from_slice(b"null"),
    }
}

/// Writes the characters of a JSON string, without the quotes.
pub(super) fn write_escaped(body: &mut Vec<u8>, text: &str) {
    json::escape(text, |piece| body.extend_from_slice(piece.as_bytes()));
}

/// Escapes the text from `start` on, which has been written as it is.
#[inline]
pub(super) fn escape_from(body: &mut Vec<u8>, start: usize) {
    if !json::is_plain(body.get(start..).unwrap_or_default()) {
        rewrite_escaped(body, start);
    }
}

#[cold]
fn rewrite_escaped(body: &mut Vec<u8>, start: usize) {
    let text = body.split_off(start);
    write_escaped(body, &String::from_utf8_lossy(&text));
}

/// Returns the members of a well-formed object: each name as a JSON string, and its value.
///
/// Numbers keep their notation, whatever their size.
pub(crate) fn members(json: &[u8]) -> Members<'_> {
    let (_, rest) = split(json, whitespace_len(json));
    Members { rest: rest.strip_prefix(b"{").unwrap_or_default() }
}

/// Returns the elements of a well-formed array.
pub(crate) fn elements(json: &[u8]) -> Vec<&[u8]> {
    let (_, rest) = split(json, whitespace_len(json));
    let mut rest = rest.strip_prefix(b"[").unwrap_or_default();
    let mut elements = Vec::new();
    loop {
        let start = rest.iter().take_while(|byte| b", \t\n\r".contains(byte)).count();
        let (element, after) = split(split(rest, start).1, value_len(split(rest, start).1));
        if element.is_empty() || element == b"]" {
            return elements;
        }
        elements.push(element);
        rest = after;
    }
}

/// Returns the text of a JSON string.
pub(crate) fn unescape(string: &[u8]) -> String {
    serde_json::from_slice(string).unwrap_or_default()
}

pub(crate) struct Members<'a> {
    rest: &'a [u8],
}

impl<'a> Iterator for Members<'a> {
    type Item = (&'a [u8], &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.rest.iter().position(|byte| *byte == b'"')?;
        let (_, rest) = split(self.rest, start);
        let (name, rest) = split(rest, value_len(rest));
        let colon = rest.iter().position(|byte| *byte == b':')?;
        let (_, rest) = split(rest, colon + 1);
        let (_, rest) = split(rest, whitespace_len(rest));
        let (value, rest) = split(rest, value_len(rest));
        self.rest = rest;
        Some((name, value))
    }
}

fn split(bytes: &[u8], at: usize) -> (&[u8], &[u8]) {
    bytes.split_at_checked(at).unwrap_or((bytes, &[]))
}

/// RFC 8259, section 2.
fn whitespace_len(json: &[u8]) -> usize {
    json.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).count()
}

fn value_len(json: &[u8]) -> usize {
    let mut depth = 0_usize;
    let mut in_string = false;
    let mut escaped = false;
    for (at, byte) in json.iter().enumerate() {
        if in_string {
            (escaped, in_string) = (!escaped && *byte == b'\\', escaped || *byte != b'"');
            if !in_string && depth == 0 {
                return at + 1;
            }
            continue;
        }
        match byte {
            b'"' => in_string = true,
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    return at + 1;
                }
            }
            b',' | b'}' | b']' | b' ' | b'\t' | b'\n' | b'\r' if depth == 0 => return at,
            _ => {}
        }
    }
    json.len()
}

#[cfg(test)]
mod tests {
    use super::{elements, members, unescape};

    #[test]
    fn elements_are_split_at_any_depth_and_in_strings() {
        let list = |json: &'static str| elements(json.as_bytes());
        assert_eq!(list(r#"[1,"a]," , {"b":[2]},[],null]"#).len(), 5);
        assert_eq!(list(r#"[ "a" ]"#), [br#""a""#]);
        assert!(list("[]").is_empty() && list("[ ]").is_empty() && list("").is_empty());
    }

    fn parse(json: &str) -> Vec<(String, String)> {
        let value = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        members(json.as_bytes()).map(|(name, json)| (unescape(name), value(json))).collect()
    }

    fn pair(name: &str, json: &str) -> (String, String) {
        (name.to_owned(), json.to_owned())
    }

    #[test]
    fn members_are_split_at_any_depth_and_in_strings() {
        assert_eq!(parse("{}"), []);
        assert_eq!(
            parse(r#"{"a":{"b":[1,"}"],"c":"\\"},"d\"":1e999,"":"x\",","e":null}"#),
            [
                pair("a", r#"{"b":[1,"}"],"c":"\\"}"#),
                pair("d\"", "1e999"),
                pair("", r#""x\",""#),
                pair("e", "null"),
            ]
        );
    }

    #[test]
    fn white_space_between_tokens_is_not_part_of_a_value() {
        assert_eq!(
            parse(" { \"a\" : 1 ,\n\"b\": [ 1 , 2 ] } "),
            [pair("a", "1"), pair("b", "[ 1 , 2 ]")]
        );
    }
}
