//! The problem document as XML (RFC 9457, appendix B).

use super::document::{printable, Document, Value};

/// The namespace, which is that of the first version of the document (RFC 7807).
const NAMESPACE: &str = "urn:ietf:rfc:7807";

pub(super) fn write(document: &Document<'_>) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<problem xmlns=\"");
    out.push_str(NAMESPACE);
    out.push_str("\">");
    let standard = [
        ("type", document.type_uri.as_deref()),
        ("title", document.title.as_deref()),
        ("status", Some(document.status.as_str())),
        ("detail", document.detail.as_deref()),
        ("instance", document.instance.as_deref()),
    ];
    for (name, text) in standard {
        if let Some(text) = text {
            write_element(&mut out, name, |out| escape(out, text));
        }
    }
    for (name, value) in &document.members {
        write_member(&mut out, name, value);
    }
    out.push_str("</problem>\n");
    out
}

/// Writes a member, unless there is no notation for it.
fn write_member(out: &mut String, name: &str, value: &Value<'_>) {
    let is_empty = match value {
        Value::Null => true,
        Value::Array(values) => values.is_empty(),
        Value::Object(members) => members.is_empty(),
        Value::Text(_) | Value::Literal(_) => false,
    };
    if !is_empty && is_name(name) {
        write_element(out, name, |out| write_value(out, value));
    }
}

fn write_value(out: &mut String, value: &Value<'_>) {
    match value {
        Value::Null => {}
        Value::Text(text) => escape(out, text),
        Value::Literal(text) => escape(out, text),
        // Every element counts, so an empty one is not left out.
        Value::Array(values) => {
            for value in values {
                write_element(out, "i", |out| write_value(out, value));
            }
        }
        Value::Object(members) => {
            for (name, value) in members {
                write_member(out, name, value);
            }
        }
    }
}

fn write_element(out: &mut String, name: &str, write: impl FnOnce(&mut String)) {
    out.push('<');
    out.push_str(name);
    out.push('>');
    write(out);
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}

fn escape(out: &mut String, text: &str) {
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // A parser would read it as a line feed (XML 1.0, section 2.11).
            '\r' => out.push_str("&#13;"),
            char => out.push(printable(char)),
        }
    }
}

/// Returns whether a name is an `NCName` (Namespaces in XML 1.0, section 3).
fn is_name(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(is_name_start)
        && chars.all(|char| {
            is_name_start(char)
                || matches!(char, '-' | '.' | '0'..='9' | '\u{B7}' | '\u{300}'..='\u{36F}')
                || matches!(char, '\u{203F}'..='\u{2040}')
        })
}

fn is_name_start(char: char) -> bool {
    matches!(char, 'A'..='Z' | 'a'..='z' | '_' | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}')
        || matches!(char, '\u{F8}'..='\u{2FF}' | '\u{370}'..='\u{37D}' | '\u{37F}'..='\u{1FFF}')
        || matches!(char, '\u{200C}'..='\u{200D}' | '\u{2070}'..='\u{218F}')
        || matches!(char, '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}')
        || matches!(char, '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}')
        || matches!(char, '\u{10000}'..='\u{EFFFF}')
}
