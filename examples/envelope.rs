//! A service with error bodies of its own: a JSON envelope for the API, XML for a client of object
//! stores, and an HTML page: `cargo run --example envelope`. `PORT` sets the port, 3000 by default.

use std::error::Error;
use std::io::Write as _;

use axum::extract::Path;
use axum::routing::get;
use axum::Router;
use httperr::{BodyFormat, ErrorView, HttpError};

/// Errors of the API: `{"error": {"code", "message", "category"}}`, with `param`, `until` and `left`
/// where the variant has them.
#[derive(Debug, thiserror::Error, HttpError)]
#[http(
    codes(rename_all = "snake_case"),
    type_base = "https://docs.example.com/errors#",
    body = {
        "error": {
            "code": code,
            "message": detail,
            "category": category,
            "param"?: param,
            "until"?: until,
            "left"?: left,
            "doc_url": type,
        },
    },
    extension(category = "invalid_request")
)]
pub enum ApiError {
    /// The document does not exist.
    #[error("no such document")]
    #[http(404, extension(param = "id"))]
    NoDocument,

    /// It exists, which only its owner may know: the response is that of `NoDocument`.
    #[error("the document belongs to {owner}")]
    #[http(same_as = NoDocument, log = warn)]
    NotYours {
        /// The account that owns it.
        owner: &'static str,
    },

    /// The document is in the archive.
    #[error("document {id} is in the archive")]
    #[http(410)]
    Archived {
        /// The number of the document.
        id: String,
        /// The day on which it is deleted.
        until: &'static str,
    },

    /// The quota is used up.
    #[error("the quota of this hour is used")]
    #[http(429, retry_after = 3600, extension(category = "rate_limit"))]
    Quota {
        /// The number of documents that can still be read, if it is known.
        left: Option<u32>,
    },

    /// The storage failed. The reason is for the log only.
    #[error("storage: {0}")]
    #[http(503, retry_after = 5, extension(category = "api"))]
    Storage(String),

    /// No route has this path.
    #[error("there is nothing at this path")]
    #[http(404)]
    NoRoute,
}

/// Errors of the object store, as XML.
#[derive(Debug, thiserror::Error, HttpError)]
#[http(codes(rename_all = "PascalCase"), body = Xml)]
pub enum ObjectError {
    /// The bucket does not exist.
    #[error("the bucket {bucket:?} does not exist")]
    #[http(404, extension(bucket = bucket))]
    NoSuchBucket {
        /// The requested name.
        bucket: String,
    },
}

/// Errors of the site, as pages.
#[derive(Debug, thiserror::Error, HttpError)]
#[http(body = Page)]
pub enum SiteError {
    /// The page does not exist.
    #[error("There is no page {name:?}.")]
    #[http(404)]
    NoPage {
        /// The requested name.
        name: String,
    },

    /// The template of the page failed.
    #[error("template: {0}")]
    #[http(500)]
    Template(&'static str),
}

/// The `<Error>` element that clients of object stores expect.
#[derive(Debug)]
pub struct Xml;

impl BodyFormat for Xml {
    const CONTENT_TYPE: &'static str = "application/xml";

    fn write(error: &ErrorView<'_>, body: &mut Vec<u8>) -> Result<(), Box<dyn Error>> {
        let code = error.code().unwrap_or("InternalError");
        let message = escape(error.detail().unwrap_or(error.title()));
        write!(body, "<Error><Code>{code}</Code><Message>{message}</Message>")?;
        if let Some(bucket) = error.extensions().get("bucket").and_then(|name| name.as_str()) {
            write!(body, "<BucketName>{}</BucketName>", escape(bucket))?;
        }
        write!(body, "</Error>")?;
        Ok(())
    }
}

/// An HTML page.
#[derive(Debug)]
pub struct Page;

impl BodyFormat for Page {
    const CONTENT_TYPE: &'static str = "text/html; charset=utf-8";

    fn write(error: &ErrorView<'_>, body: &mut Vec<u8>) -> Result<(), Box<dyn Error>> {
        let title = escape(error.title());
        let text = escape(error.detail().unwrap_or("Something went wrong on our side."));
        write!(body, "<!doctype html><title>{title}</title><h1>{title}</h1><p>{text}</p>")?;
        Ok(())
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Builds the service.
pub fn app() -> Router {
    Router::new()
        .route("/documents/{id}", get(document))
        .route("/objects/{bucket}", get(object))
        .route("/pages/{name}", get(page))
        .fallback(|| async { ApiError::NoRoute })
}

async fn document(Path(id): Path<String>) -> Result<String, ApiError> {
    match id.as_str() {
        "1" => Ok("the first document".to_owned()),
        "2" => Err(ApiError::NotYours { owner: "alice" }),
        "3" => Err(ApiError::Archived { id, until: "2027-01-01" }),
        "4" => Err(ApiError::Storage("disk 7 does not respond".to_owned())),
        "5" => Err(ApiError::Quota { left: None }),
        "6" => Err(ApiError::Quota { left: Some(3) }),
        _ => Err(ApiError::NoDocument),
    }
}

async fn object(Path(bucket): Path<String>) -> Result<String, ObjectError> {
    Err(ObjectError::NoSuchBucket { bucket })
}

async fn page(Path(name): Path<String>) -> Result<String, SiteError> {
    match name.as_str() {
        "broken" => Err(SiteError::Template("line 7: no such variable")),
        _ => Err(SiteError::NoPage { name }),
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let port = std::env::var("PORT").map_or(Ok(3000), |port| port.parse())?;
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
    let address = listener.local_addr()?;
    println!("Listening on http://{address}\n\nTry:");
    for path in ["documents/2", "documents/3", "documents/6", "objects/a", "pages/b"] {
        println!("  curl -i http://{address}/{path}");
    }
    Ok(axum::serve(listener, app()).await?)
}
