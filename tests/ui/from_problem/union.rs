#[derive(httperr::FromProblem)]
#[http(404)]
union Error {
    code: u8,
}

fn main() {}
