//! Expressions with `self`.

use crate::syntax::self_expr::{calls_method_of_self, strip_self};

#[test]
fn a_call_of_a_method_of_the_error_itself_is_found_at_any_depth() {
    let calls = |text: &str| calls_method_of_self(&text.parse().unwrap());
    for text in [
        "self.status()",
        "f(self.detail())",
        "Self::status(self)",
        "T::case(&self)",
        "[{ self.case() }]",
    ] {
        assert!(calls(text), "{text}");
    }
    for text in
        ["self.kind()", "other.status()", "T::status(other)", "T::status()", "self.status", "f(1)"]
    {
        assert!(!calls(text), "{text}");
    }
}

#[test]
fn a_field_is_taken_from_self_and_a_call_is_not() {
    let fields = |text: &str| -> Vec<String> {
        strip_self(&text.parse().unwrap()).1.iter().map(ToString::to_string).collect()
    };
    assert_eq!(fields("self.id + f(self.name)"), ["id", "name"]);
    assert_eq!(fields("self.id[0] + self.name + self.list"), ["id", "name", "list"]);
    assert!(fields("self.id() + self.into::<u8>() + self").is_empty());
}
