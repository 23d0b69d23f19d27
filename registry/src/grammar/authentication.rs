//! Challenges (RFC 9110, section 11).

use super::scanner::{is_token_byte, Result, Scanner};

const NO_SCHEME: &str =
    "the parameter is not preceded by an authentication scheme such as `Bearer`";

/// `1#challenge` (section 11.6.1).
///
/// A comma separates both challenges and the parameters of one: what follows it is a parameter if a
/// `=` follows its name.
pub(super) fn challenges(value: &mut Scanner) -> Result {
    if value.is_at_end() {
        return Err(value.expected("at least one challenge"));
    }
    let mut has_parameters = false;
    loop {
        value.expect_element()?;
        match is_at_parameter(value) {
            true if has_parameters => {
                value.parameter()?;
            }
            true => {
                return Err(value.violated(NO_SCHEME));
            }
            false => has_parameters = challenge(value)?,
        }
        if !value.skip_comma()? {
            return Ok(());
        }
    }
}

/// Reads a scheme and its token68 or first parameter. Returns whether it has parameters.
fn challenge(value: &mut Scanner) -> Result<bool> {
    value.token("an authentication scheme")?;
    if value.is_at_end() || value.is_before(b',') {
        return Ok(false);
    }
    value.expect(" ", "a space after the authentication scheme")?;
    value.take_while(|byte| byte == b' ');
    let mut ahead = value.clone();
    if skip_token68(&mut ahead) {
        *value = ahead;
        return Ok(false);
    }
    value.parameter()?;
    Ok(true)
}

fn is_at_parameter(value: &Scanner) -> bool {
    let mut ahead = value.clone();
    !ahead.take_while(is_token_byte).is_empty() && ahead.is_before(b'=')
}

/// Skips a `token68` (section 11.2) that the end of its challenge follows. Returns false before a
/// parameter, which begins like one.
fn skip_token68(value: &mut Scanner) -> bool {
    let text = value.take_while(|byte| byte.is_ascii_alphanumeric() || b"-._~+/".contains(&byte));
    value.take_while(|byte| byte == b'=');
    !text.is_empty() && (value.is_at_end() || value.is_before(b','))
}
