use http::StatusCode;

use httperr::status;

fn main() {
    let _ = status!(StatusCode::NOT_FOUND);
    let _ = status!(http::StatusCode::GONE);
}
