use httperr::status;

fn main() {
    let _ = status!(404.0);
    let _ = status!(4e2);
    let _ = status!(404f32);
    let _ = status!(40.4);
}
