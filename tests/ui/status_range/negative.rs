use httperr::status;

fn main() {
    let _ = status!(-404);
    let _ = status!(- 1);
    let _ = status!(-0x194);
    let _ = status!(-NOT_FOUND);
}
