//! The encoder: for the macros through [`Output`], for constants through [`ConstOutput`].

use super::{HeaderName, Op, Row, Tag, Texts, Trailer, HEADER_LEN, LANGUAGES, ROW_LEN};

/// Returns the bytes before the first row.
#[must_use]
pub const fn table_header(count: u16) -> [u8; HEADER_LEN] {
    count.to_le_bytes()
}

/// As [`table_header`], of a table with the part `languages`.
#[must_use]
pub const fn table_header_with_languages(count: u16) -> [u8; HEADER_LEN] {
    (count | LANGUAGES).to_le_bytes()
}

/// Returns the offset of the first entry in a table of that many rows and no other languages.
#[must_use]
#[allow(clippy::cast_possible_truncation)] // It is at most 0x8_0000.
pub const fn first_entry(rows: u16) -> u32 {
    (HEADER_LEN + ROW_LEN * rows as usize) as u32
}

impl Row {
    /// Returns the row in its packed form.
    #[must_use]
    pub const fn to_bytes(self) -> [u8; ROW_LEN] {
        let [s0, s1] = self.status.to_le_bytes();
        let [f0, f1] = self.flags.0.to_le_bytes();
        let [o0, o1, o2, o3] = self.offset.to_le_bytes();
        [s0, s1, f0, f1, o0, o1, o2, o3]
    }
}

/// Receives the bytes of a table.
pub trait Output {
    fn bytes(&mut self, bytes: &[u8]);

    fn byte(&mut self, byte: u8) {
        self.bytes(&[byte]);
    }

    /// Writes a number in LEB128.
    fn number(&mut self, value: usize) {
        let mut value = value;
        loop {
            let (byte, rest) = leb128(value);
            self.byte(byte);
            if rest == 0 {
                return;
            }
            value = rest;
        }
    }

    fn text(&mut self, text: &[u8]) {
        self.number(text.len());
        self.bytes(text);
    }

    fn header(&mut self, name: HeaderName<'_>, value: &[u8]) {
        match name {
            HeaderName::Registered(index) => self.number(index + 1),
            HeaderName::Literal(name) => {
                self.number(0);
                self.text(name);
            }
        }
        self.text(value);
    }

    fn texts(&mut self, texts: &Texts<'_>) {
        for text in texts.in_order() {
            self.text(text.as_bytes());
        }
    }

    fn trailer(&mut self, trailer: Trailer) {
        self.number(trailer.to_number());
    }

    fn tag(&mut self, name: &[u8], value: Tag<'_>) {
        self.text(name);
        match value {
            Tag::Text(text) => {
                self.bytes(&[0]);
                self.text(text);
            }
            Tag::Integer(integer) => {
                self.bytes(&[1]);
                self.bytes(&integer.to_le_bytes());
            }
            Tag::Bool(value) => self.bytes(&[2 | u8::from(value)]),
        }
    }

    /// Writes the tags of the part `languages`. The rows of all but the first follow.
    fn languages(&mut self, tags: &[&str]) {
        self.number(tags.len());
        for tag in tags {
            self.text(tag.as_bytes());
        }
    }

    /// Writes a pair of texts of the part `later`: the name of a header and the type of its value, or
    /// the type of a value and its example.
    fn later_pair(&mut self, first: &str, second: &str) {
        self.text(first.as_bytes());
        self.text(second.as_bytes());
    }

    /// Writes a step without operands.
    fn op(&mut self, op: Op) {
        self.byte(op as u8);
    }

    /// Writes a step whose operand is the name of a member.
    fn member_op(&mut self, op: Op, name: &[u8]) {
        self.op(op);
        self.text(name);
    }

    /// Writes a step that inserts members: [`Op::Spread`] or [`Op::Extensions`].
    fn spread_op(&mut self, op: Op, object: usize, own_members: &[u8]) {
        self.op(op);
        self.number(object);
        self.text(own_members);
    }
}

/// Returns the next byte of a number in LEB128, and what remains of the number: 0 at its end.
const fn leb128(value: usize) -> (u8, usize) {
    let [low, ..] = value.to_le_bytes();
    let rest = value >> 7;
    if rest == 0 {
        (low & 0x7f, rest)
    } else {
        (low | 0x80, rest)
    }
}

/// As [`Output`], into an array of length `N` in a `const`, where methods of traits cannot be called.
#[derive(Clone, Copy, Debug)]
pub struct ConstOutput<const N: usize> {
    bytes: [u8; N],
    len: usize,
}

#[allow(clippy::new_without_default)] // `Default` is not const.
impl<const N: usize> ConstOutput<N> {
    #[must_use]
    pub const fn new() -> Self {
        ConstOutput { bytes: [0; N], len: 0 }
    }

    /// Returns the array, whose end is zeros if less than `N` bytes were written.
    pub const fn into_array(self) -> [u8; N] {
        self.bytes
    }

    pub const fn as_slice(&self) -> &[u8] {
        self.bytes.split_at(self.len).0
    }

    #[must_use]
    pub const fn byte(mut self, byte: u8) -> Self {
        self.bytes[self.len] = byte;
        self.len += 1;
        self
    }

    #[must_use]
    pub const fn bytes(mut self, bytes: &[u8]) -> Self {
        let mut rest = bytes;
        while let [byte, after @ ..] = rest {
            self = self.byte(*byte);
            rest = after;
        }
        self
    }

    /// As [`Output::number`].
    #[must_use]
    pub const fn number(mut self, value: usize) -> Self {
        let mut value = value;
        loop {
            let (byte, rest) = leb128(value);
            self = self.byte(byte);
            if rest == 0 {
                return self;
            }
            value = rest;
        }
    }

    #[must_use]
    pub const fn text(self, text: &[u8]) -> Self {
        self.number(text.len()).bytes(text)
    }

    #[must_use]
    pub const fn texts(mut self, texts: &Texts<'_>) -> Self {
        let texts = texts.in_order();
        let mut rest = texts.as_slice();
        while let [text, after @ ..] = rest {
            self = self.text(text.as_bytes());
            rest = after;
        }
        self
    }

    #[must_use]
    pub const fn op(self, op: Op) -> Self {
        self.byte(op as u8)
    }

    #[must_use]
    pub const fn member_op(self, op: Op, name: &[u8]) -> Self {
        self.op(op).text(name)
    }
}
