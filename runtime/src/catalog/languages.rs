//! The languages of the cases.

use httperr_registry::is_masked_by_default;
use httperr_registry::table_format::{BodyKind, Flags, Op, Reader, Row, Text};

use super::Catalog;
use crate::case::Case;
use crate::render::json;

/// The texts of a case in a language other than the first, where they are not the same.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Translation {
    pub(crate) language: &'static str,
    row: Row,
    pub(crate) title: Option<&'static str>,
    /// Constant, or the format string.
    pub(crate) detail: Option<&'static str>,
}

impl Catalog {
    /// Returns the cases that send a title or a public text without a translation into a language, for a
    /// test. The type may have the language or not.
    ///
    /// A reason phrase needs no translation (RFC 9457, section 4.2.1), and neither does a text that is
    /// [masked](derive@crate::HttpError#expose-mask). A text that is the same in both languages counts as
    /// not translated. Cases that are [`same_as`](derive@crate::HttpError#same_as) another are left out.
    ///
    /// ```
    /// use httperr::HttpError;
    ///
    /// #[derive(Debug, thiserror::Error, HttpError)]
    /// enum ApiError {
    ///     #[error("no account {id}")]
    ///     #[http(404, detail(zh = "没有账户 {id}"))]
    ///     NoAccount { id: u64 },
    ///     #[error("out of credit")]
    ///     #[http(402)]
    ///     OutOfCredit,
    ///     #[error("database")]
    ///     #[http(500)]
    ///     Database,
    /// }
    ///
    /// let names = |language| -> Vec<_> {
    ///     ApiError::catalog().untranslated(language).filter_map(|case| case.name()).collect()
    /// };
    /// assert_eq!(names("zh"), ["OutOfCredit"]);
    /// assert_eq!(names("fr"), ["NoAccount", "OutOfCredit"]);
    /// assert!(names("en").is_empty());
    /// ```
    ///
    /// A declaration with [`languages`](derive@crate::HttpError#languages) is checked when it is
    /// compiled, but not the errors inside.
    pub fn untranslated(self, language: &str) -> impl Iterator<Item = Case> + '_ {
        self.cases().filter(move |case| !case.is_same_as() && is_untranslated(*case, language))
    }
}

impl Case {
    /// Returns the texts in each language other than the first, where they are not the same.
    pub(crate) fn translations(self) -> impl Iterator<Item = Translation> {
        self.translated_rows().map(move |(_, language, row)| Translation {
            language,
            row,
            title: self.title_of(row),
            detail: self.text_of(row, Text::Detail),
        })
    }
}

fn is_untranslated(case: Case, language: &str) -> bool {
    let first = case.languages().next().unwrap_or("en");
    if first.eq_ignore_ascii_case(language) {
        return false;
    }
    let translation =
        case.translations().find(|other| other.language.eq_ignore_ascii_case(language));
    let row = case.row();
    [Text::Title, Text::Detail].into_iter().any(|text| {
        let original = case.text_of(row, text);
        let is_same = match translation {
            // The table does not have expressions.
            Some(translation) if original.is_none() => {
                !translation.row.flags.has(Flags::DETAIL_AT_RUN_TIME)
            }
            Some(translation) => case.text_of(translation.row, text) == original,
            None => true,
        };
        let is_public = match text {
            Text::Title => original.is_some(),
            _ => has_public_text(case, row.flags),
        };
        is_same && is_public && sends(case, row, text)
    })
}

fn has_public_text(case: Case, flags: Flags) -> bool {
    let is_masked = case.status().is_some_and(|status| is_masked_by_default(status.as_u16()));
    flags.has(Flags::DETAIL_DECLARED)
        || flags.has(Flags::EXPOSE)
        || !flags.has(Flags::MASK) && !is_masked
}

/// Returns whether the body has the text.
fn sends(case: Case, row: Row, text: Text) -> bool {
    match row.flags.body() {
        BodyKind::Problem | BodyKind::Custom => true,
        BodyKind::Text => matches!(text, Text::Detail) || !has_public_text(case, row.flags),
        BodyKind::Empty => false,
        BodyKind::Json => {
            let body = case.body_bytes();
            let mut constant = Vec::new();
            json::write_string(&mut constant, case.text_of(row, text).unwrap_or_default());
            body.windows(constant.len()).any(|part| part == constant)
                || !row.flags.has(Flags::CONSTANT_BODY) && writes(Reader::new(body), text)
        }
    }
}

/// Returns whether a program writes the text.
fn writes(mut program: Reader<'_>, text: Text) -> bool {
    loop {
        program.text();
        match program.op() {
            None => return false,
            Some(Op::Title) if matches!(text, Text::Title) => return true,
            Some(Op::Detail | Op::DetailMember | Op::Text) if matches!(text, Text::Detail) => {
                return true;
            }
            Some(
                Op::Member
                | Op::DetailMember
                | Op::InstanceMember
                | Op::RequestIdMember
                | Op::CodeMember
                | Op::TypeMember,
            ) => {
                program.text();
            }
            Some(Op::Spread | Op::Extensions) => {
                program.number();
                program.text();
            }
            Some(_) => {}
        }
    }
}
