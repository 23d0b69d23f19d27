use httperr::status;

const MISSING: http::StatusCode = status!(404);

fn main() {
    let _ = status!(MISSING);
}

