//! How a warning is made on stable Rust: a path to a constant that is deprecated, with the
//! warning's text as the note.
//!
//! rustc reports the lint `deprecated` also in code that a macro made, but only when the span of
//! the path is the user's own, untouched by the expansion. An `allow` on a sibling item has no
//! effect on the constant, so the lint attributes of the declaration are copied to it.

use httperr_registry::{Code, Standing};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::diagnostics::shorten::shortened;

/// A warning: `rule` is what `allow(…)` names, and what rustc prints as the constant's name.
pub(crate) struct Warning {
    pub(crate) rule: &'static str,
    pub(crate) span: Span,
    pub(crate) message: String,
}

impl Warning {
    /// An item that makes rustc print the warning, under the levels that the declaration sets.
    pub(crate) fn to_tokens(&self, levels: &TokenStream) -> TokenStream {
        let Warning { rule, span, message } = self;
        let message = shortened(message);
        let declared = Ident::new(rule, Span::call_site());
        let used = Ident::new(rule, *span);
        quote! {
            const _: () = {
                #[allow(non_upper_case_globals)]
                #[deprecated(note = #message)]
                const #declared: () = ();
                #levels
                const _: () = #used;
            };
        }
    }
}

/// Returns why a code should not be used, and what to use instead: the text of a warning, without
/// what silences it. `None` for a code without such a note.
pub(crate) fn deprecation_note(row: &Code) -> Option<String> {
    let standing = match row.standing {
        Standing::Deprecated => "deprecated",
        Standing::Obsoleted => "obsoleted",
        Standing::Unused => "reserved and has no meaning",
        _ => return None,
    };
    let replacement = row.replacement.map_or(String::new(), |code| format!("; use {code}"));
    Some(format!("{} is {standing} ({}): {}{replacement}", row.code, row.spec, row.rationale))
}
