//! `match`: its scrutinee, and what its arms leave to the variant.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt as _;

use crate::casing;
use crate::lower::scope::Scope;
use crate::model::Value;
use crate::syntax::ast::{HttpAttrs, MatchBlock};
use crate::syntax::tokens::span_of;

/// Reports keys of the variant that no arm inherits, and a `match` without arms.
pub(crate) fn check(block: &MatchBlock, variant: &HttpAttrs, scope: Scope<'_>) {
    let all_decide =
        !block.arms.is_empty() && block.arms.iter().all(|arm| arm.attrs.decides_status());
    let idle_status = variant.status.span().filter(|_| all_decide);
    for (span, what) in
        [(variant.transparent.span(), "`transparent`"), (idle_status, "this status")]
    {
        let Some(span) = span else { continue };
        let message = format!(
            "{what} has no effect, because every arm of the `match` sets a status: remove it"
        );
        scope.errors().at(span, message);
    }
    if let (Some(span), true, false) =
        (variant.match_block.span(), block.arms.is_empty(), block.had_errors)
    {
        scope.errors().at(span, "`match` has no arms: write `match field { _ => 500 }`");
    }
}

pub(crate) fn lower_scrutinee(block: &MatchBlock, scope: Scope<'_>) -> Value {
    let scrutinee = scope.acyclic_value(&block.scrutinee);
    match &scrutinee {
        Value::Field(index, name) if block.arms.iter().any(|arm| is_string(&arm.pattern)) => {
            borrow_str(*index, name, scope).unwrap_or(scrutinee)
        }
        _ => scrutinee,
    }
}

/// Returns the `&str` of a field of an owned type, which a string literal does not match.
fn borrow_str(index: usize, name: &TokenStream, scope: Scope<'_>) -> Option<Value> {
    let ty = &scope.variant.fields.list.get(index)?.ty;
    let (before, after) = str_conversion(ty)?;
    let span = span_of(name);
    let tokens = quote_spanned!(span=> #before #name #after);
    let message = format!(
        "a string literal cannot match a value of type `{}`: write `match {}`",
        ty.to_string().replace(' ', ""),
        tokens.to_string().replace(' ', "")
    );
    scope.errors().at(span, message);
    Some(Value::Expr(tokens))
}

fn str_conversion(ty: &TokenStream) -> Option<(TokenStream, TokenStream)> {
    let text = ty.to_string().replace(' ', "");
    let name = text.split('<').next()?.rsplit("::").next()?;
    match name {
        "String" => Some((TokenStream::new(), quote!(.as_str()))),
        "Box" | "Rc" | "Arc" | "Cow" if text.ends_with("<str>") || text.ends_with(",str>") => {
            Some((quote!(&**), TokenStream::new()))
        }
        _ => None,
    }
}

fn is_string(pattern: &TokenStream) -> bool {
    pattern.clone().into_iter().any(|token| match token {
        TokenTree::Literal(literal) => literal.to_string().starts_with(['"', 'r']),
        TokenTree::Group(group) => {
            let is_plain = matches!(group.delimiter(), Delimiter::Parenthesis | Delimiter::None);
            is_plain && is_string(&group.stream())
        }
        _ => false,
    })
}

/// Returns the name of an arm: that of its variant, with the last segment of the pattern after it if
/// that is one path. The name of any other pattern would change when the pattern does. That of a
/// constant is converted, since each of its capitals would start a word.
pub(crate) fn case_name(variant: &Ident, pattern: &TokenStream) -> String {
    let segment = last_segment(pattern).unwrap_or_default();
    format!("{}{}", variant.unraw(), casing::pascal(&segment))
}

/// `sqlx::Error::RowNotFound(_)` → `RowNotFound`. Returns `None` for an or-pattern, a range, a literal
/// and whatever else is not one path.
fn last_segment(pattern: &TokenStream) -> Option<String> {
    let mut last = None;
    for token in pattern.clone() {
        match token {
            TokenTree::Ident(ident) => last = Some(ident.unraw().to_string()),
            TokenTree::Punct(punct) if matches!(punct.as_char(), '|' | '.' | '!') => return None,
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                last = Some(last_segment(&group.stream())?);
            }
            // The fields of the path, if there is one before.
            TokenTree::Group(_) if last.is_some() => {}
            TokenTree::Group(_) | TokenTree::Literal(_) => return None,
            TokenTree::Punct(_) => {}
        }
    }
    last.filter(|name| name.starts_with(char::is_uppercase))
}
