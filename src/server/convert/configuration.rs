//! Completion and hover in a brief.toml.

use tower_lsp::gen_lsp_types as lsp;

use super::{Converter, plain};
use crate::config::{TomlCompletion, TomlCompletionKind, TomlHover};
use crate::snapshot::Snapshot;

impl Converter {
    pub fn words_of_house(&self, snapshot: &Snapshot, completions: &[TomlCompletion]) -> lsp::CompletionResponse {
        let items = completions.iter().enumerate();
        let items = items.map(|(rank, completion)| self.word_of_house(snapshot, rank, completion)).collect();
        // The server filters: inside a name most editors see several words.
        lsp::CompletionList { is_incomplete: true, items, ..Default::default() }.into()
    }

    pub fn about_house(&self, snapshot: &Snapshot, hover: &TomlHover) -> lsp::Hover {
        let note = hover.note.as_ref().map(|note| format!("\n\n*{}*", plain(&note.text(self.session.locale))));
        let contents = markdown(hover.markdown.clone() + &note.unwrap_or_default());
        lsp::Hover { contents: contents.into(), range: Some(self.range(snapshot.text(), hover.span)) }
    }

    fn word_of_house(&self, snapshot: &Snapshot, rank: usize, completion: &TomlCompletion) -> lsp::CompletionItem {
        let range = self.range(snapshot.text(), completion.span);
        let (new_text, format) = match &completion.snippet {
            Some(snippet) if self.session.snippets => (snippet.clone(), lsp::InsertTextFormat::Snippet),
            _ => (completion.insert.clone(), lsp::InsertTextFormat::PlainText),
        };
        let beside = completion.detail.clone();
        lsp::CompletionItem {
            label: completion.label.clone(),
            label_details: beside
                .map(|beside| lsp::CompletionItemLabelDetails { description: Some(beside), ..Default::default() }),
            kind: Some(match completion.kind {
                TomlCompletionKind::Table => lsp::CompletionItemKind::Module,
                TomlCompletionKind::Key => lsp::CompletionItemKind::Property,
                TomlCompletionKind::Value => lsp::CompletionItemKind::EnumMember,
            }),
            detail: completion.detail.clone(),
            documentation: completion.documentation.clone().map(|text| markdown(text).into()),
            sort_text: Some(format!("{rank:04}")),
            filter_text: Some(completion.filter.clone()),
            insert_text_format: Some(format),
            text_edit: Some(lsp::TextEdit { range, new_text }.into()),
            ..Default::default()
        }
    }
}

fn markdown(value: String) -> lsp::MarkupContent {
    lsp::MarkupContent { kind: lsp::MarkupKind::Markdown, value }
}
