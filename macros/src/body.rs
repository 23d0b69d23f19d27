//! The body of a case: bytes where all of it is known while compiling, else the steps that make it.

use httperr_registry::{get, layout, phrase, Content};
use proc_macro2::TokenStream;

use crate::model::{Case, CaseStatus, Detail};
use crate::pack::text;

/// The body of a case.
pub(crate) struct Body {
    /// `BODY_…` of the layout.
    pub(crate) kind: u16,
    pub(crate) steps: Steps,
}

/// What makes a body, in the packed form of the layout.
#[derive(Default)]
pub(crate) struct Steps {
    packed: Vec<u8>,
    literal: String,
    /// The values that come from run time, in the order of the steps that take them.
    pub(crate) values: Vec<TokenStream>,
}

impl Steps {
    fn literal(&mut self, text: &str) {
        self.literal.push_str(text);
    }

    /// `,"name":"value"`, without the comma where it is the first.
    fn member(&mut self, name: &str, value: &str) {
        if !self.literal.ends_with('{') {
            self.literal(",");
        }
        self.literal(&format!("{}:{}", quoted(name), quoted(value)));
    }

    fn step(&mut self, op: u8) {
        self.flush();
        self.packed.push(op);
    }

    fn flush(&mut self) {
        if !self.literal.is_empty() {
            self.packed.push(layout::LITERAL);
            text(&mut self.packed, self.literal.as_bytes());
            self.literal.clear();
        }
    }

    /// The body itself, or `None` when it takes steps to make it.
    pub(crate) fn constant(&self) -> Option<&[u8]> {
        self.packed.is_empty().then_some(self.literal.as_bytes())
    }

    pub(crate) fn packed(mut self) -> Vec<u8> {
        self.flush();
        self.packed
    }
}

/// A JSON string.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    httperr_registry::json::escape(text, |piece| out.push_str(piece));
    out.push('"');
    out
}

/// The body of a case: a problem document (RFC 9457, section 3).
pub(crate) fn body(case: &Case) -> Body {
    let mut steps = Steps::default();
    let without_content = case
        .fixed()
        .and_then(|status| get(status.code))
        .is_some_and(|row| row.content != Content::Allowed);
    if without_content {
        return Body { kind: layout::BODY_EMPTY, steps };
    }
    steps.literal("{");
    if let Some(uri) = &case.type_uri {
        steps.member("type", uri);
    }
    match (&case.status, &case.title) {
        (CaseStatus::Fixed(status), title) => {
            steps.member("title", title.as_deref().unwrap_or(phrase(status.code)));
            steps.literal(&format!(",\"status\":{}", status.code));
        }
        (CaseStatus::RunTime(_), title) => {
            match title {
                Some(title) => steps.member("title", title),
                None => {
                    steps.literal(if case.type_uri.is_some() {
                        ",\"title\":"
                    } else {
                        "\"title\":"
                    });
                    steps.step(layout::TITLE);
                }
            }
            steps.literal(",\"status\":");
            steps.step(layout::STATUS);
        }
    }
    match (&case.detail, case.exposed()) {
        (Detail::Constant(text), _) | (Detail::DisplayIs(text), Some(true)) => {
            steps.member("detail", text);
        }
        (Detail::Display | Detail::DisplayIs(_), Some(false)) => {}
        _ => steps.step(layout::DETAIL_MEMBER),
    }
    if case.code_shown {
        match case.code.number {
            true => steps.literal(&format!(",\"code\":{}", case.code.text)),
            false => steps.member("code", &case.code.text),
        }
    }
    for extension in &case.extensions {
        steps.step(layout::MEMBER);
        text(&mut steps.packed, quoted(&extension.name).as_bytes());
        steps.values.push(extension.value.clone());
    }
    steps.literal("}");
    Body { kind: layout::BODY_PROBLEM, steps }
}
