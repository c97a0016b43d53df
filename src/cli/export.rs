//! `brief-ls export`: a brief as a page, as Markdown or as a Word file.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::input::{self, InputDocument};
use super::messages::Message;
use super::run_configuration::RunConfiguration;
use super::{NoticeLevel, Outcome, complain, output};
use crate::export::{html, markdown};
use crate::format::formatted;
use crate::messages::Locale;
use crate::snapshot::Snapshot;
use crate::text::Text;
use crate::word;

#[derive(Debug, clap::Args)]
pub(super) struct Export {
    /// The brief; `-` is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// What to make of it [default: what the ending of --output says]
    #[arg(long, value_name = "FORMAT")]
    to: Option<ExportFormat>,
    /// Where to write it; `-` is standard output [default: -]
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,
    /// Replace the file that is there, whatever it is; a page of brief-ls is replaced without.
    #[arg(long)]
    force: bool,
    /// The name under which standard input is spoken of.
    #[arg(long, value_name = "NAME")]
    stdin_filename: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ExportFormat {
    /// A page with both languages side by side and every finding at its place.
    Html,
    /// Markdown with headings and lists.
    Markdown,
    /// Markdown with both languages side by side in a table.
    MarkdownTable,
    /// A Word file with headings and lists.
    Docx,
}

impl ExportFormat {
    /// The format that the file's extension stands for.
    fn of(path: &Path) -> Option<ExportFormat> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "html" | "htm" => Some(ExportFormat::Html),
            "md" | "markdown" => Some(ExportFormat::Markdown),
            "docx" => Some(ExportFormat::Docx),
            _ => None,
        }
    }
}

pub(super) fn run(command: &Export) -> Outcome {
    let target = output::Target::new(command.output.as_deref());
    let Some(format) = command.to.or_else(|| ExportFormat::of(target.path()?)) else {
        return fail("brief-ls", Message::NoExportFormat);
    };
    if command.file.is_dir() {
        return fail(&command.file.display().to_string(), Message::ExportTakesOneFile);
    }
    let paths = std::slice::from_ref(&command.file);
    let (documents, _) = input::read_all(paths, command.stdin_filename.as_deref(), &RunConfiguration::default());
    let [document] = &documents[..] else {
        return Outcome::Failed;
    };
    // That it is none is said already.
    if !document.snapshot.is_brief() {
        return Outcome::Failed;
    }
    if target.path().is_some_and(|path| output::is_same_file(path, &command.file)) {
        return fail(&document.name, Message::OutputIsInput);
    }
    if format == ExportFormat::Docx && target.path().is_none() && std::io::stdout().is_terminal() {
        return fail(&document.name, Message::BinaryToTerminal);
    }
    let may_replace = command.force || target.path().is_some_and(|path| format == ExportFormat::Html && is_page(path));
    let if_there = if may_replace { output::IfThere::Replace } else { output::IfThere::Refuse };
    target.write(&render(format, document), if_there)
}

/// The page shows the brief as it is; other formats are laid out first, as `format` does.
fn render(format: ExportFormat, document: &InputDocument) -> Vec<u8> {
    match format {
        ExportFormat::Html => {
            html::page(&document.snapshot, file_name(document), document.locale(Locale::from_environment()))
                .into_bytes()
        }
        ExportFormat::Markdown => markdown::document(&laid_out(&document.snapshot)).into_bytes(),
        ExportFormat::MarkdownTable => markdown::table(&laid_out(&document.snapshot)).into_bytes(),
        ExportFormat::Docx => {
            let snapshot = laid_out(&document.snapshot);
            word::document(snapshot.content(), snapshot.file())
        }
    }
}

fn laid_out(snapshot: &Snapshot) -> Snapshot {
    let text = formatted(snapshot.content(), snapshot.house(), snapshot.today());
    Snapshot::new(Text::new(&text, 0), true, snapshot.house().clone(), snapshot.today())
}

/// Whether the file is a page of ours, which may be replaced; any other file may be somebody's work.
fn is_page(path: &Path) -> bool {
    std::fs::read_to_string(path).is_ok_and(|content| html::is_page(&content))
}

/// The file's name on the page.
fn file_name(document: &InputDocument) -> &str {
    let path = document.path.as_deref().unwrap_or(Path::new(&document.name));
    path.file_name().and_then(|name| name.to_str()).unwrap_or(&document.name)
}

fn fail(name: &str, message: Message) -> Outcome {
    complain(NoticeLevel::Error, name, message);
    Outcome::Failed
}
