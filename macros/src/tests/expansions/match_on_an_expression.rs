#[http(match self.kind() {
    Kind::Missing(name) => (404, detail = "no {name}"),
    Kind::Inner(error) => (transparent = error),
    _ => 500,
})]
struct StoreError {
    kind: Kind,
}
