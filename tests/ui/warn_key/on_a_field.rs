use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404)]
    A {
        #[http(warn(undocumented))]
        id: u64,
    },
}

fn main() {}
