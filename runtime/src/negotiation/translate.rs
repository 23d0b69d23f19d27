//! Texts in the language that the client prefers.

use std::borrow::Cow;
use std::fmt;
#[cfg(any(feature = "actix-web", feature = "rocket", feature = "tower"))]
use std::sync::Arc;

use httperr_registry::{phrase, phrase_in};
use serde_json::{Map, Value as Json};

use super::document::Document;
use super::language;
use crate::case::Case;

/// Returns the texts of errors in the language that the client prefers: a hook for Fluent and the like.
///
/// It is passed to `ErrorLayer::translate`, `ErrorMiddleware::translate` or `ErrorFairing::translate`, or to
/// [`Context::translate`](crate::Context::translate):
///
/// ```
/// use std::borrow::Cow;
///
/// use httperr::{Case, Context, HttpError, Translate};
/// use serde_json::{Map, Value};
///
/// #[derive(Debug, thiserror::Error, HttpError)]
/// #[error("no order {id}")]
/// #[http(404, title = "No such order")]
/// struct NoOrder {
///     #[http(extension)]
///     id: u64,
/// }
///
/// struct German;
///
/// impl Translate for German {
///     fn languages(&self) -> Vec<&str> {
///         vec!["en", "de"]
///     }
///
///     fn title(&self, case: Case, language: &str) -> Option<Cow<'_, str>> {
///         match (language, case.code()?) {
///             ("de", "no-order") => Some("Keine solche Bestellung".into()),
///             _ => None,
///         }
///     }
///
///     fn detail(
///         &self,
///         case: Case,
///         members: &Map<String, Value>,
///         language: &str,
///     ) -> Option<Cow<'_, str>> {
///         match (language, case.code()?) {
///             ("de", "no-order") => Some(format!("Bestellung {} fehlt", members["id"]).into()),
///             _ => None,
///         }
///     }
/// }
///
/// let context = Context::new().translate(&German).languages("de-AT, en;q=0.5");
/// let response = NoOrder { id: 7 }.to_response_with(&context);
/// assert_eq!(
///     response.body(),
///     r#"{"title":"Keine solche Bestellung","status":404,"detail":"Bestellung 7 fehlt","id":7}"#
/// );
/// assert_eq!(response.headers()["content-language"], "de");
/// assert_eq!(response.headers()["vary"], "accept-language");
/// ```
///
/// The language is found by lookup (RFC 4647, section 3.4) in `Accept-Language`, among those of
/// [`languages`](Self::languages) and those in which the [declaration](derive@crate::HttpError#languages)
/// of the case has texts. If only the declaration has the preferred language, its texts are sent, and
/// neither method is called. Where a method returns [`None`], the text of the declaration is sent, in the
/// language that the client prefers among those of the declaration. A title that is a reason phrase of the
/// registry is then sent in Chinese if the language is Chinese in simplified characters, also for what the
/// framework rejects: see [`ReasonPhrases`].
///
/// Only problem documents are translated, and the HTML, XML or text that is sent in place of one or, with
/// [`Negotiation::envelopes`](crate::Negotiation::envelopes), of a format of the application. The text in
/// `body = { … }`, `body = text` or a [`BodyFormat`](crate::BodyFormat) is that of the declaration.
///
/// # What is private
///
/// A case whose text is masked, as it is from 500 on, stays masked: [`detail`](Self::detail) is only called
/// for a response that has one. If such a case has no code, title or type of its own either, the methods get
/// a case that consists of the status.
pub trait Translate: Send + Sync {
    /// Returns the language tags (RFC 5646) that there are texts for. The first is the language of the
    /// declarations, and the default.
    fn languages(&self) -> Vec<&str>;

    /// Returns the title of a case in one of the languages. A title is the same for each occurrence of a
    /// case (RFC 9457, section 3.1.3).
    ///
    /// A case without a code is that of a response of the framework, of a manual implementation, or of a
    /// [`Problem`](crate::Problem): its title is a reason phrase.
    fn title(&self, case: Case, language: &str) -> Option<Cow<'_, str>> {
        let _ = (case, language);
        None
    }

    /// Returns the detail of an error in one of the languages. `members` are its extension members. It is
    /// called for cases with a code.
    fn detail(
        &self,
        case: Case,
        members: &Map<String, Json>,
        language: &str,
    ) -> Option<Cow<'_, str>> {
        let _ = (case, members, language);
        None
    }
}

/// The reason phrases of the registry in English and Chinese: a [`Translate`] without texts of its own.
///
/// ```
/// use httperr::{Context, HttpError, ReasonPhrases};
///
/// #[derive(Debug, thiserror::Error, HttpError)]
/// #[error("no such order")]
/// #[http(404)]
/// struct NoOrder;
///
/// let context = Context::new().translate(&ReasonPhrases).languages("zh-CN, en;q=0.8");
/// let response = NoOrder.to_response_with(&context);
/// assert_eq!(response.body(), r#"{"title":"未找到","status":404,"detail":"no such order"}"#);
/// assert_eq!(response.headers()["content-language"], "zh");
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct ReasonPhrases;

impl Translate for ReasonPhrases {
    fn languages(&self) -> Vec<&str> {
        vec!["en", "zh"]
    }
}

/// The hook of a context.
#[derive(Clone, Copy)]
pub(crate) struct Translation<'a>(pub(crate) &'a dyn Translate);

impl fmt::Debug for Translation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.languages()).finish()
    }
}

/// The hook of a layer.
#[cfg(any(feature = "actix-web", feature = "rocket", feature = "tower"))]
#[derive(Clone)]
pub(crate) struct Translator(Arc<dyn Translate>);

#[cfg(any(feature = "actix-web", feature = "rocket", feature = "tower"))]
impl Translator {
    pub(crate) fn new(translate: impl Translate + 'static) -> Self {
        Translator(Arc::new(translate))
    }

    pub(crate) fn as_ref(&self) -> Translation<'_> {
        Translation(&*self.0)
    }
}

#[cfg(any(feature = "actix-web", feature = "rocket", feature = "tower"))]
impl fmt::Debug for Translator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_ref().fmt(f)
    }
}

/// The language of a translated document.
pub(super) struct Translated {
    pub(super) language: String,
    /// The document has another title or detail.
    pub(super) is_changed: bool,
    /// The document could have been in another language.
    pub(super) varies: bool,
}

/// Replaces the texts of a document. `json` is the document as it was rendered.
pub(super) fn translate<'a>(
    hook: &'a dyn Translate,
    accepted: Option<&str>,
    document: &mut Document<'a>,
    case: Case,
    json: &[u8],
) -> Option<Translated> {
    let languages = hook.languages();
    let default = *languages.first()?;
    let status = document.status.as_u16();
    // A body that cannot be written is a 500, whatever the case.
    let is_other = case.status().is_some_and(|status| status != document.status);
    let declared = if is_other { Vec::new() } else { declared_languages(case) };
    let offered: Vec<&str> = languages.iter().chain(&declared).copied().collect();
    let found = accepted.and_then(|accepted| language(accepted, &offered));
    let language = found.and_then(|index| offered.get(index)).copied().unwrap_or(default);
    if found.is_some_and(|index| index >= languages.len()) {
        // The document has the declared texts in this language already.
        return Some(Translated { language: language.to_owned(), is_changed: false, varies: true });
    }
    let text = document.title.as_deref();
    let has_phrase = text == Some(phrase(status))
        || declared.iter().any(|language| text == Some(phrase_in(status, language)));
    let case = match is_other || case.is_name_private() {
        true => Case::new(document.status),
        false => case,
    };
    let has_code = case.code().is_some();

    let mut title = None;
    if document.title.is_some() && (has_code || has_phrase) {
        title = hook.title(case, language);
    }
    if title.is_none() && has_phrase {
        let translated = phrase_in(status, language);
        let is_new = translated != phrase(status) && document.title.as_deref() != Some(translated);
        title = is_new.then(|| translated.into());
    }
    let mut detail = None;
    if document.detail.is_some() && has_code {
        detail = hook.detail(case, &Document::members_of(json), language);
    }
    let is_changed = title.is_some() || detail.is_some();
    document.title = title.or(document.title.take());
    document.detail = detail.or(document.detail.take());
    Some(Translated {
        language: if is_changed { language } else { default }.to_owned(),
        is_changed,
        varies: languages.len() > 1,
    })
}

/// Returns the languages that a case has texts in, if there is more than one.
fn declared_languages(case: Case) -> Vec<&'static str> {
    let mut translated = case.translated_rows().map(|(_, tag, _)| tag).peekable();
    let original = case.languages().next().filter(|_| translated.peek().is_some());
    original.into_iter().chain(translated).collect()
}
