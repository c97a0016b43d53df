//! Round trips of briefs through Word, import of other Word files, and damaged files.

use std::io::{Cursor, Read, Write};
use std::path::Path;

use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::messages::Message;
use super::read::package::Package;
use super::{document, read};
use crate::brief::{BriefFile, Labels};
use crate::format::formatted;
use crate::house::House;

const TODAY: jiff::civil::Date = jiff::civil::date(2026, 3, 2);

fn format(text: &str) -> String {
    formatted(text, &House::default(), TODAY)
}

fn word(text: &str) -> Vec<u8> {
    document(text, &BriefFile::read(text))
}

fn imported(bytes: &[u8]) -> Result<String, Message> {
    read(bytes, &Labels::default()).map(|imported| imported.text)
}

#[track_caller]
fn check_round_trip(text: &str) {
    let formatted = format(text);
    let back = format(&imported(&word(&formatted)).expect("a Word file"));
    // Word has neither line ends of one kind nor a byte order mark.
    let expected = formatted.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    assert_eq!(back, expected, "of\n{text}");
}

/// What was read of a damaged file can be written, and is read again.
#[track_caller]
fn check_sound(read: Result<String, Message>) {
    if let Ok(text) = read {
        assert!(imported(&word(&text)).is_ok(), "{text:?}");
    }
}

#[test]
fn every_brief_of_the_corpus_comes_back_the_same() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/briefs");
    let mut count = 0;
    for kind in ["good", "faulty"] {
        for entry in std::fs::read_dir(folder.join(kind)).expect("a folder of briefs") {
            check_round_trip(&std::fs::read_to_string(entry.expect("a file").path()).expect("UTF-8"));
            count += 1;
        }
    }
    assert!(count > 20);
}

#[test]
fn marks_come_back_as_they_were_typed() {
    let brief = |points: &str| format!("作者: X\n日期: Y\n\n摘要:\n{points}\nSummary:\nA\n");
    for points in [
        "  1. 甲\n  2. 乙\n    (1) 子\n    (2) 丑\n  3. 丙\n    (1) 寅\n",
        "  3. 從三開始\n  7. 跳號\n  7. 重複\n",
        "  一、甲\n  二、 有空格\n  三、丙\n",
        "  （九）甲\n  （十）乙\n  （十一）丙\n",
        "  ①甲\n  ② 乙\n",
        "  • 甲\n    • 乙\n      1) 丙\n      2) 丁\n    • 戊\n  • 己\n",
        "  •\n  • <b>&amp;</b> \"引\" 😀 𠮷\n",
    ] {
        check_round_trip(&brief(points));
    }
}

#[test]
fn lines_that_are_no_points_come_back_too() {
    check_round_trip(
        "作者: X\n日期: Y\n說明文字\n第二行\n\n  另一段\n\n摘要:\n甲。\n\n乙。\n  • 丙。\n丁。\n\n戊\n\nSummary:\nA\n",
    );
    check_round_trip("\u{feff}作者: X\r\n日期: Y\r\n\r\n摘要:\r\n甲\t乙\r\n\r\nSummary:\r\nA\r\n");
    check_round_trip("作者: X\n日期: Y\n摘要:\n甲\n***\nSummary:\nA\n作者: Z\n摘要:\n乙\n");
}

prop_compose! {
    fn line()(line in "[甲乙。，：a-z:.「」 \t0-9😀\u{3000}]{0,12}", mark in "(  • |    • |1\\. |2\\. |一、|（二）|① |- |o |)") -> String {
        format!("{mark}{line}\n")
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_brief_comes_back_the_same(
        header in proptest::collection::vec("(作者: |日期/Date: |關鍵字: |Note: |)[甲a-z 、]{0,6}\n\n?", 0..4),
        chinese in proptest::collection::vec(line(), 0..6),
        english in proptest::collection::vec(line(), 0..6),
        again in proptest::bool::ANY,
    ) {
        let brief = format!("作者: X\n{}\n摘要:\n{}\nSummary:\n{}\n", header.concat(), chinese.concat(), english.concat());
        check_round_trip(&if again { brief.repeat(2) } else { brief });
    }

    #[test]
    fn mutilated_files_are_refused_or_read(cuts in proptest::collection::vec((0usize..12000, any::<u8>()), 0..8), end in 0usize..12000) {
        let mut bytes = word("作者: X\n\n摘要:\n甲\n  1. 乙\n\nSummary:\nA\n  1. B\n");
        for (at, byte) in cuts {
            if let Some(place) = bytes.get_mut(at) {
                *place = byte;
            }
        }
        bytes.truncate(end.max(1));
        check_sound(imported(&bytes));
    }

    #[test]
    fn mutilated_parts_are_refused_or_read(part in 0usize..9, from in 0usize..4000, length in 0usize..400, put in "(<w:p>|</w:p>|<w:del>|&x;|&#0;|]]>|<!--|\u{0}|)") {
        let bytes = word("作者: X\n\n摘要:\n甲\n  1. 乙\n\nSummary:\nA\n  1. B\n");
        let mut parts = unpacked(&bytes);
        let (_, content) = &mut parts[part];
        let start = content.floor_char_boundary(from.min(content.len()));
        let end = content.floor_char_boundary((start + length).min(content.len()));
        content.replace_range(start..end, &put);
        check_sound(imported(&packed(&parts)));
    }

    #[test]
    fn other_bytes_are_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(imported(&bytes).is_err());
        prop_assert!(imported(&[b"PK\x03\x04", &bytes[..]].concat()).is_err());
    }
}

fn unpacked(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let count = archive.len();
    let read = |index| {
        let mut part = archive.by_index(index).expect("a part");
        let mut content = String::new();
        part.read_to_string(&mut content).expect("UTF-8");
        (part.name().expect("a name").into_owned(), content)
    };
    (0..count).map(read).collect()
}

fn packed(parts: &[(String, String)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(name.as_str(), SimpleFileOptions::default()).expect("a part");
        archive.write_all(content.as_bytes()).expect("memory");
    }
    archive.finish().expect("an archive").into_inner()
}

/// A file with that body, and with the styles and lists that other programs write.
fn foreign(body: &str) -> Vec<u8> {
    const STYLES: &str = r#"<w:styles xmlns:w="w"><w:style w:styleId="Bulleted"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style><w:style w:styleId="Deep"><w:basedOn w:val="Bulleted"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="ListNumber"><w:name w:val="List Number"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="ListNumber2"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style><w:style w:styleId="Aufzhlungszeichen3"><w:name w:val="List Bullet 3"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style><w:style w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Aufzhlungszeichen3"/></w:style></w:styles>"#;
    const NUMBERING: &str = r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="ideographTraditional"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="9"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>"#;
    let mut parts = unpacked(&word("摘要:\n甲\n"));
    for (name, content) in &mut parts {
        match name.as_str() {
            "word/document.xml" => {
                *content = format!(r#"<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#)
            }
            "word/styles.xml" => *content = STYLES.to_owned(),
            "word/numbering.xml" => *content = NUMBERING.to_owned(),
            _ => {}
        }
    }
    packed(&parts)
}

#[track_caller]
fn check(body: &str, expected: &str) {
    assert_eq!(imported(&foreign(body)).expect("a Word file"), expected);
}

fn p(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

#[test]
fn paragraphs_and_breaks() {
    check(
        "<w:p><w:r><w:t xml:space=\"preserve\">作者: </w:t><w:tab/><w:t>X</w:t><w:br/><w:t>日期:\n“Y”</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>甲&amp;&#20057;</w:t></w:r></w:p>",
        "作者: \tX\n日期: “Y”\n\n甲&乙\n",
    );
    check(
        "<w:p><w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink><w:r><w:noBreakHyphen/><w:sym w:char=\"F0B7\"/></w:r></w:p>",
        "link-\u{f0b7}\n",
    );
}

#[test]
fn tracked_changes_are_accepted() {
    check(
        "<w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>舊</w:delText><w:t>舊</w:t></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom></w:p>",
        "甲新\n",
    );
    check(&format!("{}{}", p("<w:rPr><w:del/></w:rPr>", "前"), p("", "後")), "前後\n");
    check(&p("<w:pPrChange><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:pPrChange>", "甲"), "甲\n");
}

#[test]
fn lists_are_counted_and_nested() {
    let item = |list: u32, level: u32, text: &str| {
        p(&format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>"), text)
    };
    check(
        &[item(1, 0, "甲"), item(1, 1, "子"), item(1, 1, "丑"), item(1, 0, "乙"), item(1, 1, "寅")].concat(),
        "  1、甲\n    1. 子\n    2. 丑\n  2、乙\n    1. 寅\n",
    );
    check(
        &[item(3, 0, "甲"), item(3, 0, "乙"), item(2, 0, "丙"), item(0, 0, "丁"), item(9, 0, "戊")].concat(),
        "  5、甲\n  6、乙\n  • 丙\n\n丁\n\n戊\n",
    );
    check(
        &[p("<w:pStyle w:val=\"Bulleted\"/>", "甲"), p("<w:pStyle w:val=\"Deep\"/>", "乙")].concat(),
        "  • 甲\n    • 乙\n",
    );
}

#[test]
fn styles_of_nested_lists_nest() {
    let item = |style: &str, text: &str| p(&format!("<w:pStyle w:val=\"{style}\"/>"), text);
    check(
        &[item("ListNumber", "甲"), item("ListNumber2", "子"), item("ListNumber2", "丑"), item("ListNumber", "乙")]
            .concat(),
        "  1、甲\n    1. 子\n    2. 丑\n  2、乙\n",
    );
    // The name counts, which is the same in Word of any language, and for styles made of it.
    check(&[item("Aufzhlungszeichen3", "甲"), item("Own", "乙")].concat(), "      • 甲\n      • 乙\n");
}

fn table(rows: &[&[&str]]) -> String {
    let cell = |text: &&str| format!("<w:tc>{}</w:tc>", p("", text));
    let row = |cells: &&[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>());
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

#[test]
fn tables_side_by_side_become_sections() {
    let rows: &[&[&str]] = &[
        &["作者/Author(s)", "王小明"],
        &["日期：", "04/17/2025"],
        &["導言。", "The lead."],
        &["甲。", "The first point."],
    ];
    check(
        &table(rows),
        "作者/Author(s): 王小明\n\n日期: 04/17/2025\n\n摘要:\n\n導言。\n\n  • 甲。\n\nSummary:\n\nThe lead.\n\n  • The first point.\n",
    );
    check(
        &table(&[&["", "Summary", "摘要"], &["1", "The lead.", "導言。"]]),
        "摘要\n\n導言。\n\nSummary\n\nThe lead.\n",
    );
    check(&table(&[&["甲", "乙"], &["丙", "丁"]]), "甲\n\n乙\n\n丙\n\n丁\n");
}

#[test]
fn what_a_brief_cannot_hold_is_told() {
    let bytes = foreign("<w:p><w:r><w:t>甲</w:t><w:footnoteReference/><w:drawing><a:blip/></w:drawing></w:r></w:p>");
    let imported = read(&bytes, &Labels::default()).expect("a Word file");
    assert_eq!(imported.left_out, [Message::NotesLeftOut { count: 1 }, Message::PicturesLeftOut { count: 1 }]);
}

#[test]
fn other_files_are_told_apart() {
    let check = |bytes: &[u8], expected: Message| assert_eq!(imported(bytes), Err(expected));
    let compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    check(b"", Message::Empty);
    check("摘要:\n".as_bytes(), Message::TextNotWord);
    check(b"\xff\xfe\x00", Message::NoWordFile);
    check(b"{\\rtf1", Message::NotWord { format: "RTF" });
    check(b"%PDF-1.7", Message::NotWord { format: "PDF" });
    check(compound, Message::OldWord);
    check(&[&compound[..], &name].concat(), Message::Encrypted);
    let whole = word("摘要:\n甲\n");
    check(&whole[..whole.len() / 2], Message::Truncated);
    check(&packed(&[("a.txt".into(), "x".into())]), Message::NotWord { format: "ZIP" });
    check(&packed(&[("META-INF/manifest.xml".into(), "x".into())]), Message::NotWord { format: "OpenDocument" });
    check(&packed(&[("[Content_Types].xml".into(), "<x/>".into())]), Message::WithoutText);
    check(&foreign("<w:p>"), Message::Damaged { part: "word/document.xml".into() });
    let sheet =
        r#"<Relationships><Relationship Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    check(
        &packed(&[("[Content_Types].xml".into(), "<x/>".into()), ("_rels/.rels".into(), sheet.into())]),
        Message::NotWord { format: "Excel" },
    );
}

#[test]
fn what_unpacks_without_end_is_not_unpacked() {
    let bytes = foreign(&" ".repeat(10_000));
    let mut package = Package::open(&bytes).expect("a Word file");
    package.limit(9_000);
    assert!(matches!(package.part("word/document.xml"), Err(Message::TooLarge { .. })));
    assert!(matches!(imported(&foreign(&"<w:tbl>".repeat(10_000))), Err(Message::Damaged { .. })));
}
