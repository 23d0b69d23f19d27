//! The catalog as Markdown, for clients.

use std::fmt::Write as _;

use super::flat::own_members;
use super::public::PublicCase;

pub(crate) fn to_markdown(cases: &[PublicCase]) -> String {
    let mut out = String::from(
        "| status | code | title | when | headers | members |\n|---|---|---|---|---|---|\n",
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
        let _ = writeln!(
            out,
            "| {status} | {code} | {} | {} | {} | {} |",
            escape(&case.title),
            escape(when.unwrap_or_default()),
            list(headers),
            list(members.map(|member| code_span(&member.dotted_path()))),
        );
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
