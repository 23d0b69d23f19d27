#[allow(dead_code)]
#[http(allow(missing_www_authenticate))]
enum ApiError {
    #[http(305, allow(redirect))]
    UseProxy,
    #[http(401)]
    SignIn,
    #[allow(deprecated)]
    #[http(405)]
    Method,
}
