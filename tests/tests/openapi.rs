//! OpenAPI: the documents of all libraries describe the same responses.
#![allow(dead_code)]

#[path = "openapi/declarations.rs"]
mod declarations;
#[path = "openapi/documents.rs"]
mod documents;

use declarations::{
    canaries, Bodies, Cyclic, Fixed, Generic, Known, Members, Outer, PrivateNames, RunTimeStatus,
    SeveralPerStatus, Unknown, Wrapper,
};
use documents::{agree, aide, neutral, poem, utoipa, utoipa5, Documented};
use httperr::HttpError;
use serde_json::{json, Value};

#[test]
fn all_libraries_describe_the_same_responses() {
    agree::<Fixed>();
    agree::<SeveralPerStatus>();
    agree::<RunTimeStatus>();
    agree::<Bodies>();
    agree::<Members>();
    agree::<Outer>();
    agree::<PrivateNames>();
    agree::<canaries::ApiError>();
    agree::<Cyclic>();
    agree::<Unknown>();
    agree::<Generic<u8>>();
}

#[test]
fn a_status_from_the_value_is_the_default_response() {
    for document in documents::all::<RunTimeStatus>() {
        assert_eq!(document["default"]["description"], "- **Error**", "{document}");
    }
}

#[test]
fn no_document_has_a_private_name() {
    for document in documents::all::<canaries::ApiError>() {
        let text = document.to_string().to_lowercase();
        assert!(text.contains("public"), "{text}");
        assert!(!text.contains("canary"), "{text}");
    }
}

fn property(document: &Value, status: &str, name: &str) -> Value {
    let content = document[status]["content"].as_object().unwrap();
    let (_, media) = content.iter().next().unwrap();
    media["schema"]["properties"][name].clone()
}

#[track_caller]
fn assert_money(schema: &Value, document: &Value) {
    assert_eq!(schema["type"], "object", "{document:#}");
    assert_eq!(schema["properties"]["amount"]["type"], "integer", "{document:#}");
    assert_eq!(schema["properties"]["currency"]["properties"]["code"]["type"], "string");
    assert_eq!(schema["required"], json!(["amount", "currency"]));
}

/// The documents of the libraries, which know the types.
fn of_libraries<E: Documented>() -> [Value; 4] {
    [utoipa::<E>(), utoipa5::<E>(), aide::<E>(), poem::<E>()]
}

#[test]
fn a_member_has_the_schema_of_its_type() {
    for document in of_libraries::<Known>() {
        assert_money(&property(&document, "402", "price"), &document);
        assert_money(&property(&document, "402", "prices")["items"], &document);
        assert_money(&property(&document, "402", "by_name")["additionalProperties"], &document);
        assert_money(&property(&document, "402", "maybe"), &document);
        assert_eq!(property(&document, "402", "io"), json!({}), "{document:#}");
        let schema = &document["402"]["content"]["application/problem+json"]["schema"];
        let required = schema["required"].to_string();
        assert!(required.contains("prices") && required.contains("\"price\""), "{schema:#}");
        assert!(!required.contains("maybe") && !required.contains("io"), "{schema:#}");
    }
    assert_eq!(property(&neutral::<Known>(), "402", "price"), json!({}));
}

#[test]
fn a_member_of_an_inner_error_has_the_schema_of_its_type() {
    for document in of_libraries::<Wrapper>() {
        assert_money(&property(&document, "402", "price"), &document);
        let enveloped = property(&document, "409", "error");
        assert_money(&enveloped["properties"]["total"], &document);
        assert_money(&property(&document, "410", "limit"), &document);
    }
}

#[test]
fn a_type_parameter_accepts_anything() {
    for document in documents::all::<Generic<u8>>() {
        assert_eq!(property(&document, "404", "value"), json!({}), "{document:#}");
    }
}

#[test]
fn a_type_that_contains_itself_is_described() {
    for document in documents::all::<Cyclic>() {
        assert_eq!(property(&document, "404", "status")["enum"], json!([404]), "{document:#}");
    }
}

#[test]
fn examples_have_the_members_of_known_types() {
    for document in [utoipa::<Known>(), utoipa5::<Known>(), aide::<Known>()] {
        let example = &document["402"]["content"]["application/problem+json"]["examples"];
        let value = &example["out-of-credit"]["value"];
        assert_eq!(value["price"]["currency"]["code"], "string", "{example:#}");
    }
}

#[test]
fn aide_registers_a_component_for_each_case() {
    let components = documents::aide_components::<Known>();
    assert!(components["KnownOutOfCredit"].is_object(), "{components:#}");
    assert!(components["Money"].is_object(), "{components:#}");
    let components = documents::aide_components::<Fixed>();
    assert!(components["Fixed"].is_object(), "{components:#}");
}

#[test]
fn a_type_with_its_own_impl_compiles() {
    use ::utoipa::IntoResponses as _;

    assert!(declarations::Own::responses().is_empty());
    assert_eq!(declarations::Own.to_response().status(), 404);
}
