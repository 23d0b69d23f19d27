use httperr::HttpError;

#[derive(HttpError)]
#[http(404)]
pub union Either {
    a: u8,
    b: u16,
}

fn main() {}
