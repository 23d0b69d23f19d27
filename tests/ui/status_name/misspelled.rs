use httperr::status;

fn main() {
    let _ = status!(NOT_FUOND);
    let _ = status!(INTERNAL_ERROR);
    let _ = status!(UNAUTHORISED);
    let _ = status!(BAD_REQUST);
}
