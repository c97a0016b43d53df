//! Names of persons that are also those of cities, of words or of many others.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::table;

const TABLE: &str = include_str!("shared_names.tsv");

/// Whether the English name alone does not identify a person.
pub fn is_shared_name(english: &str) -> bool {
    static NAMES: LazyLock<FxHashSet<&str>> = LazyLock::new(|| table::rows(TABLE).map(|[name]| name).collect());
    NAMES.contains(english)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::lexicon::glossary;

    #[test]
    fn the_table_names_persons_of_the_glossary() {
        table::tests::check(TABLE, "en");
        for [name] in table::rows(TABLE) {
            let mut persons = glossary().all().iter().filter(|term| term.category == "person");
            assert!(
                persons.any(|person| person.names(Language::English).any(|own| own == name)),
                "{name} is no person's"
            );
        }
        assert!(is_shared_name("Austin") && !is_shared_name("Biden"));
    }
}
