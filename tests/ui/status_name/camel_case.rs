use httperr::status;

fn main() {
    let _ = status!(NotFound);
    let _ = status!(notFound);
    let _ = status!(not_found);
}
