#!/bin/sh
# Tests the packed extension in a real VS Code with the real server. Needs BRIEF_LS; exits 77 when setup.sh was not run.
set -eu
cd "$(dirname "$0")"
editor=$PWD/../../target/editors/vscode

fail() { code=$1; shift; echo "test: $*" >&2; exit "$code"; }

node=$(ls "$editor"/node_modules/node-linux-*/bin/node 2>/dev/null) || fail 77 "VS Code is not installed; run editors/vscode/setup.sh"
[ -d "$editor/node_modules/code-server/lib/vscode/node_modules" ] || fail 77 "VS Code is half installed; run editors/vscode/setup.sh"
[ -d node_modules ] || fail 77 "the extension's packages are not installed; run editors/vscode/setup.sh"
[ -n "${CHROMIUM:-$(command -v chromium)}" ] || fail 77 "no chromium; run editors/vscode/setup.sh"
[ -x "${BRIEF_LS:-}" ] || fail 2 "set BRIEF_LS to the brief-ls program"
program=$(cd "$OLDPWD" && realpath "$BRIEF_LS")

npm run --silent check
rm -rf out
npm run --silent build:test
npm run --silent package >/dev/null
exec timeout --kill-after=10 420 "$node" test/run.mjs "$program"
