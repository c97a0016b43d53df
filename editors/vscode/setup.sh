#!/bin/sh
# Installs what the tests in the real editor need. Quick when everything is there already.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
editor=$(cd "$here/../.." && pwd)/target/editors/vscode

say() { echo "setup: $*" >&2; }

# installed FOLDER FILE: npm writes its hidden lock last, so a whole installation of FILE has a newer one.
installed() { [ "$1/node_modules/.package-lock.json" -nt "$2" ]; }

# npm_in FOLDER ARGUMENT...
npm_in() (
    cd "$1" && shift
    npm "$@" --ignore-scripts --no-audit --no-fund --loglevel=error >&2
)

if ! installed "$here" "$here/package-lock.json"; then
    say "the extension's packages"
    npm_in "$here" ci
fi

if ! installed "$editor" "$here/test/editor/package-lock.json"; then
    say "VS Code, about 820 MB"
    mkdir -p "$editor"
    cp "$here/test/editor/package.json" "$here/test/editor/package-lock.json" "$here/test/editor/.npmrc" "$editor/"
    npm_in "$editor" ci
fi

# What code-server's own install script does, without the native modules, which the tests do not need.
for part in vscode vscode/extensions; do
    folder=$editor/node_modules/code-server/lib/$part
    if ! installed "$folder" "$folder/package.json"; then
        say "the packages of $part"
        npm_in "$folder" install --omit=dev
    fi
done

debian="chromium fonts-noto-cjk"
# shellcheck disable=SC2016,SC2086
state=$(dpkg-query -W -f='${db:Status-Status} ' $debian 2>/dev/null || true)
if [ "$state" != "installed installed " ]; then
    say "Debian packages: $debian"
    [ "$(id -u)" = 0 ] && sudo= || sudo=sudo
    $sudo apt-get update -qq >&2
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends $debian >&2
fi

say "ready"
