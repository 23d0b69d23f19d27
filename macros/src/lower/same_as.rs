//! Cases that have the response of another variant.

use proc_macro2::Ident;

use crate::diagnostics::errors::Errors;
use crate::diagnostics::suggest;
use crate::model::{Branch, Case, ConstText, Dependence, DetailSource, Outcome, Variant};

pub(crate) fn resolve(variants: &mut [Variant<'_>], errors: &Errors) {
    let mut copies = Vec::new();
    for (variant, branches) in variants.iter().map(|variant| &variant.branches).enumerate() {
        for (branch, Branch { outcome, .. }) in branches.iter().enumerate() {
            let Outcome::SameAs(target, own) = outcome else { continue };
            match find_target(target, own, variants) {
                Ok(case) => copies.push((variant, branch, copy(case, own))),
                Err(message) => errors.at(target.span(), message),
            }
        }
    }
    for (variant, branch, copy) in copies {
        if let Outcome::SameAs(_, case) = &mut variants[variant].branches[branch].outcome {
            **case = copy;
        }
    }
}

fn find_target<'c, 'a>(
    target: &Ident,
    own: &Case<'_>,
    variants: &'c [Variant<'a>],
) -> Result<&'c Case<'a>, String> {
    let variant =
        variants.iter().find(|variant| variant.ident.is_some_and(|ident| ident == target));
    let Some(variant) = variant else { return Err(unknown_target(target, own, variants)) };
    match (&variant.scrutinee, &variant.branches[..]) {
        (None, [Branch { outcome: Outcome::Case(case), .. }]) => match case.depends_on_value() {
            None => Ok(case),
            Some(dependence) => {
                let (reason, instead) = explain(dependence);
                Err(not_constant(target, reason, instead))
            }
        },
        (_, [Branch { outcome: Outcome::SameAs(other, _), .. }]) if other == target => {
            Err(format!("`{target}` is answered as itself: name another variant"))
        }
        (_, [Branch { outcome: Outcome::SameAs(other, _), .. }]) => {
            Err(format!("`{target}` is answered as another itself: name that one, `{other}`"))
        }
        _ => {
            let reason = "what it answers is known at run time only";
            Err(not_constant(target, reason, "declare the same for both"))
        }
    }
}

fn unknown_target(target: &Ident, own: &Case<'_>, variants: &[Variant<'_>]) -> String {
    let names: Vec<String> =
        variants.iter().filter_map(|variant| Some(variant.ident?.to_string())).collect();
    let names: Vec<&str> =
        names.iter().map(String::as_str).filter(|other| *other != own.name).collect();
    match &names[..] {
        [] => "`same_as` names another variant, and there is none: declare here what is to be \
               answered"
            .to_owned(),
        _ => format!(
            "no variant is named `{target}`: {}",
            suggest::instead(target.to_string().as_str(), &names)
        ),
    }
}

fn copy<'a>(case: &Case<'a>, own: &Case<'_>) -> Case<'a> {
    // `Display` is that of another variant only where it is a constant.
    let detail_source = match (&case.detail_source, case.detail()) {
        (DetailSource::Const(_) | DetailSource::DisplayLiteral(_), ConstText::Text(text)) => {
            DetailSource::Const(text.to_owned())
        }
        _ => DetailSource::Display,
    };
    Case {
        name: own.name.clone(),
        description: own.description.clone(),
        log: own.log,
        detail_source,
        ..Case::clone(case)
    }
}

fn explain(dependence: Dependence) -> (&'static str, &'static str) {
    const DECLARE_BOTH: &str = "declare the same for both";
    match dependence {
        Dependence::Status => ("its status comes from the value", DECLARE_BOTH),
        Dependence::Header => ("a header of it comes from the value", DECLARE_BOTH),
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

fn not_constant(target: &Ident, reason: &str, instead: &str) -> String {
    format!(
        "`{target}` cannot answer for another variant, since {reason}, which would tell the two \
         apart: {instead}"
    )
}
