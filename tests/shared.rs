//! What is seen on the workplace's own material, which a clone of the project alone does not have: then each of these
//! says aloud that it did not run. Their subjects are all tested elsewhere too, on briefs of the project.

use std::collections::HashSet;
use std::fs;
use std::path::PathBuf;

use brief_ls::brief::BriefFile;
use brief_ls::format::formatted;
use brief_ls::house::House;
use brief_ls::rules::Severity;
use brief_ls::snapshot::Snapshot;
use brief_ls::text::Text;
use libtest_mimic::{Arguments, Failed, Trial};

const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 1);

fn main() {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared"));
    let sample = fs::read_to_string(folder.join("samples/brief-from-the-field.txt"));
    if sample.is_err() {
        eprintln!("\nNOT RUN: tests/shared.rs, since {} is not there\n", folder.display());
    }
    let ignored = sample.is_err();
    let sample = sample.unwrap_or_default();
    let trial = |name: &str, test: fn(&str) -> Result<(), Failed>| {
        let sample = sample.clone();
        Trial::test(name, move || test(&sample)).with_ignored_flag(ignored)
    };
    let trials = vec![
        trial("the_real_brief_is_clean", real_brief_is_clean),
        trial("formatting_the_real_brief_touches_white_space_alone", only_white_space_changes),
        trial("the_real_brief_is_read_whole", real_brief_is_read),
        Trial::test("every_variant_that_people_type_is_a_case", variants_are_cases).with_ignored_flag(ignored),
    ];
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

/// A case names the rows of `data/variants.tsv` and `data/style_rules.tsv` that it stands for in a comment.
fn variants_are_cases() -> Result<(), Failed> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let comments: Vec<String> = sources(&root.join("src"))?
        .lines()
        .filter_map(|line| Some(line.trim().strip_prefix("//")?.to_owned()))
        .collect();
    let named: HashSet<&str> =
        comments.iter().flat_map(|comment| comment.split([' ', ','])).map(|word| word.trim_end_matches(':')).collect();
    let mut missing = Vec::new();
    for table in ["variants.tsv", "style_rules.tsv"] {
        let table = fs::read_to_string(root.join("../shared/data").join(table))?;
        let ids = table.lines().skip(1).filter_map(|line| line.split('\t').next());
        missing.extend(ids.filter(|id| !named.contains(id)).map(str::to_owned));
    }
    if missing.is_empty() { Ok(()) } else { Err(format!("no case for {missing:?}").into()) }
}

fn sources(folder: &std::path::Path) -> std::io::Result<String> {
    let mut text = String::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            text += &sources(&path)?;
        } else if path.extension().is_some_and(|end| end == "rs") {
            text += &fs::read_to_string(path)?;
        }
    }
    Ok(text)
}

fn real_brief_is_clean(sample: &str) -> Result<(), Failed> {
    let snapshot = Snapshot::new(Text::new(sample, 0), true, Default::default(), TODAY);
    let loud: Vec<_> = snapshot.findings().iter().filter(|finding| finding.severity <= Severity::Warning).collect();
    if loud.is_empty() { Ok(()) } else { Err(format!("{loud:?}").into()) }
}

fn only_white_space_changes(sample: &str) -> Result<(), Failed> {
    let visible = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let after = formatted(sample, &House::default(), TODAY);
    if after == sample || visible(&after) != visible(sample) {
        return Err("more or less than white space was changed".into());
    }
    Ok(())
}

fn real_brief_is_read(sample: &str) -> Result<(), Failed> {
    let file = BriefFile::read(sample);
    let [brief] = &file.briefs[..] else {
        return Err(format!("{} briefs", file.briefs.len()).into());
    };
    let points: Vec<usize> = brief.sections.iter().map(|section| section.points.len()).collect();
    let all = (brief.fields.len(), brief.loose.len(), points);
    if all == (4, 0, vec![4, 4]) { Ok(()) } else { Err(format!("{all:?}").into()) }
}
