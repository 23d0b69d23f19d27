//! The expressions that read the fields of a variant from a response.

use httperr_registry::table_format::sources::{write_sources, FieldSource, Sources};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt as _;

use crate::diagnostics::errors::Errors;
use crate::emit::bounds::{unwrap_option, Bounds};
use crate::emit::bytes::Bytes;
use crate::emit::names::Names;
use crate::emit::user_tokens;
use crate::from_problem::rebuild::rebuild;
use crate::from_problem::sources::BodySources;
use crate::model::{Branch, Case, CaseStatus, Field, HeaderValue, Value, Variant};
use crate::syntax::tokens::span_of;

/// The part of a response that has a value.
enum Part<'s> {
    Body { pointer: &'s str, own_members: &'s str },
    Header(&'s str),
    RetryAfter,
    Status,
}

/// The fields of one case, while their expressions are written.
pub(crate) struct Fields<'f, 'b> {
    names: &'f Names<'f>,
    bounds: &'f mut Bounds<'b>,
    errors: &'f Errors,
    case: Option<&'f Case<'f>>,
    body: &'f BodySources,
    /// The name, the operand and the own members of each.
    rows: Vec<(String, &'f str, &'f str)>,
    unsent: Option<String>,
}

impl<'f, 'b> Fields<'f, 'b> {
    pub(crate) fn new(
        names: &'f Names<'f>,
        bounds: &'f mut Bounds<'b>,
        errors: &'f Errors,
        case: Option<&'f Case<'f>>,
        body: &'f BodySources,
    ) -> Self {
        Fields { names, bounds, errors, case, body, rows: Vec::new(), unsent: None }
    }

    /// Returns the fields of an expression of the variant, or `None` if one of them is not sent. A
    /// field has the value of `given`, if that is for it.
    pub(crate) fn expressions(
        &mut self,
        variant: &Variant<'_>,
        branch: &Branch<'_>,
        given: Option<(usize, &TokenStream)>,
    ) -> Option<TokenStream> {
        let mut expressions = TokenStream::new();
        for field in &variant.fields {
            let index = field.original.index;
            let expression = match given {
                Some((of, tokens)) if of == index => Some(tokens.clone()),
                _ => self.field(variant, branch, field),
            };
            match expression {
                Some(expression) => {
                    let member = field.member();
                    expressions.extend(quote!(#member: #expression,));
                }
                None => {
                    self.unsent.get_or_insert_with(|| field_name(field));
                }
            }
        }
        self.unsent.is_none().then_some(expressions)
    }

    fn field(
        &mut self,
        variant: &Variant<'_>,
        branch: &Branch<'_>,
        field: &Field<'_>,
    ) -> Option<TokenStream> {
        let runtime = self.names.runtime;
        let ty = &field.original.ty;
        if field.is_default {
            self.bounds.require(ty, &quote!(#runtime::__private0::Default));
            let span = span_of(ty);
            let runtime = user_tokens::relocate(runtime, span);
            return Some(quote_spanned!(span=> #runtime::__private0::Default::default()));
        }
        let index = field.original.index;
        let name = field_name(field);
        let is_field = |value: &Value| matches!(value, Value::Field(other, _) if *other == index);
        if let Some(part) = self.part(&is_field) {
            return self.read(&name, &part, Some(ty), span_of(ty));
        }
        let pattern = branch.pattern.as_ref().filter(|arm| arm.guard.is_none())?;
        match &variant.scrutinee {
            Some(Value::Field(scrutinee, _)) if *scrutinee == index => {}
            _ => return None,
        }
        let rebuilt = rebuild(&pattern.pattern, &mut |binding: &Ident| {
            let is_binding = |value: &Value| match value {
                Value::Expr(tokens) => *binding == tokens.to_string(),
                Value::Field(..) => false,
            };
            let part = self.part(&is_binding)?;
            self.read(&name, &part, None, binding.span())
        })?;
        Some(user_tokens::expression(&rebuilt, runtime))
    }

    // The most exact part first.
    fn part(&self, is_value: &dyn Fn(&Value) -> bool) -> Option<Part<'f>> {
        for value in &self.body.values {
            if is_value(&value.value) {
                return Some(Part::Body {
                    pointer: &value.pointer,
                    own_members: &value.own_members,
                });
            }
        }
        let case = self.case?;
        for header in &case.headers {
            if let (Some(name), HeaderValue::Value(value)) = (header.name.known(), &header.value) {
                if is_value(value) {
                    return Some(Part::Header(name));
                }
            }
        }
        if case.retry_after.as_ref().is_some_and(is_value) {
            return Some(Part::RetryAfter);
        }
        match &case.status {
            CaseStatus::RunTime(status) if is_value(status) => Some(Part::Status),
            _ => None,
        }
    }

    /// Returns the expression that reads a part. The type is not known of what a pattern binds.
    fn read(
        &mut self,
        name: &str,
        part: &Part<'f>,
        ty: Option<&TokenStream>,
        span: Span,
    ) -> Option<TokenStream> {
        let runtime = self.names.runtime;
        let is_option = ty.is_some_and(|ty| unwrap_option(ty).to_string() != ty.to_string());
        let (method, operand, own_members) = match part {
            // An absent value and an empty object leave the same members.
            Part::Body { own_members, .. } if is_option && !own_members.is_empty() => return None,
            Part::Body { pointer, own_members } => ("value", *pointer, *own_members),
            Part::Header(header) if is_option => ("optional_header", *header, ""),
            Part::Header(header) => ("header", *header, ""),
            Part::RetryAfter => ("retry_after", "retry-after", ""),
            Part::Status => ("status", "", ""),
        };
        if let Some(ty) = ty {
            if self.report_reference(ty, method) {
                return None;
            }
            let bound = match method {
                "value" => quote!(#runtime::__private0::DeserializeOwned),
                "retry_after" => quote!(#runtime::FromRetryAfter),
                "status" => quote!(#runtime::__private0::decode::FromStatus),
                _ => quote!(#runtime::__private0::FromStr),
            };
            match method {
                "optional_header" => self.bounds.require(&unwrap_option(ty), &bound),
                _ => self.bounds.require(ty, &bound),
            }
        }
        let index = Literal::usize_unsuffixed(self.rows.len());
        self.rows.push((name.to_owned(), operand, own_members));
        let (fields, method) = (fields_ident(), Ident::new(method, span));
        Some(quote_spanned!(span=> #fields.#method(#index)?))
    }

    fn report_reference(&self, ty: &TokenStream, method: &str) -> bool {
        let text = unwrap_option(ty).to_string();
        if !text.starts_with('&') || method == "retry_after" {
            return false;
        }
        let is_str = text.ends_with("str");
        let instead = match is_str {
            true => "write `String` or `Cow<'static, str>`",
            false => "write an owned type",
        };
        self.errors.on(
            ty,
            format!(
                "a reference cannot be read from a response: {instead}, or `#[http(default)]` on \
                 the field"
            ),
        );
        true
    }

    pub(crate) fn write(self, out: &mut Bytes) {
        let constants: Vec<(&str, &str)> = self
            .body
            .constants
            .iter()
            .map(|(pointer, json)| (pointer.as_str(), json.as_str()))
            .collect();
        let fields: Vec<FieldSource<'_>> = self
            .rows
            .iter()
            .map(|(name, operand, own_members)| FieldSource { name, operand, own_members })
            .collect();
        let sources = Sources {
            sends_code: self.body.sends_code,
            code: &self.body.code,
            problem_type: &self.body.problem_type,
            status: &self.body.status,
            members: self.body.members.as_deref(),
            constants: &constants,
            fields: &fields,
            unsent: self.unsent.as_deref().unwrap_or_default(),
        };
        write_sources(out, &sources);
    }
}

fn field_name(field: &Field<'_>) -> String {
    match &field.original.name {
        Some(name) => name.unraw().to_string(),
        None => field.original.index.to_string(),
    }
}

pub(crate) fn fields_ident() -> Ident {
    Ident::new("fields", Span::mixed_site())
}
