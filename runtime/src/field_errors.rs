//! Several failures in one problem document.

use std::fmt::Write as _;

use serde::ser::{Serialize, SerializeStruct as _, Serializer};

/// What is wrong with the parts of a request: the member `errors` of the example in RFC 9457,
/// section 3. Each failure has a text and a JSON Pointer (RFC 6901, section 6) to the part.
///
/// With the features `garde` and `validator` it is made from what those crates report.
///
/// ```
/// use httperr::{FieldErrors, HttpError};
///
/// #[derive(Debug, thiserror::Error, HttpError)]
/// #[error("the request is not valid")]
/// #[http(422, extension(errors = failures))]
/// struct Invalid {
///     failures: FieldErrors,
/// }
///
/// let mut failures = FieldErrors::new();
/// failures.push(["items", "0", "amount"], "must be a positive integer");
/// let response = Invalid { failures }.to_response();
/// assert_eq!(
///     response.body().as_ref(),
///     br##"{"title":"Unprocessable Content","status":422,"detail":"the request is not valid","errors":[{"detail":"must be a positive integer","pointer":"#/items/0/amount"}]}"##
/// );
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldErrors(Vec<FieldError>);

impl FieldErrors {
    /// None.
    #[must_use]
    pub const fn new() -> Self {
        FieldErrors(Vec::new())
    }

    /// Adds a failure of the part that the path leads to. The text is sent to the client.
    pub fn push<P: AsRef<str>>(
        &mut self,
        path: impl IntoIterator<Item = P>,
        detail: impl Into<String>,
    ) {
        self.0.push(FieldError { pointer: pointer(path), detail: detail.into() });
    }

    /// The failures.
    pub fn iter(&self) -> std::slice::Iter<'_, FieldError> {
        self.0.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'a> IntoIterator for &'a FieldErrors {
    type Item = &'a FieldError;
    type IntoIter = std::slice::Iter<'a, FieldError>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Serialize for FieldErrors {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(&self.0)
    }
}

/// One of [`FieldErrors`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldError {
    pointer: String,
    detail: String,
}

impl FieldError {
    /// The text for the client.
    pub fn detail(&self) -> &str {
        &self.detail
    }

    /// The part: a JSON Pointer as a URI fragment (RFC 6901, section 6).
    pub fn pointer(&self) -> &str {
        &self.pointer
    }
}

impl Serialize for FieldError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_struct("FieldError", 2)?;
        members.serialize_field("detail", &self.detail)?;
        members.serialize_field("pointer", &self.pointer)?;
        members.end()
    }
}

/// A path as a JSON Pointer in a URI fragment (RFC 6901, sections 3 and 6; RFC 3986, section 3.5).
fn pointer<P: AsRef<str>>(path: impl IntoIterator<Item = P>) -> String {
    let mut pointer = String::from("#");
    for part in path {
        pointer.push('/');
        for byte in part.as_ref().bytes() {
            match byte {
                b'~' => pointer.push_str("~0"),
                b'/' => pointer.push_str("~1"),
                b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => pointer.push(char::from(byte)),
                _ if b"-._!$&'()*+,;=:@?".contains(&byte) => pointer.push(char::from(byte)),
                _ => {
                    let _ = write!(pointer, "%{byte:02X}");
                }
            }
        }
    }
    pointer
}

#[cfg(feature = "garde")]
#[cfg_attr(docsrs, doc(cfg(feature = "garde")))]
impl From<&garde::Report> for FieldErrors {
    /// The failures in the order of the report.
    fn from(report: &garde::Report) -> Self {
        let mut failures = FieldErrors::new();
        for (path, error) in report.iter() {
            // A path is `[["key", "items"], ["index", "0"]]` to serde, and a text to nobody else.
            let parts: Vec<(serde_json::Value, String)> =
                serde_json::to_value(path).and_then(serde_json::from_value).unwrap_or_default();
            let parts = parts.into_iter().filter(|(kind, _)| kind != "none");
            failures.push(parts.map(|(_, part)| part), error.message());
        }
        failures
    }
}

#[cfg(feature = "validator")]
#[cfg_attr(docsrs, doc(cfg(feature = "validator")))]
impl From<&validator::ValidationErrors> for FieldErrors {
    /// The failures in the order of their pointers; the text of one without a message is its
    /// code.
    fn from(errors: &validator::ValidationErrors) -> Self {
        fn collect(
            errors: &validator::ValidationErrors,
            path: &mut Vec<String>,
            failures: &mut FieldErrors,
        ) {
            use validator::ValidationErrorsKind::{Field, List, Struct};

            for (field, kind) in errors.errors() {
                // What concerns the whole is reported as a field of this name.
                let of_whole = field == "__all__";
                if !of_whole {
                    path.push(field.clone().into_owned());
                }
                match kind {
                    Field(found) => {
                        for error in found {
                            let text = error.message.as_ref().unwrap_or(&error.code);
                            failures.push(&*path, text.clone());
                        }
                    }
                    Struct(inside) => collect(inside, path, failures),
                    List(inside) => {
                        for (index, inside) in inside {
                            path.push(index.to_string());
                            collect(inside, path, failures);
                            path.pop();
                        }
                    }
                }
                if !of_whole {
                    path.pop();
                }
            }
        }

        let mut failures = FieldErrors::new();
        collect(errors, &mut Vec::new(), &mut failures);
        failures.0.sort();
        failures
    }
}

#[cfg(test)]
mod tests {
    use super::pointer;

    #[test]
    fn a_pointer_is_escaped_twice() {
        assert_eq!(pointer(["a/b", "m~n", "é %", ""]), "#/a~1b/m~0n/%C3%A9%20%25/");
        assert_eq!(pointer::<&str>([]), "#");
    }
}
