//! The structure of a body → an example, with its members in the order in which they are sent.

use httperr_registry::table_format::ValueType;
use serde_json::Value as Json;

use super::schema::ValueSchemas;
use super::shape::{quote, Object, Shape, Value};
use crate::render::json;

/// Returns an example of a body: JSON, or plain text.
pub(crate) fn example(shape: &Shape, schemas: ValueSchemas<'_>) -> String {
    if let Shape::Text(text) = shape {
        return text.clone();
    }
    let mut out = Vec::new();
    write(&mut out, shape, schemas);
    String::from_utf8(out).unwrap_or_default()
}

fn write(out: &mut Vec<u8>, shape: &Shape, schemas: ValueSchemas<'_>) {
    match shape {
        Shape::Object(object) => write_object(out, object, schemas),
        Shape::Array(elements) => {
            out.push(b'[');
            for element in elements {
                json::write_comma(out);
                write(out, element, schemas);
            }
            out.push(b']');
        }
        Shape::Constant(json) => out.extend(json.bytes()),
        Shape::Text(text) => out.extend(quote(text).bytes()),
        Shape::Status(status) => out.extend(status.unwrap_or(500).to_string().bytes()),
        Shape::Instance => out.extend_from_slice(br#""/path/of/the/request""#),
        Shape::RequestId => out.extend_from_slice(br#""8a2c""#),
        Shape::Value(value) => out.extend(value_example(value, schemas).bytes()),
        Shape::Any => out.extend_from_slice(b"{}"),
    }
}

fn write_object(out: &mut Vec<u8>, object: &Object, schemas: ValueSchemas<'_>) {
    out.push(b'{');
    for member in &object.members {
        // The context of the request adds them.
        let is_of_context = !member.is_required
            && matches!(member.shape, Shape::Instance | Shape::RequestId | Shape::Any);
        if is_of_context {
            continue;
        }
        let mut value = Vec::new();
        write(&mut value, &member.shape, schemas);
        let is_left_out = value == b"null" && !matches!(member.shape, Shape::Constant(_));
        if !is_left_out {
            json::write_name(out, &member.name);
            out.extend(value);
        }
    }
    out.push(b'}');
}

fn value_example(value: &Value, schemas: ValueSchemas<'_>) -> String {
    if !value.example.is_empty() {
        return value.example.to_owned();
    }
    let of = |ty| value_example(&Value { ty, ..*value }, schemas);
    match ValueType::parse(value.ty) {
        ValueType::Optional(inner) => of(inner),
        ValueType::List(element) => match of(element).as_str() {
            "null" => "[]".to_owned(),
            element => format!("[{element}]"),
        },
        ValueType::Map(value) => match of(value).as_str() {
            "null" => "{}".to_owned(),
            value => format!(r#"{{"key":{value}}}"#),
        },
        ValueType::Bool => "true".to_owned(),
        ValueType::Integer(_) => "0".to_owned(),
        ValueType::Float(_) => "0.5".to_owned(),
        ValueType::Text => r#""string""#.to_owned(),
        ValueType::FieldErrors => r##"[{"detail":"is not valid","pointer":"#/field"}]"##.to_owned(),
        ValueType::Constant(json) => json.to_owned(),
        ValueType::Named(_) => match (schemas.schema)(value) {
            Some(schema) => of_schema(&schema, schemas, MAX_DEPTH).to_string(),
            None => "null".to_owned(),
        },
        ValueType::Unknown => "null".to_owned(),
    }
}

/// The depth of schemas of a library, which may refer to themselves.
const MAX_DEPTH: u8 = 8;

/// Returns a value that a schema of a library describes, as far as it is simple.
fn of_schema(schema: &Json, schemas: ValueSchemas<'_>, depth: u8) -> Json {
    let Some(depth) = depth.checked_sub(1) else { return Json::Null };
    let of_schema = |schema: &Json| of_schema(schema, schemas, depth);
    if let Some(definition) = schema["$ref"].as_str().and_then(schemas.definition) {
        return of_schema(&definition);
    }
    let first = |key: &str| schema[key].as_array().and_then(|list| list.first());
    let given = [schema.get("example"), first("examples"), schema.get("default"), first("enum")];
    if let Some(value) = given.into_iter().flatten().next() {
        return value.clone();
    }
    if let Some(inner) = first("oneOf").or(first("anyOf")).or(first("allOf")) {
        return of_schema(inner);
    }
    let ty = schema["type"].as_str().or_else(|| {
        schema["type"].as_array()?.iter().filter_map(Json::as_str).find(|ty| *ty != "null")
    });
    match ty {
        Some("object") => {
            let required = schema["required"].as_array().into_iter().flatten();
            let member = |name: &Json| {
                let name = name.as_str()?;
                Some((name.to_owned(), of_schema(&schema["properties"][name])))
            };
            Json::Object(required.filter_map(member).collect())
        }
        Some("array") => Json::Array(Vec::new()),
        Some("string") => "string".into(),
        Some("integer" | "number") => schema.get("minimum").cloned().unwrap_or_else(|| 0.into()),
        Some("boolean") => true.into(),
        _ => Json::Null,
    }
}
