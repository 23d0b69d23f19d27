use httperr::status;

const A: http::StatusCode = status!(0);
static B: http::StatusCode = status!("404");
type C = [u8; status!(999).as_u16() as usize];

fn main() {}

