//! `Cache-Control` (RFC 9111, section 5.2) and `Strict-Transport-Security` (RFC 6797, section 6.1).

use super::scanner::{Result, Scanner, SEMICOLON_OR_END};

/// `cache-directive`. An unknown one is an extension and may have an argument (section 5.2.3).
pub(super) fn cache_directive(value: &mut Scanner) -> Result {
    let name = value.token("a cache directive")?;
    let is_one_of = |names: &[&str]| names.iter().any(|other| name.eq_ignore_ascii_case(other));

    // The last two are defined by RFC 5861, `immutable` by RFC 8246.
    if is_one_of(&["max-age", "s-maxage", "stale-while-revalidate", "stale-if-error"]) {
        return match value.argument()? {
            None => Err(value.expected("`=` and a number of seconds")),
            Some(seconds) if seconds.is_quoted => {
                let start = value.slice(seconds.offset, 0);
                Err(start.violated("a number of seconds must not be quoted"))
            }
            Some(seconds) => value.expect_seconds(seconds),
        };
    }
    if is_one_of(&["no-cache", "private"]) {
        return match value.argument()? {
            Some(names) if names.is_quoted => {
                value.slice(names.offset, names.text.len()).list(field_name)
            }
            _ => Ok(()),
        };
    }
    let has_no_argument = is_one_of(&[
        "immutable",
        "must-revalidate",
        "must-understand",
        "no-store",
        "no-transform",
        "proxy-revalidate",
        "public",
    ]);
    if !has_no_argument {
        value.argument()?;
    }
    Ok(())
}

fn field_name(value: &mut Scanner) -> Result {
    value.token("a field name").map(|_| ())
}

/// `[ directive ] *( ";" [ directive ] )` with a `max-age`.
pub(super) fn transport_security(value: &mut Scanner) -> Result {
    let (mut has_max_age, mut includes_subdomains) = (false, false);
    loop {
        value.skip_whitespace();
        if !value.is_at_end() && value.peek() != Some(b';') {
            let start = value.clone();
            let name = value.token("a directive")?;
            let argument = value.argument()?;
            let is_repeated = if name.eq_ignore_ascii_case("max-age") {
                match argument {
                    None => return Err(value.expected("`=` and a number of seconds")),
                    Some(seconds) => value.expect_seconds(seconds)?,
                }
                core::mem::replace(&mut has_max_age, true)
            } else if name.eq_ignore_ascii_case("includeSubDomains") {
                if argument.is_some() {
                    return Err(start.violated("`includeSubDomains` does not have a value"));
                }
                core::mem::replace(&mut includes_subdomains, true)
            } else {
                false
            };
            if is_repeated {
                return Err(start.violated("a directive must not appear more than once"));
            }
        }
        value.skip_whitespace();
        if value.is_at_end() {
            break;
        }
        value.expect(";", SEMICOLON_OR_END)?;
    }
    match has_max_age {
        true => Ok(()),
        false => Err(value.violated("the directive `max-age` is required")),
    }
}
