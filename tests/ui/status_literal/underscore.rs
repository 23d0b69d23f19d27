use httperr::status;

fn main() {
    let _ = status!(4_04);
    let _ = status!(4_0_4u16);
}
