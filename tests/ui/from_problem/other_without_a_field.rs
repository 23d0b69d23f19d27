#[derive(httperr::FromProblem)]
enum Error {
    #[http(other)]
    Other,
}

fn main() {}
