//! Metadata of content and representations, and what a response accepts (RFC 9110, sections 8, 12
//! and 14).

use super::scanner::{Argument, Mismatch, Problem, Result, Scanner, END, SEMICOLON_OR_END};

/// `media-type` (section 8.3.1).
pub(super) fn media_type(value: &mut Scanner) -> Result {
    type_and_parameters(value, |_, _| None)?;
    value.expect_end(SEMICOLON_OR_END)
}

/// `media-range [ weight ]` (section 12.5.1).
pub(super) fn media_range(value: &mut Scanner) -> Result {
    type_and_parameters(value, |name, argument| match name.eq_ignore_ascii_case("q") {
        true if !is_weight(argument.text) => Some(WEIGHT),
        _ => None,
    })
}

/// `codings [ weight ]` (section 12.5.3).
pub(super) fn weighted_coding(value: &mut Scanner) -> Result {
    value.token("a content coding")?;
    parameters(value, |name, argument| match name.eq_ignore_ascii_case("q") {
        true if is_weight(argument.text) => None,
        true => Some(WEIGHT),
        false => Some("the only parameter of a content coding is its weight, `q`"),
    })
}

fn type_and_parameters(value: &mut Scanner, rule: Rule) -> Result {
    value.token("a media type")?;
    value.expect("/", "`/` and a subtype")?;
    value.token("a subtype")?;
    parameters(value, rule)
}

/// Returns the rule that a parameter violates.
type Rule = fn(&str, Argument) -> Option<&'static str>;

/// `parameters` (section 5.6.6), of which some may be empty.
fn parameters(value: &mut Scanner, rule: Rule) -> Result {
    while value.is_before(b';') {
        value.skip_whitespace();
        value.skip(";");
        value.skip_whitespace();
        if matches!(value.peek(), None | Some(b';' | b',')) {
            continue;
        }
        let (name, argument) = value.parameter()?;
        if let Some(rule) = rule(name, argument) {
            return Err(Mismatch { offset: argument.offset, problem: Problem::Violated(rule) });
        }
    }
    Ok(())
}

const WEIGHT: &str = "a weight is a number from `0` to `1` with at most three decimals";

/// `qvalue` (section 12.4.2).
fn is_weight(text: &str) -> bool {
    match text.as_bytes() {
        b"0" | b"1" => true,
        [b'0', b'.', decimals @ ..] => {
            decimals.len() <= 3 && decimals.iter().all(u8::is_ascii_digit)
        }
        [b'1', b'.', decimals @ ..] => b"000".starts_with(decimals),
        _ => false,
    }
}

/// `entity-tag` (section 8.8.3).
pub(super) fn entity_tag(value: &mut Scanner) -> Result {
    value.skip("W/");
    value.expect("\"", "`\"` or `W/\"`")?;
    value.take_while(|byte| !matches!(byte, 0..=b' ' | b'"' | 0x7f));
    value.expect("\"", "a character of an entity tag or a closing `\"`")?;
    value.expect_end(END)
}

/// `Language-Tag` in the form that all tags have (RFC 5646, section 2.1): subtags of up to eight
/// letters and digits, of which the first is a language.
pub(super) fn language_tag(value: &mut Scanner) -> Result {
    let start = value.clone();
    let language = value.some(|byte| byte.is_ascii_alphabetic(), "a language tag")?;
    let is_private = matches!(language, "x" | "X" | "i" | "I");
    if !is_private && !(2..=8).contains(&language.len()) {
        return Err(start.violated("a language subtag has two to eight letters"));
    }
    let mut last = language;
    while value.skip("-") {
        let start = value.clone();
        last = value.some(|byte| byte.is_ascii_alphanumeric(), "a subtag of letters and digits")?;
        if last.len() > 8 {
            return Err(start.violated("a subtag of a language tag has at most eight characters"));
        }
    }
    if value.peek() == Some(b'_') {
        return Err(value.expected("`-` between subtags"));
    }
    // One letter, such as `x` in `x-klingon` and `u` in `de-u-co-phonebk`, introduces a subtag.
    match last.as_bytes() {
        [letter] if letter.is_ascii_alphabetic() => Err(value.expected("`-` and a subtag")),
        _ => Ok(()),
    }
}

/// `Content-Range` (section 14.4).
pub(super) fn content_range(value: &mut Scanner) -> Result {
    value.token("a range unit, such as `bytes`")?;
    value.expect(" ", "a space after the range unit")?;
    if value.skip("*") {
        value.expect("/", "`/` and the complete length")?;
        value.digits("the complete length")?;
        return value.expect_end(END);
    }
    let first = value.digits("the first position, or `*` if the range is unsatisfied")?;
    value.expect("-", "`-` and the last position")?;
    let start = value.clone();
    let last = value.digits("the last position")?;
    if is_less(last, first) {
        return Err(start.violated("the last position is less than the first one"));
    }
    value.expect("/", "`/` and the complete length")?;
    if !value.skip("*") {
        let start = value.clone();
        let length = value.digits("the complete length, or `*` if it is unknown")?;
        if !is_less(last, length) {
            return Err(start.violated("the complete length is not greater than the last position"));
        }
    }
    value.expect_end(END)
}

/// Compares two numbers of any length.
pub(super) fn is_less(left: &str, right: &str) -> bool {
    let (left, right) = (left.trim_start_matches('0'), right.trim_start_matches('0'));
    (left.len(), left) < (right.len(), right)
}
