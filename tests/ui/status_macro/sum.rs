use httperr::status;

fn main() {
    let _ = status!(400 + 4);
}
