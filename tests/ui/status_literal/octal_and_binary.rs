use httperr::status;

fn main() {
    let _ = status!(0o624);
    let _ = status!(0b1_1001_0100);
}
