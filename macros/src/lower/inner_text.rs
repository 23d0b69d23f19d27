//! The text of an inner error in the public text.

use proc_macro2::Span;
use syn::ext::IdentExt as _;

use crate::lower::scope::Scope;
use crate::model::{DetailSource, InnerText, InnerTextPath, Translation};
use crate::syntax::foreign_attrs::{is_source, DisplayText};

/// Returns the inner error whose text `Display` writes.
pub(crate) fn in_display(scope: Scope<'_>, display: &DisplayText) -> Option<InnerText> {
    let fields = &scope.variant.fields.list;
    match display {
        DisplayText::Transparent => {
            let field = fields.iter().find(|field| is_source(field)).or(fields.first())?;
            Some(InnerText { field: field.index, path: InnerTextPath::Transparent })
        }
        DisplayText::Format(_) | DisplayText::Arguments(_) => {
            let sources = fields.iter().filter(|field| is_source(field));
            let sources: Vec<_> =
                sources.map(|field| (field.index, field.binding().unraw())).collect();
            if sources.is_empty() {
                return None;
            }
            let names = display.formatted_names();
            let formatted = |(_, source): &&(usize, _)| names.iter().any(|name| source == name);
            let (field, _) = sources.iter().find(formatted)?;
            Some(InnerText { field: *field, path: InnerTextPath::Display })
        }
        DisplayText::Constant(_) | DisplayText::Unknown => None,
    }
}

/// Returns the inner error whose text is part of the public text. `display` is that of `Display`.
pub(crate) fn in_detail(
    scope: Scope<'_>,
    detail: &DetailSource,
    detail_span: Option<Span>,
    display: Option<InnerText>,
) -> Option<InnerText> {
    match detail {
        DetailSource::Const(_) | DetailSource::DisplayLiteral(_) => None,
        DetailSource::Display => display,
        DetailSource::Format(_, captures) => {
            let formatted = captures.iter().filter(|(_, format_trait)| format_trait.is_some());
            let mut fields =
                formatted.filter_map(|(index, _)| scope.variant.fields.list.get(*index));
            let field = fields.find(|field| is_source(field))?.index;
            Some(InnerText { field, path: InnerTextPath::Detail(detail_span?) })
        }
    }
}

/// Returns the inner error whose text is part of the public text in another language.
pub(crate) fn in_translations(scope: Scope<'_>, translations: &[Translation]) -> Option<InnerText> {
    let mut details = translations.iter().filter_map(|translation| translation.detail.as_ref());
    details.find_map(|detail| in_detail(scope, &detail.source, Some(detail.span), None))
}
