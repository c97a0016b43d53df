//! What holds for all that an editor asks for, at any place of any text: it is answered, and every place in the answer is
//! one of the text.

mod mutilated;

use brief_ls::archive::{Archive, Record};
use brief_ls::assist::code_action::{self, Action};
use brief_ls::assist::completion::{self, Trigger};
use brief_ls::assist::inlay_hint::{PairNumbers, pair_numbers};
use brief_ls::assist::symbol::Symbol;
use brief_ls::assist::{
    code_lens, definition, enter, folding, highlight, hover, link, manual, memory_match, partner, reference, selection,
    semantic_token, symbol, workspace_symbol,
};
use brief_ls::config;
use brief_ls::snapshot::Snapshot;
use brief_ls::text::edit::{apply, compatible};
use brief_ls::text::{Edit, Span, Text};
use mutilated::{brief, mutilated};
use proptest::prelude::*;

type Outcome = Result<(), TestCaseError>;

const TODAY: jiff::civil::Date = jiff::civil::date(2026, 3, 2);

/// A brief in which everything has its answer on the other side.
const PAIRED: &str = "作者/Author(s): Erik Green and 王小明\n\n網站來源/Source: IISS\n\n日期/Date: 04/17/2025\n\n\
    關鍵字/Keywords: 軍事、中國、AI\n\n摘要:\n中國編列3億美元的預算。\n  • 習近平擴大與全球南方國家的軍事交流😀。\n  \
    • 歐盟在2025年3月9日對俄羅斯石油實施35%的關稅。\n\nSummary:\nChina has a budget of $300 million.\n  \
    • Xi Jinping expands military exchanges with the Global South.\n  \
    • On March 9, 2025, the European Union (EU) put tariffs of 35% on Russian oil, see https://x.tw/a.\n";

const HOUSE: &str = "# 我們的作法😀\nmessages = \"zh-TW\"\n[header]\nlabels = { author = '作者' }\n[vocabulary]\nkeywords = [\"觀雲\", \
    { zh = \"灰色地帶\", en = \"gray zone\" }]\nsources = [\n  { name = \"雲😀\" }, # 。\n]\n[[lint.accept]]\nrule = \"date/future\"\n\
    text = \"\"\"\n12/04\n\"\"\"\n[lint.severity]\n\"date/future\" = \"hint\"\n";

/// What is asked of the whole document.
fn check_document(snapshot: &Snapshot) -> Outcome {
    let text = snapshot.content();
    let whole = Span::new(0, text.len());
    for finding in snapshot.findings() {
        check_span(text, finding.span)?;
        for fix in &finding.fixes {
            check_edits(text, &fix.edits)?;
        }
    }
    check_edits(text, &snapshot.format())?;
    for fold in folding::folds(snapshot) {
        prop_assert!(fold.start < fold.end && fold.end <= snapshot.file().lines.len(), "{:?}", fold);
    }
    for symbol in symbol::outline(snapshot) {
        check_symbol(text, &symbol, whole)?;
    }
    check_in_order(text, code_lens::lenses(snapshot).iter().map(|lens| lens.span.start))?;
    check_in_order(text, pair_numbers(snapshot, whole, PairNumbers::Always).iter().map(|number| number.offset))?;
    check_apart(text, link::links(snapshot).iter().map(|link| link.span))?;
    check_apart(text, semantic_token::tokens(snapshot, whole).iter().map(|token| token.span))?;
    code_action::fix_all(snapshot).map_or(Ok(()), |action| check_edits(text, &action.edits))
}

/// What is asked of one place.
fn check_place(snapshot: &Snapshot, archive: &Archive, at: usize) -> Outcome {
    let text = snapshot.content();
    for span in highlight::highlights(snapshot, at) {
        check_span(text, span)?;
    }
    for hover in [hover::hover(snapshot, archive, at), manual::manual(snapshot, at)].into_iter().flatten() {
        check_around(text, hover.span, at)?;
        prop_assert!(!hover.markdown.trim().is_empty() || hover.note.is_some(), "an empty hover");
    }
    if let Some(partner) = partner::partner(snapshot, at) {
        check_around(text, partner.own, at)?;
        check_apart(text, partner.others)?;
    }
    let mut inner = Span::at(at);
    for outer in selection::around(snapshot, at) {
        check_span(text, outer)?;
        prop_assert!(outer.start <= inner.start && inner.end <= outer.end, "{:?} around {:?}", outer, inner);
        inner = outer;
    }
    check_edits(text, &enter::entered(snapshot, at))?;
    definition::word_at(snapshot, at);
    if let Some((span, _)) = memory_match::query_at(snapshot, at) {
        check_around(text, span, at)?;
    }
    if let Some(name) = reference::name_at(snapshot, at) {
        check_around(text, name.span, at)?;
        let places: Vec<Span> = reference::references(snapshot, &name).iter().map(|found| found.span).collect();
        prop_assert!(places.contains(&name.span), "{:?} is not among its own places", name);
        check_apart(text, places)?;
    }
    for trigger in [Trigger::Character, Trigger::Typing, Trigger::Person] {
        for offer in completion::complete(snapshot, archive, at, trigger) {
            check_around(text, offer.span, at)?;
            prop_assert!(!text[offer.span].contains(['\n', '\r']), "{:?} goes over lines", offer);
            offer.about.map(|about| completion::documentation(snapshot, &about));
        }
    }
    Ok(())
}

/// What is asked of a selection.
fn check_selection(snapshot: &Snapshot, selected: Span) -> Outcome {
    let text = snapshot.content();
    let actions: Vec<Action> =
        [code_action::refactorings(snapshot, selected), code_action::quick_fixes(snapshot, selected)].concat();
    for action in actions {
        prop_assert!(!action.edits.is_empty(), "{:?} does nothing", action.title);
        check_edits(text, &action.edits)?;
        prop_assert!(apply(text, &action.edits) != text, "{:?} changes nothing", action.title);
    }
    check_edits(text, &snapshot.format_in(selected))
}

fn check_symbol(text: &str, symbol: &Symbol, parent: Span) -> Outcome {
    check_span(text, symbol.span)?;
    let within = |inner: Span, outer: Span| outer.start <= inner.start && inner.end <= outer.end;
    prop_assert!(within(symbol.span, parent) && within(symbol.name_span, symbol.span), "{:?}", symbol);
    prop_assert!(!symbol.name.trim().is_empty(), "a symbol without a name: {:?}", symbol);
    symbol.children.iter().try_for_each(|child| check_symbol(text, child, symbol.span))
}

/// Edits lie in the text and none changes what another one does.
fn check_edits(text: &str, edits: &[Edit]) -> Outcome {
    for (at, edit) in edits.iter().enumerate() {
        check_span(text, edit.span)?;
        prop_assert!(edits[..at].iter().all(|other| compatible(other, edit)), "{:?} quarrel", edits);
    }
    Ok(())
}

fn check_around(text: &str, span: Span, at: usize) -> Outcome {
    check_span(text, span)?;
    prop_assert!(span.touches(Span::at(at)), "{} is not at {} in {:?}", &text[span], at, text);
    Ok(())
}

fn check_in_order(text: &str, offsets: impl IntoIterator<Item = usize>) -> Outcome {
    let mut before = 0;
    for offset in offsets {
        check_span(text, Span::at(offset))?;
        prop_assert!(before <= offset);
        before = offset;
    }
    Ok(())
}

fn check_apart(text: &str, spans: impl IntoIterator<Item = Span>) -> Outcome {
    let mut end = 0;
    for span in spans {
        check_span(text, span)?;
        prop_assert!(end <= span.start && !span.is_empty(), "{:?} behind {}", span, end);
        end = span.end;
    }
    Ok(())
}

fn check_span(text: &str, span: Span) -> Outcome {
    prop_assert!(span.start <= span.end && text.get(span.start..span.end).is_some(), "{:?} of {}", span, text.len());
    Ok(())
}

/// A place where a cursor may stand: between two characters, and not within a line end.
fn place(text: &str, index: prop::sample::Index) -> usize {
    let at = index.index(text.len() + 1);
    let at = (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or_default();
    let is_in_line_end = text[..at].ends_with('\r') && text[at..].starts_with('\n');
    if is_in_line_end { at - 1 } else { at }
}

/// As many as the environment wants.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(60)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases()))]

    #[test]
    fn every_question_has_an_answer(
        text in mutilated(prop_oneof![brief(), Just(PAIRED.to_owned())]),
        places in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 8),
    ) {
        let snapshot = Snapshot::new(Text::new(&text, 1), true, Default::default(), TODAY);
        let mut archive = Archive::default();
        for name in ["own.brief", "other.brief"] {
            let record = Record::of(&text, snapshot.file(), snapshot.house());
            archive.put(name.as_ref(), record);
        }
        check_document(&snapshot)?;
        workspace_symbol::search(&archive, text.lines().next().unwrap_or_default());
        for (one, other) in places {
            let (one, other) = (place(&text, one), place(&text, other));
            check_place(&snapshot, &archive, one)?;
            check_selection(&snapshot, Span::new(one.min(other), one.max(other)))?;
        }
    }

    #[test]
    fn every_question_about_a_brief_toml_has_an_answer(
        text in mutilated(Just(HOUSE.to_owned())),
        places in prop::collection::vec(any::<prop::sample::Index>(), 8),
    ) {
        for index in places {
            let at = place(&text, index);
            for offer in config::complete(&text, at) {
                check_around(&text, offer.span, at)?;
                let typed = &text[offer.span.range()];
                prop_assert!(offer.filter.starts_with(typed) && !typed.contains(['\n', '\r']), "{:?}", offer);
            }
            if let Some(hover) = config::hover(&text, at) {
                check_around(&text, hover.span, at)?;
            }
        }
    }
}
