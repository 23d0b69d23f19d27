//! Random format strings in `detail`, over fields of every kind, give what `format!` gives.
//!
//! The strings are written out in `captures/generated.rs`, since they have to be literals.
//! `HTTPERR_BLESS=1 cargo test -p httperr-tests --test captures` writes the file.

#![allow(uncommon_codepoints, mixed_script_confusables)]

use std::fmt::Write as _;
use std::fs;

use httperr::HttpError;

#[rustfmt::skip]
#[path = "captures/generated.rs"]
mod generated;

/// How many strings there are for each kind of field.
const EACH: usize = 100;

#[derive(Clone, Copy, PartialEq)]
enum Type {
    Integer,
    Float,
    Text,
    /// An integer that can be a width, too.
    Size,
}

struct Kind {
    name: &'static str,
    is_tuple: bool,
    fields: &'static [(&'static str, Type)],
}

use Type::{Float, Integer, Size, Text};

const KINDS: &[Kind] = &[
    Kind {
        name: "Named",
        is_tuple: false,
        fields: &[("name", Text), ("x", Integer), ("e", Float), ("w", Size), ("p1", Size)],
    },
    Kind {
        name: "Unicode",
        is_tuple: false,
        fields: &[("संख्या", Integer), ("größe", Float), ("名", Text), ("col·w", Size), ("_ü", Size)],
    },
    Kind {
        name: "Raw",
        is_tuple: false,
        fields: &[("r#type", Text), ("r#fn", Integer), ("r#as", Float), ("r#in", Size)],
    },
    Kind {
        name: "Tuple",
        is_tuple: true,
        fields: &[("0", Integer), ("1", Float), ("2", Text), ("3", Size), ("4", Size)],
    },
];

/// Xorshift: the same numbers on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }

    fn text(&mut self, kind: &Kind) -> String {
        let mut text = String::new();
        for _ in 0..=self.below(3) {
            text.push_str(self.of(&["", " ", "no ", "{{", "}}", "é: ", "{{0}}", "$", "\""]));
            self.placeholder(kind, &mut text);
        }
        text.push_str(self.of(&["", ".", "}}", "{{id}}"]));
        text
    }

    fn placeholder(&mut self, kind: &Kind, text: &mut String) {
        let (name, ty) = self.of(kind.fields);
        text.push('{');
        text.push_str(captured(name));
        if self.one_in(8) {
            text.push(' ');
        }
        if !self.one_in(4) {
            text.push(':');
            if self.one_in(2) {
                if self.one_in(2) {
                    text.push(self.of(&['*', '—', '{', '}', '0', '<', ' ', 'x', '?', '$', '.']));
                }
                text.push(self.of(&['<', '^', '>']));
            }
            text.push_str(self.of(&["", "", "", "+", "-"]));
            text.push_str(self.of(&["", "", "", "#"]));
            text.push_str(self.of(&["", "", "0"]));
            self.count(kind, text);
            if self.one_in(3) {
                text.push('.');
                self.count(kind, text);
            }
            text.push_str(match ty {
                Integer | Size => self.of(&["", "", "?", "x?", "X?", "x", "X", "o", "b", "e", "E"]),
                Float => self.of(&["", "", "?", "e", "E"]),
                Text => self.of(&["", "", "?"]),
            });
        }
        if self.one_in(8) {
            text.push(' ');
        }
        text.push('}');
    }

    fn count(&mut self, kind: &Kind, text: &mut String) {
        let sizes: Vec<&str> =
            kind.fields.iter().filter(|(_, ty)| *ty == Size).map(|(name, _)| *name).collect();
        match self.below(3) {
            0 => {}
            1 => text.push_str(self.of(&["1", "5", "12"])),
            _ => {
                text.push_str(captured(self.of(&sizes)));
                text.push('$');
            }
        }
    }
}

fn captured(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

fn generated() -> String {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut out = String::from(
        "//! Made by `captures.rs`.\n\n#![allow(dead_code)]\n\n\
         use super::Declared;\n",
    );
    for kind in KINDS {
        let texts: Vec<String> = (0..EACH).map(|_| random.text(kind)).collect();
        write_kind(&mut out, kind, &texts).unwrap();
    }
    out
}

fn write_kind(out: &mut String, kind: &Kind, texts: &[String]) -> std::fmt::Result {
    let Kind { name, is_tuple, fields } = kind;
    let rust = |ty| match ty {
        Integer => ("u64", "254"),
        Float => ("f64", "-1.625"),
        Text => ("&'static str", "\"Zoë\""),
        Size => ("usize", "7"),
    };
    let (open, close) = if *is_tuple { ('(', ')') } else { ('{', '}') };
    let mut declared = String::new();
    let mut values = String::new();
    let mut locals = String::new();
    let mut arguments = String::new();
    for (field, ty) in *fields {
        let (ty, value) = rust(*ty);
        if *is_tuple {
            write!(declared, "{ty}, ")?;
            write!(values, "{value}, ")?;
            write!(arguments, ", {value}")?;
        } else {
            write!(declared, "{field}: {ty}, ")?;
            write!(values, "{field}, ")?;
            writeln!(locals, "    let {field}: {ty} = {value};")?;
        }
    }
    writeln!(out, "\n#[derive(Debug, httperr::HttpError)]\npub enum {name} {{")?;
    for (at, text) in texts.iter().enumerate() {
        writeln!(out, "    #[http(404, detail = {text:?})]\n    V{at}{open}{declared}{close},")?;
    }
    writeln!(out, "}}\n\npub fn {}() -> Vec<Declared> {{\n{locals}    vec![", name.to_lowercase())?;
    for (at, text) in texts.iter().enumerate() {
        // An argument that nothing names is an error.
        let rest = if *is_tuple { "\0{0}{1}{2}{3}{4}" } else { "" };
        let call = format!("format!({:?}{arguments})", format!("{text}{rest}"));
        writeln!(out, "        (Box::new({name}::V{at} {open}{values}{close}), {call}),")?;
    }
    writeln!(out, "    ]\n}}")
}

/// An error, and what `format!` makes of its `detail`.
type Declared = (Box<dyn HttpError>, String);

macro_rules! errors {
    ($($name:ident)*) => {$(
        impl std::fmt::Display for generated::$name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("not this")
            }
        }

        impl std::error::Error for generated::$name {}
    )*};
}

errors!(Named Unicode Raw Tuple);

#[test]
fn the_generated_file_is_up_to_date() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/captures/generated.rs");
    if std::env::var_os("HTTPERR_BLESS").is_some() {
        fs::write(path, generated()).unwrap();
    }
    assert!(fs::read_to_string(path).unwrap() == generated(), "bless `{path}`");
}

#[test]
fn a_detail_equals_the_output_of_format() {
    use generated::{named, raw, tuple, unicode};
    let all = [named(), unicode(), raw(), tuple()];
    assert!(all.iter().all(|list| list.len() == EACH));
    for (error, expected) in all.into_iter().flatten() {
        let expected = expected.split('\0').next().unwrap();
        assert_eq!(error.detail().as_deref(), Some(expected), "{error:?}");
    }
}

/// The whole value, which no field is.
#[derive(Debug, thiserror::Error, HttpError)]
enum Whole {
    #[error("a {0}")]
    #[http(404, detail = "{self:?}, {0:>1$}, {self}")]
    A(u8, usize),
    #[error("b")]
    #[http(404, detail = "{self:?} of {id}")]
    B { id: u8 },
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error("c")]
#[http(404, detail = "{self:?}")]
struct WholeStruct<T: std::fmt::Debug>(T);

#[test]
fn the_error_itself_is_captured_as_self() {
    assert_eq!(Whole::A(1, 3).detail().as_deref(), Some("A(1, 3),   1, a 1"));
    assert_eq!(Whole::B { id: 2 }.detail().as_deref(), Some("B { id: 2 } of 2"));
    assert_eq!(WholeStruct(Some(1)).detail().as_deref(), Some("WholeStruct(Some(1))"));
}

macro_rules! numbered {
    ($name:ident, $text:literal) => {
        #[derive(Debug, thiserror::Error, HttpError)]
        enum $name {
            #[error($text)]
            #[http(404, detail = $text)]
            A(u8, usize),
        }
    };
}

numbered!(Numbered, "no {0} in {1:03}");

#[test]
fn a_numbered_field_is_captured_by_a_text_through_macro_rules() {
    assert_eq!(Numbered::A(1, 2).detail().as_deref(), Some("no 1 in 002"));
}

#[derive(Debug, thiserror::Error, HttpError)]
enum Bound {
    #[error("a")]
    #[http(match r#in { Some(r#type) => (404, detail = "{type:>w$}"), _ => 404 })]
    A { r#in: Option<u8>, w: usize },
}

#[test]
fn a_raw_name_of_the_pattern_is_captured() {
    assert_eq!(Bound::A { r#in: Some(1), w: 3 }.detail().as_deref(), Some("  1"));
}
