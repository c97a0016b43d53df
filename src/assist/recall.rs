//! From the translation memory: what other briefs of the archive have in the other language for a text much like this one.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use crate::assist::partner::{SegmentAt, segment_at};
use crate::bitext::Trust;
use crate::brief::{FieldKind, Language, Section};
use crate::memory::{DiffPiece, Question, Similarity, differing_numbers};
use crate::pairing::sentences;
use crate::reading::date;
use crate::rules::Context;
use crate::snapshot::Snapshot;
use crate::text::Span;

/// A text whose like is looked for, and the brief that asks.
#[derive(Debug)]
pub struct Ask {
    pub question: Question,
    /// Of the file.
    lines: Range<usize>,
}

/// A text of the archive that is much like the one asked about; its translation is yet to be looked for.
#[derive(Debug, Clone)]
pub struct Alike {
    path: PathBuf,
    file: Arc<Snapshot>,
    /// Index of its brief in the file.
    brief: usize,
    text: Span,
    likeness: Similarity,
    date: Option<Date>,
}

/// The same with its translation, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recalled {
    pub path: PathBuf,
    /// Index of the line on which the text begins.
    pub line: usize,
    pub date: Option<Date>,
    /// Date and source as its brief writes them.
    pub header: Vec<String>,
    pub likeness: Similarity,
    /// The text with what the one asked about has instead; nothing where the words are the same.
    pub difference: Vec<DiffPiece>,
    /// Numbers and dates that only the one text has, and only the other.
    pub numbers: (Vec<String>, Vec<String>),
    pub translation: String,
}

/// How many are worth being shown, and of how many the translations are looked for.
const MOST: usize = 3;
const TRIED: usize = 8;

/// Asks about the lead or point at byte `offset`.
pub fn about(snapshot: &Snapshot, offset: usize) -> Option<(Span, Ask)> {
    let at = segment_at(snapshot, offset)?;
    let ask = Ask::about(&at, at.segment.span, at.segment.language)?;
    Some((at.segment.span.cover(Span::at(offset)), ask))
}

impl Ask {
    /// About a text of the segment's brief.
    pub fn about(at: &SegmentAt, text: Span, language: Language) -> Option<Ask> {
        let question = Question::of(&at.cx.text[text], language)?;
        Some(Ask { question, lines: at.cx.brief.lines.clone() })
    }

    /// The texts of a file that are like it. `is_own` says that it is the file of the brief that asks, whose own texts do
    /// not count.
    pub fn alike(&self, path: &Path, is_own: bool, file: &Arc<Snapshot>) -> Vec<Alike> {
        let briefs = file.contexts().enumerate().filter(|(_, cx)| !(is_own && cx.brief.lines == self.lines));
        let in_brief = |(brief, cx): (usize, Context)| {
            let texts: Vec<Span> =
                cx.brief.section(self.question.language()).into_iter().flat_map(Section::texts).collect();
            let like = texts.into_iter().filter_map(|text| Some((text, self.question.similarity(&cx.text[text])?)));
            let date = value(&cx, FieldKind::Date).and_then(|value| date::read(value, &cx.house.date_format).date());
            let alike = like.map(|(text, likeness)| Alike {
                path: path.to_owned(),
                file: file.clone(),
                brief,
                text,
                likeness,
                date,
            });
            alike.collect::<Vec<_>>()
        };
        briefs.flat_map(in_brief).collect()
    }

    /// The most alike, of equals the newest, with their translations, each of these once. To find a translation takes
    /// much longer than to see that a text is like another, so few are looked for.
    pub fn best(&self, mut all: Vec<Alike>) -> Vec<Recalled> {
        all.sort_by(|a, b| rank(b).cmp(&rank(a)).then_with(|| (&a.path, a.text).cmp(&(&b.path, b.text))));
        let mut best: Vec<Recalled> = Vec::new();
        for recalled in all.iter().take(TRIED).filter_map(|alike| self.recalled(alike)) {
            if best.iter().all(|other| other.translation != recalled.translation) {
                best.push(recalled);
            }
            if best.len() == MOST {
                break;
            }
        }
        best
    }

    fn recalled(&self, alike: &Alike) -> Option<Recalled> {
        let cx = alike.file.contexts().nth(alike.brief)?;
        let own = &cx.text[alike.text];
        let translation = &cx.text[translation_of(&cx, self.question.language(), alike.text)?];
        let is_near = matches!(alike.likeness, Similarity::Near(_));
        let header = [FieldKind::Date, FieldKind::Source].into_iter().filter_map(|kind| value(&cx, kind));
        Some(Recalled {
            path: alike.path.clone(),
            line: cx.file.lines.partition_point(|line| line.full().end <= alike.text.start),
            date: alike.date,
            header: header.map(str::to_owned).collect(),
            likeness: alike.likeness,
            difference: if is_near { self.question.difference(own) } else { Vec::new() },
            numbers: match is_near {
                true => differing_numbers(self.question.language(), own, self.question.text()),
                false => Default::default(),
            },
            translation: match alike.likeness {
                Similarity::Sentence(_, index) => translated_sentence(own, translation, index).unwrap_or(translation),
                _ => translation,
            }
            .replace(['\r', '\n'], " "),
        })
    }
}

fn value<'c>(cx: &Context<'c>, kind: FieldKind) -> Option<&'c str> {
    cx.brief.field(kind).map(|field| &cx.text[field.value]).filter(|value| !value.is_empty())
}

fn rank(alike: &Alike) -> (u8, u8, Option<Date>) {
    let (kind, percent) = match alike.likeness {
        Similarity::Same => (2, 0),
        Similarity::Sentence(..) => (1, 0),
        Similarity::Near(percent) => (0, percent),
    };
    (kind, percent, alike.date)
}

/// The text that surely answers `text`.
fn translation_of(cx: &Context, language: Language, text: Span) -> Option<Span> {
    let pairs = cx.bitext().pairs(Trust::Certain);
    let pair = pairs.into_iter().find(|pair| pair.segments[language].span == text)?;
    Some(pair.segments[language.other()].span)
}

/// The sentence of the same number, where both texts have equally many.
fn translated_sentence<'t>(text: &str, translation: &'t str, index: usize) -> Option<&'t str> {
    let (own, other) = (sentences(text), sentences(translation));
    (own.len() == other.len()).then(|| &translation[other[index]])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assist::tests::{at_cursor, snapshot};

    const BUDGET: &str = "中國政府公布2025年國防預算為527億美元，較去年成長7.2%，連續四年成長超過七個百分點。";
    const BUDGET_IN_ENGLISH: &str = "The Chinese government announced a 2025 defense budget of $52.7 billion, up 7.2% from last year and the fourth year in a row with growth of more than seven percentage points.";

    /// A brief of the archive, dated, in which the budget stands first in Chinese and second in English.
    fn archived(date: &str) -> Arc<Snapshot> {
        Arc::new(snapshot(&format!(
            "作者: 王小明\n來源: IISS\n日期: {date}\n\n摘要:\n中國擴軍。\n  • {BUDGET}\n  • 😀歐盟對俄羅斯石油實施制裁。\
            美國對此表示歡迎。\n\nSummary:\nChina arms.\n  • 😀The European Union imposes sanctions on Russian oil. \
            The United States welcomes this.\n  • {BUDGET_IN_ENGLISH}\n"
        )))
    }

    /// What the archived briefs answer for the text at the cursor.
    fn recall(marked: &str, archive: &[(&str, Arc<Snapshot>)]) -> Vec<Recalled> {
        let (snapshot, offset) = at_cursor(marked);
        let Some((_, ask)) = about(&snapshot, offset) else { return Vec::new() };
        ask.best(archive.iter().flat_map(|(path, held)| ask.alike(Path::new(path), false, held)).collect())
    }

    #[track_caller]
    fn check(marked: &str, expected: &[(Option<u8>, &str)]) {
        let found = recall(marked, &[("a", archived("04/17/2025"))]);
        let percent = |recalled: &Recalled| match recalled.likeness {
            Similarity::Near(percent) => Some(percent),
            _ => None,
        };
        let found: Vec<_> = found.iter().map(|recalled| (percent(recalled), recalled.translation.as_str())).collect();
        assert_eq!(found, expected, "{marked}");
    }

    #[test]
    fn the_translation_of_a_text_like_it_wherever_it_stands() {
        check(&format!("摘要:\n  • {BUDGET}|\n"), &[(None, BUDGET_IN_ENGLISH)]);
        check(&format!("Summary:\n  • |{BUDGET_IN_ENGLISH}\n"), &[(None, BUDGET)]);
        check("摘要:\n  • 烏克蘭與俄羅斯|在日內瓦舉行第三輪談判。\n", &[]);
        check("作者: |王小明\n", &[]);
    }

    #[test]
    fn numbers_that_differ_are_told() {
        let marked = format!("摘要:\n  • {}|\n", BUDGET.replace("527億", "580億"));
        check(&marked, &[(Some(97), BUDGET_IN_ENGLISH)]);
        let found = recall(&marked, &[("a", archived("04/17/2025"))]).remove(0);
        assert_eq!(found.numbers, (vec!["527億美元".to_owned()], vec!["580億美元".to_owned()]));
        assert!(found.difference.contains(&DiffPiece::Theirs("527".to_owned())), "{:?}", found.difference);
        assert_eq!((found.line, found.header), (6, vec!["04/17/2025".to_owned(), "IISS".to_owned()]));
    }

    #[test]
    fn of_a_point_with_one_sentence_in_common_its_translation() {
        let marked = "摘要:\n  • 😀歐盟對俄羅斯石油實施制裁。烏克蘭總統隨即向各會員國領袖|一一致謝。\n";
        check(marked, &[(None, "😀The European Union imposes sanctions on Russian oil.")]);
    }

    #[test]
    fn the_newest_of_equals_and_each_translation_once() {
        let archive = [("old", archived("04/17/2024")), ("new", archived("04/17/2025"))];
        let found = recall(&format!("摘要:\n  • |{BUDGET}\n"), &archive);
        assert_eq!(found.iter().map(|recalled| recalled.path.as_path()).collect::<Vec<_>>(), [Path::new("new")]);
    }

    #[test]
    fn a_brief_does_not_answer_itself() {
        let own = archived("04/17/2025");
        let offset = own.content().find("中國政府").expect("there");
        let (_, ask) = about(&own, offset).expect("a question");
        assert!(ask.alike(Path::new("a"), true, &own).is_empty());
        assert_eq!(ask.alike(Path::new("b"), false, &own).len(), 1);
    }

    #[test]
    fn pairs_that_are_not_sure_teach_nothing() {
        let unlike =
            snapshot(&format!("摘要:\n  • {BUDGET}\n\nSummary:\n  • Nobody knows what the year will bring.\n"));
        assert_eq!(recall(&format!("摘要:\n  • {BUDGET}|\n"), &[("a", Arc::new(unlike))]), []);
    }
}
