#[derive(httperr::FromProblem)]
enum Error {
    Missing,
}

fn main() {}
