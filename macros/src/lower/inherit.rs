//! Inheritance: the keys of an arm override those of its variant, these the `default` of the enum, and
//! that the keys of the enum.

use crate::model::Allows;
use crate::syntax::ast::{HttpAttrs, Once};

/// The attributes that hold for a case.
pub(crate) struct Inherited<'a> {
    /// The nearest first.
    levels: Vec<&'a HttpAttrs>,
    /// The number of levels that are the arm's, where there is one, or else the variant's.
    own: usize,
    /// The number of levels that are the arm's and the variant's.
    local: usize,
}

impl<'a> Inherited<'a> {
    pub(crate) fn of_variant(variant: &'a HttpAttrs, ty: &'a HttpAttrs) -> Self {
        Inherited { levels: vec![variant, ty], own: 1, local: 1 }
    }

    /// The keys of an enum, without a variant.
    pub(crate) fn of_type_only(ty: &'a HttpAttrs) -> Self {
        Inherited { levels: vec![ty], own: 0, local: 0 }
    }

    /// `arm` is `None` for the arm in place of those that could not be parsed.
    pub(crate) fn of_arm(
        arm: Option<&'a HttpAttrs>,
        variant: &'a HttpAttrs,
        ty: &'a HttpAttrs,
    ) -> Self {
        match arm {
            Some(arm) => Inherited { levels: vec![arm, variant, ty], own: 1, local: 2 },
            None => Inherited { levels: vec![variant, ty], own: 0, local: 1 },
        }
    }

    /// Adds the `default` of the enum for a case that has no other status.
    pub(crate) fn add_default(&mut self) {
        if self.nearest(|attrs| &attrs.status).is_some() {
            return;
        }
        let default = self.of_type().and_then(|attrs| attrs.default.get());
        if let Some(default) = default {
            self.levels.insert(self.levels.len() - 1, default);
        }
    }

    /// Returns the same without the keys of the enum.
    pub(crate) fn without_type(&self) -> Self {
        Inherited { levels: self.local().to_vec(), own: self.own, local: self.local }
    }

    /// Returns the `default` of the enum, if it applies.
    pub(crate) fn default(&self) -> Option<&'a HttpAttrs> {
        match self.levels[self.local..] {
            [default, _ty] => Some(default),
            _ => None,
        }
    }

    pub(crate) fn levels(&self) -> &[&'a HttpAttrs] {
        &self.levels
    }

    pub(crate) fn own(&self) -> Option<&'a HttpAttrs> {
        self.levels[..self.own].first().copied()
    }

    pub(crate) fn local(&self) -> &[&'a HttpAttrs] {
        &self.levels[..self.local]
    }

    pub(crate) fn of_type(&self) -> Option<&'a HttpAttrs> {
        self.levels.last().copied()
    }

    /// Returns the levels below that of the type.
    pub(crate) fn of_cases(&self) -> &[&'a HttpAttrs] {
        self.levels.split_last().map_or(&[], |(_, cases)| cases)
    }

    pub(crate) fn nearest<T>(&self, key: impl Fn(&'a HttpAttrs) -> &'a Once<T>) -> Option<&'a T> {
        self.levels.iter().find_map(|attrs| key(attrs).get())
    }

    /// Returns the entries of all levels, but for those that an entry of a nearer level replaces.
    pub(crate) fn merged<T>(
        &self,
        list: impl Fn(&'a HttpAttrs) -> &'a Vec<T>,
        replaces: impl Fn(&T, &T) -> bool,
    ) -> Vec<&'a T> {
        let mut merged: Vec<&T> = Vec::new();
        for attrs in &self.levels {
            let nearer = merged.len();
            for entry in list(attrs) {
                if !merged[..nearer].iter().any(|near| replaces(near, entry)) {
                    merged.push(entry);
                }
            }
        }
        merged
    }

    pub(crate) fn is_of_enum(&self, holds: impl Fn(&HttpAttrs) -> bool) -> bool {
        let nearest = self.levels.iter().position(|attrs| holds(attrs));
        self.levels.len() > 1 && nearest == Some(self.levels.len() - 1)
    }

    pub(crate) fn is_shared_level(&self, level: usize) -> bool {
        level >= self.own
    }

    /// Returns whether all attributes were parsed, so that a missing key is missing indeed.
    pub(crate) fn is_fully_parsed(&self) -> bool {
        self.own > 0 && !self.levels.iter().any(|attrs| attrs.had_errors)
    }

    pub(crate) fn allows(&self) -> Allows<'a> {
        let mut allows = Allows { rules: Vec::new(), has_unknown: false, warned: Vec::new() };
        for attrs in &self.levels {
            allows.rules.extend(&attrs.allowed);
            let so_far = allows.rules.len();
            allows.warned.extend(attrs.warned.iter().map(|rule| (*rule, so_far)));
            allows.has_unknown |= attrs.allows_unknown;
        }
        allows
    }
}
