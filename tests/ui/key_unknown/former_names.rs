use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(problems = "https://api.example.com/problems", codes(case = "snake_case"))]
pub enum ApiError {
    #[error("no account")]
    #[http(404)]
    NoAccount,
}

fn main() {}
