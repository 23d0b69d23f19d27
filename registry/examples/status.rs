//! Prints the facts about a status code:
//!
//! ```sh
//! cargo run -p httperr-registry --example status -- 404
//! cargo run -p httperr-registry --example status -- --zh NOT_FOUND
//! ```

use std::fmt::Write as _;
use std::process::ExitCode;

use httperr_registry::{
    by_name, effective, get, grpc_code, is_valid, phrase, Code, Content, Field, Level, Retry,
    Standing, Version, When, CODES,
};

const USAGE: &str = "expected a status code or its name: status [--zh] 404, status NOT_FOUND";

/// The columns of the labels and of the text beside them.
const LABEL: usize = 15;
const TEXT: usize = 80;

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(facts) => {
            print!("{facts}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::from(2)
        }
    }
}

/// Returns the facts that the arguments of the program ask for, or an error message.
pub(crate) fn run(arguments: impl IntoIterator<Item = String>) -> Result<String, String> {
    let (mut chinese, mut query) = (false, None);
    for argument in arguments {
        match argument.as_str() {
            "--zh" => chinese = true,
            flag if flag.starts_with('-') => {
                return Err(format!("unknown option `{flag}`: {USAGE}"));
            }
            _ if query.is_some() => return Err(format!("unexpected `{argument}`: {USAGE}")),
            _ => query = Some(argument),
        }
    }
    let row = find(query.as_deref().map_or("", str::trim))?;
    Ok(if chinese { in_chinese(row) } else { in_english(row) })
}

fn find(query: &str) -> Result<&'static Code, String> {
    if query.is_empty() {
        return Err(USAGE.to_owned());
    }
    if query.bytes().all(|b| b.is_ascii_digit()) {
        return query.parse().ok().and_then(get).ok_or_else(|| unknown_number(query));
    }
    let name = query.replace('\'', "").replace([' ', '-'], "_").to_ascii_uppercase();
    by_name(&name).ok_or_else(|| match nearest(&name) {
        Some((near, code)) => format!("unknown name `{query}`: did you mean `{near}` ({code})?"),
        None => format!("unknown name `{query}`: {USAGE}"),
    })
}

fn unknown_number(query: &str) -> String {
    match query.parse() {
        Ok(code) if is_valid(code) => format!(
            "{code} is neither registered with IANA nor known to be in use: a client treats it as \
             {} {} (RFC 9110, section 15)",
            effective(code),
            phrase(code)
        ),
        _ => format!("expected a number from 100 to 599, found {query} (RFC 9110, section 15)"),
    }
}

/// Returns the name that differs from this one in at most a third of its characters.
fn nearest(name: &str) -> Option<(&'static str, u16)> {
    if name.len() > 100 {
        return None;
    }
    CODES
        .iter()
        .flat_map(|row| row.aliases.iter().chain([&row.name]).map(|name| (*name, row.code)))
        .map(|(near, code)| (distance(name, near), near, code))
        .filter(|(distance, ..)| *distance <= (name.len() / 3).max(1))
        .min_by_key(|(distance, ..)| *distance)
        .map(|(_, near, code)| (near, code))
}

/// Returns the Levenshtein distance.
fn distance(left: &str, right: &str) -> usize {
    let mut above: Vec<usize> = (0..=right.len()).collect();
    for (row, this) in left.bytes().enumerate() {
        let mut current = vec![row + 1];
        for (column, that) in right.bytes().enumerate() {
            let change = above[column] + usize::from(this != that);
            current.push(change.min(above[column + 1] + 1).min(current[column] + 1));
        }
        above = current;
    }
    above[right.len()]
}

fn in_english(row: &Code) -> String {
    let mut out = format!("{} {}\n", row.code, row.phrase);
    let mut line = |label: &str, text: &str| {
        let mut label = label;
        for part in wrap(text) {
            let _ = writeln!(out, "{label:<LABEL$}{part}");
            label = "";
        }
    };
    line("name", &names(row, " (also ", ", ", ")"));
    line("defined by", &row.spec.to_string());
    let since = match row.since {
        Version::Http10 => "HTTP/1.0",
        Version::Http11 => "HTTP/1.1",
        Version::Http11Only => "HTTP/1.1, and no later version",
        Version::Unspecified => "not specified",
    };
    line("since", since);
    line("standing", &format!("{}: {}", standing(row).0, row.rationale));
    if let Some(replacement) = row.replacement {
        line("use instead", replacement);
    }
    line("meaning", row.meaning);
    let (may, text) = match row.retry {
        Retry::Yes(how) => ("yes, ", how),
        Retry::If(condition) => ("perhaps, ", condition),
        Retry::No(reason) => ("no, ", reason),
        Retry::Interim => ("", "a final response follows"),
    };
    line("retry", &format!("{may}{text}"));
    let content = match row.content {
        Content::Allowed => "allowed",
        Content::Forbidden => "forbidden: the response ends with its header section",
        Content::ZeroLength => "of length zero",
    };
    line("content", content);
    let caching = match (row.must_not_store, row.heuristically_cacheable) {
        (true, _) => "must not be stored",
        (_, true) => "by default, without explicit freshness",
        _ => "with explicit freshness only",
    };
    if row.is_final() {
        line("caching", caching);
    }
    for (index, field) in row.fields.iter().enumerate() {
        let level = match field.level {
            Level::Must => "must carry",
            Level::Should => "should carry",
            Level::Expected => "ought to carry",
        };
        let when = match field.when {
            When::Always => String::new(),
            When::If(condition) => format!(" if {condition}"),
        };
        let Field { name, spec, .. } = field;
        let label = if index == 0 { "fields" } else { "" };
        line(label, &format!("{level} {name}{when} ({spec})"));
    }
    let grpc = grpc_code(row.code);
    line("gRPC", &format!("{} ({})", grpc.name(), grpc as u8));
    out
}

fn in_chinese(row: &Code) -> String {
    let mut out = format!("{} {}（{}）\n", row.code, row.phrase_zh(), row.phrase);
    let mut line = |label: &str, text: &str| {
        let _ = writeln!(out, "{label}：{text}");
    };
    line("名称", &names(row, "（又名 ", "、", "）"));
    line("定义", &section_in_chinese(row.spec.document, row.spec.section));
    let since = match row.since {
        Version::Http10 => "HTTP/1.0 起",
        Version::Http11 => "HTTP/1.1 起",
        Version::Http11Only => "仅 HTTP/1.1",
        Version::Unspecified => "未规定",
    };
    line("版本", since);
    line("地位", standing(row).1);
    let instead: Vec<String> = row
        .replacement
        .into_iter()
        .flat_map(|text| text.split(|c: char| !c.is_ascii_digit()))
        .filter_map(|number| get(number.parse().ok()?))
        .map(|row| format!("{} {}", row.code, row.phrase_zh()))
        .collect();
    if !instead.is_empty() {
        line("宜改用", &instead.join("、"));
    }
    line("含义", row.meaning_zh);
    let retry = match row.retry_zh() {
        Retry::Yes(how) => format!("可以，{how}"),
        Retry::If(condition) => format!("视情况，{condition}"),
        Retry::No(reason) => format!("不宜，{reason}"),
        Retry::Interim => "之后还有最终响应".to_owned(),
    };
    line("重试", &retry);
    let content = match row.content {
        Content::Allowed => "允许",
        Content::Forbidden => "禁止，响应到头部即告结束",
        Content::ZeroLength => "长度必须为零",
    };
    line("内容", content);
    let caching = match (row.must_not_store, row.heuristically_cacheable) {
        (true, _) => "不得存储",
        (_, true) => "默认可以，无须明确的有效期",
        _ => "须有明确的有效期",
    };
    if row.is_final() {
        line("缓存", caching);
    }
    for Field { name, level, when, spec, .. } in row.fields {
        let level = match level {
            Level::Must => "必须带有",
            Level::Should => "应带有",
            Level::Expected => "宜带有",
        };
        let when = if *when == When::Always { "" } else { "在特定条件下" };
        let section = section_in_chinese(spec.document, spec.section);
        line("字段", &format!("{when}{level} {name}（{section}）"));
    }
    let grpc = grpc_code(row.code);
    line("gRPC", &format!("{}（{}）", grpc.name(), grpc as u8));
    out
}

fn names(row: &Code, open: &str, separator: &str, close: &str) -> String {
    match row.aliases {
        [] => row.name.to_owned(),
        aliases => format!("{}{open}{}{close}", row.name, aliases.join(separator)),
    }
}

fn section_in_chinese(document: &str, section: &str) -> String {
    match (document, section) {
        ("attributed to Apache", _) => "据传出自 Apache".to_owned(),
        ("copied lists of codes", _) => "辗转抄录的列表".to_owned(),
        ("HTTP proxies", _) => "某些 HTTP 代理".to_owned(),
        (_, "") => document.to_owned(),
        _ => format!("{document} 第 {section} 节"),
    }
}

/// Returns the standing in English and in Chinese.
fn standing(row: &Code) -> (&'static str, &'static str) {
    match row.standing {
        Standing::Standard => ("standard", "标准，已在 IANA 注册"),
        Standing::Provisional => ("provisional", "临时，在 IANA 限期注册"),
        Standing::Deprecated => ("deprecated", "已弃用"),
        Standing::Unused => ("unused", "保留未用"),
        Standing::Obsoleted => ("obsoleted", "已废弃"),
        Standing::Unofficial => ("unofficial", "非官方，未在 IANA 注册"),
        Standing::OutOfRange => ("not a status code", "不是有效的状态码"),
    }
}

/// Returns the lines of a text, each of at most [`TEXT`] columns.
fn wrap(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.len() + 1 + word.len() <= TEXT => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
