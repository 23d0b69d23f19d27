//! Writing a [`Problem`]: as JSON, as a response and with serde.

use bytes::Bytes;
use http::header::{HeaderValue, CONTENT_TYPE};
use http::{Response, StatusCode};
use httperr_registry::{allows_content, is_final};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::Problem;

/// Serialization.
impl Problem {
    /// Returns the JSON document, without white space between tokens.
    ///
    /// ```
    /// use httperr::Problem;
    ///
    /// let problem = Problem::default().with_detail("Try the other door.");
    /// assert_eq!(problem.to_json(), br#"{"detail":"Try the other door."}"#);
    /// ```
    pub fn to_json(&self) -> Vec<u8> {
        // Never fails: the keys are strings, and a `Value` holds nothing that JSON cannot express.
        serde_json::to_vec(self).unwrap_or_else(|_| b"{}".to_vec())
    }

    /// Returns the response to send, with the status of the document (RFC 9457, section 3.1.2).
    ///
    /// A problem without a status, or with an interim one (1xx), is sent as 500, in the document as
    /// well. The responses with 204, 205 and 304 have neither content nor `Content-Type` (RFC 9110,
    /// section 6.4.1).
    ///
    /// ```
    /// use httperr::{http::StatusCode, Problem};
    ///
    /// let response = Problem::new(StatusCode::UNAUTHORIZED).to_response();
    /// assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
    /// assert_eq!(response.headers()["content-type"], Problem::MEDIA_TYPE);
    /// assert_eq!(response.body(), r#"{"title":"Unauthorized","status":401}"#);
    /// ```
    pub fn to_response(&self) -> Response<Bytes> {
        let Some(status) = self.status.filter(|status| is_final(status.as_u16())) else {
            let sent = self.clone().with_status(StatusCode::INTERNAL_SERVER_ERROR);
            return sent.to_response();
        };
        let mut response = Response::new(Bytes::new());
        *response.status_mut() = status;
        if allows_content(status.as_u16()) {
            let media_type = HeaderValue::from_static(Self::MEDIA_TYPE);
            response.headers_mut().insert(CONTENT_TYPE, media_type);
            *response.body_mut() = self.to_json().into();
        }
        response
    }
}

impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let status = self.status.map(|status| status.as_u16());
        let standard = [
            self.type_uri.is_some(),
            self.title.is_some(),
            status.is_some(),
            self.detail.is_some(),
            self.instance.is_some(),
        ];
        let standard = standard.into_iter().filter(|is_some| *is_some).count();
        let mut map = serializer.serialize_map(Some(standard + self.extensions.len()))?;
        member(&mut map, "type", self.type_uri.as_ref())?;
        member(&mut map, "title", self.title.as_ref())?;
        member(&mut map, "status", status.as_ref())?;
        member(&mut map, "detail", self.detail.as_ref())?;
        member(&mut map, "instance", self.instance.as_ref())?;
        for (name, value) in &self.extensions {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

fn member<M: SerializeMap>(
    map: &mut M,
    name: &str,
    value: Option<&impl Serialize>,
) -> Result<(), M::Error> {
    value.map_or(Ok(()), |value| map.serialize_entry(name, value))
}
