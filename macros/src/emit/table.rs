//! The table of cases in its packed form.

use httperr_registry::table_format::{
    first_entry, pack_case_id, table_header, Flags, HeaderName, Output, Row, Texts, MAX_CASES,
};
use httperr_registry::FIELDS;

use crate::emit::body;
use crate::emit::body::Body;
use crate::model::{Case, CaseHeader, Detail, HeaderValue};

/// Bytes of the table's format.
#[derive(Default)]
pub(crate) struct Bytes(pub(crate) Vec<u8>);

impl Output for Bytes {
    fn bytes(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }
}

/// The table, row by row. The offset of a row counts from the first entry.
#[derive(Default)]
pub(crate) struct Table {
    rows: Vec<Row>,
    entries: Bytes,
}

impl Table {
    /// Adds a case with its body, and returns its index.
    pub(crate) fn push(&mut self, case: &Case, body: Body) -> u16 {
        let index = u16::try_from(self.rows.len()).unwrap_or(MAX_CASES);
        let status = case.fixed().map_or(0, |status| status.code);
        let constant_body = body.constant();
        let is_constant = constant_body.is_some() && !case.has_run_time_headers() && status != 0;
        let (detail, is_display) = match (&case.detail, case.exposed()) {
            (Detail::Constant(text), _) => (Some(text.as_str()), false),
            (Detail::DisplayIs(text), Some(true)) => (Some(text.as_str()), true),
            _ => (None, false),
        };
        let flags = Flags::new(case.log, body.kind)
            .with_if(Flags::FULLY_CONSTANT, is_constant)
            .with_if(Flags::CONSTANT_BODY, constant_body.is_some())
            .with_if(Flags::EXPOSE, case.exposure == Some(true))
            .with_if(Flags::MASK, case.exposure == Some(false))
            .with_if(Flags::DETAIL_AT_RUN_TIME, matches!(case.detail, Detail::Format(..)))
            .with_if(Flags::ALLOW_SUCCESS, case.allows_success)
            .with_if(Flags::CONSTANT_DETAIL, detail.is_some())
            .with_if(Flags::DETAIL_IS_DISPLAY, is_display);
        let offset = u32::try_from(self.entries.0.len()).unwrap_or(u32::MAX);
        self.rows.push(Row { status, flags, offset });
        self.headers(case);
        match constant_body {
            Some(content) => self.entries.text(content),
            None => self.entries.text(&body.steps.packed()),
        }
        self.entries.texts(&Texts {
            name: &case.name,
            code: &case.code.text,
            title: case.title.as_deref().unwrap_or_default(),
            type_uri: case.type_uri.as_deref().unwrap_or_default(),
            detail: detail.unwrap_or_default(),
            description: &case.description,
        });
        let is_shared = |header: &&CaseHeader| {
            header.is_shared && matches!(header.value, HeaderValue::Constant(_))
        };
        self.entries.number(case.headers.iter().filter(is_shared).count());
        index
    }

    fn headers(&mut self, case: &Case) {
        let constant: Vec<(&str, &str)> = case
            .headers
            .iter()
            .filter_map(|header| match &header.value {
                HeaderValue::Constant(value) => Some((header.name.known()?, value.as_str())),
                HeaderValue::RunTime(_) | HeaderValue::Placeholder(_) => None,
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

    /// Returns whether there are more cases than a table can have.
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

/// What an arm says to find its case: the place, and above it the status, so that whoever wants only
/// that need not read the table.
pub(crate) fn found_by(place: u16, case: &Case) -> u32 {
    pack_case_id(place, case.fixed().map_or(0, |status| status.code))
}

/// A case's body together with its row: the two are made from the same case and in one go.
pub(crate) fn push(table: &mut Table, case: &Case) -> (u16, Vec<proc_macro2::TokenStream>) {
    let mut body = body::body(case);
    let values = std::mem::take(&mut body.steps.values);
    (table.push(case, body), values)
}
