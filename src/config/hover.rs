//! Hover in a brief.toml: the schema's description of the key, header or value under the cursor.

use super::completion::default;
use super::messages::Message;
use super::schema::{alternatives, at, choices, description};
use super::words::{WordRole, Words};
use crate::rules::Rule;
use crate::text::Span;

/// A description of the word at `span`, in Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TomlHover {
    pub span: Span,
    pub markdown: String,
    /// The default of a key, the severity of a rule.
    pub note: Option<Message>,
}

/// Description of the word at byte `offset`.
pub fn hover(text: &str, offset: usize) -> Option<TomlHover> {
    let words = Words::read(text, offset);
    let word = words.here().filter(|word| !word.span.is_empty())?;
    let (about, note) = match word.role {
        WordRole::Value => of_value(&word.path, &text[word.span])?,
        _ => of_key(&words.path_of(word))?,
    };
    let name = format!("**{}**", &text[word.span]);
    Some(TomlHover { span: word.span, markdown: format!("{name}  \n{about}"), note })
}

type Description = (&'static str, Option<Message>);

fn of_key(path: &[&str]) -> Option<Description> {
    let schema = at(path)?;
    let note = default(schema).map(|value| Message::Default { value });
    Some((description(schema)?, note))
}

fn of_value(path: &[String], value: &str) -> Option<Description> {
    let known = alternatives(at(path)?).into_iter().flat_map(choices);
    let about = known.filter(|&(choice, _)| choice == value).find_map(|(_, about)| about)?;
    let severity = Rule::by_name(value).map(|rule| rule.severity.as_str().to_owned());
    Some((about, severity.map(|severity| Message::Severity { severity })))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Locale;

    /// The place is between « and », the cursor at |.
    #[track_caller]
    fn check(marked: &str, about: &str, note: Option<&str>) {
        let offset = marked.replace(['«', '»'], "").find('|').expect("a cursor");
        let place = marked.replace('|', "");
        let found = hover(&place.replace(['«', '»'], ""), offset).expect("something is known");
        let start = place.find('«').expect("a place");
        assert_eq!(found.span, Span::new(start, place.find('»').expect("its end") - '«'.len_utf8()));
        assert!(found.markdown.contains(about), "{}", found.markdown);
        assert_eq!(found.note.map(|note| note.text(Locale::English)).as_deref(), note);
    }

    #[track_caller]
    fn check_none(marked: &str) {
        let offset = marked.find('|').expect("a cursor");
        assert_eq!(hover(&marked.replace('|', ""), offset), None);
    }

    #[test]
    fn keys() {
        check("[format]\n«ind|ent» = 2\n", "Blanks before the mark", Some("default: 2"));
        check("[format]\n«mark|» = \"•\" # 😀\n", "bullets of all kinds", Some("default: \"•\""));
        check("format.«|spacing» =", "between Han and Latin", Some("default: \"keep\""));
        check(
            "[header]\n«fiel|ds» = [",
            "every brief has",
            Some(r#"default: ["author", "source", "date", "keywords"]"#),
        );
        check("# 我們\n[vocabulary]\nsources = [{ na = \"雲\", «do|main»", "The host of its site", None);
        check("[[lint.accept]]\n«ru|le» = 1", "has found it", None);
        check_none("[format]\nindnt| = 2\n");
        check_none("[header]\nlabels = { auth|or = \"x\" }\n");
        check_none("# indent|\n");
        check_none("|");
    }

    #[test]
    fn headers() {
        check("[«for|mat»]\n", "What the formatter may be told", None);
        check("[[lint.«acc|ept»]]\n", "right as they are", None);
        check("[[«lin|t».accept]]\n", "Which findings are shown", None);
        check("[[lint.per-file]]\n[lint.per-file.«sever|ity»", "in these files", None);
    }

    #[test]
    fn values() {
        check(
            "[lint]\nignore = [\"«date/|future»\"]\n",
            "Reports a date that lies in the future",
            Some("severity: info"),
        );
        check("lint.select = [\n  \"text\", '«da|te»' ]", "The rules `date/invalid`", None);
        check("[lint]\nseverity = { \"«date/|future»\" = \"hint\" }", "in the future", Some("default: \"info\""));
        check("[[lint.accept]]\nrule = \"«date/future|»\"\n", "in the future", Some("severity: info"));
        check("format = { spacing = \"«|add»\" }", "One blank", None);
        check_none("[header]\nfields = [\"tit|l\"]");
        check_none("[glossary]\nterms = [{ zh = [\"date/fut|ure\"] }]");
    }
}
