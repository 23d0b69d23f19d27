//! The statements of an arm of `write_parts`.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};

use crate::emit::bounds::{unwrap_option, Bounds};
use crate::emit::names::Names;
use crate::emit::table::{CaseId, Table};
use crate::emit::user_tokens;
use crate::model::{
    Body, Case, CaseHeader, CaseStatus, DetailSource, Envelope, Extension, ExtensionValue,
    HeaderValue, Value, Variant,
};
use crate::syntax::ast::{HeaderName, Placeholder};
use crate::syntax::format_string::FormatTrait;
use crate::syntax::self_expr::calls_method_of_self;
use crate::syntax::tokens::span_of;

/// Returns the statements that write what of a case comes from the value, and none for a case that
/// is constant. `body_values` are those that the program of the body takes.
pub(crate) fn statements(
    names: &Names<'_>,
    variant: &Variant<'_>,
    case: &Case,
    body_values: &[Value],
    bounds: &mut Bounds<'_>,
) -> TokenStream {
    let mut parts = Parts { names, variant, bounds, statements: TokenStream::new() };
    // In the order of `httperr_registry::table_format::Part`.
    if let CaseStatus::RunTime(status) = &case.status {
        parts.status(status);
    }
    parts.details(case);
    parts.detail_for_header(&case.headers);
    for value in body_values {
        parts.body_value(value);
    }
    if let Body::Type(format) = &case.body {
        parts.format(format);
    }
    for header in &case.headers {
        parts.header(header, false);
    }
    if let Some(map) = &case.header_map {
        parts.header_map(map);
    }
    if let Some(delay) = &case.retry_after {
        parts.retry_after(delay);
    }
    parts.statements
}

/// The code for an inner error in an envelope.
#[derive(Default)]
pub(crate) struct EnvelopeCode {
    /// The statements before those of the inner error.
    pub(crate) before: TokenStream,
    /// The statements after those of the inner error.
    pub(crate) after: TokenStream,
    /// The table, when its body replaces that of the inner error, and its media type: for the catalog.
    pub(crate) row: TokenStream,
    /// [`CaseId::named_types`] of its values.
    pub(crate) named_types: TokenStream,
}

pub(crate) fn envelope(
    names: &Names<'_>,
    variant: &Variant<'_>,
    envelope: &Envelope<'_>,
    bounds: &mut Bounds<'_>,
) -> EnvelopeCode {
    let Names { runtime, sink, .. } = names;
    let EnvelopeParts { table, format, added, headers, named_types } =
        envelope_parts(names, variant, envelope, bounds);
    let before = quote!(if #runtime::ResponseParts::envelope(#sink, #table, #format) { #added });
    let after = quote! {
        if #runtime::ResponseParts::is_enveloped(#sink) {
            #headers
            #runtime::ResponseParts::end_envelope(#sink);
        }
    };
    let media_type = match &envelope.case.body {
        Body::Type(format) => media_type(runtime, format),
        _ => quote!(|| ""),
    };
    EnvelopeCode { before, after, row: quote!(#table, #format, #media_type), named_types }
}

/// An envelope: its table, and the statements that write what comes from run time.
pub(crate) struct EnvelopeParts {
    pub(crate) table: Literal,
    pub(crate) format: Literal,
    pub(crate) added: TokenStream,
    pub(crate) headers: TokenStream,
    /// [`CaseId::named_types`] of its values.
    pub(crate) named_types: TokenStream,
}

pub(crate) fn envelope_parts(
    names: &Names<'_>,
    variant: &Variant<'_>,
    envelope: &Envelope<'_>,
    bounds: &mut Bounds<'_>,
) -> EnvelopeParts {
    let Names { runtime, sink, .. } = names;
    let Envelope { case, format } = envelope;
    let mut table = Table::default();
    let CaseId { body_values, named_types, .. } = table.add(case, variant);
    let table = Literal::byte_string(&table.bytes());
    let format = Literal::u8_unsuffixed(*format as u8);
    let mut parts = Parts { names, variant, bounds, statements: TokenStream::new() };
    for value in &body_values {
        parts.envelope_value(value);
    }
    for extension in &case.extensions {
        parts.envelope_member(extension);
    }
    if let Body::Type(format) = &case.body {
        parts
            .statements
            .extend(quote!(#runtime::ResponseParts::envelope_format::<#format>(#sink);));
    }
    let added = std::mem::take(&mut parts.statements);
    parts.detail_for_header(&case.headers);
    for header in &case.headers {
        parts.header(header, true);
    }
    EnvelopeParts { table, format, added, headers: parts.statements, named_types }
}

/// Returns a function that returns the media type of a `BodyFormat`.
pub(crate) fn media_type(runtime: &TokenStream, format: &TokenStream) -> TokenStream {
    quote!(|| {
        use #runtime::__private0::{SupportedFormat as _, UnsupportedFormat as _};
        (&#runtime::__private0::Format::<#format>::new()).__httperr_media_type()
    })
}

struct Parts<'a, 'b> {
    names: &'a Names<'a>,
    variant: &'a Variant<'a>,
    bounds: &'a mut Bounds<'b>,
    statements: TokenStream,
}

impl Parts<'_, '_> {
    fn status(&mut self, status: &Value) {
        let Names { runtime, sink, .. } = self.names;
        self.require(status, &quote!(#runtime::AsStatusCode));
        let guard = self.recursion_guard(status.tokens());
        let status = self.by_ref(status);
        let statement = quote!(if #runtime::ResponseParts::status(#sink, #status) { return; });
        self.guarded(guard, statement);
    }

    /// Writes the public text: in other languages too, where it is translated.
    fn details(&mut self, case: &Case) {
        if case.translations.is_empty() {
            if let DetailSource::Format(arguments, captures) = &case.detail_source {
                self.detail(arguments, captures);
            }
            return;
        }
        let before = std::mem::take(&mut self.statements);
        let mut translated = TokenStream::new();
        for (language, translation) in (1..).zip(&case.translations) {
            let Some(detail) = &translation.detail else { continue };
            if let DetailSource::Format(arguments, captures) = &detail.source {
                self.detail(arguments, captures);
            }
            let language = Literal::u8_unsuffixed(language);
            let statement = std::mem::take(&mut self.statements);
            translated.extend(quote!(#language => { #statement }));
        }
        if let DetailSource::Format(arguments, captures) = &case.detail_source {
            self.detail(arguments, captures);
        }
        let detail = std::mem::replace(&mut self.statements, before);
        if translated.is_empty() || detail.is_empty() && !is_translated_at_run_time(case) {
            return self.statements.extend(detail);
        }
        let Names { runtime, sink, .. } = self.names;
        self.statements.extend(quote! {
            match #runtime::ResponseParts::language(#sink) { #translated _ => { #detail } }
        });
    }

    fn detail(&mut self, arguments: &TokenStream, captures: &[(usize, Option<FormatTrait>)]) {
        let Names { runtime, sink, .. } = self.names;
        let mut bindings = Vec::new();
        for (index, format_trait) in captures {
            let Some(field) = self.variant.fields.get(*index) else { continue };
            if let Some(format_trait) = format_trait {
                let name = Ident::new(format_trait.name(), Span::call_site());
                self.bounds.require(&field.original.ty, &quote!(#runtime::__private0::#name));
            }
            bindings.push(&field.binding);
        }
        let guard = self.recursion_guard(arguments);
        // A capture inside the string is a use that no token shows.
        let statement = quote! {
            if #runtime::ResponseParts::detail(#sink, #runtime::__private0::format_args!(#arguments)) {
                #(let _ = #bindings;)*
                return;
            }
        };
        self.guarded(guard, statement);
    }

    /// Reads the detail before the body takes it, so that header and body have the same text.
    fn detail_for_header(&mut self, headers: &[CaseHeader]) {
        let is_detail = |header: &CaseHeader| {
            matches!(header.value, HeaderValue::Placeholder(Placeholder::Detail))
        };
        if headers.iter().any(is_detail) {
            let Names { runtime, sink, .. } = self.names;
            let detail = detail_ident();
            self.statements
                .extend(quote!(let #detail = #runtime::ResponseParts::detail_for_header(#sink);));
        }
    }

    fn body_value(&mut self, value: &Value) {
        let Names { runtime, sink, .. } = self.names;
        self.require(value, &quote!(#runtime::__private0::Serialize));
        let value = self.by_ref(value);
        self.statements.extend(quote!(#runtime::ResponseParts::value(#sink, #value);));
    }

    fn envelope_value(&mut self, value: &Value) {
        let Names { runtime, sink, .. } = self.names;
        self.require(value, &quote!(#runtime::__private0::Serialize));
        let value = self.by_ref(value);
        self.statements.extend(quote!(#runtime::ResponseParts::envelope_value(#sink, #value);));
    }

    fn envelope_member(&mut self, extension: &Extension) {
        let Names { runtime, sink, .. } = self.names;
        let name = &extension.name;
        let statement = match &extension.value {
            ExtensionValue::Const(json) => {
                quote!(#runtime::ResponseParts::envelope_json(#sink, #name, #json);)
            }
            ExtensionValue::Value(value) => {
                self.require(value, &quote!(#runtime::__private0::Serialize));
                let value = self.by_ref(value);
                quote!(#runtime::ResponseParts::envelope_member(#sink, #name, #value);)
            }
        };
        self.statements.extend(statement);
    }

    fn format(&mut self, format: &TokenStream) {
        let Names { runtime, sink, .. } = self.names;
        self.statements.extend(quote!(#runtime::ResponseParts::format::<#format>(#sink);));
    }

    fn header(&mut self, header: &CaseHeader, is_of_envelope: bool) {
        let Names { runtime, sink, .. } = self.names;
        let value = match &header.value {
            HeaderValue::Const(_) => return,
            HeaderValue::Value(value) => {
                if let Some(field) = self.variant.field(value) {
                    let ty = unwrap_option(&field.original.ty);
                    self.bounds.require(&ty, &quote!(#runtime::__private0::Display));
                }
                self.by_ref(value)
            }
            HeaderValue::Placeholder(Placeholder::Detail) => {
                let detail = detail_ident();
                quote!(&#detail)
            }
            HeaderValue::Placeholder(Placeholder::Title) => {
                quote!(&#runtime::ResponseParts::title(#sink))
            }
            HeaderValue::Placeholder(Placeholder::Code) => {
                quote!(&#runtime::ResponseParts::code(#sink))
            }
            HeaderValue::Placeholder(Placeholder::Type) => {
                quote!(&#runtime::ResponseParts::type_uri(#sink))
            }
            HeaderValue::Placeholder(Placeholder::Instance) => {
                quote!(&#runtime::ResponseParts::instance(#sink))
            }
            HeaderValue::Placeholder(Placeholder::RequestId) => {
                quote!(&#runtime::ResponseParts::request_id(#sink))
            }
            HeaderValue::Placeholder(Placeholder::Status) => {
                quote!(&#runtime::ResponseParts::sent_status(#sink))
            }
        };
        let mut name = self.header_name(header);
        if is_of_envelope {
            let is_default = header.is_shared;
            name = quote!(&#runtime::__private0::header_value::OfEnvelope(#name, #is_default));
        }
        let span = span_of(&value);
        let here = user_tokens::relocate(runtime, span);
        let write =
            quote_spanned!(span=> #here::__private0::header_value::Probe(#value).__httperr_write);
        self.statements.extend(quote!({
            use #runtime::__private0::header_value::{
                ByDisplay as _, ByOption as _, ByValue as _, Unsupported as _,
            };
            #write(#sink, #name);
        }));
    }

    fn header_map(&mut self, map: &Value) {
        let Names { runtime, sink, .. } = self.names;
        let value = match map {
            Value::Field(_, tokens) => tokens.clone(),
            Value::Expr(tokens) => user_tokens::expression(tokens, runtime),
        };
        let span = span_of(&value);
        let here = user_tokens::relocate(runtime, span);
        let write = quote_spanned!(span=> #here::__private0::header_map::write(#value, #sink););
        self.statements.extend(write);
    }

    fn header_name(&self, header: &CaseHeader) -> TokenStream {
        let runtime = self.names.runtime;
        match &header.name {
            HeaderName::Registered(index) => {
                let index = Literal::usize_unsuffixed(*index);
                quote!(&#runtime::__private0::header_value::Registered(#index))
            }
            HeaderName::Literal(name) => {
                quote!(&#runtime::__private0::header_value::Literal(#name))
            }
            HeaderName::Path(path) => {
                let span = header.span;
                quote_spanned!(span=> &#path)
            }
        }
    }

    fn retry_after(&mut self, delay: &Value) {
        let Names { runtime, sink, .. } = self.names;
        self.require(delay, &quote!(#runtime::RetryAfter));
        let delay = self.by_ref(delay);
        self.statements.extend(quote!(#runtime::ResponseParts::retry_after(#sink, #delay);));
    }

    fn require(&mut self, value: &Value, bound: &TokenStream) {
        if let Some(field) = self.variant.field(value) {
            self.bounds.require(&field.original.ty, bound);
        }
    }

    /// Returns a reference to a value. A field is bound by one.
    fn by_ref(&self, value: &Value) -> TokenStream {
        match value {
            Value::Field(_, tokens) => tokens.clone(),
            Value::Expr(tokens) => {
                let span = span_of(tokens);
                let tokens = user_tokens::expression(tokens, self.names.runtime);
                quote_spanned!(span=> &(#tokens))
            }
        }
    }

    fn recursion_guard(&self, expression: &TokenStream) -> Option<TokenStream> {
        calls_method_of_self(expression).then(|| self.names.recursion_guard())
    }

    fn guarded(&mut self, guard: Option<TokenStream>, statement: TokenStream) {
        self.statements.extend(match guard {
            Some(guard) => quote!({ #guard #statement }),
            None => statement,
        });
    }
}

fn is_translated_at_run_time(case: &Case) -> bool {
    let mut details = case.translations.iter().filter_map(|other| other.detail.as_ref());
    details.any(|detail| matches!(detail.source, DetailSource::Format(..)))
}

fn detail_ident() -> Ident {
    Ident::new("detail", Span::mixed_site())
}
