use httperr::status;

fn main() {
    let _ = status!(404 as u16 + 1);
}
