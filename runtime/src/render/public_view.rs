//! The public parts of a response, for a protocol other than HTTP.

use http::{HeaderMap, StatusCode};
use httperr_registry::table_format::BodyKind;
use httperr_registry::{allows_content, get, PROBLEM_MEMBERS};

use super::erased::ErrorRef;
use super::json;
use super::renderer::{Goal, Renderer};
use crate::case::Case;
use crate::context::Context;
use crate::response_parts::ResponseParts;

/// The public parts of an error.
pub(crate) struct PublicView {
    pub(crate) case: Case,
    pub(crate) status: StatusCode,
    pub(crate) title: String,
    /// The public text.
    pub(crate) detail: Option<String>,
    /// [`None`] if the name of the case is private.
    pub(crate) code: Option<String>,
    pub(crate) type_uri: Option<String>,
    /// The extension members, and the values that a template sends under a name, as JSON.
    pub(crate) members: Vec<(String, Vec<u8>)>,
}

/// Renders the public parts, and writes the header fields.
pub(crate) fn public_view(
    error: ErrorRef<'_>,
    mut case: Case,
    context: &Context<'_>,
    fields: &mut HeaderMap,
) -> PublicView {
    let row = case.row();
    let renderer = Renderer::new(error, &mut case, row, Goal::Response, Some(fields), context);
    let mut parts = ResponseParts(renderer);
    parts.0.begin();
    error.write_parts(&mut parts);
    let (status, body) = parts.0.finish(error);
    parts.0.into_view(status, &body)
}

impl Renderer<'_> {
    /// Remembers the values in the body from `start` on, where a template has a name for them.
    pub(super) fn record_value(&mut self, start: usize) {
        if !self.context.is_grpc || !self.row.flags.has_body(BodyKind::Json) {
            return;
        }
        // The name is before a value, and part of a member.
        let start = match self.body.get(..start) {
            Some(before) if before.ends_with(b"\":") => match name_start(before) {
                Some(start) => start,
                None => return,
            },
            _ => start,
        };
        let members = self.body.get(start..).unwrap_or_default();
        let members = members.strip_prefix(b",").unwrap_or(members);
        if members.first() != Some(&b'"') {
            return;
        }
        let object = [b"{", members, b"}"].concat();
        let values = json::members(&object);
        self.template_values
            .extend(values.map(|(name, value)| (json::unescape(name), value.to_vec())));
    }

    fn into_view(mut self, status: StatusCode, body: &[u8]) -> PublicView {
        let mut view = PublicView {
            case: *self.case,
            status,
            title: self.title().to_owned(),
            detail: None,
            code: None,
            type_uri: self.case.type_uri().map(str::to_owned),
            members: Vec::new(),
        };
        if self.failed {
            let row = get(status.as_u16());
            view.title = row.map_or_else(String::new, |row| row.phrase.to_owned());
            view.type_uri = None;
            return view;
        }
        let of_envelope = self.members.as_ref().and_then(|members| members.code.clone());
        let own = || self.case.code().filter(|_| !self.case.is_name_private()).map(str::to_owned);
        view.code = of_envelope.or_else(own);
        let kind = self.row.flags.body();
        let is_document = matches!(kind, BodyKind::Problem | BodyKind::Custom);
        if is_document {
            view.read_members(body, kind, self.case.is_of_problem());
        } else {
            view.members = without_duplicates(std::mem::take(&mut self.template_values));
        }
        if view.detail.is_none() && !(self.case.is_of_problem() && kind == BodyKind::Problem) {
            view.detail = match allows_content(status.as_u16()) {
                true => self.kept_detail(),
                // The response has no text because of its status.
                false => self.public_detail(),
            };
        }
        let context = self.context;
        view.members.retain(|(name, value)| {
            let is_of_context =
                || json::unescape(value) == context.request_id.as_deref().unwrap_or("");
            name != "request_id" || context.request_id.is_none() || !is_of_context()
        });
        view
    }
}

impl PublicView {
    /// Reads a problem document, or the members that a body format receives.
    fn read_members(&mut self, body: &[u8], kind: BodyKind, is_of_problem: bool) {
        let own_code = self.code.clone();
        let is_own_code = |json: &[u8]| {
            let is = |code: &String| *code == json::unescape(json) || code.as_bytes() == json;
            own_code.as_ref().is_some_and(is)
        };
        for (name, value) in json::members(body) {
            let name = json::unescape(name);
            let text = || serde_json::from_slice::<String>(value).ok();
            match name.as_str() {
                "detail" if kind == BodyKind::Problem => self.detail = text(),
                "title" if is_of_problem => self.title = text().unwrap_or_default(),
                "type" if is_of_problem => self.type_uri = text(),
                _ if kind == BodyKind::Problem && PROBLEM_MEMBERS.contains(&&*name) => {}
                "code" if is_own_code(value) => {}
                "code" if is_of_problem => {
                    self.code = text();
                    self.members.push((name, value.to_vec()));
                }
                _ => self.members.push((name, value.to_vec())),
            }
        }
    }
}

/// Returns where the name before the colon at the end begins.
fn name_start(before: &[u8]) -> Option<usize> {
    let end = before.len().checked_sub(2)?;
    let mut quote = end;
    loop {
        quote = before.get(..quote)?.iter().rposition(|byte| *byte == b'"')?;
        let escapes = before[..quote].iter().rev().take_while(|byte| **byte == b'\\').count();
        if escapes % 2 == 0 {
            return Some(quote);
        }
    }
}

/// Returns the values without those whose name several of them have.
fn without_duplicates(mut values: Vec<(String, Vec<u8>)>) -> Vec<(String, Vec<u8>)> {
    let names: Vec<String> = values.iter().map(|(name, _)| name.clone()).collect();
    values.retain(|(name, _)| names.iter().filter(|other| *other == name).count() == 1);
    values
}
