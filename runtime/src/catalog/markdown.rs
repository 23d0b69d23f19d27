//! The catalog as Markdown, for clients.

use std::fmt::Write as _;

use super::flat::own_members;
use super::public::PublicCase;

pub(crate) fn to_markdown(cases: &[PublicCase]) -> String {
    let has_languages = cases.iter().any(|case| !case.translations.is_empty());
    let (head, line) = if has_languages { (" languages |", "---|") } else { ("", "") };
    let mut out = format!(
        "| status | code | title | when | headers | members |{head}\n|---|---|---|---|---|---|{line}\n",
    );
    for case in cases {
        let identity = case.identity;
        let status =
            case.status.map_or_else(|| "…".to_owned(), |status| status.as_str().to_owned());
        let code = identity.and_then(|identity| identity.code);
        let code = code.map(code_span).unwrap_or_default();
        let when = identity.and_then(|identity| identity.description).or(case.detail);
        let headers = case.headers.iter().map(|header| code_span(&header.name));
        let members = case.body.as_ref().map_or(&[][..], |body| &body.members);
        let members = own_members(members, case.media_type.as_deref());
        let _ = write!(
            out,
            "| {status} | {code} | {} | {} | {} | {} |",
            escape(&case.title),
            escape(when.unwrap_or_default()),
            list(headers),
            list(members.map(|member| code_span(&member.dotted_path()))),
        );
        if has_languages {
            let translations = case.translations.iter().map(|translation| translation.language);
            let languages = case.first_language.into_iter().chain(translations);
            let _ = write!(out, " {} |", list(languages.map(str::to_owned)));
        }
        out.push('\n');
    }
    out
}

fn list(names: impl Iterator<Item = String>) -> String {
    names.collect::<Vec<_>>().join(", ")
}

/// Returns a name for a cell of a table, where a code span is not escaped but for `|`.
fn code_span(name: &str) -> String {
    match name.contains(['`', '\\']) {
        true => escape(name),
        false => format!("`{}`", name.replace('|', "\\|")),
    }
}

/// Returns a text for a cell of a table, on one line.
pub(crate) fn escape(text: &str) -> String {
    let text: Vec<&str> = text.split_whitespace().collect();
    let mut out = String::new();
    for char in text.join(" ").chars() {
        if matches!(char, '|' | '\\' | '*' | '_' | '`' | '<' | '>' | '[' | ']') {
            out.push('\\');
        }
        out.push(char);
    }
    out
}
