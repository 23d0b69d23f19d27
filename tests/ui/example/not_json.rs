use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404)]
    A {
        #[http(extension, example = number)]
        number: u64,
        #[http(extension, example = 1 + 1)]
        sum: u64,
        #[http(extension, example = { "a": [(number)] })]
        object: u64,
        #[http(extension, example = 1e999)]
        infinite: f64,
        #[http(extension, example = 'c')]
        character: char,
    },
}

fn main() {}
