//! The decoder. It does not fail: bytes that are missing read as zero, or as an empty text.

use super::{Flags, HeaderName, Op, Row, Tag, Trailer, HEADER_LEN, LANGUAGES, ROW_LEN};

/// A packed table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table<'a> {
    bytes: &'a [u8],
}

impl<'a> Table<'a> {
    #[inline]
    pub const fn new(bytes: &'a [u8]) -> Self {
        Table { bytes }
    }

    #[inline]
    pub const fn case_count(self) -> u16 {
        self.count() & !LANGUAGES
    }

    const fn count(self) -> u16 {
        match self.bytes {
            [low, high, ..] => u16::from_le_bytes([*low, *high]),
            _ => 0,
        }
    }

    #[inline]
    pub fn row(self, index: u16) -> Option<Row> {
        row_at(self.bytes, HEADER_LEN + usize::from(index) * ROW_LEN)
    }

    /// Returns the tags of the languages: none if the declaration has only one.
    pub fn languages(self) -> Languages<'a> {
        let start = HEADER_LEN + usize::from(self.case_count()) * ROW_LEN;
        let list = match self.count() & LANGUAGES {
            0 => None,
            _ => self.bytes.get(start..),
        };
        let mut tags = Reader { bytes: list.unwrap_or_default() };
        let left = tags.number();
        Languages { tags, left }
    }

    /// Returns the row of a case in the language at that index of [`languages`](Self::languages).
    pub fn row_in(self, index: u16, language: usize) -> Option<Row> {
        let Some(others) = language.checked_sub(1) else { return self.row(index) };
        let mut languages = self.languages();
        if language >= languages.left || index >= self.case_count() {
            return None;
        }
        languages.by_ref().for_each(drop);
        let row = usize::from(self.case_count()).checked_mul(others)?.checked_add(index.into())?;
        row_at(languages.tags.bytes, row.checked_mul(ROW_LEN)?)
    }

    /// Returns a reader at the start of the entry at that offset.
    #[inline]
    pub fn entry(self, offset: u32) -> Reader<'a> {
        let start = usize::try_from(offset).unwrap_or(usize::MAX);
        Reader { bytes: self.bytes.get(start..).unwrap_or_default() }
    }
}

#[inline]
fn row_at(bytes: &[u8], start: usize) -> Option<Row> {
    match bytes.get(start..start.checked_add(ROW_LEN)?) {
        Some(&[s0, s1, f0, f1, o0, o1, o2, o3]) => Some(Row {
            status: u16::from_le_bytes([s0, s1]),
            flags: Flags(u16::from_le_bytes([f0, f1])),
            offset: u32::from_le_bytes([o0, o1, o2, o3]),
        }),
        _ => None,
    }
}

/// The tags of the languages of a table, that of the texts without a language first.
#[derive(Clone, Debug)]
pub struct Languages<'a> {
    tags: Reader<'a>,
    left: usize,
}

impl<'a> Iterator for Languages<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        // A number without its tags ends with the table.
        self.left = if self.tags.bytes.is_empty() { 0 } else { self.left };
        self.left = self.left.checked_sub(1)?;
        Some(core::str::from_utf8(self.tags.text()).unwrap_or_default())
    }
}

/// Reads the parts of an entry, or of a program, from the front.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    #[inline]
    pub const fn new(bytes: &'a [u8]) -> Self {
        Reader { bytes }
    }

    /// Returns the bytes that have not been read.
    #[inline]
    pub const fn rest(self) -> &'a [u8] {
        self.bytes
    }

    /// Reads a number in LEB128.
    #[inline]
    pub fn number(&mut self) -> usize {
        match self.bytes {
            [byte @ 0..=0x7f, rest @ ..] => {
                self.bytes = rest;
                usize::from(*byte)
            }
            _ => {
                let value;
                (value, *self) = self.long_number();
                value
            }
        }
    }

    /// Reads a number of several bytes. Takes the reader by value, so that it stays in registers
    /// elsewhere.
    #[cold]
    fn long_number(mut self) -> (usize, Self) {
        let mut value = 0;
        let mut shift = 0;
        while let [byte, rest @ ..] = self.bytes {
            self.bytes = rest;
            value |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 || shift > 28 {
                break;
            }
        }
        (value, self)
    }

    #[inline]
    pub fn text(&mut self) -> &'a [u8] {
        let length = self.number();
        let (text, rest) = self.bytes.split_at_checked(length).unwrap_or_default();
        self.bytes = rest;
        text
    }

    pub fn trailer(&mut self) -> Trailer {
        Trailer::from_number(self.number())
    }

    /// Reads a header: its name and its value.
    #[inline]
    pub fn header(&mut self) -> (HeaderName<'a>, &'a [u8]) {
        let name = match self.number() {
            0 => HeaderName::Literal(self.text()),
            number => HeaderName::Registered(number - 1),
        };
        (name, self.text())
    }

    /// Reads a tag: its name and its value.
    pub fn tag(&mut self) -> (&'a [u8], Tag<'a>) {
        let name = self.text();
        let value = match self.take() {
            [0] => Tag::Text(self.text()),
            [1] => Tag::Integer(i64::from_le_bytes(self.take())),
            [kind] => Tag::Bool(kind == 3),
        };
        (name, value)
    }

    /// Reads a pair of texts of the part `later`: the name of a header and the type of its value, or
    /// the type of a value and its example.
    pub fn later_pair(&mut self) -> (&'a str, &'a str) {
        let mut next = || core::str::from_utf8(self.text()).unwrap_or_default();
        (next(), next())
    }

    fn take<const N: usize>(&mut self) -> [u8; N] {
        let (bytes, rest) = self.bytes.split_first_chunk().unwrap_or((&[0; N], &[]));
        self.bytes = rest;
        *bytes
    }

    /// Reads the operation of a step, or returns `None` at the end of the program. The operands
    /// follow.
    #[inline]
    pub fn op(&mut self) -> Option<Op> {
        let (opcode, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(Op::from_byte(*opcode))
    }
}
