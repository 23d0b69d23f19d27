use httperr::{BodyFormat, HttpError, ErrorView};

#[derive(Debug, thiserror::Error, HttpError)]
#[error("inner")]
#[http(404)]
struct Inner;

#[derive(Debug, thiserror::Error, HttpError)]
enum ApiError {
    #[error("no {0}")]
    #[http(404)]
    Text(u8),
    #[error("status")]
    #[http(status = status)]
    Status { status: u16 },
    #[error("no")]
    #[http(404, header("x-id" = id))]
    Header { id: u8 },
    #[error("delay")]
    #[http(503, retry_after = wait)]
    Delay { wait: u8 },
    #[error("body")]
    #[http(404, body = { "id": id })]
    Body { id: u8 },
    #[error("inner")]
    #[http(transparent)]
    Inner(#[from] Inner),
    #[error("match")]
    #[http(match _0 { 0 => 404, _ => 410 })]
    Match(u8),
    #[error("format")]
    #[http(404, body = Page)]
    Format,
    #[error("extension")]
    #[http(404, mask)]
    Extension {
        #[http(extension)]
        id: u8,
    },
    #[error("a")]
    #[http(same_as = Text)]
    A,
    #[error("b")]
    #[http(same_as = Status)]
    B,
    #[error("c")]
    #[http(same_as = Header)]
    C,
    #[error("d")]
    #[http(same_as = Delay)]
    D,
    #[error("e")]
    #[http(same_as = Body)]
    E,
    #[error("f")]
    #[http(same_as = Inner)]
    F,
    #[error("g")]
    #[http(same_as = Match)]
    G,
    #[error("h")]
    #[http(same_as = Format)]
    H,
    #[error("i")]
    #[http(same_as = Extension)]
    I,
}

struct Page;

impl BodyFormat for Page {
    const CONTENT_TYPE: &'static str = "text/html";

    fn write(_: &ErrorView<'_>, _: &mut Vec<u8>) -> Result<(), Box<dyn std::error::Error>> {
        Ok(())
    }
}

fn main() {}
