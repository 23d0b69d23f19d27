use httperr::Problem;

#[derive(httperr::FromProblem)]
enum Error {
    #[http(500, other, code = "rest")]
    Other(Problem),
}

fn main() {}
