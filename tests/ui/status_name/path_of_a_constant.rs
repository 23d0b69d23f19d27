use httperr::HttpError;

mod statuses {
    pub const GONE_AWAY: u16 = 410;
}

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(statuses::GONE_AWAY)]
    A,
    #[error("b")]
    #[http(status = statuses::GONE_AWAY)]
    B,
}

fn main() {}
