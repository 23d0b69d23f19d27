//! URI references (RFC 3986), and fields with a URI in them.

use super::scanner::{is_token_byte, Mismatch, Problem, Result, Scanner, END};
use crate::uri::{self, Malformed, Part};

/// `URI-reference`
pub(super) fn uri_reference(value: &mut Scanner) -> Result {
    let start = value.offset();
    let text = value.take_rest();
    match uri::check_reference(text) {
        Ok(()) => Ok(()),
        Err(error) => {
            let offset = start + offset_of(error, text);
            Err(Mismatch { offset, problem: Problem::Uri(error) })
        }
    }
}

/// `absolute-URI / partial-URI`
pub(super) fn uri_without_fragment(value: &mut Scanner) -> Result {
    let mut ahead = value.clone();
    uri_reference(value)?;
    ahead.take_while(|byte| byte != b'#');
    match ahead.is_at_end() {
        true => Ok(()),
        false => Err(ahead.violated("a fragment is not allowed here")),
    }
}

/// Returns the offset of the character that an error is about, or of the first one like it.
fn offset_of(error: Malformed, text: &str) -> usize {
    let after = |delimiter| text.find(delimiter).map_or(0, |at| at + 1);
    let (start, char) = match error {
        Malformed::Percent => return offset_of_malformed_escape(text.as_bytes()),
        Malformed::NoScheme => return 0,
        Malformed::Address => (0, '['),
        Malformed::Colon(char) => (0, char),
        Malformed::Char(part, char) => match part {
            Part::Query => (after('?'), char),
            Part::Fragment => (after('#'), char),
            _ => (0, char),
        },
    };
    text[start..].find(char).map_or(start, |at| start + at)
}

fn offset_of_malformed_escape(text: &[u8]) -> usize {
    let mut at = 0;
    loop {
        match &text[at..] {
            [b'%', high, low, ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {}
            [b'%', ..] | [] => return at,
            _ => {}
        }
        at += 1;
    }
}

/// `link-value` (RFC 8288, section 3).
pub(super) fn link(value: &mut Scanner) -> Result {
    value.expect("<", "`<` before the target of a link")?;
    let start = value.offset();
    let target = value.take_while(|byte| byte != b'>');
    value.expect(">", "`>` after the target of a link")?;
    uri_reference(&mut value.slice(start, target.len()))?;

    let mut has_relation = false;
    while value.is_before(b';') {
        value.skip_whitespace();
        value.skip(";");
        value.skip_whitespace();
        let parameter = value.clone();
        let name = value.token("the name of a parameter")?;
        let argument = value.argument()?;
        if name.eq_ignore_ascii_case("rel") {
            match argument {
                None => return Err(value.expected("`=` and a relation type")),
                Some(_) if has_relation => {
                    return Err(parameter.violated("`rel` must not appear more than once"));
                }
                Some(_) => has_relation = true,
            }
        }
    }
    match has_relation {
        true => Ok(()),
        false => Err(value.expected("`; rel=` and a relation type")),
    }
}

/// `origin-or-null / wildcard` (Fetch Standard). User agents compare the origin byte by byte.
pub(super) fn allowed_origin(value: &mut Scanner) -> Result {
    if matches!(value.rest(), "*" | "null") {
        return Ok(());
    }
    origin(value)
}

/// `serialized-origin` (RFC 6454, section 6.1), to the end of the value.
fn origin(value: &mut Scanner) -> Result {
    let mut whole = value.clone();
    value.some(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte), "an origin")?;
    value.expect("://", "`://` after the scheme of an origin")?;
    value.some(|byte| !b"/?#@, ".contains(&byte), "a host")?;
    value.expect_end("the end of the origin")?;
    uri_reference(&mut whole)
}

/// `DENY / SAMEORIGIN / ALLOW-FROM origin` (RFC 7034, section 2.1).
pub(super) fn frame_options(value: &mut Scanner) -> Result {
    let start = value.clone();
    let option = value.take_while(is_token_byte);
    if option.eq_ignore_ascii_case("DENY") || option.eq_ignore_ascii_case("SAMEORIGIN") {
        return value.expect_end(END);
    }
    if option.eq_ignore_ascii_case("ALLOW-FROM") {
        value.expect(" ", "a space and an origin")?;
        return origin(value);
    }
    Err(start.expected("`DENY` or `SAMEORIGIN`"))
}
