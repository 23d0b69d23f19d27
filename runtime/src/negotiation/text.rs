//! The problem document as text.

use super::document::{printable, printable_text, Document, Value};
use crate::pages::words::Words;

pub(super) fn write(document: &Document<'_>, words: &Words) -> String {
    let mut out = document.status.as_str().to_owned();
    if let Some(title) = &document.title {
        out.push(' ');
        write_line(&mut out, title);
    }
    out.push('\n');
    if let Some(detail) = &document.detail {
        out.push('\n');
        out.push_str(&printable_text(detail));
        out.push('\n');
    }
    let standard = [
        (words.problem_type, document.type_uri.as_deref()),
        (words.instance, document.instance.as_deref()),
    ];
    let standard = standard.into_iter().filter_map(|(name, text)| Some((name, text?)));
    let members = document.members.iter();
    let members: Vec<(&str, String)> =
        members.map(|(name, value)| (name.as_str(), text_of(value))).collect();
    let lines: Vec<(&str, &str)> =
        standard.chain(members.iter().map(|(name, text)| (*name, text.as_str()))).collect();
    if !lines.is_empty() {
        out.push('\n');
    }
    for (name, text) in lines {
        write_line(&mut out, name);
        out.push_str(words.colon);
        write_line(&mut out, text);
        out.push('\n');
    }
    out
}

fn text_of(value: &Value<'_>) -> String {
    value.as_text().map_or_else(|| value.to_json(), str::to_owned)
}

/// Writes a text that cannot begin a line.
fn write_line(out: &mut String, text: &str) {
    let is_separator = |char| matches!(char, '\n' | '\u{2028}' | '\u{2029}');
    out.extend(text.chars().map(|char| if is_separator(char) { ' ' } else { printable(char) }));
}
