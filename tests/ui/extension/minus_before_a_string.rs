use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("a sign belongs to a number")]
#[http(422, extension(a = -"b"))]
struct Member;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("a sign belongs to a number")]
#[http(422, extension(a = -"b"), body = { "a": a })]
struct Template;

fn main() {}
