use httperr::HttpError;

#[derive(Debug, HttpError)]
pub enum ApiError {
    #[http(404, title = "x")]
    A,
    #[http(422, detail = "{id}")]
    B { id: u8 },
}

fn main() {}
