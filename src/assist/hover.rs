//! What is known of the thing under the cursor: a source, a keyword, a date, a point's partner.

use jiff::civil::{Date, Weekday};

use crate::assist::partner;
use crate::brief::FieldKind;
use crate::lexicon::{Source, SourceMatch, keywords, sources};
use crate::reading::date;
use crate::reading::keyword_list::KeywordList;
use crate::snapshot::Snapshot;
use crate::text::Span;

/// A text in Markdown about a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hover {
    pub span: Span,
    pub markdown: String,
}

/// What is known of what stands at byte `offset`.
pub fn hover(snapshot: &Snapshot, offset: usize) -> Option<Hover> {
    let content = snapshot.content();
    let here = |span: Span| span.start <= offset && offset <= span.end;
    let fields = snapshot.file().briefs.iter().flat_map(|brief| &brief.fields);
    let Some(field) = fields.into_iter().find(|field| here(field.value)) else {
        return of_point(snapshot, offset);
    };
    let value = field.value;
    match field.kind()? {
        FieldKind::Source => of_source(&content[value]).map(|markdown| Hover { span: value, markdown }),
        FieldKind::Date => {
            let read = date::read(&content[value]).date()?;
            Some(Hover { span: value, markdown: of_date(read) })
        }
        FieldKind::Keywords => {
            let items = KeywordList::read(content, value).items;
            let span = items.into_iter().find(|&item| here(item))?;
            of_keyword(&content[span]).map(|markdown| Hover { span, markdown })
        }
        _ => None,
    }
}

/// The partner's text: what one looks for on the other half of the page.
fn of_point(snapshot: &Snapshot, offset: usize) -> Option<Hover> {
    let partner = partner::partner(snapshot, offset)?;
    let texts = partner.others.iter().map(|&other| plain(&snapshot.content()[other]));
    Some(Hover { span: partner.own, markdown: texts.collect::<Vec<_>>().join("\n\n") })
}

/// The text with what Markdown would read as marks made harmless.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_punctuation() {
            plain.push('\\');
        }
        plain.push(c);
    }
    plain
}

pub(super) fn of_source(name: &str) -> Option<String> {
    match sources().lookup(name) {
        SourceMatch::Name(source) | SourceMatch::Abbreviation(source) => Some(all_names(source)),
        SourceMatch::Ambiguous(several) => {
            Some(several.into_iter().map(all_names).collect::<Vec<_>>().join("\n\n---\n\n"))
        }
        SourceMatch::Unknown => None,
    }
}

fn all_names(source: &Source) -> String {
    let abbreviation =
        if source.abbreviation.is_empty() { String::new() } else { format!(" ({})", source.abbreviation) };
    let site = if source.domain.is_empty() { String::new() } else { format!("<https://{}/>", source.domain) };
    let lines = [format!("**{}**{abbreviation}", source.name), source.chinese.to_owned(), site];
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("  \n")
}

pub(super) fn of_keyword(item: &str) -> Option<String> {
    let keyword = keywords().lookup(item)?.keyword;
    let english: Vec<&str> = [keyword.english].into_iter().chain(keyword.aliases.iter().copied()).collect();
    Some(format!("**{}** {}  \n{} · {}", keyword.chinese, english.join(", "), keyword.pinyin, keyword.zhuyin))
}

/// In both languages, with the weekday, as a wrong year shows in it.
fn of_date(date: Date) -> String {
    let (english, chinese) = match date.weekday() {
        Weekday::Monday => ("Monday", '一'),
        Weekday::Tuesday => ("Tuesday", '二'),
        Weekday::Wednesday => ("Wednesday", '三'),
        Weekday::Thursday => ("Thursday", '四'),
        Weekday::Friday => ("Friday", '五'),
        Weekday::Saturday => ("Saturday", '六'),
        Weekday::Sunday => ("Sunday", '日'),
    };
    let (year, month, day) = (date.year(), date.month(), date.day());
    let written = date.strftime("%B %-d, %Y");
    let minguo = if year > 1911 { format!(" · 民國{}年", year - 1911) } else { String::new() };
    format!("{english}, {written}  \n{year}年{month}月{day}日 星期{chinese}{minguo}")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::text::Text;

    /// The place is between « and », the cursor at |.
    #[track_caller]
    fn check(marked: &str, expected: Option<&str>) {
        let place = marked.replace('|', "");
        let text = place.replace(['«', '»'], "");
        let offset = marked.replace(['«', '»'], "").find('|').expect("a cursor");
        let snapshot = Snapshot::new(Text::new(&text, 0), true, Arc::default(), jiff::civil::date(2026, 3, 2));
        let found = hover(&snapshot, offset);
        assert_eq!(found.as_ref().map(|hover| hover.markdown.as_str()), expected);
        if let Some(Hover { span, .. }) = found {
            let start = place.find('«').expect("a place");
            let end = place.find('»').expect("its end") - '«'.len_utf8();
            assert_eq!(span, Span::new(start, end));
        }
    }

    #[test]
    fn sources() {
        let iiss = "**International Institute for Strategic Studies** (IISS)  \n國際戰略研究所  \n<https://iiss.org/>";
        check("來源: «II|SS»\n", Some(iiss));
        check("來源：\n«國際戰略研究所|»\n", Some(iiss));
        check("來源: 不知名|\n", None);
    }

    #[test]
    fn keywords() {
        let diplomacy = "**外交** diplomacy, foreign policy  \nwaijiao · ㄨㄞ ㄐㄧㄠ";
        check("關鍵字: 軍事、«外|交»、😀\n", Some(diplomacy));
        check("關鍵字: 軍事、外交、😀|\n", None);
    }

    #[test]
    fn a_point_shows_its_partner() {
        let text = "摘要:\n中國支出增加。\n  • «澳洲建造核子|動力潛艦。»\n\nSummary:\nChina.\n  • Australia *builds* nuclear submarines.\n";
        check(text, Some("Australia \\*builds\\* nuclear submarines\\."));
    }

    #[test]
    fn dates() {
        let thursday = "Thursday, April 17, 2025  \n2025年4月17日 星期四 · 民國114年";
        check("日期: «04/17/2|025»\n", Some(thursday));
        check("日期: «民國114年4月|17日»\n", Some(thursday));
        check("日期: 02/30|/2025\n", None);
        check("作者: |X\n", None);
    }
}
