#!/usr/bin/env bash
# Starts Coauthor from a checkout; the first time it installs what that takes.
# Without a display Coauthor says so, and which commands do the same work.
set -euo pipefail
# shellcheck source=packaging/prepare.sh
. "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"

prepare window requirements.txt
COAUTHOR_PROGRAM=$0 exec "$venv/bin/coauthor" "$@"
