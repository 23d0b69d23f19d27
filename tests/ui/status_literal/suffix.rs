use httperr::status;

fn main() {
    let _ = status!(404i32);
    let _ = status!(404u8);
    let _ = status!(404usize);
    let _ = status!(404_u16);
}
