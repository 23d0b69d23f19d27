use httperr::status;

fn main() {
    let _ = status!(1000);
    let _ = status!(70000);
    let _ = status!(99999999999999999999999999999999999999999);
}
