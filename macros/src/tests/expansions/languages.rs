#[http(languages("en", "zh"), type_base = "https://api.example.com/problems")]
enum Languages {
    #[error("balance {balance} is below {price}")]
    #[http(422, title(en = "Not enough credit", zh = "余额不足"), detail(zh = "余额 {balance} 低于 {price}"))]
    RunTime { #[http(extension)] balance: i64, price: i64 },
    #[error("no such account")]
    #[http(404, title(zh = "账户不存在"), detail(zh = "没有该账户"))]
    Constant,
    #[error("only one")]
    #[http(409, title(zh = "冲突"), detail = one(), detail(zh = "冲突"), header("x-title" = title))]
    OneAtRunTime,
    #[error("masked")]
    #[http(500)]
    Masked,
}
