//! The real editors: each has a script of its own that installs nothing and ends with 77 when the editor is not there,
//! which is then said aloud. `tests/all.sh` installs them first and lets none be left out.

use std::path::Path;
use std::process::{Command, Stdio};

use libtest_mimic::{Arguments, Failed, Trial};

/// The exit status of a script whose editor is not installed.
const NOT_INSTALLED: i32 = 77;

fn main() {
    let trials = ["neovim", "vscode"].map(trial);
    libtest_mimic::run(&Arguments::from_args(), trials.into()).exit();
}

fn trial(editor: &'static str) -> Trial {
    let required = std::env::var_os("BRIEF_LS_EDITORS").is_some_and(|value| value == "required");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("editors").join(editor).join("test.sh");
    let left_out = !required && !is_installed(&script);
    if left_out {
        let setup = script.with_file_name("setup.sh");
        eprintln!("\nNOT RUN: the tests in real {editor}; `{}` installs what they need\n", setup.display());
    }
    Trial::test(editor, move || run(&script)).with_ignored_flag(left_out)
}

/// A script looks for its editor first, so without a server to test it ends at once.
fn is_installed(script: &Path) -> bool {
    let status = command(script).env_remove("BRIEF_LS").stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.code() != Some(NOT_INSTALLED))
}

fn run(script: &Path) -> Result<(), Failed> {
    let status = command(script).status()?;
    match status.code() {
        Some(0) => Ok(()),
        Some(NOT_INSTALLED) => Err("the editor is not installed; see its setup.sh".into()),
        _ => Err(format!("{} ended with {status}", script.display()).into()),
    }
}

fn command(script: &Path) -> Command {
    let mut command = Command::new("sh");
    command.arg(script).env("BRIEF_LS", env!("CARGO_BIN_EXE_brief-ls")).stdin(Stdio::null());
    command
}
