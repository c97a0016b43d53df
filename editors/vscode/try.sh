#!/bin/sh
# Opens a brief in VS Code with the extension and the server, in a throw-away profile.
set -eu

fail() { echo "try: $*" >&2; exit 2; }

[ $# -eq 1 ] || fail "usage: editors/vscode/try.sh FILE"
[ -f "$1" ] || fail "no such file: $1"
file=$(realpath "$1")

cd "$(dirname "$0")"
root=$(realpath ../..)

program=${BRIEF_LS:-}
for candidate in "$root/target/release/brief-ls" "$root/target/debug/brief-ls" "$(command -v brief-ls || true)"; do
    [ -n "$program" ] || [ ! -x "$candidate" ] || program=$candidate
done
[ -n "$program" ] || fail "no brief-ls: neither \$BRIEF_LS nor target/release, target/debug or PATH has it; run cargo build --release"
program=$(cd "$OLDPWD" && realpath "$program")
[ -x "$program" ] || fail "not a program: $program"
echo "try: the server is $program" >&2

command -v npm >/dev/null || fail "the extension is built with npm, which is not on PATH"
[ -d node_modules ] || npm ci --no-audit --no-fund >&2
if [ ! -e brief-ls.vsix ] || [ -n "$(find src syntaxes l10n ./*.json -newer brief-ls.vsix)" ]; then
    npm run --silent package >&2
fi

if command -v code >/dev/null; then
    profile=$(mktemp -d)
    trap 'rm -rf "$profile"' EXIT
    trap 'exit 130' INT TERM
    mkdir -p "$profile/data/User"
    printf '{ "brief.server.path": "%s", "security.workspace.trust.enabled": false }\n' "$program" >"$profile/data/User/settings.json"
    set -- --user-data-dir "$profile/data" --extensions-dir "$profile/extensions"
    code "$@" --install-extension brief-ls.vsix >&2
    echo "try: close the window to end" >&2
    code "$@" --new-window --wait "$(dirname "$file")" "$file"
    exit
fi

node=$(ls "$root"/target/editors/vscode/node_modules/node-linux-*/bin/node 2>/dev/null) ||
    fail "no VS Code: neither code on PATH nor the one that editors/vscode/setup.sh installs"
exec "$node" test/try.mjs "$program" "$file"
