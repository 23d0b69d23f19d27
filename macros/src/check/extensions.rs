//! Extension members (RFC 9457, section 3.2).

use httperr_registry::PROBLEM_MEMBERS;

use crate::check::checker::Checker;
use crate::model::{Body, Case};

pub(super) fn member_names(checker: &Checker<'_>) {
    for (index, extension) in checker.case.extensions.iter().enumerate() {
        if let Some(message) = error_in_name(checker.case, index, &extension.name) {
            checker.error(extension.span, message);
        }
    }
}

fn error_in_name(case: &Case<'_>, index: usize, name: &str) -> Option<String> {
    Some(if !case.body.has_extensions() {
        format!(
            "the extension `{name}` is not part of this body: use it or `..extensions` in the \
             template, or write `body = problem`"
        )
    } else if PROBLEM_MEMBERS.contains(&name) {
        format!(
            "`{name}` is a standard member of problem documents (RFC 9457, section 3.1): write \
             `extension = \"…\"` with another name"
        )
    } else if name == "code" && case.has_code_member && !matches!(case.body, Body::Template(_)) {
        "the member `code` is already the machine code: write `extension = \"…\"` with another name"
            .to_owned()
    } else if name.is_empty() {
        "the name of an extension member is empty: write `extension = \"…\"` with a name".to_owned()
    } else if case.extensions[..index].iter().any(|before| before.name == name) {
        format!("the member `{name}` is given more than once: keep one")
    } else {
        return None;
    })
}
