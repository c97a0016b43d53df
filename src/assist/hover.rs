//! Hover: facts about the source, keyword, date or item under the cursor, and a point's partner.

use jiff::civil::{Date, Weekday};

use super::messages::Message;
use crate::archive::mention::mentions;
use crate::archive::{Archive, Mention, NameKind};
use crate::assist::item::item_at;
use crate::assist::partner;
use crate::bitext::{Status, Subject};
use crate::brief::FieldKind;
use crate::house::House;
use crate::language::{Both, Language};
use crate::lexicon::{Source, SourceMatch, Term};
use crate::reading::value::{CalendarDate, Value, ValueKind};
use crate::reading::{date, wording};
use crate::snapshot::Snapshot;
use crate::text::Span;

/// A text in Markdown about a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hover {
    pub span: Span,
    pub markdown: String,
    /// Whether the partner agrees, or how many briefs have the name.
    pub note: Option<Message>,
}

impl Hover {
    fn plain(span: Span, markdown: String) -> Hover {
        Hover { span, markdown, note: None }
    }
}

/// The hovers of one place, one below the other.
pub fn stack(parts: impl IntoIterator<Item = Option<Hover>>) -> Option<Hover> {
    parts.into_iter().flatten().reduce(|above, below| {
        let markdown = format!("{}\n\n---\n\n{}", above.markdown, below.markdown);
        Hover { markdown, ..above }
    })
}

/// The hover at byte `offset`.
pub fn hover(snapshot: &Snapshot, archive: &Archive, offset: usize) -> Option<Hover> {
    let content = snapshot.content();
    let here = |span: Span| span.start <= offset && offset <= span.end;
    let mut briefs = snapshot.file().briefs.iter();
    if let Some(mention) =
        briefs.clone().flat_map(|brief| mentions(content, brief, snapshot.house())).find(|mention| here(mention.span))
    {
        return of_name(snapshot, archive, mention);
    }
    let Some(field) = briefs.find_map(|brief| brief.fields.iter().find(|field| here(field.value))) else {
        return of_item(snapshot, offset).or_else(|| of_point(snapshot, offset));
    };
    let read = date::read(&content[field.value], &snapshot.house().date_format).date();
    let read = read.filter(|_| field.kind() == Some(FieldKind::Date))?;
    Some(Hover::plain(field.value, of_date(read)))
}

/// Facts about an author, source or keyword from the house and the archive.
fn of_name(snapshot: &Snapshot, archive: &Archive, Mention { kind, span }: Mention) -> Option<Hover> {
    let (name, house) = (&snapshot.content()[span], snapshot.house());
    let markdown = match kind {
        NameKind::Author => None,
        NameKind::Source => of_source(house, name),
        NameKind::Keyword => of_keyword(house, name),
    };
    let note = archive.lookup(kind, name).map(|known| match known.briefs {
        1 => Message::OneBriefWithName,
        count => Message::BriefsWithName { count },
    });
    let is_known = markdown.is_some() || note.is_some();
    is_known.then(|| Hover { span, markdown: markdown.unwrap_or_else(|| format!("**{}**", plain(name))), note })
}

/// The partner's text, which people look for in the other half of the page.
fn of_point(snapshot: &Snapshot, offset: usize) -> Option<Hover> {
    let partner = partner::partner(snapshot, offset)?;
    let texts = partner.others.iter().map(|&other| plain(&snapshot.content()[other]));
    // A control character alone is a text, but nothing to show.
    let shown: Vec<String> = texts.filter(|text| !text.trim().is_empty()).collect();
    (!shown.is_empty()).then(|| Hover::plain(partner.own, shown.join("\n\n")))
}

/// A term, number or date: its reading, whether the partner agrees, and the partner's text.
fn of_item(snapshot: &Snapshot, offset: usize) -> Option<Hover> {
    let found = item_at(snapshot, offset)?;
    let about = match found.subject {
        Subject::Term(term) => of_term(term),
        Subject::Value(value) => of_value(&value)?,
        Subject::Acronym(_) => return None,
    };
    let written = |place: Span| snapshot.content()[place].split_whitespace().collect::<Vec<_>>().join(" ");
    let note = found.status.and_then(|status| match status {
        Status::Matched(places) => Some(match places.first() {
            Some(&place) => Message::PartnerAgrees { text: written(place) },
            None => Message::PartnerAgreesInOtherWords,
        }),
        Status::Mismatched(place) => Some(Message::PartnerDiffers { text: written(place) }),
        Status::Missing => Some(Message::PartnerIsSilent),
        // Nobody knows, so nothing is claimed.
        Status::Hinted => None,
    });
    let partner = of_point(snapshot, offset).map(|partner| format!("\n\n---\n\n{}", partner.markdown));
    Some(Hover { span: found.span, markdown: about + &partner.unwrap_or_default(), note })
}

fn of_term(term: &Term) -> String {
    let names = Both::from_fn(|language| term.own_names(language).collect::<Vec<_>>());
    format!("**{}**  \n{}", names.chinese.join("、"), plain(&names.english.join(", ")))
}

/// In both languages, and in full where it is large.
fn of_value(value: &Value) -> Option<String> {
    if let ValueKind::Date(CalendarDate { year: Some(year), month: Some(month), day: Some(day) }) = value.kind {
        let date = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        return date.ok().map(of_date);
    }
    let words = [
        wording::in_language(Language::English, value),
        wording::in_language(Language::Chinese, value),
        wording::in_digits(value),
    ];
    let mut words: Vec<String> = words.into_iter().flatten().map(|words| plain(&words)).collect();
    words.dedup();
    (!words.is_empty()).then(|| words.join(" · "))
}

/// The text with Markdown's marks escaped, and nothing else: some editors show the backslash.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let mark = mark_of_line(line);
        for (at, c) in line.char_indices() {
            if mark == Some(at) || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|') {
                plain.push('\\');
            }
            plain.push(c);
        }
    }
    plain
}

/// Offset of the mark that makes a line a heading or an item of a list: `# `, `- `, `1. `.
fn mark_of_line(line: &str) -> Option<usize> {
    let start = line.len() - line.trim_start().len();
    let number = line[start..].bytes().take_while(u8::is_ascii_digit).count();
    let marks: &[char] = if number > 0 { &['.', ')'] } else { &['#', '+', '-', '='] };
    let rest = &line[start + number..];
    let behind = rest.trim_start_matches(marks);
    let is_mark = behind.len() < rest.len() && (behind.is_empty() || behind.starts_with(char::is_whitespace));
    is_mark.then_some(start + number)
}

pub(super) fn of_source(house: &House, name: &str) -> Option<String> {
    match house.sources().lookup(name) {
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
    let lines = [format!("**{}**{abbreviation}", source.name.english), source.name.chinese.to_owned(), site];
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("  \n")
}

pub(super) fn of_keyword(house: &House, item: &str) -> Option<String> {
    let keyword = house.keywords().lookup(item)?.keyword;
    let english: Vec<&str> = [keyword.name.english].into_iter().chain(keyword.aliases.iter().copied()).collect();
    Some(format!("**{}** {}  \n{} · {}", keyword.name.chinese, english.join(", "), keyword.pinyin, keyword.zhuyin))
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
    use super::*;
    use crate::assist::tests::{at_cursor, house, snapshot_in};

    /// The place is between « and », the cursor at |.
    #[track_caller]
    fn check(marked: &str, expected: Option<&str>) {
        let place = marked.replace('|', "");
        let (snapshot, offset) = at_cursor(&marked.replace(['«', '»'], ""));
        let found = hover(&snapshot, &Archive::default(), offset);
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

    /// Checks what is said of the item at the cursor, and of the partner.
    #[track_caller]
    fn check_item(marked: &str, about: &str, note: Option<Message>) {
        let (snapshot, offset) = at_cursor(marked);
        let found = hover(&snapshot, &Archive::default(), offset).expect("something is known");
        assert_eq!((found.markdown.split("\n\n---").next(), found.note), (Some(about), note));
    }

    #[test]
    fn values_and_terms() {
        let brief = |zh: &str, en: &str| format!("摘要:\n前言\n  • {zh}\n\nSummary:\nLead\n  • {en}\n");
        let text = brief("😀編列527億|美元，成長5%", "Spending $52.7 billion, up 6 percent");
        let agrees = Message::PartnerAgrees { text: "$52.7 billion".into() };
        check_item(&text, "$52.7 billion · 527億美元 · 52,700,000,000", Some(agrees));
        let text = brief("成長5%", "Up 6 per|cent");
        check_item(&text, "6%", Some(Message::PartnerDiffers { text: "5%".into() }));
        let text = brief("在2025年3月9|日", "On March 9, 2025");
        let sunday = "Sunday, March 9, 2025  \n2025年3月9日 星期日 · 民國114年";
        check_item(&text, sunday, Some(Message::PartnerAgrees { text: "March 9, 2025".into() }));
        check_item(
            &brief("全球南|方國家", "A view"),
            "**全球南方、全球南方國家**  \nGlobal South",
            Some(Message::PartnerIsSilent),
        );
        check_item("摘要:\n  • 全球南|方\n", "**全球南方、全球南方國家**  \nGlobal South", None);
    }

    #[test]
    fn terms_of_the_house() {
        let (snapshot, offset) = at_cursor("摘要:\n前言\n  • 😀雲|海\n\nSummary:\nLead\n  • A cloud sea\n");
        let snapshot = snapshot_in(house(), snapshot.content());
        let found = hover(&snapshot, &Archive::default(), offset).expect("something is known");
        assert!(found.markdown.starts_with("**雲海**  \nsea of clouds, cloud sea\n"), "{}", found.markdown);
        assert_eq!(found.note, Some(Message::PartnerAgrees { text: "cloud sea".into() }));
    }

    #[test]
    fn a_point_shows_its_partner() {
        let text = "摘要:\n中國支出增加。\n  • «澳洲建造核子|動力潛艦。»\n\nSummary:\nChina.\n  • Australia *builds* nuclear submarines.\n";
        check(text, Some("Australia \\*builds\\* nuclear submarines."));
        check("摘要:\n中國行|動。\n  • 甲\n\nSummary:\n\u{b}\n", None);
    }

    #[test]
    fn only_marks_are_made_harmless() {
        for (text, expected) in [
            ("up 7.2%, to $52.7 billion (U.S.)", "up 7.2%, to $52.7 billion (U.S.)"),
            ("*a* _b_ `c` [d](e) <f> ~g~ & \\", r"\*a\* \_b\_ \`c\` \[d\](e) \<f\> \~g\~ \& \\"),
            ("2026. 一\n# 二\n  - 3\n3.5 😀", "2026\\. 一\n\\# 二\n  \\- 3\n3.5 😀"),
            ("", ""),
        ] {
            assert_eq!(plain(text), expected);
        }
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
