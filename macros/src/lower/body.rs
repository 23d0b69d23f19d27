//! What a case answers where that may come from the value: its body, its headers, its text and its
//! delay.

use httperr_registry::ABOUT_BLANK;
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{quote, ToTokens as _};
use syn::{Lit, LitInt, LitStr};

use crate::diagnostics::position::position;
use crate::diagnostics::suggest;
use crate::lower::scope::Subject;
use crate::lower::{same_name, Layers, Reader};
use crate::model::{Case, CaseHeader, ConstText, Detail, HeaderValue};
use crate::syntax::ast::{Extension, HeaderName, Shape, Value};
use crate::syntax::body_template;
use crate::syntax::body_template::{Node, Part};
use crate::syntax::foreign_attrs::Display;
use crate::syntax::format_string::Format;
use crate::syntax::header::is_visible;
use crate::syntax::tokens::shown;

impl Reader<'_> {
    /// What the body is made of. The extension members that it has a place for are those of a
    /// problem document, or are named in the template; what the enum says of others is for other
    /// bodies.
    pub(crate) fn shape(
        &mut self,
        layers: &Layers<'_>,
        subject: Subject<'_>,
        extensions: &mut Vec<Extension>,
    ) -> Shape {
        let own = 1 + usize::from(subject.pattern.is_some());
        let said = layers.0.iter().enumerate().find_map(|(at, keys)| Some((at, keys.body.get()?)));
        let (at, shape) = said.unwrap_or((own, &Shape::Problem));
        let mut named = Vec::new();
        let shape = match shape {
            Shape::Problem | Shape::Type(_) => return shape.clone(),
            Shape::Text | Shape::Empty => shape.clone(),
            Shape::Template(node) => {
                // Said once for several variants or arms, which may not all have the field.
                let shared = at > 0;
                Shape::Template(node.map(&mut |node, optional| match node {
                    Node::Word(word) => {
                        let extension = extensions.iter().find(|given| *word == given.name);
                        match extension.filter(|_| body_template::part(&word.to_string()).is_none())
                        {
                            Some(given) => {
                                named.push(given.name.clone());
                                match body_template::constant(&given.value) {
                                    Some(json) => Node::Constant(json),
                                    None => Node::Expression(self.checked(&given.value, subject)),
                                }
                            }
                            None => self.word(word, subject, shared, optional),
                        }
                    }
                    Node::Expression(tokens) => self.expression(tokens, subject),
                    other => other.clone(),
                }))
            }
        };
        let own = &layers.0[..own.min(layers.0.len())];
        extensions.retain(|given| {
            let is_own =
                own.iter().any(|keys| keys.extensions.iter().any(|own| own.name == given.name));
            is_own && !named.contains(&given.name)
        });
        shape
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
            if body_template::part(&text).is_some() && is_value && !in_scope {
                let message = format!(
                    "`{text}` is the answer's own and stands alone: in an expression the fields are \
                     in scope, and `{}` has none of that name",
                    subject.name
                );
                self.errors.at(word.span(), message);
                return Node::Constant("null".to_owned());
            }
        }
        Node::Expression(self.checked(tokens, subject))
    }

    /// A word of a template: a part of the answer, or a field.
    fn word(&mut self, word: &Ident, subject: Subject<'_>, shared: bool, optional: bool) -> Node {
        let text = word.to_string();
        let names = subject.names();
        let field = names.contains(&text);
        match body_template::part(&text) {
            Some(Part::RequestId) if field => {}
            Some(_) => return Node::Word(word.clone()),
            None => {}
        }
        if field || subject.is_bound(&text) {
            return Node::Expression(subject.resolved(&word.to_token_stream()));
        }
        let name = subject.name;
        let elsewhere = shared && (self.fields.contains(&text) || self.members.contains(&text));
        if elsewhere && !optional {
            let at = position(word.span());
            let known = self.lacking.iter_mut().find(|(lacked, _)| {
                lacked == word && at.is_some() && position(lacked.span()) == at
            });
            match known {
                Some((_, variants)) => variants.push(format!("`{name}`")),
                None => self.lacking.push((word.clone(), vec![format!("`{name}`")])),
            }
        } else if !elsewhere {
            let of_enum = shared && subject.ident.is_some();
            let fields = if of_enum { &self.fields } else { &names };
            let known = if shared { &self.members[..] } else { &[] };
            let fields: Vec<&str> = fields.iter().chain(known).map(String::as_str).collect();
            let instead = match body_template::meant(&text, &fields) {
                Some(near) => format!("did you mean `{near}`?"),
                None => {
                    let words = suggest::list(&body_template::words());
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
        Node::Constant("null".to_owned())
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
        display: &Display,
        subject: Subject<'_>,
    ) -> Detail {
        match layers.first(|keys| &keys.detail) {
            Some(Value::Literal(Lit::Str(literal))) => {
                let mut format = Format::read(&literal.value());
                if let Some(text) = format.constant.take().filter(|_| format.mistake.is_none()) {
                    return Detail::Constant(text);
                }
                let mistake = if format.positional {
                    Some(
                        "`{}` names nothing here: write the field in the braces, as in \
                         `detail = \"no account {id}\"`"
                            .to_owned(),
                    )
                } else if format.mistake.is_some() {
                    format.mistake.take()
                } else {
                    format.captures.iter().find_map(|(name, _)| subject.no_capture(name))
                };
                if let Some(mistake) = mistake {
                    self.errors.at(literal.span(), mistake);
                    return Detail::Constant(String::new());
                }
                let arguments = arguments(&mut format, literal, subject);
                Detail::Format(arguments, format.captures)
            }
            Some(Value::Literal(other)) => {
                let text = other.to_token_stream();
                self.errors.at(
                    other.span(),
                    format!(
                        "`detail` takes a string or an expression, not `{text}`: write \
                         `detail = \"…\"`"
                    ),
                );
                Detail::Constant(String::new())
            }
            Some(Value::Expression(tokens)) => {
                self.check_recursion(tokens);
                let tokens = self.checked(tokens, subject);
                let one = tokens.to_string();
                Detail::Format(quote!("{}", #tokens), vec![(one, ' ')])
            }
            None => match display {
                Display::Constant(text) => Detail::DisplayIs(text.clone()),
                _ => Detail::Display,
            },
        }
    }

    /// `retry_after` is a header like any other once its value is known.
    pub(crate) fn with_retry_after(&self, mut case: Case, layers: &Layers<'_>) -> Case {
        let slot = layers
            .0
            .iter()
            .find_map(|keys| Some((keys.retry_after.span()?, keys.retry_after.get()?)));
        let Some((span, value)) = slot else { return case };
        let name = HeaderName::Known("retry-after".to_owned());
        if let Some(twin) = case.headers.iter().find(|header| same_name(&header.name, &name)) {
            self.errors
                .at(twin.span, "`retry_after` sets this header already: keep one of the two");
            return case;
        }
        match value {
            Value::Literal(Lit::Int(number)) if is_seconds(number) => {
                let value = HeaderValue::Constant(number.base10_digits().to_owned());
                let value_span = number.span();
                let is_shared = layers.is_shared(|keys| keys.retry_after.span().is_some());
                let header = CaseHeader { name, span, value, value_span, is_shared };
                // Those of the enum stay the last.
                let end = case.headers.iter().position(|header| header.is_shared && !is_shared);
                case.headers.insert(end.unwrap_or(case.headers.len()), header);
            }
            Value::Expression(tokens) if !is_negative(tokens) => {
                case.retry_after = Some(tokens.clone());
            }
            other => {
                let tokens = other.tokens();
                let message = format!(
                    "`{}` is no delay: write whole seconds (RFC 9110, section 10.2.3), such as \
                     `retry_after = 30`",
                    shown(&tokens).replace("- ", "-")
                );
                self.errors.on(tokens, message);
            }
        }
        case
    }
}

/// In a header as in a template, `code` and its like are the answer's own, unless a field of the
/// variant bears that name. What an enum says for all its variants cannot know their fields: there
/// the word is the answer's.
///
/// Returns the parts that are sent.
pub(crate) fn answer_in_headers(
    case: &mut Case,
    subject: Subject<'_>,
    layers: &Layers<'_>,
) -> Vec<Part> {
    let mut sent = Vec::new();
    if case.headers.is_empty() {
        return sent;
    }
    let own = 1 + usize::from(subject.pattern.is_some());
    let own = &layers.0[..own.min(layers.0.len())];
    let is_own = |header: &CaseHeader| {
        own.iter().flat_map(|keys| &keys.headers).any(|said| same_name(&said.name, &header.name))
    };
    let names = subject.names();
    let mut headers = std::mem::take(&mut case.headers);
    for header in &mut headers {
        let HeaderValue::RunTime(tokens) = &header.value else { continue };
        let word = tokens.to_string();
        let in_scope = names.contains(&word) || subject.is_bound(&word);
        if in_scope && is_own(header) {
            continue;
        }
        let Some(part) = body_template::part(&word) else { continue };
        sent.push(part);
        let known = match part {
            Part::Code => Some(case.code.text.clone()),
            Part::Type => Some(case.type_uri.as_deref().unwrap_or(ABOUT_BLANK).to_owned()),
            Part::Title => case.const_title().map(str::to_owned),
            Part::Status => case.fixed().map(|status| status.code.to_string()),
            Part::Detail => match case.const_detail() {
                ConstText::Text(text) => Some(text.to_owned()),
                _ => None,
            },
            Part::Instance | Part::RequestId => continue,
        };
        header.value = match known {
            Some(text) if header.name.known().is_some() && is_visible(&text) => {
                HeaderValue::Constant(text)
            }
            // Left to the runtime, which leaves out what no header can have.
            Some(text) => HeaderValue::RunTime(quote!(#text)),
            None => HeaderValue::Placeholder(part),
        };
    }
    case.headers = headers;
    sent
}

/// The arguments of `format_args!`: the literal, whose captures resolve to the fields, and `self`, which
/// no name in a text resolves to.
fn arguments(format: &mut Format, literal: &LitStr, subject: Subject<'_>) -> TokenStream {
    let mut arguments = subject.resolved_literal(format.literal(literal)).into_token_stream();
    let mut is_given = false;
    for (name, _) in &mut format.captures {
        if let Some(field) = subject.field(name) {
            *name = field.binding().to_string();
        } else if name == "self" && !is_given {
            let this = Ident::new("self", Span::call_site());
            let value = Ident::new("self", Span::call_site().located_at(literal.span()));
            arguments.extend(quote!(, #this = #value));
            is_given = true;
        }
    }
    arguments
}

/// `30`, `30u64`, but not `30s`.
fn is_seconds(number: &LitInt) -> bool {
    let suffix = number.suffix();
    let plain = suffix.is_empty() || suffix.starts_with(['u', 'i']);
    plain && number.base10_parse::<u64>().is_ok()
}

/// `-5`.
fn is_negative(tokens: &TokenStream) -> bool {
    let mut tokens = tokens.clone().into_iter();
    matches!(
        (tokens.next(), tokens.next(), tokens.next()),
        (Some(TokenTree::Punct(minus)), Some(TokenTree::Literal(_)), None)
            if minus.as_char() == '-'
    )
}
