//! The reason and the domain of an `ErrorInfo`, which identify a case.

use http::StatusCode;
use httperr_registry::get;
use httperr_registry::table_format::Table;

use crate::case::Case;

/// The length of the longest reason that google.rpc.ErrorInfo allows.
const MAX_LEN: usize = 63;

/// The length of the longest host name (RFC 1035, section 2.3.4).
const MAX_DOMAIN_LEN: usize = 255;

/// Returns the reason of an error with that code, `[A-Z][A-Z0-9_]+[A-Z0-9]`: the code in `UPPER_SNAKE`, or
/// else the name of the status.
pub(crate) fn reason(code: Option<&str>, status: StatusCode) -> String {
    code.and_then(upper_snake).unwrap_or_else(|| match get(status.as_u16()) {
        Some(row) => upper_snake(row.name).unwrap_or_default(),
        None => format!("HTTP_{}", status.as_u16()),
    })
}

/// Returns a code in `UPPER_SNAKE`, or [`None`] if it has no ASCII letter and no digit.
fn upper_snake(code: &str) -> Option<String> {
    let bytes = code.as_bytes();
    let mut reason = String::new();
    for (index, byte) in bytes.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| bytes.get(before));
        let after = bytes.get(index + 1);
        if !byte.is_ascii_alphanumeric() {
            if !reason.is_empty() && !reason.ends_with('_') {
                reason.push('_');
            }
            continue;
        }
        let is_lower = |byte: &u8| byte.is_ascii_lowercase();
        // `NoRoom`, `HTTPError`
        let starts_word = byte.is_ascii_uppercase()
            && (before.is_some_and(|before| is_lower(before) || before.is_ascii_digit())
                || before.is_some_and(u8::is_ascii_uppercase) && after.is_some_and(is_lower));
        if starts_word {
            reason.push('_');
        }
        reason.push(char::from(byte.to_ascii_uppercase()));
    }
    if reason.trim_end_matches('_').is_empty() {
        return None;
    }
    let begins_with_digit = reason.starts_with(|char: char| char.is_ascii_digit());
    match reason.trim_end_matches('_').len() {
        1 => reason.insert_str(0, "E_"),
        2 if !begins_with_digit => reason.insert_str(0, "E_"),
        _ if begins_with_digit => reason.insert(0, 'E'),
        _ => {}
    }
    reason.truncate(MAX_LEN);
    Some(reason.trim_end_matches('_').to_owned())
}

/// Returns the host of the problem type, or else of another problem type of the same declaration.
pub(crate) fn domain(case: Case, type_uri: Option<&str>) -> String {
    let own = type_uri.and_then(host);
    let of_table = || case.all_of_table().find_map(|other| host(other.type_uri()?));
    own.or_else(of_table).unwrap_or_default().to_owned()
}

/// Returns the host of an absolute URI (RFC 3986, section 3.2.2).
fn host(uri: &str) -> Option<&str> {
    let (_, rest) = uri.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host_and_port = authority.rsplit('@').next()?;
    let host = match host_and_port.rfind(']') {
        Some(end) => host_and_port.get(..=end)?,
        None => host_and_port.split(':').next()?,
    };
    Some(host).filter(|host| !host.is_empty() && host.len() <= MAX_DOMAIN_LEN)
}

impl Case {
    /// Returns the cases of its declaration.
    fn all_of_table(self) -> impl Iterator<Item = Case> {
        let count = Table::new(self.table()).case_count();
        (0..count).map(move |index| Case::from_table(self.table(), index, 0, ""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_has_the_form_that_google_rpc_requires() {
        let status = StatusCode::NOT_FOUND;
        for (code, expected) in [
            ("no-account", "NO_ACCOUNT"),
            ("noAccount", "NO_ACCOUNT"),
            ("NoSuchBucket", "NO_SUCH_BUCKET"),
            ("HTTPError", "HTTP_ERROR"),
            ("shop.out-of--stock", "SHOP_OUT_OF_STOCK"),
            ("M_LIMIT_EXCEEDED", "M_LIMIT_EXCEEDED"),
            ("1004", "E1004"),
            ("-5", "E_5"),
            ("42", "E42"),
            ("ab", "E_AB"),
            ("4-", "E_4"),
            ("a", "E_A"),
            ("-", "NOT_FOUND"),
            ("错误", "NOT_FOUND"),
            ("é-b2", "E_B2"),
        ] {
            assert_eq!(reason(Some(code), status), expected, "{code}");
        }
        assert_eq!(reason(None, StatusCode::from_u16(471).unwrap()), "HTTP_471");
        assert_eq!(reason(Some(&format!("{}-b", "a".repeat(62))), status), "A".repeat(62));
        assert_eq!(reason(Some(&"ab-".repeat(40)), status).len(), 62);
    }

    #[test]
    fn a_domain_is_the_host_of_a_uri() {
        for (uri, expected) in [
            ("https://api.example.com/problems/x", Some("api.example.com")),
            ("https://user@api.example.com:8080?x", Some("api.example.com")),
            ("http://[::1]:80/x", Some("[::1]")),
            ("urn:problem:x", None),
            ("/problems/x", None),
            ("https:///x", None),
        ] {
            assert_eq!(host(uri), expected, "{uri}");
        }
    }
}
