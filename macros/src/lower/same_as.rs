//! Variants that are answered as another.

use proc_macro2::Ident;

use crate::diagnostics::errors::Errors;
use crate::diagnostics::suggest;
use crate::model::{Branch, Case, Dependence, DetailSource, Outcome, SameAs, Variant};

/// Gives every case that is answered as another what the other answers.
pub(crate) fn resolve(variants: &mut [Variant<'_>], errors: &Errors) {
    let found: Vec<(usize, usize, Case)> = variants
        .iter()
        .enumerate()
        .flat_map(|(at, variant)| {
            variant.branches.iter().enumerate().map(move |(arm, branch)| (at, arm, branch))
        })
        .filter_map(|(at, arm, branch)| match &branch.outcome {
            Outcome::SameAs(same) => Some((at, arm, answered_as(same, variants, errors))),
            _ => None,
        })
        .collect();
    for (at, arm, case) in found {
        variants[at].branches[arm].outcome = Outcome::Case(Box::new(case));
    }
}

fn answered_as(same: &SameAs, variants: &[Variant<'_>], errors: &Errors) -> Case {
    let SameAs { target, name, description, log } = same;
    let found = variants.iter().find(|variant| variant.ident.is_some_and(|ident| ident == target));
    let case = match found.map(|variant| (&variant.scrutinee, &variant.branches[..])) {
        Some((None, [Branch { outcome: Outcome::Case(case), .. }])) => Ok(case),
        Some((_, [Branch { outcome: Outcome::SameAs(other), .. }])) if other.target == *target => {
            Err(format!("`{target}` is answered as itself: name another variant"))
        }
        Some((_, [Branch { outcome: Outcome::SameAs(other), .. }])) => Err(format!(
            "`{target}` is answered as another itself: name that one, `{}`",
            other.target
        )),
        Some(_) => {
            let what = "what it answers is known at run time only";
            Err(not_constant(target, what, "declare the same for both"))
        }
        None => {
            let names: Vec<String> =
                variants.iter().filter_map(|variant| Some(variant.ident?.to_string())).collect();
            let names: Vec<&str> =
                names.iter().map(String::as_str).filter(|other| other != name).collect();
            if names.is_empty() {
                let message = "`same_as` names another variant, and there is none: declare here \
                               what is to be answered";
                errors.at(target.span(), message);
                return Case { name: name.clone(), ..Case::fallback(target.span()) };
            }
            Err(format!(
                "no variant is named `{target}`: {}",
                suggest::instead(target.to_string().as_str(), &names)
            ))
        }
    };
    let case = case.and_then(|case| match case.depends_on_value() {
        None => Ok(case),
        Some(dependence) => {
            let (what, instead) = explain(dependence);
            Err(not_constant(target, what, instead))
        }
    });
    let (name, description, log) = (name.clone(), description.clone(), *log);
    match case {
        Ok(case) => {
            // The text is the other's `Display`, and not this one's.
            let detail_source = match (&case.detail_source, case.exposes()) {
                (DetailSource::Const(text), _)
                | (DetailSource::DisplayLiteral(text), Some(true)) => {
                    DetailSource::Const(text.clone())
                }
                _ => DetailSource::Display,
            };
            Case { name, detail_source, log, description, ..Case::clone(case) }
        }
        Err(message) => {
            errors.at(target.span(), message);
            Case { name, log, description, ..Case::fallback(target.span()) }
        }
    }
}

/// Returns why a case of such a dependence cannot be copied, and what would help.
fn explain(dependence: Dependence) -> (&'static str, &'static str) {
    const ALIKE: &str = "declare the same for both";
    match dependence {
        Dependence::Status => ("its status comes from the value", ALIKE),
        Dependence::Header => ("a header of it comes from the value", ALIKE),
        Dependence::BodyFormat => (
            "its `BodyFormat` sees the value",
            "write another `body` there, or declare the same for both",
        ),
        Dependence::Text => (
            "its text comes from the value",
            "write `mask` or `detail = \"…\"` there, or declare the same for both",
        ),
        Dependence::Body => (
            "its body has something of the value",
            "write a `body` there that names no field, or declare the same for both",
        ),
    }
}

fn not_constant(target: &Ident, what: &str, instead: &str) -> String {
    format!(
        "`{target}` cannot answer for another variant, since {what}, which would tell the two \
         apart: {instead}"
    )
}
