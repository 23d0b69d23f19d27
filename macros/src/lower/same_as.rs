//! Cases that have the response of another variant.

use httperr_registry::table_format::GRPC_TAG;
use proc_macro2::Ident;

use crate::diagnostics::errors::Errors;
use crate::diagnostics::suggest;
use crate::model::{
    Branch, Case, ConstText, Dependence, DetailSource, Outcome, Variant, Visibility,
};
use crate::syntax::ast::Tag;

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
            Err(format!(
                "`{target}` is `same_as` itself: name another variant, or write a status on it"
            ))
        }
        (_, [Branch { outcome: Outcome::SameAs(other, _), .. }]) => Err(format!(
            "`{target}` is itself `same_as` another variant: write `same_as = {other}`"
        )),
        _ => {
            let reason = "its response is known only at run time";
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
        [] => "`same_as` needs another variant, and there is none: declare the response here"
            .to_owned(),
        _ => format!(
            "unknown variant `{target}`: {}",
            suggest::instead(target.to_string().as_str(), &names)
        ),
    }
}

fn is_grpc(tag: &Tag) -> bool {
    tag.name == GRPC_TAG
}

fn copy<'a>(case: &Case<'a>, own: &Case<'a>) -> Case<'a> {
    // `Display` is that of another variant only where it is a constant.
    let detail_source = match (&case.detail_source, case.detail()) {
        (DetailSource::Const(_) | DetailSource::DisplayLiteral(_), ConstText::Text(text)) => {
            DetailSource::Const(text.to_owned())
        }
        _ => DetailSource::Display,
    };
    // The gRPC code is part of the response.
    let own_tags = own.tags.iter().filter(|tag| !is_grpc(tag));
    let tags = own_tags.chain(case.tags.iter().filter(|tag| is_grpc(tag)));
    Case {
        name: own.name.clone(),
        description: own.description.clone(),
        log: own.log,
        tags: tags.copied().collect(),
        detail_source,
        visibility: Visibility::SameAs,
        ..Case::clone(case)
    }
}

fn explain(dependence: Dependence) -> (&'static str, &'static str) {
    const DECLARE_BOTH: &str = "declare the same for both";
    match dependence {
        Dependence::Status => ("its status comes from the value", DECLARE_BOTH),
        Dependence::Header => ("one of its headers comes from the value", DECLARE_BOTH),
        Dependence::BodyFormat => (
            "its `BodyFormat` sees the value",
            "write another `body` there, or declare the same for both",
        ),
        Dependence::Text => (
            "its detail comes from the value",
            "write `mask` or `detail = \"…\"` there, or declare the same for both",
        ),
        Dependence::Body => (
            "its body depends on the value",
            "write a `body` without fields there, or declare the same for both",
        ),
    }
}

fn not_constant(target: &Ident, reason: &str, instead: &str) -> String {
    format!(
        "`{target}` cannot be a `same_as` target, because {reason}, which would make the two \
         responses differ: {instead}"
    )
}
