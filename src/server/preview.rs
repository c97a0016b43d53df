//! Parameters and result of `brief/preview`, our own request.

use serde::{Deserialize, Serialize};
use tower_lsp::gen_lsp_types::TextDocumentIdentifier;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PreviewParams {
    pub text_document: TextDocumentIdentifier,
}

/// A self-contained page, and the version of the text that it shows.
#[derive(Debug, Serialize)]
pub(super) struct Preview {
    pub html: String,
    pub version: i32,
}
