#[derive(httperr::FromProblem)]
enum Error {
    #[http(other)]
    Other(httperr::Problem, u8),
}

fn main() {}
