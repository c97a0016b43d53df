//! Decorations of the text: pair numbers, lenses, semantic tokens.

use tower_lsp::gen_lsp_types as lsp;

use super::Converter;
use crate::assist::code_lens::{Lens, LensKind};
use crate::assist::inlay_hint::PairNumber;
use crate::assist::semantic_token::{AGREEMENTS, KINDS, SemanticToken};
use crate::snapshot::Snapshot;
use crate::text::Position;

/// The client's commands behind a lens: show the brief side by side, or the places of findings.
const SHOW_PAIRS: &str = "brief.showPairs";
const SHOW_FINDINGS: &str = "brief.showFindings";

/// Meaning of the numbers in a token.
pub(in crate::server) fn legend() -> lsp::SemanticTokensLegend {
    lsp::SemanticTokensLegend {
        token_types: KINDS.map(str::to_owned).to_vec(),
        token_modifiers: AGREEMENTS.map(str::to_owned).to_vec(),
    }
}

impl Converter {
    pub fn pair_numbers(&self, snapshot: &Snapshot, numbers: &[PairNumber]) -> Vec<lsp::InlayHint> {
        numbers.iter().map(|number| self.pair_number(snapshot, number)).collect()
    }

    /// A pair number with its partner's text as tooltip and its place as link.
    fn pair_number(&self, snapshot: &Snapshot, number: &PairNumber) -> lsp::InlayHint {
        let texts: Vec<&str> = number.partners.iter().map(|&partner| &snapshot.content()[partner]).collect();
        let first = number.partners.first().map(|&partner| self.range(snapshot.text(), partner));
        let part = lsp::InlayHintLabelPart {
            value: number.label.clone(),
            tooltip: (!texts.is_empty()).then(|| texts.join("\n").into()),
            location: first.map(|range| lsp::Location { uri: self.uri.clone(), range }),
            command: None,
        };
        lsp::InlayHint {
            position: self.place(snapshot, number.offset),
            label: vec![part].into(),
            kind: None,
            text_edits: None,
            tooltip: None,
            padding_left: None,
            padding_right: Some(true),
            data: None,
        }
    }

    pub fn lenses(&self, snapshot: &Snapshot, lenses: &[Lens]) -> Vec<lsp::CodeLens> {
        lenses.iter().map(|lens| self.lens(snapshot, lens)).collect()
    }

    /// The arguments are the document, the lens's place and, of findings, their locations.
    fn lens(&self, snapshot: &Snapshot, lens: &Lens) -> lsp::CodeLens {
        let range = self.range(snapshot.text(), lens.span);
        let mut arguments = vec![serde_json::json!(self.uri), serde_json::json!(range.start)];
        let command = match &lens.kind {
            LensKind::Pairs => SHOW_PAIRS,
            LensKind::Findings(places) => {
                let location =
                    |&span| lsp::Location { uri: self.uri.clone(), range: self.range(snapshot.text(), span) };
                arguments.push(serde_json::json!(places.iter().map(location).collect::<Vec<_>>()));
                SHOW_FINDINGS
            }
        };
        let command = lsp::Command {
            title: lens.title.text(self.session.locale),
            tooltip: None,
            command: command.to_owned(),
            arguments: Some(arguments),
        };
        lsp::CodeLens { range, command: Some(command), data: None }
    }

    /// Each token by its distance from the one before.
    pub fn tokens(&self, snapshot: &Snapshot, tokens: &[SemanticToken]) -> Vec<lsp::SemanticToken> {
        let mut before = Position::new(0, 0);
        let convert = |token: &SemanticToken| {
            let [start, end] =
                [token.span.start, token.span.end].map(|at| snapshot.text().position(at, self.session.encoding));
            let delta_line = start.line - before.line;
            let delta_start = if delta_line == 0 { start.column - before.column } else { start.column };
            before = start;
            lsp::SemanticToken {
                delta_line,
                delta_start,
                length: end.column - start.column,
                token_type: token.kind as u32,
                token_modifiers_bitset: token.agreement.map_or(0, |agreement| 1 << agreement as u32),
            }
        };
        tokens.iter().map(convert).collect()
    }

    fn place(&self, snapshot: &Snapshot, offset: usize) -> lsp::Position {
        let Position { line, column } = snapshot.text().position(offset, self.session.encoding);
        lsp::Position { line, character: column }
    }
}
