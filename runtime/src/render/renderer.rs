//! The state of a response that depends on the error's value: its case, its status and its headers.

use std::fmt::{Display, Write as _};

use bytes::Bytes;
use http::header::{self, HeaderName};
use http::StatusCode;
use httperr_registry::table_format::{BodyKind, Flags, LogLevel, Reader, Row, Text};
use httperr_registry::{allows_content, is_valid, limits, phrase, phrase_in, Class};

use super::buffer;
use super::constant::{self, Present};
use super::erased::ErrorRef;
use super::headers::{set_field, HeaderWriter, IfPresent, InlineBuf, MediaType, Name, Value};
use super::language;
use super::members::Members;
use crate::body_format::WriteBody;
use crate::case::Case;
use crate::context::Context;
use crate::{events, negotiation, HttpError};

pub(super) static CONTENT_TYPE: HeaderName = header::CONTENT_TYPE;
static RETRY_AFTER: HeaderName = header::RETRY_AFTER;

/// The part of a response that the caller needs. The others are not rendered.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Goal {
    Response,
    Status,
    Detail,
}

#[allow(clippy::struct_excessive_bools)]
pub(crate) struct Renderer<'a> {
    /// The error whose `Display` is the text: the one that is rendered, or the inner one to which it is
    /// `transparent`.
    pub(super) error: ErrorRef<'a>,
    pub(super) is_inner: bool,
    /// The number of `transparent` errors between `error` and the one that has the case.
    depth: u16,
    pub(super) case: &'a mut Case,
    /// That of the case in the language.
    pub(super) row: Row,
    /// The index of the language among those of the declaration, or [`None`] if the case has the same texts
    /// in each.
    pub(super) language: Option<u8>,
    pub(super) goal: Goal,
    pub(super) status: StatusCode,
    has_status: bool,
    /// The public text, once the error has written it or it has been rendered.
    pub(super) detail: Option<String>,
    pub(super) context: &'a Context<'a>,
    /// The rest of the body program.
    pub(super) program: Reader<'static>,
    /// The program has run, and may have written the status and the text already.
    pub(super) has_started: bool,
    pub(super) body: Vec<u8>,
    pub(super) fields: Option<&'a mut dyn HeaderWriter>,
    /// The number of header lines from run time.
    header_lines: usize,
    /// One of them is a `Content-Type`.
    has_content_type: bool,
    pub(super) write_body: Option<WriteBody>,
    pub(crate) present: Present,
    pub(super) members: Option<Box<Members>>,
    /// The values that a template has sent under a name, as JSON, if the response is a gRPC status.
    #[cfg(feature = "tonic")]
    pub(super) template_values: Vec<(String, Vec<u8>)>,
    pub(super) failed: bool,
}

impl<'a> Renderer<'a> {
    #[inline]
    pub(super) fn new(
        error: ErrorRef<'a>,
        case: &'a mut Case,
        row: Row,
        goal: Goal,
        fields: Option<&'a mut dyn HeaderWriter>,
        context: &'a Context<'a>,
    ) -> Self {
        Renderer {
            error,
            is_inner: false,
            depth: case.depth(),
            row,
            language: None,
            goal,
            status: case.status().unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
            has_status: case.status().is_some(),
            case,
            detail: None,
            context,
            program: Reader::new(&[]),
            has_started: false,
            body: Vec::new(),
            fields,
            header_lines: 0,
            has_content_type: false,
            write_body: None,
            present: Present::default(),
            members: None,
            #[cfg(feature = "tonic")]
            template_values: Vec::new(),
            failed: false,
        }
    }

    pub(crate) fn context(&self) -> &'a Context<'a> {
        self.context
    }

    #[inline]
    pub(crate) fn case(&self) -> Case {
        *self.case
    }

    /// Returns whether the case is the one at that index of a declaration.
    pub(crate) fn is_declared_case(&self, index: u16) -> bool {
        self.case.index() == index && !self.row.flags.has(Flags::DETAIL_FROM_METHOD)
    }

    #[inline]
    pub(crate) fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns the title of the response (RFC 9457, section 3.1.3).
    #[inline]
    pub(crate) fn title(&self) -> &'static str {
        self.case.text_of(self.row, Text::Title).unwrap_or_else(|| {
            let status = self.case.status().unwrap_or(self.status).as_u16();
            self.language_tag().map_or_else(|| phrase(status), |tag| phrase_in(status, tag))
        })
    }

    /// Returns the index of the language of the texts among those of the declaration.
    #[inline]
    pub(crate) fn language_index(&self) -> u8 {
        self.language.unwrap_or_default()
    }

    /// Returns the language of the texts, or [`None`] if the declaration has none.
    pub(super) fn language_tag(&self) -> Option<&'static str> {
        self.case.languages().nth(self.language_index().into())
    }

    /// Starts the response with the parts in the table, unless the case is not known yet.
    #[inline]
    pub(super) fn begin(&mut self) {
        if self.case.is_decided() {
            self.begin_case();
        }
    }

    #[allow(clippy::inline_always)]
    #[inline(always)]
    fn begin_case(&mut self) {
        let Some(fields) = &mut self.fields else { return };
        if let Some(accepted) = &self.context.languages {
            (self.row, self.language) = language::choose(*self.case, accepted);
        }
        let entry = self.case.entry_of(self.row);
        let body = constant::write_headers(entry, self.row.flags, &mut **fields).text();
        self.program = Reader::new(body);
        if !self.row.flags.has(Flags::CONSTANT_BODY) {
            // Room for the literals and a text of usual length.
            buffer::take(&mut self.body, body.len() + 128);
        }
    }

    /// Sets the case that [`HttpError::find_case`] left undecided.
    #[inline]
    pub(crate) fn set_case(&mut self, case: Case) {
        if !self.case.is_decided() {
            self.replace_case(case);
        }
    }

    /// Replaces the undecided case by that of `error`, which may itself be undecided.
    #[cold]
    fn replace_case(&mut self, case: Case) {
        self.depth = case.depth();
        *self.case = case;
        if !case.is_decided() {
            return;
        }
        self.row = case.row();
        if let Some(status) = case.status() {
            self.status = status;
            self.has_status = true;
        }
        self.begin_case();
    }

    /// The parts of a manual implementation may never decide the case.
    #[inline]
    fn ensure_case(&mut self) {
        if !self.case.is_decided() {
            self.replace_case(Case::new(StatusCode::INTERNAL_SERVER_ERROR));
        }
    }

    /// Continues with the error to which `error` is `transparent`. Returns whether its parts are needed.
    pub(crate) fn enter(&mut self, inner: &'a dyn HttpError) -> bool {
        let is_decided = self.case.is_decided();
        if self.depth > 0 || !is_decided {
            self.depth = self.depth.saturating_sub(1);
            self.error = ErrorRef::Any(inner);
            self.is_inner = true;
        }
        if !is_decided {
            self.replace_case(inner.find_case());
        }
        self.wants_parts()
    }

    /// Returns whether the goal depends on the parts of the error, or of one inside.
    pub(super) fn wants_parts(&self) -> bool {
        if self.depth > 0 || !self.case.is_decided() {
            return true;
        }
        match self.goal {
            Goal::Response => true,
            Goal::Status => !self.has_status,
            Goal::Detail => !self.has_status || self.row.flags.has(Flags::DETAIL_AT_RUN_TIME),
        }
    }

    /// Returns whether the goal is reached, so that no further parts are needed.
    #[inline]
    pub(crate) fn is_satisfied(&self) -> bool {
        match self.goal {
            Goal::Response => false,
            _ if self.depth > 0 => false,
            Goal::Status => self.has_status,
            Goal::Detail => {
                self.detail.is_some()
                    || self.has_status && !self.row.flags.has(Flags::DETAIL_AT_RUN_TIME)
            }
        }
    }

    /// Returns whether the declaration does not fix the status. Only the first one counts.
    #[inline]
    pub(crate) fn accepts_status(&self) -> bool {
        !self.has_status && !self.has_started
    }

    pub(crate) fn set_status(&mut self, code: u16) {
        self.status = sendable_status(code, self.row.flags);
        self.has_status = true;
        if self.status.as_u16() != code && self.goal == Goal::Response {
            self.log("status", "not a final error status; 500 is sent");
        }
    }

    pub(super) fn status_only(&mut self) -> StatusCode {
        self.ensure_case();
        self.status
    }

    pub(super) fn detail_only(&mut self) -> Option<String> {
        self.ensure_case();
        // The method `detail` of a manual implementation has called this function.
        if self.is_inner || !self.row.flags.has(Flags::DETAIL_FROM_METHOD) {
            return self.public_detail();
        }
        self.is_display_public().then(|| {
            self.write_display();
            self.take_text()
        })
    }

    /// Completes the response to `error`, whose parts have been written.
    #[inline]
    pub(super) fn finish(&mut self, error: ErrorRef<'a>) -> (StatusCode, Bytes) {
        self.ensure_case();
        #[cfg(debug_assertions)]
        if self.case.is_derived() {
            assert_detail_is_display(error, *self.case, self.row);
        }
        let mut body = self.finish_body();
        if self.failed {
            body = self.replace_response();
        } else if self.must_drop_content() {
            body = self.drop_content();
        }
        if self.language.is_some() && !self.failed {
            self.write_language(!body.is_empty());
        }
        let code = self.members.as_ref().and_then(|members| members.code.as_deref());
        events::log_response(error, *self.case, code, self.row.flags, self.status, self.context);
        (self.status, body)
    }

    /// Replaces the body by that in the format and the language of the client.
    #[cold]
    pub(super) fn negotiate(&mut self, body: &mut Bytes) {
        let (title, detail) = (self.title(), self.kept_detail());
        let Renderer { case, status, context, fields: Some(fields), .. } = self else { return };
        let rendered = negotiation::Rendered {
            case: **case,
            status: *status,
            title,
            detail,
            context,
            fields: &mut **fields,
        };
        negotiation::negotiate(rendered, body);
    }

    #[cold]
    fn write_language(&mut self, has_content: bool) {
        if let (Some(tag), Some(fields)) = (self.language_tag(), &mut self.fields) {
            language::write_headers(tag, has_content, &mut **fields);
        }
    }

    #[inline]
    fn must_drop_content(&self) -> bool {
        // The macro writes no content for a status that it knows.
        let is_unknown_to_macro = self.case.status().is_none()
            || self.row.flags.has(Flags::DETAIL_FROM_METHOD)
            || self.has_content_type;
        is_unknown_to_macro && !allows_content(self.status.as_u16())
    }

    #[cold]
    fn drop_content(&mut self) -> Bytes {
        if let Some(fields) = &mut self.fields {
            fields.remove(&CONTENT_TYPE);
        }
        Bytes::new()
    }

    /// Replaces a response that could not be rendered by a 500. The headers that an enum declares for
    /// all its variants are kept.
    #[cold]
    fn replace_response(&mut self) -> Bytes {
        self.status = StatusCode::INTERNAL_SERVER_ERROR;
        if let Some(fields) = &mut self.fields {
            fields.clear();
            fields.set_content_type(MediaType::Problem);
            for (name, value) in self.case.shared_headers() {
                if !name.is_content_type() {
                    set_field(name, Value::Literal(value), &mut **fields);
                }
            }
        }
        let flags = Flags::new(LogLevel::ByStatus, BodyKind::Problem);
        constant::body(constant::INTERNAL_SERVER_ERROR, flags, self.context)
    }

    pub(crate) fn write_header_text(&mut self, name: Name<'_>, value: &dyn Display) {
        if self.fields.is_some() {
            let mut text = InlineBuf::default();
            let is_complete = write!(text, "{value}").is_ok();
            self.write_header(name, is_complete.then(|| Value::Dynamic(text.as_bytes())));
        }
    }

    #[inline]
    pub(crate) fn write_header(&mut self, name: Name<'_>, value: Option<Value<'_>>) {
        let Some(fields) = &mut self.fields else { return };
        let written = match value {
            Some(value)
                if self.header_lines < limits::HEADERS && value.len() <= limits::HEADER_VALUE =>
            {
                set_field(name, value, &mut **fields)
            }
            _ => None,
        };
        match written {
            Some(if_present) => {
                self.header_lines += 1;
                self.has_content_type |= if_present == IfPresent::Replace;
            }
            None => self.log_header(name),
        }
    }

    #[cold]
    pub(crate) fn log_header(&self, name: Name<'_>) {
        let name = if name.is_short() { name.as_str() } else { "a header" };
        self.log(name, "not a valid header value, or beyond a limit; it is left out");
    }

    /// Writes a header without a value, which also suppresses the default `Content-Type`.
    pub(crate) fn omit_header(&mut self, name: Name<'_>) {
        if let (Some(fields), true) = (&mut self.fields, name.is_content_type()) {
            fields.remove(&CONTENT_TYPE);
        }
    }

    #[inline]
    pub(crate) fn writes_headers(&self) -> bool {
        self.fields.is_some()
    }

    pub(crate) fn write_retry_after(&mut self, value: Option<http::HeaderValue>) {
        let Some(fields) = &mut self.fields else { return };
        let written = value.and_then(|value| {
            fields.set(Name::Registered(&RETRY_AFTER), Value::Valid(value), IfPresent::Replace)
        });
        if written.is_none() {
            self.log("retry-after", "not a valid delay; it is left out");
        }
    }

    /// Sets the format of the body, and its media type unless the declaration has one.
    #[inline]
    pub(crate) fn set_format(&mut self, write_body: WriteBody, media_type: &'static str) {
        if self.write_body.is_some() || !self.row.flags.has_body(BodyKind::Custom) {
            return;
        }
        let Some(fields) = &mut self.fields else { return };
        self.write_body = Some(write_body);
        if self.case.headers().any(|(name, _)| name == CONTENT_TYPE) {
            return;
        }
        let media_type = Value::Literal(media_type.as_bytes());
        let name = Name::Registered(&CONTENT_TYPE);
        if fields.set(name, media_type, IfPresent::Replace).is_none() {
            self.log("content-type", "not a valid header value; 500 is sent");
            self.failed = true;
        }
    }

    pub(super) fn log(&self, what: &str, why: &str) {
        events::log_unsendable(self.error, *self.case, self.context, what, why);
    }

    /// Gives up the response: 500 is sent.
    #[cold]
    pub(super) fn fail(&mut self, why: &dyn Display) {
        self.log("the body", &why.to_string());
        self.failed = true;
    }
}

/// Asserts that the literal of the attribute is the text that `Display` writes.
#[cfg(debug_assertions)]
pub(super) fn assert_detail_is_display(error: ErrorRef<'_>, case: Case, row: Row) {
    if row.flags.has(Flags::DETAIL_IS_DISPLAY) && case.depth() == 0 {
        let mut text = String::new();
        let is_complete = write!(text, "{error}").is_ok();
        debug_assert!(
            !is_complete || case.detail() == Some(&*text),
            "`Display` writes {text:?}, where the attribute beside it has {:?}",
            case.detail(),
        );
    }
}

/// Returns the status to send for a declared one: a final one, and a success only if the declaration
/// allows it.
fn sendable_status(code: u16, flags: Flags) -> StatusCode {
    match (Class::of(code), StatusCode::from_u16(code)) {
        (Class::Redirection | Class::ClientError, Ok(status)) => status,
        (Class::ServerError, Ok(status)) if is_valid(code) => status,
        (Class::Successful, Ok(status)) if flags.has(Flags::ALLOW_SUCCESS) => status,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    }
}
