#[derive(httperr::FromProblem)]
#[http(429, retry_after = _0)]
struct Limited(f64);

fn main() {}
