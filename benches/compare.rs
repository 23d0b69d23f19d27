//! Two errors by published derives, and as plain text by a manual impl and by httperr: the program
//! that `run-time compare` builds. The arguments are the work and a count.

use std::env;
use std::hint::black_box;

use actix_web::ResponseError;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

macro_rules! error {
    ($name:ident $(, $derive:path, $(#[$status:meta])*)?) => {
        #[derive(Debug, thiserror::Error $(, $derive)?)]
        enum $name {
            #[error("there is no such account")]
            $($(#[$status])*)?
            Constant,
            #[error("there is no account {0}")]
            $($(#[$status])*)?
            Formatted(u64),
        }
    };
}

error!(Manual);
error!(Httperr, httperr::HttpError, #[http(404, body = text)]);
error!(AxumThiserror, axum_thiserror::ErrorStatus, #[status(StatusCode::NOT_FOUND)]);
error!(
    AxumErrorHandler,
    axum_error_handler::AxumErrorResponse,
    #[status_code("404")] #[code("NOT_FOUND")]
);
error!(ActixText, actix_web_error::Text, #[status(NOT_FOUND)]);
error!(ActixJson, actix_web_error::Json, #[status(NOT_FOUND)]);

impl IntoResponse for Manual {
    fn into_response(self) -> Response {
        let status = match self {
            Manual::Constant | Manual::Formatted(_) => StatusCode::NOT_FOUND,
        };
        (status, self.to_string()).into_response()
    }
}

impl ResponseError for Manual {
    fn status_code(&self) -> actix_web::http::StatusCode {
        match self {
            Manual::Constant | Manual::Formatted(_) => actix_web::http::StatusCode::NOT_FOUND,
        }
    }
}

fn axum(error: impl IntoResponse) {
    drop(black_box(black_box(error).into_response()));
}

fn actix_web(error: impl ResponseError) {
    drop(black_box(black_box(error).error_response()));
}

fn main() {
    let mut arguments = env::args().skip(1);
    let (Some(name), Some(count)) = (arguments.next(), arguments.next()) else {
        panic!("the work and a count");
    };
    let work: fn() = match name.as_str() {
        "axum/manual/constant body" => || axum(Manual::Constant),
        "axum/manual/formatted text" => || axum(Manual::Formatted(7)),
        "axum/httperr/constant body" => || axum(Httperr::Constant),
        "axum/httperr/formatted text" => || axum(Httperr::Formatted(7)),
        "axum/axum_thiserror/constant body" => || axum(AxumThiserror::Constant),
        "axum/axum_thiserror/formatted text" => || axum(AxumThiserror::Formatted(7)),
        "axum/axum-error-handler/constant body" => || axum(AxumErrorHandler::Constant),
        "axum/axum-error-handler/formatted text" => || axum(AxumErrorHandler::Formatted(7)),
        "actix-web/manual/constant body" => || actix_web(Manual::Constant),
        "actix-web/manual/formatted text" => || actix_web(Manual::Formatted(7)),
        "actix-web/httperr/constant body" => || actix_web(Httperr::Constant),
        "actix-web/httperr/formatted text" => || actix_web(Httperr::Formatted(7)),
        "actix-web/actix-web-error `Text`/constant body" => || actix_web(ActixText::Constant),
        "actix-web/actix-web-error `Text`/formatted text" => || actix_web(ActixText::Formatted(7)),
        "actix-web/actix-web-error `Json`/constant body" => || actix_web(ActixJson::Constant),
        "actix-web/actix-web-error `Json`/formatted text" => || actix_web(ActixJson::Formatted(7)),
        other => panic!("no work {other:?}"),
    };
    for _ in 0..count.parse::<u32>().expect("a count") {
        work();
    }
}
