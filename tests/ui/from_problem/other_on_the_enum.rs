#[derive(httperr::FromProblem)]
#[http(other)]
enum Error {
    #[http(404)]
    Missing,
}

fn main() {}
