use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(default = 400)]
pub enum ApiError {
    #[error("tokens")]
    #[http(405, header(ALLOW = "GET HEAD"))]
    Tokens,
    #[error("challenge")]
    #[http(401, header(WWW_AUTHENTICATE = "Bearer realm=\"api"))]
    Challenge,
    #[error("media type")]
    #[http(header(CONTENT_TYPE = "json"), body = text)]
    MediaType,
    #[error("entity tag")]
    #[http(412, header(ETAG = "abc"))]
    EntityTag,
    #[error("date")]
    #[http(header(LAST_MODIFIED = "2030-01-01"))]
    Date,
    #[error("range")]
    #[http(416, header(CONTENT_RANGE = "items */5"))]
    Range,
    #[error("reference")]
    #[http(308, allow(redirect), header(LOCATION = "/a b"))]
    Reference,
    #[error("upgrade")]
    #[http(426, header(UPGRADE = ""))]
    Upgrade,
    #[error("vary")]
    #[http(header(VARY = "accept; origin"))]
    Vary,
    #[error("directives")]
    #[http(header(CACHE_CONTROL = "max-age=a day"))]
    Directives,
    #[error("link")]
    #[http(header(LINK = "https://a.example; rel=help"))]
    Link,
    #[error("languages")]
    #[http(header(CONTENT_LANGUAGE = "en_US"))]
    Languages,
    #[error("cookie")]
    #[http(header(SET_COOKIE = "no-name"))]
    Cookie,
    #[error("transport security")]
    #[http(header(STRICT_TRANSPORT_SECURITY = "includeSubDomains"))]
    TransportSecurity,
}

fn main() {}
