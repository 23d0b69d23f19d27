//! The list of all cases of a type, and the descriptions of their responses.

pub(crate) mod description;
mod example;
mod facts;
pub(crate) mod flat;
pub(crate) mod json;
pub(crate) mod languages;
pub(crate) mod markdown;
pub(crate) mod public;
pub(crate) mod schema;
pub(crate) mod shape;
mod text;

use httperr_registry::table_format::{EnvelopeBody, Table};

use self::description::{Description, Envelope};
use self::schema::ValueSchemas;
use crate::case::Case;
use crate::constants::Key;
use crate::response_parts::ResponseParts;

/// The envelope of an inner error: the index of its catalog, the table, an [`EnvelopeBody`], and the
/// media type of its body format.
pub(crate) type EnvelopeRow = (usize, &'static [u8], u8, fn() -> &'static str);

/// The index of a case, and the media type of its body format.
pub(crate) type MediaTypeRow = (u16, fn() -> &'static str);

/// The cases of an error type, including those of the errors that it is `transparent` to.
///
/// Returned by [`HttpError::catalog`](crate::HttpError::catalog).
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
    /// Its address identifies the declaration. Declarations without one are the same if their tables
    /// are equal.
    key: Option<&'static Key>,
    /// The indexes of the cases that `#[cfg]` removes from this build.
    absent: &'static [u16],
    nested: &'static [fn() -> Catalog],
    envelopes: &'static [EnvelopeRow],
    media_types: &'static [MediaTypeRow],
    format: Option<ConstantFormat>,
}

/// The format of a declaration, unless a part of it comes from run time: the arguments of
/// [`ResponseParts::format_of`].
#[derive(Clone, Copy)]
pub(crate) struct ConstantFormat {
    pub(crate) table: &'static [u8],
    pub(crate) body: u8,
    pub(crate) code_case: u8,
    pub(crate) code_prefix: &'static str,
    pub(crate) declares_codes: bool,
}

impl Catalog {
    pub(crate) const fn new(
        table: &'static [u8],
        key: Option<&'static Key>,
        absent: &'static [u16],
        nested: &'static [fn() -> Catalog],
    ) -> Self {
        Catalog { table, key, absent, nested, envelopes: &[], media_types: &[], format: None }
    }

    /// Adds the envelopes of the inner errors.
    pub(crate) const fn in_envelopes(self, envelopes: &'static [EnvelopeRow]) -> Self {
        Catalog { envelopes, ..self }
    }

    /// Adds the media types of the cases with a `BodyFormat`.
    pub(crate) const fn with_media_types(self, media_types: &'static [MediaTypeRow]) -> Self {
        Catalog { media_types, ..self }
    }

    /// Adds the format of the declaration.
    pub(crate) const fn with_format(self, format: ConstantFormat) -> Self {
        Catalog { format: Some(format), ..self }
    }

    /// Writes the format of the declaration, if it is constant.
    pub(crate) fn write_format(&self, parts: &mut ResponseParts<'_>) {
        if let Some(ConstantFormat { table, body, code_case, code_prefix, declares_codes }) =
            self.format
        {
            parts.format_of(table, body, code_case, code_prefix, declares_codes);
        }
    }

    /// Returns the descriptions of all cases, those of inner errors in their envelopes. A type that is
    /// in different envelopes is listed for each.
    pub(crate) fn descriptions(self) -> Vec<Description> {
        let mut descriptions = Vec::new();
        let mut waiting = vec![(self, Vec::<Envelope>::new())];
        let mut seen: Vec<(Catalog, Vec<Envelope>)> = Vec::new();
        let mut next = 0;
        while let Some((catalog, envelopes)) = waiting.get(next).cloned() {
            next += 1;
            let is_seen = |(other, around): &(Catalog, Vec<Envelope>)| {
                other.is_same_type(catalog) && is_same(around, &envelopes)
            };
            if seen.iter().any(is_seen) {
                continue;
            }
            for index in (0..catalog.len()).filter(|index| !catalog.absent.contains(index)) {
                let media_type = catalog.media_type(index);
                let case = catalog.case(index);
                descriptions.push(Description::new(case, media_type, &envelopes));
            }
            for (index, nested) in catalog.nested.iter().enumerate() {
                waiting.push((nested(), catalog.with_envelope(index, &envelopes)));
            }
            seen.push((catalog, envelopes));
        }
        descriptions
    }

    fn media_type(&self, index: u16) -> &'static str {
        let row = self.media_types.iter().find(|(case, _)| *case == index);
        row.map_or("", |(_, media_type)| media_type())
    }

    /// Returns the envelopes of the inner error with that index: one more, unless it is there already,
    /// as in a type that contains itself.
    fn with_envelope(&self, index: usize, around: &[Envelope]) -> Vec<Envelope> {
        let mut envelopes = around.to_vec();
        if let (Some((_, _, body, media_type)), Some(case)) =
            (self.envelopes.iter().find(|(inner, ..)| *inner == index), self.envelope(index))
        {
            let envelope =
                Envelope { case, body: EnvelopeBody::from_byte(*body), media_type: media_type() };
            if !envelopes.iter().any(|other| other.is_same(&envelope)) {
                envelopes.push(envelope);
            }
        }
        envelopes
    }

    /// Returns the only case of the envelope around the inner error with that index.
    pub(crate) fn envelope(&self, inner: usize) -> Option<Case> {
        let (_, table, ..) = self.envelopes.iter().find(|(index, ..)| *index == inner)?;
        Some(Case::from_table(table, 0, 0, ""))
    }

    /// Returns an iterator over the cases: first those that the type declares, then those of the
    /// errors inside. A type that occurs several times, as in a recursion, is listed once, and so
    /// are types whose declarations are equal.
    ///
    /// ```
    /// use httperr::{http::StatusCode, HttpError};
    ///
    /// #[derive(Debug, thiserror::Error, HttpError)]
    /// #[error("no such order")]
    /// #[http(404)]
    /// struct NoOrder;
    ///
    /// let case = NoOrder::catalog().cases().next().unwrap();
    /// assert_eq!(case.status(), Some(StatusCode::NOT_FOUND));
    /// ```
    pub fn cases(self) -> Cases {
        Cases { current: self, next: 0, waiting: self.nested.to_vec(), seen: vec![self] }
    }

    /// Returns everything that is known of the cases, as JSON: names, statuses, codes, titles, types,
    /// texts, headers, members with their types, media types, documentation, tags and log levels.
    ///
    /// It has the cases whose names are private too: it is for the team, which compares it with a
    /// committed file ([`contract`](crate::contract)), not for clients.
    ///
    /// ```
    /// use httperr::HttpError;
    ///
    /// #[derive(Debug, thiserror::Error, HttpError)]
    /// #[error("gone")]
    /// #[http(410, extension(since = _0))]
    /// struct Gone(u16);
    ///
    /// let json: serde_json::Value = serde_json::from_str(&Gone::catalog().to_json())?;
    /// assert_eq!(json["cases"][0]["status"], 410);
    /// assert_eq!(json["cases"][0]["body"]["/since"], "integer (u16)");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(self) -> String {
        json::to_json(&self.descriptions())
    }

    /// Returns a table of the cases in Markdown, for clients: without the names that are
    /// [private](derive@crate::HttpError#expose-mask), and without the cases that are
    /// [`same_as`](derive@crate::HttpError#same_as) another.
    ///
    /// ```
    /// use httperr::HttpError;
    ///
    /// #[derive(Debug, thiserror::Error, HttpError)]
    /// enum ApiError {
    ///     /// The order does not exist.
    ///     #[error("no order {0}")]
    ///     #[http(404)]
    ///     NoOrder(u64),
    ///     #[error("database")]
    ///     #[http(500)]
    ///     Database,
    /// }
    ///
    /// assert_eq!(
    ///     ApiError::catalog().to_markdown(),
    ///     "| status | code | title | when | headers | members |\n\
    ///      |---|---|---|---|---|---|\n\
    ///      | 404 | `no-order` | Not Found | The order does not exist. |  |  |\n\
    ///      | 500 |  | Internal Server Error |  |  |  |\n"
    /// );
    /// ```
    #[must_use]
    pub fn to_markdown(self) -> String {
        markdown::to_markdown(&self.public_cases(ValueSchemas::NONE))
    }

    /// Compares the types: their own cases, and those of the types inside, in which two instances of
    /// a generic type differ.
    pub(crate) fn is_same_type(self, other: Catalog) -> bool {
        is_same_type(self, other, &mut Vec::new())
    }

    pub(crate) fn case(&self, index: u16) -> Case {
        let status = Table::new(self.table).row(index).map_or(500, |row| row.status);
        Case::from_table(self.table, index, status, "")
    }

    fn len(&self) -> u16 {
        Table::new(self.table).case_count()
    }
}

/// Compares two catalogs. `assumed` holds the pairs of nested types whose comparison has begun: types
/// that contain themselves are the same unless a difference is found elsewhere.
///
/// A function has several addresses if several crates or codegen units have instances of it, and
/// functions with equal code may share one. So an address shows what has been compared, and nothing
/// about equality: the result does not depend on how the program is compiled.
fn is_same_type(one: Catalog, other: Catalog, assumed: &mut Vec<(usize, usize)>) -> bool {
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
            is_same_type(one(), other(), assumed)
        })
}

fn is_same(one: &[Envelope], other: &[Envelope]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.is_same(other))
}

impl core::fmt::Debug for Catalog {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Catalog ")?;
        f.debug_list().entries(self.cases()).finish()
    }
}

impl Default for Catalog {
    /// Returns a catalog without cases.
    fn default() -> Self {
        Catalog::new(&[], None, &[], &[])
    }
}

impl IntoIterator for Catalog {
    type Item = Case;
    type IntoIter = Cases;

    fn into_iter(self) -> Cases {
        self.cases()
    }
}

/// An iterator over the cases of a [`Catalog`].
///
/// Returned by [`Catalog::cases`].
#[derive(Clone)]
pub struct Cases {
    current: Catalog,
    next: u16,
    waiting: Vec<fn() -> Catalog>,
    seen: Vec<Catalog>,
}

/// Lists the cases that remain.
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
                let index = self.next;
                self.next += 1;
                if !self.current.absent.contains(&index) {
                    return Some(self.current.case(index));
                }
            }
            if self.waiting.is_empty() {
                return None;
            }
            let nested = self.waiting.remove(0)();
            if !self.seen.iter().any(|seen| seen.is_same_type(nested)) {
                self.seen.push(nested);
                self.waiting.extend(nested.nested);
                (self.current, self.next) = (nested, 0);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Catalog, Key};
    use crate::case::MANUAL_TABLE;

    #[test]
    fn a_type_is_the_same_at_every_address_of_its_catalog_function() {
        static KEY: Key = 0;

        // Two copies of a function, as two crates have them, of a type that contains itself.
        fn one() -> Catalog {
            Catalog::new(MANUAL_TABLE, Some(&KEY), &[], &[leaf, other])
        }
        fn other() -> Catalog {
            std::hint::black_box(Catalog::new(MANUAL_TABLE, Some(&KEY), &[], &[leaf, one]))
        }
        fn leaf() -> Catalog {
            Catalog::new(MANUAL_TABLE, None, &[], &[])
        }

        assert!(one().is_same_type(other()) && other().is_same_type(one()));
        assert_eq!(one().cases().count(), 2);
    }

    #[test]
    fn types_with_a_difference_at_any_depth_are_not_the_same() {
        static KEY: Key = 0;
        static INNER: Key = 0;

        fn full() -> Catalog {
            Catalog::new(MANUAL_TABLE, None, &[], &[])
        }
        fn empty() -> Catalog {
            Catalog::new(&[], None, &[], &[])
        }
        fn of_full() -> Catalog {
            Catalog::new(&[], Some(&INNER), &[], &[full])
        }
        fn of_empty() -> Catalog {
            Catalog::new(&[], Some(&INNER), &[], &[empty])
        }

        let one = Catalog::new(MANUAL_TABLE, Some(&KEY), &[], &[of_full]);
        let other = Catalog::new(MANUAL_TABLE, Some(&KEY), &[], &[of_empty]);
        assert!(!one.is_same_type(other) && !other.is_same_type(one));
        let absent = Catalog::new(MANUAL_TABLE, Some(&KEY), &[0], &[of_full]);
        assert!(!one.is_same_type(absent));
    }
}
