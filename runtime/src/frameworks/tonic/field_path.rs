//! JSON Pointers and the paths of `BadRequest`: `#/items/0/amount` is `items[0].amount`.

use std::fmt::Write as _;

/// Returns the path for a JSON Pointer in a URI fragment (RFC 6901, section 6).
///
/// A name that is not an identifier is in brackets and quotes: `labels["a.b"]`.
pub(super) fn from_pointer(pointer: &str) -> String {
    let mut path = String::new();
    for token in pointer.split('/').skip(1) {
        let name = decode(token);
        if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit()) {
            let _ = write!(path, "[{name}]");
        } else if is_identifier(&name) {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(&name);
        } else {
            let _ = write!(path, "[{}]", serde_json::Value::from(name));
        }
    }
    path
}

/// Returns the components of a path, or [`None`] if it is not one.
pub(crate) fn components(path: &str) -> Option<Vec<String>> {
    let mut components = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        if let Some(quoted) = rest.strip_prefix("[\"") {
            let end = end_of_string(quoted)?;
            let name = rest.get(1..end + 3)?;
            components.push(serde_json::from_str(name).ok()?);
            rest = rest.get(end + 3..)?.strip_prefix(']')?;
        } else if let Some(index) = rest.strip_prefix('[') {
            let (index, after) = index.split_once(']')?;
            components.push(index.to_owned());
            rest = after;
        } else {
            let end = rest.find(['.', '[']).unwrap_or(rest.len());
            let (name, after) = rest.split_at(end);
            components.push(name.to_owned());
            rest = after;
        }
        rest = rest.strip_prefix('.').unwrap_or(rest);
    }
    Some(components)
}

/// Returns the position of the quote that ends a JSON string.
fn end_of_string(text: &str) -> Option<usize> {
    let mut is_escaped = false;
    text.bytes().position(|byte| {
        let is_end = byte == b'"' && !is_escaped;
        is_escaped = byte == b'\\' && !is_escaped;
        is_end
    })
}

fn is_identifier(name: &str) -> bool {
    !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
}

/// Reverts percent-encoding and the escapes of a pointer.
fn decode(token: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = token.as_bytes();
    while let [byte, after @ ..] = rest {
        let hex = after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        let decoded = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match decoded.filter(|_| *byte == b'%') {
            Some(decoded) => {
                bytes.push(decoded);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*byte);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).replace("~1", "/").replace("~0", "~")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FieldErrors;

    #[test]
    fn a_pointer_becomes_a_path_and_a_path_its_components() {
        for (components_of, path) in [
            (&["items", "0", "amount"][..], "items[0].amount"),
            (&["seats", "1"], "seats[1]"),
            (&["0", "a"], "[0].a"),
            (&["a.b", "c"], "[\"a.b\"].c"),
            (&["a", "b/~ \"é%41"], "a[\"b/~ \\\"é%41\"]"),
            (&["a", ""], "a[\"\"]"),
            (&[], ""),
        ] {
            let mut errors = FieldErrors::new();
            errors.push(components_of, "x");
            let pointer = errors.iter().next().unwrap().pointer();
            assert_eq!(from_pointer(pointer), path, "{pointer}");
            assert_eq!(components(path).unwrap(), components_of, "{path}");
        }
    }

    #[test]
    fn a_malformed_path_is_none_and_does_not_panic() {
        for path in ["a[", "a[\"", "a[\"b", "a[\"b\"", "[\"\\\"]", "a[\"é"] {
            assert_eq!(components(path), None, "{path}");
        }
        assert_eq!(components("..a").unwrap(), ["", "", "a"]);
        assert_eq!(from_pointer("#/%zz/%"), "[\"%zz\"][\"%\"]");
    }
}
