//! An error → its response. The one place where status, headers and body come together.

use std::borrow::Cow;
use std::fmt::{self, Display, Write as _};

use bytes::Bytes;
use http::header;
use http::{HeaderName, Response, StatusCode};
use httperr_registry::table_format::{BodyKind, Flags, Op, Reader, Row};
use httperr_registry::{
    allows_content, is_masked_by_default, is_valid, json, limits, phrase, Class, PROBLEM_MEMBERS,
};
use serde::Serialize;

use crate::body_format::{BodyFormat, ErrorView, WriteBody};
use crate::case::{read_header, Case};
use crate::context::{self, Context};
use crate::render::erased::ErrorRef;
use crate::render::headers::{
    set_field, HeaderWriter, IfPresent, InlineBuf, MediaType, Name, Value,
};
use crate::render::json::{members, unescape as text};
use crate::retry_after::RetryAfter;
use crate::status_code::AsStatusCode;
use crate::{events, HttpError};

static CONTENT_TYPE: HeaderName = header::CONTENT_TYPE;
static RETRY_AFTER: HeaderName = header::RETRY_AFTER;

/// The media type of a body of that kind.
fn media(body: BodyKind) -> Option<MediaType> {
    match body {
        BodyKind::Problem => Some(MediaType::Problem),
        BodyKind::Json => Some(MediaType::Json),
        BodyKind::Text => Some(MediaType::Text),
        BodyKind::Empty | BodyKind::Custom => None,
    }
}

/// What is sent when a response could not be made.
const FAILED: &[u8] = br#"{"title":"Internal Server Error","status":500}"#;

/// The response in the types of the `http` crate, with a body of the framework's, and with what a
/// layer round the service knows of the request.
pub(crate) fn response<B: From<Bytes>>(
    error: ErrorRef<'_>,
    case: Case,
    context: &Context<'_>,
) -> Response<B> {
    #[cfg(feature = "tower")]
    if let Some(scope) = crate::current_request::get() {
        let known = scope.context();
        return rendered(error, case, if context.is_empty_in_body() { &known } else { context });
    }
    rendered(error, case, context)
}

/// The response to a request of which this much is known.
pub(crate) fn rendered<B: From<Bytes>>(
    error: ErrorRef<'_>,
    case: Case,
    context: &Context<'_>,
) -> Response<B> {
    let (mut parts, ()) = Response::new(()).into_parts();
    let (status, body) = write(error, case, context, &mut parts.headers);
    parts.status = status;
    #[cfg(feature = "tower")]
    parts.extensions.insert(crate::current_request::FromHttpError);
    // Before the parts are moved, which costs a second copy of them otherwise.
    let body = B::from(body);
    Response::from_parts(parts, body)
}

/// Sets the fields of a response to an error of that case, and returns its status and body.
pub(crate) fn write(
    error: ErrorRef<'_>,
    case: Case,
    context: &Context<'_>,
    fields: &mut dyn HeaderWriter,
) -> (StatusCode, Bytes) {
    let row = case.row();
    match case.status() {
        // A derived type writes no parts for such a case.
        Some(status) if row.flags.has(Flags::FULLY_CONSTANT) && case.is_derived() => {
            let mut entry = set_fields(case.entry_of(row), row.flags, fields);
            let body = constant(entry.text(), row.flags, context);
            #[cfg(debug_assertions)]
            assert_display(error, case, row);
            events::log_response(error, case, row.flags, status, context);
            (status, body)
        }
        _ => {
            let mut sink =
                ResponseParts::new(error, case, row, Want::Response, Some(fields), context);
            sink.run()
        }
    }
}

/// Checks that the literal which was read as `Display` is what `Display` writes.
#[cfg(debug_assertions)]
fn assert_display(error: ErrorRef<'_>, case: Case, row: Row) {
    if row.flags.has(Flags::DETAIL_IS_DISPLAY) && case.depth() == 0 {
        let mut text = String::new();
        let written = write!(text, "{error}").is_ok();
        debug_assert!(
            !written || case.detail() == Some(&*text),
            "`Display` writes {text:?}, where the attribute beside it has {:?}",
            case.detail(),
        );
    }
}

/// A body of which nothing comes from the value.
fn constant(body: &'static [u8], flags: Flags, context: &Context<'_>) -> Bytes {
    if !is_open(flags, context) {
        return Bytes::from_static(body);
    }
    let mut body = body.to_vec();
    close(&mut body, context, false);
    body.into()
}

/// Whether what the context knows is still to be added to the body.
fn is_open(flags: Flags, context: &Context<'_>) -> bool {
    flags.has_body(BodyKind::Problem) && !context.is_empty_in_body()
}

/// Sets the media type and the headers of the table; returns the entry from behind them on.
// Two callers, each of them once for each response.
#[allow(clippy::inline_always)]
#[inline(always)]
fn set_fields(
    mut entry: Reader<'static>,
    flags: Flags,
    fields: &mut dyn HeaderWriter,
) -> Reader<'static> {
    if let Some(media) = media(flags.body()) {
        fields.set_content_type(media);
    }
    match entry.number() {
        0 => entry,
        count => set_headers(entry, count, fields),
    }
}

fn set_headers(
    mut entry: Reader<'static>,
    count: usize,
    fields: &mut dyn HeaderWriter,
) -> Reader<'static> {
    for _ in 0..count {
        if let Some((name, value)) = read_header(&mut entry) {
            set_field(name, Value::Literal(value), fields);
        }
    }
    entry
}

/// Ends a problem document with what the context knows.
fn close(body: &mut Vec<u8>, context: &Context<'_>, has_request_id: bool) {
    if body.last() == Some(&b'}') {
        body.pop();
    }
    if let Some(instance) = &context.instance {
        name(body, "instance");
        string(body, instance);
    }
    if let (Some(id), false) = (&context.request_id, has_request_id) {
        name(body, "request_id");
        string(body, id);
    }
    body.push(b'}');
}

/// The status of a value whose declaration leaves it to the value.
pub(crate) fn status(error: ErrorRef<'_>) -> StatusCode {
    let case = error.find_case();
    let mut sink = ResponseParts::new(error, case, case.row(), Want::Status, None, &context::EMPTY);
    error.write_parts(&mut sink);
    sink.decide();
    sink.status
}

/// The public text of a value.
pub(crate) fn detail(error: ErrorRef<'_>) -> Option<Cow<'_, str>> {
    let case = error.find_case();
    if let Some(text) = case.detail() {
        return Some(text.into());
    }
    let mut sink = ResponseParts::new(error, case, case.row(), Want::Detail, None, &context::EMPTY);
    if sink.wants_parts() {
        error.write_parts(&mut sink);
    }
    sink.decide();
    // Otherwise the method is the one that asks.
    if sink.is_inside || !sink.row.flags.has(Flags::DETAIL_FROM_METHOD) {
        return sink.public_detail().map(Cow::Owned);
    }
    sink.exposes().then(|| {
        sink.display();
        sink.taken_text().into()
    })
}

/// Members of the body whose names are known at run time only.
#[derive(Default)]
struct Members {
    /// Those of manual implementations, with their values as JSON.
    added: Vec<(String, Vec<u8>)>,
    /// Those that spreads have written, each with the object around.
    spread: Vec<(usize, String)>,
}

/// What a [`ResponseParts`] is filled for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Want {
    Response,
    Status,
    Detail,
}

/// Takes what comes from an error's value, and makes the response of it.
///
/// [`HttpError::write_parts`] gets one. An implementation of that method may call what is public here in
/// any order and number, and may pass the sink on to the `write_parts` of other errors: the response is
/// well formed whatever it does. What does not fit the case is left out and logged.
// The derive writes the case where finding it is one with writing its parts, then the status, then
// the public text, then the members of the body in the order of the declaration, then headers.
#[allow(clippy::struct_excessive_bools)]
pub struct ResponseParts<'a> {
    /// Whose `Display` is the text: the error itself, or the one inside whose case it is.
    error: ErrorRef<'a>,
    /// Whether it is one inside.
    is_inside: bool,
    /// How many errors inside are still between `error` and that one.
    depth: u16,
    case: Case,
    row: Row,
    want: Want,
    status: StatusCode,
    has_status: bool,
    /// The public text, once it is given or has been made.
    detail: Option<String>,
    context: &'a Context<'a>,
    /// The steps of the body that are still to be done.
    steps: Reader<'static>,
    /// Whether some have been done, so that the status and the text may have been written.
    has_begun: bool,
    body: Vec<u8>,
    fields: Option<&'a mut dyn HeaderWriter>,
    /// How many lines the header has from run time.
    lines: usize,
    /// Whether one of them is a `Content-Type`.
    has_type: bool,
    /// What writes the body where that is a type of the user's.
    format: Option<WriteBody>,
    has_request_id: bool,
    members: Option<Box<Members>>,
    failed: bool,
}

impl fmt::Debug for ResponseParts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseParts").field("case", &self.case).finish_non_exhaustive()
    }
}

impl<'a> ResponseParts<'a> {
    fn new(
        error: ErrorRef<'a>,
        case: Case,
        row: Row,
        want: Want,
        fields: Option<&'a mut dyn HeaderWriter>,
        context: &'a Context<'a>,
    ) -> Self {
        ResponseParts {
            error,
            is_inside: false,
            depth: case.depth(),
            case,
            row,
            want,
            status: case.status().unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
            has_status: case.status().is_some(),
            detail: None,
            steps: Reader::new(&[]),
            has_begun: false,
            body: Vec::new(),
            fields,
            lines: 0,
            has_type: false,
            context,
            format: None,
            has_request_id: false,
            members: None,
            failed: false,
        }
    }

    /// Makes the response.
    fn run(&mut self) -> (StatusCode, Bytes) {
        let error = self.error;
        if self.case.is_decided() {
            self.begin();
        }
        error.write_parts(self);
        self.decide();
        #[cfg(debug_assertions)]
        if self.case.is_derived() {
            assert_display(error, self.case, self.row);
        }
        let body = self.made();
        let (status, body) = self.finish(body);
        events::log_response(error, self.case, self.row.flags, status, self.context);
        (status, body)
    }

    /// Begins the response with what the table has.
    #[allow(clippy::inline_always)]
    #[inline(always)]
    fn begin(&mut self) {
        let Some(fields) = &mut self.fields else { return };
        let mut entry = set_fields(self.case.entry_of(self.row), self.row.flags, &mut **fields);
        let body = entry.text();
        self.steps = Reader::new(body);
        if !self.row.flags.has(Flags::CONSTANT_BODY) {
            // Room for the literals and a text of usual length.
            self.body = Vec::with_capacity(body.len() + 128);
        }
    }

    /// Sees to it that there is a case: parts that were to tell it did not.
    #[inline]
    fn decide(&mut self) {
        if !self.case.is_decided() {
            self.take_case(Case::new(StatusCode::INTERNAL_SERVER_ERROR));
        }
    }

    /// Takes the case of `error`, which parts further inside may still have to tell.
    #[cold]
    fn take_case(&mut self, case: Case) {
        self.depth = case.depth();
        self.case = case;
        if !case.is_decided() {
            return;
        }
        self.row = case.row();
        if let Some(status) = case.status() {
            self.status = status;
            self.has_status = true;
        }
        self.begin();
    }

    /// The body, of which all values are there.
    fn made(&mut self) -> Bytes {
        if self.row.flags.has(Flags::CONSTANT_BODY) {
            let body = self.steps.rest();
            if self.members.is_none() {
                return constant(body, self.row.flags, self.context);
            }
            self.body = body.to_vec();
        } else if !self.failed {
            let missing = match self.pump() {
                // A value that was to come, and did not: nothing else may take its place.
                Some(_) => true,
                None => self.format.is_none() && self.has_body(BodyKind::Custom),
            };
            if missing {
                self.log("the body", "a value of it is missing; 500 is sent");
                self.failed = true;
            }
        }
        if let Some(members) = self.members.take() {
            self.add_members(members.added);
        }
        if is_open(self.row.flags, self.context) {
            close(&mut self.body, self.context, self.has_request_id);
        }
        if let (Some(format), false) = (self.format, self.failed) {
            self.write_format(format);
        }
        std::mem::take(&mut self.body).into()
    }

    /// Whether the case has a body of that kind.
    fn has_body(&self, kind: BodyKind) -> bool {
        self.row.flags.has_body(kind)
    }

    /// Adds the members of manual implementations.
    #[cold]
    fn add_members(&mut self, added: Vec<(String, Vec<u8>)>) {
        if added.is_empty() {
            return;
        }
        let has_room = self.has_body(BodyKind::Problem) || self.has_body(BodyKind::Custom);
        let mut there: Vec<String> = Vec::new();
        if has_room {
            there = members(&self.body).map(|(name, _)| text(name)).collect();
            self.body.pop();
        }
        for (member, value) in added {
            if !has_room {
                self.log(&member, "the body has no room for it; it is left out");
            } else if there.contains(&member) {
                self.log(&member, TWICE);
            } else {
                self.has_request_id |= member == "request_id";
                name(&mut self.body, &member);
                self.body.extend_from_slice(&value);
                there.push(member);
            }
        }
        if has_room {
            self.body.push(b'}');
        }
    }

    /// The status and the body, unless something went wrong or the status forbids content.
    fn finish(&mut self, body: Bytes) -> (StatusCode, Bytes) {
        if self.failed {
            return self.failure();
        }
        let Some(fields) = &mut self.fields else { return (self.status, body) };
        // The macro leaves content out where it knows the status.
        let given = self.case.status().is_none()
            || self.row.flags.has(Flags::DETAIL_FROM_METHOD)
            || self.has_type;
        if given && !allows_content(self.status.as_u16()) {
            fields.remove(&CONTENT_TYPE);
            return (self.status, Bytes::new());
        }
        (self.status, body)
    }

    /// What is sent in the place of a response that could not be made. What the enum declares for
    /// all its variants stays.
    #[cold]
    fn failure(&mut self) -> (StatusCode, Bytes) {
        if let Some(fields) = &mut self.fields {
            fields.clear();
            fields.set_content_type(MediaType::Problem);
            for (name, value) in self.case.shared_headers() {
                if !name.is_content_type() {
                    set_field(name, Value::Literal(value), &mut **fields);
                }
            }
        }
        let body = match self.context.is_empty_in_body() {
            true => Bytes::from_static(FAILED),
            false => {
                let mut body = FAILED.to_vec();
                close(&mut body, self.context, false);
                body.into()
            }
        };
        (StatusCode::INTERNAL_SERVER_ERROR, body)
    }

    /// Does the steps of the body up to the next that takes a value; returns that step.
    fn pump(&mut self) -> Option<Op> {
        if self.row.flags.has(Flags::CONSTANT_BODY) {
            return None;
        }
        self.has_begun = true;
        let mut steps = self.steps;
        let taking = loop {
            self.body.extend_from_slice(steps.text());
            let Some(op) = steps.op() else { break None };
            match op {
                Op::Status => self.body.extend_from_slice(self.status.as_str().as_bytes()),
                Op::Title => self.escaped_title(),
                Op::Detail => {
                    if !self.escaped_text() {
                        self.escaped_title();
                    }
                }
                Op::Text => {
                    if !self.public_text() {
                        self.plain_title();
                    }
                }
                Op::Instance => nullable(&mut self.body, self.context.instance.as_deref()),
                Op::RequestId => nullable(&mut self.body, self.context.request_id.as_deref()),
                Op::Comma => comma(&mut self.body),
                Op::DetailMember => self.detail_member(steps.text()),
                Op::InstanceMember => {
                    self.context_member(steps.text(), self.context.instance.as_deref());
                }
                Op::RequestIdMember => {
                    self.context_member(steps.text(), self.context.request_id.as_deref());
                }
                Op::Value | Op::Member | Op::Spread => break Some(op),
            }
        };
        self.steps = steps;
        taking
    }

    /// The title of what is sent (RFC 9457, section 3.1.3).
    #[doc(hidden)]
    pub fn title(&self) -> &'static str {
        self.case.title().unwrap_or_else(|| phrase(self.status.as_u16()))
    }

    fn plain_title(&mut self) {
        let title = self.title();
        self.body.extend_from_slice(title.as_bytes());
    }

    fn escaped_title(&mut self) {
        let title = self.title();
        escape(&mut self.body, title);
    }

    /// The name of a member, as the steps hold it.
    fn member_name(&mut self, name: &[u8]) {
        comma(&mut self.body);
        self.body.extend_from_slice(name);
        self.body.push(b':');
    }

    fn detail_member(&mut self, name: &[u8]) {
        let start = self.body.len();
        self.member_name(name);
        self.body.push(b'"');
        match self.escaped_text() {
            true => self.body.push(b'"'),
            false => self.body.truncate(start),
        }
    }

    fn context_member(&mut self, name: &[u8], value: Option<&str>) {
        if let Some(value) = value {
            self.member_name(name);
            string(&mut self.body, value);
        }
    }

    /// Writes the public text as it is, if there is one. This is the one place that decides what
    /// the client may read: the body, headers, [`HttpError::detail`] and [`ErrorView`] all have it from
    /// here.
    fn public_text(&mut self) -> bool {
        if let Some(text) = &self.detail {
            self.body.extend_from_slice(text.as_bytes());
            return true;
        }
        if !self.row.flags.has(Flags::DETAIL_DECLARED) {
            return self.exposes() && self.display();
        }
        if let Some(text) = self.case.detail() {
            self.body.extend_from_slice(text.as_bytes());
            return true;
        }
        // A text that was to come and did not leaves nothing: `Display` may be private.
        self.row.flags.has(Flags::DETAIL_FROM_METHOD) && self.text_by_method()
    }

    /// Writes what the method `detail` returns, if it returns anything.
    fn text_by_method(&mut self) -> bool {
        let text = self.error.detail();
        self.body.extend_from_slice(text.as_deref().unwrap_or_default().as_bytes());
        text.is_some()
    }

    /// Writes what `Display` writes, as it is; where that fails, the title.
    fn display(&mut self) -> bool {
        let start = self.body.len();
        if write!(RawText(&mut self.body), "{}", self.error).is_err() {
            self.log("detail", "`Display` failed; the title is sent");
            self.body.truncate(start);
            self.plain_title();
        }
        true
    }

    /// What has been written, as text.
    fn taken_text(&mut self) -> String {
        String::from_utf8_lossy(&std::mem::take(&mut self.body)).into_owned()
    }

    /// The public text for a header, where a response is made.
    #[doc(hidden)]
    pub fn detail_for_header(&mut self) -> Option<String> {
        (self.want == Want::Response).then(|| self.public_detail()).flatten()
    }

    /// The public text, which is made once.
    fn public_detail(&mut self) -> Option<String> {
        if self.detail.is_none() {
            let body = std::mem::take(&mut self.body);
            self.detail = self.public_text().then(|| self.taken_text());
            self.body = body;
        }
        self.detail.clone()
    }

    /// Writes the public text as it stands in a JSON string, if there is one.
    fn escaped_text(&mut self) -> bool {
        let start = self.body.len();
        let written = self.public_text();
        if !json::is_plain(self.body.get(start..).unwrap_or_default()) {
            escape_from(&mut self.body, start);
        }
        written
    }

    /// Puts what the user's type makes of the error in the place of the members.
    fn write_format(&mut self, format: WriteBody) {
        let members = std::mem::take(&mut self.body);
        let view = ErrorView {
            case: self.case,
            status: self.status,
            title: self.title(),
            detail: self.public_detail(),
            members,
            context: self.context,
        };
        if let Err(error) = format(&view, &mut self.body) {
            self.log("the body", &error.to_string());
            self.failed = true;
        }
    }

    /// Whether `Display` is public.
    fn exposes(&self) -> bool {
        let flags = self.row.flags;
        flags.has(Flags::EXPOSE)
            || !flags.has(Flags::MASK) && !is_masked_by_default(self.status.as_u16())
    }

    /// Whether what is wanted comes from the parts of the error, or from those of one inside.
    fn wants_parts(&self) -> bool {
        if self.depth > 0 || !self.case.is_decided() {
            return true;
        }
        match self.want {
            Want::Response => true,
            Want::Status => !self.has_status,
            Want::Detail => !self.has_status || self.row.flags.has(Flags::DETAIL_AT_RUN_TIME),
        }
    }

    /// Whether nothing more is wanted.
    fn is_satisfied(&self) -> bool {
        match self.want {
            Want::Response => false,
            _ if self.depth > 0 => false,
            Want::Status => self.has_status,
            Want::Detail => {
                self.detail.is_some()
                    || self.has_status && !self.row.flags.has(Flags::DETAIL_AT_RUN_TIME)
            }
        }
    }

    /// Adds a header. A value that no header can have is left out and logged: control characters
    /// would let a value end the header and begin another (RFC 9110, section 5.5). So is a field that
    /// frames the message, such as `Content-Length` (RFC 9112, section 6), and what is beyond
    /// [`limits`](crate::registry::limits).
    pub fn header(&mut self, name: impl AsRef<str>, value: impl Display) {
        self.header_text(Name::Dynamic(name.as_ref()), &value);
    }

    pub(crate) fn header_text(&mut self, name: Name<'_>, value: &dyn Display) {
        if self.fields.is_some() {
            let mut text = InlineBuf::default();
            let written = write!(text, "{value}").is_ok();
            self.header_value(name, written.then(|| Value::Dynamic(text.as_bytes())));
        }
    }

    pub(crate) fn header_value(&mut self, name: Name<'_>, value: Option<Value<'_>>) {
        let Some(fields) = &mut self.fields else { return };
        let set = match value {
            Some(value) if self.lines < limits::HEADERS && value.len() <= limits::HEADER_VALUE => {
                set_field(name, value, &mut **fields)
            }
            _ => None,
        };
        match set {
            Some(lines) => {
                self.lines += 1;
                self.has_type |= lines == IfPresent::Replace;
            }
            None => self.log_header(name),
        }
    }

    #[cold]
    fn log_header(&self, name: Name<'_>) {
        let name = if name.is_short() { name.as_str() } else { "a header" };
        self.log(name, "no header can have the value; it is left out");
    }

    /// Leaves a header out that has no value: nothing is sent in its place.
    pub(crate) fn omit_header(&mut self, name: Name<'_>) {
        if let (Some(fields), true) = (&mut self.fields, name.is_content_type()) {
            fields.remove(&CONTENT_TYPE);
        }
    }

    /// Adds `Retry-After` (RFC 9110, section 10.2.3). A delay that cannot be sent, such as one
    /// below zero, is left out and logged.
    pub fn retry_after(&mut self, delay: &(impl RetryAfter + ?Sized)) {
        let Some(fields) = &mut self.fields else { return };
        let Some(value) = delay.header_value() else { return };
        let set = value.ok().and_then(|value| {
            fields.set(Name::Registered(&RETRY_AFTER), Value::Valid(value), IfPresent::Replace)
        });
        if set.is_none() {
            self.log("retry-after", "the delay cannot be sent; it is left out");
        }
    }

    /// Adds a member to the problem document of a manual implementation (RFC 9457, section 3.2), and
    /// to the members that a [`BodyFormat`] gets. Members stand behind those of a declaration. A value
    /// that is `null` is left out; one that cannot be serialized makes the whole response a 500. A
    /// name that the document has already, and any member where the body has no room for one, is left
    /// out and logged.
    pub fn extension(&mut self, member: &str, value: &(impl Serialize + ?Sized)) {
        if self.want != Want::Response || self.failed {
            return;
        }
        let added = &mut self.members.get_or_insert_with(Box::default).added;
        if PROBLEM_MEMBERS.contains(&member) || added.iter().any(|(there, _)| there == member) {
            self.log(member, TWICE);
            return;
        }
        match serde_json::to_vec(value) {
            Ok(json) if json == b"null" => {}
            Ok(json) => added.push((member.to_owned(), json)),
            Err(error) => self.fail(&error),
        }
    }

    /// The case, where it was not known before the parts. Returns whether that was all that is
    /// wanted.
    #[doc(hidden)]
    pub fn set_case(&mut self, case: Case) -> bool {
        if !self.case.is_decided() {
            self.take_case(case);
        }
        self.is_satisfied()
    }

    /// The status, where the declaration leaves it to the value: the first that is given. Returns
    /// whether that was all that is wanted.
    #[doc(hidden)]
    pub fn status<S: AsStatusCode + ?Sized>(&mut self, status: &S) -> bool {
        if !self.has_status && !self.has_begun {
            let code = status.code();
            self.status = checked(code, self.row.flags);
            self.has_status = true;
            if self.status.as_u16() != code && self.want == Want::Response {
                self.log("status", "the value is no final error status; 500 is sent");
            }
        }
        self.is_satisfied()
    }

    /// The status that is sent.
    #[doc(hidden)]
    pub fn sent_status(&self) -> u16 {
        self.status.as_u16()
    }

    /// The public text of a declaration: the first that is given. Returns whether that was all that is
    /// wanted.
    #[doc(hidden)]
    pub fn detail(&mut self, text: fmt::Arguments<'_>) -> bool {
        if self.row.flags.has(Flags::DETAIL_AT_RUN_TIME) && self.detail.is_none() && !self.has_begun
        {
            let mut string = String::new();
            if string.write_fmt(text).is_err() {
                self.log("detail", "formatting it failed; the title is sent");
                self.title().clone_into(&mut string);
            }
            self.detail = Some(string);
        }
        self.is_satisfied()
    }

    /// The next value of the body.
    #[doc(hidden)]
    pub fn value<T: Serialize + ?Sized>(&mut self, value: &T) {
        if self.want != Want::Response || self.failed {
            return;
        }
        match self.pump() {
            Some(Op::Spread) => self.spread(value),
            Some(Op::Member) => {
                let start = self.body.len();
                let name = self.steps.text();
                self.has_request_id |= name == b"\"request_id\"";
                self.member_name(name);
                self.serialize(value, Some(start));
            }
            Some(_) => self.serialize(value, None),
            None => self.log("the body", "it has no room for a value"),
        }
    }

    /// Writes the members of an object as members of the one around, but for those that it names
    /// itself, or has from another spread.
    fn spread<T: Serialize + ?Sized>(&mut self, value: &T) {
        let object = self.steps.number();
        let own_members = self.steps.text();
        let json = match serde_json::to_vec(value) {
            Ok(json) => json,
            Err(error) => return self.fail(&error),
        };
        match json.first() {
            Some(b'{') => {}
            _ if json == b"null" => return,
            _ => return self.fail(&"what is spread is no object"),
        }
        let named: Vec<String> = serde_json::from_slice(own_members).unwrap_or_default();
        let spread = &mut self.members.get_or_insert_with(Box::default).spread;
        for (member, value) in members(&json) {
            let member = (object, text(member));
            if !named.contains(&member.1) && !spread.contains(&member) {
                name(&mut self.body, &member.1);
                self.body.extend_from_slice(value);
                spread.push(member);
            }
        }
    }

    /// Writes a value; as a member that begins at `member`, only if it is not `null`.
    fn serialize<T: Serialize + ?Sized>(&mut self, value: &T, member: Option<usize>) {
        let start = self.body.len();
        if let Err(error) = serde_json::to_writer(&mut self.body, value) {
            self.fail(&error);
        }
        if let (Some(member), Some(b"null")) = (member, self.body.get(start..)) {
            self.body.truncate(member);
        }
    }

    /// Logs what is not sent as it was given.
    fn log(&self, what: &str, why: &str) {
        events::log_unsendable(self.error, self.case, self.context, what, why);
    }

    /// Gives the body up: 500 is sent.
    #[cold]
    fn fail(&mut self, why: &dyn Display) {
        self.log("the body", &why.to_string());
        self.failed = true;
    }

    /// What writes the body.
    #[doc(hidden)]
    pub fn format<F: BodyFormat>(&mut self) {
        if self.format.is_some() || !self.has_body(BodyKind::Custom) {
            return;
        }
        let Some(fields) = &mut self.fields else { return };
        self.format = Some(F::write);
        let declared = self.case.headers().any(|(name, _)| name == CONTENT_TYPE);
        let media = Value::Literal(F::CONTENT_TYPE.as_bytes());
        if !declared
            && fields.set(Name::Registered(&CONTENT_TYPE), media, IfPresent::Replace).is_none()
        {
            self.log("content-type", "it is no media type; 500 is sent");
            self.failed = true;
        }
    }

    /// The error inside whose response this one's is.
    #[doc(hidden)]
    pub fn transparent(&mut self, inner: &'a dyn HttpError) {
        let is_decided = self.case.is_decided();
        if self.depth > 0 || !is_decided {
            self.depth = self.depth.saturating_sub(1);
            self.error = ErrorRef::Any(inner);
            self.is_inside = true;
        }
        if !is_decided {
            self.take_case(inner.find_case());
        }
        if self.wants_parts() {
            inner.write_parts(self);
        }
    }

    /// Whether the case is the one at that place.
    #[doc(hidden)]
    pub fn is_case(&self, place: u16) -> bool {
        self.case.index() == place && !self.row.flags.has(Flags::DETAIL_FROM_METHOD)
    }
}

const TWICE: &str = "the body has that member already; it is left out";

/// The status that is sent for a declared or given one: final, and a success only where that was
/// asked for.
fn checked(code: u16, flags: Flags) -> StatusCode {
    match (Class::of(code), StatusCode::from_u16(code)) {
        (Class::Redirection | Class::ClientError, Ok(status)) => status,
        (Class::ServerError, Ok(status)) if is_valid(code) => status,
        (Class::Successful, Ok(status)) if flags.has(Flags::ALLOW_SUCCESS) => status,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// Takes formatted text as it is.
struct RawText<'a>(&'a mut Vec<u8>);

impl fmt::Write for RawText<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.extend_from_slice(text.as_bytes());
        Ok(())
    }
}

/// A comma, unless an object or array has just begun.
fn comma(body: &mut Vec<u8>) {
    if !matches!(body.last(), Some(b'{' | b'[')) {
        body.push(b',');
    }
}

/// A member's name, and what stands around it.
fn name(body: &mut Vec<u8>, name: &str) {
    comma(body);
    string(body, name);
    body.push(b':');
}

fn string(body: &mut Vec<u8>, text: &str) {
    body.push(b'"');
    escape(body, text);
    body.push(b'"');
}

/// The inside of a JSON string.
fn escape(body: &mut Vec<u8>, text: &str) {
    json::escape(text, |piece| body.extend_from_slice(piece.as_bytes()));
}

/// Escapes what was written from there on.
#[cold]
fn escape_from(body: &mut Vec<u8>, start: usize) {
    let text = body.split_off(start);
    escape(body, &String::from_utf8_lossy(&text));
}

fn nullable(body: &mut Vec<u8>, text: Option<&str>) {
    match text {
        Some(text) => string(body, text),
        None => body.extend_from_slice(b"null"),
    }
}
