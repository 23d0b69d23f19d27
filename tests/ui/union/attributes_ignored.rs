use httperr::HttpError;

#[derive(HttpError)]
#[http(600, titel = "a")]
pub union Either {
    #[http(5)]
    a: u8,
}

fn main() {}
