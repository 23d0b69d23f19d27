#[http(codes(rename_all = "SCREAMING_SNAKE_CASE"))]
#[http(body = { "error": { "code": code, "message": detail, "param"?: param, "id"?: request_id }, "help": [1, "b"] })]
enum ApiError {
    #[http(400)]
    Invalid { param: Option<String> },
    #[http(401, header(WWW_AUTHENTICATE = "Bearer"), detail = "sign in first")]
    #[http(body = { "error": code, "at": (now()), ..facts })]
    SignIn { facts: Facts },
}
