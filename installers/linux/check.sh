#!/usr/bin/env bash
# Installs the .deb that build.sh made and starts it, and the portable folder, under a virtual display: a window of
# each must come up. Needs root, xvfb and x11-utils; takes the package away again.
set -euo pipefail
cd "$(dirname "$0")/../.."
export HOME
HOME=$(mktemp -d)
Xvfb :87 -screen 0 1280x800x24 >/dev/null 2>&1 &
display=$!
trap 'kill $display; rm -rf "$HOME"' EXIT
export DISPLAY=:87

starts() { # what, program
    "$2" >"$HOME/log" 2>&1 &
    local program=$!
    for _ in $(seq 120); do
        if xwininfo -root -tree 2>/dev/null | grep -q '"Isogloss"'; then
            echo "check: the $1 opens its window"
            kill $program
            wait $program 2>/dev/null || true
            return
        fi
        sleep 0.5
    done
    echo "check: the $1 opened no window within a minute; it said:" >&2
    cat "$HOME/log" >&2
    exit 1
}

apt-get install -y -qq --no-install-recommends "$PWD"/target/installer/isogloss_*.deb >/dev/null
starts "installed package" /opt/isogloss/bin/Isogloss
starts "portable folder" target/installer/Isogloss/bin/Isogloss
isogloss --version
isogloss study --help >/dev/null
apt-get remove -y -qq isogloss >/dev/null
test ! -e /usr/bin/isogloss
