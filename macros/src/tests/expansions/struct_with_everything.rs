/// The account does not have the credit for an order.
#[http(422, type_base = "https://api.example.com/problems", code = "out-of-credit")]
#[http(title = "Not enough credit", detail = "{price} is above {balance}", log = warn)]
#[http(header("x-balance" = balance, CACHE_CONTROL = "no-store"), retry_after = wait)]
struct OutOfCredit {
    #[http(extension)]
    balance: i64,
    #[http(extension = "cost")]
    price: i64,
    wait: Duration,
}
