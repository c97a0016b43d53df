#!/bin/sh
# Opens a brief in Neovim with everything wired up: ./try.sh FILE
# Neovim runs in a profile that is thrown away; your own configuration is neither read nor changed.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
target=$here/../../target

fail() { echo "try.sh: $1" >&2; exit 1; }
new_enough() { "$1" --clean --headless --cmd 'if has("nvim-0.11") | qall! | else | cquit | endif' >/dev/null 2>&1; }

[ $# -eq 1 ] || { echo "usage: try.sh FILE" >&2; exit 2; }

if [ -n "${BRIEF_LS:-}" ]; then
    server=$(command -v "$BRIEF_LS") || fail "BRIEF_LS names no program: $BRIEF_LS"
elif [ -x "$target/release/brief-ls" ]; then
    server=$target/release/brief-ls
elif [ -x "$target/debug/brief-ls" ]; then
    server=$target/debug/brief-ls
else
    server=$(command -v brief-ls) || fail "brief-ls was not found: not in target/release or target/debug, not on PATH. Build it with cargo build --release, or set BRIEF_LS to its path."
fi
case $server in /*) ;; *) server=$PWD/$server ;; esac

if new_enough nvim; then
    nvim=nvim
else
    nvim=$("$here/setup.sh") || exit 1
fi

profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
trap 'exit 1' HUP INT TERM
export BRIEF_LS="$server"
export XDG_CONFIG_HOME="$profile" XDG_DATA_HOME="$profile" XDG_STATE_HOME="$profile" XDG_CACHE_HOME="$profile"
unset VIM VIMRUNTIME NVIM_APPNAME
"$nvim" -u "$here/try.lua" "$1"
