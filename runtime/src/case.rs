//! A case of a declaration, read from the packed table that the derive writes.

use http::{HeaderName, HeaderValue, StatusCode};
use httperr_registry::table_format::{
    self, first_entry, table_header, BodyKind, ConstOutput, Facts, Flags, LogLevel, Op, Reader,
    Row, Table, Text, Texts, Trailer, GRPC_TAG,
};
use httperr_registry::{grpc_code, is_final, phrase, Grpc};

use crate::constants::FIELD_NAMES;
use crate::render::headers::{Name, Value};
use crate::tag::{Tag, Tags};

/// A case of an error type: a declaration of a response, with its status code, title, machine code
/// and headers.
///
/// [`HttpError::case`](crate::HttpError::case) returns the case of a value, and
/// [`HttpError::catalog`](crate::HttpError::catalog) lists the cases of a type.
///
/// ```
/// use httperr::{http::StatusCode, Case};
///
/// let case = Case::new(StatusCode::NOT_FOUND);
/// assert_eq!(case.status(), Some(StatusCode::NOT_FOUND));
/// assert_eq!(case.title(), Some("Not Found"));
/// ```
#[derive(Clone, Copy)]
pub struct Case {
    table: &'static [u8],
    index: u16,
    status: Option<StatusCode>,
    /// The number of errors around the one that declares the case, each `transparent` to the next.
    depth: u16,
    /// The name of the derived type whose method `case` returned it.
    origin: &'static str,
    /// The value is of that type, so the flags of the table determine whether there are parts. A
    /// manual implementation may return the case of another type.
    is_derived: bool,
}

/// The table of every case that a manual implementation creates. The body is a problem document of
/// the status, the text that the method `detail` returns, and the members that `write_parts` adds.
pub(crate) const MANUAL_TABLE: &[u8] =
    &table_of::<{ table_of::<128>(&MANUAL_BODY).as_slice().len() }>(&MANUAL_BODY).into_array();

const MANUAL_BODY: ConstOutput<64> = ConstOutput::new()
    .text(br#"{"title":""#)
    .op(Op::Title)
    .text(br#"","status":"#)
    .op(Op::Status)
    .text(b"")
    .member_op(Op::DetailMember, br#""detail""#)
    .text(b"}");

/// The table of every [`Problem`](crate::Problem), whose body is one value: the whole document.
const PROBLEM_TABLE: &[u8] =
    &table_of::<{ table_of::<128>(&PROBLEM_BODY).as_slice().len() }>(&PROBLEM_BODY).into_array();

const PROBLEM_BODY: ConstOutput<64> = ConstOutput::new().text(b"").op(Op::Value).text(b"");

const fn table_of<const N: usize>(body: &ConstOutput<64>) -> ConstOutput<N> {
    let row = Row {
        status: 0,
        flags: Flags::new(LogLevel::ByStatus, BodyKind::Problem)
            .with(Flags::ALLOW_SUCCESS)
            .with(Flags::DETAIL_FROM_METHOD),
        offset: first_entry(1),
    };
    let no_texts =
        Texts { name: "", code: "", title: "", type_uri: "", detail: "", description: "" };
    ConstOutput::new()
        .bytes(&table_header(1))
        .bytes(&row.to_bytes())
        .number(0)
        .text(body.as_slice())
        .texts(&no_texts)
        .number(Trailer { shared_headers: 0, facts: Facts::NONE }.to_number())
        .number(0)
}

impl Case {
    /// Creates a case with only a status, for a manual implementation of
    /// [`HttpError`](crate::HttpError).
    ///
    /// A status that cannot end a request, below 200 or above 599, becomes 500 (RFC 9110, section
    /// 15).
    ///
    /// ```
    /// use httperr::{http::StatusCode, Case};
    ///
    /// assert_eq!(Case::new(StatusCode::GONE).status(), Some(StatusCode::GONE));
    /// let case = Case::new(StatusCode::CONTINUE);
    /// assert_eq!(case.status(), Some(StatusCode::INTERNAL_SERVER_ERROR));
    /// ```
    #[must_use]
    pub const fn new(status: StatusCode) -> Self {
        let status = match is_final(status.as_u16()) {
            true => status,
            false => StatusCode::INTERNAL_SERVER_ERROR,
        };
        Case {
            table: MANUAL_TABLE,
            index: 0,
            status: Some(status),
            depth: 0,
            origin: "",
            is_derived: false,
        }
    }

    /// Creates the case of a problem that is sent with that status.
    pub(crate) const fn of_problem(status: StatusCode) -> Self {
        Case { table: PROBLEM_TABLE, ..Case::new(status) }
    }

    pub(crate) fn is_of_problem(self) -> bool {
        self.table == PROBLEM_TABLE
    }

    /// The case of a value that only its parts determine, because finding it evaluates expressions
    /// that the parts need again.
    pub(crate) const UNDECIDED: Case =
        Case { table: &[], index: 0, status: None, depth: 0, origin: "", is_derived: false };

    /// Returns whether both are the same case of equal declarations.
    #[cfg(any(
        feature = "aide",
        feature = "poem-openapi",
        feature = "utoipa",
        feature = "utoipa5"
    ))]
    pub(crate) fn has_row_of(self, other: Case) -> bool {
        self.has_table_of(other) && self.index == other.index
    }

    pub(crate) fn has_table_of(self, other: Case) -> bool {
        self.table == other.table
    }

    #[inline]
    pub(crate) const fn is_decided(self) -> bool {
        !self.table.is_empty()
    }

    #[inline]
    pub(crate) const fn from_table(
        table: &'static [u8],
        index: u16,
        status: u16,
        origin: &'static str,
    ) -> Self {
        let status = match StatusCode::from_u16(status) {
            Ok(status) => Some(status),
            Err(_) => None,
        };
        Case { table, index, status, depth: 0, origin, is_derived: false }
    }

    /// Returns the case for an error of the type `outer`, which is `transparent` to the error of the
    /// type `inner` that has this case.
    #[inline]
    pub(crate) fn via_transparent(self, inner: &'static str, outer: &'static str) -> Self {
        let origin = if self.has_origin(inner) { outer } else { "" };
        Case { depth: self.depth.saturating_add(1), origin, ..self }
    }

    /// Returns the case for a value of any type.
    #[inline]
    pub(crate) fn for_type(self, name: &'static str) -> Self {
        Case { is_derived: self.has_origin(name), ..self }
    }

    /// Returns the case for a value of a derived type, which has either a case of its own or that of
    /// an error inside.
    #[inline]
    pub(crate) const fn for_derived_type(self) -> Self {
        Case { is_derived: self.depth == 0 || !self.origin.is_empty(), ..self }
    }

    #[inline]
    fn has_origin(self, name: &'static str) -> bool {
        // In an optimized build the two are one string, and the compiler knows it.
        core::ptr::eq(self.origin, name) || self.origin == name
    }

    #[inline]
    pub(crate) const fn is_derived(self) -> bool {
        self.is_derived
    }

    #[cfg(feature = "tonic")]
    pub(crate) const fn table(self) -> &'static [u8] {
        self.table
    }

    #[inline]
    pub(crate) const fn depth(self) -> u16 {
        self.depth
    }

    #[inline]
    pub(crate) const fn index(self) -> u16 {
        self.index
    }

    #[inline]
    pub(crate) fn row(self) -> Row {
        let missing = Row { status: 0, flags: Flags::MASK, offset: u32::MAX };
        Table::new(self.table).row(self.index).unwrap_or(missing)
    }

    fn entry(self) -> Reader<'static> {
        self.entry_of(self.row())
    }

    /// As [`entry`](Self::entry), for a caller that has the row.
    #[inline]
    pub(crate) fn entry_of(self, row: Row) -> Reader<'static> {
        Table::new(self.table).entry(row.offset)
    }

    /// Returns the row in the language at that index of [`languages`](Self::languages).
    fn row_in(self, language: u8) -> Option<Row> {
        Table::new(self.table).row_in(self.index, language.into())
    }

    /// Returns the rows in other languages than the first that have other texts, each with the index and
    /// the tag of its language.
    pub(crate) fn translated_rows(self) -> impl Iterator<Item = (u8, &'static str, Row)> {
        let original = self.row();
        let rows = (0..=u8::MAX).zip(self.languages()).skip(1);
        let rows = rows.filter_map(move |(index, tag)| Some((index, tag, self.row_in(index)?)));
        rows.filter(move |(_, _, row)| *row != original)
    }

    pub(crate) fn text(self, text: Text) -> Option<&'static str> {
        self.text_of(self.row(), text)
    }

    /// As [`text`](Self::text), in the language that has the row.
    pub(crate) fn text_of(self, row: Row, text: Text) -> Option<&'static str> {
        let mut entry = skip_headers(self.entry_of(row));
        let _body = entry.text();
        for _ in 0..text as usize {
            entry.text();
        }
        core::str::from_utf8(entry.text()).ok().filter(|text| !text.is_empty())
    }

    pub(crate) fn entry_after_headers(self) -> Reader<'static> {
        skip_headers(self.entry())
    }

    pub(crate) fn entry_after_texts(self) -> Reader<'static> {
        let mut entry = self.entry_after_headers();
        let _body = entry.text();
        for _ in 0..Text::COUNT {
            entry.text();
        }
        entry
    }

    /// Returns the headers that the enum declares for all its variants.
    pub(crate) fn shared_headers(self) -> impl Iterator<Item = (Name<'static>, &'static [u8])> {
        let mut entry = self.entry();
        let count = entry.number();
        let own = count.saturating_sub(self.shared_header_count());
        (0..count).filter_map(move |_| read_header(&mut entry)).skip(own)
    }

    /// Returns the number of constant headers that the enum declares for all its variants: the last ones.
    pub(crate) fn shared_header_count(self) -> usize {
        self.trailer().shared_headers
    }

    /// Returns whether the machine code is a number.
    pub(crate) fn has_number_code(self) -> bool {
        self.trailer().facts.has(Facts::NUMBER_CODE)
    }

    pub(crate) fn trailer(self) -> Trailer {
        self.entry_after_texts().trailer()
    }

    /// Returns the status code, or [`None`] if it comes from the value.
    #[inline]
    pub fn status(self) -> Option<StatusCode> {
        self.status
    }

    /// Returns the name of the case: that of the variant, or of an arm of `match`. [`None`] for the
    /// case of a manual implementation.
    pub fn name(self) -> Option<&'static str> {
        self.text(Text::Name)
    }

    /// Returns the machine code, which identifies the case to clients. [`None`] for the case of a
    /// manual implementation.
    pub fn code(self) -> Option<&'static str> {
        self.text(Text::Code)
    }

    /// Returns the title (RFC 9457, section 3.1.3): that of the declaration, or else the reason
    /// phrase of the status. [`None`] if it has neither, because the status comes from the value.
    pub fn title(self) -> Option<&'static str> {
        self.title_of(self.row())
    }

    /// Returns the problem type (RFC 9457, section 3.1.1), or [`None`] for `about:blank`.
    pub fn type_uri(self) -> Option<&'static str> {
        self.text(Text::TypeUri)
    }

    /// Returns the public text if it is the same for every value of the case.
    pub fn detail(self) -> Option<&'static str> {
        self.detail_of(self.row())
    }

    pub(crate) fn detail_of(self, row: Row) -> Option<&'static str> {
        let is_constant = row.flags.has(Flags::CONSTANT_DETAIL);
        is_constant.then(|| self.text_of(row, Text::Detail).unwrap_or_default())
    }

    /// Returns the tags (RFC 5646) of the [languages](derive@crate::HttpError#languages) of the
    /// declaration, none if it names none. The first is that of [`title`](Self::title) and
    /// [`detail`](Self::detail).
    ///
    /// ```
    /// use httperr::HttpError;
    ///
    /// #[derive(Debug, thiserror::Error, HttpError)]
    /// #[error("out of credit")]
    /// #[http(403, title(zh = "余额不足"), detail(zh = "没有余额了"))]
    /// struct OutOfCredit;
    ///
    /// let case = OutOfCredit.case();
    /// assert!(case.languages().eq(["en", "zh"]));
    /// assert_eq!(case.title_in("zh"), Some("余额不足"));
    /// assert_eq!(case.detail_in("zh"), Some("没有余额了"));
    /// assert_eq!(case.detail_in("en"), Some("out of credit"));
    /// ```
    pub fn languages(self) -> impl Iterator<Item = &'static str> {
        Table::new(self.table).languages()
    }

    /// Returns the [title](Self::title) in a language: a tag of [`languages`](Self::languages), in any
    /// case. Without a translation it is the title in the first language.
    pub fn title_in(self, language: &str) -> Option<&'static str> {
        self.title_of(self.row_for(language))
    }

    pub(crate) fn title_of(self, row: Row) -> Option<&'static str> {
        let title = self.text_of(row, Text::Title);
        title.or_else(|| self.status().map(|status| phrase(status.as_u16())))
    }

    /// Returns the [public text](Self::detail) in a language: a tag of [`languages`](Self::languages), in
    /// any case. Without a translation it is the text in the first language.
    pub fn detail_in(self, language: &str) -> Option<&'static str> {
        self.detail_of(self.row_for(language))
    }

    fn row_for(self, language: &str) -> Row {
        let mut languages = (0..=u8::MAX).zip(self.languages());
        let found = languages.find(|(_, tag)| tag.eq_ignore_ascii_case(language));
        found.and_then(|(index, _)| self.row_in(index)).unwrap_or_else(|| self.row())
    }

    /// Returns the documentation of the variant.
    pub fn description(self) -> Option<&'static str> {
        self.text(Text::Description)
    }

    /// Returns the value of a [tag](derive@crate::HttpError#tag), a fact about the case that is not sent.
    ///
    /// ```
    /// use httperr::{HttpError, Tag};
    ///
    /// #[derive(Debug, thiserror::Error, HttpError)]
    /// #[error("database")]
    /// #[http(500, tag(sentry = true, metric = "db"))]
    /// struct DatabaseError;
    ///
    /// let case = DatabaseError.case();
    /// assert_eq!(case.tag("sentry"), Some(Tag::Bool(true)));
    /// assert_eq!(case.tag("metric").and_then(Tag::as_str), Some("db"));
    /// assert_eq!(case.tag("audit"), None);
    /// ```
    pub fn tag(self, name: &str) -> Option<Tag> {
        self.tags().find(|(own, _)| *own == name).map(|(_, value)| value)
    }

    /// Returns the names and values of all tags, those of the case itself before those of its enum.
    pub fn tags(self) -> Tags {
        let mut entry = self.entry_after_texts();
        let _trailer = entry.trailer();
        let left = entry.number();
        Tags { entry, left }
    }

    /// Returns the gRPC code of the case: that of the key [`grpc`](derive@crate::HttpError#grpc), or
    /// else the [usual one for the status](httperr_registry::grpc_code). [`None`] without the key if the
    /// status comes from the value.
    ///
    /// It is never [`Grpc::Ok`], which means success: the code of a status that is not an error is
    /// [`Grpc::Unknown`].
    ///
    /// ```
    /// use httperr::registry::Grpc;
    /// use httperr::HttpError;
    ///
    /// #[derive(Debug, thiserror::Error, HttpError)]
    /// enum StockError {
    ///     #[error("no such item")]
    ///     #[http(404)]
    ///     NoItem,
    ///     #[error("another order has changed the stock")]
    ///     #[http(409, grpc = ABORTED)]
    ///     Changed,
    /// }
    ///
    /// assert_eq!(StockError::NoItem.case().grpc(), Some(Grpc::NotFound));
    /// assert_eq!(StockError::Changed.case().grpc(), Some(Grpc::Aborted));
    /// assert_eq!(Grpc::Aborted.name(), "ABORTED");
    /// ```
    pub fn grpc(self) -> Option<Grpc> {
        self.declared_grpc().or_else(|| self.status().map(grpc_of))
    }

    /// Returns the gRPC code that the declaration has.
    pub(crate) fn declared_grpc(self) -> Option<Grpc> {
        let mut entry = self.entry_after_texts();
        let _trailer = entry.trailer();
        (0..entry.number()).map(|_| entry.tag()).find_map(|(name, value)| match value {
            table_format::Tag::Integer(code) if name == GRPC_TAG.as_bytes() => {
                Grpc::ALL.get(usize::try_from(code).ok()?).copied()
            }
            _ => None,
        })
    }

    /// Returns the headers that are the same for every value of the case, except for the default
    /// `Content-Type`.
    ///
    /// ```
    /// use httperr::HttpError;
    ///
    /// #[derive(Debug, thiserror::Error, HttpError)]
    /// #[error("try another method")]
    /// #[http(405, header(ALLOW = "GET"))]
    /// struct WrongMethod;
    ///
    /// let (name, value) = WrongMethod.case().headers().next().unwrap();
    /// assert_eq!((name.as_str(), value.to_str().unwrap()), ("allow", "GET"));
    /// ```
    pub fn headers(self) -> impl Iterator<Item = (HeaderName, HeaderValue)> {
        let mut entry = self.entry();
        let mut left = entry.number();
        core::iter::from_fn(move || {
            left = left.checked_sub(1)?;
            let (name, value) = read_header(&mut entry)?;
            Some((name.to_http()?, Value::Literal(value).into_http()?))
        })
    }
}

impl core::fmt::Debug for Case {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Case")
            .field("name", &self.name())
            .field("status", &self.status())
            .field("code", &self.code())
            .finish_non_exhaustive()
    }
}

fn skip_headers(mut entry: Reader<'static>) -> Reader<'static> {
    for _ in 0..entry.number() {
        entry.header();
    }
    entry
}

/// Returns the gRPC code of a response with that status, which a replaced one does not have of its case.
#[cfg(feature = "tonic")]
pub(crate) fn sent_grpc(case: Case, status: StatusCode) -> Grpc {
    let is_replaced = case.status().is_some_and(|declared| declared != status);
    case.declared_grpc().filter(|_| !is_replaced).unwrap_or_else(|| grpc_of(status))
}

/// Returns the gRPC code of an error with that status.
pub(crate) fn grpc_of(status: StatusCode) -> Grpc {
    match grpc_code(status.as_u16()) {
        Grpc::Ok => Grpc::Unknown,
        code => code,
    }
}

/// Reads a header of an entry, unless its name is not one.
#[inline]
pub(crate) fn read_header(entry: &mut Reader<'static>) -> Option<(Name<'static>, &'static [u8])> {
    let (name, value) = entry.header();
    let name = match name {
        table_format::HeaderName::Registered(index) => FIELD_NAMES.get(index).map(Name::Registered),
        table_format::HeaderName::Literal(name) => valid_name(name).map(Name::Literal),
    };
    Some((name?, value))
}

/// Returns the name if it is a valid one in lower case (RFC 9110, section 5.1). Frameworks create
/// theirs from it with functions that panic otherwise.
fn valid_name(name: &'static [u8]) -> Option<&'static str> {
    let is_name = !name.is_empty() && name.len() < 1 << 15;
    let is_token = name.iter().all(|byte| {
        matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'!' | b'#'..=b'\'' | b'*' | b'+' | b'-' | b'.')
            || matches!(byte, b'^' | b'_' | b'`' | b'|' | b'~')
    });
    core::str::from_utf8(name).ok().filter(|_| is_name && is_token)
}

#[cfg(test)]
mod tests {
    use super::MANUAL_TABLE;

    #[test]
    fn the_manual_table_has_these_bytes() {
        let expected = b"\x01\x00\
            \x00\x00\x00\x06\x0a\x00\x00\x00\
            \x00\
            \x26\x0a{\"title\":\"\x02\x0b\",\"status\":\x01\x00\x09\x08\"detail\"\x01}\
            \x00\x00\x00\x00\x00\x00\x00\x00";
        assert_eq!(MANUAL_TABLE, expected);
    }
}
