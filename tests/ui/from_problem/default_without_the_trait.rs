struct Id(u64);

#[derive(httperr::FromProblem)]
#[http(404)]
struct Missing {
    #[http(default)]
    id: Id,
}

fn main() {}
