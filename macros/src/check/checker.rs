//! A case under the rules.

use std::fmt::Display;

use proc_macro2::{Ident, Span, TokenStream};

use crate::diagnostics::errors::Errors;
use crate::diagnostics::warning::Warning;
use crate::model::{Case, Variant};

pub(super) struct Checker<'c> {
    pub(super) errors: &'c Errors,
    /// The variant or the struct.
    pub(super) name: &'c Ident,
    pub(super) variant: &'c Variant<'c>,
    /// The pattern of an arm.
    pub(super) pattern: Option<&'c TokenStream>,
    pub(super) case: &'c Case<'c>,
    pub(super) warnings: Vec<Warning>,
}

impl Checker<'_> {
    pub(super) fn error(&self, span: Span, message: impl Display) {
        self.errors.at(span, message);
    }

    pub(super) fn warn(&mut self, rule: &'static str, span: Span, message: &str) {
        if !self.is_allowed(rule) {
            self.report(rule, span, message);
        }
    }

    pub(super) fn warn_opt_in(&mut self, rule: &'static str, span: Span, message: &str) {
        if self.case.origin.allows.warns(rule) {
            self.report(rule, span, message);
        }
    }

    fn report(&mut self, rule: &'static str, span: Span, message: &str) {
        let message = format!("{message}; `allow({rule})` silences this");
        self.warnings.push(Warning { rule, span, message });
    }

    pub(super) fn is_allowed(&self, rule: &str) -> bool {
        self.case.origin.allows.allow(rule)
    }
}
