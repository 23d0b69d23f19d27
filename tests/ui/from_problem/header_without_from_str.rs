struct Limit;

impl std::fmt::Display for Limit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("7")
    }
}

#[derive(httperr::FromProblem)]
#[http(429, header("x-limit" = _0))]
struct Limited(Limit);

fn main() {}
