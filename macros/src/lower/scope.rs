//! The names in scope for the expressions of a variant.

use proc_macro2::{Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::ext::IdentExt as _;

use crate::diagnostics::errors::Errors;
use crate::diagnostics::suggest;
use crate::diagnostics::suggest::nearest;
use crate::lower::missing_fields::MissingFields;
use crate::model::Value;
use crate::syntax::declaration::VariantDecl;
use crate::syntax::format_string::captured_names;
use crate::syntax::item::{Attribute, Field};
use crate::syntax::languages::Languages;
use crate::syntax::pattern::binds;
use crate::syntax::self_expr::{strip_self, trait_method_of_self};

/// The parts of a declaration that its variants share.
pub(crate) struct Context<'a> {
    pub(crate) errors: &'a Errors,
    /// The attributes of the type.
    pub(crate) attributes: &'a [Attribute],
    /// The fields of all variants.
    pub(crate) field_names: Vec<String>,
    /// The extension members of all variants.
    pub(crate) extension_names: &'a [String],
    pub(crate) missing_fields: MissingFields,
    pub(crate) languages: &'a Languages,
}

/// The names that an expression of a variant, or of an arm, can use.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'a> {
    pub(crate) context: &'a Context<'a>,
    pub(crate) variant: VariantDecl<'a>,
    pub(crate) pattern: Option<&'a TokenStream>,
}

impl<'a> Scope<'a> {
    pub(crate) fn errors(self) -> &'a Errors {
        self.context.errors
    }

    pub(crate) fn field_names(self) -> Vec<String> {
        self.variant.fields.names()
    }

    pub(crate) fn contains(self, name: &str) -> bool {
        self.is_field_name(name) || self.is_pattern_binding(name)
    }

    pub(crate) fn is_field_name(self, name: &str) -> bool {
        self.variant.fields.list.iter().any(|field| field.binding() == name)
    }

    pub(crate) fn value(self, tokens: &TokenStream) -> Value {
        self.field_or_expr(self.resolve_fields(tokens))
    }

    /// Resolves an expression that may not evaluate itself.
    pub(crate) fn acyclic_value(self, tokens: &TokenStream) -> Value {
        self.check_recursion(tokens);
        self.value(tokens)
    }

    /// Resolves the name of a field, or one that the pattern binds.
    pub(crate) fn name_value(self, name: &Ident) -> Value {
        self.field_or_expr(self.respan(&name.to_token_stream()))
    }

    pub(crate) fn check_recursion(self, expression: &TokenStream) {
        if let Some(method) = trait_method_of_self(expression) {
            let message = format!(
                "`HttpError::{method}` evaluates this expression, so calling it here would recurse \
                 forever: write the value itself"
            );
            self.errors().at(method.span(), message);
        }
    }

    /// Replaces each `self.field` in an enum, which is an error, by the field, so that the rest
    /// compiles. Reports a misspelled field if the right name is known; any other name may be a
    /// constant.
    pub(crate) fn resolve_fields(self, tokens: &TokenStream) -> TokenStream {
        if self.variant.ident.is_some() {
            let (stripped, fields) = strip_self(tokens);
            for field in &fields {
                let message = format!(
                    "`self` is the enum, not the variant, whose fields are in scope by name: write \
                     `{field}`"
                );
                self.errors().at(field.span(), message);
            }
            if !fields.is_empty() {
                return self.respan(&stripped);
            }
        }
        let mut list = tokens.clone().into_iter();
        if let (Some(TokenTree::Ident(name)), None) = (list.next(), list.next()) {
            self.check_field_name(&name);
        }
        self.respan(tokens)
    }

    fn check_field_name(self, ident: &Ident) {
        let text = ident.to_string();
        if let Some(message) = self.unknown_field_hint(&text) {
            self.errors().at(ident.span(), message);
        } else if self.context.field_names.contains(&text) && !self.contains(&text) {
            let name = self.variant.name;
            self.errors().at(
                ident.span(),
                format!(
                    "`{name}` has no field `{text}`, which other variants have: add the field, or \
                     give `{name}` a value of its own"
                ),
            );
        }
    }

    fn field_or_expr(self, tokens: TokenStream) -> Value {
        let name = tokens.to_string();
        let field = self.variant.fields.list.iter().find(|field| field.binding() == name);
        match field.filter(|_| !self.is_pattern_binding(&name)) {
            Some(field) => Value::Field(field.index, tokens),
            None => Value::Expr(tokens),
        }
    }

    /// Returns a message for a name in a format string that is not in scope. No constant has a name in
    /// lower case.
    pub(crate) fn unknown_capture_hint(self, name: &str) -> Option<String> {
        if name == "self" || self.captured_field(name).is_some() {
            return None;
        }
        self.unknown_field_hint(name).or_else(|| {
            if self.is_pattern_binding(name) || !name.starts_with(char::is_lowercase) {
                return None;
            }
            let names: Vec<String> = self
                .variant
                .fields
                .list
                .iter()
                .map(|field| field.binding().unraw().to_string())
                .collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            Some(match &names[..] {
                [] => {
                    format!(
                        "`{{{name}}}` is not in scope, because `{}` has no fields",
                        self.variant.name
                    )
                }
                names => format!(
                    "`{}` has no field `{name}`: {}",
                    self.variant.name,
                    suggest::instead(name, names)
                ),
            })
        })
    }

    /// Gives each name of a field the hygiene of the field's declaration: the two may come from
    /// different `macro_rules!`.
    fn respan(self, tokens: &TokenStream) -> TokenStream {
        if self.variant.fields.list.is_empty() {
            return tokens.clone();
        }
        let respan = |token| match token {
            TokenTree::Ident(mut ident) => {
                if let Some(span) = self.field_span(&ident.to_string()) {
                    ident.set_span(span.located_at(ident.span()));
                }
                ident.into()
            }
            TokenTree::Group(group) => {
                let mut respanned = Group::new(group.delimiter(), self.respan(&group.stream()));
                respanned.set_span(group.span());
                respanned.into()
            }
            TokenTree::Literal(literal) => self.respan_literal(literal).into(),
            token => token,
        };
        tokens.clone().into_iter().map(respan).collect()
    }

    /// Gives a format string that captures fields the hygiene of their declaration.
    pub(crate) fn respan_literal(self, mut literal: Literal) -> Literal {
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

    fn field_span(self, name: &str) -> Option<Span> {
        let is_field = |field: &&Field| match &field.name {
            Some(ident) => ident == name,
            None => name.strip_prefix('_').and_then(|rest| rest.parse().ok()) == Some(field.index),
        };
        let field = self.variant.fields.list.iter().find(is_field)?;
        (!self.is_pattern_binding(name)).then(|| match &field.name {
            Some(ident) => ident.span(),
            None => self.variant.name.span(),
        })
    }

    /// Returns the field that a name in a format string captures, which is without `r#`, unless the
    /// pattern shadows it.
    pub(crate) fn captured_field(self, name: &str) -> Option<&'a Field> {
        let mut fields = self.variant.fields.list.iter();
        let field = fields.find(|field| field.binding().unraw() == name)?;
        (!self.is_pattern_binding(name)).then_some(field)
    }

    pub(crate) fn is_pattern_binding(self, name: &str) -> bool {
        self.pattern.is_some_and(|pattern| binds(pattern, name))
    }

    fn unknown_field_hint(self, name: &str) -> Option<String> {
        let owner = self.variant.name;
        let names = self.field_names();
        if self.is_pattern_binding(name)
            || name.starts_with(char::is_uppercase)
            || names.iter().any(|field| field == name)
        {
            return None;
        }
        if let Some(near) = nearest(name, names.iter().map(String::as_str)) {
            let is_index = name.strip_prefix('_').is_some_and(is_number);
            return match is_index {
                true => Some(format!(
                    "`{owner}` has no field `{name}`: its fields are {}",
                    suggest::list(&names.iter().map(String::as_str).collect::<Vec<_>>())
                )),
                false => Some(format!("`{owner}` has no field `{name}`: did you mean `{near}`?")),
            };
        }
        is_number(name.strip_prefix('_')?).then(|| match self.variant.fields.named {
            true => format!("the fields of `{owner}` are named: write a name in place of `{name}`"),
            false => format!("`{name}` is not in scope, because `{owner}` has no fields"),
        })
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
