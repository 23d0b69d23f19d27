//! The table of cases in rustdoc: the documentation of the impl that the derive writes.
//!
//! The derive emits `#[cfg_attr(doc, doc = case_table!(…))]`, and not even that where rustc itself
//! compiles: it would lex the table once more. The text is for the team: it has the names of masked cases.
//!
//! The input: `b"…" link "Stock" "StockError" absent "3" "not(all(unix))"`.

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::str;
use std::sync::OnceLock;

use httperr_registry::phrase;
use httperr_registry::table_format::{Reader, Table};
use proc_macro2::{Literal, Span, TokenStream, TokenTree};
use syn::{Error, Lit};

/// The kinds of additional rows in the input, each followed by two strings.
pub(crate) mod kind {
    /// The name of a variant, and a type that rustdoc can link to.
    pub(crate) const LINK: &str = "link";
    /// The name of a variant, and any other type.
    pub(crate) const TEXT: &str = "text";
    /// The index of a case, and the condition under which it is absent.
    pub(crate) const ABSENT: &str = "absent";
}

/// Returns whether the compiler may be rustdoc, for which alone `cfg(doc)` holds.
pub(crate) fn may_be_expanded() -> bool {
    static MAY_BE_EXPANDED: OnceLock<bool> = OnceLock::new();
    *MAY_BE_EXPANDED.get_or_init(|| {
        let program = std::env::current_exe().unwrap_or_default();
        !matches!(program.file_stem().and_then(OsStr::to_str), Some("rustc" | "clippy-driver"))
    })
}

pub(crate) fn expand(input: TokenStream) -> TokenStream {
    match markdown(input) {
        Some(text) => TokenTree::Literal(Literal::string(&text)).into(),
        None => {
            let message = "`case_table!` is part of the expansion of `#[derive(HttpError)]`";
            Error::new(Span::call_site(), message).to_compile_error()
        }
    }
}

fn markdown(input: TokenStream) -> Option<String> {
    let mut tokens = input.into_iter();
    let Lit::ByteStr(table) = literal(tokens.next())? else { return None };
    let mut inner = String::new();
    let mut absent = Vec::new();
    while let Some(kind) = tokens.next() {
        let kind = kind.to_string();
        let (first, second) = (string(tokens.next())?, string(tokens.next())?);
        match kind.as_str() {
            kind::ABSENT => absent.push((first, second)),
            kind::LINK | kind::TEXT => {
                let variant = code(&first);
                let ty = match kind.as_str() {
                    // A path. Where rustdoc cannot link to it, this is text, and not a link to nothing.
                    kind::LINK => format!("[`{second}`]"),
                    _ if second.is_empty() => "the inner error".to_owned(),
                    _ => code(&second),
                };
                let _ = writeln!(inner, "| {variant} | | | | the cases of {ty} |");
            }
            _ => return None,
        }
    }
    let table = table.value();
    let table = Table::new(&table);
    if table.case_count() == 0 && inner.is_empty() {
        return Some(String::new());
    }
    let mut out = String::from("| case | status | code | title | when |\n|---|---|---|---|---|\n");
    for index in 0..table.case_count() {
        let condition = absent.iter().find(|(case, _)| *case == index.to_string());
        row(&mut out, table, index, condition.map(|(_, condition)| condition.as_str()))?;
    }
    Some(out + &inner)
}

fn row(out: &mut String, table: Table<'_>, index: u16, absence: Option<&str>) -> Option<()> {
    let row = table.row(index)?;
    let mut entry = table.entry(row.offset);
    for _ in 0..entry.number() {
        entry.header();
    }
    entry.text();
    let [name, machine_code, title, _, detail, description] = texts(&mut entry)?;
    let (status, phrase) = match row.status {
        0 => ("from the value".to_owned(), ""),
        status => (status.to_string(), phrase(status)),
    };
    let title = if title.is_empty() { phrase } else { title };
    let mut when = match first_paragraph(description) {
        "" => escape(detail),
        paragraph => escape(paragraph),
    };
    if let Some(condition) = absence {
        let _ = write!(when, " (not if {})", code(condition));
    }
    let (name, machine_code) = (code(name), code(machine_code));
    let _ = writeln!(out, "| {name} | {status} | {machine_code} | {} | {when} |", escape(title));
    Some(())
}

fn texts<'a>(entry: &mut Reader<'a>) -> Option<[&'a str; 6]> {
    let mut texts = [""; 6];
    for text in &mut texts {
        *text = str::from_utf8(entry.text()).ok()?;
    }
    Some(texts)
}

fn first_paragraph(text: &str) -> &str {
    text.split("\n\n").next().unwrap_or_default()
}

fn code(text: &str) -> String {
    match text {
        "" => String::new(),
        text => format!("<code>{}</code>", escape(text)),
    }
}

/// Returns a text for a cell, on one line. A character reference is never Markdown, nor HTML, nor part
/// of a URL that rustdoc would ask to link.
fn escape(text: &str) -> String {
    let mut out = String::new();
    for part in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        for char in part.chars().filter(|char| !char.is_control()) {
            match char.is_ascii_punctuation() {
                true => {
                    let _ = write!(out, "&#{};", u32::from(char));
                }
                false => out.push(char),
            }
        }
    }
    out
}

fn string(token: Option<TokenTree>) -> Option<String> {
    match literal(token)? {
        Lit::Str(text) => Some(text.value()),
        _ => None,
    }
}

fn literal(token: Option<TokenTree>) -> Option<Lit> {
    match token? {
        TokenTree::Literal(literal) => Some(Lit::new(literal)),
        _ => None,
    }
}
