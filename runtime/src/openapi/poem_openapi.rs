//! [poem-openapi](https://docs.rs/poem-openapi) 5: every derived error implements `ApiResponse`.
//!
//! Its document is OpenAPI 3.0, in which a schema that accepts `null` is `nullable` (OpenAPI 3.0,
//! section 4.7.24.1).

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

pub use ::poem_openapi::registry::{MetaResponses, Registry};
pub use ::poem_openapi::ApiResponse;
use poem_openapi::registry::{MetaHeader, MetaMediaType, MetaResponse, MetaSchema, MetaSchemaRef};
use poem_openapi::types::Type;
use serde_json::Value as Json;

use super::types::named_types;
use super::{CaseSchema, Content, Response};
use crate::Catalog;

named_types!(Type, Registry, |registry| {
    T::register(registry);
    serde_json::to_value(T::schema_ref()).unwrap_or_default()
});

/// Called by the impl of a derived type.
#[doc(hidden)]
pub fn meta(catalog: Catalog, add_types: fn(&mut Types)) -> MetaResponses {
    let responses =
        Types::new(add_types).responses(catalog, &mut Registry::new(), |registry, reference| {
            let name = reference.strip_prefix("#/components/schemas/")?;
            serde_json::to_value(registry.schemas.get(name)?).ok()
        });
    let responses = responses.into_iter().map(|(status, of)| response(status, of)).collect();
    MetaResponses { responses }
}

/// Called by the impl of a derived type.
#[doc(hidden)]
pub fn register(registry: &mut Registry, add_types: fn(&mut Types)) {
    Types::new(add_types).register(registry);
}

fn response(status: Option<u16>, of: Response) -> MetaResponse {
    let headers = of.headers.into_iter().map(|(name, header)| MetaHeader {
        name,
        description: None,
        required: header.is_required,
        deprecated: false,
        schema: schema(&header.schema),
    });
    let content = of.content.into_iter().map(|(media_type, content)| MetaMediaType {
        content_type: interned(&media_type),
        schema: content_schema(&content),
    });
    MetaResponse {
        description: interned(&of.description),
        status,
        status_range: None,
        content: content.collect(),
        headers: headers.collect(),
    }
}

/// Returns the schema of a content. A media type has no examples there, so that each is in the schema
/// of its case.
fn content_schema(content: &Content) -> MetaSchemaRef {
    schema(&content.schema(|CaseSchema { schema, example, .. }| {
        let mut schema = schema.clone();
        if let Some(object) = schema.as_object_mut() {
            object.insert("example".to_owned(), example.clone());
        }
        schema
    }))
}

fn schema(json: &Json) -> MetaSchemaRef {
    if let Some(reference) = json["$ref"].as_str() {
        let name = reference.rsplit('/').next().unwrap_or_default();
        return MetaSchemaRef::Reference(name.to_owned());
    }
    if let Some([one, null]) = json["anyOf"].as_array().map(Vec::as_slice) {
        if null["type"] == "null" {
            return nullable(schema(one));
        }
    }
    let text = |key: &str| json[key].as_str().map(interned);
    let number = |key: &str| json[key].as_f64();
    let count = |key: &str| usize::try_from(json[key].as_u64()?).ok();
    let inner = |key: &str| json.get(key).filter(|of| of.is_object()).map(schema).map(Box::new);
    let list = |key: &str| json[key].as_array().into_iter().flatten();
    let ty = text("type").unwrap_or_default();
    let is_null = ty == "null";
    let properties = json["properties"].as_object().into_iter().flatten();
    MetaSchemaRef::Inline(Box::new(MetaSchema {
        ty: if is_null { "" } else { ty },
        format: text("format"),
        title: json["title"].as_str().map(str::to_owned),
        description: text("description"),
        default: json.get("default").cloned(),
        required: list("required").filter_map(Json::as_str).map(interned).collect(),
        properties: properties.map(|(name, of)| (interned(name), schema(of))).collect(),
        items: inner("items"),
        additional_properties: inner("additionalProperties"),
        enum_items: list("enum").cloned().collect(),
        deprecated: json["deprecated"] == true,
        nullable: is_null || json["nullable"] == true,
        any_of: list("anyOf").map(schema).collect(),
        one_of: list("oneOf").map(schema).collect(),
        all_of: list("allOf").map(schema).collect(),
        read_only: json["readOnly"] == true,
        write_only: json["writeOnly"] == true,
        example: json.get("example").cloned(),
        multiple_of: number("multipleOf"),
        maximum: number("maximum"),
        exclusive_maximum: json["exclusiveMaximum"].as_bool(),
        minimum: number("minimum"),
        exclusive_minimum: json["exclusiveMinimum"].as_bool(),
        max_length: count("maxLength"),
        min_length: count("minLength"),
        pattern: json["pattern"].as_str().map(str::to_owned),
        max_items: count("maxItems"),
        min_items: count("minItems"),
        unique_items: json["uniqueItems"].as_bool(),
        max_properties: count("maxProperties"),
        min_properties: count("minProperties"),
        ..MetaSchema::ANY
    }))
}

fn nullable(schema: MetaSchemaRef) -> MetaSchemaRef {
    MetaSchemaRef::Inline(Box::new(match schema {
        MetaSchemaRef::Inline(schema) => MetaSchema { nullable: true, ..*schema },
        MetaSchemaRef::Reference(_) => {
            MetaSchema { all_of: vec![schema], nullable: true, ..MetaSchema::ANY }
        }
    }))
}

/// Returns a text that lives as long as the program, once for equal texts: the document of an API is
/// built several times.
fn interned(text: &str) -> &'static str {
    static TEXTS: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut texts = TEXTS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = texts.get(text) {
        return known;
    }
    let leaked: &'static str = text.to_owned().leak();
    texts.insert(leaked);
    leaked
}

#[doc(hidden)]
#[macro_export]
macro_rules! __adapt_poem_openapi {
    ([poem_openapi $($without:ident)*] $generics:tt $ty:tt $clause:tt $cases:tt $inner:tt) => {
        $crate::__named_types! { poem_openapi $generics $ty $clause $cases $inner }
    };
    ([$other:ident $($without:ident)*] $($input:tt)*) => {
        $crate::__adapt_poem_openapi! { [$($without)*] $($input)* }
    };
    ([] $generics:tt $ty:tt $clause:tt $cases:tt $inner:tt) => {
        $crate::__named_types! { poem_openapi $generics $ty $clause $cases $inner }
        $crate::__api_response! { $generics $ty $clause }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __api_response {
    ([$($generics:tt)*] [$($ty:tt)*] [$($clause:tt)*]) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl $($generics)* $crate::openapi::poem_openapi::ApiResponse for $($ty)* $($clause)* {
            fn meta() -> $crate::openapi::poem_openapi::MetaResponses {
                $crate::openapi::poem_openapi::meta(
                    <Self as $crate::HttpError>::catalog(),
                    <Self as $crate::openapi::poem_openapi::NamedTypes>::add_types,
                )
            }

            fn register(registry: &mut $crate::openapi::poem_openapi::Registry) {
                $crate::openapi::poem_openapi::register(
                    registry,
                    <Self as $crate::openapi::poem_openapi::NamedTypes>::add_types,
                );
            }
        }
    };
}
