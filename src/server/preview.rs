//! The shapes of `brief/preview`, which the protocol does not know.

use serde::{Deserialize, Serialize};
use tower_lsp::gen_lsp_types::TextDocumentIdentifier;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PreviewParams {
    pub text_document: TextDocumentIdentifier,
}

/// A page that stands for itself, and the version of the text that it shows.
#[derive(Debug, Serialize)]
pub(super) struct Preview {
    pub html: String,
    pub version: i32,
}
