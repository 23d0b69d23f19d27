//! The list of all cases of a type.

use httperr_registry::table_format::Table;

use crate::case::Case;
use crate::constants::Key;

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
}

impl Catalog {
    pub(crate) const fn new(
        table: &'static [u8],
        key: Option<&'static Key>,
        absent: &'static [u16],
        nested: &'static [fn() -> Catalog],
    ) -> Self {
        Catalog { table, key, absent, nested }
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

    /// Compares the types: their own cases, and those of the types inside, in which two instances of
    /// a generic type differ.
    fn is_same_type(self, other: Catalog) -> bool {
        is_same_type(self, other, &mut Vec::new())
    }

    fn case(&self, index: u16) -> Case {
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
