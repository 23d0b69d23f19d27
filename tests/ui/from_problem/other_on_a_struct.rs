#[derive(httperr::FromProblem)]
#[http(other)]
struct Other(httperr::Problem);

fn main() {}
