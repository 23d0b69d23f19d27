//! The path of a request as the `instance` of a problem document.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Returns the path of a request as a URI reference to it (RFC 3986, section 4.1), or [`None`] if the
/// request has no path: the `*` of `OPTIONS *` and the authority of `CONNECT` (RFC 9110, section
/// 7.1).
///
/// A path that begins with two slashes would be parsed as a host name (RFC 3986, section 4.2), so it
/// is prefixed with `/.`, which a client removes again (section 5.2.4). Servers accept characters in
/// a path that a URI cannot contain: they are percent-encoded.
pub(crate) fn from_path(path: &str) -> Option<Cow<'_, str>> {
    let rest = path.strip_prefix('/')?;
    if rest.starts_with('/') {
        return Some(format!("/.{}", percent_encode(path)).into());
    }
    Some(percent_encode(path))
}

/// Percent-encodes the characters that a path cannot contain (RFC 3986, section 3.3).
fn percent_encode(path: &str) -> Cow<'_, str> {
    let bytes = path.as_bytes();
    let is_hex = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_hexdigit);
    let is_kept = |at: usize, byte: u8| match byte {
        b'%' => is_hex(at + 1) && is_hex(at + 2),
        b'!' | b'$' | b'&'..=b';' | b'=' | b'@' | b'_' | b'~' => true,
        _ => byte.is_ascii_alphanumeric(),
    };
    if bytes.iter().enumerate().all(|(at, byte)| is_kept(at, *byte)) {
        return path.into();
    }
    let mut encoded = String::with_capacity(path.len() + 16);
    for (at, &byte) in bytes.iter().enumerate() {
        // Writing to a `String` does not fail.
        let _ = match is_kept(at, byte) {
            true => encoded.write_char(char::from(byte)),
            false => write!(encoded, "%{byte:02X}"),
        };
    }
    encoded.into()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::from_path;

    #[test]
    fn a_path_is_a_reference_that_resolves_to_itself() {
        for (path, expected) in [
            ("/", Some("/")),
            ("/orders/7", Some("/orders/7")),
            ("/a:b;c=d,e@f/~g_h-i.j!$&'()*+", Some("/a:b;c=d,e@f/~g_h-i.j!$&'()*+")),
            ("//evil/x", Some("/.//evil/x")),
            ("///x", Some("/.///x")),
            ("/a//b", Some("/a//b")),
            ("/%C3%A4", Some("/%C3%A4")),
            ("/100%", Some("/100%25")),
            ("/%4", Some("/%254")),
            ("/%zz", Some("/%25zz")),
            ("/ä", Some("/%C3%A4")),
            ("//ä", Some("/.//%C3%A4")),
            ("/{id}\"<>\\^`|#?[]", Some("/%7Bid%7D%22%3C%3E%5C%5E%60%7C%23%3F%5B%5D")),
            ("*", None),
            ("", None),
            ("a:b/c", None),
        ] {
            assert_eq!(from_path(path).as_deref(), expected, "{path}");
        }
    }

    proptest! {
        #[test]
        fn an_instance_never_names_another_host_and_is_a_uri_that_stays_as_it_is(path in "(/|//)?\\PC{0,20}") {
            if let Some(instance) = from_path(&path) {
                prop_assert!(instance.starts_with('/') && !instance.starts_with("//"));
                prop_assert!(instance.bytes().all(|byte| matches!(byte, b'!'..=b'~')));
                let again = from_path(&instance);
                prop_assert_eq!(again.as_deref(), Some(instance.as_ref()));
            }
        }
    }
}
