//! Files in and out: which ones are meant, reading them as UTF-8, replacing them whole.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;
use rayon::prelude::*;
use tempfile::NamedTempFile;

use super::messages::Message;
use super::run_configuration::RunConfiguration;
use super::{NoticeLevel, complain};
use crate::brief::{looks_like_brief, may_be_brief, named_like_brief};
use crate::messages::{Locale, Localized, Shared};
use crate::snapshot::{self, Snapshot};
use crate::text::Text;

/// The path that stands for standard input.
const STDIN: &str = "-";

pub(super) fn is_stdin(path: &Path) -> bool {
    path == Path::new(STDIN)
}

/// A brief that was read.
pub(super) struct InputDocument {
    /// The name shown to the user.
    pub name: String,
    /// `None` for standard input.
    pub path: Option<PathBuf>,
    pub snapshot: Snapshot,
}

impl InputDocument {
    /// The language of messages about it, which is `usual` where the house has none of its own.
    pub fn locale(&self, usual: Locale) -> Locale {
        self.snapshot.house().locale.unwrap_or(usual)
    }
}

/// Reads every brief that `paths` mean, in path order within each; the current folder when there are none. What
/// cannot be read is reported, stops no other file, and makes the second value true.
pub(super) fn read_all(
    paths: &[PathBuf],
    stdin_name: Option<&str>,
    configuration: &RunConfiguration,
) -> (Vec<InputDocument>, bool) {
    let here = [PathBuf::from(".")];
    let paths = if paths.is_empty() && stdin_name.is_none() { &here[..] } else { paths };
    let only_stdin = [PathBuf::from(STDIN)];
    let paths = if paths.is_empty() { &only_stdin[..] } else { paths };
    let files: Vec<InputFile> = paths.iter().flat_map(|path| files(path, stdin_name)).collect();
    let read: Vec<Result<Option<InputDocument>, InputError>> =
        files.into_par_iter().map(|file| file.read(configuration)).collect();
    let mut documents = Vec::new();
    let mut failed = configuration.complain();
    for result in read {
        match result {
            Ok(document) => documents.extend(document),
            Err(problem) => {
                complain(NoticeLevel::Error, &problem.name, problem.message);
                failed = true;
            }
        }
    }
    (documents, failed)
}

/// Notes that a run has found no briefs, unless an error or a note about a named file has been printed already.
pub(super) fn tell_if_none(documents: &[InputDocument], failed: bool, paths: &[PathBuf]) {
    let is_told = failed || !paths.is_empty() && !paths.iter().any(|path| path.is_dir());
    if documents.is_empty() && !is_told {
        complain(NoticeLevel::Note, "brief-ls", Message::NoBriefs);
    }
}

struct InputError {
    name: String,
    message: Localized,
}

enum InputFile {
    Stdin {
        name: String,
    },
    /// Named by the user, and so mentioned whatever it holds.
    Named(PathBuf),
    /// Found in a folder.
    Met(PathBuf),
    Unreachable(InputError),
}

fn files(path: &Path, stdin_name: Option<&str>) -> Vec<InputFile> {
    if is_stdin(path) {
        return vec![InputFile::Stdin { name: stdin_name.unwrap_or("<stdin>").to_owned() }];
    }
    if !path.is_dir() {
        return vec![InputFile::Named(path.to_owned())];
    }
    let mut found: Vec<InputFile> = Vec::new();
    for entry in WalkBuilder::new(path).sort_by_file_path(Ord::cmp).build() {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) && may_be_brief(entry.path()) => {
                let path = entry.into_path();
                found.push(InputFile::Met(path.strip_prefix("./").map(Path::to_owned).unwrap_or(path)));
            }
            Ok(_) => {}
            Err(error) => found.push(InputFile::Unreachable(InputError {
                name: path.display().to_string(),
                message: Shared::CannotRead { reason: error.to_string() }.into(),
            })),
        }
    }
    found
}

impl InputFile {
    /// Reads the file; `None` when it turns out to be no brief. A text on standard input is handed on all the same, as
    /// whoever pipes it through takes the output in its place.
    fn read(self, configuration: &RunConfiguration) -> Result<Option<InputDocument>, InputError> {
        match self {
            InputFile::Unreachable(problem) => Err(problem),
            InputFile::Stdin { name } => {
                let mut bytes = Vec::new();
                let read = io::stdin().read_to_end(&mut bytes).map(|_| bytes);
                let content = text(&name, read)?;
                let declared = name == "<stdin>" || named_like_brief(&name);
                let read = reading(configuration, name, None, &content, declared);
                if let Some(text) = read.as_ref().filter(|document| !document.snapshot.is_brief()) {
                    complain(NoticeLevel::Note, &text.name, Message::SkippedNoBrief);
                }
                Ok(read)
            }
            InputFile::Named(path) => {
                let name = path.display().to_string();
                let content = text(&name, std::fs::read(&path))?;
                let found =
                    document(configuration, name.clone(), Some(path.clone()), &content, named_like_brief(&name));
                if found.is_none() && configuration.house_of(&path).is_some() {
                    complain(NoticeLevel::Note, &name, Message::SkippedNoBrief);
                }
                Ok(found)
            }
            InputFile::Met(path) => {
                let name = path.display().to_string();
                let bytes = std::fs::read(&path);
                // A text in another encoding is our business only if it is a brief.
                let Some(house) = configuration.house_of(&path) else { return Ok(None) };
                let looks =
                    |bytes: &[u8]| decoded(bytes).is_some_and(|(text, _)| looks_like_brief(&text, &house.labels));
                let is_brief = |bytes: &Vec<u8>| named_like_brief(&name) || looks(bytes);
                if bytes.as_ref().is_ok_and(|bytes| !is_brief(bytes)) {
                    return Ok(None);
                }
                let content = text(&name, bytes)?;
                Ok(document(configuration, name, Some(path), &content, true))
            }
        }
    }
}

/// The document of a brief; `None` for other texts, and where the brief.toml above is broken.
fn document(
    configuration: &RunConfiguration,
    name: String,
    path: Option<PathBuf>,
    content: &str,
    declared: bool,
) -> Option<InputDocument> {
    reading(configuration, name, path, content, declared).filter(|document| document.snapshot.is_brief())
}

/// The document of a text, a brief or not; `None` where the brief.toml above is broken.
fn reading(
    configuration: &RunConfiguration,
    name: String,
    path: Option<PathBuf>,
    content: &str,
    declared: bool,
) -> Option<InputDocument> {
    let house = configuration.house_of(path.as_deref().unwrap_or(Path::new(&name)))?;
    let snapshot = Snapshot::new(Text::new(content, 0), declared, house, snapshot::today());
    Some(InputDocument { name, path, snapshot })
}

fn text(name: &str, bytes: io::Result<Vec<u8>>) -> Result<String, InputError> {
    let problem = |message| InputError { name: name.to_owned(), message };
    let bytes = bytes.map_err(|error| problem(Shared::CannotRead { reason: error.to_string() }.into()))?;
    String::from_utf8(bytes).map_err(|error| {
        let Some((_, encoding)) = decoded(error.as_bytes()) else { return problem(Message::NotText.into()) };
        let message = Message::NotUtf8 {
            offset: error.utf8_error().valid_up_to(),
            encoding: encoding.to_owned(),
            command: format!("iconv -f {encoding} -t UTF-8 '{name}' > '{name}.utf8'"),
        };
        problem(message.into())
    })
}

/// The text in the encoding that the bytes seem to have, and that encoding's name; `None` where they seem to be no text.
fn decoded(bytes: &[u8]) -> Option<(String, &'static str)> {
    let encoding = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if std::str::from_utf8(bytes).is_ok() => encoding_rs::UTF_8,
        None => {
            let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
            detector.feed(bytes, true);
            detector.guess(Some(b"tw"), chardetng::Utf8Detection::Allow)
        }
    };
    let text = encoding.decode(bytes).0.into_owned();
    (encoding == encoding_rs::UTF_8 || is_text(&text)).then_some((text, encoding.name()))
}

/// Whether a guess has come out as text. The guess is always some encoding, for a picture too.
fn is_text(text: &str) -> bool {
    let is_control = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{1a}');
    let broken = text.chars().filter(|&c| c == char::REPLACEMENT_CHARACTER).count();
    !text.contains(is_control) && broken * 20 <= text.chars().count()
}

/// Puts `content` in the place of the file: whole or not at all, with the file's permissions, through symbolic links.
pub(super) fn replace(path: &Path, content: impl AsRef<[u8]>) -> io::Result<()> {
    let target = path.canonicalize()?;
    let folder = target.parent().unwrap_or(Path::new("."));
    let permissions = target.metadata()?.permissions();
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(content.as_ref())?;
    file.as_file().set_permissions(permissions)?;
    file.as_file().sync_all()?;
    file.persist(&target)?;
    Ok(())
}
