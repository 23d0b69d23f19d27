use httperr::status;

fn main() {
    match http::StatusCode::OK {
        status!(1000) => {}
        status!(NotFound) => {}
        _ => {}
    }
}

