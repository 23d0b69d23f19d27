use httperr::status;

fn main() {
    let _ = status!(600);
    let _ = status!(783);
    let _ = status!(999);
}
