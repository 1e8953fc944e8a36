#!/usr/bin/env bash
# Measures Coauthor and its peers and prints tables; arguments name the parts.
set -euo pipefail
# shellcheck source=packaging/prepare.sh
. "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"

prepare "window tests" requirements-bench.txt
cd "$project"
display=()
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then display=(xvfb-run -a); fi
exec "${display[@]}" "$venv/bin/python" -m tests.bench "$@"
