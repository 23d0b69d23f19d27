//! The output of the example `status`.

use std::process::Command;

use httperr_registry::CODES;
use status::run;

#[allow(dead_code)]
#[path = "../examples/status.rs"]
mod status;

#[track_caller]
fn facts(arguments: &[&str]) -> String {
    run(arguments.iter().map(|argument| (*argument).to_owned())).unwrap()
}

#[track_caller]
fn error(arguments: &[&str]) -> String {
    run(arguments.iter().map(|argument| (*argument).to_owned())).unwrap_err()
}

#[test]
fn a_code_is_described_in_english() {
    let expected = "\
407 Proxy Authentication Required
name           PROXY_AUTHENTICATION_REQUIRED
defined by     RFC 9110, section 15.5.8
since          HTTP/1.1
standing       standard: registered with IANA; Internet Standard (STD 97)
meaning        A proxy on the way asks the client to authenticate itself first. It must send
               Proxy-Authenticate with a challenge.
retry          perhaps, with valid credentials for the proxy
content        allowed
caching        with explicit freshness only
fields         must carry Proxy-Authenticate (RFC 9110, section 15.5.8)
gRPC           FAILED_PRECONDITION (9)
";
    assert_eq!(facts(&["407"]), expected);
}

#[test]
fn a_code_is_described_in_chinese() {
    let expected = "\
305 使用代理（Use Proxy）
名称：USE_PROXY
定义：RFC 9110 第 15.4.6 节
版本：HTTP/1.1 起
地位：已弃用
宜改用：307 临时重定向、403 禁止访问
含义：已弃用：曾用来要求经代理重发请求，而由响应指定代理并不安全。不应发送，也不应遵从。
重试：不宜，该状态码已弃用，不应遵从
内容：允许
缓存：须有明确的有效期
gRPC：UNKNOWN（2）
";
    assert_eq!(facts(&["--zh", "305"]), expected);
    assert_eq!(facts(&["305", "--zh"]), expected);
}

#[test]
fn every_code_is_described_in_both_languages() {
    for row in CODES {
        let code = row.code.to_string();
        let english = facts(&[&code]);
        assert!(english.is_ascii() && english.starts_with(&format!("{code} {}\n", row.phrase)));
        for line in english.lines() {
            assert!(line.len() <= 95 && line.trim_end() == line, "{line}");
            assert!(line == english.lines().next().unwrap() || line.len() > 15, "{line}");
        }
        let chinese = facts(&["--zh", &code]);
        assert!(chinese.starts_with(&format!("{code} {}（", row.phrase_zh())));
        assert!(chinese.contains(row.meaning_zh));
        assert_eq!(chinese.contains("宜改用"), row.replacement.is_some(), "{code}");
        for line in chinese.lines().skip(1) {
            let (label, text) = line.split_once('：').unwrap_or_else(|| panic!("{line}"));
            assert!(!label.is_empty() && !text.is_empty() && text.trim() == text, "{line}");
        }
    }
}

#[test]
fn a_name_selects_its_code() {
    for name in ["CONTENT_TOO_LARGE", "PAYLOAD_TOO_LARGE", "content-too-large", "Payload too large"]
    {
        assert_eq!(facts(&[name]), facts(&["413"]), "{name}");
    }
    assert_eq!(facts(&["I'm a teapot"]), facts(&["418"]));
}

#[test]
fn an_unknown_name_gets_a_suggestion_only_if_one_is_near() {
    assert_eq!(error(&["not-foud"]), "unknown name `not-foud`: did you mean `NOT_FOUND` (404)?");
    assert_eq!(
        error(&["PAYLOAD_TO_LARGE"]),
        "unknown name `PAYLOAD_TO_LARGE`: did you mean `PAYLOAD_TOO_LARGE` (413)?"
    );
    for far in ["elephant", "未找到", &"x".repeat(10_000)] {
        let message = error(&[far]);
        assert!(message.contains("expected a status code or its name"), "{message}");
    }
}

#[test]
fn an_unknown_number_gets_the_code_as_which_it_is_treated_or_the_range() {
    assert_eq!(
        error(&["471"]),
        "471 is neither registered with IANA nor known to be in use: a client treats it as 400 Bad \
         Request (RFC 9110, section 15)"
    );
    for number in ["0", "99", "700", "65536", "99999999999999999999"] {
        assert_eq!(
            error(&[number]),
            format!("expected a number from 100 to 599, found {number} (RFC 9110, section 15)")
        );
    }
}

#[test]
fn other_arguments_are_errors_that_give_the_usage() {
    for arguments in [&[][..], &[""], &["--zh"], &["--de", "404"], &["-1"], &["404", "405"]] {
        let message = error(arguments);
        assert!(message.contains("status [--zh] 404"), "{arguments:?}: {message}");
    }
}

/// The example that `cargo test` builds along with the tests. With `--test` it does not.
fn program() -> Command {
    let tests = std::env::current_exe().unwrap();
    let examples = tests.ancestors().nth(2).unwrap().join("examples");
    let path = examples.join(format!("status{}", std::env::consts::EXE_SUFFIX));
    if path.exists() {
        return Command::new(path);
    }
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["run", "--quiet", "--example", "status", "--"]);
    cargo.current_dir(env!("CARGO_MANIFEST_DIR"));
    cargo
}

#[test]
fn the_program_exits_with_2_after_an_error() {
    let status = |argument: &str| program().arg(argument).output().unwrap();

    let output = status("404");
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(String::from_utf8(output.stdout).unwrap(), facts(&["404"]));

    let output = status("NOT_FOND");
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(output.stdout.is_empty());
    let message = String::from_utf8(output.stderr).unwrap();
    let expected = "error: unknown name `NOT_FOND`: did you mean `NOT_FOUND` (404)?\n";
    assert!(message.ends_with(expected), "{message}");
}
