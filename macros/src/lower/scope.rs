//! What is declared, and the names that its expressions know.

use proc_macro2::{Group, Ident, Literal, Span, TokenStream, TokenTree};
use syn::ext::IdentExt as _;

use crate::diagnostics::suggest;
use crate::diagnostics::suggest::nearest;
use crate::model::Value;
use crate::syntax::format_string::captured_names;
use crate::syntax::item::{Attribute, Field, Fields};
use crate::syntax::pattern::binds;

/// What is declared: a variant or a struct.
#[derive(Clone, Copy)]
pub(crate) struct Subject<'a> {
    pub(crate) ident: Option<&'a Ident>,
    pub(crate) name: &'a Ident,
    pub(crate) fields: &'a Fields,
    pub(crate) attributes: &'a [Attribute],
    /// The pattern of the arm, whose names are in scope as well.
    pub(crate) pattern: Option<&'a TokenStream>,
}

impl<'a> Subject<'a> {
    /// The names by which expressions know the fields.
    pub(crate) fn names(self) -> Vec<String> {
        self.fields.names()
    }

    /// As [`no_field`](Self::no_field), of a name in a format string: no constant has one in lower
    /// case.
    pub(crate) fn no_capture(self, name: &str) -> Option<String> {
        if name == "self" || self.field(name).is_some() {
            return None;
        }
        self.no_field(name).or_else(|| {
            if self.is_bound(name) || !name.starts_with(char::is_lowercase) {
                return None;
            }
            let names: Vec<String> =
                self.fields.list.iter().map(|field| field.binding().unraw().to_string()).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            Some(match &names[..] {
                [] => format!("`{}` has no fields, so `{{{name}}}` names nothing", self.name),
                names => format!(
                    "`{}` has no field `{name}`: {}",
                    self.name,
                    suggest::instead(name, names)
                ),
            })
        })
    }

    /// Returns an expression in which every use of a field resolves to the field, where the two came
    /// through `macro_rules!` from different places.
    pub(crate) fn resolved(self, tokens: &TokenStream) -> TokenStream {
        if self.fields.list.is_empty() {
            return tokens.clone();
        }
        let resolve = |token| match token {
            TokenTree::Ident(mut word) => {
                if let Some(span) = self.field_span(&word.to_string()) {
                    word.set_span(span.located_at(word.span()));
                }
                word.into()
            }
            TokenTree::Group(group) => {
                let mut resolved = Group::new(group.delimiter(), self.resolved(&group.stream()));
                resolved.set_span(group.span());
                resolved.into()
            }
            TokenTree::Literal(literal) => self.resolved_literal(literal).into(),
            token => token,
        };
        tokens.clone().into_iter().map(resolve).collect()
    }

    /// As [`resolved`](Self::resolved), for a string whose captures are fields.
    pub(crate) fn resolved_literal(self, mut literal: Literal) -> Literal {
        let text = literal.to_string();
        if text.contains('{') {
            let span = captured_names(&text).iter().find_map(|name| {
                self.field_span(name).or_else(|| self.field_span(&format!("r#{name}")))
            });
            if let Some(span) = span {
                literal.set_span(span.located_at(literal.span()));
            }
        }
        literal
    }

    /// The span by which a field's name resolves, unless the pattern binds that name.
    pub(crate) fn field_span(self, name: &str) -> Option<Span> {
        let is_field = |field: &&Field| match &field.name {
            Some(ident) => ident == name,
            None => name.strip_prefix('_').and_then(|rest| rest.parse().ok()) == Some(field.index),
        };
        let field = self.fields.list.iter().find(is_field)?;
        (!self.is_bound(name)).then(|| match &field.name {
            Some(ident) => ident.span(),
            None => self.name.span(),
        })
    }

    /// The field that a name in a format string captures: a raw one is captured without its `r#`,
    /// and a name of the pattern hides a field.
    pub(crate) fn field(self, name: &str) -> Option<&'a Field> {
        let mut fields = self.fields.list.iter();
        let field = fields.find(|field| field.binding().unraw() == name)?;
        (!self.is_bound(name)).then_some(field)
    }

    /// Decides whether an expression is a field. A name that a pattern binds is not.
    pub(crate) fn value(self, tokens: TokenStream) -> Value {
        let name = tokens.to_string();
        let field = self.fields.list.iter().find(|field| field.binding() == name);
        match field.filter(|_| !self.is_bound(&name)) {
            Some(field) => Value::Field(field.index, tokens),
            None => Value::Expr(tokens),
        }
    }

    pub(crate) fn is_bound(self, word: &str) -> bool {
        self.pattern.is_some_and(|pattern| binds(pattern, word))
    }

    /// Whether a word that is no field's name seems to be meant for one, and why.
    pub(crate) fn no_field(self, word: &str) -> Option<String> {
        let name = self.name;
        let names = self.names();
        if self.is_bound(word)
            || word.starts_with(char::is_uppercase)
            || names.iter().any(|name| name == word)
        {
            return None;
        }
        if let Some(near) = nearest(word, names.iter().map(String::as_str)) {
            let shown = word.strip_prefix('_').filter(|rest| is_number(rest));
            return match shown {
                Some(_) => Some(format!(
                    "`{name}` has no field `{word}`: its fields are {}",
                    suggest::list(&names.iter().map(String::as_str).collect::<Vec<_>>())
                )),
                None => Some(format!("`{name}` has no field `{word}`: did you mean `{near}`?")),
            };
        }
        is_number(word.strip_prefix('_')?).then(|| match self.fields.named {
            true => format!("the fields of `{name}` have names: write one in place of `{word}`"),
            false => format!("`{name}` has no fields, so `{word}` names nothing"),
        })
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
