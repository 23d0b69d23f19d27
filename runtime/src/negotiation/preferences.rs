//! The preferences of a request: `Accept` and `Accept-Language`.
//!
//! A field that cannot be parsed counts as absent, so that it never makes a response fail.

use std::borrow::Cow;

use http::header::{HeaderMap, HeaderName};
#[cfg(feature = "tower")]
use http::HeaderValue;

/// A weight in thousandths (RFC 9110, section 12.4.2).
type Weight = u16;

const FULL: Weight = 1000;

/// Returns the value of a field that is a list, which may be sent in several lines (RFC 9110, section
/// 5.3). [`None`] if it is absent, or is not visible ASCII.
pub(crate) fn list<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<Cow<'a, str>> {
    let mut lines = headers.get_all(name).iter();
    let mut list = Cow::from(lines.next()?.to_str().ok()?);
    for line in lines {
        let list = list.to_mut();
        list.push(',');
        list.push_str(line.to_str().ok()?);
    }
    Some(list)
}

/// Returns the value of a field that is a list, as [`list`] does. That of a single line is not copied.
#[cfg(feature = "tower")]
pub(crate) fn line(headers: &HeaderMap, name: &HeaderName) -> Option<HeaderValue> {
    let mut lines = headers.get_all(name).iter();
    let first = lines.next()?;
    match lines.next() {
        None => Some(first.clone()),
        Some(_) => HeaderValue::try_from(&*list(headers, name)?).ok(),
    }
}

/// Returns the index of the offered media type that the value of an `Accept` field prefers (RFC 9110,
/// section 12.5.1), of equal ones the first. [`None`] if it accepts none of them.
pub(crate) fn media_type(accept: &str, offered: &[&str]) -> Option<usize> {
    let offered: Vec<[&str; 1]> = offered.iter().map(|offer| [*offer]).collect();
    media_type_or_alias(accept, offered.iter().map(<[&str; 1]>::as_slice))
}

/// As [`media_type`], where each offer is a media type and the names that clients use for it as well. One of
/// these counts if it is accepted by its full name, and the media type itself is not.
pub(crate) fn media_type_or_alias<'a>(
    accept: &str,
    offered: impl Iterator<Item = &'a [&'a str]>,
) -> Option<usize> {
    let ranges = elements(accept)?;
    let mut best: Option<(usize, Weight)> = None;
    for (index, names) in offered.enumerate() {
        let Some((media_type, aliases)) = names.split_first() else { continue };
        let weight = match weight_of(media_type, &ranges) {
            Some((FULL_NAME, weight)) => weight,
            by_wildcard => {
                let aliases = aliases.iter().filter_map(|alias| weight_of(alias, &ranges));
                let aliases = aliases.filter(|(specificity, _)| *specificity == FULL_NAME);
                aliases.chain(by_wildcard).map(|(_, weight)| weight).max().unwrap_or(0)
            }
        };
        if weight > 0 && best.map_or(true, |(_, other)| weight > other) {
            best = Some((index, weight));
        }
    }
    best.map(|(index, _)| index)
}

/// Returns the specificity and the weight of the most specific range that a media type matches.
fn weight_of(media_type: &str, ranges: &[Element<'_>]) -> Option<(u8, Weight)> {
    let matching = ranges.iter().filter(|range| !range.has_parameters);
    matching.filter_map(|range| Some((specificity(range.value, media_type)?, range.weight))).max()
}

const FULL_NAME: u8 = 2;

/// Returns how specific a media range is that matches a media type, or [`None`] if it does not.
fn specificity(range: &str, offer: &str) -> Option<u8> {
    if range == "*/*" {
        return Some(0);
    }
    match range.strip_suffix("/*") {
        Some(ty) => is_type_of(ty, offer).then_some(1),
        None => range.eq_ignore_ascii_case(offer).then_some(FULL_NAME),
    }
}

/// Returns whether a media type consists of a type and any subtype.
fn is_type_of(ty: &str, media_type: &str) -> bool {
    let (start, rest) = media_type.as_bytes().split_at_checked(ty.len()).unwrap_or_default();
    rest.first() == Some(&b'/') && start.eq_ignore_ascii_case(ty.as_bytes())
}

/// Returns the index of the offered language tag that the value of an `Accept-Language` field finds by
/// lookup (RFC 4647, section 3.4). [`None`] if it finds none.
pub(crate) fn language(accepted: &str, offered: &[&str]) -> Option<usize> {
    let mut ranges = elements(accepted)?;
    // Stable: of equal weights, the first.
    ranges.sort_by_key(|range| FULL - range.weight);
    let refused: Vec<&str> =
        ranges.iter().filter(|range| range.weight == 0).map(|range| range.value).collect();
    let is_refused = |tag: &str| refused.iter().any(|range| range.eq_ignore_ascii_case(tag));
    let wanted = ranges.iter().filter(|range| range.weight > 0 && range.value != "*");
    wanted.map(|range| range.value).find_map(|range| {
        let mut range = Some(range);
        while let Some(tag) = range {
            let found = offered.iter().position(|offer| offer.eq_ignore_ascii_case(tag));
            if let Some(index) = found.filter(|index| !is_refused(offered[*index])) {
                return Some(index);
            }
            range = shorter(tag);
        }
        None
    })
}

/// Returns a language range without its last subtag, and without a single letter before it.
fn shorter(range: &str) -> Option<&str> {
    let (range, _) = range.rsplit_once('-')?;
    match range.rsplit_once('-') {
        Some((shorter, singleton)) if singleton.len() == 1 => Some(shorter),
        _ => Some(range),
    }
}

/// An element of a list.
struct Element<'a> {
    value: &'a str,
    weight: Weight,
    /// It has parameters that a media type would need too. The charset of all text is UTF-8 here.
    has_parameters: bool,
}

/// Returns the elements of a list, or [`None`] if it has none or cannot be parsed.
fn elements(list: &str) -> Option<Vec<Element<'_>>> {
    let mut elements = Vec::new();
    for element in split_unquoted(list, b',') {
        let mut parts = split_unquoted(element, b';').into_iter().map(str::trim);
        let value = parts.next().filter(|value| !value.is_empty());
        let (mut weight, mut has_parameters) = (None, false);
        for part in parts {
            match part.split_once('=') {
                Some((name, text)) if name.trim_end().eq_ignore_ascii_case("q") => {
                    weight = Some(parse_weight(text.trim_start())?);
                }
                // What follows the weight is an extension of the field, which has no meaning here.
                _ if weight.is_some() || part.is_empty() => {}
                Some((name, text)) if name.eq_ignore_ascii_case("charset") => {
                    has_parameters |= !text.trim_matches('"').eq_ignore_ascii_case("utf-8");
                }
                _ => has_parameters = true,
            }
        }
        if let Some(value) = value {
            elements.push(Element { value, weight: weight.unwrap_or(FULL), has_parameters });
        }
    }
    Some(elements).filter(|elements| !elements.is_empty())
}

/// Splits a text at a separator outside of quoted strings (RFC 9110, section 5.6.4).
fn split_unquoted(text: &str, separator: u8) -> Vec<&str> {
    let (mut parts, mut start) = (Vec::new(), 0);
    let (mut is_quoted, mut is_escaped) = (false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_quoted => is_escaped = true,
            b'"' => is_quoted = !is_quoted,
            _ if byte == separator && !is_quoted => {
                parts.extend(text.get(start..at));
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.extend(text.get(start..));
    parts
}

/// Parses a weight: `0`, `1`, and up to three digits after the point (RFC 9110, section 12.4.2).
fn parse_weight(text: &str) -> Option<Weight> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let is_number = fraction.len() <= 3 && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let thousandths: Weight = format!("{fraction:0<3}").parse().ok().filter(|_| is_number)?;
    match (whole, thousandths) {
        ("0", thousandths) => Some(thousandths),
        ("1", 0) => Some(FULL),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use http::header::{HeaderMap, HeaderValue, ACCEPT};
    use proptest::prelude::*;

    use super::{language, list, media_type, media_type_or_alias, parse_weight};

    #[test]
    fn a_list_may_have_several_lines() {
        let mut headers = HeaderMap::new();
        assert_eq!(list(&headers, &ACCEPT), None);
        headers.append(ACCEPT, "text/html".parse().unwrap());
        assert_eq!(list(&headers, &ACCEPT).as_deref(), Some("text/html"));
        headers.append(ACCEPT, "text/plain;q=0.5".parse().unwrap());
        assert_eq!(list(&headers, &ACCEPT).as_deref(), Some("text/html,text/plain;q=0.5"));
        headers.append(ACCEPT, HeaderValue::from_bytes(b"\xff").unwrap());
        assert_eq!(list(&headers, &ACCEPT), None);
    }

    #[test]
    fn the_most_specific_range_determines_the_weight_of_a_media_type() {
        let offered = ["application/json", "text/html", "text/plain"];
        let rows = [
            ("*/*", Some(0)),
            ("text/*", Some(1)),
            ("text/plain", Some(2)),
            ("TEXT/Plain;charset=utf-8", Some(2)),
            ("text/*, text/html;q=0.5", Some(2)),
            ("text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8", Some(1)),
            ("application/json;q=0, */*", Some(1)),
            ("image/png", None),
            ("*/*;q=0", None),
            ("", None),
            ("text/html;q=2", None),
            ("text", None),
            ("*/json", None),
            ("text/html;level=1, text/plain;q=0.1", Some(2)),
            ("text/plain;format=flowed, text/plain;format=fixed;q=0.4, text/plain;q=0.7", Some(2)),
            (r#"image/png;note="a, text/html", text/plain"#, Some(2)),
            (r#"image/png;note="\", text/html", text/plain"#, Some(2)),
            ("text/html;q=0.1;ext=1, text/plain;q=0.2", Some(2)),
            ("text/html; charset=\"UTF-8\"", Some(1)),
            ("text/html; charset=latin1, text/plain", Some(2)),
            ("text/html ; Q = 0.1, text/plain", Some(2)),
        ];
        for (accept, expected) in rows {
            assert_eq!(media_type(accept, &offered), expected, "{accept}");
        }
    }

    #[test]
    fn an_alias_counts_by_its_full_name_only() {
        let offered: [&[&str]; 3] = [
            &["application/problem+json", "application/json"],
            &["application/problem+xml", "application/xml", "text/xml"],
            &["text/html"],
        ];
        let rows = [
            ("application/json, text/html", Some(0)),
            ("application/json;q=0.9, text/html", Some(2)),
            ("application/json;q=0, */*", Some(0)),
            ("application/problem+json;q=0, */*", Some(1)),
            ("application/problem+json;q=0, application/json", None),
            ("application/problem+json;q=0.1, application/json, text/html;q=0.2", Some(2)),
            ("text/xml", Some(1)),
            ("text/*", Some(2)),
            ("application/*", Some(0)),
            ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", Some(2)),
        ];
        for (accept, expected) in rows {
            let found = media_type_or_alias(accept, offered.into_iter());
            assert_eq!(found, expected, "{accept}");
        }
    }

    #[test]
    fn a_language_is_looked_up_as_in_rfc_4647() {
        let offered = ["en", "zh", "zh-Hant"];
        let rows = [
            ("zh", Some(1)),
            ("zh-CN", Some(1)),
            ("zh-Hant-TW", Some(2)),
            ("ZH-HANT", Some(2)),
            ("zh-Hant-x-private", Some(2)),
            ("en-US,zh;q=0.5", Some(0)),
            ("en;q=0.5,zh;q=0.8", Some(1)),
            ("fr, zh;q=0.1", Some(1)),
            ("en;q=0, zh", Some(1)),
            ("en-GB, en;q=0", None),
            ("*", None),
            ("fr", None),
            ("en;q=2", None),
            ("en;q=1.001", None),
            (";;,,", None),
        ];
        for (accept, expected) in rows {
            assert_eq!(language(accept, &offered), expected, "{accept}");
        }
    }

    #[test]
    fn a_weight_has_up_to_three_digits() {
        let valid = [("0", 0), ("0.", 0), ("0.5", 500), ("0.001", 1), ("1", 1000), ("1.000", 1000)];
        for (text, expected) in valid {
            assert_eq!(parse_weight(text), Some(expected), "{text}");
        }
        for text in ["", "2", "1.001", "0.0001", "-0", "0.x", "0.+1", ".5", "1e0"] {
            assert_eq!(parse_weight(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_field_is_either_used_or_ignored(value in "[ -~]{0,40}") {
            let _ = media_type(&value, &["text/html"]);
            let _ = language(&value, &["en"]);
        }

        /// An offered tag is found for itself, and for each longer one, whatever else is accepted less.
        #[test]
        fn a_language_is_found_for_every_extension_of_its_tag(
            index in 0..3_usize,
            rest in "(-[a-z]{2,8}){0,2}",
            other in "[a-z]{5,8}",
        ) {
            let offered = ["en", "zh-Hant", "de-CH"];
            let value = format!("{other};q=0.2, {}{rest}", offered[index]);
            prop_assert_eq!(language(&value, &offered), Some(index));
        }
    }
}
