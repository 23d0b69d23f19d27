//! The rules that are allowed for a case.

use httperr_registry::derive_rules::Rule;

use crate::syntax::ast::AllowedRule;

/// The rules that are allowed for a case.
#[derive(Clone)]
pub(crate) struct Allows<'a> {
    pub(crate) rules: Vec<&'a AllowedRule>,
    /// A name in `allow(…)` could not be parsed, so that any rule may be allowed.
    pub(crate) has_unknown: bool,
    /// The rules in `warn(…)`, each with the number of `rules` that are at least as near to the case.
    pub(crate) warned: Vec<(&'static Rule, usize)>,
}

impl Allows<'_> {
    /// Returns whether a rule is allowed, and marks each `allow` of it as used.
    pub(crate) fn allow(&self, rule: &str) -> bool {
        let mut is_allowed = self.has_unknown;
        for allowed in self.rules.iter().filter(|allowed| allowed.rule.name == rule) {
            allowed.used.set(true);
            is_allowed = true;
        }
        is_allowed
    }

    /// Returns whether an opt-in rule is on, which the nearest `warn` or `allow` decides. Marks each
    /// `allow` that turns it off as used.
    pub(crate) fn warns(&self, rule: &str) -> bool {
        let Some((_, near)) = self.warned.iter().find(|(warned, _)| warned.name == rule) else {
            return false;
        };
        let mut is_on = !self.has_unknown;
        for allowed in self.rules.iter().take(*near).filter(|allowed| allowed.rule.name == rule) {
            allowed.used.set(true);
            is_on = false;
        }
        is_on
    }

    /// Returns whether a rule is allowed, without using the `allow`.
    pub(crate) fn names(&self, rule: &str) -> bool {
        self.has_unknown || self.rules.iter().any(|allowed| allowed.rule.name == rule)
    }
}
