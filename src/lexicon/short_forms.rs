//! Short forms of terms inside Chinese words: 美軍 and 訪美 name the United States.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::language::table;

const TABLE: &str = include_str!("short_forms.tsv");

/// Chinese short forms of the term with that English name.
pub fn short_forms(english: &str) -> &'static [&'static str] {
    static FORMS: LazyLock<FxHashMap<&str, Vec<&str>>> =
        LazyLock::new(|| table::rows(TABLE).map(|[english, forms]| (english, table::values(forms))).collect());
    FORMS.get(english).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::glossary;

    #[test]
    fn the_table_names_terms_of_the_glossary() {
        table::tests::check(TABLE, "en zh_tw");
        for [english, forms] in table::rows(TABLE) {
            assert!(glossary().all().iter().any(|term| term.name.english == english), "{english} is no term");
            let forms = table::values(forms);
            assert!(!forms.is_empty() && forms.iter().enumerate().all(|(i, form)| !forms[..i].contains(form)));
        }
    }

    #[test]
    fn short_forms_of_a_term() {
        assert_eq!(short_forms("free trade agreement"), ["自貿"]);
        assert!(short_forms("Atlantis").is_empty());
    }
}
