# What run.sh and test.sh share; they source it and call
#
#   prepare "SECTION..." LOCK
#
# which installs the missing system packages of those sections of system-packages.txt
# (when it may; otherwise it names them) and brings .venv up to date with the lock file.
# What is up to date costs one look.
# shellcheck shell=bash

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
venv=$project/.venv
unset PYTHONHOME PYTHONPATH

say() { printf '%s\n' "$@" >&2; }

fail() {
    say "$@"
    exit 2
}

prepare() { # "SECTION..." LOCK
    local packages
    packages=$(missing_packages "$1")$(missing_venv)
    if [ -n "$packages" ]; then
        install_packages "$packages" || report_packages "$packages"
    fi
    if is_current "$2"; then return; fi
    exec 9<"$project/pyproject.toml"
    if command -v flock >/dev/null; then flock 9; fi # another start may be busy here
    is_current "$2" || build_venv "$2"
    exec 9<&-
}

# --- system packages ---------------------------------------------------------------

missing_packages() { # SECTIONS -> names on one line; nothing where dpkg is not the rule
    command -v dpkg-query >/dev/null || return 0
    local names name queries=() installed
    names=$(awk -v wanted=" $1 " '
        /^\[/ { inside = index(wanted, " " substr($1, 2, length($1) - 2) " "); next }
        inside && NF && !/^#/ { print $1 }' "$project/packaging/system-packages.txt")
    for name in $names; do queries+=("$name" "${name}t64"); done
    installed=$(dpkg-query -W -f='${db:Status-Status}=${Package}\n' "${queries[@]}" 2>/dev/null |
        sed 's/t64$//' || true)
    for name in $names; do
        [[ $'\n'$installed$'\n' == *$'\n'"installed=$name"$'\n'* ]] || printf '%s ' "$name"
    done
}

missing_venv() { # -> the package with which Python makes environments, if it is needed
    [ ! -x "$venv/bin/python" ] || return 0
    local python
    python=$(find_python 2>/dev/null) || return 0 # build_venv will say so
    [[ $python != /usr/bin/* ]] || "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
}

install_packages() { # "NAMES" -> fails when it may not or could not
    local as_root=() log
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || return 1
        sudo -n true 2>/dev/null || [ -t 0 ] || return 1
        as_root=(sudo)
    fi
    command -v apt-get >/dev/null || return 1
    say "Installing system packages: $1"
    log=$(mktemp)
    hold_servers "${as_root[@]}"
    # shellcheck disable=SC2086 # names are words; without news from one source they may do
    if ! {
        "${as_root[@]}" apt-get update || true
        "${as_root[@]}" env RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install --yes \
            --no-install-recommends -o DPkg::Lock::Timeout=120 $1
    } >"$log" 2>&1 </dev/null; then
        tail -n 5 "$log" >&2
        rm -f "$log"
        release_servers "${as_root[@]}"
        return 1
    fi
    rm -f "$log"
    release_servers "${as_root[@]}"
}

# Debian starts a server as soon as it is installed, on every network; the tests start
# their own. policy-rc.d is how Debian is told not to.
policy=/usr/sbin/policy-rc.d

hold_servers() { # [sudo]
    [ ! -e "$policy" ] || return 0
    "$@" sh -c "printf '#!/bin/sh\n# coauthor\nexit 101\n' >$policy && chmod 755 $policy"
}

release_servers() { # [sudo]
    if grep -qs '^# coauthor$' "$policy"; then "$@" rm -f "$policy"; fi
}

report_packages() { # "NAMES"
    say "Missing system packages: $1"
    say "Install them with:  sudo apt-get install --no-install-recommends $1"
}

# --- the virtual environment -------------------------------------------------------

fingerprint() { # LOCK -> what an environment with it is made from, and where
    {
        echo "$venv"
        readlink -f "$venv/bin/python"
        cat "$project/pyproject.toml" "$project/packaging/$1"
    } | sha256sum
}

is_current() { # LOCK
    [ -x "$venv/bin/python" ] && [ -f "$venv/made-from-$1" ] &&
        [ "$(fingerprint "$1")" = "$(cat "$venv/made-from-$1")" ]
}

build_venv() { # LOCK
    local python lock
    if ! is_sound; then
        python=$(find_python)
        create_venv "$python"
    fi
    rm -f "$venv"/made-from-*
    say "Installing the Python packages of packaging/$1"
    pip_install --require-hashes --only-binary :all: -r "$project/packaging/$1" ||
        fail "They could not be installed; the reason stands above." \
            "The first start needs a network and some 700 MB of disk; later ones do not."
    pip_install --no-build-isolation -e "$project" ||
        fail "Coauthor itself could not be installed; the reason stands above."
    for lock in $(covered_by "$1"); do
        fingerprint "$lock" >"$venv/made-from-$lock"
    done
}

covered_by() { # LOCK -> the lock files whose packages it has all, at the same versions
    case $1 in
    requirements-test.txt) echo requirements.txt "$1" ;;
    requirements-bench.txt) echo requirements.txt "$1" ;;
    *) echo "$1" ;;
    esac
}

is_sound() { # it works, and was not moved since: its scripts name their interpreter
    [ "$(head -n 1 "$venv/bin/coauthor" 2>/dev/null)" = "#!$venv/bin/python" ] &&
        "$venv/bin/python" -c 'import pip' 2>/dev/null
}

find_python() { # -> the first that is new enough
    local python
    for python in ${PYTHON:-} python3 python3.13 python3.12 python3.11; do
        if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$python"
            return
        fi
    done
    fail "Python 3.11 or newer is needed; found: $(python3 -V 2>/dev/null || echo none)." \
        "Install it, or name one:  PYTHON=python3.12 $0"
}

create_venv() { # PYTHON
    "$1" -c 'import ensurepip, venv' 2>/dev/null ||
        fail "$1 lacks the modules venv and ensurepip, so it cannot make an environment."
    say "Making a Python environment in .venv with $("$1" -V)"
    "$1" -m venv --clear "$venv" >&2 || fail "It could not be made."
}

pip_install() {
    "$venv/bin/python" -m pip --disable-pip-version-check install --quiet --no-input \
        --retries 2 --no-deps "$@" </dev/null >&2
}
