//! The documents of the libraries, in one form.

use std::fmt::Debug;

use httperr::HttpError;
use poem_openapi::registry::Registry;
use serde_json::{json, Map, Value};

/// Implemented by every derived type.
pub(super) trait Documented:
    HttpError
    + utoipa::IntoResponses
    + utoipa5::IntoResponses
    + aide::OperationOutput
    + poem_openapi::ApiResponse
    + poem::error::ResponseError
    + Debug
{
}

impl<E> Documented for E where
    E: HttpError
        + utoipa::IntoResponses
        + utoipa5::IntoResponses
        + aide::OperationOutput
        + poem_openapi::ApiResponse
        + poem::error::ResponseError
        + Debug
{
}

/// Asserts that all documents describe the same.
#[track_caller]
pub(super) fn agree<E: Documented>() {
    let of_utoipa = utoipa::<E>();
    assert_eq!(of_utoipa, utoipa5::<E>(), "utoipa 6 and 5");
    let neutral = neutral::<E>();
    assert_eq!(without(&neutral, &["required"], true), of_utoipa, "the model and utoipa");
    assert_eq!(neutral, aide::<E>(), "the model and aide");
    assert_eq!(without(&neutral, &["examples"], false), poem::<E>(), "the model and poem-openapi");
}

pub(super) fn all<E: Documented>() -> [Value; 5] {
    [neutral::<E>(), utoipa::<E>(), utoipa5::<E>(), aide::<E>(), poem::<E>()]
}

pub(super) fn neutral<E: HttpError>() -> Value {
    normal(&E::catalog().openapi(), &Value::Null)
}

pub(super) fn utoipa<E: utoipa::IntoResponses>() -> Value {
    normal(&serde_json::to_value(E::responses()).unwrap(), &Value::Null)
}

pub(super) fn utoipa5<E: utoipa5::IntoResponses>() -> Value {
    normal(&serde_json::to_value(E::responses()).unwrap(), &Value::Null)
}

fn aide_document<E: aide::OperationOutput>() -> (Value, Value) {
    aide::generate::reset_context();
    aide::generate::in_context(|context| {
        let responses = E::inferred_responses(context, &mut aide::openapi::Operation::default());
        let responses = responses.into_iter().map(|(status, response)| {
            let status = status.map_or("default".to_owned(), |status| status.to_string());
            (status, serde_json::to_value(response).unwrap())
        });
        let responses = responses.collect::<Map<_, _>>();
        (Value::Object(responses), Value::Object(context.schema.definitions().clone()))
    })
}

pub(super) fn aide<E: aide::OperationOutput>() -> Value {
    let (responses, definitions) = aide_document::<E>();
    normal(&responses, &definitions)
}

pub(super) fn aide_components<E: aide::OperationOutput>() -> Value {
    aide_document::<E>().1
}

pub(super) fn poem<E: poem_openapi::ApiResponse>() -> Value {
    let mut registry = Registry::new();
    E::register(&mut registry);
    let responses = E::meta().responses.into_iter().map(|response| {
        let status = response.status.map_or("default".to_owned(), |status| status.to_string());
        (status, serde_json::to_value(response).unwrap())
    });
    let responses = responses.collect::<Map<_, _>>();
    let definitions = registry.schemas.into_iter();
    let definitions =
        definitions.map(|(name, schema)| (name, serde_json::to_value(schema).unwrap()));
    normal(&Value::Object(responses), &Value::Object(definitions.collect()))
}

/// Returns the responses without references and without what the libraries write differently.
fn normal(responses: &Value, definitions: &Value) -> Value {
    let mut responses = responses.clone();
    for (_, response) in responses.as_object_mut().unwrap() {
        for (_, header) in response["headers"].as_object_mut().into_iter().flatten() {
            let required = header["required"] == true;
            let schema = schema(&header["schema"], definitions);
            *header = json!({ "schema": schema });
            if required {
                header["required"] = true.into();
            }
        }
        for (_, content) in response["content"].as_object_mut().into_iter().flatten() {
            content["schema"] = schema(&content["schema"], definitions);
        }
        let response = response.as_object_mut().unwrap();
        response.retain(|key, value| {
            ["description", "headers", "content"].contains(&key.as_str()) && !value.is_null()
        });
    }
    responses
}

fn schema(json: &Value, definitions: &Value) -> Value {
    if let Some(reference) = json["$ref"].as_str() {
        return schema(&definitions[reference.rsplit('/').next().unwrap()], definitions);
    }
    let Some(node) = json.as_object() else { return json.clone() };
    let mut out = Map::new();
    for (key, value) in node {
        let value = match key.as_str() {
            // Of OpenAPI 3.0; and the examples are elsewhere in the others.
            "nullable" | "example" => continue,
            "properties" => value
                .as_object()
                .unwrap()
                .iter()
                .map(|(name, property)| (name.clone(), schema(property, definitions)))
                .collect::<Map<_, _>>()
                .into(),
            "items" | "additionalProperties" => schema(value, definitions),
            "oneOf" | "anyOf" | "allOf" => {
                value.as_array().unwrap().iter().map(|of| schema(of, definitions)).collect()
            }
            "minimum" | "maximum" => json!(value.as_f64()),
            _ => value.clone(),
        };
        out.insert(key.clone(), value);
    }
    let is_null = out.get("enum") == Some(&json!([null]));
    if is_null {
        return json!({ "type": "null" });
    }
    match node.get("nullable") {
        Some(Value::Bool(true)) => json!({ "anyOf": [out, { "type": "null" }] }),
        _ => Value::Object(out),
    }
}

/// Returns the responses without these keys of a header, or of a content.
fn without(responses: &Value, keys: &[&str], of_headers: bool) -> Value {
    let mut responses = responses.clone();
    for (_, response) in responses.as_object_mut().unwrap() {
        let list = if of_headers { "headers" } else { "content" };
        for (_, of) in response[list].as_object_mut().into_iter().flatten() {
            of.as_object_mut().unwrap().retain(|key, _| !keys.contains(&key.as_str()));
        }
        response.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    }
    responses
}
