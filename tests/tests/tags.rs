//! Tags: facts about a case that are not sent.

use httperr::{Case, HttpError, Tag};
use thiserror::Error;

#[derive(Debug, Error, HttpError)]
#[http(tag(team = "orders", level = 1), default(500, tag(sentry = true)))]
enum OrderError {
    #[error("no such order")]
    #[http(404)]
    NotFound,
    #[error("hidden")]
    #[http(same_as = NotFound, tag(audit = true))]
    Hidden,
    #[error("database")]
    #[http(tag(team = "storage", "metric.name" = "db", level = -9_223_372_036_854_775_808))]
    Database,
    #[error("of arms")]
    #[http(tag(level = 2), match _0 { 0 => (409, tag(level = 3, r#type = "0")), _ => 410 })]
    OfArms(u8),
    #[error(transparent)]
    #[http(transparent)]
    Inner(Inner),
}

#[derive(Debug, Error, HttpError)]
#[error("inner")]
#[http(404, tag(inner = false), tag(max = 0x7fff_ffff_ffff_ffff))]
struct Inner;

fn tags(case: Case) -> Vec<(&'static str, Tag)> {
    case.tags().collect()
}

#[test]
fn the_nearest_tag_of_a_name_is_that_of_the_case() {
    let (team, level) = (("team", Tag::Str("orders")), ("level", Tag::Int(1)));
    assert_eq!(tags(OrderError::NotFound.case()), [team, level]);
    let hidden = [("audit", Tag::Bool(true)), team, level];
    assert_eq!(tags(OrderError::Hidden.case()), hidden);
    let database = [
        ("team", Tag::Str("storage")),
        ("metric.name", Tag::Str("db")),
        ("level", Tag::Int(i64::MIN)),
        ("sentry", Tag::Bool(true)),
    ];
    assert_eq!(tags(OrderError::Database.case()), database);
    let of_arm = [("level", Tag::Int(3)), ("type", Tag::Str("0")), team];
    assert_eq!(tags(OrderError::OfArms(0).case()), of_arm);
    assert_eq!(tags(OrderError::OfArms(1).case()), [("level", Tag::Int(2)), team]);
    let inner = [("inner", Tag::Bool(false)), ("max", Tag::Int(i64::MAX))];
    assert_eq!(tags(OrderError::Inner(Inner).case()), inner);
}

#[test]
fn a_tag_is_found_by_its_name() {
    let case = OrderError::Database.case();
    assert_eq!(case.tag("team").unwrap(), "storage");
    assert_eq!(case.tag("sentry").unwrap(), true);
    assert_eq!(case.tag("level").unwrap(), i64::MIN);
    assert_eq!(case.tag("absent"), None);
    assert_eq!(Case::new(httperr::status!(404)).tag("team"), None);
}

#[test]
fn tags_are_in_the_catalog_and_not_in_the_response() {
    assert_eq!(OrderError::catalog().cases().filter(|case| case.tag("team").is_some()).count(), 5);
    let response = OrderError::Database.to_response();
    let sent = format!("{response:?}");
    assert!(!sent.contains("storage") && !sent.contains("sentry"), "{sent}");
    let hidden = OrderError::Hidden.to_response();
    assert_eq!(hidden.body(), OrderError::NotFound.to_response().body());
}
