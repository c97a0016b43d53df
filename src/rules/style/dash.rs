//! `style/dash`: a dash of another form than 「——」.

use super::messages::Message;
use super::{is_in_chinese, neighbours};
use crate::brief::Language;
use crate::messages::Shared;
use crate::rules::text_unit::TextUnit;
use crate::rules::{Finding, rule};
use crate::text::{Edit, Span, is_blank, is_wide};

rule! {
    /// Reports a dash in Chinese text that is not written `——`: `--`, lines of a drawing (`──`), a single `—` between
    /// blanks.
    ///
    /// A single mark without blanks joins two words (台北—高雄, 2017–2023) and is left alone.
    ///
    /// ## Why
    /// The Chinese dash is as wide as two characters and stands without blanks. Hyphens in its place look like a slip, and
    /// lines of a drawing do not meet in most fonts.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    ///   • 北京看到了機會--擴大影響力。
    /// ```
    /// The fix writes two U+2014:
    /// ```brief good
    /// 摘要:
    ///   • 北京看到了機會——擴大影響力。
    /// ```
    "style/dash", Hint, TextUnit(in_unit)
}

const DASH: &str = "——";

fn in_unit(unit: &TextUnit) -> Vec<Finding> {
    if unit.language() != Some(Language::Chinese) {
        return Vec::new();
    }
    let runs = unit.lines.iter().flat_map(|&line| runs(unit.text, line));
    runs.filter(|&run| is_odd(unit.text, run)).map(|run| finding(unit.text, run)).collect()
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―' | '─' | '━' | '－')
}

/// Runs of adjacent dashes of any kind.
fn runs(text: &str, line: Span) -> Vec<Span> {
    let mut runs: Vec<Span> = Vec::new();
    for (at, c) in text[line].char_indices().filter(|&(_, c)| is_dash(c)) {
        let span = Span::new(at, at + c.len_utf8()).shift(line.start);
        match runs.last_mut() {
            Some(run) if run.end == span.start => run.end = span.end,
            _ => runs.push(span),
        }
    }
    runs
}

fn is_odd(text: &str, run: Span) -> bool {
    let dash = &text[run];
    let is_right = dash.starts_with(DASH) && dash.chars().all(|c| c == '—');
    // An arrow, or the end of a tag.
    let is_drawn = text[run.end..].starts_with(['>', '→']) || text[..run.start].ends_with(['<', '!', '←']);
    if is_right || is_drawn {
        return false;
    }
    match dash.chars().count() {
        1 => stands_apart(text, run) && dash != "-",
        2.. => is_in_chinese(text, run),
        _ => false,
    }
}

/// Whether Chinese stands on both sides, separated by blanks.
fn stands_apart(text: &str, run: Span) -> bool {
    let blanks = text[..run.start].ends_with(is_blank) && text[run.end..].starts_with(is_blank);
    let (before, behind) = neighbours(text, run);
    blanks && before.is_some_and(is_wide) && behind.is_some_and(is_wide)
}

/// The finding about a run; its fix removes the blanks on both sides.
fn finding(text: &str, run: Span) -> Finding {
    let start = text[..run.start].trim_end_matches(is_blank).len();
    let end = text.len() - text[run.end..].trim_start_matches(is_blank).len();
    let message = Message::Dash { dash: text[run].to_owned() };
    let title = Shared::ReplaceBy { text: DASH.to_owned() };
    RULE.at(run, message).quick_fix(title, vec![Edit::replace(Span::new(start, end), DASH)])
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet};

    #[test]
    fn dashes_of_other_forms() {
        for dash in ["--", "---", "──", "━━", "－－", "――", "–—"] {
            check(&RULE, &format!("摘要:\n• 軍事«{dash}»外交😀\n"), Some("摘要:\n• 軍事——外交😀\n"));
        }
        for dash in ["—", "─", "━", "－", "–"] {
            check(&RULE, &format!("摘要:\r\n𠮷野 «{dash}» 外交\r\n"), Some("摘要:\r\n𠮷野——外交\r\n"));
        }
        check(&RULE, "摘要:\n• «--»中國\n• NATO «--» 北約\n", Some("摘要:\n• ——中國\n• NATO——北約\n"));
    }

    #[test]
    fn what_is_right_or_joins_two_words() {
        check_quiet(&RULE, "摘要:\n• 軍事——外交⸺一————二、台北—高雄、中－美、2017–2023、2017—2023年、F-16\n");
        check_quiet(&RULE, "摘要:\n• 中 - 美 a -- b <!-- 一 --> 二\n\nSummary:\n• One -- two — 中國 — 俄國\n");
    }
}
