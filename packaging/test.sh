#!/usr/bin/env bash
# Runs every check and every test; the first time it installs what that takes.
# Arguments go to pytest:  packaging/test.sh tests/document -x
set -euo pipefail
# shellcheck source=packaging/prepare.sh
. "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"

prepare "window tests" requirements-test.txt
cd "$project"
export PATH=$venv/bin:$PATH
if [ -z "${QT_QPA_PLATFORM:-}" ]; then
    # pytest-xvfb brings the display; without Xvfb the windows are drawn in memory.
    QT_QPA_PLATFORM=$(command -v Xvfb >/dev/null && echo xcb || echo offscreen)
    export QT_QPA_PLATFORM
fi

failed=()
check() {
    say "" "== $*"
    "$@" || failed+=("$*")
}

check ruff check --quiet --output-format concise .
check ruff format --check --quiet --output-format concise .
check mypy
check lint-imports
# A process a core; the tests of one file stay together, for they share what they set up.
check pytest --numprocesses auto --maxprocesses 4 --dist loadfile "$@"
if [ ${#failed[@]} -gt 0 ]; then
    say "" "Failed:" "${failed[@]/#/  }"
    exit 1
fi
