use httperr::status;

fn main() {
    let _ = status!('4');
    let _ = status!(b"404");
    let _ = status!(r"404");
    let _ = status!(r#"404"#);
    let _ = status!(c"404");
}
