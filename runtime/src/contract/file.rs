//! The file → the cases.

use serde_json::{Map, Value as Json};

use super::InvalidCatalog;
use crate::catalog::json::VERSION;

/// A case of a file.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Case {
    pub(super) members: Map<String, Json>,
}

impl Case {
    pub(super) fn text(&self, member: &str) -> Option<&str> {
        self.members.get(member)?.as_str()
    }

    pub(super) fn is(&self, member: &str) -> bool {
        self.members.get(member) == Some(&Json::Bool(true))
    }

    /// Returns the members of an object, none if it is absent.
    pub(super) fn object(&self, member: &str) -> impl Iterator<Item = (&str, &Json)> {
        let object = self.members.get(member).and_then(Json::as_object);
        object.into_iter().flatten().map(|(name, value)| (name.as_str(), value))
    }

    /// Returns the name for people.
    pub(super) fn label(&self) -> String {
        match (self.text("name"), self.text("code")) {
            (Some(name), Some(code)) => format!("{name} ({code})"),
            (Some(name), None) => name.to_owned(),
            (None, Some(code)) => code.to_owned(),
            (None, None) => format!("the case with the status {}", self.members["status"]),
        }
    }
}

pub(super) fn parse(text: &str) -> Result<Vec<Case>, InvalidCatalog> {
    let invalid = |reason: String| InvalidCatalog { reason };
    let json: Json = serde_json::from_str(text).map_err(|error| invalid(error.to_string()))?;
    match json.get("httperr").and_then(Json::as_u64) {
        Some(version) if version <= VERSION => {}
        Some(version) => {
            return Err(invalid(format!(
                "its version is {version}, and this version of httperr reads up to {VERSION}"
            )));
        }
        None => return Err(invalid("expected an object with the member `httperr`".to_owned())),
    }
    let cases = json.get("cases").and_then(Json::as_array);
    let cases = cases.ok_or_else(|| invalid("expected a list `cases`".to_owned()))?;
    let case = |case: &Json| match case.as_object() {
        Some(members) if members.contains_key("status") => Ok(Case { members: members.clone() }),
        _ => Err(invalid("expected a case with a `status`".to_owned())),
    };
    cases.iter().map(case).collect()
}
