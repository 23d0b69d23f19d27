//! Regression tests for the errors of common lists of status codes.
//!
//! The name of each test has the numbers of the errors that it excludes (W-001 to W-087). Three of
//! them do not apply here: W-003 and W-006 are about advice that no row gives, and W-087 is about a
//! list of methods.

use httperr_registry::{
    by_name, get, is_valid, Class, Code, Content, Level, Retry, Standing, Version, When, CODES,
};

fn row(code: u16) -> &'static Code {
    get(code).unwrap_or_else(|| panic!("{code} has no row"))
}

/// Asserts that the texts contain all of these words; one list for each language.
#[track_caller]
fn assert_mentions(code: u16, english: &[&str], chinese: &[&str]) {
    for word in english {
        assert!(row(code).meaning.contains(word), "{code} does not mention {word:?}");
    }
    for word in chinese {
        assert!(row(code).meaning_zh.contains(word), "{code} does not mention {word:?}");
    }
}

/// Asserts that the texts contain none of these words, ignoring case.
#[track_caller]
fn assert_never_mentions(code: u16, words: &[&str]) {
    let row = row(code);
    let text = format!("{} {}", row.meaning, row.meaning_zh).to_lowercase();
    for word in words {
        assert!(!text.contains(&word.to_lowercase()), "{code} mentions {word:?}");
    }
}

#[track_caller]
fn phrase(code: u16, right: &str, wrong: &str) {
    assert_eq!(row(code).phrase, right);
    let name = wrong.replace([' ', '-'], "_").to_uppercase();
    assert_ne!(row(code).name, name);
    assert!(CODES.iter().all(|row| row.phrase != wrong), "{wrong} is a phrase");
}

#[track_caller]
fn requirement_of(code: u16, name: &str) -> (Level, When) {
    let field = row(code).fields.iter().find(|field| field.name == name);
    let field = field.unwrap_or_else(|| panic!("{code} without {name}"));
    (field.level, field.when)
}

/// Returns every text of every row.
fn texts() -> impl Iterator<Item = (u16, &'static str)> {
    CODES.iter().flat_map(|row| {
        let [retry, retry_zh] = [row.retry, row.retry_zh()].map(|retry| match retry {
            Retry::Yes(text) | Retry::If(text) | Retry::No(text) => text,
            Retry::Interim => "",
        });
        let fixed =
            [row.phrase, row.rationale, row.replacement.unwrap_or(""), row.spec.document, retry];
        let translated = [row.phrase_zh(), retry_zh];
        let meanings = [row.meaning, row.meaning_zh];
        fixed.into_iter().chain(translated).chain(meanings).map(|text| (row.code, text))
    })
}

#[test]
fn w001_w037_102_is_obsoleted() {
    assert_eq!(row(102).standing, Standing::Obsoleted);
    assert!(row(102).rationale.contains("RFC 4918"));
    assert_mentions(102, &["Obsoleted", "Do not send"], &["已废弃", "不应"]);
}

#[test]
fn w002_w038_201_may_come_without_location() {
    assert_eq!(requirement_of(201, "Location").0, Level::Should);
    assert!(matches!(requirement_of(201, "Location").1, When::If(when) if when.contains("POST")));
    assert_mentions(201, &["without it", "URI of the request"], &["没有 Location 时"]);
    assert_never_mentions(201, &["202"]);
}

#[test]
fn w004_w039_w052_203_is_a_transforming_proxy_s() {
    phrase(203, "Non-Authoritative Information", "Unauthorized Information");
    assert_mentions(203, &["transforming proxy"], &["转换代理", "并非权威"]);
    assert_never_mentions(203, &["未授权", "第三方", "拷贝", "third", "copy", "local"]);
}

#[test]
fn w005_205_has_content_of_length_zero_and_does_not_end_with_its_header() {
    assert_eq!(row(205).content, Content::ZeroLength);
    assert_mentions(205, &["length zero"], &["长度必须为零"]);
    assert_never_mentions(205, &["header", "空行", "头部"]);
}

#[test]
fn w007_206_has_content_range_for_a_single_part_only() {
    assert!(matches!(requirement_of(206, "Content-Range"), (Level::Must, When::If(_))));
    assert!(matches!(requirement_of(206, "Content-Type"), (Level::Must, When::If(_))));
    assert_mentions(
        206,
        &["One part must", "multipart/byteranges"],
        &["只有一段时", "multipart/byteranges"],
    );
}

#[test]
fn w008_207_is_from_rfc_4918() {
    assert_eq!(row(207).spec.to_string(), "RFC 4918, section 11.1");
}

#[test]
fn w009_w017_w028_w058_no_row_cites_an_rfc_that_is_out_of_date() {
    for (code, text) in texts() {
        for number in ["2616", "2617", "2817", "3658", "7230", "7235", "7538", "7540"] {
            assert!(!text.contains(number), "{code}: {text}");
        }
        // 7231 withdrew 305, 2518 had 102, and nothing else is theirs.
        assert!(!text.contains("7231") || code == 305, "{code}: {text}");
        assert!(!text.contains("2518") || code == 102, "{code}: {text}");
    }
}

#[test]
fn w010_w073_301_and_302_may_turn_post_into_get_and_307_must_not() {
    for code in [301, 302] {
        assert_mentions(code, &["may turn POST into GET"], &["可能把 POST 改为 GET"]);
    }
    assert_mentions(307, &["must not change the method"], &["不得改变方法"]);
    for code in [301, 302, 303, 307, 308] {
        assert!(matches!(row(code).retry, Retry::Yes(_)));
        assert_never_mentions(code, &["confirm", "确认", "禁止", "forbid"]);
    }
}

#[test]
fn w011_303_may_be_cached_with_explicit_freshness() {
    assert!(!row(303).must_not_store);
    assert!(!row(303).heuristically_cacheable);
    assert_never_mentions(303, &["cach", "缓存"]);
}

#[test]
fn w012_w015_no_row_gives_advice_for_old_browsers() {
    for (code, text) in texts() {
        assert!(!text.contains("浏览器") && !text.contains("browser"), "{code}: {text}");
    }
}

#[test]
fn w013_w082_304_has_no_content_and_the_six_fields_of_the_200() {
    assert_eq!(row(304).content, Content::Forbidden);
    let names: Vec<&str> = row(304).fields.iter().map(|field| field.name).collect();
    assert_eq!(names, ["Content-Location", "Date", "ETag", "Vary", "Cache-Control", "Expires"]);
    for field in row(304).fields {
        assert!(matches!(field.when, When::If(when) if when.contains("200")), "{}", field.name);
    }
    assert_mentions(304, &["No content", "ETag"], &["不含内容", "ETag"]);
}

#[test]
fn w014_w041_w054_305_is_deprecated() {
    assert_eq!(row(305).standing, Standing::Deprecated);
    assert!(row(305).replacement.is_some() && matches!(row(305).retry, Retry::No(_)));
    assert_mentions(305, &["Deprecated", "Do not send"], &["已弃用", "不应发送"]);
    assert_never_mentions(305, &["must be accessed", "必须通过"]);
}

#[test]
fn w016_w043_400_is_not_only_bad_parameters() {
    assert_mentions(400, &["looks like", "framing"], &["分帧", "没有更合适的"]);
    assert_never_mentions(400, &["语义", "参数", "semantic", "parameter"]);
}

#[test]
fn w018_403_may_be_repeated_with_other_credentials() {
    assert!(matches!(row(403).retry, Retry::If(when) if when.contains("other credentials")));
    assert_never_mentions(403, &["不能提供任何帮助", "not help", "重复提交"]);
}

#[test]
fn w020_414_is_about_length_and_heuristically_cacheable() {
    assert!(row(414).heuristically_cacheable);
    assert_mentions(414, &["longer than"], &["过长"]);
    assert_never_mentions(414, &["overflow", "buffer", "溢出", "漏洞"]);
}

#[test]
fn w021_w084_416_is_also_for_too_many_ranges_and_should_carry_content_range() {
    assert_eq!(requirement_of(416, "Content-Range").0, Level::Should);
    assert_mentions(416, &["small or overlapping", "Content-Range"], &["重叠", "Content-Range"]);
    assert_never_mentions(416, &["If-Range", "multipart"]);
}

#[test]
fn w022_417_is_repeated_without_100_continue() {
    assert!(matches!(row(417).retry, Retry::If(when) if when.contains("without 100-continue")));
    assert_mentions(417, &["without it"], &["去掉它"]);
    assert_never_mentions(417, &["next hop", "下一个节点"]);
}

#[test]
fn w023_421_is_a_misdirected_request() {
    phrase(421, "Misdirected Request", "Too Many Connections");
    assert_mentions(421, &["speak for this URI", "different connection"], &["权威", "换一个连接"]);
    assert_never_mentions(421, &["IP", "连接数", "too many", "locked"]);
}

#[test]
fn w024_w025_w046_w068_one_code_one_row_one_meaning() {
    for code in [422, 500, 501, 502, 503, 504, 505] {
        assert_eq!(CODES.iter().filter(|row| row.code == code).count(), 1, "{code}");
    }
    phrase(422, "Unprocessable Content", "Unprocessable Entity");
    assert_eq!(row(422).spec.to_string(), "RFC 9110, section 15.5.21");
    assert_never_mentions(422, &["WebDAV", "连接数", "too many", "IP"]);
}

#[test]
fn w026_423_is_a_code_of_its_own() {
    assert_eq!((row(423).name, row(423).phrase), ("LOCKED", "Locked"));
    assert_never_mentions(422, &["423", "Locked", "锁定"]);
    assert_mentions(423, &["lock"], &["锁定"]);
}

#[test]
fn w027_425_is_too_early() {
    assert_eq!(row(425).spec.to_string(), "RFC 8470, section 5.2");
    phrase(425, "Too Early", "Unordered Collection");
    assert_mentions(425, &["early data", "replayed"], &["早期数据", "重放"]);
    assert_never_mentions(425, &["WebDAV", "collection", "草案"]);
}

#[test]
fn w029_w085_426_must_carry_upgrade_to_whatever_protocol() {
    assert_eq!(requirement_of(426, "Upgrade"), (Level::Must, When::Always));
    assert_mentions(426, &["must carry Upgrade"], &["必须带有 Upgrade"]);
    assert_never_mentions(426, &["TLS/1.0"]);
}

#[test]
fn w030_w034_w044_449_and_509_are_not_registered() {
    assert_eq!(row(449).standing, Standing::Unofficial);
    assert_eq!(row(509).standing, Standing::Unofficial);
    assert_eq!(requirement_of(449, "Ms-Echo-Request"), (Level::Must, When::Always));
    assert_mentions(509, &["IANA has not assigned"], &["并未分配"]);
}

#[test]
fn w031_w066_w086_503_may_carry_retry_after_and_may_be_cached() {
    assert!(row(503).fields.is_empty());
    assert!(!row(503).must_not_store && !row(503).heuristically_cacheable);
    assert_mentions(503, &["Retry-After may"], &["可用 Retry-After"]);
    assert_never_mentions(503, &["500", "cach", "缓存", "must", "必须"]);
}

#[test]
fn w032_506_is_about_an_end_point() {
    assert_mentions(506, &["end point"], &["终点"]);
    assert_never_mentions(506, &["重点"]);
}

#[test]
fn w033_507_waits_for_the_user() {
    assert!(matches!(row(507).retry, Retry::If(when) if when.contains("user")));
    assert_mentions(507, &["must not be repeated"], &["不得重发"]);
}

#[test]
fn w035_510_is_obsoleted() {
    assert_eq!(row(510).standing, Standing::Obsoleted);
    assert_eq!(row(510).phrase, "Not Extended");
    assert_mentions(510, &["Obsoleted", "Historic"], &["已废弃", "历史文档"]);
}

#[test]
fn w036_w046_no_registered_code_is_missing() {
    for code in [
        103, 104, 206, 207, 208, 226, 308, 402, 411, 412, 413, 414, 416, 417, 418, 421, 422, 423,
        424, 425, 426, 428, 429, 431, 451, 506, 507, 508, 510, 511,
    ] {
        assert!(!row(code).phrase.is_empty());
        assert_ne!(row(code).standing, Standing::Unofficial);
    }
}

#[test]
fn w040_w070_302_is_found() {
    phrase(302, "Found", "Move temporarily");
    assert!(by_name("MOVE_TEMPORARILY").is_none());
    assert_mentions(302, &["keep using the one requested"], &["今后仍使用原来的 URI"]);
    assert_never_mentions(302, &["moved", "搬"]);
}

#[test]
fn w042_w055_306_has_no_meaning_in_any_version() {
    assert_eq!((row(306).standing, row(306).since), (Standing::Unused, Version::Unspecified));
    assert_mentions(306, &["Reserved", "no meaning"], &["保留", "没有含义"]);
}

#[test]
fn w045_600_is_not_a_status_code_and_there_are_five_classes() {
    assert!(!is_valid(600) && !row(600).is_valid());
    assert_eq!(row(600).standing, Standing::OutOfRange);
    assert_eq!(Class::of(600), Class::ServerError);
    assert_mentions(600, &["Not a status code"], &["不是有效的状态码"]);
    assert!(CODES.iter().all(|row| row.is_valid() || row.standing == Standing::OutOfRange));
}

#[test]
fn w047_w053_w064_the_phrases_are_spelled_as_registered() {
    phrase(101, "Switching Protocols", "Switching Protocol");
    phrase(300, "Multiple Choices", "Multiple Choice");
    phrase(501, "Not Implemented", "Implemented");
}

#[test]
fn w048_200_responds_to_put_delete_and_options_too() {
    assert_never_mentions(200, &["never", "永远", "不会", "PUT", "DELETE", "OPTIONS"]);
}

#[test]
fn w049_no_code_is_older_than_http_1_0_and_203_303_402_are_of_1_1() {
    for code in [203, 303, 402] {
        assert_eq!(row(code).since, Version::Http11, "{code}");
    }
    for code in [200, 204, 301, 304, 400, 404, 500, 503] {
        assert_eq!(row(code).since, Version::Http10, "{code}");
    }
    assert!(texts().all(|(_, text)| !text.contains("0.9")));
}

#[test]
fn w050_201_is_not_for_put_alone() {
    assert_never_mentions(201, &["PUT"]);
    assert_mentions(201, &["POST"], &["POST"]);
}

#[test]
fn w051_202_is_accepted_and_not_created() {
    assert_mentions(202, &["accepted", "not done"], &["接受", "尚未完成"]);
    assert_never_mentions(202, &["已创建", "created"]);
}

#[test]
fn w056_308_is_an_internet_standard() {
    assert_eq!(row(308).standing, Standing::Standard);
    assert!(row(308).rationale.contains("Internet Standard"));
    assert_never_mentions(308, &["experimental", "draft", "草案", "实验"]);
}

#[test]
fn w057_401_must_challenge() {
    assert_eq!(requirement_of(401, "WWW-Authenticate"), (Level::Must, When::Always));
    assert_mentions(
        401,
        &["Valid credentials are lacking", "must carry WWW-Authenticate"],
        &["质询"],
    );
    assert_never_mentions(401, &["403"]);
}

#[test]
fn w058_405_is_open_to_every_method() {
    assert_eq!(requirement_of(405, "Allow"), (Level::Must, When::Always));
    assert_never_mentions(405, &["GET", "HEAD", "PUT"]);
    assert_mentions(405, &["empty list"], &["可以为空"]);
}

#[test]
fn w060_412_is_a_failed_precondition() {
    assert_mentions(412, &["condition"], &["先决条件失败"]);
    assert_never_mentions(412, &["预处理"]);
}

#[test]
fn w061_w062_w063_413_414_and_416_have_the_names_of_rfc_9110() {
    phrase(413, "Content Too Large", "Request Entity Too Large");
    phrase(414, "URI Too Long", "Request-URI Too Long");
    phrase(416, "Range Not Satisfiable", "Requested Range Not Satisfiable");
    assert_mentions(413, &["content of the request"], &["内容过大"]);
    for (code, text) in texts() {
        assert!(!text.contains("实体") && !text.contains(" entity"), "{code}: {text}");
    }
}

#[test]
fn w065_501_is_for_a_method_that_is_supported_nowhere() {
    assert_mentions(501, &["nowhere", "405"], &["任何资源都不支持", "405"]);
    assert_never_mentions(501, &["POST", "PUT"]);
}

#[test]
fn w059_w019_408_does_not_promise_to_close_or_to_accept_a_repeat_at_any_time() {
    assert_mentions(408, &["outstanding"], &["请求超时", "尚未完成"]);
    assert_never_mentions(408, &["close", "cut", "切断", "关闭", "随时", "any time"]);
}

#[test]
fn w067_505_is_of_http_1_1() {
    assert_eq!(row(505).since, Version::Http11);
}

#[test]
fn w069_205_is_reset_and_206_is_partial() {
    phrase(205, "Reset Content", "Reset");
    assert_eq!(row(206).phrase, "Partial Content");
    assert!(row(205).fields.is_empty());
    assert_never_mentions(205, &["range", "partial", "部分", "范围"]);
}

#[test]
fn w071_w081_303_is_another_resource_fetched_with_get_or_head() {
    assert_mentions(303, &["other resource", "GET or HEAD"], &["另一个资源", "GET 或 HEAD"]);
    assert_eq!(requirement_of(303, "Location"), (Level::Expected, When::Always));
    assert_never_mentions(303, &["302"]);
}

#[test]
fn w072_304_redirects_to_the_stored_response() {
    assert_eq!(row(304).class(), Class::Redirection);
    assert_mentions(304, &["stored"], &["已存储"]);
}

#[test]
fn w074_404_may_be_temporary_and_410_is_permanent() {
    assert_mentions(404, &["stays open", "410"], &["410", "暂时还是永久"]);
    assert_mentions(410, &["for good", "404"], &["不再恢复", "404"]);
    assert_never_mentions(404, &["deleted", "删除", "文件"]);
}

#[test]
fn w075_w076_w077_502_503_and_504_are_distinguished() {
    assert_eq!(row(502).phrase, "Bad Gateway");
    assert_eq!(row(503).phrase, "Service Unavailable");
    assert_eq!(row(504).phrase, "Gateway Timeout");
    assert_mentions(502, &["not valid"], &["无效的响应"]);
    assert_never_mentions(502, &["unavailable", "暂时", "不可用"]);
    assert_mentions(503, &["overloaded", "maintenance"], &["过载", "维护"]);
    assert_never_mentions(503, &["timeout", "超时"]);
    assert_mentions(504, &["too long"], &["没有及时"]);
    assert_never_mentions(504, &["overload", "过载"]);
}

#[test]
fn w078_w079_no_text_is_filler() {
    for (code, text) in texts() {
        for filler in ["aaa", "??", "TODO", "…", "lorem"] {
            assert!(!text.contains(filler), "{code}: {text}");
        }
    }
}

#[test]
fn w080_w083_location_is_a_should_on_301_302_307_and_308() {
    for code in [301, 302, 307, 308] {
        assert_eq!(requirement_of(code, "Location"), (Level::Should, When::Always), "{code}");
        assert_mentions(code, &["Location should name"], &["应由 Location 给出"]);
        assert_never_mentions(code, &["必须", "must carry"]);
    }
}
