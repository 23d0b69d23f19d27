//! Constant texts that seem to be format strings.

use crate::lower::inherit::Inherited;
use crate::lower::languages::translation;
use crate::lower::scope::Scope;
use crate::model::{BracedField, ConstantText};
use crate::syntax::ast::{Text, Value};

pub(crate) fn lower_braced_fields(scope: Scope<'_>, inherited: &Inherited<'_>) -> Vec<BracedField> {
    let mut found = lower_braced_strings(scope, inherited);
    let mut add = |value: &str, span, text| {
        if let Some(field) = braced_field(value, scope) {
            found.push(BracedField { span, field, text });
        }
    };
    if let Some(title) = inherited.nearest(|attrs| &attrs.title) {
        add(title.text(), title.span(), ConstantText::Title);
    }
    for language in 1..scope.context.languages.tags.len() {
        let title = translation(inherited, Text::Title, language);
        if let Some(Value::String(title)) = title.map(|title| &title.value) {
            add(title.text(), title.span(), ConstantText::Title);
        }
    }
    let with_code = inherited.levels().iter().find(|attrs| attrs.code.is_set());
    let code = with_code.and_then(|attrs| Some((attrs.code.get()?, attrs.code_span?)));
    if let Some((code, span)) = code {
        add(&code.text, span, ConstantText::Code);
    }
    found
}

/// Lowers the strings of the template that the case, or the envelope, has as its body.
pub(crate) fn lower_braced_strings(
    scope: Scope<'_>,
    inherited: &Inherited<'_>,
) -> Vec<BracedField> {
    let with_body = inherited.levels().iter().find(|attrs| attrs.body.is_set());
    let strings = with_body.into_iter().flat_map(|attrs| &attrs.braced_strings);
    let braced = strings.filter_map(|string| {
        let field = braced_field(string.text(), scope)?;
        Some(BracedField { span: string.span(), field, text: ConstantText::Template })
    });
    braced.collect()
}

/// Returns the first field that a text has in braces, as a format string would have it.
fn braced_field(text: &str, scope: Scope<'_>) -> Option<String> {
    text.split('{').skip(1).find_map(|rest| {
        let (inside, _) = rest.split_once('}')?;
        let name = inside.split(':').next()?;
        let is_field = scope.contains(name) || scope.is_field_name(&format!("_{name}"));
        is_field.then(|| format!("{{{inside}}}"))
    })
}
