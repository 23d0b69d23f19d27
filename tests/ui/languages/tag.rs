use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(languages("en", "zh_CN", "", "a", "de, fr", "abcdefghij"))]
pub enum ApiError {
    #[error("subtag")]
    #[http(404, title(zh-Hant = "錯誤"))]
    Subtag,
    #[error("underscore")]
    #[http(410, title(zh_Hant = "錯誤"), detail("" = "空"))]
    Underscore,
    #[error("not in the list, which has errors")]
    #[http(403, title("zh-CN" = "错误"))]
    Unlisted,
    #[error("literal")]
    #[http(400, title(5 = "錯誤"))]
    Literal,
}

fn main() {}
