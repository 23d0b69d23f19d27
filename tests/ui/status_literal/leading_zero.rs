use httperr::status;

fn main() {
    let _ = status!(0404);
    let _ = status!(00404);
}
