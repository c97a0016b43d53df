//! The extract of a file's text that the archive stores.

use jiff::civil::Date;

use super::mention::{Mention, NameKind, mentions};
use crate::brief::{Brief, BriefFile, FieldKind, Language};
use crate::house::House;
use crate::reading::date;
use crate::text::{Span, first_words};

/// Extract of one file, before its names are indexed.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Record {
    pub briefs: Vec<BriefRecord>,
}

#[derive(Debug, PartialEq, Eq)]
pub struct BriefRecord {
    /// Index of its first line in the file.
    pub line: u32,
    pub below: LinesBelow,
    pub date: Option<Date>,
    pub names: Vec<(NameKind, String)>,
    pub first_words: String,
}

/// Distance in lines from a brief's first line to its authors, source and keywords; 0 where a byte cannot hold it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LinesBelow([u8; 3]);

impl LinesBelow {
    fn of(brief: &Brief) -> LinesBelow {
        let line = |kind| brief.field(kind).map_or(0, |field| field.value_line - brief.lines.start);
        let fields = [FieldKind::Author, FieldKind::Source, FieldKind::Keywords];
        LinesBelow(fields.map(|kind| u8::try_from(line(kind)).unwrap_or(0)))
    }

    pub fn lines(self, kind: NameKind) -> u32 {
        u32::from(self.0[kind as usize])
    }
}

/// Length of the first words, in columns.
const WIDTH: usize = 48;

impl Record {
    /// Extract of a text that follows the template.
    pub fn of_text(text: &str) -> Record {
        Record::of(text, &BriefFile::read(text), &House::default())
    }

    /// Extract of `file`, which was read from `text`.
    pub fn of(text: &str, file: &BriefFile, house: &House) -> Record {
        let briefs = file.briefs.iter().filter(|brief| brief.has_known_label());
        Record { briefs: briefs.map(|brief| BriefRecord::of(text, brief, house)).collect() }
    }
}

impl BriefRecord {
    fn of(text: &str, brief: &Brief, house: &House) -> BriefRecord {
        let named = |Mention { kind, span }| (kind, one_line(&text[span]));
        BriefRecord {
            line: brief.lines.start as u32,
            below: LinesBelow::of(brief),
            date: brief
                .field(FieldKind::Date)
                .and_then(|field| date::read(&text[field.value], &house.date_format).date()),
            names: mentions(text, brief, house).into_iter().map(named).collect(),
            first_words: beginning(brief).map_or_else(String::new, |span| first_words(&text[span], WIDTH)),
        }
    }
}

/// A name with plain blanks: Word's no-break spaces belong to one file only.
fn one_line(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The title, or else the first Chinese text, or else the first English one.
fn beginning(brief: &Brief) -> Option<Span> {
    let title = brief.field(FieldKind::Title).map(|field| field.value);
    let text_of = |language| brief.section(language).and_then(|section| section.texts().find(|text| !text.is_empty()));
    title.filter(|title| !title.is_empty()).or_else(|| Language::ALL.into_iter().find_map(text_of))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_brief_is_its_header_and_first_words() {
        let text = "作者: By Dr. Erik Green, 王小明\n來源：IISS\n日期: 2025年4月17日\n關鍵字: 軍事，外交\n摘要:\n😀 中國\nSummary:\nChina\n";
        let record = Record::of_text(text);
        let names = [("Erik Green", NameKind::Author), ("王小明", NameKind::Author), ("IISS", NameKind::Source)];
        let keywords = [("軍事", NameKind::Keyword), ("外交", NameKind::Keyword)];
        let names = names.into_iter().chain(keywords).map(|(name, kind)| (kind, name.to_owned())).collect();
        let date = Some(jiff::civil::date(2025, 4, 17));
        let brief =
            BriefRecord { line: 0, below: LinesBelow([0, 1, 3]), date, names, first_words: "😀 中國".to_owned() };
        assert_eq!(record, Record { briefs: vec![brief] });
    }

    #[test]
    fn names_are_kept_with_plain_spaces() {
        let record = Record::of_text("作者: Meia\u{a0}Nouwens\n來源: Chatham \u{3000}House\n摘要:\n甲\n");
        let names: Vec<&str> = record.briefs[0].names.iter().map(|(_, name)| name.as_str()).collect();
        assert_eq!(names, ["Meia Nouwens", "Chatham House"]);
    }

    #[test]
    fn a_title_comes_before_the_lead() {
        let first_words = |text| Record::of_text(text).briefs.remove(0).first_words;
        assert_eq!(first_words("標題: 一\n摘要:\n二\n"), "一");
        assert_eq!(first_words("標題:\n摘要:\n\nSummary:\nThree\n"), "Three");
        assert_eq!(first_words("作者: X\n"), "");
    }

    #[test]
    fn other_texts_have_no_record() {
        assert_eq!(Record::of_text("Dear Sir,\n"), Record::default());
        assert_eq!(Record::of_text(""), Record::default());
    }
}
