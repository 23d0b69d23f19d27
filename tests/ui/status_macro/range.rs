use httperr::status;

fn main() {
    match http::StatusCode::OK {
        status!(400..=499) => {}
        _ => {}
    }
}

