use httperr::HttpError;

impl ApiError {
    fn count(&self) -> u8 {
        1
    }
}

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(status = self.0)]
    A(u16),
    #[error("b")]
    #[http(status = .0)]
    B(u16),
    #[error("c")]
    #[http(status = 0)]
    C(u16),
    #[error("d")]
    #[http(404, header("x-a" = .id))]
    D { id: u8 },
    #[error("f")]
    #[http(429, retry_after = self.wait)]
    F { wait: u64 },
    #[error("h")]
    #[http(match self.kind { 0 => 404, n if n == self.other => 410, _ => 500 })]
    H { kind: u8, other: u8 },
    #[error("i")]
    #[http(404, header("x-n" = self.count()))]
    I,
    #[error("g")]
    #[http(404, detail = format!("{}", self.id))]
    G { id: u8 },
}

fn main() {}
