use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("identifiers")]
#[http(404, languages(en, zh))]
pub struct Identifiers;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("empty")]
#[http(404, languages())]
pub struct Empty;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("value")]
#[http(404, languages = "en")]
pub struct Value;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("twice")]
#[http(404, languages("en", "zh", "EN"))]
pub struct Twice;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("more than once")]
#[http(404, languages("en"), languages("zh"))]
pub struct MoreThanOnce;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("alias")]
#[http(404, locales("en", "zh"))]
pub struct Alias;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum OnVariant {
    #[error("on a variant")]
    #[http(404, languages("en", "zh"))]
    Variant,
}

fn main() {}
