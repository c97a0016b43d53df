//! Tables of tab-separated values that are built into the program.

use super::Language;

/// The rows of a table below its header line, each with `N` columns; missing cells are empty.
pub fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table.lines().skip(1).map(|line| {
        let mut cells = line.split('\t');
        std::array::from_fn(|_| cells.next().unwrap_or_default())
    })
}

/// The language that a cell names by its code.
pub fn language(code: &str) -> Option<Language> {
    match code {
        "zh" => Some(Language::Chinese),
        "en" => Some(Language::English),
        _ => None,
    }
}

/// The values of a cell that holds several, split by `|`.
pub fn values(cell: &'static str) -> Vec<&'static str> {
    cell.split('|').filter(|value| !value.is_empty()).collect()
}

#[cfg(test)]
pub mod tests {
    use unicode_normalization::is_nfc;

    /// Checks what every table promises: equal columns, composed characters, no stray blanks, no empty or doubled
    /// value.
    #[track_caller]
    pub fn check(table: &str, columns: &str) {
        assert_eq!(table.lines().next().map(|line| line.replace('\t', " ")).as_deref(), Some(columns));
        let width = columns.split(' ').count();
        let mut seen = std::collections::HashSet::new();
        for line in table.lines() {
            assert!(is_nfc(line), "not composed: {line}");
            assert_eq!(line.split('\t').count(), width, "columns of {line}");
            assert!(seen.insert(line.split('\t').next()), "{line} stands twice");
            for value in line.split(['\t', '|']) {
                assert_eq!(value.trim(), value, "stray blanks in {line}");
                assert!(!value.contains("  ") && !value.contains(['\u{a0}', '\u{3000}']), "stray blanks in {line}");
            }
            assert!(!line.contains("||") && !line.contains("|\t") && !line.contains("\t|"), "empty value in {line}");
        }
        assert!(!table.contains('\r') && table.ends_with('\n') && !table.starts_with('\u{feff}'));
    }
}
