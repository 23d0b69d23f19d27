//! Which changes of a declaration break clients.

use httperr::contract::{self, compare};
use httperr::HttpError;

/// Two versions of a declaration, with the types of the case.
macro_rules! versions {
    ($old:item $new:item) => {{
        mod old {
            use httperr::HttpError;
            #[derive(Debug, thiserror::Error, HttpError)]
            $old
        }
        mod new {
            use httperr::HttpError;
            #[derive(Debug, thiserror::Error, HttpError)]
            $new
        }
        compare(&old::E::catalog().to_json(), &new::E::catalog().to_json()).unwrap()
    }};
}

/// Returns the lines without the indentation.
fn lines(differences: &contract::Differences) -> Vec<String> {
    differences.iter().map(ToString::to_string).collect()
}

#[test]
fn nothing_is_different_from_itself() {
    let differences = versions!(
        #[error("a")]
        #[http(404, extension(b = 1))]
        pub struct E;

        #[error("a")]
        #[http(404, extension(b = 1))]
        pub struct E;
    );
    assert!(differences.is_empty() && !differences.has_breaking(), "{differences}");
}

#[test]
fn a_changed_status_is_breaking_and_reported_once() {
    let differences = versions!(
        #[error("a")]
        #[http(404)]
        pub struct E;

        #[error("a")]
        #[http(410, title = "Not Found")]
        pub struct E;
    );
    assert_eq!(lines(&differences), ["breaking    E (e): the status was 404, is 410"]);
}

#[test]
fn a_renamed_variant_is_breaking_where_its_code_is_renamed() {
    let differences = versions!(
        #[http(type_base = "https://a.example")]
        #[allow(dead_code)]
        pub enum E {
            #[error("a")]
            #[http(404, title = "A")]
            NoOrder,
        }

        #[http(type_base = "https://a.example")]
        #[allow(dead_code)]
        pub enum E {
            #[error("a")]
            #[http(404, title = "A")]
            MissingOrder,
        }
    );
    assert_eq!(
        lines(&differences),
        [
            "breaking    NoOrder (no-order): was removed",
            "compatible  MissingOrder (missing-order): was added, with the status 404",
        ]
    );
    let differences = versions!(
        #[allow(dead_code)]
        pub enum E {
            #[error("a")]
            #[http(404, code = "no-order")]
            NoOrder,
        }

        #[allow(dead_code)]
        pub enum E {
            #[error("a")]
            #[http(404, code = "no-order")]
            MissingOrder,
        }
    );
    assert_eq!(
        lines(&differences),
        ["compatible  MissingOrder (no-order): the name was \"NoOrder\", is \"MissingOrder\""]
    );
}

#[test]
fn a_removed_member_and_a_member_of_another_type_are_breaking() {
    let differences = versions!(
        #[error("a")]
        #[http(404, extension(kept = 1), extension(removed = 1), extension(n = a), extension(w = w))]
        pub struct E {
            a: u8,
            w: u8,
        }

        #[error("a")]
        #[http(404, extension(kept = 1), extension(n = a), extension(w = w), extension(added = "x"))]
        pub struct E {
            a: String,
            w: u64,
        }
    );
    assert_eq!(
        lines(&differences),
        [
            "breaking    E (e): the member `n` was integer (u8), is string",
            "breaking    E (e): the member `removed` is no longer sent",
            "compatible  E (e): the member `w` was integer (u8), is integer (u64)",
            "compatible  E (e): the member `added` is new: \"x\"",
        ]
    );
}

#[test]
fn a_member_that_may_be_absent_now_is_breaking() {
    let differences = versions!(
        #[error("a")]
        #[http(404)]
        pub struct E {
            #[http(extension)]
            a: u8,
        }

        #[error("a")]
        #[http(404)]
        pub struct E {
            #[http(extension)]
            a: Option<u8>,
        }
    );
    assert_eq!(lines(&differences), ["breaking    E (e): the member `a` is no longer always sent"]);
}

#[test]
fn headers_and_formats_are_part_of_the_contract() {
    let differences = versions!(
        #[error("a")]
        #[http(503, retry_after = 5, header("x-a" = "1"), code = "busy")]
        pub struct E;

        #[error("a")]
        #[http(503, header("x-a" = "2"), header("x-b" = "1"), code = "busy", body = text)]
        pub struct E;
    );
    assert_eq!(
        lines(&differences),
        [
            "breaking    E (busy): the media type was \"application/problem+json\", is \"text/plain; charset=utf-8\"",
            "breaking    E (busy): the header `retry-after` is no longer sent",
            "breaking    E (busy): the member `code` is no longer sent",
            "breaking    E (busy): the member `instance` is no longer sent",
            "breaking    E (busy): the member `request_id` is no longer sent",
            "breaking    E (busy): the member `status` is no longer sent",
            "breaking    E (busy): the member `title` is no longer sent",
            "compatible  E (busy): the header `x-a` was \"1\", is \"2\"",
            "compatible  E (busy): the header `x-b` is new: \"1\"",
            "compatible  E (busy): the member `` is new: string",
        ]
    );
}

#[test]
fn what_clients_do_not_see_is_compatible() {
    let differences = versions!(
        #[allow(dead_code)]
        pub enum E {
            /// The first.
            #[error("a")]
            #[http(500, tag(team = "a"))]
            Masked,
            #[error("b")]
            #[http(404, log = warn)]
            Kept,
            #[error("c")]
            #[http(same_as = Kept)]
            Hidden,
        }

        #[allow(dead_code)]
        pub enum E {
            /// The second.
            #[error("a")]
            #[http(500, tag(team = "b"))]
            Masked,
            #[error("b")]
            #[http(404)]
            Kept,
            #[error("d")]
            #[http(500)]
            Added,
        }
    );
    assert!(!differences.has_breaking(), "{differences}");
    assert_eq!(differences.len(), 5, "{differences}");
}

#[test]
fn a_name_that_becomes_private_is_breaking() {
    let differences = versions!(
        #[http(type_base = "https://a.example")]
        #[allow(dead_code)]
        pub enum E {
            #[error("a")]
            #[http(500, code = "database")]
            Database,
        }

        #[http(type_base = "https://a.example")]
        #[allow(dead_code)]
        pub enum E {
            #[error("a")]
            #[http(500)]
            Database,
        }
    );
    let first =
        "breaking    Database (database): its name is private now: it has no code and no type";
    assert_eq!(lines(&differences)[0], first);
}

#[test]
fn a_case_that_hides_behind_another_is_breaking() {
    let differences = versions!(
        #[allow(dead_code)]
        pub enum E {
            #[error("a")]
            #[http(404)]
            Kept,
            #[error("b")]
            #[http(403)]
            Hidden,
        }

        #[allow(dead_code)]
        pub enum E {
            #[error("a")]
            #[http(404)]
            Kept,
            #[error("b")]
            #[http(same_as = Kept)]
            Hidden,
        }
    );
    let hidden = "breaking    Hidden (hidden): it is sent as another case now";
    assert!(lines(&differences).iter().any(|line| line == hidden), "{differences}");
}

#[test]
fn a_private_case_may_be_renamed_or_removed_but_not_change_what_it_sends() {
    let differences = versions!(
        #[allow(dead_code)]
        pub enum E {
            #[error("a")]
            #[http(500)]
            Removed,
            #[error("b")]
            #[http(503, retry_after = 5)]
            Busy,
        }

        #[allow(dead_code)]
        pub enum E {
            #[error("b")]
            #[http(503)]
            Busy,
        }
    );
    assert_eq!(
        lines(&differences),
        [
            "breaking    Busy (busy): the header `retry-after` is no longer sent",
            "compatible  Removed (removed): was removed",
        ]
    );
}

#[test]
fn two_cases_with_one_type_are_reported_when_they_are_new() {
    let differences = versions!(
        #[allow(dead_code)]
        pub enum E {
            #[error("a")]
            #[http(404, type = "https://a.example/a")]
            A,
        }

        #[allow(dead_code)]
        pub enum E {
            #[error("a")]
            #[http(404, type = "https://a.example/a")]
            A,
            #[error("b")]
            #[http(409, type = "https://a.example/a")]
            B,
        }
    );
    assert_eq!(
        lines(&differences),
        [
            "breaking    B (b): has the same type as A (a): \"https://a.example/a\"",
            "compatible  B (b): was added, with the status 409",
        ]
    );
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error("gone")]
#[http(410)]
struct Gone;

#[test]
fn a_file_is_compared_and_the_failure_lists_the_differences() {
    let path = std::env::temp_dir().join(format!("httperr-contract-{}.json", std::process::id()));
    std::fs::write(&path, Gone::catalog().to_json().replace("410", "404")).unwrap();
    let panic = std::panic::catch_unwind(|| contract::assert_unchanged::<Gone>(&path));
    let text = *panic.unwrap_err().downcast::<String>().unwrap();
    assert!(text.contains("  breaking    Gone (gone): the status was 404, is 410\n"), "{text}");
    assert!(
        text.ends_with("run the test with HTTPERR_UPDATE=1 to write the file, and review its diff")
    );

    std::fs::write(&path, Gone::catalog().to_json()).unwrap();
    contract::assert_unchanged::<Gone>(&path);

    std::fs::write(&path, "{}").unwrap();
    let panic = std::panic::catch_unwind(|| contract::assert_unchanged::<Gone>(&path));
    let text = *panic.unwrap_err().downcast::<String>().unwrap();
    assert!(
        text.contains("is not a catalog: expected an object with the member `httperr`"),
        "{text}"
    );
    std::fs::remove_file(&path).unwrap();

    let panic = std::panic::catch_unwind(|| contract::assert_unchanged::<Gone>(&path));
    assert!(panic.unwrap_err().downcast::<String>().unwrap().contains("cannot open the errors in"));
}

#[test]
fn a_file_of_a_later_version_is_an_error() {
    let later = Gone::catalog().to_json().replace("\"httperr\": 1", "\"httperr\": 2");
    let error = compare(&later, &Gone::catalog().to_json()).unwrap_err();
    assert_eq!(error.to_string(), "its version is 2, and this version of httperr reads up to 1");
    for text in ["", "[]", "{\"httperr\": 1}", "{\"httperr\": 1, \"cases\": [{}]}"] {
        assert!(compare(text, text).is_err(), "{text}");
    }
}

#[test]
fn the_example_for_ci_fails_if_a_change_is_breaking() {
    let directory = std::env::temp_dir().join(format!("httperr-ci-{}", std::process::id()));
    std::fs::create_dir_all(&directory).unwrap();
    let write = |name: &str, text: &str| {
        let path = directory.join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let old = write("old.json", &Gone::catalog().to_json());
    let new = write("new.json", &Gone::catalog().to_json().replace("410", "404"));
    let run = |files: &[&String]| {
        httperr_examples::contract::run(
            &files.iter().map(|file| (*file).clone()).collect::<Vec<_>>(),
        )
    };
    assert_eq!(run(&[&old, &new]), 1);
    assert_eq!(run(&[&old, &old]), 0);
    assert_eq!(run(&[&old]), 2);
    assert_eq!(run(&[&old, &"absent.json".to_owned()]), 2);
    std::fs::remove_dir_all(directory).unwrap();
}
