use httperr::{BodyFormat, ErrorView, HttpError};

/// Each text that is sent is needed in each language, and each case is one error for each text.
#[derive(Debug, thiserror::Error, HttpError)]
#[http(type_base = "https://api.example.com/problems", languages("en", "zh", "zh-Hant"))]
pub enum ApiError {
    #[error("both")]
    #[http(404)]
    Both,
    #[error("one")]
    #[http(410, title(zh = "一"), detail(zh = "一", "zh-Hant" = "一"))]
    One,
    #[error("arms")]
    #[http(match _0 {
        0 => (409, code = "own-title", title = "Own", detail(zh = "零", "zh-Hant" = "零")),
        _ => (412, code = "run-time", title(zh = "二", "zh-Hant" = "二"), detail = format!("{_0}")),
    })]
    Arms(u8),
    #[error("text")]
    #[http(400, body = text)]
    Text,
    #[error("template")]
    #[http(401, header(WWW_AUTHENTICATE = "Basic"), body = { "title": title })]
    Template,
    #[error("header")]
    #[http(403, body = empty, header("x-detail" = detail))]
    Header,
    #[error("format")]
    #[http(408, body = Format)]
    Format,
    #[error("empty")]
    #[http(413, body = empty)]
    Empty,
    #[error("masked")]
    #[http(500)]
    Masked,
    #[error("masked text")]
    #[http(503, mask, body = text, title = "Busy")]
    MaskedText,
    #[error("masked in one language")]
    #[http(502, detail(zh = "错误", "zh-Hant" = "錯誤"))]
    MaskedInOneLanguage,
    #[error(transparent)]
    #[http(transparent)]
    Transparent(Inner),
    #[error("same")]
    #[http(same_as = Both)]
    Same,
    #[error("from a typo")]
    #[http(404, titel(zh = "一"))]
    Typo,
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error("inner")]
#[http(404)]
pub struct Inner;

pub struct Format;

impl BodyFormat for Format {
    const CONTENT_TYPE: &'static str = "text/plain";

    fn write(_: &ErrorView<'_>, _: &mut Vec<u8>) -> Result<(), Box<dyn std::error::Error>> {
        Ok(())
    }
}

fn main() {}
