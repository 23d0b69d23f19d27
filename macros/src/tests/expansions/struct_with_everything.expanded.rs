#[automatically_derived]
#[cfg_attr(
    doc,
    doc = ::httperr::__private0::case_table!(
        b"\x01\0\xA6\x01C\0\n\0\0\0\x01\x12\x08no-store\x86\x01l{\"type\":\"https://api.example.com/problems/out-of-credit\",\"title\":\"Not enough credit\",\"status\":422,\"detail\":\"\x03\x01\"\x08\t\"balance\"\0\x08\x06\"cost\"\x01}\x0BOutOfCredit\rout-of-credit\x11Not enough credit.https://api.example.com/problems/out-of-credit\x1A{price} is above {balance}2The account does not have the credit for an order.\x08\0\x02\tx-balance\x03i64\x0Bretry-after\t*Duration\x02\x03i64\0\x03i64\0\0"
    )
)]
#[allow(
    deprecated,
    unreachable_code,
    unused_qualifications,
    unreachable_patterns,
    unused_parens,
    unused_variables
)]
impl ::httperr::HttpError for OutOfCredit {
    #[inline]
    fn case<'__parts>(&'__parts self) -> ::httperr::Case {
        ::httperr::__private0::case(
            b"\x01\0\xA6\x01C\0\n\0\0\0\x01\x12\x08no-store\x86\x01l{\"type\":\"https://api.example.com/problems/out-of-credit\",\"title\":\"Not enough credit\",\"status\":422,\"detail\":\"\x03\x01\"\x08\t\"balance\"\0\x08\x06\"cost\"\x01}\x0BOutOfCredit\rout-of-credit\x11Not enough credit.https://api.example.com/problems/out-of-credit\x1A{price} is above {balance}2The account does not have the credit for an order.\x08\0\x02\tx-balance\x03i64\x0Bretry-after\t*Duration\x02\x03i64\0\x03i64\0\0",
            match self {
                OutOfCredit { .. } => 27656192,
            },
            ::httperr::__private0::concat!(
                ::httperr::__private0::module_path!(), "::OutOfCredit"
            ),
        )
    }
    fn write_parts<'__parts>(
        &'__parts self,
        sink: &mut ::httperr::ResponseParts<'__parts>,
    ) {
        match self {
            OutOfCredit { balance, price, wait, .. } => {
                if ::httperr::ResponseParts::detail(
                    sink,
                    ::httperr::__private0::format_args!("{price} is above {balance}"),
                ) {
                    let _ = price;
                    let _ = balance;
                    return;
                }
                ::httperr::ResponseParts::value(sink, balance);
                ::httperr::ResponseParts::value(sink, price);
                {
                    use ::httperr::__private0::header_value::{
                        ByDisplay as _, ByOption as _, ByValue as _, Unsupported as _,
                    };
                    ::httperr::__private0::header_value::Probe(balance)
                        .__httperr_write(
                            sink,
                            &::httperr::__private0::header_value::Literal("x-balance"),
                        );
                }
                ::httperr::ResponseParts::retry_after(sink, wait);
            }
            _ => {}
        }
    }
    #[inline]
    fn catalog() -> ::httperr::Catalog {
        ::httperr::__private0::catalog(
            b"\x01\0\xA6\x01C\0\n\0\0\0\x01\x12\x08no-store\x86\x01l{\"type\":\"https://api.example.com/problems/out-of-credit\",\"title\":\"Not enough credit\",\"status\":422,\"detail\":\"\x03\x01\"\x08\t\"balance\"\0\x08\x06\"cost\"\x01}\x0BOutOfCredit\rout-of-credit\x11Not enough credit.https://api.example.com/problems/out-of-credit\x1A{price} is above {balance}2The account does not have the credit for an order.\x08\0\x02\tx-balance\x03i64\x0Bretry-after\t*Duration\x02\x03i64\0\x03i64\0\0",
        )
    }
}
::httperr::__adapt! {
    [] [] [OutOfCredit] [where] erased[] []
}
