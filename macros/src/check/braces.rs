//! Constant texts that seem to be format strings (RFC 9457, section 3.1.3).

use crate::check::checker::Checker;
use crate::model::{BracedField, ConstantText};

/// A client would see the braces.
pub(super) fn braced_fields(checker: &mut Checker<'_>) {
    for BracedField { span, field, text } in &checker.case.origin.braced_fields {
        let (reason, instead) = match text {
            ConstantText::Title => (
                "a title is the same for every occurrence (RFC 9457, section 3.1.3)",
                "write it in `detail`",
            ),
            ConstantText::Code => (
                "a code is the same for every occurrence (RFC 9457, section 3.1.1)",
                "write `extension(name = field)`",
            ),
            ConstantText::Template => (
                "a string of a template is a constant",
                "write an expression such as `(format!(\"…\"))`, or the placeholder `detail`",
            ),
        };
        let message = format!("`{field}` is sent as it is, because {reason}: {instead}");
        checker.warn("literal_braces", *span, &message);
    }
}
