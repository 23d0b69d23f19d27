//! Machine codes.

use std::collections::btree_map::{BTreeMap, Entry};

use httperr_registry::uri::{check_part, Part};
use proc_macro2::{Ident, TokenStream};

use crate::check::checker::Checker;
use crate::model::{Body, Case};
use crate::syntax::ast::Placeholder;
use crate::syntax::tokens::display_tokens;

/// The codes that are sent, each with the first case that sends it.
#[derive(Default)]
pub(super) struct CodeOwners<'c>(BTreeMap<&'c str, CodeOwner<'c>>);

struct CodeOwner<'c> {
    status: u16,
    name: &'c Ident,
    pattern: Option<&'c TokenStream>,
}

impl<'c> CodeOwners<'c> {
    /// A client could not tell two cases apart by a code that both send with different statuses.
    pub(super) fn check(&mut self, checker: &Checker<'c>) {
        let case = checker.case;
        let Some(status) = case.fixed_status().map(|status| status.code) else { return };
        if !case.origin.is_fully_parsed || !sends_code(case) {
            return;
        }
        let code = case.code.text.as_str();
        match self.0.entry(code) {
            Entry::Occupied(first) => {
                let first = first.get();
                let taken = first.status;
                if taken != status && !checker.is_allowed("duplicate_code") {
                    let name = first.display();
                    let message = format!(
                        "the code `{code}` is sent with {taken} by {name} and with {status} here, \
                         so a client cannot distinguish the two (RFC 9205, section 4.6): write \
                         another `code = \"…\"`, or `allow(duplicate_code)` if this is intended"
                    );
                    checker.error(case.code_span(), message);
                }
            }
            Entry::Vacant(code) => {
                let Checker { name, pattern, .. } = *checker;
                code.insert(CodeOwner { status, name, pattern });
            }
        }
    }
}

impl CodeOwner<'_> {
    fn display(&self) -> String {
        match self.pattern {
            Some(pattern) => format!("the arm `{}`", display_tokens(pattern)),
            None => format!("`{}`", self.name),
        }
    }
}

/// Returns whether the response contains the code: in the member `code`, in a `type` that ends in it,
/// in a template or in a header.
fn sends_code(case: &Case<'_>) -> bool {
    let in_type = case.type_ends_in_code;
    let in_body = match &case.body {
        Body::Problem => in_type || case.has_code_member,
        Body::Template(body) => {
            body.contains(Placeholder::Code) || in_type && body.contains(Placeholder::Type)
        }
        Body::Type(_) => true,
        Body::Text | Body::Empty => false,
    };
    in_body && case.has_content()
        || case.has_header_from(Placeholder::Code)
        || in_type && case.has_header_from(Placeholder::Type)
}

/// A code at the end of a `type` URI is part of that URI (RFC 3986).
pub(super) fn malformed_in_type(checker: &Checker<'_>) {
    let case = checker.case;
    let uri = case.type_uri.as_deref().filter(|_| case.type_ends_in_code);
    let Some(base) = uri.and_then(|uri| uri.strip_suffix(case.code.text.as_str())) else { return };
    if let Some(reason) = malformed_after(base, &case.code.text) {
        let declared = case.origin.nearest_code_span;
        let instead = match declared {
            Some(_) => "write another",
            None => "write `code = \"…\"`",
        };
        checker.error(declared.unwrap_or(case.origin.span), format!("{reason}: {instead}"));
    }
}

fn malformed_after(base: &str, code: &str) -> Option<String> {
    let part = match (base.contains('#'), base.contains('?')) {
        (true, _) => Part::Fragment,
        (false, true) => Part::Query,
        _ => Part::Segment,
    };
    let reason = match check_part(part, code) {
        Err(malformed) => malformed.to_string(),
        Ok(()) if part == Part::Segment && matches!(code, "." | "..") => {
            "it is removed when the URI is resolved (RFC 3986, section 5.2.4)".to_owned()
        }
        Ok(()) => return None,
    };
    Some(format!("the code `{code}` cannot end the `type` URI, because {reason}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_part_of_the_uri_that_it_ends() {
        assert_eq!(malformed_after("https://a.example", "out-of-credit"), None);
        assert_eq!(malformed_after("https://a.example/#", "a/b?"), None);
        assert_eq!(malformed_after("https://a.example/?a=", "a/b?"), None);
        assert!(malformed_after("https://a.example", "a/b").is_some());
        assert!(malformed_after("https://a.example/?a=", "a#b").is_some());
        assert!(malformed_after("https://a.example/#", "a b").is_some());
    }
}
