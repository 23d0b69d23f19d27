//! `allow(…)` of a rule that the declaration does not break.

use crate::diagnostics::warning::Warning;
use crate::syntax::ast::AllowedRule;

pub(super) fn unused_allows(allowed: &[&AllowedRule]) -> Vec<Warning> {
    let unused = allowed.iter().filter(|allowed| !allowed.used.get());
    let warning = |allowed: &&AllowedRule| Warning {
        rule: "unused_allow",
        span: allowed.span,
        message: format!("`allow({})` has no effect here: remove it", allowed.rule.name),
    };
    unused.map(warning).collect()
}
