#!/usr/bin/env bash
# Lets eight writers write apart and come together, with kills and cut connections, and
# looks whether every word is there; arguments as of `python -m tests.soak --help`.
set -euo pipefail
# shellcheck source=packaging/prepare.sh
. "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"

prepare "window tests" requirements-test.txt
cd "$project"
exec "$venv/bin/python" -m tests.soak "$@"
