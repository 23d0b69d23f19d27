//! The envelope of an inner error: the keys beside `transparent`, and the `body` and the headers of the
//! enum.

use httperr_registry::table_format::{EnvelopeBody, LogLevel};
use proc_macro2::Span;

use crate::lower::body::lower_body;
use crate::lower::braced_fields::lower_braced_strings;
use crate::lower::headers::lower_envelope_headers;
use crate::lower::inherit::Inherited;
use crate::lower::scope::Scope;
use crate::model::{Case, CaseStatus, Envelope, Origin};

/// Lowers an envelope. The other keys of the enum are for its own cases.
pub(crate) fn lower_envelope<'a>(
    scope: Scope<'_>,
    inherited: &Inherited<'a>,
    span: Span,
) -> Option<Envelope<'a>> {
    let local = inherited.without_type();
    let format = if local.nearest(|attrs| &attrs.body).is_some() {
        EnvelopeBody::Always
    } else if inherited.nearest(|attrs| &attrs.body).is_some() {
        EnvelopeBody::ByDefault
    } else {
        EnvelopeBody::Never
    };
    let log = local.nearest(|attrs| &attrs.log);
    let adds_parts = inherited.levels().iter().any(|attrs| !attrs.headers.is_empty())
        || local.levels().iter().any(|attrs| !attrs.extensions.is_empty());
    if format == EnvelopeBody::Never && log.is_none() && !adds_parts {
        return None;
    }
    let (body, mut extensions) = lower_body(scope, inherited);
    extensions.retain(|extension| {
        let mut all = local.levels().iter().flat_map(|attrs| &attrs.extensions);
        all.any(|own| own.name == extension.name)
    });
    let fallback = Case::fallback(span);
    let mut case = Case {
        status: CaseStatus::OfInner,
        exposure: None,
        extensions,
        body,
        log: log.map_or(LogLevel::ByStatus, |log| log.level),
        origin: Origin {
            allows: inherited.allows(),
            braced_fields: lower_braced_strings(scope, inherited),
            ..fallback.origin
        },
        ..fallback
    };
    lower_envelope_headers(&mut case, scope, inherited);
    Some(Envelope { case, format })
}
