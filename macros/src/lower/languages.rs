//! The titles and public texts in other languages than the first.

use httperr_registry::{is_simplified_chinese, phrase, phrase_in};

use crate::lower::detail::{lower_value, template_of};
use crate::lower::inherit::Inherited;
use crate::lower::scope::Scope;
use crate::model::{CaseStatus, TranslatedDetail, Translation};
use crate::syntax::ast::{self, Text, Value};

/// Returns the texts of a case in each language but the first. `own_title` is its title in the first
/// one, if that is not the reason phrase.
pub(crate) fn lower_translations(
    scope: Scope<'_>,
    inherited: &Inherited<'_>,
    status: &CaseStatus,
    own_title: Option<&str>,
) -> Vec<Translation> {
    let mut translations = Vec::new();
    for language in 1..scope.context.languages.tags.len() {
        let title = translation(inherited, Text::Title, language);
        let title = title.and_then(|title| match &title.value {
            Value::String(text) => Some(text.text().to_owned()),
            _ => None,
        });
        let detail = translation(inherited, Text::Detail, language).map(|detail| {
            let source = lower_value(scope, &detail.value);
            let template = template_of(&detail.value);
            TranslatedDetail { source, template, span: detail.value.span() }
        });
        translations.push(Translation {
            lacks_title: title.is_none() && own_title.is_some(),
            has_own_phrase: own_title.is_none() && has_own_phrase(scope, status, language),
            own_title: title
                .or_else(|| own_title.map(str::to_owned))
                .or_else(|| own_phrase(scope, status, language)),
            detail,
        });
    }
    translations
}

pub(crate) fn own_phrase(scope: Scope<'_>, status: &CaseStatus, language: usize) -> Option<String> {
    let (CaseStatus::Fixed(status), Some(tag)) =
        (status, scope.context.languages.tags.get(language))
    else {
        return None;
    };
    let text = phrase_in(status.code, tag);
    (text != phrase(status.code)).then(|| text.to_owned())
}

fn has_own_phrase(scope: Scope<'_>, status: &CaseStatus, language: usize) -> bool {
    let tags = &scope.context.languages.tags;
    let is_chinese =
        |language: usize| tags.get(language).is_some_and(|tag| is_simplified_chinese(tag));
    matches!(status, CaseStatus::RunTime(_)) && is_chinese(language) != is_chinese(0)
}

/// Returns a text in a language other than the first: that of the nearest declaration, unless a nearer one
/// has the text in the first language, which the farther one does not translate.
pub(crate) fn translation<'a>(
    inherited: &Inherited<'a>,
    text: Text,
    language: usize,
) -> Option<&'a ast::Translation> {
    for attrs in inherited.levels() {
        let mut all = attrs.translations.iter();
        if let Some(found) = all.find(|other| other.text == text && other.index == language) {
            return Some(found);
        }
        let has_original = match text {
            Text::Title => attrs.title.is_set(),
            Text::Detail => attrs.detail.is_set(),
        };
        if has_original {
            return None;
        }
    }
    None
}
