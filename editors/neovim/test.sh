#!/bin/sh
# Runs the specs in a real Neovim against the real server: BRIEF_LS=path/to/brief-ls ./test.sh [SPEC]...
# Exit status 77 (skipped) when there is no Neovim to run them in.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
installed=$here/../../target/editors/neovim/nvim
nvim=${NVIM:-$installed}

new_enough() {
    command -v "$1" >/dev/null 2>&1 && "$1" --clean --headless --cmd 'if has("nvim-0.11") | qall! | else | cquit | endif' >/dev/null 2>&1
}

if ! new_enough "$nvim"; then
    echo "test.sh: skipped: no Neovim 0.11 or newer at $nvim. Run editors/neovim/setup.sh, or set NVIM to one." >&2
    exit 77
fi
if [ -z "${BRIEF_LS:-}" ] || ! [ -x "$BRIEF_LS" ]; then
    echo "test.sh: BRIEF_LS must be the path of the brief-ls program (now: ${BRIEF_LS:-not set}). Build it with cargo build." >&2
    exit 2
fi
case $BRIEF_LS in /*) ;; *) BRIEF_LS=$PWD/$BRIEF_LS ;; esac
export BRIEF_LS

# The parent Neovim is isolated as well: it reads no configuration and writes only here.
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
trap 'exit 1' HUP INT TERM
export HOME="$home" XDG_CONFIG_HOME="$home" XDG_DATA_HOME="$home" XDG_STATE_HOME="$home" XDG_CACHE_HOME="$home" TMPDIR="$home"
unset VIM VIMRUNTIME NVIM NVIM_APPNAME
"$nvim" --clean -l "$here/test/run.lua" "$@"
