//! One case.

use httperr_registry::is_masked_by_default;
use httperr_registry::table_format::LogLevel;
use proc_macro2::Span;

use crate::casing;
use crate::lower::body::lower_body;
use crate::lower::braced_fields::lower_braced_fields;
use crate::lower::detail::{display, lower_detail, lower_template};
use crate::lower::headers::lower_headers;
use crate::lower::inherit::Inherited;
use crate::lower::inner_text;
use crate::lower::languages::{lower_translations, own_phrase};
use crate::lower::scope::Scope;
use crate::model::{Case, CaseStatus, Origin, Visibility, FALLBACK_STATUS};
use crate::syntax::ast::{Codes, HttpAttrs, MachineCode, StatusExpr, Tag, Text, Value};
use crate::syntax::foreign_attrs;
use crate::syntax::status_code::Status;

/// Lowers a case. `span` is that of its variant or of its arm.
pub(crate) fn lower_case<'a>(
    scope: Scope<'_>,
    inherited: &Inherited<'a>,
    name: String,
    span: Span,
) -> Case<'a> {
    let status = lower_status(scope, inherited, &name, span);
    let codes = inherited.of_type().and_then(|attrs| attrs.codes.get());
    let declared_code = inherited.nearest(|attrs| &attrs.code);
    let code = declared_code.cloned().unwrap_or_else(|| code_of(&name, codes));
    let exposure = inherited.nearest(|attrs| &attrs.exposure).copied();
    let declared_type =
        inherited.nearest(|attrs| &attrs.type_uri).map(|text| text.text().to_owned());
    let type_ends_in_code = declared_type.is_none();
    let is_name_private = declared_type.is_none() && is_name_private(&status, exposure, inherited);
    let type_uri = declared_type.or_else(|| match is_name_private {
        true => None,
        false => type_uri_from_base(inherited, &code),
    });
    let title = inherited.nearest(|attrs| &attrs.title).map(|text| text.text().to_owned());
    let own_title = title.or_else(|| type_uri.as_ref().map(|_| casing::sentence(&name)));
    let translations = lower_translations(scope, inherited, &status, own_title.as_deref());
    let (body, extensions) = lower_body(scope, inherited);
    let display = display(scope);
    let inner_text = inner_text::in_display(scope, &display);
    let detail_template = lower_template(inherited, &display);
    let detail_source = lower_detail(scope, inherited, display);
    let detail_span = inherited.nearest(|attrs| &attrs.detail).map(Value::span);
    let inner_text = inner_text::in_detail(scope, &detail_source, detail_span, inner_text)
        .or_else(|| inner_text::in_translations(scope, &translations));
    let own = inherited.own();
    let mut levels = inherited.levels().iter();
    let origin = Origin {
        span,
        is_fully_parsed: inherited.is_fully_parsed(),
        allows: inherited.allows(),
        own_code_span: own.into_iter().chain(inherited.default()).find_map(|attrs| attrs.code_span),
        nearest_code_span: levels.find_map(|attrs| attrs.code_span),
        declares_body: inherited.nearest(|attrs| &attrs.body).is_some(),
        own_body_span: own.and_then(|attrs| attrs.body.span()),
        inner_text,
        status_constant: match inherited.nearest(|attrs| &attrs.status) {
            Some(StatusExpr::Constant(_, path)) => Some(path),
            _ => None,
        },
        braced_fields: lower_braced_fields(scope, inherited),
        unsendable_content_types: Vec::new(),
    };
    let own_title = own_title.or_else(|| own_phrase(scope, &status, 0));
    let mut case = Case {
        status,
        has_code_member: type_uri.is_none() && (declared_code.is_some() || codes.is_some()),
        own_title,
        translations,
        type_ends_in_code: type_ends_in_code && type_uri.is_some(),
        type_uri,
        visibility: match is_name_private {
            true => Visibility::PrivateName,
            false => Visibility::Public,
        },
        detail_template,
        detail_source,
        exposure,
        headers: Vec::new(),
        header_map: inherited.nearest(|attrs| &attrs.header_map).map(|map| scope.value(map)),
        retry_after: None,
        extensions,
        body,
        log: inherited.nearest(|attrs| &attrs.log).map_or(LogLevel::ByStatus, |log| log.level),
        tags: lower_tags(inherited),
        description: foreign_attrs::doc_comment(scope.variant.attributes),
        allows_success: origin.allows.names("success"),
        name,
        code,
        origin,
    };
    lower_headers(&mut case, scope, inherited);
    case
}

fn code_of(name: &str, codes: Option<&Codes>) -> MachineCode {
    let rule = codes.and_then(|codes| codes.rename_all).unwrap_or(&casing::RENAME_RULES[0]);
    let prefix = codes.map_or("", |codes| codes.prefix.as_str());
    MachineCode { text: format!("{prefix}{}", (rule.apply)(name)), is_number: false }
}

/// Returns whether the name of a case is as private as its text: it is masked, and nothing asks for a
/// code, a title or a type of its own. An enum does not name a case by a title for all of them.
fn is_name_private(status: &CaseStatus, exposure: Option<bool>, inherited: &Inherited<'_>) -> bool {
    let is_masked = match (exposure, status) {
        (Some(exposes), _) => !exposes,
        (None, CaseStatus::Fixed(status)) => is_masked_by_default(status.code),
        (None, CaseStatus::RunTime(_) | CaseStatus::OfInner) => false,
    };
    let names_case = |attrs: &&HttpAttrs| {
        attrs.code.is_set()
            || attrs.title.is_set()
            || attrs.translations.iter().any(|translation| translation.text == Text::Title)
    };
    is_masked
        && !inherited.of_cases().iter().any(names_case)
        && !inherited.of_type().is_some_and(|attrs| attrs.codes.is_set())
}

/// Returns the tags of all levels; of those with one name, that of the nearest level.
pub(crate) fn lower_tags<'a>(inherited: &Inherited<'a>) -> Vec<&'a Tag> {
    let mut tags = inherited.merged(|attrs| &attrs.tags, |near, far| near.name == far.name);
    tags.extend(inherited.nearest(|attrs| &attrs.grpc));
    tags
}

fn lower_status(scope: Scope<'_>, inherited: &Inherited<'_>, name: &str, span: Span) -> CaseStatus {
    match inherited.nearest(|attrs| &attrs.status) {
        Some(StatusExpr::Fixed(status) | StatusExpr::Constant(status, _)) => {
            CaseStatus::Fixed(*status)
        }
        Some(StatusExpr::RunTime(tokens)) => CaseStatus::RunTime(scope.acyclic_value(tokens)),
        None => {
            // A key with a typo may have been the status, and an error in `transparent` is reported
            // already.
            let is_reported = !inherited.is_fully_parsed()
                || inherited.levels().iter().any(|attrs| attrs.transparent.is_set());
            if !is_reported {
                scope.errors().at(span, no_status(scope, name));
            }
            CaseStatus::Fixed(Status::new(FALLBACK_STATUS, span))
        }
    }
}

fn no_status(scope: Scope<'_>, name: &str) -> String {
    if scope.pattern.is_some() {
        return "this arm has no status: write `pattern => 404` or `pattern => (404, …)`"
            .to_owned();
    }
    let default = match scope.variant.ident.is_some() {
        true => ", or `#[http(default = 500)]` on the enum for all variants without one",
        false => "",
    };
    format!("`{name}` has no status: write `#[http(404)]` on it{default}")
}

fn type_uri_from_base(inherited: &Inherited<'_>, code: &MachineCode) -> Option<String> {
    let base = inherited.nearest(|attrs| &attrs.type_base)?.text();
    // A fragment or a query ends where the code begins.
    Some(match base.ends_with(['#', '=']) {
        true => format!("{base}{}", code.text),
        false => format!("{}/{}", base.trim_end_matches('/'), code.text),
    })
}
