//! Scores the pairing and agreement rules on a benchmark: briefs made of translations, faults put in at known places.
//!
//!     cargo run --release --example score -- FOLDER
//!
//! FOLDER holds `main.jsonl.gz` and `clean_x.jsonl.gz`, a brief a line, and may hold `gold_noise.json`, which names
//! briefs with faults of their own. A fault is detected when something is reported, and exact when its kind and its
//! points are all right and nothing else is reported.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::time::{Duration, Instant};

use brief_ls::brief::BriefFile;
use brief_ls::house::House;
use brief_ls::rules::pairing::{count, merged, order, unpaired};
use brief_ls::rules::{Finding, Group, Severity, agreement, check, pairing};
use flate2::read::GzDecoder;
use serde::Deserialize;

type Failure = Box<dyn std::error::Error>;

/// A brief of the benchmark.
#[derive(Deserialize)]
struct Row {
    id: String,
    cls: String,
    zh_lead: String,
    en_lead: String,
    zh: Vec<String>,
    en: Vec<String>,
    faults: Vec<Fault>,
}

/// Points count from 0.
#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Fault {
    /// The side that has the point.
    Missing {
        zh: Option<usize>,
        en: Option<usize>,
    },
    Swap {
        a: usize,
        b: usize,
    },
    Move {
        zh: usize,
        en: usize,
    },
    Merged {
        zh: Vec<usize>,
        en: Vec<usize>,
    },
    /// A changed number, date or name.
    Fact {
        pair: usize,
    },
}

#[derive(Deserialize, Default)]
struct Noise {
    #[serde(default)]
    ids: Vec<String>,
}

/// What is wrong with which points, counted from 1.
type Said = BTreeSet<(&'static str, Vec<usize>, Vec<usize>)>;

#[derive(Default)]
struct Class {
    briefs: usize,
    detected: usize,
    exact: usize,
}

#[derive(Default)]
struct Clean {
    briefs: usize,
    pairs: usize,
    pairing: usize,
    agreement: usize,
    agreement_briefs: usize,
}

const TODAY: jiff::civil::Date = jiff::civil::date(2026, 1, 1);

fn main() -> Result<(), Failure> {
    let folder = std::env::args().nth(1).ok_or("usage: score FOLDER")?;
    let folder = Path::new(&folder);
    let noise = std::fs::read_to_string(folder.join("gold_noise.json"));
    let noise: Noise = noise.map_or(Ok(Noise::default()), |text| serde_json::from_str(&text))?;
    let mut rows = read(&folder.join("main.jsonl.gz"))?;
    rows.extend(read(&folder.join("clean_x.jsonl.gz"))?);

    let mut faulty: BTreeMap<String, Class> = BTreeMap::new();
    let mut clean: BTreeMap<String, Clean> = BTreeMap::new();
    let mut times = Vec::new();
    for row in rows.iter().filter(|row| !noise.ids.contains(&row.id)) {
        let text = row.text();
        let file = BriefFile::read(&text);
        let start = Instant::now();
        let findings = check(&text, &file, &House::default(), TODAY);
        times.push(start.elapsed());
        let loud: Vec<&Finding> = findings.iter().filter(|finding| finding.severity <= Severity::Warning).collect();
        if row.cls.starts_with("clean") {
            clean.entry(row.cls.clone()).or_default().count(row, &loud);
        } else {
            faulty.entry(row.cls.clone()).or_default().count(row, &loud, &findings);
        }
    }
    print(&faulty, &clean, times);
    Ok(())
}

fn read(path: &Path) -> Result<Vec<Row>, Failure> {
    let mut text = String::new();
    GzDecoder::new(File::open(path)?).read_to_string(&mut text)?;
    text.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

impl Row {
    fn text(&self) -> String {
        let points = |texts: &[String]| texts.iter().map(|text| format!("  • {text}\n")).collect::<String>();
        format!(
            "作者/Author(s): Daniel Okafor\n\n網站來源/Source: Brookings Institution\n\n日期/Date: 04/17/2025\n\n\
             關鍵字/Keywords: 能源、環境、政策\n\n摘要:\n{}\n{}\nSummary:\n{}\n{}",
            self.zh_lead,
            points(&self.zh),
            self.en_lead,
            points(&self.en)
        )
    }

    fn gold(&self) -> Said {
        self.faults.iter().filter_map(Fault::gold).collect()
    }
}

impl Fault {
    fn gold(&self) -> Option<(&'static str, Vec<usize>, Vec<usize>)> {
        let from_one = |points: &[usize]| points.iter().map(|at| at + 1).collect::<Vec<_>>();
        let one = |point: &Option<usize>| point.iter().map(|at| at + 1).collect::<Vec<_>>();
        Some(match self {
            Fault::Missing { zh: Some(_), .. } => ("missing", one(self.chinese()), vec![]),
            Fault::Missing { en, .. } => ("missing", vec![], one(en)),
            Fault::Swap { a, b } => ("swap", from_one(&[*a, *b]), vec![]),
            Fault::Move { zh, en } => ("move", from_one(&[*zh]), from_one(&[*en])),
            Fault::Merged { zh, en } => ("merged", from_one(zh), from_one(en)),
            Fault::Fact { .. } => return None,
        })
    }

    fn chinese(&self) -> &Option<usize> {
        match self {
            Fault::Missing { zh, .. } => zh,
            _ => &None,
        }
    }
}

fn said(findings: &[&Finding]) -> Said {
    let mut said = Said::new();
    for finding in findings {
        let (zh, en) = (&finding.points.chinese, &finding.points.english);
        match finding.rule {
            rule if [&count::RULE, &unpaired::RULE].contains(&rule) => {
                said.extend(zh.iter().map(|&point| ("missing", vec![point], vec![])));
                said.extend(en.iter().map(|&point| ("missing", vec![], vec![point])));
            }
            rule if *rule == order::RULE && zh.len() == 2 => {
                let mut both = zh.clone();
                both.sort_unstable();
                said.insert(("swap", both, vec![]));
            }
            rule if *rule == order::RULE => {
                said.insert(("move", zh.clone(), en.clone()));
            }
            rule if *rule == merged::RULE => {
                said.insert(("merged", zh.clone(), en.clone()));
            }
            _ => {}
        }
    }
    said
}

impl Class {
    fn count(&mut self, row: &Row, loud: &[&Finding], all: &[Finding]) {
        self.briefs += 1;
        if let [Fault::Fact { pair }] = row.faults[..] {
            let of_pair = |finding: &&Finding| finding.points.chinese.contains(&(pair + 1));
            let found = all.iter().any(|finding| agreement::GROUP.contains(finding.rule) && of_pair(&finding));
            self.detected += usize::from(found);
            return;
        }
        let said = said(loud);
        self.detected += usize::from(!said.is_empty());
        self.exact += usize::from(said == row.gold());
    }
}

impl Clean {
    fn count(&mut self, row: &Row, loud: &[&Finding]) {
        let of = |group: &Group| loud.iter().filter(|finding| group.contains(finding.rule)).count();
        self.briefs += 1;
        self.pairs += row.zh.len();
        self.pairing += usize::from(of(&pairing::GROUP) > 0);
        self.agreement += of(&agreement::GROUP);
        self.agreement_briefs += usize::from(of(&agreement::GROUP) > 0);
    }
}

fn print(faulty: &BTreeMap<String, Class>, clean: &BTreeMap<String, Clean>, mut times: Vec<Duration>) {
    let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    println!("| class | briefs | detected % | exact % |\n|---|---|---|---|");
    let (mut all, mut facts) = (Class::default(), Vec::new());
    for (name, class) in faulty {
        if class.exact == 0 {
            facts.push((name, class));
            continue;
        }
        println!(
            "| {name} | {} | {:.1} | {:.1} |",
            class.briefs,
            percent(class.detected, class.briefs),
            percent(class.exact, class.briefs)
        );
        all.briefs += class.briefs;
        all.detected += class.detected;
        all.exact += class.exact;
    }
    println!(
        "| all | {} | {:.1} | {:.1} |",
        all.briefs,
        percent(all.detected, all.briefs),
        percent(all.exact, all.briefs)
    );
    println!("\n| fact | briefs | found % |\n|---|---|---|");
    for (name, class) in facts {
        println!("| {name} | {} | {:.1} |", class.briefs, percent(class.detected, class.briefs));
    }
    println!(
        "\n| without fault | briefs | pairing alarms | pairs | agreement alarms | briefs with one |\n|---|---|---|---|---|---|"
    );
    for (name, clean) in clean {
        let Clean { briefs, pairs, pairing, agreement, agreement_briefs } = clean;
        println!("| {name} | {briefs} | {pairing} | {pairs} | {agreement} | {agreement_briefs} |");
    }
    times.sort_unstable();
    let at = |share: usize| times.get(times.len() * share / 100).copied().unwrap_or_default().as_secs_f64() * 1000.0;
    println!("\nall rules, time a brief: median {:.2} ms, 99 of 100 within {:.2} ms", at(50), at(99));
}
