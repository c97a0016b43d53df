//! `header/missing-field`: a field that every brief has is not there.

use super::messages::Message;
use crate::brief::FieldKind;
use crate::rules::{Context, Finding, rule};
use crate::text::{Edit, Span};

rule! {
    /// Reports a header that lacks its author, source, date or keywords.
    ///
    /// A brief without any header gets one report, not four. A label with a slip in it counts as present:
    /// `header/unknown-field` speaks of that.
    ///
    /// ## Why
    /// Readers cite a brief by these four fields, and the archive finds it by them.
    ///
    /// ## Example
    /// ```brief bad
    /// 作者/Author(s): 王小明
    ///
    /// 網站來源/Source: RAND Corporation
    ///
    /// 關鍵字/Keywords: 軍事、外交
    /// ```
    /// The date is missing. The fix adds its label where it belongs:
    /// ```brief good
    /// 作者/Author(s): 王小明
    ///
    /// 網站來源/Source: RAND Corporation
    ///
    /// 日期/Date: 04/17/2025
    ///
    /// 關鍵字/Keywords: 軍事、外交
    /// ```
    ///
    /// ## Options
    /// `header.fields` in brief.toml lists the fields that your house requires, `header.labels` what they are called.
    "header/missing-field", Error, Brief(check)
}

fn check(cx: &Context) -> Vec<Finding> {
    let Some(first) = cx.brief.fields.first() else {
        return missing_header(cx).into_iter().collect();
    };
    let missing = cx.house.header.required.iter().copied().filter(|&kind| cx.brief.field(kind).is_none());
    missing
        .map(|kind| {
            let label = cx.house.label(kind);
            RULE.at(first.label.words, Message::MissingField { label })
                .quick_fix(Message::AddField { label }, vec![insert(cx, kind)])
        })
        .collect()
}

fn missing_header(cx: &Context) -> Option<Finding> {
    let required = &cx.house.header.required;
    let line_end = cx.file.line_end().as_str();
    let header: String = required.iter().map(|&kind| cx.house.opening(kind) + line_end + line_end).collect();
    let labels: Vec<&str> = required.iter().map(|&kind| cx.house.label(kind)).collect();
    let top = cx.file.lines[cx.brief.lines.start].span.start;
    let finding = RULE.at(first_words(cx), Message::MissingHeader { labels: labels.join(", ") });
    (!required.is_empty()).then(|| finding.quick_fix(Message::AddHeader, vec![Edit::insert(top, header)]))
}

/// The words of the first section's label, or else the first line.
fn first_words(cx: &Context) -> Span {
    if let Some(section) = cx.brief.sections.first() {
        return section.label.words;
    }
    cx.file.lines[cx.brief.lines.start].span.trim(cx.text)
}

/// Inserts the label before the first field that follows it in the template, or else behind the whole header.
fn insert(cx: &Context, kind: FieldKind) -> Edit {
    let label = cx.house.opening(kind);
    let line_end = cx.file.line_end().as_str();
    // Behind another brief only an author or the same first field as there begins the next one.
    let keeps_first =
        kind != FieldKind::Author && cx.file.briefs.first().is_some_and(|first| first.lines != cx.brief.lines);
    let fields = cx.brief.fields.iter().skip(usize::from(keeps_first));
    if let Some(next) = fields.into_iter().find(|field| is_behind(cx, field.kind(), kind)) {
        let start = cx.file.lines[next.line].span.start;
        return Edit::insert(start, format!("{label}{line_end}{line_end}"));
    }
    let behind = cx.brief.fields.last().map_or(0, |field| super::lines_of(cx.file, field).end);
    let place = cx.file.lines_span(&(behind..behind)).end;
    let ended = cx.text[..place].ends_with(['\n', '\r']);
    Edit::insert(
        place,
        if ended { format!("{line_end}{label}{line_end}") } else { format!("{line_end}{line_end}{label}") },
    )
}

fn is_behind(cx: &Context, field: Option<FieldKind>, kind: FieldKind) -> bool {
    let place = |kind| cx.house.header.place(kind);
    field.is_some_and(|field| place(field) > place(kind))
}

#[cfg(test)]
mod tests {
    use super::{Message, RULE};
    use crate::rules::tests::{check, check_quiet, run};

    #[test]
    fn a_field_in_the_middle() {
        check(
            &RULE,
            "«作者/Author(s)»: 王小明\n\n日期/Date: 04/17/2025\n\n關鍵字/Keywords: 軍事\n",
            Some("作者/Author(s): 王小明\n\n網站來源/Source: \n\n日期/Date: 04/17/2025\n\n關鍵字/Keywords: 軍事\n"),
        );
    }

    #[test]
    fn the_first_field() {
        check(
            &RULE,
            "«標題»: 𠮷野家 😀\n\n來源： RAND\n\n日期: 04/17/2025\n\n關鍵字: 軍事\n",
            Some("標題: 𠮷野家 😀\n\n作者/Author(s): \n\n來源： RAND\n\n日期: 04/17/2025\n\n關鍵字: 軍事\n"),
        );
    }

    #[test]
    fn the_last_field() {
        check(
            &RULE,
            "«作者»：王小明\r\n\r\n來源：RAND\r\n\r\n日期：04/17/2025\r\n\r\n摘要：\r\n",
            Some("作者：王小明\r\n\r\n來源：RAND\r\n\r\n日期：04/17/2025\r\n\r\n關鍵字/Keywords: \r\n\r\n摘要：\r\n"),
        );
        check(&RULE, "«作者»: X\n來源: Y\n日期: Z", Some("作者: X\n來源: Y\n日期: Z\n\n關鍵字/Keywords: "));
        check(
            &RULE,
            "«作者»: X\n來源: Y\n日期:\nZ\n連結: https://a.b\n",
            Some("作者: X\n來源: Y\n日期:\nZ\n關鍵字/Keywords: \n\n連結: https://a.b\n"),
        );
    }

    #[test]
    fn a_value_of_several_lines_stays_whole() {
        check(
            &RULE,
            "«作者»: X\n來源: Y\n日期: 2025\n4 月\n17 日\n\n摘要:\n",
            Some("作者: X\n來源: Y\n日期: 2025\n4 月\n17 日\n\n關鍵字/Keywords: \n\n摘要:\n"),
        );
    }

    #[test]
    fn the_next_brief_of_a_digest_keeps_its_first_field() {
        let full = "日期: Z\n作者: X\n來源: Y\n關鍵字: W\n摘要:\n中國\n";
        check(
            &RULE,
            &format!("{full}\n«日期»: Z\n作者: X\n關鍵字: W\n摘要:\n中國\n"),
            Some(&format!("{full}\n日期: Z\n作者: X\n網站來源/Source: \n\n關鍵字: W\n摘要:\n中國\n")),
        );
    }

    #[test]
    fn several_are_reported_one_by_one() {
        assert_eq!(run(&RULE, "日期: 04/17/2025\n").len(), 3);
    }

    const HEADER: &str = "作者/Author(s): \n\n網站來源/Source: \n\n日期/Date: \n\n關鍵字/Keywords: \n\n";

    #[test]
    fn no_header_is_one_finding() {
        check(&RULE, "«摘要»:\n中國\n", Some(&format!("{HEADER}摘要:\n中國\n")));
        check(&RULE, "\u{feff}\n## «Summary»\nChina\n", Some(&format!("\u{feff}\n{HEADER}## Summary\nChina\n")));
        check(&RULE, "中國推動新秩序\n\n«摘要»:\n", Some(&format!("{HEADER}中國推動新秩序\n\n摘要:\n")));
        let messages: Vec<_> = run(&RULE, "摘要:\n").into_iter().map(|finding| finding.message).collect();
        let labels = "作者/Author(s), 網站來源/Source, 日期/Date, 關鍵字/Keywords".to_owned();
        assert_eq!(messages, [Message::MissingHeader { labels }.into()]);
    }

    #[test]
    fn text_without_any_label() {
        check(&RULE, "\n　«中國 😀» \n美國\n", Some(&format!("\n{HEADER}　中國 😀 \n美國\n")));
    }

    #[test]
    fn no_text_no_finding() {
        check_quiet(&RULE, "");
        check_quiet(&RULE, "\r\n \u{3000}\r\n");
    }

    #[test]
    fn any_spelling_and_order_is_present() {
        check_quiet(&RULE, "Date: 1\nKey words: 2\n**出處**: 3\nAuthors: 4\n");
        check_quiet(&RULE, "作者: X\n來源: Y\n日期/Data: Z\n關鍵字/Keyowrds: W\n");
        check_quiet(&RULE, "作者:\n來源:\n日期:\n關鍵字:\n");
    }

    #[test]
    fn each_brief_of_a_digest_by_itself() {
        let full = "作者: X\n來源: Y\n日期: Z\n關鍵字: W\n摘要:\n中國\n";
        check_quiet(&RULE, &format!("{full}\n---\n\n{full}"));
        check(
            &RULE,
            &format!("{full}\n---\n\n«作者»: X\n來源: Y\n日期: Z\n摘要:\n"),
            Some(&format!("{full}\n---\n\n作者: X\n來源: Y\n日期: Z\n\n關鍵字/Keywords: \n摘要:\n")),
        );
    }
}
