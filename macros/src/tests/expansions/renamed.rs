#[http(crate = crate::web::errors, without(axum))]
enum ApiError {
    #[http(404, header(crate::X_REASON = reason.as_deref()))]
    NotFound { reason: Option<String> },
    #[http(500)]
    httperr,
}
