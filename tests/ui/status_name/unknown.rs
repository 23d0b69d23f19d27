use httperr::status;

fn main() {
    let _ = status!(BANANA);
    let _ = status!(_);
}
