//! The parts of a Word file, a ZIP archive from an untrusted source.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::xml::{self, Node};
use crate::word::messages::Message;

/// Most bytes of all unpacked parts together, far more than the longest books have, to stop a ZIP bomb.
const LARGEST: u64 = 64 * 1024 * 1024;

pub struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// Bytes still allowed.
    left: u64,
}

impl<'b> Package<'b> {
    pub fn open(bytes: &'b [u8]) -> Result<Package<'b>, Message> {
        if let Some(message) = other_format(bytes) {
            return Err(message);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Message::Truncated)?;
        let package = Package { archive, left: LARGEST };
        match package.archive.index_for_name("[Content_Types].xml") {
            Some(_) => Ok(package),
            None => Err(package.other_content()),
        }
    }

    /// Sets the bytes that are still allowed.
    #[cfg(test)]
    pub fn limit(&mut self, bytes: u64) {
        self.left = bytes;
    }

    /// Message about an archive without Word's table of contents.
    fn other_content(&self) -> Message {
        let has = |name: &str| self.archive.index_for_name(name).is_some();
        if has("META-INF/manifest.xml") {
            return Message::NotWord { format: "OpenDocument" };
        }
        Message::NotWord { format: "ZIP" }
    }

    /// Name of the part with the text.
    pub fn main_part(&mut self) -> Result<String, Message> {
        let Some(relations) = self.part("_rels/.rels")? else {
            return Err(Message::WithoutText);
        };
        let mut main = None;
        xml::walk(&relations, |node| {
            if let Node::Open("Relationship", element) = node {
                let is_main = xml::attribute(element, "Type").is_some_and(|kind| kind.ends_with("/officeDocument"));
                main = main.take().or_else(|| xml::attribute(element, "Target").filter(|_| is_main));
            }
        })
        .map_err(|xml::Damaged| Message::Damaged { part: "_rels/.rels".to_owned() })?;
        let main = main.ok_or(Message::WithoutText)?;
        let main = main.trim_start_matches("./").trim_start_matches('/').to_owned();
        match main.split('/').next() {
            Some("xl") => Err(Message::NotWord { format: "Excel" }),
            Some("ppt") => Err(Message::NotWord { format: "PowerPoint" }),
            _ => Ok(main),
        }
    }

    /// Text of a part; `None` if the file lacks it.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, Message> {
        let part = match self.archive.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(_) | ZipError::InvalidPassword) => return Err(Message::Encrypted),
            Err(_) => return Err(Message::Truncated),
        };
        let mut bytes = Vec::new();
        part.take(self.left + 1).read_to_end(&mut bytes).map_err(|_| Message::Truncated)?;
        let length = bytes.len() as u64;
        self.left = self.left.checked_sub(length).ok_or(Message::TooLarge { megabytes: LARGEST >> 20 })?;
        // UTF-8 as all write it, or UTF-16 by its mark, as the standard allows.
        let (text, _, is_broken) = encoding_rs::UTF_8.decode(&bytes);
        if is_broken {
            return Err(Message::Damaged { part: name.to_owned() });
        }
        Ok(Some(text.into_owned()))
    }
}

/// Path of `name` in the folder of `part`.
pub fn beside(part: &str, name: &str) -> String {
    match part.rsplit_once('/') {
        Some((folder, _)) => format!("{folder}/{name}"),
        None => name.to_owned(),
    }
}

/// Message about a file of another format, recognised by its first bytes.
fn other_format(bytes: &[u8]) -> Option<Message> {
    const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    let names = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    if bytes.starts_with(COMPOUND) {
        return Some(if names("EncryptedPackage") { Message::Encrypted } else { Message::OldWord });
    }
    match bytes {
        [] => Some(Message::Empty),
        [b'P', b'K', ..] => None,
        [b'{', b'\\', b'r', b't', b'f', ..] => Some(Message::NotWord { format: "RTF" }),
        [b'%', b'P', b'D', b'F', ..] => Some(Message::NotWord { format: "PDF" }),
        _ if std::str::from_utf8(bytes).is_ok() => Some(Message::TextNotWord),
        _ => Some(Message::NoWordFile),
    }
}
