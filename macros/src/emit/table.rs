//! The packed table of cases (`httperr_registry::table_format`).

use httperr_registry::table_format::{
    self, first_entry, pack_case_id, table_header, BodyKind, Flags, HeaderName, Output as _, Row,
    Texts, MAX_CASES,
};
use httperr_registry::FIELDS;

use crate::emit::body::{body, Body};
use crate::emit::bytes::Bytes;
use crate::model::{Case, CaseHeader, DetailSource, HeaderValue, Value};
use crate::syntax::ast::{Tag, TagValue};

#[derive(Default)]
pub(crate) struct Table {
    /// The offsets count from the first entry.
    rows: Vec<Row>,
    entries: Bytes,
}

/// A case in a table.
pub(crate) struct CaseId {
    pub(crate) index: u16,
    /// The index and the status, as an arm of `case` returns them.
    pub(crate) packed: u32,
    /// The values that the program of the body takes, in its order.
    pub(crate) body_values: Vec<Value>,
}

impl Table {
    pub(crate) fn add(&mut self, case: &Case) -> CaseId {
        let mut body = body(case);
        let body_values = body.program.take_values();
        let index = u16::try_from(self.rows.len()).unwrap_or(MAX_CASES);
        let status = case.fixed_status().map_or(0, |status| status.code);
        let (detail, is_display) = match (&case.detail_source, case.exposes()) {
            (DetailSource::Const(text), _) => (Some(text.as_str()), false),
            (DetailSource::DisplayLiteral(text), Some(true)) => (Some(text.as_str()), true),
            _ => (None, false),
        };
        let flags = flags(case, &body)
            .with_if(Flags::CONSTANT_DETAIL, detail.is_some())
            .with_if(Flags::DETAIL_IS_DISPLAY, is_display);
        let offset = u32::try_from(self.entries.0.len()).unwrap_or(u32::MAX);
        self.rows.push(Row { status, flags, offset });
        self.entry(case, body, detail);
        CaseId { index, packed: pack_case_id(index, status), body_values }
    }

    fn entry(&mut self, case: &Case, body: Body, detail: Option<&str>) {
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
        let is_shared = |header: &&CaseHeader| {
            header.is_shared && matches!(header.value, HeaderValue::Const(_))
        };
        let shared = case.headers.iter().filter(is_shared).count();
        self.entries.trailer(shared, case.code.is_number);
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
        let constant: Vec<(&str, &str)> = case
            .headers
            .iter()
            .filter_map(|header| match &header.value {
                HeaderValue::Const(value) => Some((header.name.known()?, value.as_str())),
                HeaderValue::Value(_) | HeaderValue::Placeholder(_) => None,
            })
            .collect();
        self.entries.number(constant.len());
        for (name, value) in constant {
            let name = match FIELDS.iter().position(|row| row.name == name) {
                Some(index) => HeaderName::Registered(index),
                None => HeaderName::Literal(name.as_bytes()),
            };
            self.entries.header(name, value.as_bytes());
        }
    }

    pub(crate) fn is_too_long(&self) -> bool {
        self.rows.len() > usize::from(MAX_CASES)
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let count = u16::try_from(self.rows.len()).unwrap_or(MAX_CASES);
        let mut out = Bytes::default();
        out.bytes(&table_header(count));
        for row in &self.rows {
            let offset = first_entry(count).saturating_add(row.offset);
            out.bytes(&Row { offset, ..*row }.to_bytes());
        }
        out.bytes(&self.entries.0);
        out.0
    }
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
