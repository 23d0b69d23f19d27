//! The error for an identifier that is not a key of its target: what it may stand for instead.

use httperr_registry::derive_rules::rule;
use proc_macro2::Ident;
use syn::Error;

use crate::diagnostics::suggest::{self, likely, nearest};
use crate::syntax::key::{AttrTarget, Key};
use crate::syntax::status_code;

/// Returns the error. `is_alone` if no value follows, so that a status may be meant; `has_status` if
/// one is there already.
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
        format!("did you mean `allow({})`?", rule.name)
    } else if let Some(key) = key.or_else(|| likely(&text, all).and_then(Key::from_name)) {
        match key.is_allowed_on(target) {
            true => format!("did you mean `{}`?", key.name()),
            false => {
                let message = key.wrong_target_message(target);
                format!("did you mean `{}`? It {message}", key.name())
            }
        }
    } else if target == AttrTarget::Arm && is_alone && !has_status {
        format!("for a status that `{text}` holds write `(status = {text})`")
    } else {
        format!("on {} the keys are a status and {}", target.name(), suggest::list(&names))
    };
    Error::new(ident.span(), format!("`http` has no key `{text}`: {instead}"))
}
