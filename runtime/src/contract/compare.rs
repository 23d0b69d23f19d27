//! The differences between the cases of two catalogs.

use serde_json::Value as Json;

use super::file::Case;
use super::{Difference, Differences};

pub(super) fn compare(old: &[Case], new: &[Case]) -> Differences {
    let mut list = List::default();
    let pairs = pair(old, new);
    for (index, case) in old.iter().enumerate() {
        match pairs.iter().find(|(old, _)| *old == index) {
            Some((_, other)) => compare_case(case, &new[*other], &mut list),
            None => list.add(case, !is_hidden(case), "was removed".to_owned()),
        }
    }
    for (index, case) in new.iter().enumerate() {
        if !pairs.iter().any(|(_, new)| *new == index) {
            list.add(case, false, format!("was added, with the status {}", case.members["status"]));
        }
    }
    list.report_shared_types(old, new);
    // Stable, so that the differences of a case stay together.
    list.0.sort_by_key(|difference| !difference.is_breaking);
    Differences(list.0)
}

/// Returns whether clients cannot know the case.
fn is_hidden(case: &Case) -> bool {
    case.is("private") || case.is("same_as")
}

/// Returns the indexes of the cases that are the same one: those with the same identity to clients,
/// or else with the same name.
fn pair(old: &[Case], new: &[Case]) -> Vec<(usize, usize)> {
    type Key = fn(&Case) -> Option<String>;
    const KEYS: [Key; 4] = [
        |case| Some(format!("{} {}", case.text("name")?, identity(case)?)),
        |case| identity(case).filter(|_| !is_hidden(case)),
        |case| Some(format!("{} {}", case.text("name")?, case.members["status"])),
        |case| case.text("name").map(str::to_owned),
    ];
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for key in KEYS {
        for (index, case) in old.iter().enumerate() {
            if pairs.iter().any(|(old, _)| *old == index) {
                continue;
            }
            let Some(wanted) = key(case) else { continue };
            let mut free = new.iter().enumerate().filter(|(index, other)| {
                !pairs.iter().any(|(_, new)| new == index) && is_hidden(other) == is_hidden(case)
            });
            if let Some((other, _)) = free.find(|(_, other)| key(other).as_ref() == Some(&wanted)) {
                pairs.push((index, other));
            }
        }
    }
    // A case whose name became private, or is no longer, is the same one.
    for (index, case) in old.iter().enumerate() {
        let is_free = |other: &usize| !pairs.iter().any(|(_, new)| new == other);
        let same_name = (0..new.len())
            .filter(is_free)
            .find(|other| new[*other].text("name") == case.text("name"));
        match same_name {
            Some(other) if !pairs.iter().any(|(old, _)| *old == index) => {
                pairs.push((index, other));
            }
            _ => {}
        }
    }
    pairs
}

/// Returns what clients know the case by.
fn identity(case: &Case) -> Option<String> {
    case.text("type").or_else(|| case.text("code")).map(str::to_owned)
}

fn compare_case(old: &Case, new: &Case, list: &mut List) {
    // What clients do not see of a case that was not sent under its own name.
    let is_public = !is_hidden(old);
    if is_public && new.is("private") {
        list.add(old, true, "its name is private now: it has no code and no type".to_owned());
    }
    if is_public && new.is("same_as") {
        list.add(old, true, "it is sent as another case now".to_owned());
    }
    // Each member with its name, and whether a difference is breaking.
    let members = [
        ("name", "name", false),
        ("status", "status", !old.is("same_as")),
        ("code", "code", is_public),
        ("type", "type", is_public),
        ("grpc", "gRPC code", !old.is("same_as")),
        ("media_type", "media type", !old.is("same_as")),
        ("title", "title", false),
        ("detail", "text", false),
        ("detail_template", "text", false),
        ("description", "documentation", false),
        ("log", "log level", false),
        ("tags", "tags", false),
    ];
    for (member, what, is_breaking) in members {
        let (before, after) = (old.members.get(member), new.members.get(member));
        match (before, after) {
            _ if before == after => {}
            (Some(before), Some(after)) => {
                list.add(new, is_breaking, format!("the {what} was {before}, is {after}"));
            }
            // What was not known before does not break anything.
            (None, Some(after)) => {
                let is_breaking = is_breaking && member != "code";
                list.add(new, is_breaking, format!("the {what} is new: {after}"));
            }
            (Some(before), None) => {
                list.add(new, is_breaking, format!("the {what} {before} was removed"));
            }
            (None, None) => {}
        }
    }
    compare_translations(old, new, list);
    compare_headers(old, new, list);
    compare_body(old, new, list);
}

fn compare_translations(old: &Case, new: &Case, list: &mut List) {
    for (language, before) in old.object("translations") {
        match new.object("translations").find(|(other, _)| *other == language) {
            None => list.add(new, true, format!("it is no longer sent in `{language}`")),
            Some((_, after)) if after == before => {}
            Some(_) => list.add(new, false, format!("its texts in `{language}` are others")),
        }
    }
    for (language, _) in new.object("translations") {
        if !old.object("translations").any(|(other, _)| other == language) {
            list.add(new, false, format!("it is sent in `{language}` too"));
        }
    }
}

fn compare_headers(old: &Case, new: &Case, list: &mut List) {
    for (name, before) in old.object("headers") {
        match new.object("headers").find(|(other, _)| *other == name) {
            None => list.add(new, true, format!("the header `{name}` is no longer sent")),
            Some((_, after)) if after == before => {}
            Some((_, after)) => {
                let (before, after) = (plain(before), plain(after));
                list.add(new, false, format!("the header `{name}` was {before}, is {after}"));
            }
        }
    }
    for (name, after) in new.object("headers") {
        if !old.object("headers").any(|(other, _)| other == name) {
            list.add(new, false, format!("the header `{name}` is new: {}", plain(after)));
        }
    }
}

fn compare_body(old: &Case, new: &Case, list: &mut List) {
    for (key, before) in old.object("body") {
        let (path, was_required) = split(key);
        let Some((key, after)) = new.object("body").find(|(other, _)| split(other).0 == path)
        else {
            list.add(new, true, format!("the member {} is no longer sent", member(path)));
            continue;
        };
        if was_required && !split(key).1 {
            list.add(new, true, format!("the member {} is no longer always sent", member(path)));
        }
        // Reported once, where the case is compared.
        let is_of_case = |text: &str| {
            [old, new].iter().any(|case| {
                ["code", "type"].iter().any(|member| case.text(member) == Some(unquoted(text)))
                    || text.parse().is_ok_and(|status: u16| case.members["status"] == status)
            })
        };
        let (before, after) = (plain(before), plain(after));
        if before != after && !is_of_case(before) {
            let is_breaking = json_type(before) != json_type(after) || is_constant(before);
            let message = format!("the member {} was {before}, is {after}", member(path));
            list.add(new, is_breaking, message);
        }
    }
    for (key, after) in new.object("body") {
        let (path, _) = split(key);
        if !old.object("body").any(|(other, _)| split(other).0 == path) {
            list.add(new, false, format!("the member {} is new: {}", member(path), plain(after)));
        }
    }
}

/// Returns the path of a member, and whether it is in every response.
fn split(key: &str) -> (&str, bool) {
    match key.strip_suffix('?') {
        Some(path) => (path, false),
        None => (key, true),
    }
}

fn member(path: &str) -> String {
    match path.strip_prefix('/') {
        Some(name) if !name.contains('/') => format!("`{name}`"),
        _ => format!("`{path}`"),
    }
}

fn plain(value: &Json) -> &str {
    value.as_str().unwrap_or_default()
}

fn unquoted(text: &str) -> &str {
    text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text)
}

/// Returns whether the text of a type is a constant, as JSON.
fn is_constant(ty: &str) -> bool {
    serde_json::from_str::<Json>(ty).is_ok()
}

/// Returns the type as JSON has it, without the name of the Rust type.
fn json_type(ty: &str) -> String {
    let ty = match serde_json::from_str::<Json>(ty) {
        Ok(Json::Bool(_)) => "boolean",
        Ok(Json::Number(number)) if number.is_f64() => "number",
        Ok(Json::Number(_)) => "integer",
        Ok(Json::String(_)) => "string",
        _ => ty,
    };
    let mut out = String::new();
    let mut rest = ty;
    while let Some((before, after)) = rest.split_once(" (") {
        out.push_str(before);
        rest = after.split_once(')').map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}

#[derive(Default)]
struct List(Vec<Difference>);

impl List {
    fn add(&mut self, case: &Case, is_breaking: bool, message: String) {
        self.0.push(Difference { case: case.label(), message, is_breaking });
    }

    /// Reports cases that a client cannot tell apart, because their type is the same, unless that is
    /// not new.
    fn report_shared_types(&mut self, old: &[Case], new: &[Case]) {
        for (index, case) in new.iter().enumerate() {
            let Some(uri) = case.text("type").filter(|_| !is_hidden(case)) else { continue };
            let has_type = |other: &&Case| !is_hidden(other) && other.text("type") == Some(uri);
            let was_shared = old.iter().filter(has_type).count() > 1;
            if let Some(other) = new[..index].iter().find(has_type).filter(|_| !was_shared) {
                let message = format!("has the same type as {}: \"{uri}\"", other.label());
                self.add(case, true, message);
            }
        }
    }
}
