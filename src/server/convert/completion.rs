//! Completion: entries out, and back in when their documentation is asked for.

use serde::{Deserialize, Serialize};
use tower_lsp::gen_lsp_types as lsp;

use super::Converter;
use crate::assist::completion::{About, Completion, CompletionKind, Trigger, documentation};
use crate::server::settings::Settings;
use crate::snapshot::Snapshot;
use crate::text::Span;

/// Data that an entry carries to the client and back, by which its documentation is found.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::server) struct Carried {
    pub uri: lsp::Uri,
    /// The version that places refer to.
    version: i32,
    about: CarriedAbout,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum CarriedAbout {
    Partner(usize, usize),
    Source(String),
    Keyword(String),
}

/// `rests` means that nothing was typed just now: typing and asking look the same in the protocol.
pub(in crate::server) fn trigger(context: Option<&lsp::CompletionContext>, rests: bool, settings: Settings) -> Trigger {
    let trigger = match context.map(|context| context.trigger_kind) {
        Some(lsp::CompletionTriggerKind::TriggerCharacter) if !is_digit(context) => Trigger::Character,
        Some(lsp::CompletionTriggerKind::TriggerCharacter) => Trigger::Typing,
        Some(lsp::CompletionTriggerKind::TriggerForIncompleteCompletions) => Trigger::Typing,
        _ if rests => Trigger::Person,
        _ => Trigger::Typing,
    };
    // People who want no terms offered while writing can still ask for them.
    if trigger == Trigger::Typing && settings.no_partner_completion { Trigger::Character } else { trigger }
}

fn is_digit(context: Option<&lsp::CompletionContext>) -> bool {
    let character = context.and_then(|context| context.trigger_character.as_deref());
    character.is_some_and(|character| character.starts_with(|c: char| c.is_ascii_digit()))
}

impl Carried {
    pub fn of(item: &lsp::CompletionItem) -> Option<Carried> {
        serde_json::from_value(item.data.clone()?).ok()
    }
}

impl Converter {
    pub fn completions(&self, snapshot: &Snapshot, completions: &[Completion]) -> lsp::CompletionResponse {
        let items = completions.iter().enumerate();
        lsp::CompletionList {
            // The server filters: no editor's own filter knows pinyin or Chinese word starts.
            is_incomplete: true,
            items: items.map(|(rank, completion)| self.completion(snapshot, rank, completion)).collect(),
            ..Default::default()
        }
        .into()
    }

    /// The item with its documentation; without any once the document has changed.
    pub fn documented(
        &self,
        snapshot: &Snapshot,
        item: &lsp::CompletionItem,
        carried: &Carried,
    ) -> lsp::CompletionItem {
        let about = match &carried.about {
            CarriedAbout::Partner(start, end) => About::Partner(Span::new(*start, (*end).max(*start))),
            CarriedAbout::Source(name) => About::Source(name.clone()),
            CarriedAbout::Keyword(name) => About::Keyword(name.clone()),
        };
        let is_current = carried.version == snapshot.text().version();
        let found = is_current.then(|| documentation(snapshot, &about)).flatten();
        let documentation = found.map(|found| {
            let value = format!("{}\n\n*{}*", found.markdown, found.origin.text(self.session.locale));
            lsp::MarkupContent { kind: lsp::MarkupKind::Markdown, value }.into()
        });
        lsp::CompletionItem { documentation, ..item.clone() }
    }

    fn completion(&self, snapshot: &Snapshot, rank: usize, completion: &Completion) -> lsp::CompletionItem {
        let range = self.range(snapshot.text(), completion.span);
        let (new_text, format) = match &completion.snippet {
            Some(snippet) if self.session.snippets => (snippet.clone(), lsp::InsertTextFormat::Snippet),
            _ => (completion.insert.clone(), lsp::InsertTextFormat::PlainText),
        };
        let (beside, detail, documentation) = match &completion.about {
            Some(About::MemoryMatch(found)) => {
                let (detail, documentation) = self.match_detail(found);
                (Some(self.similarity(found)), Some(detail), Some(documentation))
            }
            _ => (completion.detail.clone(), completion.detail.clone(), None),
        };
        lsp::CompletionItem {
            label: completion.label.clone(),
            label_details: beside
                .map(|beside| lsp::CompletionItemLabelDetails { description: Some(beside), ..Default::default() }),
            kind: Some(match completion.kind {
                CompletionKind::Brief => lsp::CompletionItemKind::Snippet,
                CompletionKind::Label => lsp::CompletionItemKind::Field,
                CompletionKind::Author => lsp::CompletionItemKind::Reference,
                CompletionKind::Source => lsp::CompletionItemKind::Module,
                CompletionKind::Keyword => lsp::CompletionItemKind::Keyword,
                CompletionKind::Date | CompletionKind::Value => lsp::CompletionItemKind::Value,
                CompletionKind::Term => lsp::CompletionItemKind::Reference,
                CompletionKind::MemoryMatch => lsp::CompletionItemKind::Text,
            }),
            detail,
            documentation: documentation.map(Into::into),
            sort_text: Some(format!("{rank:04}")),
            filter_text: Some(completion.filter.clone()),
            insert_text_format: Some(format),
            text_edit: Some(lsp::TextEdit { range, new_text }.into()),
            data: completion.about.as_ref().and_then(|about| self.carried(snapshot, about)),
            ..Default::default()
        }
    }

    fn carried(&self, snapshot: &Snapshot, about: &About) -> Option<lsp::LspAny> {
        let about = match about {
            About::Partner(place) => CarriedAbout::Partner(place.start, place.end),
            About::Source(name) => CarriedAbout::Source(name.clone()),
            About::Keyword(name) => CarriedAbout::Keyword(name.clone()),
            About::MemoryMatch(_) => return None,
        };
        let version = snapshot.text().version();
        serde_json::to_value(Carried { uri: self.uri.clone(), version, about }).ok()
    }
}
