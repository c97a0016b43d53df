//! Metonyms of powers: their capitals and houses of government, as 華府 for the United States.

use std::sync::LazyLock;

use crate::language::table;

const TABLE: &str = include_str!("seats.tsv");

/// Each power with its seats, which may stand for one another.
static GROUPS: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| {
    let groups = table::rows(TABLE);
    groups.map(|[power, seats]| std::iter::once(power).chain(table::values(seats)).collect()).collect()
});

/// The English names of the terms that may stand for this one.
pub fn metonyms(english: &str) -> impl Iterator<Item = &'static str> {
    let groups = GROUPS.iter().filter(move |group| group.contains(&english));
    groups.flatten().copied().filter(move |name| *name != english)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::glossary;

    #[test]
    fn the_table_names_terms_of_the_glossary() {
        table::tests::check(TABLE, "power seats");
        for name in GROUPS.iter().flatten() {
            assert!(glossary().all().iter().any(|term| term.name.english == *name), "{name} is no term");
        }
    }

    #[test]
    fn a_seat_stands_for_each_of_its_powers() {
        let check = |name: &str, expected: &[&str]| assert_eq!(metonyms(name).collect::<Vec<_>>(), expected, "{name}");
        check("Russia", &["Moscow", "Kremlin"]);
        check("Kremlin", &["Russia", "Moscow"]);
        check("Brussels", &["European Union", "Belgium"]);
        check("Atlantis", &[]);
    }
}
