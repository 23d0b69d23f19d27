//! The pages in Markdown, which is also the text for a terminal.

use std::fmt::Write as _;

use super::words::Words;
use crate::catalog::markdown::escape;
use crate::catalog::public::PublicCase;

pub(super) fn index(cases: &[PublicCase], words: &Words) -> String {
    let mut out = format!(
        "# {}\n\n| {} | {} | {} |\n|---|---|---|\n",
        words.index, words.status, words.code, words.title
    );
    for case in cases {
        let status =
            case.status.map_or_else(|| "…".to_owned(), |status| status.as_str().to_owned());
        let code = case.identity.and_then(|identity| identity.code).unwrap_or_default();
        let _ = writeln!(
            out,
            "| {status} | {} | {} |",
            escape(code),
            escape(case.title_in(words.language))
        );
    }
    out
}

pub(super) fn page(case: &PublicCase, words: &Words) -> String {
    let identity = case.identity;
    let mut out = format!("# {}\n", case.title_in(words.language));
    if let Some(text) = case.text_in(words.language) {
        let _ = write!(out, "\n{text}\n");
    }
    out.push('\n');
    let status = case
        .status
        .map_or_else(|| words.from_value.to_owned(), |status| status.as_str().to_owned());
    let facts = [
        (words.status, Some(status.as_str())),
        (words.code, identity.and_then(|identity| identity.code)),
        (words.problem_type, identity.and_then(|identity| identity.type_uri)),
        (words.media_type, case.media_type.as_deref()),
    ];
    for (name, value) in facts {
        if let Some(value) = value {
            let _ = writeln!(out, "- {name}{}{value}", words.colon);
        }
    }
    if let Some(status) = case.status.map(|status| status.as_u16()) {
        let texts = [
            (words.meaning, words.meaning_of(status).map(str::to_owned)),
            (words.retry, words.retry_of(status)),
        ];
        for (title, text) in texts {
            if let Some(text) = text {
                let _ = write!(out, "\n## {title}\n\n{text}\n");
            }
        }
    }
    if !case.headers.is_empty() {
        let _ = write!(out, "\n## {}\n\n", words.headers);
        for header in &case.headers {
            let value = header.value.as_deref().map(|value| format!(": {value}"));
            let _ = writeln!(out, "- `{}{}`", header.name, value.unwrap_or_default());
        }
    }
    if let Some(body) = &case.body {
        let example = super::pretty(&body.example);
        let _ = write!(out, "\n## {}\n\n```json\n{example}\n```\n", words.example);
    }
    out
}
