//! The error for an identifier that is not a key, with the most likely suggestion.

use httperr_registry::derive_rules::rule;
use proc_macro2::Ident;
use syn::Error;

use crate::diagnostics::suggest::{self, likely, nearest};
use crate::syntax::key::{AttrTarget, Key};
use crate::syntax::status_code;

/// `is_alone` is true if no value follows, so that the identifier may be meant as a status, and
/// `has_status` if there is one already.
pub(crate) fn error(ident: &Ident, target: AttrTarget, is_alone: bool, has_status: bool) -> Error {
    let text = ident.to_string();
    let names = Key::names_on(target);
    let all = Key::ALL.iter().map(|key| key.name());
    let key = Key::from_alias(&text);
    let instead = if let Some(name) = nearest(&text, names.iter().copied()) {
        format!("did you mean `{name}`?")
    } else if let Some(key) = key.filter(|key| key.is_allowed_on(target)) {
        format!("did you mean `{}`?", key.name())
    } else if let Some(name) = status_code::likely_name(&text).filter(|_| is_alone) {
        format!("did you mean the status `{name}`?")
    } else if let Some(rule) = rule(&text) {
        let key = if rule.is_opt_in { "warn" } else { "allow" };
        format!("did you mean `{key}({})`?", rule.name)
    } else if let Some(key) = key.or_else(|| likely(&text, all).and_then(Key::from_name)) {
        match key.is_allowed_on(target) {
            true => format!("did you mean `{}`?", key.name()),
            false => {
                let message = key.wrong_target_message(target);
                format!("did you mean `{}`? It {message}", key.name())
            }
        }
    } else if target == AttrTarget::Arm && is_alone && !has_status {
        format!("if `{text}` holds a status, write `(status = {text})`")
    } else {
        format!("on {} the keys are a status and {}", target.name(), suggest::list(&names))
    };
    Error::new(ident.span(), format!("unknown key `{text}`: {instead}"))
}
