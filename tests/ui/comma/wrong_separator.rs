use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
enum ApiError {
    #[error("a")]
    #[http(404, header("x-a" = "b"; "x-c" = "d"))]
    A,
    #[error("b")]
    #[http(404, header("x-a" => 5))]
    B,
    #[error("c")]
    #[http(404, body = { "t": title; "u": code })]
    C,
    #[error("d")]
    #[http(404, detail = "a"; log = warn)]
    D,
}

fn main() {}
