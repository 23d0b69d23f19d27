//! What each part of the service fails with.

use httperr::HttpError;
use thiserror::Error;

use super::formats::{Page, Xml};

/// Errors of the API: `{"error": {"code", "message", "category"}}`, with `param` and `left` where
/// there is something to say.
#[derive(Debug, Error, HttpError)]
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
    /// The document is not there.
    #[error("no such document")]
    #[http(404, extension(param = "id"))]
    NoDocument,

    /// It is there, but nobody else is to know.
    #[error("the document belongs to {owner}")]
    #[http(same_as = NoDocument, log = warn)]
    NotYours {
        /// Whose it is.
        owner: &'static str,
    },

    /// It was moved to the archive.
    #[error("document {id} is in the archive")]
    #[http(410)]
    Archived {
        /// Its number.
        id: String,
        /// The day on which it is deleted.
        until: &'static str,
    },

    /// Too much was read.
    #[error("the quota of this hour is used")]
    #[http(429, retry_after = 3600, extension(category = "rate_limit"))]
    Quota {
        /// What may still be read, where that is known.
        left: Option<u32>,
    },

    /// The storage failed. Why is for the log.
    #[error("storage: {0}")]
    #[http(503, retry_after = 5, extension(category = "api"))]
    Storage(String),

    /// Nothing is at that path.
    #[error("there is nothing at this path")]
    #[http(404)]
    NoRoute,
}

/// Errors of the object store, as XML.
#[derive(Debug, Error, HttpError)]
#[http(codes(rename_all = "PascalCase"), body = Xml)]
pub enum ObjectError {
    /// The bucket is not there.
    #[error("the bucket {bucket:?} does not exist")]
    #[http(404, extension(bucket = bucket))]
    NoSuchBucket {
        /// Its name.
        bucket: String,
    },
}

/// Errors of the site, as pages.
#[derive(Debug, Error, HttpError)]
#[http(body = Page)]
pub enum SiteError {
    /// The page is not there.
    #[error("There is no page {name:?}.")]
    #[http(404)]
    NoPage {
        /// Its name.
        name: String,
    },

    /// The page could not be made.
    #[error("template: {0}")]
    #[http(500)]
    Template(&'static str),
}
