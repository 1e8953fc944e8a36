"""Fixtures for all tests: a home of their own, one language, the real texts."""

import functools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pygit2
import pytest
from pygit2.enums import ConfigLevel
from pytestqt.qtbot import QtBot

PATIENCE = 60_000
"""Milliseconds after which a window that is waited for will never come."""

hypothesis.settings.register_profile("default", deadline=None)
hypothesis.settings.register_profile("long", deadline=None, max_examples=10_000)
hypothesis.settings.load_profile("default")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test an empty home, so that none reads or writes the person's own."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(folder))
    for name, inside in {
        "XDG_CONFIG_HOME": ".config",
        "XDG_CACHE_HOME": ".cache",
        "XDG_DATA_HOME": ".local/share",
        "XDG_STATE_HOME": ".local/state",
        "XDG_RUNTIME_DIR": ".run",
    }.items():
        (folder / inside).mkdir(mode=0o700, parents=True)
        monkeypatch.setenv(name, str(folder / inside))
    for level in (ConfigLevel.SYSTEM, ConfigLevel.XDG, ConfigLevel.GLOBAL):
        # libgit2 reads HOME only once, when it is loaded.
        pygit2.settings.search_path[level] = str(folder)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    return folder


@pytest.fixture(autouse=True, scope="session")
def patience() -> Iterator[None]:
    """Let a window take its time on a slow machine; who waits goes on as soon as it is so."""
    patch = pytest.MonkeyPatch()
    for name in ("waitUntil", "waitSignal", "waitSignals"):
        patch.setattr(QtBot, name, _patient(getattr(QtBot, name)))
    yield
    patch.undo()


def _patient(wait: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(wait)
    def waits(*given: Any, timeout: int = 0, **more: Any) -> Any:
        # What is not to come, as in assertNotEmitted, is waited for no longer than asked.
        patience = 0 if more.get("raising") is False else PATIENCE
        return wait(*given, timeout=max(timeout, patience), **more)

    return waits


@pytest.fixture(autouse=True)
def locale(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in the same language, encoding and time zone everywhere."""
    for name in ("LANGUAGE", "LC_MESSAGES", "LC_TIME", "LC_CTYPE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TZ", "UTC")


@pytest.fixture(scope="session")
def shared_texts() -> Path:
    """Real texts beside the checkout; tests that need them are skipped where they are absent."""
    folder = Path(__file__).parents[2] / "shared" / "texts"
    if not folder.is_dir():
        pytest.skip("the real texts are not beside this checkout")
    return folder
