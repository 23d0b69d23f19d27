//! The rules of HTTP, over the finished model: one file for each topic, one function for each rule.
//! Requirements of a particular code are columns of the registry.

mod allows;
mod body;
mod braces;
mod checker;
mod codes;
mod documentation;
mod extensions;
mod headers;
mod languages;
mod leak;
mod limits;
mod status;

use proc_macro2::TokenStream;
use quote::quote;

use crate::check::allows::unused_allows;
use crate::check::checker::Checker;
use crate::check::codes::CodeOwners;
use crate::diagnostics::errors::Errors;
use crate::diagnostics::position::sort_and_dedup;
use crate::diagnostics::warning::Warning;
use crate::model::{Model, Outcome, Variant};
use crate::syntax::item::Attribute;
use crate::syntax::status_code::Status;

/// Checks every declared case; copies under `same_as` are those of a declared one. Returns the
/// warnings, each with the lint levels that hold where it is.
pub(crate) fn check(model: &Model<'_>, errors: &Errors) -> Vec<(Warning, TokenStream)> {
    let mut warnings = Vec::new();
    let mut code_owners = CodeOwners::default();
    for variant in &model.variants {
        for branch in &variant.branches {
            let case = match &branch.outcome {
                Outcome::Case(case) => case,
                Outcome::Transparent(_, Some(envelope)) => &envelope.case,
                Outcome::Transparent(_, None) | Outcome::SameAs(..) => continue,
            };
            let mut checker = Checker {
                errors,
                name: variant.ident.unwrap_or(&model.original.name),
                variant,
                pattern: branch.pattern.as_ref().map(|pattern| &pattern.pattern),
                case,
                warnings: Vec::new(),
            };
            if case.is_envelope() {
                check_envelope(&mut checker);
            } else {
                check_case(&mut checker);
                languages::missing_translations(&checker, model.languages);
                code_owners.check(&checker);
            }
            add(&mut warnings, checker.warnings, model, Some(variant));
        }
    }
    // An `allow` may be for a key that could not be parsed.
    if errors.count() == 0 {
        for variant in &model.variants {
            add(&mut warnings, unused_allows(&variant.allowed), model, Some(variant));
        }
        add(&mut warnings, unused_allows(&model.allowed), model, None);
    }
    sort_and_dedup(
        &mut warnings,
        |(warning, _)| warning.span,
        |(warning, levels)| (warning.message.clone(), levels.to_string()),
    );
    warnings
}

fn check_case(checker: &mut Checker<'_>) {
    headers::content_type_without_content(checker);
    headers::framing_field(checker);
    headers::repeated_field(checker);
    headers::malformed_value(checker);
    extensions::member_names(checker);
    match checker.case.fixed_status() {
        Some(status) => check_status(checker, status),
        None => status::success_at_run_time(checker),
    }
    body::body_without_content(checker);
    leak::inner_display(checker);
    braces::braced_fields(checker);
    documentation::undocumented(checker);
    codes::malformed_in_type(checker);
    limits::code_length(checker);
    limits::header_count(checker);
}

fn check_envelope(checker: &mut Checker<'_>) {
    headers::framing_field(checker);
    headers::repeated_field(checker);
    headers::malformed_value(checker);
    extensions::member_names(checker);
    braces::braced_fields(checker);
    limits::header_count(checker);
}

/// A rule here is for codes that the ones before it accept.
fn check_status(checker: &mut Checker<'_>, status: Status) {
    if status::interim(checker, status)
        || status::success(checker, status)
        || status::deprecated(checker, status)
    {
        return;
    }
    status::unregistered(checker, status);
    status::redirection(checker, status);
    headers::missing_field(checker, status);
    body::members_without_content(checker, status);
}

fn add(
    warnings: &mut Vec<(Warning, TokenStream)>,
    found: Vec<Warning>,
    model: &Model<'_>,
    variant: Option<&Variant<'_>>,
) {
    if found.is_empty() {
        return;
    }
    let levels = lint_levels(model, variant);
    warnings.extend(found.into_iter().map(|warning| (warning, levels.clone())));
}

fn lint_levels(model: &Model<'_>, variant: Option<&Variant<'_>>) -> TokenStream {
    let of_type = level_attributes(&model.original.attributes);
    let of_variant = variant
        .filter(|variant| variant.ident.is_some())
        .map(|variant| level_attributes(variant.attributes));
    quote!(#of_type #of_variant)
}

fn level_attributes(attributes: &[Attribute]) -> TokenStream {
    let levels = attributes
        .iter()
        .filter(|attribute| matches!(attribute.name, "allow" | "warn" | "deny" | "forbid"))
        .map(|attribute| &attribute.whole);
    quote!(#(# #levels)*)
}

#[cfg(test)]
mod tests {
    use httperr_registry::derive_rules::rule;

    #[test]
    fn every_rule_named_here_is_a_row() {
        for name in [
            "success",
            "redirect",
            "deprecated",
            "unregistered",
            "leak",
            "duplicate_code",
            "literal_braces",
            "undocumented",
        ] {
            assert!(rule(name).is_some(), "{name}");
        }
    }
}
