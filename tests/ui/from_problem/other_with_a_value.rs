use httperr::Problem;

#[derive(httperr::FromProblem)]
enum Error {
    #[http(other = 500)]
    Other(Problem),
}

fn main() {}
