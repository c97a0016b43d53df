//! `consistency/author`: an author whom the archive's other briefs write otherwise.

use super::spelt_otherwise;
use crate::archive::NameKind;
use crate::brief::{Field, FieldKind};
use crate::reading::author_list::AuthorList;
use crate::rules::{Context, Finding, rule};
use crate::text::Span;

rule! {
    /// Reports an author whose name clearly most briefs of the archive write in another way: with a middle initial, an accent, a
    /// hyphen or a capital more or less.
    ///
    /// ## Why
    /// Who looks for an author's briefs looks for one name.
    ///
    /// ## Example
    /// In an archive where eight briefs have Bonnie S. Glaser:
    /// ```brief bad
    /// 作者/Author(s): Bonnie Glaser
    /// ```
    /// ```brief good
    /// 作者/Author(s): Bonnie S. Glaser
    /// ```
    ///
    /// It speaks in an editor only, once the folders of the workspace have been read, and where five briefs or more have the name
    /// and four in five of them agree. Another brief that writes the usual name is shown with the finding.
    "consistency/author", Hint, Field(FieldKind::Author, check)
}

fn check(cx: &Context, author: &Field) -> Vec<Finding> {
    let names = AuthorList::read(cx.text, author.value).names.into_iter().map(|name| name.bare);
    // Names in capitals are `author/name-form`'s.
    let has_small =
        |name: &Span| !cx.text[*name].chars().any(char::is_uppercase) || cx.text[*name].chars().any(char::is_lowercase);
    names.filter(has_small).filter_map(|name| spelt_otherwise(cx, &RULE, NameKind::Author, name)).collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check_beside, check_quiet, run_beside};

    #[test]
    fn most_briefs_write_another_name() {
        let archive = [(8, "作者: Bonnie S. Glaser"), (9, "作者: José Pérez、王小明"), (1, "作者: Jose Perez")];
        check_beside(&archive, &RULE, "作者: «Bonnie Glaser»、王小明\n", Some("作者: Bonnie S. Glaser、王小明\n"));
        check_beside(&archive, &RULE, "作者: 王小明 and «jose perez»\n", Some("作者: 王小明 and José Pérez\n"));
        check_beside(&archive, &RULE, "作者: By Dr. Bonnie S. Glaser\n", None);
        check_beside(&archive, &RULE, "作者: Bonnie S.\u{a0}Glaser\n", None);
    }

    #[test]
    fn two_people_are_two() {
        let archive = [(8, "作者: John A. Smith"), (8, "作者: 王小明")];
        check_beside(&archive, &RULE, "作者: John B. Smith\n", None);
        check_beside(&archive, &RULE, "作者: Jon Smith、王曉明、王明\n", None);
    }

    #[test]
    fn without_a_clear_habit_nothing_is_said() {
        check_quiet(&RULE, "作者: Bonnie Glaser\n");
        check_beside(&[(4, "作者: Bonnie S. Glaser")], &RULE, "作者: Bonnie Glaser\n", None);
        let divided = [(6, "作者: Bonnie S. Glaser"), (3, "作者: Bonnie Glaser")];
        check_beside(&divided, &RULE, "作者: Bonnie Glaser\n", None);
        check_beside(&[(8, "作者: Erik Green")], &RULE, "作者: ERIK GREEN\n", None);
    }

    #[test]
    fn the_latest_brief_that_has_the_usual_name_is_shown() {
        let archive = [(4, "作者: Bonnie S. Glaser;日期: 04/17/2024"), (1, "日期: 04/17/2025;作者: Bonnie S. Glaser")];
        let findings = run_beside(&archive, &Default::default(), &RULE, "作者: Bonnie Glaser\n");
        let place = &findings[0].elsewhere[0].place;
        assert_eq!((place.path.to_str(), place.line), (Some("日期: 04/17/2025;作者: Bonnie S. Glaser 0.brief"), 1));
    }
}
