use http::StatusCode;

use httperr::status;

fn main() {
    match StatusCode::OK {
        status!(404 as StatusCode) => {}
        _ => {}
    }
}

