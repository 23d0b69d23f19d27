//! URI references (RFC 3986).

use httperr_registry::uri::{check_part, check_reference, is_path_segment, is_reference, Part};
use proptest::prelude::*;

#[test]
fn the_examples_of_rfc_3986_are_references() {
    // Section 1.1.2.
    let absolute = [
        "ftp://ftp.is.co.za/rfc/rfc1808.txt",
        "http://www.ietf.org/rfc/rfc2396.txt",
        "ldap://[2001:db8::7]/c=GB?objectClass?one",
        "mailto:John.Doe@example.com",
        "news:comp.infosystems.www.servers.unix",
        "tel:+1-816-555-1212",
        "telnet://192.0.2.16:80/",
        "urn:oasis:names:specification:docbook:dtd:xml:4.1.2",
    ];
    // Section 3, and those of section 5.4.
    let others = [
        "foo://example.com:8042/over/there?name=ferret#nose",
        "urn:example:animal:ferret:nose",
        "http://a/b/c/d;p?q",
        "g:h",
        "g",
        "./g",
        "g/",
        "/g",
        "//g",
        "?y",
        "g?y",
        "#s",
        "g#s",
        "g?y#s",
        ";x",
        "g;x",
        "g;x?y#s",
        "",
        ".",
        "./",
        "..",
        "../",
        "../g",
        "../..",
        "../../",
        "../../g",
        "../../../g",
        "/./g",
        "/../g",
        "g.",
        ".g",
        "g..",
        "./../g",
        "./g/.",
        "g/./h",
        "g;x=1/./y",
        "g?y/./x",
        "g#s/../x",
        "http:g",
    ];
    let more = [
        "about:blank",
        "//",
        "///a",
        "http:///a",
        "http://@:/",
        "http://a:b@c:1/",
        "http://a@[v1f.a:b]:80/%20?%25#%2f",
        "http://[::]",
        "http://[::ffff:1.2.3.4]",
        "http://a%20b",
        "./a:b",
        "/a:b",
        "a/b:c",
        "a?b:c",
        "a#b?c/d:e@f",
        "a//b",
        "file:///etc/hosts",
    ];
    for text in absolute.iter().chain(&others).chain(&more) {
        assert_eq!(check_reference(text), Ok(()), "{text}");
    }
}

#[test]
fn the_first_error_is_reported_with_its_section() {
    for (text, message) in [
        ("a b", "' ' is not allowed in a path (RFC 3986, section 3.3)"),
        ("größe", "'ö' is not allowed in a path (RFC 3986, section 3.3)"),
        ("http://a/\"", "'\"' is not allowed in a path (RFC 3986, section 3.3)"),
        ("http://a/[b]", "'[' is not allowed in a path (RFC 3986, section 3.3)"),
        ("a?b[]", "'[' is not allowed in a query (RFC 3986, section 3.4)"),
        ("a#b#c", "'#' is not allowed in a fragment (RFC 3986, section 3.5)"),
        ("a%", "`%` is not followed by two hexadecimal digits (RFC 3986, section 2.1)"),
        ("%zz", "`%` is not followed by two hexadecimal digits (RFC 3986, section 2.1)"),
        ("a%2", "`%` is not followed by two hexadecimal digits (RFC 3986, section 2.1)"),
        (":a", "there is no scheme before the first `:` (RFC 3986, section 3.1)"),
        ("http://a:8o/", "'o' is not allowed in a port (RFC 3986, section 3.2.3)"),
        ("http://a:1:2", "':' is not allowed in a port (RFC 3986, section 3.2.3)"),
        ("http://a@b@c", "'@' is not allowed in a host (RFC 3986, section 3.2.2)"),
        ("http://a[@b", "'[' is not allowed in the user information (RFC 3986, section 3.2.1)"),
        ("http://a]", "']' is not allowed in a host (RFC 3986, section 3.2.2)"),
        ("http://[::1", "the brackets do not hold an IPv6 address (RFC 3986, section 3.2.2)"),
        ("http://[::1/%zz#a#b", "'#' is not allowed in a fragment (RFC 3986, section 3.5)"),
    ] {
        assert_eq!(check_reference(text).unwrap_err().to_string(), message, "{text}");
    }
    for text in ["1a:b", "ä:b", "a_b:c", "+a:b", "a b:c"] {
        let message = check_reference(text).unwrap_err().to_string();
        assert!(message.ends_with("(RFC 3986, sections 3.1 and 4.2)"), "{text}: {message}");
    }
    for address in ["", "1", "1.2.3.4", "fe80::1%25en1", "::1::", "1:2:3:4:5:6:7:8:9", "v.a", "v1."]
    {
        assert!(!is_reference(&format!("http://[{address}]/")), "{address}");
    }
    assert!(!is_reference("http://[::1]a"));
}

#[test]
fn a_segment_has_no_slash_and_a_fragment_may() {
    for text in ["", "out-of-credit", "shop.a:b@c", "a;b=c,d!$&'()*+", "%7Ea", "~_."] {
        assert!(is_path_segment(text), "{text}");
    }
    for text in ["a/b", "a?b", "a#b", "a b", "größe", "\"", "%", "a\n"] {
        assert!(!is_path_segment(text), "{text}");
    }
    assert_eq!(check_part(Part::Fragment, "a/b?c"), Ok(()));
    assert_eq!(check_part(Part::Query, "a/b?c"), Ok(()));
}

proptest! {
    #[test]
    fn references_are_accepted_as_by_fluent_uri(
        text in "([a-c1+.:]{0,4}(//)?[ab@:\\[\\]v.12é%]{0,8})?[a/%2é :?#@\\[\"!~]{0,10}"
    ) {
        let known = fluent_uri::UriRef::parse(text.as_str()).is_ok();
        prop_assert_eq!(is_reference(&text), known, "{}: {:?}", text, check_reference(&text));
    }

    #[test]
    fn a_segment_between_two_slashes_is_a_reference(text in any::<String>()) {
        if is_path_segment(&text) {
            let joined = format!("https://a.example/{text}/b");
            prop_assert!(is_reference(&joined));
        }
    }
}
