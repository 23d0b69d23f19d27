enum StoreError {
    #[http(match _0 {
        sqlx::Error::RowNotFound => 404,
        sqlx::Error::PoolTimedOut => (503, retry_after = 5),
        e if is_duplicate(e) => (409, code = "duplicate", header("x-error" = e)),
        #[cfg(feature = "io")]
        sqlx::Error::Io(_) => 503,
        _ => 500,
    })]
    Database(#[from] sqlx::Error),
    #[http(409)]
    Conflict,
}
