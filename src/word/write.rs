//! From a brief to a Word file: header, headings, lists that Word counts, fonts and languages of both scripts.

mod block;
mod lists;

use std::io::{Cursor, Write};

use maud::{Markup, html};
use zip::ZipWriter;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;

use crate::brief::{BriefFile, FieldKind, Language};
use block::{BlockKind, ParagraphBlock, blocks};
use lists::Lists;

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Parts that are the same in every file, by their paths in it.
const PARTS: [(&str, &str); 6] = [
    ("[Content_Types].xml", include_str!("write/parts/content_types.xml")),
    ("_rels/.rels", include_str!("write/parts/package_relations.xml")),
    ("word/_rels/document.xml.rels", include_str!("write/parts/document_relations.xml")),
    ("word/styles.xml", include_str!("write/parts/styles.xml")),
    ("word/settings.xml", include_str!("write/parts/settings.xml")),
    ("docProps/app.xml", include_str!("write/parts/app.xml")),
];

/// The Word file of all briefs in `file`, which was read from `text`. The same text gives the same bytes.
pub fn document(text: &str, file: &BriefFile) -> Vec<u8> {
    let mut lists = Lists::default();
    let body = body(text, file, &mut lists);
    let parts = [
        ("word/document.xml", body),
        ("word/numbering.xml", lists.part()),
        ("docProps/core.xml", properties(text, file)),
    ];
    let own = parts.into_iter().map(|(name, part)| (name, DECLARATION.to_owned() + &part.into_string()));
    let fixed = PARTS.into_iter().map(|(name, part)| (name, part.to_owned()));
    packed(fixed.chain(own)).expect("memory takes every write")
}

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

fn packed(parts: impl Iterator<Item = (&'static str, String)>) -> ZipResult<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(name, SimpleFileOptions::default())?;
        archive.write_all(content.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

fn body(text: &str, file: &BriefFile, lists: &mut Lists) -> Markup {
    let blocks = blocks(text, file);
    html! {
        w:document xmlns:w=(MAIN) {
            w:body {
                @for block in &blocks { (paragraph(text, block, lists)) }
                w:sectPr {
                    w:pgSz w:w="11906" w:h="16838" {}
                    w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0" {}
                }
            }
        }
    }
}

fn paragraph(text: &str, block: &ParagraphBlock, lists: &mut Lists) -> Markup {
    html! {
        w:p {
            w:pPr {
                @match &block.kind {
                    BlockKind::Field { .. } => w:pStyle w:val="BriefField" {},
                    BlockKind::Heading => w:pStyle w:val="Heading1" {},
                    BlockKind::Point { .. } => w:pStyle w:val="ListParagraph" {},
                    BlockKind::Text => {},
                }
                @if block.starts_page { w:pageBreakBefore {} }
                @if let BlockKind::Point { mark, gap, value, depth } = &block.kind {
                    @let level = depth.min(&DEEPEST);
                    w:numPr {
                        w:ilvl w:val=(level) {}
                        w:numId w:val=(lists.of(block.section, *level, mark, gap, *value)) {}
                    }
                }
            }
            @for (index, line) in block.lines.iter().enumerate() {
                @if index > 0 { w:r { w:br {} } }
                @match block.kind {
                    BlockKind::Field { label } if index == 0 => {
                        (run(&text[label.range()], block.language, true))
                        (run(&text[label.end..line.end], block.language, false))
                    }
                    _ => (run(&text[line.range()], block.language, false)),
                }
            }
        }
    }
}

/// Deepest level: Word has nine.
const DEEPEST: usize = 8;

/// A run of text. Its language selects Word's spelling checker, and the script of quotation marks and dashes.
fn run(text: &str, language: Option<Language>, is_label: bool) -> Markup {
    html! {
        @if !text.is_empty() {
            w:r {
                w:rPr {
                    @if is_label { w:rStyle w:val="BriefLabel" {} }
                    @match language {
                        Some(Language::Chinese) => { w:rFonts w:hint="eastAsia" {} w:lang w:val="en-US" w:eastAsia="zh-TW" {} }
                        Some(Language::English) => w:lang w:val="en-US" w:eastAsia="zh-TW" {},
                        None => {},
                    }
                }
                @for (index, part) in text.split('\t').enumerate() {
                    @if index > 0 { w:tab {} }
                    @if !part.is_empty() { w:t xml:space="preserve" { (held(part)) } }
                }
            }
        }
    }
}

/// `text` without the characters that XML does not allow.
fn held(text: &str) -> String {
    let lost =
        |c: char| matches!(c, '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    text.replace(lost, "")
}

/// Properties of the file: title, authors, keywords.
fn properties(text: &str, file: &BriefFile) -> Markup {
    let values = |kind: FieldKind| {
        let fields = file.briefs.iter().filter_map(move |brief| brief.field(kind));
        let mut values: Vec<&str> = Vec::new();
        for value in fields.map(|field| &text[field.value.range()]).filter(|value| !value.is_empty()) {
            if !values.contains(&value) {
                values.push(value);
            }
        }
        values
    };
    let titles = values(FieldKind::Title);
    let titles = if titles.is_empty() { values(FieldKind::Source) } else { titles };
    let property = |values: Vec<&str>, between: &str| held(&values.join(between));
    html! {
        cp:coreProperties
            xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
            xmlns:dc="http://purl.org/dc/elements/1.1/" {
            dc:title { (property(titles, "; ")) }
            dc:creator { (property(values(FieldKind::Author), "; ")) }
            cp:keywords { (property(values(FieldKind::Keywords), "、")) }
            dc:language { "zh-TW" }
        }
    }
}
