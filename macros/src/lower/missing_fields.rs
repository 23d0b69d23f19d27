//! Fields that a template names and some of its variants lack.

use std::cell::RefCell;

use proc_macro2::Ident;

use crate::diagnostics::errors::Errors;
use crate::diagnostics::position::is_same_position;

/// The uses of fields in a template, each with the variants that lack the field: one error for each
/// use, when all variants are known.
#[derive(Default)]
pub(crate) struct MissingFields {
    uses: RefCell<Vec<(Ident, Vec<String>)>>,
}

impl MissingFields {
    pub(crate) fn add(&self, field: &Ident, variant: &Ident) {
        let variant = format!("`{variant}`");
        let mut uses = self.uses.borrow_mut();
        let same = uses
            .iter_mut()
            .find(|(other, _)| other == field && is_same_position(other.span(), field.span()));
        match same {
            Some((_, variants)) => variants.push(variant),
            None => uses.push((field.clone(), vec![variant])),
        }
    }

    pub(crate) fn report(&self, errors: &Errors) {
        for (field, variants) in &mut *self.uses.borrow_mut() {
            variants.dedup();
            let (who, them) = match &variants[..] {
                [one] => (format!("{one} has"), "it"),
                [rest @ .., last] => (format!("{} and {last} have", rest.join(", ")), "them"),
                [] => continue,
            };
            let message = format!(
                "{who} no field `{field}`, which this template uses: add the field, or give {them} \
                 a `body` of {} own",
                if them == "it" { "its" } else { "their" }
            );
            errors.at(field.span(), message);
        }
    }
}
