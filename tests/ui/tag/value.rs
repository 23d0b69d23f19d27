use httperr::HttpError;

const METRIC: &str = "db";

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a constant")]
    #[http(404, tag(metric = METRIC))]
    Constant,
    #[error("a float")]
    #[http(404, tag(rate = 0.5))]
    Float,
    #[error("too large")]
    #[http(404, tag(number = 9_223_372_036_854_775_808))]
    Large,
    #[error("with a suffix")]
    #[http(404, tag(number = 5u8))]
    Suffix,
    #[error("no value")]
    #[http(404, tag(sentry, metric))]
    NoValue,
    #[error("nothing after the sign")]
    #[http(404, tag(sentry =))]
    Nothing,
}

fn main() {}
