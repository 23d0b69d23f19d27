use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(codes(case = "snake_case", case = "kebab-case"))]
#[http(codes(prefix = "a.", prefix = "b."))]
pub enum ApiError {
    #[error("a")]
    #[http(404)]
    A,
}

fn main() {}
