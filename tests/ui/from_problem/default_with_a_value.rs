#[derive(httperr::FromProblem)]
#[http(404)]
struct Missing {
    #[http(default = 7)]
    id: u64,
}

fn main() {}
