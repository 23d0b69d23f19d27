#[derive(httperr::FromProblem)]
#[http(status = _0)]
struct Failed(String);

fn main() {}
