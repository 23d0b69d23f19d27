use httperr::status;

fn main() {
    let _ = status!(404, 405);
    let _ = status!(404 405);
}
