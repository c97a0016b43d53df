//! Stems of English words, shared by dictionary and texts: without endings, in one spelling, the country for its
//! people.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use crate::language::table;

/// Calls `each` with the stem of every word of `text` but words of grammar.
pub fn stems(text: &str, mut each: impl FnMut(&str)) {
    for word in words(text) {
        if let Some(stem) = stem_of(word) {
            each(&stem);
        }
    }
}

/// Runs of letters, with the stops of U.S. and the apostrophe of China's.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let start = rest.find(is_letter)?;
        let word = &rest[start..start + word_len(&rest[start..])];
        rest = &rest[start + word.len()..];
        Some(word)
    })
}

fn word_len(text: &str) -> usize {
    let run = |text: &str| text.find(|c| !is_letter(c)).unwrap_or(text.len());
    let mut len = run(text);
    loop {
        let behind = &text[len..];
        let Some(next) = behind.strip_prefix(['.', '\'', '’']) else {
            return len;
        };
        let mark = behind.len() - next.len();
        match run(next) {
            1 if mark == 1 && behind.starts_with('.') && (len == 1 || text[..len].contains('.')) => {
                len += 2 + usize::from(next[1..].starts_with('.') && !next[2..].starts_with(is_letter));
                if text[..len].ends_with('.') {
                    return len;
                }
            }
            tail if tail > 0 && !behind.starts_with('.') => return len + mark + tail,
            _ => return len,
        }
    }
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// The word in lower case, without accents and possessive ending; `None` for a common word.
fn plain(word: &str) -> Option<String> {
    let mut plain = String::with_capacity(word.len());
    for c in word.chars().take_while(|&c| !matches!(c, '\'' | '’')) {
        if c.is_ascii() {
            plain.push(c.to_ascii_lowercase());
        } else {
            decompose_canonical(c, |part| plain.extend(part.to_lowercase().filter(|&c| !is_combining_mark(c))));
        }
    }
    (plain.len() > 1 && !COMMON.contains(&&*plain)).then_some(plain)
}

/// The stem of a word as it is written, `None` for a common one; equal when the dictionary is packed and when a text is
/// read.
fn stem_of(word: &str) -> Option<Rc<str>> {
    thread_local! {
        static STEMMER: Stemmer = Stemmer::create(Algorithm::English);
        /// Texts repeat their words.
        static KNOWN: RefCell<FxHashMap<Box<str>, Option<Rc<str>>>> = RefCell::default();
    }
    const MOST_KNOWN: usize = 20_000;
    KNOWN.with_borrow_mut(|known| {
        if let Some(stem) = known.get(word) {
            return stem.clone();
        }
        let stem = match word {
            "US" | "U.S." | "U.S" | "U.S.A." | "USA" => Some("america".into()),
            _ => plain(word).map(|word| STEMMER.with(|stemmer| stem_by(stemmer, &word).into())),
        };
        if known.len() >= MOST_KNOWN {
            known.clear();
        }
        known.insert(word.into(), stem.clone());
        stem
    })
}

fn stem_by(stemmer: &Stemmer, word: &str) -> String {
    let word = FOLDED.get(word).unwrap_or(&word);
    let mut stem = stemmer.stem(&american(word)).into_owned();
    // economy and economic, strategy and strategic
    if stem.len() > 4 && stem.ends_with('i') {
        stem.pop();
    }
    stem
}

/// The American spelling. Words like rise are spoilt, on both sides alike.
fn american(word: &str) -> String {
    const ENDS: [(&str, &str); 15] = [
        ("isation", "ization"),
        ("isations", "izations"),
        ("ising", "izing"),
        ("ise", "ize"),
        ("ised", "ized"),
        ("ises", "izes"),
        ("our", "or"),
        ("ours", "ors"),
        ("oured", "ored"),
        ("ouring", "oring"),
        ("tre", "ter"),
        ("tres", "ters"),
        ("fence", "fense"),
        ("amme", "am"),
        ("ammes", "ams"),
    ];
    let fits = |end: &&(&str, &str)| word.len() > end.0.len() + 2 && word.ends_with(end.0);
    match ENDS.iter().find(fits) {
        Some((british, american)) => format!("{}{american}", &word[..word.len() - british.len()]),
        None => word.to_owned(),
    }
}

/// Words of grammar, and those that dictionaries explain with.
#[rustfmt::skip]
static COMMON: LazyLock<std::collections::HashSet<&str>> = LazyLock::new(|| "
    a an the and or but nor so yet of in on at by for with to from into onto upon as than then that this these those
    there here it its itself he she they them him her his hers their theirs themselves we us our ours you your yours
    my mine me who whom whose which what where when why how is am are was were be been being do does did done doing
    have has had having will would shall should can could may might must cannot not no if because while whilst during
    before after above below between through over under again further once also too very just only own same such more
    most other some any each both few all about against out off up down per via etc mr mrs ms dr according among amid
    amidst said say says saying
    sth sb oneself someone something somebody one's lit fig idiom abbr cl tw prc coll esp eg ie variant written see used
    kind type ll re ve don doesn didn isn aren wasn weren won't wouldn couldn shouldn hasn haven hadn
".split_whitespace().collect());

const FORMS: &str = include_str!("english_forms.tsv");

/// Irregular forms, peoples and languages by what dictionaries list.
static FOLDED: LazyLock<FxHashMap<&str, &str>> = LazyLock::new(|| {
    let rows = table::rows(FORMS);
    rows.flat_map(|[base, forms]| table::values(forms).into_iter().map(move |form| (form, base))).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut found = Vec::new();
        stems(text, |stem| found.push(stem.to_owned()));
        assert_eq!(found.join(" "), expected);
    }

    #[test]
    fn a_form_has_one_base() {
        table::tests::check(FORMS, "base forms");
        let mut seen = std::collections::HashSet::new();
        for [base, forms] in table::rows(FORMS) {
            let forms = table::values(forms);
            assert!(!forms.is_empty() && forms.iter().all(|form| seen.insert(*form) && *form != base), "{base}");
        }
    }

    #[test]
    fn endings_and_grammar_go() {
        check("The exchanges are expanding", "exchang expand");
        check("China's leaders’ meetings", "china leader meet");
        check("economic economy", "econom econom");
        check("", "");
        check("😀 第三 §", "");
    }

    #[test]
    fn spellings_meet() {
        check("organisation organization", "organ organ");
        check("defence defense labour labor", "defend defend labor labor");
        check("Erdoğan Erdogan", "erdogan erdogan");
    }

    #[test]
    fn irregular_forms_meet() {
        check("fell risen held built", "fall rise hold build");
    }

    #[test]
    fn peoples_are_their_countries() {
        check("the U.S. and US, USA; tell us", "america america america tell");
        check("Chinese and Japanese", "china japan");
    }

    #[test]
    fn stops_end_sentences() {
        assert_eq!(words("the U.S. In e.g. this. So").collect::<Vec<_>>(), ["the", "U.S.", "In", "e.g.", "this", "So"]);
        assert_eq!(words("Mao's don’t x.y").collect::<Vec<_>>(), ["Mao's", "don’t", "x.y"]);
    }
}
