"""The layers of the design, as rules that the code cannot break unseen."""

import ast
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

PROJECT = Path(__file__).parents[1]
PACKAGE = PROJECT / "coauthor"
BLOCK_QT = """
import importlib, sys
for name in ("PySide6", "shiboken6"):
    sys.modules[name] = None  # every import of it now fails
for module in sys.argv[1:]:
    importlib.import_module(module)
"""


def modules(*, outside: str) -> list[str]:
    """Name every module of the package that does not lie in ``outside``."""
    names = (
        ".".join(path.relative_to(PROJECT).with_suffix("").parts)
        for path in sorted(PACKAGE.rglob("*.py"))
    )
    return [
        name.removesuffix(".__init__") for name in names if not f"{name}.".startswith(f"{outside}.")
    ]


def imported(path: Path) -> Iterator[str]:
    """Yield the top-level name of everything that a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def test_layers_import_only_what_the_contracts_allow(capsys: pytest.CaptureFixture[str]) -> None:
    broken = lint_imports(config_filename=str(PROJECT / "pyproject.toml"), no_cache=True)
    assert broken == 0, capsys.readouterr().out


def test_everything_but_the_window_can_be_imported_without_qt() -> None:
    headless = modules(outside="coauthor.ui")
    assert "coauthor.document.model" in headless
    run = subprocess.run(
        [sys.executable, "-c", BLOCK_QT, *headless],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr


def test_everything_imported_is_declared() -> None:
    providers = packages_distributions()
    declared = {
        requirement.lower().replace("_", "-").replace(".", "-")
        for requirement in runtime_requirements()
    }
    for path in PACKAGE.rglob("*.py"):
        foreign = set(imported(path)) - set(sys.stdlib_module_names) - {"coauthor"}
        for name in foreign:
            distributions = {
                distribution.lower().replace("_", "-").replace(".", "-")
                for distribution in providers.get(name, [])
            }
            assert distributions & declared, f"{path.relative_to(PROJECT)} imports {name}"


def runtime_requirements() -> Iterator[str]:
    """Yield the bare names of the runtime dependencies."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for requirement in project["dependencies"]:
        yield requirement.partition(">")[0].partition("=")[0].strip()
