//! The grammar of URI references (RFC 3986).

use core::fmt;
use core::net::Ipv6Addr;

/// A part of a URI reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The part before the first `:`.
    Scheme,
    /// The part before the `@` of an authority.
    Userinfo,
    /// A registered name or an address.
    Host,
    /// The digits after the `:` of an authority.
    Port,
    /// The part before the `?` or the `#`.
    Path,
    /// One segment of a path, between two `/`.
    Segment,
    /// The part between the `?` and the `#`.
    Query,
    /// The part after the `#`.
    Fragment,
}

impl Part {
    const fn name(self) -> &'static str {
        match self {
            Part::Scheme => "a scheme",
            Part::Userinfo => "the user information",
            Part::Host => "a host",
            Part::Port => "a port",
            Part::Path => "a path",
            Part::Segment => "a path segment",
            Part::Query => "a query",
            Part::Fragment => "a fragment",
        }
    }

    const fn section(self) -> &'static str {
        match self {
            Part::Scheme => "3.1",
            Part::Userinfo => "3.2.1",
            Part::Host => "3.2.2",
            Part::Port => "3.2.3",
            Part::Path | Part::Segment => "3.3",
            Part::Query => "3.4",
            Part::Fragment => "3.5",
        }
    }
}

/// The error of a text that is not a URI reference. Displayed, it names the character or the part,
/// and the section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Malformed {
    /// A character that the part must not contain.
    Char(Part, char),
    /// A `%` that two hexadecimal digits do not follow (section 2.1).
    Percent,
    /// Nothing before the first `:`.
    NoScheme,
    /// A `:` in the first segment of a relative path (section 4.2), which looks like the end of a
    /// scheme.
    Colon(char),
    /// The text in brackets is not an IP address of version 6 or later.
    Address,
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Malformed::Char(part, char) => write!(
                f,
                "{char:?} is not allowed in {} (RFC 3986, section {})",
                part.name(),
                part.section()
            ),
            Malformed::Percent => {
                f.write_str("`%` is not followed by two hexadecimal digits (RFC 3986, section 2.1)")
            }
            Malformed::NoScheme => {
                f.write_str("there is no scheme before the first `:` (RFC 3986, section 3.1)")
            }
            Malformed::Colon(char) => write!(
                f,
                "{char:?} is not allowed in a scheme, and `:` not in the first segment of a \
                 relative path (RFC 3986, sections 3.1 and 4.2)"
            ),
            Malformed::Address => {
                f.write_str("the brackets do not hold an IPv6 address (RFC 3986, section 3.2.2)")
            }
        }
    }
}

/// Returns whether a text is a URI reference (section 4.1): a URI, or a reference relative to one.
/// The empty text is one.
pub fn is_reference(text: &str) -> bool {
    check_reference(text).is_ok()
}

/// Returns whether a text is one segment of a path (section 3.3), which may be empty.
pub fn is_path_segment(text: &str) -> bool {
    check_part(Part::Segment, text).is_ok()
}

/// Returns whether a text is a scheme (section 3.1).
pub fn is_scheme(text: &str) -> bool {
    check_scheme(text).is_ok()
}

/// Checks a URI reference (section 4.1).
///
/// # Errors
///
/// The first malformed part: the fragment, then the query, then from left to right.
pub fn check_reference(text: &str) -> Result<(), Malformed> {
    let (text, fragment) = cut(text, '#');
    check_part(Part::Fragment, fragment)?;
    let (text, query) = cut(text, '?');
    check_part(Part::Query, query)?;
    let (first, _) = cut(text, '/');
    let (_, text) = match first.split_once(':') {
        Some((scheme, _)) => {
            check_scheme(scheme)?;
            cut(text, ':')
        }
        None => ("", text),
    };
    let path = match text.strip_prefix("//") {
        Some(text) => {
            let (authority, path) = text.split_at(text.find('/').unwrap_or(text.len()));
            check_authority(authority)?;
            path
        }
        None => text,
    };
    check_part(Part::Path, path)
}

/// Checks a text that becomes one part of a URI reference.
///
/// # Errors
///
/// The first character that the part must not contain.
pub fn check_part(part: Part, text: &str) -> Result<(), Malformed> {
    let mut rest = text.chars();
    while let Some(char) = rest.next() {
        let is_allowed = match char {
            '%' => {
                let mut is_hex = || rest.next().is_some_and(|char| char.is_ascii_hexdigit());
                if !is_hex() || !is_hex() {
                    return Err(Malformed::Percent);
                }
                true
            }
            ':' => !matches!(part, Part::Host),
            '@' => !matches!(part, Part::Host | Part::Userinfo),
            '/' => matches!(part, Part::Path | Part::Query | Part::Fragment),
            '?' => matches!(part, Part::Query | Part::Fragment),
            _ => is_unreserved(char) || is_sub_delim(char),
        };
        if !is_allowed {
            return Err(Malformed::Char(part, char));
        }
    }
    Ok(())
}

/// `unreserved` (section 2.3).
const fn is_unreserved(char: char) -> bool {
    char.is_ascii_alphanumeric() || matches!(char, '-' | '.' | '_' | '~')
}

/// `sub-delims` (section 2.2).
const fn is_sub_delim(char: char) -> bool {
    matches!(char, '!' | '$' | '&' | '\'' | '(' | ')' | '*' | '+' | ',' | ';' | '=')
}

fn cut(text: &str, at: char) -> (&str, &str) {
    text.split_once(at).unwrap_or((text, ""))
}

fn check_scheme(text: &str) -> Result<(), Malformed> {
    match text.chars().next() {
        None => return Err(Malformed::NoScheme),
        Some(first) if !first.is_ascii_alphabetic() => return Err(Malformed::Colon(first)),
        Some(_) => {}
    }
    let is_allowed = |char: char| char.is_ascii_alphanumeric() || matches!(char, '+' | '-' | '.');
    match text.chars().find(|char| !is_allowed(*char)) {
        Some(char) => Err(Malformed::Colon(char)),
        None => Ok(()),
    }
}

/// `authority` (section 3.2).
fn check_authority(text: &str) -> Result<(), Malformed> {
    let (userinfo, host) = text.split_once('@').unwrap_or(("", text));
    check_part(Part::Userinfo, userinfo)?;
    let port = match host.strip_prefix('[') {
        Some(text) => {
            let (address, rest) = text.split_once(']').ok_or(Malformed::Address)?;
            check_address(address)?;
            match (rest.strip_prefix(':'), rest.chars().next()) {
                (Some(port), _) => port,
                (None, None) => "",
                (None, Some(char)) => return Err(Malformed::Char(Part::Host, char)),
            }
        }
        None => {
            let (name, port) = cut(host, ':');
            check_part(Part::Host, name)?;
            port
        }
    };
    match port.chars().find(|char| !char.is_ascii_digit()) {
        Some(char) => Err(Malformed::Char(Part::Port, char)),
        None => Ok(()),
    }
}

/// `IPv6address` or `IPvFuture` (section 3.2.2).
fn check_address(text: &str) -> Result<(), Malformed> {
    let future = text.strip_prefix(['v', 'V']).and_then(|text| text.split_once('.'));
    let is_address = match future {
        Some((version, address)) => {
            let is_allowed = |char| is_unreserved(char) || is_sub_delim(char) || char == ':';
            !version.is_empty()
                && version.chars().all(|char| char.is_ascii_hexdigit())
                && !address.is_empty()
                && address.chars().all(is_allowed)
        }
        None => text.parse::<Ipv6Addr>().is_ok(),
    };
    is_address.then_some(()).ok_or(Malformed::Address)
}
