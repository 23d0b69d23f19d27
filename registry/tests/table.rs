//! Properties of every row.

use std::collections::{HashMap, HashSet};
use std::mem::discriminant;

use httperr_registry::derive_rules::{rule, RULES};
use httperr_registry::{
    by_name, describes_content, effective, field, get, phrase, phrase_zh, Cardinality, Class,
    Content, Field, HeaderField, Level, Retry, Spec, Standing, Version, When, CODES, FIELDS,
};

fn is_upper_snake(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_uppercase())
        && !name.ends_with('_')
        && !name.contains("__")
        && name.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_')
}

fn upper_snake(phrase: &str) -> String {
    phrase.replace('\'', "").replace([' ', '-'], "_").to_ascii_uppercase()
}

#[test]
fn codes_ascend_without_duplicates() {
    for pair in CODES.windows(2) {
        assert!(pair[0].code < pair[1].code, "{} before {}", pair[0].code, pair[1].code);
    }
}

#[test]
fn names_and_aliases_are_unique() {
    let mut seen = HashMap::new();
    for row in CODES {
        for name in row.aliases.iter().chain([&row.name]) {
            if let Some(other) = seen.insert(*name, row.code) {
                panic!("{name} names {other} and {}", row.code);
            }
        }
    }
}

#[test]
fn names_and_aliases_are_upper_snake() {
    for row in CODES {
        for name in row.aliases.iter().chain([&row.name]) {
            assert!(is_upper_snake(name), "{}: {name}", row.code);
        }
    }
}

#[test]
fn the_name_is_the_phrase_except_where_that_would_shadow_401() {
    for row in CODES {
        if row.code == 561 {
            assert_eq!(by_name(&upper_snake(row.phrase)).map(|row| row.code), Some(401));
        } else {
            assert_eq!(row.name, upper_snake(row.phrase), "{}", row.code);
        }
    }
}

#[test]
fn every_name_and_alias_resolves_to_its_row() {
    for row in CODES {
        assert_eq!(get(row.code).map(|found| found.name), Some(row.name));
        for name in row.aliases.iter().chain([&row.name]) {
            assert_eq!(by_name(name).map(|found| found.code), Some(row.code), "{name}");
        }
    }
    for name in ["", "not_found", "NotFound", "NOT_FOUNDS", "NOT_FOUN"] {
        assert!(by_name(name).is_none(), "{name}");
    }
}

#[test]
fn every_row_has_a_rationale_for_its_standing() {
    for row in CODES {
        assert!(
            !row.rationale.is_empty() && !row.rationale.ends_with('.'),
            "{}: {}",
            row.code,
            row.rationale
        );
        assert!(row.rationale.len() <= 90, "{}: {}", row.code, row.rationale);
        assert!(!row.spec.document.is_empty(), "{}", row.code);
        assert_eq!(row.standing == Standing::OutOfRange, !row.is_valid(), "{}", row.code);
    }
}

#[test]
fn a_code_that_should_not_be_used_has_a_registered_replacement() {
    for row in CODES {
        match row.standing {
            Standing::Standard | Standing::Provisional => {
                assert!(row.replacement.is_none(), "{}", row.code);
            }
            Standing::Deprecated
            | Standing::Unused
            | Standing::Obsoleted
            | Standing::OutOfRange => assert!(row.replacement.is_some(), "{}", row.code),
            // The client has closed the connection.
            Standing::Unofficial => {
                assert_eq!(
                    row.replacement.is_none(),
                    [460, 499].contains(&row.code),
                    "{}",
                    row.code
                );
            }
        }
    }
}

#[test]
fn a_replacement_starts_with_a_usable_code() {
    for row in CODES {
        let Some(replacement) = row.replacement else { continue };
        let (code, rest) = replacement.split_at(3);
        let code: u16 = code.parse().unwrap_or_else(|_| panic!("{}: {replacement}", row.code));
        assert_eq!(get(code).unwrap().standing, Standing::Standard, "{}: {replacement}", row.code);
        assert!(rest.starts_with(' ') || rest.starts_with(','), "{}: {replacement}", row.code);
        assert!(
            !replacement.ends_with('.') && replacement.len() <= 80,
            "{}: {replacement}",
            row.code
        );
    }
}

#[test]
fn every_row_has_a_meaning_in_english() {
    for row in CODES {
        let text = row.meaning;
        assert!(text.ends_with('.') && text.is_ascii(), "{}: {text}", row.code);
        assert!((30..=320).contains(&text.len()), "{}: {} bytes", row.code, text.len());
        assert!(text.matches(". ").count() <= 2, "{}: {text}", row.code);
        assert!(!text.contains("  ") && !text.contains('\n'), "{}: {text}", row.code);
    }
}

fn is_cjk(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Asserts that a Chinese text has full-width punctuation and a space at each change of script.
#[track_caller]
fn assert_is_typeset(code: u16, text: &str) {
    assert_eq!(text.trim(), text, "{code}");
    assert!(!text.contains("  ") && !text.contains('\n'), "{code}: {text}");
    for c in text.chars() {
        let known = is_cjk(c) || c.is_ascii() || "，。；：、（）".contains(c);
        assert!(known, "{code}: {c:?} in {text}");
    }
    let characters: Vec<char> = text.chars().collect();
    let is_chinese = |c: char| !c.is_ascii();
    for pair in characters.windows(2) {
        let (left, right) = (pair[0], pair[1]);
        let half_width = is_chinese(left) && right.is_ascii_punctuation()
            || left.is_ascii_punctuation() && is_cjk(right);
        assert!(!half_width, "{code}: half-width {pair:?} in {text}");
        let glued = is_cjk(left) && right.is_ascii_alphanumeric()
            || left.is_ascii_alphanumeric() && is_cjk(right);
        assert!(!glued, "{code}: no space between {pair:?} in {text}");
        let spaced = left == ' ' && !right.is_ascii() && !is_cjk(right)
            || !left.is_ascii() && !is_cjk(left) && right == ' ';
        assert!(!spaced, "{code}: a space beside {pair:?} in {text}");
    }
    for triple in characters.windows(3) {
        let between = is_chinese(triple[0]) && triple[1] == ' ' && is_chinese(triple[2]);
        assert!(!between, "{code}: a space between {triple:?} in {text}");
    }
}

#[test]
fn every_row_has_a_meaning_in_chinese() {
    for row in CODES {
        let text = row.meaning_zh;
        assert_is_typeset(row.code, text);
        assert!(text.ends_with('。'), "{}: {text}", row.code);
        assert!(text.chars().filter(|c| is_cjk(*c)).count() >= 5, "{}: {text}", row.code);
        assert!((12..=160).contains(&text.chars().count()), "{}: {text}", row.code);
        assert!(text.matches('。').count() <= 2, "{}: {text}", row.code);
    }
}

#[test]
fn every_row_has_a_phrase_in_chinese_without_punctuation() {
    let mut seen = HashMap::new();
    for row in CODES {
        let text = row.phrase_zh();
        assert_is_typeset(row.code, text);
        assert!(text.chars().any(is_cjk), "{}: {text:?}", row.code);
        assert!(text.chars().count() <= 24, "{}: {text}", row.code);
        let punctuation = |c: char| !is_cjk(c) && c != ' ' && !c.is_ascii_alphanumeric();
        assert!(!text.contains(punctuation), "{}: {text}", row.code);
        if let Some(other) = seen.insert(text, row.phrase) {
            assert_eq!(other, row.phrase, "{}: {text} twice", row.code);
        }
    }
}

#[test]
fn an_unknown_code_has_the_chinese_phrase_of_its_class() {
    for code in 0..=u16::MAX {
        let row = get(code).unwrap_or_else(|| get(effective(code)).unwrap());
        assert_eq!(phrase_zh(code), row.phrase_zh(), "{code}");
        assert_eq!(phrase(code), row.phrase, "{code}");
    }
}

#[test]
fn every_final_code_has_retry_advice_in_chinese() {
    for row in CODES {
        let (Retry::Yes(text) | Retry::If(text) | Retry::No(text)) = row.retry_zh() else {
            assert_eq!(row.retry, Retry::Interim, "{}", row.code);
            continue;
        };
        assert_eq!(discriminant(&row.retry), discriminant(&row.retry_zh()), "{}", row.code);
        assert_is_typeset(row.code, text);
        assert!(text.chars().filter(|c| is_cjk(*c)).count() >= 2, "{}: {text}", row.code);
        assert!(text.ends_with(|c| is_cjk(c) || c.is_ascii_alphanumeric()), "{}", row.code);
        assert!(!text.contains('。') && text.chars().count() <= 40, "{}: {text}", row.code);
        match row.retry_zh() {
            // The action, without "only if".
            Retry::Yes(_) => assert!(!text.starts_with(['须', '仅']), "{}: {text}", row.code),
            Retry::If(_) => {
                let is_condition = text.starts_with(['须', '仅', '若', '与']);
                assert!(is_condition, "{}: {text}", row.code);
            }
            _ => {}
        }
    }
}

/// Equal advice in English is equal in Chinese, and the reverse.
#[test]
fn retry_advice_is_translated_consistently() {
    let text = |retry: Retry| match retry {
        Retry::Yes(text) | Retry::If(text) | Retry::No(text) => text,
        Retry::Interim => "",
    };
    let (mut chinese, mut english) = (HashMap::new(), HashMap::new());
    for row in CODES {
        let (en, zh) = (text(row.retry), text(row.retry_zh()));
        assert_eq!(*chinese.entry(en).or_insert(zh), zh, "{}: {en}", row.code);
        assert_eq!(*english.entry(zh).or_insert(en), en, "{}: {zh}", row.code);
    }
}

#[test]
fn chinese_advice_names_the_same_fields_and_numbers_as_english() {
    let ascii = |text: &str| -> HashSet<String> {
        let is_name = |part: &&str| {
            part.len() > 2 && part.contains(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit())
        };
        text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
            .filter(is_name)
            .map(|part| part.trim_end_matches('s').to_owned())
            .collect()
    };
    for row in CODES {
        let (Retry::Yes(en) | Retry::If(en) | Retry::No(en)) = row.retry else { continue };
        let (Retry::Yes(zh) | Retry::If(zh) | Retry::No(zh)) = row.retry_zh() else { continue };
        let missing: Vec<String> = ascii(en).difference(&ascii(zh)).cloned().collect();
        assert!(missing.is_empty(), "{}: {missing:?} of {en} not in {zh}", row.code);
    }
}

#[test]
fn no_two_codes_mean_the_same() {
    let (mut english, mut chinese) = (HashSet::new(), HashSet::new());
    for row in CODES {
        assert!(english.insert(row.meaning), "{}", row.code);
        assert!(chinese.insert(row.meaning_zh), "{}", row.code);
    }
}

#[test]
fn a_field_that_the_code_requires_is_in_both_meanings() {
    for row in CODES {
        for field in row.fields {
            let required = field.level == Level::Must && field.when == When::Always;
            if (required || field.rule.is_some()) && field.name != "Connection" {
                assert!(row.meaning.contains(field.name), "{}: {}", row.code, field.name);
                assert!(row.meaning_zh.contains(field.name), "{}: {}", row.code, field.name);
            }
        }
    }
}

#[test]
fn every_final_code_has_retry_advice_as_a_clause() {
    for row in CODES {
        match row.retry {
            Retry::Interim => assert_eq!(row.class(), Class::Informational, "{}", row.code),
            Retry::Yes(how) | Retry::If(how) | Retry::No(how) => {
                assert_ne!(row.class(), Class::Informational, "{}", row.code);
                assert!(!how.is_empty() && !how.ends_with('.'), "{}: {how}", row.code);
                assert!(how.starts_with(|c: char| c.is_ascii_lowercase()), "{}: {how}", row.code);
            }
        }
        if row.class() == Class::Successful && row.code != 207 {
            assert!(matches!(row.retry, Retry::No(_)), "{}", row.code);
        }
    }
    for code in [300, 301, 302, 303, 307, 308, 408, 421, 425, 429, 449, 503, 529] {
        assert!(matches!(get(code).unwrap().retry, Retry::Yes(_)), "{code}");
    }
    for code in [304, 305, 306, 400, 402, 404, 405, 410, 414, 418, 422, 451, 501, 506, 508] {
        assert!(matches!(get(code).unwrap().retry, Retry::No(_)), "{code}");
    }
    for code in [401, 403, 407, 409, 411, 412, 413, 416, 417, 426, 428, 431, 500, 502, 504, 511] {
        assert!(matches!(get(code).unwrap().retry, Retry::If(_)), "{code}");
    }
}

/// Every field of every row: `!` required, `?` recommended, `~` expected, `(…)` under a condition.
#[test]
fn the_fields_of_each_code_are_exactly_these() {
    let table: Vec<(u16, String)> = CODES
        .iter()
        .filter(|row| !row.fields.is_empty())
        .map(|row| (row.code, row.fields.iter().map(abbreviate).collect::<Vec<_>>().join(" ")))
        .collect();
    let expected = [
        (101, "Upgrade! Connection!"),
        (104, "(Location!) (Upload-Limit!)"),
        (200, "(ETag?) (Last-Modified?)"),
        (201, "(Location?)"),
        (
            206,
            "(Content-Range!) (Content-Type!) (Date!) (Cache-Control!) (ETag!) (Expires!) \
             (Content-Location!) (Vary!)",
        ),
        (226, "ETag! IM?"),
        (300, "(Location?)"),
        (301, "Location?"),
        (302, "Location?"),
        (303, "Location~"),
        (304, "(Content-Location!) (Date!) (ETag!) (Vary!) (Cache-Control!) (Expires!)"),
        (307, "Location?"),
        (308, "Location?"),
        (401, "WWW-Authenticate!"),
        (405, "Allow!"),
        (407, "Proxy-Authenticate!"),
        (413, "(Retry-After?)"),
        (415, "(Accept-Encoding~)"),
        (416, "(Content-Range?)"),
        (426, "Upgrade! Connection!"),
        (449, "Ms-Echo-Request!"),
        (451, "(Link?)"),
    ];
    assert_eq!(table, expected.map(|(code, fields)| (code, fields.to_owned())));
}

fn abbreviate(field: &Field) -> String {
    let level = match field.level {
        Level::Must => '!',
        Level::Should => '?',
        Level::Expected => '~',
    };
    match field.when {
        When::Always => format!("{}{level}", field.name),
        When::If(condition) => {
            assert!(!condition.is_empty() && !condition.ends_with('.'), "{condition}");
            format!("({}{level})", field.name)
        }
    }
}

#[test]
fn the_rules_about_fields_apply_to_exactly_these_codes() {
    let mut rules = Vec::new();
    for row in CODES {
        for field in row.fields {
            if let Some(rule) = field.rule {
                rules.push((row.code, field.name, rule));
            }
        }
    }
    assert_eq!(
        rules,
        [
            (301, "Location", "missing_location"),
            (302, "Location", "missing_location"),
            (303, "Location", "missing_location"),
            (307, "Location", "missing_location"),
            (308, "Location", "missing_location"),
            (401, "WWW-Authenticate", "missing_www_authenticate"),
            (405, "Allow", "missing_allow"),
            (407, "Proxy-Authenticate", "missing_proxy_authenticate"),
            (416, "Content-Range", "missing_content_range"),
            (426, "Upgrade", "missing_upgrade"),
        ]
    );
}

#[test]
fn a_field_with_a_rule_has_a_constant_and_the_rule_a_row() {
    let mut silent: HashSet<&str> =
        RULES.iter().map(|rule| rule.name).filter(|name| name.starts_with("missing_")).collect();
    for row in CODES {
        for at in row.fields {
            let Some(name) = at.rule else { continue };
            let rule = rule(name).unwrap_or_else(|| panic!("{}: no rule {name}", row.code));
            assert!(!rule.is_error, "{name}");
            silent.remove(name);
            let constant = field(&at.name.to_ascii_lowercase());
            assert!(constant.is_some(), "{}: no constant for {}", row.code, at.name);
        }
    }
    assert!(silent.is_empty(), "no field rules for {silent:?}");
}

#[test]
fn the_example_of_a_field_is_a_valid_value_that_may_be_set_manually() {
    for row in CODES {
        for at in row.fields {
            assert!(!at.example.is_empty(), "{}: {}", row.code, at.name);
            assert!(http::HeaderName::from_bytes(at.name.as_bytes()).is_ok(), "{}", at.name);
            assert!(http::HeaderValue::from_str(at.example).is_ok(), "{}", at.example);
            if let Some(HeaderField { cardinality, .. }) = field(&at.name.to_ascii_lowercase()) {
                assert_ne!(*cardinality, Cardinality::Framing, "{}: {}", row.code, at.name);
            }
        }
    }
}

#[test]
fn a_field_is_required_in_the_section_of_its_code_or_of_the_field() {
    let http = |section| Spec { document: "RFC 9110", section };
    for row in CODES {
        for field in row.fields {
            let expected = match (row.code, field.name) {
                (_, "Connection") => http("7.8"),
                (201, _) => http("9.3.3"),
                (206, "Content-Range") => http("15.3.7.1"),
                (206, "Content-Type") => http("15.3.7.2"),
                (226, "IM") => Spec { section: "10.5.2", ..row.spec },
                (449, _) => Spec { section: "3.2.5.6", ..row.spec },
                (451, _) => Spec { section: "4", ..row.spec },
                _ => row.spec,
            };
            assert_eq!(field.spec, expected, "{}: {}", row.code, field.name);
        }
    }
}

#[test]
fn a_row_has_each_field_at_most_once() {
    for row in CODES {
        let names: HashSet<&str> = row.fields.iter().map(|field| field.name).collect();
        assert_eq!(names.len(), row.fields.len(), "{}", row.code);
    }
}

#[test]
fn a_code_that_needs_upgrade_is_for_http_1_1_only() {
    for row in CODES {
        let upgrades = row.fields.iter().any(|field| field.name == "Upgrade");
        assert_eq!(upgrades, row.since == Version::Http11Only, "{}", row.code);
    }
}

#[test]
fn only_rfc_codes_forbid_content() {
    for row in CODES {
        if row.content != Content::Allowed {
            assert!(row.standing != Standing::Unofficial, "{}", row.code);
        }
    }
}

#[test]
fn a_spec_reads_as_document_and_section() {
    assert_eq!(get(404).unwrap().spec.to_string(), "RFC 9110, section 15.5.5");
    assert_eq!(get(499).unwrap().spec.to_string(), "nginx");
}

#[test]
fn rules_have_unique_names_and_a_summary() {
    let names: HashSet<&str> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!(names.len(), RULES.len());
    for row in RULES {
        assert_eq!(rule(row.name), Some(row));
        assert!(!row.summary.is_empty() && !row.summary.ends_with('.'), "{}", row.name);
    }
    assert!(rule("missing").is_none());
}

#[test]
fn response_fields_are_set_as_their_definitions_require() {
    let set = |cardinality: Cardinality| -> HashSet<&str> {
        FIELDS.iter().filter(|row| row.cardinality == cardinality).map(|row| row.constant).collect()
    };
    assert_eq!(
        set(Cardinality::Framing),
        HashSet::from(["CONTENT_LENGTH", "TE", "TRAILER", "TRANSFER_ENCODING"])
    );
    assert_eq!(
        set(Cardinality::List),
        HashSet::from([
            "ACCEPT",
            "ACCEPT_CHARSET",
            "ACCEPT_ENCODING",
            "ACCEPT_LANGUAGE",
            "ACCEPT_RANGES",
            "ACCESS_CONTROL_ALLOW_HEADERS",
            "ACCESS_CONTROL_ALLOW_METHODS",
            "ACCESS_CONTROL_EXPOSE_HEADERS",
            "ACCESS_CONTROL_REQUEST_HEADERS",
            "ALLOW",
            "ALT_SVC",
            "CACHE_CONTROL",
            "CACHE_STATUS",
            "CDN_CACHE_CONTROL",
            "CONNECTION",
            "CONTENT_ENCODING",
            "CONTENT_LANGUAGE",
            "CONTENT_SECURITY_POLICY",
            "CONTENT_SECURITY_POLICY_REPORT_ONLY",
            "EXPECT",
            "FORWARDED",
            "IF_MATCH",
            "IF_NONE_MATCH",
            "LINK",
            "PRAGMA",
            "PROXY_AUTHENTICATE",
            "REFERRER_POLICY",
            "SEC_WEBSOCKET_VERSION",
            "SET_COOKIE",
            "UPGRADE",
            "VARY",
            "VIA",
            "WARNING",
            "WWW_AUTHENTICATE",
        ])
    );
}

#[test]
fn content_is_described_by_content_fields_and_validators() {
    let validators = ["accept-ranges", "etag", "last-modified", "trailer", "transfer-encoding"];
    for HeaderField { name, .. } in FIELDS {
        let is_policy = name.starts_with("content-security-policy");
        let of_content = name.starts_with("content-") && !is_policy;
        assert_eq!(describes_content(404, name), of_content || validators.contains(name), "{name}");
    }
    for name in ["Content-Digest", "REPR-DIGEST", "digest", "Content-MD5", "ETag"] {
        assert!(describes_content(404, name), "{name}");
    }
}

#[test]
fn a_field_required_by_a_status_describes_the_status() {
    for row in CODES {
        for Field { name, .. } in row.fields {
            assert!(!describes_content(row.code, name), "{} {name}", row.code);
            assert!(!describes_content(row.code, &name.to_lowercase()), "{} {name}", row.code);
        }
    }
    assert!(!describes_content(416, "content-range") && describes_content(404, "content-range"));
}
