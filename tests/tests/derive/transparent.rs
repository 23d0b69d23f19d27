//! Errors inside errors, in generic types too, and the catalog of all their cases.

use super::*;

#[derive(Debug, Error, HttpError)]
#[error("leaf: {text}")]
#[http(409, code = "leaf", header("x-leaf" = text), extension(len = text.len()))]
struct Leaf {
    text: String,
}

#[derive(Debug, Error, HttpError)]
enum Middle {
    #[error("middle: {0}")]
    #[http(transparent)]
    Leaf(#[from] Leaf),
    #[error("middle itself")]
    #[http(404)]
    Itself,
}

#[derive(Debug, Error, HttpError)]
enum Outer {
    #[error("outer: {source}")]
    #[http(transparent)]
    Middle { at: &'static str, source: Middle },
    #[error("boxed")]
    #[http(transparent)]
    Boxed(Box<dyn HttpError + Send + Sync>),
    #[error("chosen")]
    #[http(transparent = right)]
    Chosen { left: Leaf, right: Arc<Leaf> },
    #[error("manual")]
    #[http(transparent)]
    Manual(#[from] Manual),
}

#[derive(Debug, Error)]
#[error("manual")]
struct Manual;

impl HttpError for Manual {
    fn case(&self) -> Case {
        Case::new(StatusCode::IM_A_TEAPOT)
    }

    fn detail(&self) -> Option<Cow<'_, str>> {
        Some("short and \"stout\"".into())
    }
}

#[test]
fn a_transparent_error_has_the_response_of_the_inner_error() {
    let leaf = |text: &str| Leaf { text: text.into() };
    let same = |outer: &dyn HttpError, inner: &dyn HttpError| {
        let (outer, inner) = (outer.to_response(), inner.to_response());
        assert_eq!(outer.status(), inner.status());
        assert_eq!(outer.headers(), inner.headers());
        assert_eq!(outer.body(), inner.body());
    };
    let deep = |middle| Outer::Middle { at: "here", source: middle };
    let inner = leaf("a\nb");
    assert_eq!(
        inner.to_response().headers().get("x-leaf"),
        None,
        "a line break is not allowed in a header value"
    );
    same(&deep(Middle::Leaf(leaf("abc"))), &leaf("abc"));
    same(&deep(Middle::Itself), &Middle::Itself);
    same(&Outer::Boxed(Box::new(leaf("abc"))), &leaf("abc"));
    same(&Outer::Chosen { left: leaf("l"), right: Arc::new(leaf("r")) }, &leaf("r"));
    same(&Outer::Manual(Manual), &Manual);
    let error = deep(Middle::Leaf(leaf("abc")));
    assert_eq!(error.detail().as_deref(), Some("leaf: abc"));
    assert_eq!(error.status(), 409);
    assert_eq!(error.case().code(), Some("leaf"));
    assert_eq!(Outer::Manual(Manual).detail().as_deref(), Some("short and \"stout\""));
    assert_eq!(body(&Manual)["detail"], "short and \"stout\"");
    let Outer::Middle { at, .. } = error else { return };
    assert_eq!(at, "here");
}

#[test]
fn a_catalog_lists_every_case_including_nested_errors() {
    let names: Vec<_> = Outer::catalog().cases().map(|case| case.name().unwrap()).collect();
    assert_eq!(names, ["Itself", "Leaf"]);
    let Some(leaf) = Outer::catalog().cases().last() else { panic!("the leaf is last") };
    assert_eq!(leaf.status(), Some(StatusCode::CONFLICT));
    assert_eq!(leaf.detail(), None);

    #[derive(Debug, Error, HttpError)]
    enum Recursive {
        /// The end.
        ///
        /// Of it.
        #[error("end")]
        #[http(410, header("x-a" = "b", ALLOW = "GET"))]
        End,
        #[error(transparent)]
        #[http(transparent)]
        Again(Box<Recursive>),
    }
    let cases: Vec<_> = Recursive::catalog().into_iter().collect();
    assert_eq!(cases.len(), 1);
    assert_eq!(cases[0].description(), Some("The end.\n\nOf it."));
    assert_eq!(cases[0].detail(), Some("end"));
    let headers: Vec<_> = cases[0].headers().map(|(name, _)| name.to_string()).collect();
    assert_eq!(headers, ["x-a", "allow"]);
    assert_eq!(Recursive::Again(Box::new(Recursive::End)).status(), 410);
}

#[test]
fn a_boxed_error_implements_http_error() {
    let boxed: Vec<Box<dyn HttpError + Send + Sync>> =
        vec![Box::new(Middle::Itself), Box::new(Manual)];
    let statuses: Vec<_> = boxed.iter().map(|error| error.status().as_u16()).collect();
    assert_eq!(statuses, [404, 418]);

    fn takes(error: impl HttpError) -> String {
        error.to_string()
    }
    for error in boxed {
        takes(error);
    }
    assert_eq!(takes(&Middle::Itself), "middle itself");
    assert_eq!(takes(Arc::new(Middle::Itself)), "middle itself");
    let source: Box<dyn HttpError> = Box::new(Outer::Middle { at: "", source: Middle::Itself });
    assert!(std::error::Error::source(&source).is_some());
}

#[test]
fn a_struct_of_every_shape_is_one_case() {
    #[derive(Debug, Error, HttpError)]
    #[error("named {id}")]
    #[http(404, extension(id = id))]
    struct Named {
        id: u8,
    }
    #[derive(Debug, Error, HttpError)]
    #[error("tuple {0}")]
    #[http(404, header("x-id" = _0))]
    struct Tuple(u8);
    #[derive(Debug, Error, HttpError)]
    #[error(transparent)]
    #[http(transparent)]
    struct Transparent(#[from] Leaf);
    assert_eq!(body(&Named { id: 1 })["id"], 1);
    assert_eq!(header(&Tuple(2), "x-id").as_deref(), Some("2"));
    assert_eq!(Transparent(Leaf { text: "x".into() }).status(), 409);
    assert_eq!(Named::catalog().cases().count(), 1);
    assert_eq!(Transparent::catalog().cases().count(), 1);
}

#[test]
fn a_context_adds_the_instance_and_the_request_id() {
    let context = Context::new().instance("/orders/\"7\"").request_id(String::from("r-1"));
    let read = |error: &dyn HttpError| {
        let response = error.to_response_with(&context);
        Problem::from_response(&response).unwrap()
    };
    for error in [&Middle::Itself as &dyn HttpError, &Leaf { text: "x".into() }, &Manual] {
        let problem = read(error);
        assert_eq!(problem.instance(), Some("/orders/\"7\""));
        assert_eq!(problem.extension("request_id"), Some("r-1"));
        assert_eq!(problem.status(), Some(error.status()));
    }

    #[derive(Debug, Error, HttpError)]
    #[error("a")]
    #[http(400, extension(request_id = 7))]
    struct Own;
    let response = Own.to_response_with(&context);
    let text = std::str::from_utf8(response.body()).unwrap();
    assert_eq!(text.matches("request_id").count(), 1, "{text}");
}

#[test]
fn generics_get_the_required_bounds() {
    #[derive(Debug, Error, HttpError)]
    enum GenericError<'a, T: fmt::Debug, S, const N: usize>
    where
        S: fmt::Debug + Display,
    {
        #[error("value {value}")]
        #[http(422)]
        Value {
            #[http(extension)]
            value: T,
        },
        #[error("header {0}")]
        #[http(400, header("x-s" = _0), detail = "{0} of {N}")]
        Header(S),
        #[error("borrowed {0}")]
        #[http(404)]
        Borrowed(&'a str),
    }
    type Full<'a> = GenericError<'a, u8, String, 3>;
    assert_eq!(body(&Full::Value { value: 5 })["value"], 5);
    assert_eq!(header(&Full::Header("s".into()), "x-s").as_deref(), Some("s"));
    assert_eq!(body(&Full::Header("s".into()))["detail"], "s of 3");
    let text = String::from("short-lived");
    assert_eq!(body(&Full::Borrowed(&text))["detail"], "borrowed short-lived");

    #[derive(Debug, Error, HttpError)]
    enum Inner<E> {
        #[error(transparent)]
        #[http(transparent)]
        Inner(E),
    }
    assert_eq!(Inner::Inner(Manual).status(), 418);
    let names: Vec<_> = Inner::<Leaf>::catalog().cases().map(|case| case.code()).collect();
    assert_eq!(names, [Some("leaf")]);
}
