//! What the translation memory answers, as a person reads it.

use tower_lsp::gen_lsp_types as lsp;

use super::{Converter, file_name};
use crate::assist::hover::{Hover, plain};
use crate::assist::recall::Recalled;
use crate::memory::{DiffPiece, Similarity};
use crate::server::messages::Message;
use crate::server::path::uri_of;
use crate::text::Span;

impl Converter {
    /// All that was recalled for the text at `span`, one below the other.
    pub fn recalled(&self, span: Span, all: &[Recalled]) -> Option<Hover> {
        let texts: Vec<String> = all.iter().map(|recalled| self.about_recalled(recalled)).collect();
        (!texts.is_empty()).then(|| Hover { span, markdown: texts.join("\n\n"), note: None })
    }

    /// Where it stands and how much it is alike, what differs, and the translation.
    fn about_recalled(&self, recalled: &Recalled) -> String {
        let uri = uri_of(&recalled.path);
        let link = format!("[{}]({}#L{})", plain(&file_name(&uri)), uri.as_ref(), recalled.line + 1);
        let header = recalled.header.iter().map(|value| plain(value));
        let title: Vec<String> =
            [format!("**{}**", plain(&self.similarity(recalled))), link].into_iter().chain(header).collect();
        let numbers = self.differing_numbers(recalled).map(|numbers| format!("  \n*{}*", plain(&numbers)));
        let difference = difference(&recalled.difference);
        let translation = format!("\n\n> {}", plain(&recalled.translation));
        title.join(" · ") + &numbers.unwrap_or_default() + &difference.unwrap_or_default() + &translation
    }

    /// What an entry of the completion list is, and what is told of it.
    pub(super) fn remembered(&self, recalled: &Recalled) -> (String, lsp::MarkupContent) {
        let date = recalled.date.is_some().then(|| recalled.header.first().cloned()).flatten();
        let name = file_name(&uri_of(&recalled.path));
        let parts: Vec<String> = [self.similarity(recalled), name].into_iter().chain(date).collect();
        let value = self.about_recalled(recalled);
        (parts.join(" · "), lsp::MarkupContent { kind: lsp::MarkupKind::Markdown, value })
    }

    pub(super) fn similarity(&self, recalled: &Recalled) -> String {
        let message = match recalled.likeness {
            Similarity::Same => Message::SameText,
            Similarity::Sentence(..) => Message::SameSentence,
            Similarity::Near(percent) => Message::AlikeBy { percent },
        };
        message.text(self.session.locale)
    }

    fn differing_numbers(&self, recalled: &Recalled) -> Option<String> {
        let (there, here) = &recalled.numbers;
        let list = |numbers: &[String]| if numbers.is_empty() { "–".to_owned() } else { numbers.join(", ") };
        let differ = !(there.is_empty() && here.is_empty());
        differ.then(|| Message::NumbersDiffer { there: list(there), here: list(here) }.text(self.session.locale))
    }
}

/// The text of the archive: what only it has is struck out, what stands here instead is bold.
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
