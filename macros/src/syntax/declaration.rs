//! The item under the derive, with its attributes parsed.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens as _;
use syn::ext::IdentExt as _;

use crate::diagnostics::errors::Errors;
use crate::syntax::ast::{Extension, FieldExample, HttpAttrs};
use crate::syntax::attr;
use crate::syntax::item::{has_attribute, Attribute, Body, Field, Fields, Item};
use crate::syntax::key::AttrTarget;
use crate::syntax::languages::{self, Languages};

pub(crate) struct Declaration {
    pub(crate) item: Item,
    /// The path after `crate =`.
    pub(crate) runtime: Option<TokenStream>,
    pub(crate) without: Vec<Ident>,
    /// The attributes of an enum. Those of a struct are in `variant_attrs`.
    pub(crate) attrs: HttpAttrs,
    variant_attrs: Vec<HttpAttrs>,
    /// The names in `extension(…)`, those of all variants and arms.
    pub(crate) extension_names: Vec<String>,
    pub(crate) languages: Languages,
}

/// A variant, or the struct itself.
#[derive(Clone, Copy)]
pub(crate) struct VariantDecl<'a> {
    /// `None` for a struct.
    pub(crate) ident: Option<&'a Ident>,
    /// The name of the variant or of the struct.
    pub(crate) name: &'a Ident,
    pub(crate) fields: &'a Fields,
    /// All attributes that this crate knows.
    pub(crate) attributes: &'a [Attribute],
    pub(crate) attrs: &'a HttpAttrs,
}

impl Declaration {
    /// Parses a declaration. Returns `None` for one that no impl can be written for.
    pub(crate) fn parse(tokens: TokenStream, errors: &Errors) -> Option<Declaration> {
        let item = Item::parse(tokens).map_err(|error| errors.push(error)).ok()?;
        let target = match &item.body {
            Body::Enum(_) => AttrTarget::Enum,
            Body::Struct(_) => AttrTarget::Struct,
            Body::Union(span) => {
                errors.at(
                    *span,
                    "a union cannot be an error type, because nothing records which of its fields \
                     is active: write an enum",
                );
                return None;
            }
        };
        let mut attrs = attr::parse(&item.attributes, target, errors);
        let runtime = std::mem::take(&mut attrs.runtime).into_inner().map(|(_, path)| path);
        let without = std::mem::take(&mut attrs.without);
        let mut variant_attrs = Vec::with_capacity(item.variants().len());
        for variant in item.variants() {
            variant_attrs.push(attr::parse(&variant.attributes, AttrTarget::Variant, errors));
        }
        let mut extension_names = Vec::new();
        for attrs in variant_attrs.iter().chain([&attrs]) {
            attrs.add_extension_names(&mut extension_names);
        }
        match &item.body {
            Body::Struct(fields) => {
                add_field_attrs(fields, &item.name, &mut attrs, errors);
                variant_attrs.push(std::mem::take(&mut attrs));
            }
            _ => {
                for (variant, attrs) in item.variants().iter().zip(&mut variant_attrs) {
                    add_field_attrs(&variant.fields, &variant.name, attrs, errors);
                }
            }
        }
        let languages = languages::resolve(&mut attrs, &mut variant_attrs, errors);
        Some(Declaration {
            item,
            runtime,
            without,
            attrs,
            variant_attrs,
            extension_names,
            languages,
        })
    }

    pub(crate) fn variants(&self) -> Vec<VariantDecl<'_>> {
        let Item { name, attributes, body, .. } = &self.item;
        match body {
            Body::Struct(fields) => {
                let of_struct =
                    |attrs| VariantDecl { ident: None, name, fields, attributes, attrs };
                self.variant_attrs.iter().map(of_struct).collect()
            }
            Body::Enum(variants) => variants
                .iter()
                .zip(&self.variant_attrs)
                .map(|(variant, attrs)| VariantDecl {
                    ident: Some(&variant.name),
                    name: &variant.name,
                    fields: &variant.fields,
                    attributes: &variant.attributes,
                    attrs,
                })
                .collect(),
            Body::Union(_) => Vec::new(),
        }
    }
}

/// Returns the name of a field in expressions, where it resolves like the name of its owner if the
/// field has none.
pub(crate) fn binding(field: &Field, owner: &Ident) -> Ident {
    let mut binding = field.binding();
    if field.name.is_none() {
        binding.set_span(owner.span());
    }
    binding
}

/// Adds the fields under `#[http(extension)]` to the extension members of their owner, and the
/// examples of all fields.
fn add_field_attrs(fields: &Fields, owner: &Ident, attrs: &mut HttpAttrs, errors: &Errors) {
    for field in &fields.list {
        if !has_attribute(&field.attributes, "http") {
            continue;
        }
        let on_field = attr::parse(&field.attributes, AttrTarget::Field, errors);
        if let Some(json) = on_field.example.get() {
            attrs.examples.push(FieldExample { field: field.index, json: json.clone() });
        }
        if on_field.field_default.is_set() {
            attrs.default_fields.push(field.index);
        }
        let (Some(name), Some(key)) = (on_field.extension.get(), on_field.extension.span()) else {
            continue;
        };
        let binding = binding(field, owner);
        let (name, span) = match (name, &field.name) {
            (Some(name), _) => (name.text().to_owned(), name.span()),
            (None, Some(ident)) => (ident.unraw().to_string(), ident.span()),
            (None, None) => {
                errors.at(
                    key,
                    "an extension on a tuple field needs a name: write `extension = \"name\"`",
                );
                (binding.to_string(), key)
            }
        };
        attrs.extensions.push(Extension { name, span, value: binding.to_token_stream() });
    }
}
