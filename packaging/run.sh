#!/usr/bin/env bash
# Starts Coauthor from a checkout; the first time it installs what that takes.
set -euo pipefail
# shellcheck source=packaging/prepare.sh
. "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"

wants_window() { # nothing but a workspace, if that: every other call is a command
    [ $# -eq 0 ] || { [ $# -eq 1 ] && [ -d "$1" ]; }
}

has_display() {
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ] || [ "$(uname)" != Linux ]
}

prepare window requirements.txt

if wants_window "$@" && ! has_display; then
    say "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)," \
        "so no window can open. Without one, Coauthor can make an example workspace" \
        "and export its document as a page that any browser reads:" \
        "" \
        "  $0 example DIR &&" \
        "  $0 export DIR/documents/belastingen.md --format html -o belastingen.html" \
        "" \
        "All commands:  $0 --help"
    exit 1
fi
exec "$venv/bin/coauthor" "$@"
