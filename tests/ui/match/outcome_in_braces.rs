use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
enum ApiError {
    #[error("database")]
    #[http(match _0 { 0 => { 404, code = "none" }, _ => 500 })]
    Database(u8),
}

fn main() {}
