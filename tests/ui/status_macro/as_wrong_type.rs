use httperr::status;

fn main() {
    let _ = status!(404 as String);
    let _ = status!(404 as u32);
}
