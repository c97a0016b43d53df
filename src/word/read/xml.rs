//! A walk over XML: elements by local names, and the text between.

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

/// XML that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Damaged;

pub enum Node<'n> {
    /// Local name and attributes.
    Open(&'n str, &'n BytesStart<'n>),
    Close(&'n str),
    Text(&'n str),
}

/// Deepest nesting of elements; real files stay below a hundred.
const DEEPEST: usize = 1000;

/// Calls `see` with every node of `xml`, in order. An empty element opens and closes.
pub fn walk(xml: &str, mut see: impl FnMut(Node)) -> Result<(), Damaged> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    let mut depth = 0usize;
    loop {
        match reader.read_event().map_err(|_| Damaged)? {
            Event::Start(element) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(Damaged);
                }
                see(Node::Open(element.local_name().as_ref(), &element));
            }
            Event::End(element) => {
                depth = depth.checked_sub(1).ok_or(Damaged)?;
                see(Node::Close(element.local_name().as_ref()));
            }
            Event::Text(text) => see(Node::Text(&text.xml10_content())),
            Event::CData(text) => see(Node::Text(&text.xml10_content())),
            Event::GeneralRef(name) => {
                let character = name.resolve_char_ref().map_err(|_| Damaged)?;
                let entity = quick_xml::escape::resolve_predefined_entity(&name);
                let mut buffer = [0; 4];
                let text = character.map(|c| &*c.encode_utf8(&mut buffer)).or(entity);
                see(Node::Text(text.ok_or(Damaged)?));
            }
            Event::Eof if depth > 0 => return Err(Damaged),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// Value of the attribute with that local name.
pub fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let mut attributes = attributes.with_checks(false).flatten();
    let value = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    value.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}

/// Value of Word's attribute `val`.
pub fn value(element: &BytesStart) -> Option<String> {
    attribute(element, "val")
}

pub fn number(element: &BytesStart) -> Option<u32> {
    value(element)?.parse().ok()
}

/// Whether a property is on: `<w:b w:val="0"/>` is not.
pub fn is_on(element: &BytesStart) -> bool {
    !matches!(value(element).as_deref(), Some("0" | "false" | "off"))
}
