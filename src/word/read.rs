//! From a Word file to the text of a brief: the printed page, with tracked changes accepted.
//!
//! The file may be damaged, huge when unpacked, or no Word file at all; a message then says so.

mod assembly;
mod body;
mod numbering;
pub(super) mod package;
mod styles;
mod table;
mod xml;

use super::messages::Message;
use crate::brief::Labels;
use package::Package;
use xml::Damaged;

/// The text of a Word file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// Text of a brief, not yet formatted.
    pub text: String,
    /// Content of the file that a brief cannot hold.
    pub left_out: Vec<Message>,
}

/// Reads the bytes of a `.docx` file, in which `labels` open fields and sections. Fails with the reason, for the user.
pub fn read(bytes: &[u8], labels: &Labels) -> Result<Imported, Message> {
    let mut package = Package::open(bytes)?;
    let main = package.main_part()?;
    let body = part(&mut package, &main, body::read)?.ok_or(Message::WithoutText)?;
    let styles = part(&mut package, &package::beside(&main, "styles.xml"), styles::read)?.unwrap_or_default();
    let numbering = part(&mut package, &package::beside(&main, "numbering.xml"), numbering::read)?.unwrap_or_default();
    let text = assembly::assemble(&body.items, &styles, numbering, labels);
    Ok(Imported { text, left_out: body.left_out.messages() })
}

/// The result of `read` for a part; `None` if the file lacks it.
fn part<T>(package: &mut Package, name: &str, read: fn(&str) -> Result<T, Damaged>) -> Result<Option<T>, Message> {
    let text = package.part(name)?;
    let read = text.map(|text| read(&text)).transpose();
    read.map_err(|Damaged| Message::Damaged { part: name.to_owned() })
}
