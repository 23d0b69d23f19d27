//! The languages of `languages(…)`: each text that is sent has all of them.

use crate::check::checker::Checker;
use crate::model::{Body, Case, ConstText, DetailSource, Translation};
use crate::syntax::ast::Placeholder;
use crate::syntax::languages::{example, Languages};

pub(super) fn missing_translations(checker: &Checker<'_>, languages: &Languages) {
    let case = checker.case;
    if !languages.are_required || !case.origin.is_fully_parsed {
        return;
    }
    if sends_title(case) {
        report(checker, languages, "title", |translation| translation.lacks_title);
    }
    if sends_detail(case) {
        report(checker, languages, "detail", |translation| translation.detail.is_none());
    } else if matches!(case.detail(), ConstText::None) {
        report_detail_of_masked(checker, languages);
    }
}

fn report(
    checker: &Checker<'_>,
    languages: &Languages,
    key: &str,
    is_missing: impl Fn(&Translation) -> bool,
) {
    let case = checker.case;
    let others = languages.tags.iter().skip(1).zip(&case.translations);
    let missing: Vec<&str> = others
        .filter(|(_, translation)| is_missing(translation))
        .map(|(tag, _)| tag.as_str())
        .collect();
    if missing.is_empty() {
        return;
    }
    let tags: Vec<String> = missing.iter().map(|tag| format!("`{tag}`")).collect();
    let usage: Vec<String> = missing.iter().map(|tag| example(tag)).collect();
    let message = format!(
        "`{}` has no {key} in {}: write `{key}({})`",
        case.name,
        tags.join(" and "),
        usage.join(", ")
    );
    checker.error(case.origin.span, message);
}

/// A detail in another language makes a text public that is masked in the first one.
fn report_detail_of_masked(checker: &Checker<'_>, languages: &Languages) {
    let case = checker.case;
    let mut details = case.translations.iter().filter_map(|other| other.detail.as_ref());
    let (Some(first), Some(detail)) = (languages.tags.first(), details.next()) else { return };
    let message = format!(
        "`{}` has a detail in another language, but none in `{first}`, where its text is masked: \
         write `detail({})` too",
        case.name,
        example(first)
    );
    checker.error(detail.span, message);
}

fn sends_title(case: &Case<'_>) -> bool {
    let is_in_place_of_detail = match case.detail() {
        ConstText::Text(_) => false,
        ConstText::None => true,
        ConstText::AtRunTime => {
            case.exposes() != Some(true) && !matches!(case.detail_source, DetailSource::Format(..))
        }
    };
    let is_in_body = match &case.body {
        Body::Problem | Body::Type(_) => true,
        Body::Text => is_in_place_of_detail,
        Body::Template(node) => {
            node.contains(Placeholder::Title)
                || is_in_place_of_detail && node.contains(Placeholder::Detail)
        }
        Body::Empty => false,
    };
    is_in_body && case.has_content() || case.has_header_from(Placeholder::Title)
}

fn sends_detail(case: &Case<'_>) -> bool {
    let is_in_body = match &case.body {
        Body::Problem | Body::Text | Body::Type(_) => true,
        Body::Template(node) => node.contains(Placeholder::Detail),
        Body::Empty => false,
    };
    let is_sent = is_in_body && case.has_content() || case.has_header_from(Placeholder::Detail);
    is_sent && !matches!(case.detail(), ConstText::None)
}
