use httperr::Problem;

#[derive(httperr::FromProblem)]
enum Error {
    #[http(other)]
    Other(Problem),
    #[http(other)]
    Rest(Problem),
}

fn main() {}
