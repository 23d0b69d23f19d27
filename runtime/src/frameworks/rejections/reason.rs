//! Why a framework rejects a request: the text, and the part of the input that it is about.

use std::fmt::{self, Display, Write as _};

use crate::FieldErrors;

/// The reason of a rejection, which is about the input of the client.
#[derive(Clone, Copy)]
pub(crate) struct Reason<'a> {
    text: Text<'a>,
    path: Path<'a>,
}

/// A text that contains input of the client, and so may be of any length.
#[derive(Clone, Copy)]
enum Text<'a> {
    Display(&'a dyn Display),
    /// A part of the path that is not of the type that a handler takes.
    WrongType {
        value: &'a str,
        expected: &'a str,
    },
}

/// The part of the input.
#[derive(Clone, Copy)]
enum Path<'a> {
    Unknown,
    Name(&'a str),
    Index(usize),
    #[cfg(feature = "axum")]
    Serde(&'a serde_path_to_error::Path),
}

impl<'a> Reason<'a> {
    /// Creates a reason from what serde returned, or the framework for it.
    pub(crate) fn new(text: &'a dyn Display) -> Self {
        Reason { text: Text::Display(text), path: Path::Unknown }
    }

    /// Creates the reason for a part of the path that cannot be parsed, with actix-web's text: it gives
    /// no other information.
    pub(crate) fn wrong_type(value: &'a str, expected: &'a str) -> Self {
        Reason { text: Text::WrongType { value, expected }, path: Path::Unknown }
    }

    pub(crate) fn with_name(self, name: &'a str) -> Self {
        Reason { path: Path::Name(name), ..self }
    }

    pub(crate) fn with_index(self, index: usize) -> Self {
        Reason { path: Path::Index(index), ..self }
    }

    /// Returns the reason for input in which no part can be named, as it cannot be parsed.
    pub(crate) fn without_path(self) -> Self {
        Reason { path: Path::Unknown, ..self }
    }

    #[cfg(feature = "axum")]
    pub(crate) fn with_serde_path(self, path: &'a serde_path_to_error::Path) -> Self {
        Reason { path: Path::Serde(path), ..self }
    }

    pub(crate) fn detail(&self) -> String {
        let mut detail = Bounded::default();
        // An error means that the text is cut off, or that `Display` failed after a part of it.
        let _ = match self.text {
            Text::Display(text) => write!(detail, "{text}"),
            Text::WrongType { value, expected } => {
                write!(detail, "can not parse {value:?} to a {expected}")
            }
        };
        detail.0
    }

    /// Returns the member `errors`, unless the part is unknown or the whole input.
    pub(crate) fn errors(&self) -> Option<FieldErrors> {
        let mut errors = FieldErrors::new();
        match self.path {
            Path::Unknown => return None,
            Path::Name(name) => errors.push([name], self.detail()),
            Path::Index(index) => errors.push([index.to_string()], self.detail()),
            #[cfg(feature = "axum")]
            Path::Serde(path) => errors.push(components(path), self.detail()),
        }
        let is_sent = |pointer: &str| pointer != "#" && pointer.len() <= LIMIT;
        errors.iter().all(|error| is_sent(error.pointer())).then_some(errors)
    }
}

/// Returns the components of a path, up to a member whose name is not known.
#[cfg(feature = "axum")]
fn components(path: &serde_path_to_error::Path) -> impl Iterator<Item = String> + '_ {
    use serde_path_to_error::Segment;

    path.iter().map_while(|segment| match segment {
        Segment::Seq { index } => Some(index.to_string()),
        Segment::Map { key } => Some(key.clone()),
        Segment::Enum { variant } => Some(variant.clone()),
        Segment::Unknown => None,
    })
}

/// The maximum length of a text or a pointer, in bytes.
const LIMIT: usize = 1024;

/// A string that is cut off at the limit, between two characters.
#[derive(Default)]
struct Bounded(String);

impl fmt::Write for Bounded {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let room = LIMIT.saturating_sub(self.0.len());
        if text.len() <= room {
            self.0.push_str(text);
            return Ok(());
        }
        let end = (0..=room).rev().find(|end| text.is_char_boundary(*end));
        self.0.push_str(end.and_then(|end| text.get(..end)).unwrap_or_default());
        self.0.push('…');
        Err(fmt::Error)
    }
}

#[cfg(test)]
mod tests {
    use super::{Reason, LIMIT};

    #[test]
    fn a_text_is_cut_off_between_two_characters() {
        let text = "é".repeat(LIMIT);
        let detail = Reason::new(&text).detail();
        assert_eq!(detail, format!("{}…", "é".repeat(LIMIT / 2)));
        let detail = Reason::new(&format!("a{text}")).detail();
        assert_eq!(detail.chars().count(), LIMIT / 2 + 1);
        assert_eq!(Reason::new(&"a".repeat(LIMIT)).detail(), "a".repeat(LIMIT));
    }

    #[test]
    fn a_pointer_that_is_too_long_is_not_sent() {
        let name = "a".repeat(LIMIT);
        assert_eq!(Reason::new(&"").with_name(&name).errors(), None);
        assert_eq!(Reason::new(&"").errors(), None);
        let errors = Reason::wrong_type("x", "u8").with_name("a/b").errors().unwrap();
        let error = errors.iter().next().unwrap();
        assert_eq!((error.pointer(), error.detail()), ("#/a~1b", "can not parse \"x\" to a u8"));
    }
}
