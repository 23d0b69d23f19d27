//! The table of cases in its packed form, which `httperr_registry::layout` describes.

use httperr_registry::{layout, FIELDS};

use crate::emit::body;
use crate::emit::body::Body;
use crate::model::{Case, CaseHeader, DetailSource, HeaderValue, Value};

/// A number in LEB128.
pub(crate) fn number(out: &mut Vec<u8>, mut value: usize) {
    loop {
        let [low, ..] = value.to_le_bytes();
        value >>= 7;
        if value == 0 {
            return out.push(low & 0x7f);
        }
        out.push(low | 0x80);
    }
}

/// A stretch of bytes with its length before it.
pub(crate) fn text(out: &mut Vec<u8>, bytes: &[u8]) {
    number(out, bytes.len());
    out.extend_from_slice(bytes);
}

/// The table, row by row.
#[derive(Default)]
pub(crate) struct Table {
    records: Vec<(u16, u16, usize)>,
    heap: Vec<u8>,
}

impl Table {
    /// Adds a case with its body and answers its place.
    pub(crate) fn push(&mut self, case: &Case, body: Body) -> u16 {
        let place = u16::try_from(self.records.len()).unwrap_or(layout::MOST);
        let status = case.fixed_status().map_or(0, |status| status.code);
        let constant_body = body.constant();
        let is_static = constant_body.is_some() && !case.has_run_time_headers() && status != 0;
        let mut flags = case.log | body.kind;
        flags |= flag(layout::STATIC, is_static);
        flags |= flag(layout::CONSTANT, constant_body.is_some());
        flags |= flag(layout::EXPOSE, case.exposure == Some(true));
        flags |= flag(layout::MASK, case.exposure == Some(false));
        flags |= flag(
            layout::DETAIL_AT_RUN_TIME,
            matches!(case.detail_source, DetailSource::Format(..)),
        );
        flags |= flag(layout::SUCCESS, case.allows_success);
        let constant = match (&case.detail_source, case.exposes()) {
            (DetailSource::Const(text), _) => Some(text),
            (DetailSource::DisplayLiteral(text), Some(true)) => {
                flags |= layout::DETAIL_IS_DISPLAY;
                Some(text)
            }
            _ => None,
        };
        flags |= flag(layout::DETAIL_CONSTANT, constant.is_some());
        self.records.push((status, flags, self.heap.len()));
        self.headers(case);
        let heap = &mut self.heap;
        match constant_body {
            Some(bytes) => text(heap, bytes),
            None => text(heap, &body.steps.packed()),
        }
        let words = [
            case.name.as_str(),
            &case.code.text,
            case.own_title.as_deref().unwrap_or_default(),
            case.type_uri.as_deref().unwrap_or_default(),
            constant.map_or("", String::as_str),
            &case.description,
        ];
        for word in words {
            text(heap, word.as_bytes());
        }
        let is_shared = |header: &&CaseHeader| {
            header.is_shared && matches!(header.value, HeaderValue::Const(_))
        };
        number(heap, case.headers.iter().filter(is_shared).count());
        place
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
        number(&mut self.heap, constant.len());
        for (name, value) in constant {
            match FIELDS.iter().position(|row| row.name == name) {
                Some(at) => number(&mut self.heap, at + 1),
                None => {
                    number(&mut self.heap, 0);
                    text(&mut self.heap, name.as_bytes());
                }
            }
            text(&mut self.heap, value.as_bytes());
        }
    }

    /// Whether there are more cases than a table has places for.
    pub(crate) fn is_too_long(&self) -> bool {
        self.records.len() > usize::from(layout::MOST)
    }

    /// The whole table.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let heap = layout::HEAD + layout::RECORD * self.records.len();
        let mut out = Vec::with_capacity(heap + self.heap.len());
        let count = u16::try_from(self.records.len()).unwrap_or(layout::MOST);
        out.extend_from_slice(&count.to_le_bytes());
        for (status, flags, entry) in &self.records {
            out.extend_from_slice(&status.to_le_bytes());
            out.extend_from_slice(&flags.to_le_bytes());
            let entry = u32::try_from(heap + entry).unwrap_or(u32::MAX);
            out.extend_from_slice(&entry.to_le_bytes());
        }
        out.extend_from_slice(&self.heap);
        out
    }
}

/// What an arm says to find its case: the place, and above it the status, so that whoever wants only
/// that need not read the table.
pub(crate) fn found_by(place: u16, case: &Case) -> u32 {
    u32::from(case.fixed_status().map_or(0, |status| status.code)) << 16 | u32::from(place)
}

fn flag(bit: u16, set: bool) -> u16 {
    if set {
        bit
    } else {
        0
    }
}

/// A case's body together with its row: the two are made from the same case and in one go.
pub(crate) fn push(table: &mut Table, case: &Case) -> (u16, Vec<Value>) {
    let mut body = body::body(case);
    let values = std::mem::take(&mut body.steps.values);
    (table.push(case, body), values)
}
