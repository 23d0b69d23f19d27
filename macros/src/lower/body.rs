//! The body of a case, and its extension members.

use proc_macro2::{Ident, TokenStream, TokenTree};

use crate::diagnostics::suggest;
use crate::lower::inherit::Inherited;
use crate::lower::scope::Scope;
use crate::model::{self, Body, ExtensionValue, Member, Node};
use crate::syntax::ast::{BodySpec, Extension, Placeholder, TemplateValue};
use crate::syntax::body_template;
use crate::syntax::key::duplicate_message;

/// Lowers the body, and the extension members that it has: those of a problem document, or those that
/// the template does not name. What the enum declares of others is for other bodies.
pub(crate) fn lower_body(
    scope: Scope<'_>,
    inherited: &Inherited<'_>,
) -> (Body, Vec<model::Extension>) {
    let mut extensions =
        inherited.merged(|attrs| &attrs.extensions, |near, far| near.name == far.name);
    let mut levels = inherited.levels().iter().enumerate();
    let declared = levels.find_map(|(level, attrs)| Some((level, attrs.body.get()?)));
    let body = match declared {
        None | Some((_, BodySpec::Problem)) => Body::Problem,
        Some((_, BodySpec::Type(format))) => Body::Type(format.clone()),
        Some((_, BodySpec::Text)) => Body::Text,
        Some((_, BodySpec::Empty)) => Body::Empty,
        Some((level, BodySpec::Template(value))) => {
            let mut template = Template {
                scope,
                is_shared: inherited.is_shared_level(level),
                extensions: &extensions,
                named: Vec::new(),
                has_extensions: false,
            };
            let node = template.lower(value, false);
            let Template { named, has_extensions, .. } = template;
            if !has_extensions {
                extensions.retain(|extension| !named.contains(&extension.name.as_str()));
            }
            Body::Template(node)
        }
    };
    if !body.has_extensions() {
        extensions.retain(|extension| {
            let names = |local: &Extension| local.name == extension.name;
            inherited.local().iter().any(|attrs| attrs.extensions.iter().any(names))
        });
    }
    let extensions = extensions.into_iter().map(|extension| lower_extension(scope, extension));
    (body, extensions.collect())
}

fn lower_extension(scope: Scope<'_>, extension: &Extension) -> model::Extension {
    let json = body_template::json_constant(&extension.value)
        // The runtime looks for this member before it adds the ID of the request.
        .filter(|_| extension.name != "request_id");
    model::Extension {
        name: extension.name.clone(),
        span: extension.span,
        value: match json {
            Some(json) => ExtensionValue::Const(json),
            None => ExtensionValue::Value(scope.value(&extension.value)),
        },
    }
}

/// A template, while its names are resolved.
struct Template<'t, 'a> {
    scope: Scope<'t>,
    /// The template is for several cases, some of which may lack a field.
    is_shared: bool,
    extensions: &'t [&'a Extension],
    /// The extension members that the template names.
    named: Vec<&'a str>,
    /// It has `..extensions`.
    has_extensions: bool,
}

impl Template<'_, '_> {
    fn lower(&mut self, value: &TemplateValue, is_optional: bool) -> Node {
        match value {
            TemplateValue::Object(members) => {
                let members = members.iter().map(|member| Member {
                    name: member.name.clone(),
                    optional: member.optional,
                    value: match (&member.name, &member.value) {
                        (None, TemplateValue::Ident(ident)) => self.lower_spread(ident),
                        _ => self.lower(&member.value, member.optional),
                    },
                });
                Node::Object(members.collect())
            }
            TemplateValue::Array(elements) => {
                Node::Array(elements.iter().map(|element| self.lower(element, false)).collect())
            }
            TemplateValue::Constant(json) => Node::Const(json.clone()),
            TemplateValue::Ident(ident) => self.lower_ident(ident, is_optional),
            TemplateValue::Expression(tokens) => self.lower_expression(tokens),
        }
    }

    fn lower_spread(&mut self, ident: &Ident) -> Node {
        if ident != "extensions" || self.scope.is_field_name("extensions") {
            return self.lower_ident(ident, true);
        }
        if self.has_extensions {
            self.scope.errors().at(ident.span(), duplicate_message("`..extensions`"));
        }
        self.has_extensions = true;
        let extensions = self.extensions.iter();
        Node::Extensions(
            extensions.map(|extension| lower_extension(self.scope, extension)).collect(),
        )
    }

    /// Lowers an expression in parentheses, where no name is a placeholder.
    fn lower_expression(&self, tokens: &TokenStream) -> Node {
        let mut list = tokens.clone().into_iter();
        if let (Some(TokenTree::Ident(ident)), next) = (list.next(), list.next()) {
            let text = ident.to_string();
            let is_value = match next {
                None => true,
                Some(TokenTree::Punct(dot)) => dot.as_char() == '.',
                Some(_) => false,
            };
            let is_placeholder = Placeholder::from_name(&text).is_some();
            if is_placeholder && is_value && !self.scope.contains(&text) {
                let message = format!(
                    "the placeholder `{text}` cannot be part of an expression, where only fields \
                     are in scope, and `{}` has no field of that name",
                    self.scope.variant.name
                );
                self.scope.errors().at(ident.span(), message);
                return Node::null();
            }
        }
        Node::Value(self.scope.value(tokens))
    }

    fn lower_ident(&mut self, ident: &Ident, is_optional: bool) -> Node {
        let text = ident.to_string();
        match Placeholder::from_name(&text) {
            Some(Placeholder::RequestId) if self.scope.is_field_name(&text) => {}
            Some(placeholder) => return Node::Placeholder(placeholder),
            None => {
                if let Some(node) = self.lower_extension_name(&text) {
                    return node;
                }
            }
        }
        if self.scope.contains(&text) {
            return Node::Value(self.scope.name_value(ident));
        }
        let context = self.scope.context;
        let is_elsewhere = self.is_shared
            && (context.field_names.contains(&text) || context.extension_names.contains(&text));
        match is_elsewhere {
            true if is_optional => {}
            true => context.missing_fields.add(ident, self.scope.variant.name),
            false => self.report_unknown_name(ident, &text),
        }
        Node::null()
    }

    fn lower_extension_name(&mut self, name: &str) -> Option<Node> {
        let extension = self.extensions.iter().find(|extension| extension.name == name)?;
        self.named.push(&extension.name);
        Some(match body_template::json_constant(&extension.value) {
            Some(json) => Node::Const(json),
            None => Node::Value(self.scope.value(&extension.value)),
        })
    }

    fn report_unknown_name(&self, ident: &Ident, text: &str) {
        let context = self.scope.context;
        let own = self.scope.field_names();
        let of_enum = self.is_shared && self.scope.variant.ident.is_some();
        let fields = if of_enum { &context.field_names } else { &own };
        let extensions = if self.is_shared { context.extension_names } else { &[] };
        let known: Vec<&str> = fields.iter().chain(extensions).map(String::as_str).collect();
        let instead = match body_template::suggest(text, &known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => {
                let placeholders = suggest::list(&Placeholder::names());
                // Without parentheses no constant can be meant by another name.
                let constant = match text.starts_with(char::is_uppercase) {
                    true => format!("; an expression needs parentheses, `({text})`"),
                    false => String::new(),
                };
                format!("the placeholders of a template are {placeholders}{constant}")
            }
        };
        let whose = match of_enum {
            true => "any variant".to_owned(),
            false => format!("`{}`", self.scope.variant.name),
        };
        let message = format!("`{text}` is not a field of {whose}: {instead}");
        self.scope.errors().at(ident.span(), message);
    }
}
