//! The two checks of a header value, one for what the user has written and one for a text that becomes a
//! value, agree.

use httperr_registry::limits::HEADER_VALUE;
use proc_macro2::Span;

use crate::syntax::header::{check_header_text, is_field_value};

#[test]
fn a_text_is_a_field_value_if_a_literal_of_it_has_no_error() {
    let at_limit = "x".repeat(HEADER_VALUE);
    let beyond_limit = "x".repeat(HEADER_VALUE + 1);
    for (text, is_value) in [
        ("", true),
        ("a", true),
        ("a b\tc~", true),
        (" a", false),
        ("a\t", false),
        ("a\nb", false),
        ("a\u{7f}b", false),
        ("é", false),
        (&at_limit, true),
        (&beyond_limit, false),
    ] {
        assert_eq!(is_field_value(text), is_value, "{text:?}");
        assert_eq!(check_header_text("x-a", text, Span::call_site()).is_ok(), is_value, "{text:?}");
    }
}
