use httperr::status;

fn main() {
    let _ = status!(0x194);
    let _ = status!(0x1F);
}
