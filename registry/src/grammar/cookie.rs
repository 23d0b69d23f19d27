//! `Set-Cookie` (RFC 6265, section 4.1.1).

use super::date::date;
use super::scanner::{Result, Scanner, SEMICOLON_OR_END};

/// `set-cookie-string`
pub(super) fn cookie(value: &mut Scanner) -> Result {
    value.token("the name of a cookie")?;
    value.expect("=", "`=` and the value of the cookie")?;
    let is_quoted = value.skip("\"");
    value.take_while(
        |byte| matches!(byte, 0x21 | 0x23..=0x2b | 0x2d..=0x3a | 0x3c..=0x5b | 0x5d..=0x7e),
    );
    if is_quoted {
        value.expect("\"", "a character of a cookie value or a closing `\"`")?;
    }
    while !value.is_at_end() {
        value.expect(";", SEMICOLON_OR_END)?;
        value.expect(" ", "a space after `;`")?;
        attribute(value)?;
    }
    Ok(())
}

/// `cookie-av`. An unknown one, such as `SameSite`, is an extension.
fn attribute(value: &mut Scanner) -> Result {
    let name = value.token("a cookie attribute")?;
    let is = |other: &str| name.eq_ignore_ascii_case(other);
    if is("Secure") || is("HttpOnly") {
        return match value.peek() {
            None | Some(b';') => Ok(()),
            Some(_) => Err(value.expected(SEMICOLON_OR_END)),
        };
    }
    if is("Expires") {
        value.expect("=", "`=` and a date")?;
        return date(value);
    }
    if is("Max-Age") {
        value.expect("=", "`=` and a number of seconds")?;
        // The grammar begins with a digit that is not zero; user agents expire the cookie at zero
        // (section 5.2.2), and servers rely on it.
        return value.digits("a number of seconds").map(|_| ());
    }
    if is("Domain") {
        value.expect("=", "`=` and a domain")?;
        value
            .some(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'), "a domain")?;
        return Ok(());
    }
    value.take_while(|byte| byte.is_ascii() && byte != b';');
    Ok(())
}
