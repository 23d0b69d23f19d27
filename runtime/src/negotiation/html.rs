//! The problem document as a page, with the style of the problem pages.

use std::fmt::Write as _;

use super::document::{printable_text, Document, Value};
use crate::pages::html::{begin_page, end_page, escape};
use crate::pages::pretty;
use crate::pages::words::Words;

/// Returns the page. `language` is that of the texts of the document.
pub(super) fn write(document: &Document<'_>, words: &Words, language: &str) -> String {
    let mut out = String::new();
    let status = document.status.as_str();
    let title = document.title.as_deref().filter(|title| !title.trim().is_empty());
    let title = title.unwrap_or(status);
    begin_page(&mut out, language, &text(&format!("{status} {title}")), None);
    let _ = writeln!(out, "<h1>{}</h1>", text(title));
    let detail = printable_text(document.detail.as_deref().unwrap_or_default());
    for paragraph in detail.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty()) {
        let _ = writeln!(out, "<p>{}</p>", text(paragraph));
    }
    let class = status.get(..1).unwrap_or_default();
    let _ = writeln!(
        out,
        "<dl lang=\"{}\">\n<dt>{}</dt><dd><span class=\"status s{class}\">{status}</span></dd>",
        words.language, words.status
    );
    if let Some(uri) = &document.type_uri {
        let _ = writeln!(out, "<dt>{}</dt><dd>{}</dd>", words.problem_type, link(uri));
    }
    if let Some(instance) = &document.instance {
        let _ =
            writeln!(out, "<dt>{}</dt><dd><code>{}</code></dd>", words.instance, text(instance));
    }
    for (name, value) in &document.members {
        let label = match (name.as_str(), value) {
            ("code", Value::Text(_)) => words.code.to_owned(),
            ("request_id", Value::Text(_)) => words.request_id.to_owned(),
            _ => format!("<code>{}</code>", text(name)),
        };
        let _ = writeln!(out, "<dt>{label}</dt><dd>{}</dd>", value_of(value, name));
    }
    out.push_str("</dl>\n");
    end_page(&mut out);
    out
}

/// Returns a link to a type that is on the web. Any other URI is text: it may be one that runs a script.
fn link(uri: &str) -> String {
    let code = format!("<code>{}</code>", text(uri));
    let is_web = ["http://", "https://"].into_iter().any(|scheme| {
        uri.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    match is_web && !uri.contains(|char: char| char.is_control() || char.is_whitespace()) {
        true => format!("<a href=\"{}\">{code}</a>", text(uri)),
        false => code,
    }
}

fn value_of(value: &Value<'_>, name: &str) -> String {
    if let Some(single) = value.as_text() {
        return format!("<code>{}</code>", text(single));
    }
    if let Some(list) = list_of(value) {
        return list;
    }
    format!(
        "<section class=\"scroll\" tabindex=\"0\" aria-label=\"{}\"><pre><code>{}</code></pre></section>",
        text(name),
        text(&pretty(&value.to_json()))
    )
}

/// Returns a list of invalid fields, each with a text and the pointer to it (RFC 9457, section 3), and of
/// values without members.
fn list_of(value: &Value<'_>) -> Option<String> {
    let Value::Array(values) = value else { return None };
    if values.is_empty() {
        return None;
    }
    let mut list = String::from("<ul>");
    for value in values {
        let item = match value {
            Value::Object(members) => match members.as_slice() {
                [(detail, Value::Text(reason)), (pointer, Value::Text(at))]
                    if detail == "detail" && pointer == "pointer" =>
                {
                    format!("{} <code>{}</code>", text(reason), text(at))
                }
                _ => return None,
            },
            value => format!("<code>{}</code>", text(value.as_text()?)),
        };
        let _ = write!(list, "<li>{item}</li>");
    }
    list.push_str("</ul>");
    Some(list)
}

/// Escapes a text for content and for attributes in double quotes.
fn text(text: &str) -> String {
    escape(&printable_text(text))
}
