//! The table of cases that rustdoc shows on the page of a type.

use std::fs;
use std::path::Path;
use std::process::Command;

/// Documents `case_table/lib.rs` and returns the folder of its pages. Any warning of rustdoc is an error.
fn document() -> std::path::PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("case-table");
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    fs::create_dir_all(folder.join("src")).unwrap();
    fs::copy(workspace.join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let runtime = workspace.join("runtime");
    let manifest = format!(
        "[package]\nname = \"case-table\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\
         [dependencies]\nhttperr = {{ path = {runtime:?} }}\nthiserror = \"2\"\n[workspace]\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    fs::write(folder.join("src/lib.rs"), include_str!("case_table/lib.rs")).unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["doc", "--quiet", "--offline", "--no-deps"])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env("RUSTDOCFLAGS", "-D warnings")
        .env_remove("RUSTFLAGS")
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    folder.join("target/doc/case_table")
}

/// Returns the rows of the first table of a page, each cell as HTML.
fn rows(page: &str) -> Vec<Vec<String>> {
    let Some((_, table)) = page.split_once("<tbody>") else { return Vec::new() };
    let (table, _) = table.split_once("</tbody>").unwrap();
    let rows = table.split("<tr>").skip(1);
    rows.map(|row| {
        let cells = row.split("<td>").skip(1);
        cells.map(|cell| cell.split_once("</td>").unwrap().0.to_owned()).collect()
    })
    .collect()
}

#[test]
fn rustdoc_shows_the_cases_of_a_type() {
    let pages = document();
    let page = |name: &str| fs::read_to_string(pages.join(name)).unwrap();

    let api = page("enum.ApiError.html");
    assert!(api.contains("<th>case</th><th>status</th><th>code</th><th>title</th><th>when</th>"));
    let stock = "the cases of <a href=\"struct.StockError.html\" \
                 title=\"struct case_table::StockError\"><code>StockError</code></a>";
    let expected: &[[&str; 5]] = &[
        [
            "<code>NoAccount</code>",
            "404",
            "<code>NO_ACCOUNT_*1*</code>",
            "No account",
            "No account has `this` number | or *it* was &lt;b&gt;closed&lt;/b&gt; on line 2. \
             \\ &amp;lt; $x$ ~~y~~",
        ],
        [
            "<code>Credit</code>",
            "422",
            "<code>credit</code>",
            "&lt;i&gt;Not&lt;/i&gt; | enough",
            "see https://example.com/a_b, not [{id}](`{id}`) | \
             &lt;script&gt;alert(1)&lt;/script&gt;",
        ],
        [
            "<code>MaskedCanary</code>",
            "500",
            "<code>masked-canary</code>",
            "Internal Server Error",
            "",
        ],
        [
            "<code>Billing</code>",
            "from the value",
            "<code>billing</code>",
            "Billing",
            "billing is not available",
        ],
        ["<code>Another</code>", "500", "<code>masked-canary</code>", "Internal Server Error", ""],
        [
            "<code>FileNotFound</code>",
            "404",
            "<code>file-not-found</code>",
            "File not found",
            "file",
        ],
        [
            "<code>Late</code>",
            "504",
            "<code>late</code>",
            "Gateway Timeout",
            "(not if <code>not(all(not(all())))</code>)",
        ],
        ["<code>File</code>", "500", "<code>file</code>", "Internal Server Error", ""],
        ["<code>Stock</code>", "", "", "", stock],
        ["<code>Boxed</code>", "", "", "", "the cases of <code>Box&lt;StockError&gt;</code>"],
    ];
    let rows_of_api = rows(&api);
    for (row, expected) in rows_of_api.iter().zip(expected) {
        assert_eq!(row, expected);
    }
    assert_eq!(rows_of_api.len(), expected.len());

    let stock = rows(&page("struct.StockError.html"));
    assert_eq!(
        stock,
        [[
            "<code>StockError</code>",
            "409",
            "<code>stock-error</code>",
            "Conflict",
            "An inner error."
        ]]
    );
    let private = rows(&page("struct.Private.html"));
    assert_eq!(private[0][4], "the cases of [<code>PrivateError</code>]");
    let generic = rows(&page("enum.Generic.html"));
    assert_eq!(generic[0][4], "the cases of <code>T</code>");
    assert!(rows(&page("enum.Never.html")).is_empty());
}
