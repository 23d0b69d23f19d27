//! The rules that most fields are built from (RFC 9110, section 5.6).

use crate::uri;

/// The first error of a value.
pub(crate) struct Mismatch {
    pub(crate) offset: usize,
    pub(crate) problem: Problem,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// A noun with its article, and the character at the offset, if it is not the end of the value.
    Expected(&'static str, Option<char>),
    /// The value violates a rule: a whole clause.
    Violated(&'static str),
    Uri(uri::Malformed),
}

pub(crate) type Result<T = ()> = core::result::Result<T, Mismatch>;

pub(super) const COMMA_OR_END: &str = "`,` or the end of the value";
pub(super) const SEMICOLON_OR_END: &str = "`;` or the end of the value";
pub(super) const END: &str = "the end of the value";
/// `delta-seconds` (RFC 9111, section 1.2.2).
pub(super) const SECONDS: &str = "a number of seconds";

const ARGUMENT: &str = "a token or a quoted string";
const SPACED_EQUALS: &str = "whitespace is not allowed around `=`";

/// The text after the `=` of a parameter or directive.
#[derive(Clone, Copy)]
pub(super) struct Argument<'a> {
    /// The token, or the text between the quotes with its escapes.
    pub(super) text: &'a str,
    /// The offset of the text in the value.
    pub(super) offset: usize,
    pub(super) is_quoted: bool,
}

/// A position in a field value.
///
/// Predicates never split a character: they accept no byte from 128 on, or all of them.
#[derive(Clone)]
pub(super) struct Scanner<'a> {
    /// The whole value.
    text: &'a str,
    offset: usize,
    end: usize,
}

impl<'a> Scanner<'a> {
    /// Starts at the first byte of a value that is not optional whitespace, and ends after the last
    /// one: the whitespace around a value is not part of it (RFC 9110, section 5.5).
    pub(super) fn new(value: &'a str) -> Self {
        let bytes = value.as_bytes();
        let mut end = bytes.len();
        while end > 0 && is_whitespace(bytes[end - 1]) {
            end -= 1;
        }
        let mut scanner = Self { text: &value[..end], offset: 0, end };
        scanner.skip_whitespace();
        scanner
    }

    /// Returns a scanner of a part of the value, with the offsets of the whole.
    pub(super) fn slice(&self, offset: usize, len: usize) -> Self {
        Self { text: self.text, offset, end: offset + len }
    }

    pub(super) fn offset(&self) -> usize {
        self.offset
    }

    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.offset..self.end]
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes()[..self.end].get(self.offset).copied()
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.offset == self.end
    }

    /// Returns whether the next byte, whitespace aside, is this one.
    pub(super) fn is_before(&self, byte: u8) -> bool {
        let mut ahead = self.clone();
        ahead.skip_whitespace();
        ahead.peek() == Some(byte)
    }

    pub(super) fn skip(&mut self, prefix: &str) -> bool {
        let is_next = self.rest().starts_with(prefix);
        if is_next {
            self.offset += prefix.len();
        }
        is_next
    }

    pub(super) fn skip_whitespace(&mut self) {
        self.take_while(is_whitespace);
    }

    pub(super) fn take_while(&mut self, is_allowed: fn(u8) -> bool) -> &'a str {
        let start = self.offset;
        while self.peek().is_some_and(is_allowed) {
            self.offset += 1;
        }
        &self.text[start..self.offset]
    }

    pub(super) fn take_rest(&mut self) -> &'a str {
        let rest = self.rest();
        self.offset = self.end;
        rest
    }

    pub(super) fn expect(&mut self, text: &str, expected: &'static str) -> Result {
        match self.skip(text) {
            true => Ok(()),
            false => Err(self.expected(expected)),
        }
    }

    pub(super) fn expect_end(&self, expected: &'static str) -> Result {
        match self.is_at_end() {
            true => Ok(()),
            false => Err(self.expected(expected)),
        }
    }

    /// Reads one or more bytes of a kind.
    pub(super) fn some(
        &mut self,
        is_allowed: fn(u8) -> bool,
        expected: &'static str,
    ) -> Result<&'a str> {
        match self.take_while(is_allowed) {
            "" => Err(self.expected(expected)),
            text => Ok(text),
        }
    }

    /// `token` (section 5.6.2).
    pub(super) fn token(&mut self, expected: &'static str) -> Result<&'a str> {
        self.some(is_token_byte, expected)
    }

    /// Checks that an argument is a number of seconds.
    pub(super) fn expect_seconds(&self, argument: Argument) -> Result {
        let mut seconds = self.slice(argument.offset, argument.text.len());
        seconds.digits(SECONDS)?;
        seconds.expect_end("a digit")
    }

    /// `1*DIGIT`
    pub(super) fn digits(&mut self, expected: &'static str) -> Result<&'a str> {
        self.some(|byte| byte.is_ascii_digit(), expected)
    }

    /// Reads a number of exactly so many digits.
    pub(super) fn number(&mut self, digits: usize, expected: &'static str) -> Result<u16> {
        let mut number = 0;
        for _ in 0..digits {
            match self.peek() {
                Some(digit @ b'0'..=b'9') => number = number * 10 + u16::from(digit - b'0'),
                _ => return Err(self.expected(expected)),
            }
            self.offset += 1;
        }
        Ok(number)
    }

    /// `quoted-string` (section 5.6.4) after its first quote. Returns the text between the quotes.
    fn quoted_text(&mut self) -> Result<&'a str> {
        let start = self.offset;
        loop {
            self.take_while(|byte| !matches!(byte, b'"' | b'\\'));
            let text = &self.text[start..self.offset];
            if self.skip("\"") {
                return Ok(text);
            }
            if !self.skip("\\") {
                return Err(self.expected("a closing `\"`"));
            }
            self.offset += self.rest().chars().next().map_or(0, char::len_utf8);
        }
    }

    /// `[ "=" ( token / quoted-string ) ]`
    pub(super) fn argument(&mut self) -> Result<Option<Argument<'a>>> {
        if !self.is_before(b'=') {
            return Ok(None);
        }
        if !self.skip("=") || self.peek().is_some_and(is_whitespace) {
            return Err(self.violated(SPACED_EQUALS));
        }
        let is_quoted = self.skip("\"");
        let offset = self.offset;
        let text = if is_quoted { self.quoted_text()? } else { self.token(ARGUMENT)? };
        Ok(Some(Argument { text, offset, is_quoted }))
    }

    /// `parameter` (section 5.6.6).
    pub(super) fn parameter(&mut self) -> Result<(&'a str, Argument<'a>)> {
        let name = self.token("the name of a parameter")?;
        match self.argument()? {
            Some(argument) => Ok((name, argument)),
            None => Err(self.expected("`=`")),
        }
    }

    /// `#element` (section 5.6.1), to the end of the value. A sender must not generate an empty
    /// element.
    pub(super) fn list(&mut self, element: fn(&mut Self) -> Result) -> Result {
        if self.is_at_end() {
            return Ok(());
        }
        loop {
            self.expect_element()?;
            element(self)?;
            if !self.skip_comma()? {
                return Ok(());
            }
        }
    }

    pub(super) fn expect_element(&self) -> Result {
        match self.peek() {
            Some(b',') | None => Err(self.violated("an element of the list is empty")),
            Some(_) => Ok(()),
        }
    }

    /// Skips the comma after an element. Returns false at the end of the value.
    pub(super) fn skip_comma(&mut self) -> Result<bool> {
        self.skip_whitespace();
        if self.is_at_end() {
            return Ok(false);
        }
        self.expect(",", COMMA_OR_END)?;
        self.skip_whitespace();
        Ok(true)
    }

    pub(super) fn expected(&self, what: &'static str) -> Mismatch {
        let found = self.text[self.offset..].chars().next();
        Mismatch { offset: self.offset, problem: Problem::Expected(what, found) }
    }

    pub(super) fn violated(&self, rule: &'static str) -> Mismatch {
        Mismatch { offset: self.offset, problem: Problem::Violated(rule) }
    }
}

/// `tchar` (section 5.6.2).
pub(super) fn is_token_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(byte, b'!' | b'#'..=b'\'' | b'*' | b'+' | b'-' | b'.' | b'^'..=b'`' | b'|' | b'~')
}

/// `OWS` (section 5.6.3).
fn is_whitespace(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}
