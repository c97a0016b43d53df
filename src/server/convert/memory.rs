//! Matches of the translation memory as text for people.

use tower_lsp::gen_lsp_types as lsp;

use super::{Converter, file_name};
use crate::assist::hover::{Hover, plain};
use crate::assist::memory_match::FuzzyMatch;
use crate::memory::{DiffPiece, Similarity};
use crate::server::messages::Message;
use crate::server::path::uri_of;
use crate::text::Span;

impl Converter {
    /// All matches of the text at `span`, one below the other.
    pub fn match_hover(&self, span: Span, all: &[FuzzyMatch]) -> Option<Hover> {
        let texts: Vec<String> = all.iter().map(|found| self.match_text(found)).collect();
        (!texts.is_empty()).then(|| Hover { span, markdown: texts.join("\n\n"), note: None })
    }

    /// Similarity, place, differences and translation of a match, in Markdown.
    fn match_text(&self, found: &FuzzyMatch) -> String {
        let uri = uri_of(&found.path);
        let link = format!("[{}]({}#L{})", plain(&file_name(&uri)), uri.as_ref(), found.line + 1);
        let header = found.header.iter().map(|value| plain(value));
        let title: Vec<String> =
            [format!("**{}**", plain(&self.similarity(found))), link].into_iter().chain(header).collect();
        let numbers = self.differing_numbers(found).map(|numbers| format!("  \n*{}*", plain(&numbers)));
        let difference = difference(&found.difference);
        let translation = format!("\n\n> {}", plain(&found.translation));
        title.join(" · ") + &numbers.unwrap_or_default() + &difference.unwrap_or_default() + &translation
    }

    /// Detail and documentation of a completion entry.
    pub(super) fn match_detail(&self, found: &FuzzyMatch) -> (String, lsp::MarkupContent) {
        let date = found.date.is_some().then(|| found.header.first().cloned()).flatten();
        let name = file_name(&uri_of(&found.path));
        let parts: Vec<String> = [self.similarity(found), name].into_iter().chain(date).collect();
        let value = self.match_text(found);
        (parts.join(" · "), lsp::MarkupContent { kind: lsp::MarkupKind::Markdown, value })
    }

    pub(super) fn similarity(&self, found: &FuzzyMatch) -> String {
        let message = match found.similarity {
            Similarity::Same => Message::SameText,
            Similarity::Sentence(..) => Message::SameSentence,
            Similarity::Near(percent) => Message::AlikeBy { percent },
        };
        message.text(self.session.locale)
    }

    fn differing_numbers(&self, found: &FuzzyMatch) -> Option<String> {
        let (there, here) = &found.numbers;
        let list = |numbers: &[String]| if numbers.is_empty() { "–".to_owned() } else { numbers.join(", ") };
        let differ = !(there.is_empty() && here.is_empty());
        differ.then(|| Message::NumbersDiffer { there: list(there), here: list(here) }.text(self.session.locale))
    }
}

/// The archive's text with its own words struck out and those of the document in bold.
fn difference(pieces: &[DiffPiece]) -> Option<String> {
    let piece = |piece: &DiffPiece| match piece {
        DiffPiece::Same(text) => one_line(text),
        DiffPiece::Theirs(text) => format!("~~{}~~", one_line(text)),
        DiffPiece::Own(text) => format!("**{}**", one_line(text)),
    };
    (!pieces.is_empty()).then(|| format!("\n\n{}", pieces.iter().map(piece).collect::<String>()))
}

fn one_line(text: &str) -> String {
    plain(&text.replace(['\r', '\n'], " "))
}
