//! The text that a client may see. Bodies, headers, [`HttpError::detail`](crate::HttpError::detail) and
//! [`ErrorView`](crate::ErrorView) all get it from here.

use std::fmt::{self, Write as _};

use httperr_registry::is_masked_by_default;
use httperr_registry::table_format::Flags;

use super::json;
use super::renderer::{Goal, Renderer};

impl Renderer<'_> {
    /// Sets the text of a declaration with captures. Only the first one counts.
    #[inline]
    pub(crate) fn set_detail(&mut self, text: fmt::Arguments<'_>) {
        if self.row.flags.has(Flags::DETAIL_AT_RUN_TIME)
            && self.detail.is_none()
            && !self.has_started
        {
            let mut string = String::new();
            if string.write_fmt(text).is_err() {
                self.log("detail", "formatting failed; the title is sent");
                self.title().clone_into(&mut string);
            }
            self.detail = Some(string);
        }
    }

    /// Returns the public text. It is rendered once.
    pub(super) fn public_detail(&mut self) -> Option<String> {
        if self.detail.is_none() {
            let body = std::mem::take(&mut self.body);
            self.detail = self.write_public_text().then(|| self.take_text());
            self.body = body;
        }
        self.detail.clone()
    }

    /// Renders the public text apart from the body, if another format may need it.
    #[inline]
    pub(super) fn keep_detail(&mut self) {
        if self.context.keeps_detail() {
            self.public_detail();
        }
    }

    /// Returns the public text that the response has, for another format than that of the body. A text that
    /// the body omits may be private: no lint examines it.
    pub(super) fn kept_detail(&mut self) -> Option<String> {
        let constant = || self.case.detail_of(self.row).map(str::to_owned);
        self.context.keeps_detail().then(|| self.detail.clone().or_else(constant)).flatten()
    }

    /// Returns the public text for a placeholder in a header.
    pub(crate) fn detail_for_header(&mut self) -> Option<String> {
        (self.goal == Goal::Response).then(|| self.public_detail()).flatten()
    }

    /// Writes the public text to the body, unescaped. Returns whether there is one.
    #[inline]
    pub(super) fn write_public_text(&mut self) -> bool {
        match self.detail.is_none() && !self.row.flags.has(Flags::DETAIL_DECLARED) {
            true => self.is_display_public() && self.write_display(),
            false => self.write_declared_text(),
        }
    }

    fn write_declared_text(&mut self) -> bool {
        if let Some(text) = &self.detail {
            self.body.extend_from_slice(text.as_bytes());
            return true;
        }
        if let Some(text) = self.case.detail_of(self.row) {
            self.body.extend_from_slice(text.as_bytes());
            return true;
        }
        // If a declared text was never written, `Display` may be private.
        self.row.flags.has(Flags::DETAIL_FROM_METHOD) && self.write_text_of_method()
    }

    /// As [`write_public_text`](Self::write_public_text), escaped for a JSON string.
    #[inline]
    pub(super) fn write_escaped_public_text(&mut self) -> bool {
        self.keep_detail();
        let start = self.body.len();
        let is_some = self.write_public_text();
        json::escape_from(&mut self.body, start);
        is_some
    }

    #[inline]
    pub(super) fn is_display_public(&self) -> bool {
        let flags = self.row.flags;
        flags.has(Flags::EXPOSE)
            || !flags.has(Flags::MASK) && !is_masked_by_default(self.status.as_u16())
    }

    fn write_text_of_method(&mut self) -> bool {
        let text = self.error.detail();
        self.body.extend_from_slice(text.as_deref().unwrap_or_default().as_bytes());
        text.is_some()
    }

    /// Writes the error with `Display`, or the title if that fails.
    #[inline]
    pub(super) fn write_display(&mut self) -> bool {
        let start = self.body.len();
        if write!(Unescaped(&mut self.body), "{}", self.error).is_err() {
            self.log("detail", "`Display` failed; the title is sent");
            self.body.truncate(start);
            self.write_title();
        }
        true
    }

    #[inline]
    pub(super) fn write_title(&mut self) {
        let title = self.title();
        self.body.extend_from_slice(title.as_bytes());
    }

    pub(super) fn take_text(&mut self) -> String {
        String::from_utf8_lossy(&std::mem::take(&mut self.body)).into_owned()
    }
}

struct Unescaped<'a>(&'a mut Vec<u8>);

impl fmt::Write for Unescaped<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.extend_from_slice(text.as_bytes());
        Ok(())
    }
}
