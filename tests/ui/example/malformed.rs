use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(404, example = 5)]
    OnAVariant { #[http(extension)] number: u64 },
    #[error("b")]
    #[http(404)]
    Malformed {
        #[http(extension, example)]
        no_value: u64,
        #[http(extension, example =)]
        empty: u64,
        #[http(extension, example(5))]
        list: u64,
        #[http(extension, example = 1, example = 2)]
        twice: u64,
        #[http(exemple = 1)]
        misspelt: u64,
        #[http(sample = 1)]
        alias: u64,
    },
}

fn main() {}
