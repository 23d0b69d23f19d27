use httperr::status;

fn main() {
    let _ = status!("404");
    let _ = status!("NOT_FOUND");
    let _ = status!("Not Found");
    let _ = status!("nothing");
    let _ = status!("");
}
