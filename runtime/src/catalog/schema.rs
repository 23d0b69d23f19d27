//! The structure of a body → JSON Schema, as OpenAPI 3.1 and 3.0 both read it.

use httperr_registry::table_format::ValueType;
use serde_json::{json, Map, Value as Json};

use super::shape::{Object, Shape, Value};

/// The schemas of values whose types are known to a library only.
#[derive(Clone, Copy)]
pub(crate) struct ValueSchemas<'a> {
    pub(crate) schema: &'a dyn Fn(&Value) -> Option<Json>,
    /// Returns the schema that a `$ref` refers to, for examples.
    pub(crate) definition: &'a dyn Fn(&str) -> Option<Json>,
}

impl ValueSchemas<'_> {
    /// No type is known.
    pub(crate) const NONE: ValueSchemas<'static> =
        ValueSchemas { schema: &|_| None, definition: &|_| None };
}

/// Returns the schema of a body.
///
/// It has no `const`, which OpenAPI 3.0 does not know, and fixes neither the title nor the public
/// text, which may be translated (RFC 9457, section 3.1.3).
pub(crate) fn schema(shape: &Shape, schemas: ValueSchemas<'_>) -> Json {
    match shape {
        Shape::Object(object) => object_schema(object, schemas),
        Shape::Array(elements) => {
            let count = elements.len();
            let elements: Vec<Json> =
                elements.iter().map(|element| schema(element, schemas)).collect();
            let items = match elements.as_slice() {
                [] => json!({}),
                [one] => one.clone(),
                _ => json!({ "anyOf": elements }),
            };
            json!({ "type": "array", "items": items, "minItems": count, "maxItems": count })
        }
        Shape::Constant(json) => constant(json),
        Shape::Text(_) => json!({ "type": "string" }),
        Shape::Status(Some(status)) => json!({ "type": "integer", "enum": [status] }),
        Shape::Status(None) => json!({ "type": "integer", "minimum": 200, "maximum": 599 }),
        Shape::Instance => nullable(json!({ "type": "string", "format": "uri-reference" })),
        Shape::RequestId => nullable(json!({ "type": "string" })),
        Shape::Value(value) => value_schema(value, schemas),
        Shape::Any => json!({}),
    }
}

fn object_schema(object: &Object, schemas: ValueSchemas<'_>) -> Json {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for member in &object.members {
        let mut property = schema(&member.shape, schemas);
        // A member without a value is left out.
        if !member.is_required {
            property = without_null(property);
        }
        let has_schema = matches!(&member.shape, Shape::Value(value)
            if matches!(ValueType::parse(value.ty), ValueType::Named(_)))
            && !accepts_null(&property);
        properties.insert(member.name.clone(), property);
        if member.is_required || has_schema {
            required.push(member.name.clone());
        }
    }
    let mut schema = json!({ "type": "object", "properties": properties });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema
}

fn constant(json: &str) -> Json {
    let value: Json = serde_json::from_str(json).unwrap_or_default();
    let ty = match &value {
        Json::Null => "null",
        Json::Bool(_) => "boolean",
        Json::Number(number) if number.is_f64() => "number",
        Json::Number(_) => "integer",
        Json::String(_) => "string",
        Json::Array(_) => "array",
        Json::Object(_) => "object",
    };
    json!({ "type": ty, "enum": [value] })
}

fn value_schema(value: &Value, schemas: ValueSchemas<'_>) -> Json {
    let of = |ty| value_schema(&Value { ty, ..*value }, schemas);
    match ValueType::parse(value.ty) {
        ValueType::Optional(inner) => nullable(of(inner)),
        ValueType::List(element) => json!({ "type": "array", "items": of(element) }),
        ValueType::Map(value) => json!({ "type": "object", "additionalProperties": of(value) }),
        ValueType::Named(_) => (schemas.schema)(value).unwrap_or_else(|| json!({})),
        ValueType::Bool => json!({ "type": "boolean" }),
        ValueType::Integer(name) => integer(name),
        ValueType::Float("f32") => json!({ "type": "number", "format": "float" }),
        ValueType::Float(_) => json!({ "type": "number", "format": "double" }),
        ValueType::Text => json!({ "type": "string" }),
        ValueType::FieldErrors => json!({
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "detail": { "type": "string" },
                    "pointer": { "type": "string", "format": "uri-reference" },
                },
                "required": ["detail", "pointer"],
            },
        }),
        ValueType::Constant(json) => constant(json),
        ValueType::Unknown => json!({}),
    }
}

fn integer(name: &str) -> Json {
    let mut schema = json!({ "type": "integer" });
    match name {
        "i8" | "i16" | "i32" | "u8" | "u16" => schema["format"] = "int32".into(),
        "i64" | "u32" | "u64" => schema["format"] = "int64".into(),
        _ => {}
    }
    if name.starts_with('u') {
        schema["minimum"] = 0.into();
    }
    schema
}

/// Returns a schema that accepts `null` too.
fn nullable(schema: Json) -> Json {
    match accepts_null(&schema) {
        true => schema,
        false => json!({ "anyOf": [schema, { "type": "null" }] }),
    }
}

/// Returns the schema of the values other than `null`.
fn without_null(schema: Json) -> Json {
    let null = json!({ "type": "null" });
    match schema["anyOf"].as_array().map(Vec::as_slice) {
        Some([one, other]) if *other == null => one.clone(),
        _ => schema,
    }
}

/// Returns whether a schema accepts `null`, or anything.
pub(crate) fn accepts_null(schema: &Json) -> bool {
    let is_null = |ty: &Json| ty == "null";
    let any =
        |key: &str| schema[key].as_array().is_some_and(|schemas| schemas.iter().any(accepts_null));
    match &schema["type"] {
        Json::Null => {
            let is_reference = schema.get("$ref").is_some() || schema.get("allOf").is_some();
            !is_reference
                && (any("anyOf") || any("oneOf") || schema.as_object().is_some_and(Map::is_empty))
        }
        Json::Array(types) => types.iter().any(is_null),
        ty => is_null(ty) || schema["nullable"] == true,
    }
}
