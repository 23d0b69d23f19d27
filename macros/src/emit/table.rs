//! The packed table of cases (`httperr_registry::table_format`).

use httperr_registry::table_format::{
    self, first_entry, pack_case_id, table_header, table_header_with_languages, BodyKind, Facts,
    Flags, Output as _, Row, Texts, Trailer, MAX_CASES, ROW_LEN,
};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::body::{body, Body};
use crate::emit::bytes::Bytes;
use crate::emit::value_type::{notation, Notation};
use crate::model::{
    Case, CaseHeader, ConstText, DetailSource, Extension, ExtensionValue, HeaderValue, Value,
    Variant, Visibility,
};
use crate::syntax::ast::{HeaderName, Tag, TagValue};

#[derive(Default)]
pub(crate) struct Table {
    /// The offsets count from the first entry.
    rows: Vec<Row>,
    /// The tags of the languages: none if there is only one.
    languages: Vec<String>,
    /// The rows of each language but the first.
    translated_rows: Vec<Vec<Row>>,
    entries: Bytes,
}

/// A case in a table.
pub(crate) struct CaseId {
    pub(crate) index: u16,
    /// The index and the status, as an arm of `case` returns them.
    pub(crate) packed: u32,
    /// The values that the program of the body takes, in its order.
    pub(crate) body_values: Vec<Value>,
    /// The types of these values that only a library knows, each with the index of its value. The
    /// members that an envelope adds are counted after the values.
    pub(crate) named_types: TokenStream,
}

impl Table {
    pub(crate) fn new(languages: &[String]) -> Self {
        Table {
            languages: languages.to_vec(),
            translated_rows: vec![Vec::new(); languages.len().saturating_sub(1)],
            ..Table::default()
        }
    }

    pub(crate) fn add(&mut self, case: &Case, variant: &Variant<'_>) -> CaseId {
        let index = u16::try_from(self.rows.len()).unwrap_or(MAX_CASES);
        let (row, body_values, named_types) = self.add_entry(case, variant);
        self.rows.push(row);
        if !self.translated_rows.is_empty() {
            self.add_translations(case, variant, row);
        }
        let packed = pack_case_id(index, row.status);
        CaseId { index, packed, body_values, named_types }
    }

    /// Adds the rows in the other languages. A case that is not translated has the entry of the first.
    fn add_translations(&mut self, case: &Case, variant: &Variant<'_>, row: Row) {
        for language in 0..self.translated_rows.len() {
            let translation = case.translations.get(language);
            let row = match translation.and_then(|translation| case.translated(translation)) {
                Some(translated) => self.add_entry(&translated, variant).0,
                None => row,
            };
            self.translated_rows[language].push(row);
        }
    }

    fn add_entry(&mut self, case: &Case, variant: &Variant<'_>) -> (Row, Vec<Value>, TokenStream) {
        let mut body = body(case);
        let body_values = body.program.take_values();
        let status = case.fixed_status().map_or(0, |status| status.code);
        let (detail, is_display) = match (&case.detail_source, case.exposes()) {
            (DetailSource::Const(text), _) => (Some(text.as_str()), false),
            (DetailSource::DisplayLiteral(text), Some(true)) => (Some(text.as_str()), true),
            _ => (None, false),
        };
        let template = Some(case.detail_template.as_str())
            .filter(|_| matches!(case.detail(), ConstText::AtRunTime));
        let flags = flags(case, &body)
            .with_if(Flags::CONSTANT_DETAIL, detail.is_some())
            .with_if(Flags::DETAIL_IS_DISPLAY, is_display);
        let offset = u32::try_from(self.entries.0.len()).unwrap_or(u32::MAX);
        let headers = later_headers(case, variant);
        let adds_members = case.is_envelope() && !case.extensions.is_empty();
        let has_later = !headers.is_empty() || !body_values.is_empty() || adds_members;
        self.entry(case, body, detail.or(template), trailer(case, has_later));
        let mut named_types = TokenStream::new();
        if has_later {
            named_types = self.later(&headers, &body_values, case, variant);
        }
        (Row { status, flags, offset }, body_values, named_types)
    }

    fn entry(&mut self, case: &Case, body: Body, detail: Option<&str>, trailer: Trailer) {
        self.headers(case);
        match body.constant() {
            Some(content) => self.entries.text(content),
            None => self.entries.text(&body.program.into_bytes()),
        }
        self.entries.texts(&Texts {
            name: &case.name,
            code: &case.code.text,
            title: case.own_title.as_deref().unwrap_or_default(),
            type_uri: case.type_uri.as_deref().unwrap_or_default(),
            detail: detail.unwrap_or_default(),
            description: &case.description,
        });
        self.entries.trailer(trailer);
        self.entries.number(case.tags.len());
        for Tag { name, value } in &case.tags {
            let value = match value {
                TagValue::Text(text) => table_format::Tag::Text(text.as_bytes()),
                TagValue::Integer(integer) => table_format::Tag::Integer(*integer),
                TagValue::Bool(value) => table_format::Tag::Bool(*value),
            };
            self.entries.tag(name.as_bytes(), value);
        }
    }

    fn headers(&mut self, case: &Case) {
        let mut constant = Vec::new();
        for header in &case.headers {
            let HeaderValue::Const(value) = &header.value else { continue };
            let name = match &header.name {
                HeaderName::Registered(index) => table_format::HeaderName::Registered(*index),
                HeaderName::Literal(name) => table_format::HeaderName::Literal(name.as_bytes()),
                HeaderName::Path(_) => continue,
            };
            constant.push((name, value));
        }
        self.entries.number(constant.len());
        for (name, value) in constant {
            self.entries.header(name, value.as_bytes());
        }
    }

    /// Adds what is known of the parts from run time: `later` of the entry. Returns
    /// [`CaseId::named_types`].
    fn later(
        &mut self,
        headers: &[(String, String)],
        values: &[Value],
        case: &Case,
        variant: &Variant<'_>,
    ) -> TokenStream {
        let mut named_types = TokenStream::new();
        self.entries.number(headers.len());
        for (name, ty) in headers {
            self.entries.later_pair(name, ty);
        }
        self.entries.number(values.len());
        for (index, value) in values.iter().enumerate() {
            let example = variant.field(value).and_then(|field| field.example);
            let Notation { text, named } = ty(value, variant);
            self.entries.later_pair(&text, example.unwrap_or_default());
            add_named_type(index, named, &mut named_types);
        }
        let members = if case.is_envelope() { case.extensions.as_slice() } else { &[] };
        self.entries.number(members.len());
        for (index, Extension { name, value, .. }) in members.iter().enumerate() {
            let Notation { text, named } = match value {
                ExtensionValue::Const(json) => Notation { text: format!("={json}"), named: None },
                ExtensionValue::Value(value) => ty(value, variant),
            };
            self.entries.later_pair(name, &text);
            add_named_type(values.len() + index, named, &mut named_types);
        }
        named_types
    }

    pub(crate) fn is_too_long(&self) -> bool {
        self.rows.len() * self.languages.len().max(1) > usize::from(MAX_CASES)
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let count = u16::try_from(self.rows.len()).unwrap_or(MAX_CASES);
        let mut languages = Bytes::default();
        let mut first_entry = first_entry(count);
        let mut out = Bytes::default();
        if self.languages.is_empty() {
            out.bytes(&table_header(count));
        } else {
            out.bytes(&table_header_with_languages(count));
            let tags: Vec<&str> = self.languages.iter().map(String::as_str).collect();
            languages.languages(&tags);
            let added = languages.0.len() + ROW_LEN * self.rows.len() * self.translated_rows.len();
            first_entry = first_entry.saturating_add(u32::try_from(added).unwrap_or(u32::MAX));
            for row in self.translated_rows.iter().flatten() {
                let offset = first_entry.saturating_add(row.offset);
                languages.bytes(&Row { offset, ..*row }.to_bytes());
            }
        }
        for row in &self.rows {
            let offset = first_entry.saturating_add(row.offset);
            out.bytes(&Row { offset, ..*row }.to_bytes());
        }
        out.bytes(&languages.0);
        out.bytes(&self.entries.0);
        out.0
    }
}

/// Returns the type of a value, which is known of fields.
fn ty(value: &Value, variant: &Variant<'_>) -> Notation {
    variant.field(value).map(|field| notation(&field.original.ty)).unwrap_or_default()
}

fn add_named_type(index: usize, named: Option<TokenStream>, out: &mut TokenStream) {
    if let Some(ty) = named {
        let index = Literal::usize_unsuffixed(index);
        out.extend(quote!(#index (#ty)));
    }
}

/// Returns the headers whose names or values come from run time, each with the type of its value.
/// Those that nothing is known of have no name.
fn later_headers(case: &Case, variant: &Variant<'_>) -> Vec<(String, String)> {
    let mut headers = Vec::new();
    for header in &case.headers {
        match (header.name.known(), &header.value) {
            (Some(_), HeaderValue::Const(_)) => {}
            (Some(name), HeaderValue::Value(value)) => {
                headers.push((name.to_owned(), ty(value, variant).text));
            }
            (Some(name), HeaderValue::Placeholder(_)) => {
                headers.push((name.to_owned(), String::new()));
            }
            (None, _) => headers.push((String::new(), String::new())),
        }
    }
    if case.header_map.is_some() {
        headers.push((String::new(), String::new()));
    }
    if let Some(delay) = &case.retry_after {
        headers.push(("retry-after".to_owned(), ty(delay, variant).text));
    }
    headers
}

fn trailer(case: &Case, has_later_parts: bool) -> Trailer {
    let is_shared =
        |header: &&CaseHeader| header.is_shared && matches!(header.value, HeaderValue::Const(_));
    let facts = Facts::default()
        .with_if(Facts::NUMBER_CODE, case.code.is_number)
        .with_if(Facts::PRIVATE_NAME, case.has_private_name())
        .with_if(Facts::SAME_AS, case.visibility == Visibility::SameAs)
        .with_if(Facts::LATER_PARTS, has_later_parts);
    Trailer { shared_headers: case.headers.iter().filter(is_shared).count(), facts }
}

fn flags(case: &Case, body: &Body) -> Flags {
    let has_constant_body = body.constant().is_some();
    let is_constant =
        has_constant_body && !case.has_run_time_headers() && case.fixed_status().is_some();
    let formats_detail = matches!(case.detail_source, DetailSource::Format(..));
    let declares_problem = case.origin.declares_body && body.kind == BodyKind::Problem;
    Flags::new(case.log, body.kind)
        .with_if(Flags::FULLY_CONSTANT, is_constant)
        .with_if(Flags::CONSTANT_BODY, has_constant_body)
        .with_if(Flags::EXPOSE, case.exposure == Some(true))
        .with_if(Flags::MASK, case.exposure == Some(false))
        .with_if(Flags::DETAIL_AT_RUN_TIME, formats_detail)
        .with_if(Flags::ALLOW_SUCCESS, case.allows_success)
        .with_if(Flags::PROBLEM_IS_DECLARED, declares_problem)
}
