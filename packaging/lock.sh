#!/bin/sh
# Renews the lock files from pyproject.toml; all newest versions with --upgrade.
# Needs uv (pip install uv). Configuration of this machine stays out of the result.
set -eu
cd "$(dirname "$0")/.."

lock() { # lock FILE [arguments of uv pip compile]
    file=packaging/$1
    shift
    env -u PIP_FIND_LINKS -u PIP_INDEX_URL -u PIP_EXTRA_INDEX_URL \
        -u UV_FIND_LINKS -u UV_INDEX -u UV_INDEX_URL -u UV_DEFAULT_INDEX -u UV_EXTRA_INDEX_URL \
        uv pip compile pyproject.toml --no-config --quiet --universal --python-version 3.11 \
        --generate-hashes --no-header --no-annotate --output-file "$file" "$@"
    echo "$file: $(grep -c '==' "$file") packages"
}

lock requirements.txt --only-binary :all: --extra build "$@"
lock requirements-test.txt --only-binary :all: --constraint packaging/requirements.txt \
    --extra build --extra test --extra dev "$@"
lock requirements-bench.txt --constraint packaging/requirements-test.txt --extra build --extra test \
    --extra bench "$@"
