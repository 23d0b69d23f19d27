use httperr::status;

fn main() {
    let _ = status!(404 as);
}
