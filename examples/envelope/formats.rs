//! Bodies that are no JSON.

use std::error::Error;
use std::io::Write as _;

use httperr::{BodyFormat, ErrorView};

/// `<Error>` as clients of object stores expect it.
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

/// A page for people.
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

/// Text between tags.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
