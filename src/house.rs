//! House style: labels, forms and words of briefs, and the findings to report.
//!
//! Every setting has a default, the template's. `config` reads a house from brief.toml, and all that reads a brief
//! takes one. A house is the same for all versions of a document, so that results can be cached by text.

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

/// Settings in force for one file, shared as `Arc<House>`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct House {
    pub header: Header,
    pub labels: Labels,
    pub date_format: DateFormat,
    pub vocabulary: Vocabulary,
    pub glossary: HouseTerms,
    pub format: FormatOptions,
    pub lint: Lint,
    /// The language of messages; `None` for that of the user.
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

    /// A label with its colon and, for a field, the blank behind it: `作者/Author(s): `.
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
