//! Conversion between clients' URIs and file paths.

use std::path::{Path, PathBuf};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, percent_encode};
use tower_lsp::gen_lsp_types::Uri;

/// Characters to be percent-encoded in a file URI.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The path of a file; for other documents the URI itself, which equals no path.
pub(super) fn path_of(uri: &Uri) -> PathBuf {
    file_of(uri).unwrap_or_else(|| PathBuf::from(&*percent_decode_str(uri.as_ref()).decode_utf8_lossy()))
}

/// The path of a file; `None` for other documents.
pub(super) fn file_of(uri: &Uri) -> Option<PathBuf> {
    let path = percent_decode_str(uri.as_ref().strip_prefix("file://")?).decode_utf8_lossy();
    Some(PathBuf::from(without_slash_before_drive(&path)))
}

/// The URI of a path, as [`path_of`] gives it back.
pub(super) fn uri_of(path: &Path) -> Uri {
    let path = path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
    let encoded = percent_encode(path.as_bytes(), ENCODED);
    match path.starts_with('/') {
        true => Uri::from(format!("file://{encoded}")),
        false if begins_with_drive(&path) => Uri::from(format!("file:///{encoded}")),
        false => Uri::from(path),
    }
}

/// Turns `/c:/briefs` into `c:/briefs`.
fn without_slash_before_drive(path: &str) -> &str {
    path.strip_prefix('/').filter(|rest| begins_with_drive(rest)).unwrap_or(path)
}

fn begins_with_drive(path: &str) -> bool {
    path.starts_with(|c: char| c.is_ascii_alphabetic()) && path.as_bytes().get(1) == Some(&b':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_comes_back_from_its_uri() {
        for path in ["/briefs/簡報 一.brief", "/a b/[c]#?%.txt", "/😀/-._~"] {
            let uri = uri_of(Path::new(path));
            assert!(uri.as_ref().is_ascii(), "{uri:?}");
            assert_eq!(path_of(&uri), Path::new(path));
        }
        assert_eq!(path_of(&Uri::from("file:///簡報.brief")), Path::new("/簡報.brief"));
        assert_eq!(path_of(&Uri::from("file:///c%3A/a.brief")), Path::new("c:/a.brief"));
        assert_eq!(path_of(&uri_of(Path::new("c:/a.brief"))), Path::new("c:/a.brief"));
        let untitled = Uri::from("untitled:Untitled-1");
        assert_eq!(uri_of(&path_of(&untitled)), untitled);
    }
}
