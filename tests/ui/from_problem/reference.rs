#[derive(httperr::FromProblem)]
enum Error {
    #[http(404)]
    Missing {
        #[http(extension)]
        what: &'static str,
        #[http(extension)]
        ids: &'static [u8],
    },
}

fn main() {}
