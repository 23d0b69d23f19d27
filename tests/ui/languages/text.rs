use httperr::HttpError;

const TITLE: &str = "标题";

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("no language")]
    #[http(400, title("标题"))]
    NoLanguage,
    #[error("no text")]
    #[http(401, header(WWW_AUTHENTICATE = "Basic"), title(zh))]
    NoText,
    #[error("no text after the tag")]
    #[http(403, detail(zh =))]
    NoTextAfterEquals,
    #[error("colon")]
    #[http(404, detail(zh: "细节"))]
    Colon,
    #[error("empty title")]
    #[http(406, title(zh = " "))]
    EmptyTitle,
    #[error("constant")]
    #[http(408, title(zh = TITLE))]
    Constant,
    #[error("empty list")]
    #[http(409, title())]
    EmptyList,
    #[error("number")]
    #[http(410, detail(zh = 5))]
    Number,
    #[error("field")]
    #[http(412, detail(zh = "没有 {nmae}"))]
    Field { name: String },
    #[error("positional")]
    #[http(413, detail(zh = "没有 {}"))]
    Positional(String),
}

fn main() {}
