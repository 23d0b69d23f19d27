//! [utoipa](https://docs.rs/utoipa): every derived error implements `IntoResponses`. The versions 5 and
//! 6 differ in nothing that is used here.

use serde_json::{json, Value as Json};

macro_rules! adapter {
    ($module:ident, $utoipa:ident) => {
        #[doc(hidden)]
        pub mod $module {
            use std::collections::BTreeMap;

            use serde::de::DeserializeOwned;
            use serde_json::{json, Map, Value as Json};
            use ::$utoipa::openapi::example::Example;
            use ::$utoipa::openapi::header::Header;
            use ::$utoipa::openapi::response::ResponseBuilder;
            use ::$utoipa::openapi::schema::{
                AdditionalProperties, AllOf, AnyOf, Array, ArrayItems, Object, OneOf, SchemaType,
            };
            use ::$utoipa::openapi::{self, RefOr, Response, Schema};
            pub use ::$utoipa::IntoResponses;

            use super::inline;
            use crate::openapi::{self as neutral, types::named_types};
            use crate::Catalog;

            pub type ResponseMap = BTreeMap<String, RefOr<Response>>;

            /// The schemas that others refer to.
            pub type Definitions = Vec<(String, RefOr<Schema>)>;

            named_types!(::$utoipa::ToSchema, Definitions, |definitions| {
                T::schemas(definitions);
                let mut schema = serde_json::to_value(T::schema()).unwrap_or_default();
                inline(
                    &mut schema,
                    &|name| {
                        let (_, schema) = definitions.iter().find(|(known, _)| known == name)?;
                        serde_json::to_value(schema).ok()
                    },
                    &mut Vec::new(),
                );
                schema
            });

            /// Called by the impl of a derived type.
            pub fn responses(catalog: Catalog, add_types: fn(&mut Types)) -> ResponseMap {
                // The schemas are inlined: the trait cannot register components.
                let responses =
                    Types::new(add_types).responses(catalog, &mut Vec::new(), |_, _| None);
                let name = |status: Option<u16>| {
                    status.map_or_else(|| "default".to_owned(), |status| status.to_string())
                };
                responses
                    .into_iter()
                    .map(|(status, of)| (name(status), RefOr::T(response(&of))))
                    .collect()
            }

            fn response(of: &neutral::Response) -> Response {
                let mut response = ResponseBuilder::new().description(&of.description);
                for (name, header) in &of.headers {
                    response = response.header(name, Header::new(schema(&header.schema)));
                }
                for (media_type, content) in &of.content {
                    response = response.content(media_type, content_of(content));
                }
                response.build()
            }

            fn content_of(content: &neutral::Content) -> openapi::Content {
                let examples = content.cases.iter().map(|case| {
                    let mut example = Example::new();
                    example.summary.clone_from(&case.summary);
                    case.description.unwrap_or_default().clone_into(&mut example.description);
                    example.value = Some(case.example.clone());
                    (case.key.clone(), example)
                });
                let of = content.schema(|case| case.schema.clone());
                openapi::ContentBuilder::new()
                    .schema(Some(schema(&of)))
                    .examples_from_iter(examples)
                    .build()
            }

            /// Returns a schema. Each is read without those in it, since utoipa reads no schema that
            /// accepts anything.
            fn schema(json: &Json) -> RefOr<Schema> {
                let Some(node) = json.as_object() else { return accepting_all() };
                let all =
                    |key: &str| node[key].as_array().into_iter().flatten().map(schema).collect();
                let schema = if node.contains_key("oneOf") {
                    read(node, "oneOf", json!([])).map(|mut of: OneOf| {
                        of.items = all("oneOf");
                        of.into()
                    })
                } else if node.contains_key("anyOf") {
                    read(node, "anyOf", json!([])).map(|mut of: AnyOf| {
                        of.items = all("anyOf");
                        of.into()
                    })
                } else if node.contains_key("allOf") {
                    read(node, "allOf", json!([])).map(|mut of: AllOf| {
                        of.items = all("allOf");
                        of.into()
                    })
                } else if let Some(items) = node.get("items").filter(|items| items.is_object()) {
                    read(node, "items", json!({ "type": "null" })).map(|mut array: Array| {
                        array.items = ArrayItems::RefOrSchema(Box::new(schema(items)));
                        array.into()
                    })
                } else if node.contains_key("prefixItems") {
                    read(node, "items", json!({ "type": null })).map(|array: Array| array.into())
                } else {
                    object(node).map(Into::into)
                };
                schema.map_or_else(accepting_all, RefOr::T)
            }

            fn object(node: &Map<String, Json>) -> Option<Object> {
                let any_type = node.get("type").cloned().unwrap_or_default();
                let mut object: Object = read(node, "type", any_type)?;
                for (name, property) in node.get("properties").and_then(Json::as_object).into_iter().flatten() {
                    object.properties.insert(name.clone(), schema(property));
                }
                object.additional_properties = match node.get("additionalProperties") {
                    Some(Json::Bool(any)) => Some(Box::new(AdditionalProperties::FreeForm(*any))),
                    Some(of) => Some(Box::new(AdditionalProperties::RefOr(schema(of)))),
                    None => None,
                };
                Some(object)
            }

            /// Reads a schema without those in it, and with a value in place of that of `key`.
            fn read<S: DeserializeOwned>(
                node: &Map<String, Json>,
                key: &str,
                value: Json,
            ) -> Option<S> {
                let mut node = node.clone();
                node.remove("properties");
                node.remove("additionalProperties");
                node.insert(key.to_owned(), value);
                serde_json::from_value(Json::Object(node)).ok()
            }

            fn accepting_all() -> RefOr<Schema> {
                RefOr::T(Object::with_type(SchemaType::AnyValue).into())
            }
        }
    };
}

#[cfg(feature = "utoipa")]
adapter!(utoipa, utoipa);
#[cfg(feature = "utoipa5")]
adapter!(utoipa5, utoipa5);

/// Puts the schemas that a schema refers to in place of the references. One that contains itself
/// accepts anything there.
fn inline(schema: &mut Json, find: &dyn Fn(&str) -> Option<Json>, inside: &mut Vec<String>) {
    let Json::Object(node) = schema else { return };
    if let Some(Json::String(reference)) = node.get("$ref") {
        let name = reference.rsplit('/').next().unwrap_or_default().to_owned();
        let is_recursive = inside.contains(&name) || inside.len() >= MAX_DEPTH;
        *schema = find(&name).filter(|_| !is_recursive).unwrap_or_else(|| json!({}));
        inside.push(name);
        inline(schema, find, inside);
        inside.pop();
        return;
    }
    for key in ["items", "additionalProperties"] {
        if let Some(inner) = node.get_mut(key) {
            inline(inner, find, inside);
        }
    }
    for key in ["oneOf", "anyOf", "allOf", "prefixItems"] {
        for inner in node.get_mut(key).and_then(Json::as_array_mut).into_iter().flatten() {
            inline(inner, find, inside);
        }
    }
    let properties = node.get_mut("properties").and_then(Json::as_object_mut);
    for (_, property) in properties.into_iter().flatten() {
        inline(property, find, inside);
    }
}

/// The number of references inside each other that are followed.
const MAX_DEPTH: usize = 8;

#[cfg(feature = "utoipa")]
#[doc(hidden)]
#[macro_export]
macro_rules! __adapt_utoipa {
    ([utoipa $($without:ident)*] $generics:tt $ty:tt $clause:tt $cases:tt $inner:tt) => {
        $crate::__named_types! { utoipa $generics $ty $clause $cases $inner }
    };
    ([$other:ident $($without:ident)*] $($input:tt)*) => {
        $crate::__adapt_utoipa! { [$($without)*] $($input)* }
    };
    ([] $generics:tt $ty:tt $clause:tt $cases:tt $inner:tt) => {
        $crate::__named_types! { utoipa $generics $ty $clause $cases $inner }
        $crate::__into_responses! { utoipa $generics $ty $clause }
    };
}

#[cfg(feature = "utoipa5")]
#[doc(hidden)]
#[macro_export]
macro_rules! __adapt_utoipa5 {
    ([utoipa5 $($without:ident)*] $generics:tt $ty:tt $clause:tt $cases:tt $inner:tt) => {
        $crate::__named_types! { utoipa5 $generics $ty $clause $cases $inner }
    };
    ([$other:ident $($without:ident)*] $($input:tt)*) => {
        $crate::__adapt_utoipa5! { [$($without)*] $($input)* }
    };
    ([] $generics:tt $ty:tt $clause:tt $cases:tt $inner:tt) => {
        $crate::__named_types! { utoipa5 $generics $ty $clause $cases $inner }
        $crate::__into_responses! { utoipa5 $generics $ty $clause }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __into_responses {
    ($module:ident [$($generics:tt)*] [$($ty:tt)*] [$($clause:tt)*]) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl $($generics)* $crate::openapi::$module::IntoResponses for $($ty)* $($clause)* {
            fn responses() -> $crate::openapi::$module::ResponseMap {
                $crate::openapi::$module::responses(
                    <Self as $crate::HttpError>::catalog(),
                    <Self as $crate::openapi::$module::NamedTypes>::add_types,
                )
            }
        }
    };
}
