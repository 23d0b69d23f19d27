//! The catalog as Markdown, for clients.

use std::fmt::Write as _;

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
        let code = code.map(|code| format!("`{}`", escape(code))).unwrap_or_default();
        let when = identity.and_then(|identity| identity.description).or(case.detail);
        let headers = case.headers.iter().map(|header| header.name.as_str());
        let _ = writeln!(
            out,
            "| {status} | {code} | {} | {} | {} | {} |",
            escape(&case.title),
            escape(when.unwrap_or_default()),
            list(headers),
            list(own_members(case).iter().map(String::as_str)),
        );
    }
    out
}

/// Returns the members of the body that are not those of every problem document.
fn own_members(case: &PublicCase) -> Vec<String> {
    const COMMON: [&str; 6] = ["type", "title", "status", "detail", "instance", "request_id"];
    let members = case.body.iter().flat_map(|body| &body.members);
    let names = members.map(|member| member.path.trim_start_matches('/').replace('/', "."));
    names.filter(|name| !name.is_empty() && !COMMON.contains(&name.as_str())).collect()
}

fn list<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(|name| format!("`{}`", escape(name))).collect::<Vec<_>>().join(", ")
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
