//! What a case answers where that may come from the value: its body, its headers, its text and its
//! delay.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{quote, ToTokens as _};
use syn::{Lit, LitStr};

use crate::diagnostics::position::is_same_position;
use crate::diagnostics::suggest;
use crate::lower::scope::Subject;
use crate::lower::{Layers, Reader};
use crate::model::{self, Body, DetailSource, ExtensionValue, Member, Node, Value};
use crate::syntax::ast::{self, BodySpec, Extension, Placeholder, TemplateValue};
use crate::syntax::body_template;
use crate::syntax::foreign_attrs::DisplayText;
use crate::syntax::format_string::{FormatString, FormatTrait};

/// What the names of a template are resolved in.
struct Template<'t, 'k> {
    subject: Subject<'t>,
    is_shared: bool,
    extensions: &'t [&'k Extension],
    /// The extension members that the template names.
    named: &'t mut Vec<&'k str>,
}

impl Reader<'_> {
    /// Returns the body, and keeps the extension members that it has a place for: those of a problem
    /// document, or those that the template names. What the enum declares of others is for other
    /// bodies.
    pub(crate) fn body(
        &mut self,
        layers: &Layers<'_>,
        subject: Subject<'_>,
        extensions: &mut Vec<&Extension>,
    ) -> Body {
        let own = 1 + usize::from(subject.pattern.is_some());
        let declared =
            layers.0.iter().enumerate().find_map(|(at, keys)| Some((at, keys.body.get()?)));
        let (at, shape) = declared.unwrap_or((own, &BodySpec::Problem));
        let mut named = Vec::new();
        let body = match shape {
            BodySpec::Problem => return Body::Problem,
            BodySpec::Type(format) => return Body::Type(format.clone()),
            BodySpec::Text => Body::Text,
            BodySpec::Empty => Body::Empty,
            BodySpec::Template(value) => {
                let mut template = Template {
                    subject,
                    // One template for several variants or arms, which may not all have the field.
                    is_shared: at > 0,
                    extensions,
                    named: &mut named,
                };
                Body::Template(self.template_value(value, false, &mut template))
            }
        };
        let own = &layers.0[..own.min(layers.0.len())];
        extensions.retain(|given| {
            let is_own =
                own.iter().any(|keys| keys.extensions.iter().any(|own| own.name == given.name));
            is_own && !named.contains(&given.name.as_str())
        });
        body
    }

    /// Resolves the names of a template. `optional` is a member that may be left out.
    fn template_value(
        &mut self,
        value: &TemplateValue,
        optional: bool,
        template: &mut Template<'_, '_>,
    ) -> Node {
        match value {
            TemplateValue::Object(members) => {
                let members = members.iter().map(|member| Member {
                    name: member.name.clone(),
                    optional: member.optional,
                    value: self.template_value(&member.value, member.optional, template),
                });
                Node::Object(members.collect())
            }
            TemplateValue::Array(elements) => {
                let elements = elements.iter();
                Node::Array(
                    elements.map(|value| self.template_value(value, false, template)).collect(),
                )
            }
            TemplateValue::Constant(json) => Node::Const(json.clone()),
            TemplateValue::Expression(tokens) => self.expression(tokens, template.subject),
            TemplateValue::Ident(word) => {
                let is_part = Placeholder::from_name(&word.to_string()).is_some();
                let extension = template.extensions.iter().find(|given| *word == given.name);
                match extension.filter(|_| !is_part) {
                    Some(given) => {
                        template.named.push(&given.name);
                        match body_template::json_constant(&given.value) {
                            Some(json) => Node::Const(json),
                            None => Node::Value(self.value(&given.value, template.subject)),
                        }
                    }
                    None => self.word(word, template.subject, template.is_shared, optional),
                }
            }
        }
    }

    pub(crate) fn extension(&self, given: &Extension, subject: Subject<'_>) -> model::Extension {
        // A `request_id` of the declaration's takes the place of the request's, which the runtime
        // would write.
        let json =
            body_template::json_constant(&given.value).filter(|_| given.name != "request_id");
        model::Extension {
            name: given.name.clone(),
            span: given.span,
            value: match json {
                Some(json) => ExtensionValue::Const(json),
                None => ExtensionValue::Value(self.value(&given.value, subject)),
            },
        }
    }

    /// An expression of a template, in which the words of the answer mean nothing.
    fn expression(&self, tokens: &TokenStream, subject: Subject<'_>) -> Node {
        let mut list = tokens.clone().into_iter();
        if let (Some(TokenTree::Ident(word)), next) = (list.next(), list.next()) {
            let text = word.to_string();
            let is_value = match next {
                None => true,
                Some(TokenTree::Punct(dot)) => dot.as_char() == '.',
                Some(_) => false,
            };
            let in_scope = subject.names().contains(&text) || subject.is_bound(&text);
            if Placeholder::from_name(&text).is_some() && is_value && !in_scope {
                let message = format!(
                    "`{text}` is the answer's own and stands alone: in an expression the fields are \
                     in scope, and `{}` has none of that name",
                    subject.name
                );
                self.errors.at(word.span(), message);
                return Node::Const("null".to_owned());
            }
        }
        Node::Value(self.value(tokens, subject))
    }

    /// A word of a template: a part of the answer, or a field.
    fn word(&mut self, word: &Ident, subject: Subject<'_>, shared: bool, optional: bool) -> Node {
        let text = word.to_string();
        let names = subject.names();
        let field = names.contains(&text);
        match Placeholder::from_name(&text) {
            Some(Placeholder::RequestId) if field => {}
            Some(part) => return Node::Placeholder(part),
            None => {}
        }
        if field || subject.is_bound(&text) {
            return Node::Value(subject.value(subject.resolved(&word.to_token_stream())));
        }
        let name = subject.name;
        let elsewhere = shared && (self.fields.contains(&text) || self.members.contains(&text));
        if elsewhere && !optional {
            let known = self
                .lacking
                .iter_mut()
                .find(|(lacked, _)| lacked == word && is_same_position(lacked.span(), word.span()));
            match known {
                Some((_, variants)) => variants.push(format!("`{name}`")),
                None => self.lacking.push((word.clone(), vec![format!("`{name}`")])),
            }
        } else if !elsewhere {
            let of_enum = shared && subject.ident.is_some();
            let fields = if of_enum { &self.fields } else { &names };
            let known = if shared { &self.members[..] } else { &[] };
            let fields: Vec<&str> = fields.iter().chain(known).map(String::as_str).collect();
            let instead = match body_template::suggest(&text, &fields) {
                Some(near) => format!("did you mean `{near}`?"),
                None => {
                    let words = suggest::list(&Placeholder::names());
                    // Only a constant can be meant by a word that is no field.
                    let constant = match text.starts_with(char::is_uppercase) {
                        true => format!("; an expression stands in parentheses, `({text})`"),
                        false => String::new(),
                    };
                    format!("the words of a template are {words}{constant}")
                }
            };
            let whose = if of_enum { "any variant".to_owned() } else { format!("`{name}`") };
            self.errors.at(word.span(), format!("`{text}` is no field of {whose}: {instead}"));
        }
        Node::Const("null".to_owned())
    }

    pub(crate) fn report_lacking(&self) {
        for (field, variants) in &self.lacking {
            let mut variants = variants.clone();
            variants.dedup();
            let (who, them) = match &variants[..] {
                [one] => (format!("{one} has"), "it"),
                [rest @ .., last] => (format!("{} and {last} have", rest.join(", ")), "them"),
                [] => continue,
            };
            let message = format!(
                "{who} no field `{field}`, which this template names: give {them} the field, or a \
                 `body` of {} own",
                if them == "it" { "its" } else { "their" }
            );
            self.errors.at(field.span(), message);
        }
    }

    pub(crate) fn detail(
        &self,
        layers: &Layers<'_>,
        display: &DisplayText,
        subject: Subject<'_>,
    ) -> DetailSource {
        match layers.first(|keys| &keys.detail) {
            Some(ast::Value::Literal(Lit::Str(literal))) => {
                let mut format = FormatString::parse(&literal.value());
                if let Some(text) = format.constant.take().filter(|_| format.mistake.is_none()) {
                    return DetailSource::Const(text);
                }
                let mistake = if format.has_positional {
                    Some(
                        "`{}` names nothing here: write the field in the braces, as in \
                         `detail = \"no account {id}\"`"
                            .to_owned(),
                    )
                } else if format.mistake.is_some() {
                    format.mistake.take()
                } else {
                    format.captures.iter().find_map(|capture| subject.no_capture(&capture.name))
                };
                if let Some(mistake) = mistake {
                    self.errors.at(literal.span(), mistake);
                    return DetailSource::Const(String::new());
                }
                let captures = format.captures.iter().filter_map(|capture| {
                    let field = subject.field(&capture.name)?;
                    Some((field.index, capture.format_trait))
                });
                DetailSource::Format(arguments(&format, literal, subject), captures.collect())
            }
            Some(ast::Value::Literal(other)) => {
                let text = other.to_token_stream();
                self.errors.at(
                    other.span(),
                    format!(
                        "`detail` takes a string or an expression, not `{text}`: write \
                         `detail = \"…\"`"
                    ),
                );
                DetailSource::Const(String::new())
            }
            Some(ast::Value::Expression(tokens)) => {
                self.check_recursion(tokens);
                let value = self.value(tokens, subject);
                let tokens = value.tokens();
                let captures = match &value {
                    Value::Field(index, _) => vec![(*index, Some(FormatTrait::Display))],
                    Value::Expr(_) => Vec::new(),
                };
                DetailSource::Format(quote!("{}", #tokens), captures)
            }
            None => match display {
                DisplayText::Constant(text) => DetailSource::DisplayLiteral(text.clone()),
                _ => DetailSource::Display,
            },
        }
    }
}

/// The arguments of `format_args!`: the literal, whose captures resolve to the fields, and `self`, which
/// no name in a text resolves to.
fn arguments(format: &FormatString, literal: &LitStr, subject: Subject<'_>) -> TokenStream {
    let mut arguments = subject.resolved_literal(format.literal(literal)).into_token_stream();
    let names_self = format.captures.iter().any(|capture| capture.name == "self");
    if names_self && subject.field("self").is_none() {
        let this = Ident::new("self", Span::call_site());
        let value = Ident::new("self", Span::call_site().located_at(literal.span()));
        arguments.extend(quote!(, #this = #value));
    }
    arguments
}
