use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(languages("en", "zh"), default(500, title(de = "Fehler")))]
pub enum ApiError {
    #[error("French")]
    #[http(404, title(fr = "Rien"), detail(zh = "无"))]
    French,
    #[error("masked")]
    Masked,
}

fn main() {}
