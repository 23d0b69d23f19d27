//! Syntax tree → model: inheritance and scopes. Knows no rule of HTTP.

mod body;
mod braced_fields;
mod case;
mod detail;
mod envelope;
mod format;
mod headers;
mod inherit;
mod inner_text;
mod languages;
mod match_block;
mod missing_fields;
mod other;
mod outcome;
mod same_as;
mod scope;

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt as _;

use crate::diagnostics::errors::Errors;
use crate::lower::format::lower_format;
use crate::lower::inherit::Inherited;
use crate::lower::missing_fields::MissingFields;
use crate::lower::outcome::lower_outcome;
use crate::lower::scope::{Context, Scope};
use crate::model::{Branch, Field, Model, Outcome, Pattern, Variant};
use crate::syntax::ast::{Arm, HttpAttrs, MatchBlock};
use crate::syntax::declaration::{binding, Declaration, VariantDecl};
use crate::syntax::item;
use crate::syntax::tokens::span_of;

/// Lowers a declaration. Reports what cannot be resolved, and goes on with the nearest thing that
/// expands.
pub(crate) fn lower<'a>(declaration: &'a Declaration, errors: &Errors) -> Model<'a> {
    let item = &declaration.item;
    let mut field_names = Vec::new();
    for variant in item.variants() {
        field_names.extend(variant.fields.names());
    }
    let context = Context {
        errors,
        attributes: &item.attributes,
        field_names,
        extension_names: &declaration.extension_names,
        missing_fields: MissingFields::default(),
        languages: &declaration.languages,
    };
    let lowering = Lowering { context: &context, of_type: &declaration.attrs };
    let mut variants = Vec::new();
    for variant in declaration.variants() {
        variants.push(lowering.variant(variant));
    }
    same_as::resolve(&mut variants, errors);
    other::report_second(declaration, errors);
    context.missing_fields.report(errors);
    let default = declaration.attrs.default.get();
    let format = lower_format(declaration, &context.field_names);
    Model {
        original: item,
        variants,
        runtime: declaration.runtime.clone().unwrap_or_else(|| quote!(::httperr)),
        is_renamed: declaration.runtime.is_some(),
        without: &declaration.without,
        format,
        languages: &declaration.languages,
        allowed: [Some(&declaration.attrs), default.map(|attrs| &**attrs)]
            .into_iter()
            .flatten()
            .flat_map(|attrs| &attrs.allowed)
            .collect(),
    }
}

struct Lowering<'a, 'c> {
    context: &'c Context<'c>,
    of_type: &'a HttpAttrs,
}

impl<'a> Lowering<'a, '_> {
    fn variant(&self, variant: VariantDecl<'a>) -> Variant<'a> {
        let VariantDecl { ident, name, fields, attributes, attrs } = variant;
        let scope = Scope { context: self.context, variant, pattern: None };
        let fields = fields.list.iter();
        let fields: Vec<Field<'a>> = fields.map(|original| field(original, name, attrs)).collect();
        let block = attrs.match_block.get();
        let (scrutinee, branches) = match block {
            Some(block) => {
                match_block::check(block, attrs, scope);
                let scrutinee = match_block::lower_scrutinee(block, scope);
                let mut branches = self.arms(variant, block, &fields);
                hide_private_descriptions(&mut branches);
                (Some(scrutinee), branches)
            }
            None => {
                let inherited = Inherited::of_variant(attrs, self.of_type);
                let outcome =
                    lower_outcome(scope, inherited, &fields, name.unraw().to_string(), name.span());
                (None, vec![Branch { pattern: None, outcome }])
            }
        };
        let mut allowed = Vec::new();
        for arm in block.map_or(&[][..], |block| &block.arms) {
            allowed.extend(&arm.attrs.allowed);
        }
        allowed.extend(&attrs.allowed);
        let is_other = attrs.other.is_set();
        Variant { ident, fields, attributes, scrutinee, branches, is_other, allowed }
    }

    fn arms(
        &self,
        variant: VariantDecl<'a>,
        block: &'a MatchBlock,
        fields: &[Field<'a>],
    ) -> Vec<Branch<'a>> {
        let mut branches = Vec::new();
        for arm in &block.arms {
            let Arm { attributes, pattern, guard, attrs } = arm;
            let scope = Scope { context: self.context, variant, pattern: Some(pattern) };
            let inherited = Inherited::of_arm(Some(attrs), variant.attrs, self.of_type);
            let name = match attrs.name.get() {
                Some(name) => name.clone(),
                None => match_block::case_name(variant.name, pattern),
            };
            let outcome = lower_outcome(scope, inherited, fields, name, span_of(pattern));
            let guard = guard.as_ref().map(|guard| {
                scope.check_recursion(guard);
                scope.resolve_fields(guard)
            });
            let (attributes, pattern) = (attributes.clone(), pattern.clone());
            branches
                .push(Branch { pattern: Some(Pattern { attributes, pattern, guard }), outcome });
        }
        if block.had_errors || block.arms.is_empty() {
            let pattern = quote!(_);
            let scope = Scope { context: self.context, variant, pattern: Some(&pattern) };
            let inherited = Inherited::of_arm(None, variant.attrs, self.of_type);
            let name = variant.name.unraw().to_string();
            let outcome = lower_outcome(scope, inherited, fields, name, span_of(&pattern));
            let attributes = TokenStream::new();
            let pattern = Pattern { attributes, pattern, guard: None };
            branches.push(Branch { pattern: Some(pattern), outcome });
        }
        branches
    }
}

/// Leaves the documentation of a variant to its arms whose names are private, if there is one: it
/// describes them too.
fn hide_private_descriptions(branches: &mut [Branch<'_>]) {
    let is_private = |branch: &Branch<'_>| matches!(&branch.outcome, Outcome::Case(case) if case.has_private_name());
    if branches.iter().any(is_private) {
        for branch in branches.iter_mut().filter(|branch| !is_private(branch)) {
            if let Outcome::Case(case) = &mut branch.outcome {
                case.description.clear();
            }
        }
    }
}

fn field<'a>(original: &'a item::Field, owner: &Ident, attrs: &'a HttpAttrs) -> Field<'a> {
    let mut examples = attrs.examples.iter();
    let example = examples.find(|example| example.field == original.index);
    Field {
        original,
        binding: binding(original, owner),
        example: example.map(|example| example.json.as_str()),
        is_default: attrs.default_fields.contains(&original.index),
    }
}
