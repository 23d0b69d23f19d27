//! Writing a [`Problem`]: as JSON and with serde.

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
