#!/usr/bin/env bash
# Installs what the tests need, the real editors included, and runs them all. Nothing is left out: what cannot be
# installed makes this fail.
set -euo pipefail
cd "$(dirname "$0")/.."

sh editors/neovim/setup.sh
sh editors/vscode/setup.sh
BRIEF_LS_EDITORS=required cargo test --locked
