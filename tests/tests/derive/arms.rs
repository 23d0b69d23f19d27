//! The outcome by the content of a value.

use super::*;

/// An enum of another crate.
#[derive(Debug, Error)]
enum Foreign {
    #[error("row")]
    Row,
    #[error("duplicate {0}")]
    Duplicate(String),
    #[error("nested {0:?}")]
    Nested(Result<u8, &'static str>),
}

#[test]
fn a_match_selects_the_case_by_payload() {
    const LIMIT: &str = "limit";

    #[derive(Debug, Error, HttpError)]
    #[http(type_base = "https://a.example")]
    enum MatchError {
        #[error("db")]
        #[http(match _0 {
            Foreign::Row => 404,
            Foreign::Duplicate(name) if name.is_empty() => (400, name = "EmptyName"),
            Foreign::Duplicate(name) => (409, code = "duplicate", header("x-name" = name)),
            Foreign::Nested(Err(LIMIT | "quota")) => (429, code = "limit", retry_after = 5),
            Foreign::Nested(Ok(status @ 1..=9)) => (422, code = "odd", extension(found = status)),
            _ => (500, log = off),
        })]
        Db(#[from] Foreign),
        #[error("text")]
        #[http(header("x-all" = "yes"), match kind.as_str() {
            "gone" => 410,
            other => (status = other.len() as u16, detail = "from {kind}"),
        })]
        Text { kind: String },
    }
    let status = |error: Foreign| MatchError::Db(error).status().as_u16();
    assert_eq!(status(Foreign::Row), 404);
    assert_eq!(status(Foreign::Duplicate(String::new())), 400);
    assert_eq!(status(Foreign::Nested(Err("limit"))), 429);
    assert_eq!(status(Foreign::Nested(Err("other"))), 500);
    let duplicate = MatchError::Db(Foreign::Duplicate("x".into()));
    assert_eq!(body(&duplicate)["type"], "https://a.example/duplicate");
    assert_eq!(header(&duplicate, "x-name").as_deref(), Some("x"));
    assert_eq!(body(&MatchError::Db(Foreign::Nested(Ok(3))))["found"], 3);
    let gone = MatchError::Text { kind: "gone".into() };
    assert_eq!((gone.status().as_u16(), header(&gone, "x-all").as_deref()), (410, Some("yes")));
    let long = MatchError::Text { kind: "x".repeat(404) };
    assert_eq!(long.status(), 404);
    assert!(body(&long)["detail"].as_str().unwrap().starts_with("from xxx"));
    let names: Vec<_> = MatchError::catalog().cases().map(|case| case.name().unwrap()).collect();
    assert_eq!(
        names,
        ["DbRow", "EmptyName", "DbDuplicate", "DbNested", "DbNested", "Db", "Text", "Text"]
    );
}

#[test]
fn a_struct_can_match_on_the_kind_it_wraps() {
    #[derive(Debug, Error, HttpError)]
    #[error("{kind}")]
    #[http(match kind {
        Foreign::Row => 404,
        Foreign::Duplicate(_) => 409,
        Foreign::Nested(_) => (500, extension(place = place)),
    })]
    struct Wrapped {
        kind: Foreign,
        place: u32,
    }
    assert_eq!(Wrapped { kind: Foreign::Row, place: 1 }.status(), 404);
    let nested = Wrapped { kind: Foreign::Nested(Ok(1)), place: 7 };
    assert_eq!(body(&nested), json!({"title": "Internal Server Error", "status": 500, "place": 7}));
}

#[derive(Debug, thiserror::Error, HttpError)]
enum Counted {
    #[error("asked")]
    #[http(match self::increment(_0) {
        0 => (404, header("x-asked" = _0.get())),
        n @ 1..=5 => (410, header("x-asked" = n)),
        #[cfg(any())]
        6 => (411, header("x-asked" = 6)),
        _ => 500,
    })]
    Asked(std::cell::Cell<u32>),
}

fn increment(count: &std::cell::Cell<u32>) -> u32 {
    count.set(count.get() + 1);
    count.get() - 1
}

#[test]
fn a_scrutinee_is_evaluated_once() {
    let error = Counted::Asked(0.into());
    let response = error.to_response();
    assert_eq!(response.status(), 404);
    assert_eq!(response.headers()["x-asked"], "1");
}

#[test]
fn a_scrutinee_is_evaluated_once_if_an_arm_binds_part_of_it() {
    let error = Counted::Asked(5.into());
    let response = error.to_response();
    assert_eq!(response.status(), 410);
    assert_eq!(response.headers()["x-asked"], "5");
}

#[test]
fn an_arm_removed_by_cfg_has_no_case() {
    let names: Vec<_> = Counted::catalog().cases().map(|case| case.status().unwrap()).collect();
    assert_eq!(names, [404, 410, 500]);
}
