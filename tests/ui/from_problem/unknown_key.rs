#[derive(httperr::FromProblem)]
enum Error {
    #[http(404, cod = "x")]
    Missing,
    #[http(fallback)]
    Other(httperr::Problem),
}

fn main() {}
