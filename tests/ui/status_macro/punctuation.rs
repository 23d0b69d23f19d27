use httperr::status;

fn main() {
    let _ = status!(#);
    let _ = status!(=);
    let _ = status!(,);
    let _ = status!((404));
    let _ = status!([404]);
    let _ = status!({404});
    let _ = status!((404, 405));
}
