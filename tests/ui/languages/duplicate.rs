use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("in a list")]
    #[http(400, title(zh = "一", zh = "二"))]
    InList,
    #[error("in two lists")]
    #[http(404, detail(zh = "一"), detail("ZH" = "二"))]
    InTwoLists,
    #[error("the first language")]
    #[http(409, title = "one", title(en = "two"))]
    First,
    #[error("the first language in an arm")]
    #[http(match _0 {
        0 => (410, detail = "one", detail(en = "two")),
        _ => (412, name = "Other"),
    })]
    Arm(u8),
}

fn main() {}
