use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(match _0 { 0 => "404", 1 => NotFound, 2 => 404.0, 3 => [404], 4 => {404}, _ => 600 })]
    A(u8),
}

fn main() {}
