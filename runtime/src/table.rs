//! The cases of a declaration, read from the packed table that the derive writes.

use http::{HeaderName, HeaderValue, StatusCode};
use httperr_registry::phrase;
use httperr_registry::table_format::{
    self, first_entry, table_header, BodyKind, ConstOutput, Flags, LogLevel, Op, Reader, Row,
    Table, Text, Texts,
};

use crate::constants::{Key, FIELD_NAMES};
use crate::render::headers::{Name, Value};

/// A case of an error type: which declaration applies to a value, and what it says.
///
/// [`HttpError::case`](crate::HttpError::case) tells the case of a value,
/// [`HttpError::catalog`](crate::HttpError::catalog) lists all the cases of a type.
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
    place: u16,
    status: Option<StatusCode>,
    /// How many errors are around the one whose case it is, each `transparent` to the next.
    depth: u16,
    /// The name of the derived type whose `case` this is.
    origin: &'static str,
    /// Whether it is the case of a value of that type, and of no manual implementation that has it from
    /// there: then the table tells whether there are parts.
    is_derived: bool,
}

/// The table of a case that a manual implementation returns. Its public text is what the method
/// `detail` returns; its body is a problem document of the status, that text and what members there
/// are.
const MANUAL_TABLE: &[u8] = &manual_table::<{ manual_table::<128>().len() }>().into_array();

const fn manual_table<const N: usize>() -> ConstOutput<N> {
    let body = ConstOutput::<64>::new()
        .text(br#"{"title":""#)
        .op(Op::Title)
        .text(br#"","status":"#)
        .op(Op::Status)
        .text(b"")
        .member_op(Op::DetailMember, br#""detail""#)
        .text(b"}");
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
        .number(0)
}

impl Case {
    /// A case that only has a status, for an implementation of
    /// [`HttpError`](crate::HttpError) by hand.
    ///
    /// A status that is not final cannot end a request: below 200 or above 599 it becomes 500
    /// (RFC 9110, section 15).
    #[must_use]
    pub const fn new(status: StatusCode) -> Self {
        let status = match status.as_u16() {
            200..=599 => status,
            _ => StatusCode::INTERNAL_SERVER_ERROR,
        };
        Case {
            table: MANUAL_TABLE,
            place: 0,
            status: Some(status),
            depth: 0,
            origin: "",
            is_derived: false,
        }
    }

    /// Stands for the case of a value whose parts determine it: to find the case evaluates
    /// expressions that the parts need again.
    pub(crate) const UNDECIDED: Case =
        Case { table: &[], place: 0, status: None, depth: 0, origin: "", is_derived: false };

    #[inline]
    pub(crate) const fn is_decided(self) -> bool {
        !self.table.is_empty()
    }

    #[inline]
    pub(crate) const fn of(
        table: &'static [u8],
        place: u16,
        status: u16,
        origin: &'static str,
    ) -> Self {
        let status = match StatusCode::from_u16(status) {
            Ok(status) => Some(status),
            Err(_) => None,
        };
        Case { table, place, status, depth: 0, origin, is_derived: false }
    }

    /// The case of an error of the type `outer`, which is `transparent` to an error of the type `inner`.
    #[inline]
    pub(crate) fn inner(self, inner: &'static str, outer: &'static str) -> Self {
        let origin = if self.is_from(inner) { outer } else { "" };
        Case { depth: self.depth.saturating_add(1), origin, ..self }
    }

    /// The case of a value of a type.
    #[inline]
    pub(crate) fn of_type(self, name: &'static str) -> Self {
        Case { is_derived: self.is_from(name), ..self }
    }

    /// The case of a value of a derived type: there is none from elsewhere but of an error inside.
    #[inline]
    pub(crate) const fn of_derived_type(self) -> Self {
        Case { is_derived: self.depth == 0 || !self.origin.is_empty(), ..self }
    }

    #[inline]
    fn is_from(self, name: &'static str) -> bool {
        // In an optimized build the two are one, and known to be.
        core::ptr::eq(self.origin, name) || self.origin == name
    }

    #[inline]
    pub(crate) const fn is_derived(self) -> bool {
        self.is_derived
    }

    #[inline]
    pub(crate) const fn depth(self) -> u16 {
        self.depth
    }

    #[inline]
    pub(crate) const fn place(self) -> u16 {
        self.place
    }

    /// Returns the row of the case in its table.
    #[inline]
    pub(crate) fn row(self) -> Row {
        let missing = Row { status: 0, flags: Flags::MASK, offset: u32::MAX };
        Table::new(self.table).row(self.place).unwrap_or(missing)
    }

    fn entry(self) -> Reader<'static> {
        self.entry_of(self.row())
    }

    /// As [`entry`](Self::entry), for a caller that has the row.
    #[inline]
    pub(crate) fn entry_of(self, row: Row) -> Reader<'static> {
        Table::new(self.table).entry(row.offset)
    }

    fn text(self, text: Text) -> &'static str {
        let mut entry = self.entry();
        skip_headers(&mut entry);
        let _body = entry.text();
        for _ in 0..text as usize {
            entry.text();
        }
        core::str::from_utf8(entry.text()).unwrap_or_default()
    }

    /// The headers that the enum declares for all its variants.
    pub(crate) fn shared_headers(self) -> impl Iterator<Item = (Name<'static>, &'static [u8])> {
        let mut entry = self.entry();
        let mut end = entry;
        skip_headers(&mut end);
        let _body = end.text();
        for _ in 0..Text::COUNT {
            end.text();
        }
        let count = entry.number();
        let own = count.saturating_sub(end.number());
        (0..count).filter_map(move |_| read_header(&mut entry)).skip(own)
    }

    /// The status, where the declaration fixes it; [`None`] where it comes from the value.
    #[inline]
    pub fn status(self) -> Option<StatusCode> {
        self.status
    }

    /// What the declaration calls the case: the variant's name, or that of an arm of `match`;
    /// [`None`] for a case by hand.
    pub fn name(self) -> Option<&'static str> {
        some(self.text(Text::Name))
    }

    /// The machine code; [`None`] for a case by hand.
    pub fn code(self) -> Option<&'static str> {
        some(self.text(Text::Code))
    }

    /// The title (RFC 9457, section 3.1.3): the declaration's, or the reason phrase of the
    /// status; [`None`] where both come from the value.
    pub fn title(self) -> Option<&'static str> {
        some(self.text(Text::Title)).or_else(|| self.status().map(|status| phrase(status.as_u16())))
    }

    /// The problem type (RFC 9457, section 3.1.1); [`None`] stands for `about:blank`.
    pub fn type_uri(self) -> Option<&'static str> {
        some(self.text(Text::TypeUri))
    }

    /// The public text, where it is the same for every value of the case.
    pub fn detail(self) -> Option<&'static str> {
        self.row().flags.has(Flags::CONSTANT_DETAIL).then(|| self.text(Text::Detail))
    }

    /// The documentation of the variant.
    pub fn description(self) -> Option<&'static str> {
        some(self.text(Text::Description))
    }

    /// The headers that are the same for every value of the case, apart from `Content-Type`.
    ///
    /// ```
    /// use httperr::{http::StatusCode, Case};
    ///
    /// assert_eq!(Case::new(StatusCode::NOT_FOUND).headers().count(), 0);
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

fn some(word: &'static str) -> Option<&'static str> {
    (!word.is_empty()).then_some(word)
}

/// Reads a header of an entry, unless its name is not one.
#[inline]
pub(crate) fn read_header(entry: &mut Reader<'static>) -> Option<(Name<'static>, &'static [u8])> {
    let (name, value) = entry.header();
    let name = match name {
        table_format::HeaderName::Registered(index) => FIELD_NAMES.get(index).map(Name::Registered),
        table_format::HeaderName::Literal(name) => lower_case(name).map(Name::Literal),
    };
    Some((name?, value))
}

fn skip_headers(entry: &mut Reader<'_>) {
    for _ in 0..entry.number() {
        entry.header();
    }
}

/// The name, if a field can have it, in lower case (RFC 9110, section 5.1): frameworks make theirs
/// of it with functions that panic over others.
fn lower_case(name: &'static [u8]) -> Option<&'static str> {
    let is_name = !name.is_empty() && name.len() < 1 << 15;
    let is_token = name.iter().all(|byte| {
        matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'!' | b'#'..=b'\'' | b'*' | b'+' | b'-' | b'.')
            || matches!(byte, b'^' | b'_' | b'`' | b'|' | b'~')
    });
    core::str::from_utf8(name).ok().filter(|_| is_name && is_token)
}

/// Every case that an error type can answer with, those of the errors inside it included.
///
/// ```
/// use httperr::HttpError;
///
/// #[derive(Debug, thiserror::Error, HttpError)]
/// enum StockError {
///     #[error("sold out")]
///     #[http(409)]
///     SoldOut,
/// }
///
/// #[derive(Debug, thiserror::Error, HttpError)]
/// enum ShopError {
///     #[error("no such order")]
///     #[http(404)]
///     NoOrder,
///     #[error(transparent)]
///     #[http(transparent)]
///     Stock(#[from] StockError),
/// }
///
/// let codes: Vec<_> = ShopError::catalog().cases().map(|case| case.code().unwrap()).collect();
/// assert_eq!(codes, ["no-order", "sold-out"]);
/// ```
#[derive(Clone, Copy)]
pub struct Catalog {
    table: &'static [u8],
    /// Whose address is the declaration's own; declarations that have none and equal tables have the
    /// same cases.
    key: Option<&'static Key>,
    /// The places of the cases that this build does not have.
    absent: &'static [u16],
    nested: &'static [fn() -> Catalog],
}

impl Catalog {
    pub(crate) const fn of(
        table: &'static [u8],
        key: Option<&'static Key>,
        absent: &'static [u16],
        nested: &'static [fn() -> Catalog],
    ) -> Self {
        Catalog { table, key, absent, nested }
    }

    /// The cases, those declared here first, then those of the errors inside. An error type that
    /// is met again, as in a recursion, is not listed again, and of types that say the same word for
    /// word only one is.
    pub fn cases(self) -> Cases {
        Cases { current: self, next: 0, waiting: self.nested.to_vec(), seen: vec![self] }
    }

    /// Returns whether both list the same: their own cases, and those of the types inside, which
    /// tell the instances of a generic type apart.
    fn is(self, other: Catalog) -> bool {
        same(self, other, &mut Vec::new())
    }

    fn case(&self, index: u16) -> Case {
        let status = Table::new(self.table).row(index).map_or(500, |row| row.status);
        Case::of(self.table, index, status, "")
    }

    fn len(&self) -> u16 {
        Table::new(self.table).len()
    }
}

/// Compares two catalogs. `assumed` holds the pairs of types inside whose comparison has begun: types
/// that contain themselves are the same unless a difference is found elsewhere.
///
/// A function has several addresses where several crates or codegen units have instances of it, and
/// functions of equal code may share one. So addresses tell what was compared already, and nothing
/// about what is equal: it does not depend on how the program is compiled.
fn same(one: Catalog, other: Catalog, assumed: &mut Vec<(usize, usize)>) -> bool {
    let key = |catalog: Catalog| catalog.key.map(core::ptr::from_ref);
    key(one) == key(other)
        && one.table == other.table
        && one.absent == other.absent
        && one.nested.len() == other.nested.len()
        && one.nested.iter().zip(other.nested).all(|(one, other)| {
            let pair = (*one as usize, *other as usize);
            if pair.0 == pair.1 || assumed.contains(&pair) {
                return true;
            }
            assumed.push(pair);
            same(one(), other(), assumed)
        })
}

impl core::fmt::Debug for Catalog {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Catalog ")?;
        f.debug_list().entries(self.cases()).finish()
    }
}

impl Default for Catalog {
    fn default() -> Self {
        Catalog::of(&[], None, &[], &[])
    }
}

impl IntoIterator for Catalog {
    type Item = Case;
    type IntoIter = Cases;

    fn into_iter(self) -> Cases {
        self.cases()
    }
}

/// The cases of a [`Catalog`].
#[derive(Clone)]
pub struct Cases {
    current: Catalog,
    next: u16,
    waiting: Vec<fn() -> Catalog>,
    seen: Vec<Catalog>,
}

/// Lists the cases that are still to come.
impl core::fmt::Debug for Cases {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Cases ")?;
        f.debug_list().entries(self.clone()).finish()
    }
}

impl Iterator for Cases {
    type Item = Case;

    fn next(&mut self) -> Option<Case> {
        loop {
            while self.next < self.current.len() {
                let place = self.next;
                self.next += 1;
                if !self.current.absent.contains(&place) {
                    return Some(self.current.case(place));
                }
            }
            if self.waiting.is_empty() {
                return None;
            }
            let inner = self.waiting.remove(0)();
            if !self.seen.iter().any(|seen| seen.is(inner)) {
                self.seen.push(inner);
                self.waiting.extend(inner.nested);
                (self.current, self.next) = (inner, 0);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Catalog, Key, MANUAL_TABLE};

    #[test]
    fn the_manual_table_has_these_bytes() {
        let expected = b"\x01\x00\
            \x00\x00\x00\x06\x0a\x00\x00\x00\
            \x00\
            \x26\x0a{\"title\":\"\x02\x0b\",\"status\":\x01\x00\x09\x08\"detail\"\x01}\
            \x00\x00\x00\x00\x00\x00\x00";
        assert_eq!(MANUAL_TABLE, expected);
    }

    /// Two copies of a function, as two crates have them, of a type that contains itself.
    #[test]
    fn a_type_is_the_same_under_whichever_address_its_catalog_is_met() {
        static KEY: Key = 0;

        fn one() -> Catalog {
            Catalog::of(MANUAL_TABLE, Some(&KEY), &[], &[leaf, other])
        }
        fn other() -> Catalog {
            std::hint::black_box(Catalog::of(MANUAL_TABLE, Some(&KEY), &[], &[leaf, one]))
        }
        fn leaf() -> Catalog {
            Catalog::of(MANUAL_TABLE, None, &[], &[])
        }

        assert!(one().is(other()) && other().is(one()));
        assert_eq!(one().cases().count(), 2);
    }

    #[test]
    fn a_difference_inside_tells_instances_apart_however_deep_it_is() {
        static KEY: Key = 0;
        static INNER: Key = 0;

        fn full() -> Catalog {
            Catalog::of(MANUAL_TABLE, None, &[], &[])
        }
        fn empty() -> Catalog {
            Catalog::of(&[], None, &[], &[])
        }
        fn of_full() -> Catalog {
            Catalog::of(&[], Some(&INNER), &[], &[full])
        }
        fn of_empty() -> Catalog {
            Catalog::of(&[], Some(&INNER), &[], &[empty])
        }

        let one = Catalog::of(MANUAL_TABLE, Some(&KEY), &[], &[of_full]);
        let other = Catalog::of(MANUAL_TABLE, Some(&KEY), &[], &[of_empty]);
        assert!(!one.is(other) && !other.is(one));
        let absent = Catalog::of(MANUAL_TABLE, Some(&KEY), &[0], &[of_full]);
        assert!(!one.is(absent));
    }
}
