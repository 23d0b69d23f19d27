//! Several validation errors in one problem document.

use std::fmt::Write as _;

use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Serialize, SerializeStruct as _, Serializer};
use serde_json::{Map, Value};

/// A list of validation errors, each with a text and a JSON Pointer (RFC 6901, section 6) to the part
/// of the request.
///
/// It serializes as the member `errors` of the example in RFC 9457, section 3. With the features
/// `garde` and `validator` it can be converted from the reports of those crates.
///
/// ```
/// use httperr::{FieldErrors, HttpError};
///
/// #[derive(Debug, thiserror::Error, HttpError)]
/// #[error("the request is not valid")]
/// #[http(422, extension(errors = errors))]
/// struct Invalid {
///     errors: FieldErrors,
/// }
///
/// let mut errors = FieldErrors::new();
/// errors.push(["items", "0", "amount"], "must be a positive integer");
/// let response = Invalid { errors }.to_response();
/// assert_eq!(
///     response.body().as_ref(),
///     br##"{"title":"Unprocessable Content","status":422,"detail":"the request is not valid","errors":[{"detail":"must be a positive integer","pointer":"#/items/0/amount"}]}"##
/// );
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldErrors(Vec<FieldError>);

impl FieldErrors {
    /// Creates an empty list.
    #[must_use]
    pub const fn new() -> Self {
        FieldErrors(Vec::new())
    }

    /// Adds an error for the part of the request at `path`. The text is sent to the client.
    ///
    /// The components of the path are member names and array indices, which are escaped as needed.
    ///
    /// ```
    /// use httperr::FieldErrors;
    ///
    /// let mut errors = FieldErrors::new();
    /// errors.push(["seats", "1"], "is taken");
    /// assert_eq!(errors.iter().next().unwrap().pointer(), "#/seats/1");
    /// ```
    pub fn push<P: AsRef<str>>(
        &mut self,
        path: impl IntoIterator<Item = P>,
        detail: impl Into<String>,
    ) {
        self.0.push(FieldError { pointer: to_pointer(path), detail: detail.into() });
    }

    /// Returns an iterator over the errors.
    pub fn iter(&self) -> std::slice::Iter<'_, FieldError> {
        self.0.iter()
    }

    /// Returns the number of errors.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns `true` if the list is empty.
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

/// For a client, which reads them with [`FromProblem`](crate::FromProblem).
impl<'de> Deserialize<'de> for FieldErrors {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(FieldErrors)
    }
}

/// A validation error: an element of [`FieldErrors`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldError {
    pointer: String,
    detail: String,
}

impl FieldError {
    /// Returns the text for the client.
    pub fn detail(&self) -> &str {
        &self.detail
    }

    /// Returns the part of the request, as a JSON Pointer in a URI fragment (RFC 6901, section 6).
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

impl<'de> Deserialize<'de> for FieldError {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut members = Map::deserialize(deserializer)?;
        let mut text = |name: &'static str| match members.remove(name) {
            Some(Value::String(text)) => Ok(text),
            Some(_) => Err(D::Error::custom(format!("`{name}` is not a string"))),
            None => Err(D::Error::missing_field(name)),
        };
        Ok(FieldError { pointer: text("pointer")?, detail: text("detail")? })
    }
}

/// Returns a path as a JSON Pointer in a URI fragment (RFC 6901, sections 3 and 6; RFC 3986, section
/// 3.5).
fn to_pointer<P: AsRef<str>>(path: impl IntoIterator<Item = P>) -> String {
    let mut pointer = String::from("#");
    for component in path {
        pointer.push('/');
        for byte in component.as_ref().bytes() {
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
    /// Converts a report, keeping its order.
    fn from(report: &garde::Report) -> Self {
        let mut field_errors = FieldErrors::new();
        for (path, error) in report.iter() {
            // garde exposes the components only through serde: `[["key", "items"], ["index", "0"]]`.
            let components: Vec<(Value, String)> =
                serde_json::to_value(path).and_then(serde_json::from_value).unwrap_or_default();
            let components = components.into_iter().filter(|(kind, _)| kind != "none");
            field_errors.push(components.map(|(_, component)| component), error.message());
        }
        field_errors
    }
}

#[cfg(feature = "validator")]
#[cfg_attr(docsrs, doc(cfg(feature = "validator")))]
impl From<&validator::ValidationErrors> for FieldErrors {
    /// Converts the errors in the order of their pointers. The text of an error without a message is
    /// its code.
    fn from(errors: &validator::ValidationErrors) -> Self {
        let mut field_errors = FieldErrors::new();
        collect(errors, &mut Vec::new(), &mut field_errors);
        field_errors.0.sort();
        field_errors
    }
}

#[cfg(feature = "validator")]
fn collect(
    errors: &validator::ValidationErrors,
    path: &mut Vec<String>,
    field_errors: &mut FieldErrors,
) {
    use validator::ValidationErrorsKind::{Field, List, Struct};

    for (field, kind) in errors.errors() {
        // validator reports an error of the whole struct as a field of this name.
        let is_whole_struct = field == "__all__";
        if !is_whole_struct {
            path.push(field.clone().into_owned());
        }
        match kind {
            Field(errors) => {
                for error in errors {
                    let text = error.message.as_ref().unwrap_or(&error.code);
                    field_errors.push(&*path, text.clone());
                }
            }
            Struct(nested) => collect(nested, path, field_errors),
            List(elements) => {
                for (index, nested) in elements {
                    path.push(index.to_string());
                    collect(nested, path, field_errors);
                    path.pop();
                }
            }
        }
        if !is_whole_struct {
            path.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::to_pointer;

    #[test]
    fn a_pointer_is_escaped_and_percent_encoded() {
        assert_eq!(to_pointer(["a/b", "m~n", "é %", ""]), "#/a~1b/m~0n/%C3%A9%20%25/");
        assert_eq!(to_pointer::<&str>([]), "#");
    }
}
