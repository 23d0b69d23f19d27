use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("the method that evaluates it")]
#[http(status = self.status())]
struct Status;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("by the path of the trait")]
#[http(status = HttpError::status(self))]
struct Path;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("through the response")]
#[http(status = self.to_response().status())]
struct Response;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("the text")]
#[http(404, detail = self.detail().unwrap_or_default())]
struct Detail;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("itself")]
#[http(transparent = self)]
struct Transparent;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("itself")]
#[http(transparent = (&*self))]
struct Reference;

#[derive(Debug, thiserror::Error, HttpError)]
enum Matched {
    #[error("what is matched")]
    #[http(match self.status().as_u16() { 404 => 404, _ => 500 })]
    Scrutinee,
    #[error("a guard")]
    #[http(match _0 { _ if self.case().code().is_some() => 404, _ => 500 })]
    Guard(u8),
    #[error("by path")]
    #[http(match httperr::HttpError::status(self).as_u16() { 404 => 404, _ => 500 })]
    Path,
}

fn main() {}
