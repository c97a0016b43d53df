//! JUnit XML: a suite a file, a failed case a finding. Hints and infos are no failures and are left out.

use quick_xml::Writer;
use quick_xml::events::BytesText;

use super::{Checked, Reported, reported};
use crate::messages::Locale;
use crate::rules::Severity;

pub(super) fn render(checked: &Checked, locale: Locale) -> String {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    let written = xml
        .create_element("testsuites")
        .with_attribute(("name", "brief-ls"))
        .write_inner_content(|xml| checked.iter().try_for_each(|file| suite(xml, std::slice::from_ref(file), locale)));
    written.expect("writing to memory does not fail");
    let body = String::from_utf8(xml.into_inner()).expect("names and messages are UTF-8");
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{body}\n")
}

fn suite(xml: &mut Writer<Vec<u8>>, file: &Checked, locale: Locale) -> std::io::Result<()> {
    let Some((document, _)) = file.first() else { return Ok(()) };
    let failures: Vec<Reported> =
        reported(file, locale).filter(|reported| reported.finding.severity <= Severity::Warning).collect();
    let (tests, failed) = (failures.len().max(1).to_string(), failures.len().to_string());
    let name = printable(&document.name);
    xml.create_element("testsuite")
        .with_attributes([("name", name.as_str()), ("tests", &tests), ("failures", &failed), ("errors", "0")])
        .write_inner_content(|xml| {
            if failures.is_empty() {
                xml.create_element("testcase")
                    .with_attributes([("name", "brief-ls"), ("classname", name.as_str())])
                    .write_empty()?;
            }
            failures.iter().try_for_each(|reported| case(xml, &name, reported))
        })?;
    Ok(())
}

fn case(xml: &mut Writer<Vec<u8>>, file: &str, reported: &Reported) -> std::io::Result<()> {
    let (start, message) = (reported.range().start, printable(reported.message()));
    let (line, place) = (start.line.to_string(), format!("line {}, column {}, {message}", start.line, start.column));
    xml.create_element("testcase")
        .with_attributes([("name", reported.rule()), ("classname", file), ("file", file), ("line", &line)])
        .write_inner_content(|xml| {
            xml.create_element("failure")
                .with_attributes([("type", reported.finding.severity.as_str()), ("message", message.as_str())])
                .write_text_content(BytesText::new(&place))?;
            Ok(())
        })?;
    Ok(())
}

/// The text without characters that XML cannot write.
fn printable(text: &str) -> String {
    text.replace(
        |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r') || matches!(c, '\u{fffe}' | '\u{ffff}'),
        "\u{fffd}",
    )
}
