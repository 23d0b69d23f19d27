use httperr::status;

fn main() {
    let answer = http::Response::new(());
    let _ = status!(answer.status());
}

