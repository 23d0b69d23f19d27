#[derive(serde::Serialize)]
struct Money(i64);

#[derive(httperr::FromProblem)]
enum Error {
    #[http(422)]
    OutOfCredit {
        #[http(extension)]
        balance: Money,
    },
}

fn main() {}
