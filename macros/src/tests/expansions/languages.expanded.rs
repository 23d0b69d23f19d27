#[automatically_derived]
#[cfg_attr(
    doc,
    doc = ::httperr::__private0::case_table!(
        b"\x04\x80\xA6\x01\0\0I\0\0\0\x94\x01\x88\t&\x02\0\0\x99\x01@\0\xC6\x03\0\0\xF4\x01\x08\x08\x7F\x05\0\0\x02\x02en\x02zh\xA6\x01@\0>\x01\0\0\x94\x01\x88\x08\xEF\x02\0\0\x99\x01\x80\x08\xA7\x04\0\0\xF4\x01\x08\x08\xC3\x05\0\0\0xg{\"type\":\"https://api.example.com/problems/run-time\",\"title\":\"Not enough credit\",\"status\":422,\"detail\":\"\x03\x01\"\x08\t\"balance\"\x01}\x07RunTime\x08run-time\x11Not enough credit)https://api.example.com/problems/run-time\"balance {balance} is below {price}\0\x08\0\0\x01\x03i64\0\0\0sb{\"type\":\"https://api.example.com/problems/run-time\",\"title\":\"\xE4\xBD\x99\xE9\xA2\x9D\xE4\xB8\x8D\xE8\xB6\xB3\",\"status\":422,\"detail\":\"\x03\x01\"\x08\t\"balance\"\x01}\x07RunTime\x08run-time\x0C\xE4\xBD\x99\xE9\xA2\x9D\xE4\xB8\x8D\xE8\xB6\xB3)https://api.example.com/problems/run-time\x1F\xE4\xBD\x99\xE9\xA2\x9D {balance} \xE4\xBD\x8E\xE4\xBA\x8E {price}\0\x08\0\0\x01\x03i64\0\0\0o{\"type\":\"https://api.example.com/problems/constant\",\"title\":\"Constant\",\"status\":404,\"detail\":\"no such account\"}\x08Constant\x08constant\x08Constant)https://api.example.com/problems/constant\x0Fno such account\0\0\0\0v{\"type\":\"https://api.example.com/problems/constant\",\"title\":\"\xE8\xB4\xA6\xE6\x88\xB7\xE4\xB8\x8D\xE5\xAD\x98\xE5\x9C\xA8\",\"status\":404,\"detail\":\"\xE6\xB2\xA1\xE6\x9C\x89\xE8\xAF\xA5\xE8\xB4\xA6\xE6\x88\xB7\"}\x08Constant\x08constant\x0F\xE8\xB4\xA6\xE6\x88\xB7\xE4\xB8\x8D\xE5\xAD\x98\xE5\x9C\xA8)https://api.example.com/problems/constant\x0F\xE6\xB2\xA1\xE6\x9C\x89\xE8\xAF\xA5\xE8\xB4\xA6\xE6\x88\xB7\0\0\0\0ql{\"type\":\"https://api.example.com/problems/one-at-run-time\",\"title\":\"One at run time\",\"status\":409,\"detail\":\"\x03\x02\"}\x0COneAtRunTime\x0Fone-at-run-time\x0FOne at run time0https://api.example.com/problems/one-at-run-time\0\0\x08\0\x01\x07x-title\0\0\0\0k{\"type\":\"https://api.example.com/problems/one-at-run-time\",\"title\":\"\xE5\x86\xB2\xE7\xAA\x81\",\"status\":409,\"detail\":\"\xE5\x86\xB2\xE7\xAA\x81\"}\x0COneAtRunTime\x0Fone-at-run-time\x06\xE5\x86\xB2\xE7\xAA\x810https://api.example.com/problems/one-at-run-time\x06\xE5\x86\xB2\xE7\xAA\x81\0\x08\0\x01\x07x-title\0\0\0\0.{\"title\":\"Internal Server Error\",\"status\":500}\x06Masked\x06masked\0\0\0\0\x02\0\0.{\"title\":\"\xE6\x9C\x8D\xE5\x8A\xA1\xE5\x99\xA8\xE5\x86\x85\xE9\x83\xA8\xE9\x94\x99\xE8\xAF\xAF\",\"status\":500}\x06Masked\x06masked\x15\xE6\x9C\x8D\xE5\x8A\xA1\xE5\x99\xA8\xE5\x86\x85\xE9\x83\xA8\xE9\x94\x99\xE8\xAF\xAF\0\0\0\x02\0"
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
impl ::httperr::HttpError for Languages {
    #[inline]
    fn case<'__parts>(&'__parts self) -> ::httperr::Case {
        ::httperr::__private0::case(
            b"\x04\x80\xA6\x01\0\0I\0\0\0\x94\x01\x88\t&\x02\0\0\x99\x01@\0\xC6\x03\0\0\xF4\x01\x08\x08\x7F\x05\0\0\x02\x02en\x02zh\xA6\x01@\0>\x01\0\0\x94\x01\x88\x08\xEF\x02\0\0\x99\x01\x80\x08\xA7\x04\0\0\xF4\x01\x08\x08\xC3\x05\0\0\0xg{\"type\":\"https://api.example.com/problems/run-time\",\"title\":\"Not enough credit\",\"status\":422,\"detail\":\"\x03\x01\"\x08\t\"balance\"\x01}\x07RunTime\x08run-time\x11Not enough credit)https://api.example.com/problems/run-time\"balance {balance} is below {price}\0\x08\0\0\x01\x03i64\0\0\0sb{\"type\":\"https://api.example.com/problems/run-time\",\"title\":\"\xE4\xBD\x99\xE9\xA2\x9D\xE4\xB8\x8D\xE8\xB6\xB3\",\"status\":422,\"detail\":\"\x03\x01\"\x08\t\"balance\"\x01}\x07RunTime\x08run-time\x0C\xE4\xBD\x99\xE9\xA2\x9D\xE4\xB8\x8D\xE8\xB6\xB3)https://api.example.com/problems/run-time\x1F\xE4\xBD\x99\xE9\xA2\x9D {balance} \xE4\xBD\x8E\xE4\xBA\x8E {price}\0\x08\0\0\x01\x03i64\0\0\0o{\"type\":\"https://api.example.com/problems/constant\",\"title\":\"Constant\",\"status\":404,\"detail\":\"no such account\"}\x08Constant\x08constant\x08Constant)https://api.example.com/problems/constant\x0Fno such account\0\0\0\0v{\"type\":\"https://api.example.com/problems/constant\",\"title\":\"\xE8\xB4\xA6\xE6\x88\xB7\xE4\xB8\x8D\xE5\xAD\x98\xE5\x9C\xA8\",\"status\":404,\"detail\":\"\xE6\xB2\xA1\xE6\x9C\x89\xE8\xAF\xA5\xE8\xB4\xA6\xE6\x88\xB7\"}\x08Constant\x08constant\x0F\xE8\xB4\xA6\xE6\x88\xB7\xE4\xB8\x8D\xE5\xAD\x98\xE5\x9C\xA8)https://api.example.com/problems/constant\x0F\xE6\xB2\xA1\xE6\x9C\x89\xE8\xAF\xA5\xE8\xB4\xA6\xE6\x88\xB7\0\0\0\0ql{\"type\":\"https://api.example.com/problems/one-at-run-time\",\"title\":\"One at run time\",\"status\":409,\"detail\":\"\x03\x02\"}\x0COneAtRunTime\x0Fone-at-run-time\x0FOne at run time0https://api.example.com/problems/one-at-run-time\0\0\x08\0\x01\x07x-title\0\0\0\0k{\"type\":\"https://api.example.com/problems/one-at-run-time\",\"title\":\"\xE5\x86\xB2\xE7\xAA\x81\",\"status\":409,\"detail\":\"\xE5\x86\xB2\xE7\xAA\x81\"}\x0COneAtRunTime\x0Fone-at-run-time\x06\xE5\x86\xB2\xE7\xAA\x810https://api.example.com/problems/one-at-run-time\x06\xE5\x86\xB2\xE7\xAA\x81\0\x08\0\x01\x07x-title\0\0\0\0.{\"title\":\"Internal Server Error\",\"status\":500}\x06Masked\x06masked\0\0\0\0\x02\0\0.{\"title\":\"\xE6\x9C\x8D\xE5\x8A\xA1\xE5\x99\xA8\xE5\x86\x85\xE9\x83\xA8\xE9\x94\x99\xE8\xAF\xAF\",\"status\":500}\x06Masked\x06masked\x15\xE6\x9C\x8D\xE5\x8A\xA1\xE5\x99\xA8\xE5\x86\x85\xE9\x83\xA8\xE9\x94\x99\xE8\xAF\xAF\0\0\0\x02\0",
            match self {
                Languages::RunTime { .. } => 27656192,
                Languages::Constant { .. } => 26476545,
                Languages::OneAtRunTime { .. } => 26804226,
                Languages::Masked { .. } => 32768003,
            },
            ::httperr::__private0::concat!(
                ::httperr::__private0::module_path!(), "::Languages"
            ),
        )
    }
    fn write_parts<'__parts>(
        &'__parts self,
        sink: &mut ::httperr::ResponseParts<'__parts>,
    ) {
        match self {
            Languages::RunTime { balance, price, .. } => {
                match ::httperr::ResponseParts::language(sink) {
                    1 => {
                        if ::httperr::ResponseParts::detail(
                            sink,
                            ::httperr::__private0::format_args!(
                                "余额 {balance} 低于 {price}"
                            ),
                        ) {
                            let _ = balance;
                            let _ = price;
                            return;
                        }
                    }
                    _ => {}
                }
                ::httperr::ResponseParts::value(sink, balance);
            }
            Languages::OneAtRunTime { .. } => {
                match ::httperr::ResponseParts::language(sink) {
                    1 => {}
                    _ => {
                        if ::httperr::ResponseParts::detail(
                            sink,
                            ::httperr::__private0::format_args!("{}", one()),
                        ) {
                            return;
                        }
                    }
                }
                {
                    use ::httperr::__private0::header_value::{
                        ByDisplay as _, ByOption as _, ByValue as _, Unsupported as _,
                    };
                    ::httperr::__private0::header_value::Probe(
                            &::httperr::ResponseParts::title(sink),
                        )
                        .__httperr_write(
                            sink,
                            &::httperr::__private0::header_value::Literal("x-title"),
                        );
                }
            }
            _ => {}
        }
    }
    #[inline]
    fn catalog() -> ::httperr::Catalog {
        ::httperr::__private0::catalog(
            b"\x04\x80\xA6\x01\0\0I\0\0\0\x94\x01\x88\t&\x02\0\0\x99\x01@\0\xC6\x03\0\0\xF4\x01\x08\x08\x7F\x05\0\0\x02\x02en\x02zh\xA6\x01@\0>\x01\0\0\x94\x01\x88\x08\xEF\x02\0\0\x99\x01\x80\x08\xA7\x04\0\0\xF4\x01\x08\x08\xC3\x05\0\0\0xg{\"type\":\"https://api.example.com/problems/run-time\",\"title\":\"Not enough credit\",\"status\":422,\"detail\":\"\x03\x01\"\x08\t\"balance\"\x01}\x07RunTime\x08run-time\x11Not enough credit)https://api.example.com/problems/run-time\"balance {balance} is below {price}\0\x08\0\0\x01\x03i64\0\0\0sb{\"type\":\"https://api.example.com/problems/run-time\",\"title\":\"\xE4\xBD\x99\xE9\xA2\x9D\xE4\xB8\x8D\xE8\xB6\xB3\",\"status\":422,\"detail\":\"\x03\x01\"\x08\t\"balance\"\x01}\x07RunTime\x08run-time\x0C\xE4\xBD\x99\xE9\xA2\x9D\xE4\xB8\x8D\xE8\xB6\xB3)https://api.example.com/problems/run-time\x1F\xE4\xBD\x99\xE9\xA2\x9D {balance} \xE4\xBD\x8E\xE4\xBA\x8E {price}\0\x08\0\0\x01\x03i64\0\0\0o{\"type\":\"https://api.example.com/problems/constant\",\"title\":\"Constant\",\"status\":404,\"detail\":\"no such account\"}\x08Constant\x08constant\x08Constant)https://api.example.com/problems/constant\x0Fno such account\0\0\0\0v{\"type\":\"https://api.example.com/problems/constant\",\"title\":\"\xE8\xB4\xA6\xE6\x88\xB7\xE4\xB8\x8D\xE5\xAD\x98\xE5\x9C\xA8\",\"status\":404,\"detail\":\"\xE6\xB2\xA1\xE6\x9C\x89\xE8\xAF\xA5\xE8\xB4\xA6\xE6\x88\xB7\"}\x08Constant\x08constant\x0F\xE8\xB4\xA6\xE6\x88\xB7\xE4\xB8\x8D\xE5\xAD\x98\xE5\x9C\xA8)https://api.example.com/problems/constant\x0F\xE6\xB2\xA1\xE6\x9C\x89\xE8\xAF\xA5\xE8\xB4\xA6\xE6\x88\xB7\0\0\0\0ql{\"type\":\"https://api.example.com/problems/one-at-run-time\",\"title\":\"One at run time\",\"status\":409,\"detail\":\"\x03\x02\"}\x0COneAtRunTime\x0Fone-at-run-time\x0FOne at run time0https://api.example.com/problems/one-at-run-time\0\0\x08\0\x01\x07x-title\0\0\0\0k{\"type\":\"https://api.example.com/problems/one-at-run-time\",\"title\":\"\xE5\x86\xB2\xE7\xAA\x81\",\"status\":409,\"detail\":\"\xE5\x86\xB2\xE7\xAA\x81\"}\x0COneAtRunTime\x0Fone-at-run-time\x06\xE5\x86\xB2\xE7\xAA\x810https://api.example.com/problems/one-at-run-time\x06\xE5\x86\xB2\xE7\xAA\x81\0\x08\0\x01\x07x-title\0\0\0\0.{\"title\":\"Internal Server Error\",\"status\":500}\x06Masked\x06masked\0\0\0\0\x02\0\0.{\"title\":\"\xE6\x9C\x8D\xE5\x8A\xA1\xE5\x99\xA8\xE5\x86\x85\xE9\x83\xA8\xE9\x94\x99\xE8\xAF\xAF\",\"status\":500}\x06Masked\x06masked\x15\xE6\x9C\x8D\xE5\x8A\xA1\xE5\x99\xA8\xE5\x86\x85\xE9\x83\xA8\xE9\x94\x99\xE8\xAF\xAF\0\0\0\x02\0",
        )
    }
}
::httperr::__adapt! {
    [] [] [Languages] [where] erased[] []
}
