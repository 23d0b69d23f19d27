#[derive(httperr::FromProblem)]
enum Error {
    #[http(other)]
    Other(String),
}

fn main() {}
