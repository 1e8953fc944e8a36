"""What is installed is what was declared, pinned and looked at."""

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
PACKAGING = PROJECT / "packaging"
LOCKS = ("requirements.txt", "requirements-test.txt", "requirements-bench.txt")
FAKE_DPKG = """
dpkg-query() {
    for name in "$@"; do
        case " $INSTALLED " in *" $name "*) echo "installed=$name" ;; esac
    done
}
. packaging/prepare.sh
missing_packages "$1"
"""


def declared(*extras: str) -> set[str]:
    """Return the normalised names that pyproject.toml asks for."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lists = [project["dependencies"], *(project["optional-dependencies"][each] for each in extras)]
    return {normal(re.split(r"[<>=]", each)[0]) for names in lists for each in names}


def normal(name: str) -> str:
    """Return the one spelling of a package's name (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(lock: str) -> dict[str, set[str]]:
    """Map each package of a lock file to its versions (more where Pythons differ)."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==([^\s;]+)", text_of(lock), re.MULTILINE):
        found.setdefault(normal(name), set()).add(version)
    return found


def text_of(lock: str) -> str:
    """Return the contents of a lock file."""
    return (PACKAGING / lock).read_text(encoding="utf-8")


def missing(sections: str, *installed: str) -> list[str]:
    """Ask prepare.sh what is missing on a machine with these packages."""
    answer = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", FAKE_DPKG, "bash", sections],
        cwd=PROJECT,
        env={**os.environ, "INSTALLED": " ".join(installed)},
        capture_output=True,
        text=True,
        check=True,
    )
    return answer.stdout.split()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_names_no_place_to_download_from(lock: str) -> None:
    assert not re.search(r"https?://|file:|--index|--find-links|@ ", text_of(lock))


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash(lock: str) -> None:
    pins = re.findall(r"^[\w.-]+==(?:.*\\\n)+.*", text_of(lock), re.MULTILINE)
    assert len(pins) == sum(map(len, pinned(lock).values()))
    assert all("--hash=sha256:" in pin for pin in pins)


@pytest.mark.parametrize(
    ("lock", "extras"),
    [
        ("requirements.txt", ["build"]),
        ("requirements-test.txt", ["build", "test", "dev"]),
        ("requirements-bench.txt", ["build", "test", "bench"]),
    ],
)
def test_every_declared_dependency_is_pinned(lock: str, extras: list[str]) -> None:
    assert declared(*extras) <= pinned(lock).keys()


@pytest.mark.parametrize("lock", LOCKS[1:])
def test_tests_and_bench_run_with_the_versions_that_people_get(lock: str) -> None:
    assert pinned("requirements.txt").items() <= pinned(lock).items()


def test_every_declared_dependency_has_its_reason() -> None:
    reasons = (PACKAGING / "DEPENDENCIES.md").read_text(encoding="utf-8").lower()
    everything = declared("build", "test", "dev", "bench")
    assert [name for name in everything if name not in normal(reasons)] == []


def test_a_package_that_was_renamed_for_64_bit_time_counts_as_present() -> None:
    needed = missing("window")
    assert "libglib2.0-0" in needed
    assert "xvfb" not in needed
    assert set(needed) - set(missing("window", "libglib2.0-0t64")) == {"libglib2.0-0"}
    assert missing("window", *needed) == []


def test_the_wheel_carries_the_shipped_content(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", tmp_path],
        cwd=PROJECT,
        capture_output=True,
        check=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    for path in (PROJECT / "resources").rglob("*.*"):
        if path.is_file():
            assert f"coauthor/_resources/{path.relative_to(PROJECT / 'resources')}" in packed
