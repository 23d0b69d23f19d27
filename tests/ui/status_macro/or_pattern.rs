use httperr::status;

fn main() {
    match http::StatusCode::OK {
        status!(404 | 410) => {}
        _ => {}
    }
}

