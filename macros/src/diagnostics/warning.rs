//! Warnings on stable Rust: a use of a deprecated constant, whose note is the message.
//!
//! rustc reports `deprecated` in the expansion of a macro only if the span of the path is a span of the
//! user that the macro did not change. The lint levels of the item have no effect on an emitted
//! constant, so they are copied to it.

use httperr_registry::{Code, Standing};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::diagnostics::shorten::shorten_message;

pub(crate) struct Warning {
    /// The name that `allow(…)` takes. rustc prints it as the name of the constant.
    pub(crate) rule: &'static str,
    pub(crate) span: Span,
    pub(crate) message: String,
}

impl Warning {
    /// Returns an item for which rustc reports the warning, under the lint levels of the declaration.
    pub(crate) fn to_tokens(&self, levels: &TokenStream) -> TokenStream {
        let Warning { rule, span, message } = self;
        let message = shorten_message(message);
        let declaration = Ident::new(rule, Span::call_site());
        let usage = Ident::new(rule, *span);
        quote! {
            const _: () = {
                #[allow(non_upper_case_globals)]
                #[deprecated(note = #message)]
                const #declaration: () = ();
                #levels
                const _: () = #usage;
            };
        }
    }
}

/// Returns why a code should not be used, and what to use instead. Returns `None` for a code in normal
/// use.
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
