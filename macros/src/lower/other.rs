//! `other`: the variant for all problems that are not those of another one.

use crate::diagnostics::errors::Errors;
use crate::lower::scope::Scope;
use crate::model::{Field, Value};
use crate::syntax::ast::HttpAttrs;
use crate::syntax::declaration::Declaration;

/// Returns the problem of a variant with `other`, whose response is that problem.
pub(crate) fn lower(own: &HttpAttrs, scope: Scope<'_>, fields: &[Field<'_>]) -> Option<Value> {
    let key = own.other.span()?;
    let others = [
        (own.transparent.span(), "`transparent`"),
        (own.match_block.span(), "`match`"),
        (own.same_as.span(), "`same_as`"),
        (own.tag_span, "`tag`"),
    ];
    let others = others.into_iter().filter_map(|(span, what)| Some((span?, what)));
    for (span, what) in own.outcome_spans().into_iter().chain(others) {
        let message = format!(
            "{what} has no effect with `other`, whose response is the problem itself: remove one of \
             the two"
        );
        scope.errors().at(span, message);
    }
    let mut sent = fields.iter().filter(|field| !field.is_default);
    match (sent.next(), sent.next()) {
        (Some(problem), None) => Some(problem.value()),
        _ => {
            let name = scope.variant.name;
            let count = fields.iter().filter(|field| !field.is_default).count();
            let message = format!(
                "`other` needs exactly one field, which is the problem, and `{name}` has {count}: \
                 write `{name}(Problem)`"
            );
            scope.errors().at(key, message);
            None
        }
    }
}

pub(crate) fn report_second(declaration: &Declaration, errors: &Errors) {
    let variants = declaration.variants();
    let mut keys = variants.iter().filter_map(|variant| variant.attrs.other.span());
    keys.next();
    for span in keys {
        errors
            .at(span, "`other` is for all other problems, so one variant has it: remove this one");
    }
}
