use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(body = { "id": id, "mesage": mesage, "other"?: other, "kind": kind })]
enum ApiError {
    #[error("a")]
    #[http(404)]
    A { id: u8 },
    #[error("b")]
    #[http(409)]
    B,
    #[error("c")]
    #[http(410)]
    C { other: u8 },
    #[error("d")]
    #[http(411, body = text)]
    D,
    #[error("e")]
    #[http(412, extension(kind = "e"))]
    E,
}

fn main() {}
