//! What a house has decided: its labels, its forms, its words, and which findings it wants to see.
//!
//! Everything has a default, which is the template's; `config` reads a house from brief.toml, and everything that looks at
//! a brief is told of one. A house is the same for all versions of a document, so results can be kept by text.

mod format_options;
mod header;
mod lint;
mod messages;
mod vocabulary;

pub use format_options::{FormatOptions, LabelColon, Punctuation, Spacing};
pub use header::Header;
pub use lint::{Accepted, Lint, Severity};
pub use vocabulary::{Avoided, HouseTerms, Vocabulary};

use crate::brief::{LabelKind, Labels};
use crate::lexicon::{self, Keywords, Sources};
use crate::messages::Locale;
use crate::reading::date_format::DateFormat;

/// The decisions that hold for one file. Shared by all that is known of the file, as `Arc<House>`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct House {
    pub header: Header,
    pub labels: Labels,
    pub date_format: DateFormat,
    pub vocabulary: Vocabulary,
    pub glossary: HouseTerms,
    pub format: FormatOptions,
    pub lint: Lint,
    /// The language of messages; that of the user where the house has none.
    pub locale: Option<Locale>,
}

impl House {
    /// The label that opens a field or section.
    pub fn label(&self, kind: impl Into<LabelKind>) -> &'static str {
        self.labels.canonical(kind.into())
    }

    pub fn sources(&self) -> &Sources {
        self.vocabulary.sources()
    }

    pub fn keywords(&self) -> &Keywords {
        self.vocabulary.keywords()
    }

    pub fn terms(&self) -> &lexicon::Glossary {
        self.glossary.terms()
    }

    /// A label with its colon and what follows it on a line: `作者/Author(s): `.
    pub fn opening(&self, kind: impl Into<LabelKind>) -> String {
        let kind = kind.into();
        // A full-width colon brings its own space.
        let colon = match (self.format.label_colon, kind) {
            (LabelColon::Full, _) => "：",
            (_, LabelKind::Field(_)) => ": ",
            (_, LabelKind::Section(_)) => ":",
        };
        format!("{}{colon}", self.label(kind))
    }
}
