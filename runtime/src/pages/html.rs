//! The pages in HTML, without scripts.

use std::fmt::Write as _;

use super::words::Words;
use super::Pages;
use crate::catalog::public::PublicCase;

/// The style of all pages. [`STYLE_HASH`] is its digest.
const STYLE: &str = include_str!("style.css");

/// The digest of [`STYLE`] for the content security policy: base64 of SHA-256.
pub(super) const STYLE_HASH: &str = "4QzY4KO73KLZR2G8S66UqBulLfEJy+n3neOnCMav8H8=";

/// Returns the page that lists all cases. `base` is the path of the page without a slash at its end.
pub(super) fn index(pages: &Pages, base: &str, words: &Words) -> String {
    let mut out = String::new();
    begin(&mut out, pages, words.index, words);
    let _ = write!(out, "<h1>{}</h1>\n<div class=\"scroll\">\n<table>\n<thead><tr>", words.index);
    for head in [words.status, words.title, words.code, words.when] {
        let _ = write!(out, "<th scope=\"col\">{head}</th>");
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for case in &pages.cases {
        let key = case.key();
        let status =
            case.status.map_or_else(|| "…".to_owned(), |status| status.as_str().to_owned());
        let code = case.identity.and_then(|identity| identity.code).unwrap_or_default();
        let code =
            if code.is_empty() { String::new() } else { format!("<code>{}</code>", escape(code)) };
        let _ = writeln!(
            out,
            "<tr><td><span class=\"status s{}\">{status}</span></td>\
             <td><a href=\"{}/{}\">{}</a></td><td>{code}</td><td>{}</td></tr>",
            status.chars().next().filter(char::is_ascii_digit).unwrap_or('x'),
            escape(base),
            escape(&encode(&key)),
            escape(case.title_in(words.language)),
            escape(first_line(&case.text_in(words.language).unwrap_or_default())),
        );
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
    end_page(&mut out);
    out
}

/// Returns the page of one case. `index` is the path of the page that lists all.
pub(super) fn page(pages: &Pages, case: &PublicCase, index: &str, words: &Words) -> String {
    let mut out = String::new();
    begin(&mut out, pages, case.title_in(words.language), words);
    let _ = writeln!(
        out,
        "<nav aria-label=\"{0}\"><a href=\"{1}\">{0}</a></nav>\n<h1>{2}</h1>",
        words.skip,
        escape(index),
        escape(case.title_in(words.language)),
    );
    facts(&mut out, case, words);
    if let Some(text) = case.text_in(words.language) {
        section(&mut out, words.when, &paragraphs(&text));
    }
    if let Some(status) = case.status.map(|status| status.as_u16()) {
        if let Some(meaning) = words.meaning_of(status) {
            section(&mut out, words.meaning, &paragraphs(meaning));
        }
        if let Some(advice) = words.retry_of(status) {
            section(&mut out, words.retry, &paragraphs(&advice));
        }
    }
    headers(&mut out, case, words);
    body(&mut out, case, words);
    end_page(&mut out);
    out
}

fn begin(out: &mut String, pages: &Pages, title: &str, words: &Words) {
    begin_page(out, words.language, &escape(title), pages.service.as_deref());
}

/// Writes the beginning of a page, to which only the content of `main` is added. The title is HTML.
pub(crate) fn begin_page(out: &mut String, language: &str, title: &str, service: Option<&str>) {
    let service = service.map(escape);
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n",
        escape(language),
        title,
        service.as_ref().map(|service| format!(" – {service}")).unwrap_or_default(),
    );
    if let Some(service) = service {
        let _ = writeln!(out, "<header>{service}</header>");
    }
    out.push_str("<main>\n");
}

pub(crate) fn end_page(out: &mut String) {
    out.push_str("</main>\n</body>\n</html>\n");
}

fn facts(out: &mut String, case: &PublicCase, words: &Words) {
    out.push_str("<dl>\n");
    let status = match case.status {
        Some(status) => {
            let number = status.as_u16();
            let phrase = match words.is_chinese {
                true => httperr_registry::phrase_zh(number),
                false => httperr_registry::phrase(number),
            };
            format!("<span class=\"status s{}\">{number}</span> {phrase}", number / 100)
        }
        None => words.from_value.to_owned(),
    };
    let code = |text: &str| format!("<code>{}</code>", escape(text));
    let identity = case.identity;
    let rows = [
        (words.status, Some(status)),
        (words.code, identity.and_then(|identity| identity.code).map(code)),
        (words.problem_type, identity.and_then(|identity| identity.type_uri).map(code)),
        (words.media_type, case.media_type.as_deref().map(code)),
    ];
    for (name, value) in rows {
        if let Some(value) = value {
            let _ = writeln!(out, "<dt>{name}</dt><dd>{value}</dd>");
        }
    }
    out.push_str("</dl>\n");
}

fn headers(out: &mut String, case: &PublicCase, words: &Words) {
    if case.headers.is_empty() {
        return;
    }
    let mut list = String::from("<ul>\n");
    for header in &case.headers {
        let value = header.value.as_deref().map(|value| format!(": {value}"));
        let text = format!("{}{}", header.name, value.unwrap_or_default());
        let _ = writeln!(list, "<li><code>{}</code></li>", escape(&text));
    }
    list.push_str("</ul>\n");
    section(out, words.headers, &list);
}

fn body(out: &mut String, case: &PublicCase, words: &Words) {
    let Some(body) = &case.body else { return };
    let members: Vec<_> = body.members.iter().filter(|member| !member.path.is_empty()).collect();
    if !members.is_empty() {
        let mut table = format!(
            "<div class=\"scroll\">\n<table>\n<thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\n<tbody>\n",
            words.member, words.value
        );
        for member in members {
            let name = member.dotted_path();
            let mark = match member.is_required {
                true => String::new(),
                false => format!(" <small>{}</small>", words.optional),
            };
            let _ = writeln!(
                table,
                "<tr><td><code>{}</code>{mark}</td><td><code>{}</code></td></tr>",
                escape(&name),
                escape(&member.ty.to_string()),
            );
        }
        table.push_str("</tbody>\n</table>\n</div>\n");
        section(out, words.members, &table);
    }
    let example = super::pretty(&body.example);
    let example = format!(
        "<section class=\"scroll\" tabindex=\"0\" aria-label=\"{}\"><pre><code>{}</code></pre></section>\n",
        words.example,
        escape(&example)
    );
    section(out, words.example, &example);
}

fn section(out: &mut String, title: &str, content: &str) {
    let _ = write!(out, "<section>\n<h2>{title}</h2>\n{content}</section>\n");
}

fn paragraphs(text: &str) -> String {
    let mut out = String::new();
    for paragraph in text.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty()) {
        let _ = writeln!(out, "<p>{}</p>", escape(paragraph));
    }
    out
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

/// Returns a path segment (RFC 3986, section 3.3).
pub(super) fn encode(segment: &str) -> String {
    let mut out = String::new();
    for byte in segment.bytes() {
        match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'.' | b'_' | b'~' => {
                out.push(char::from(byte));
            }
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

/// Escapes a text for content and for attributes in double quotes.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(char),
        }
    }
    out
}
