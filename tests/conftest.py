"""Fixtures for all tests: a home of their own, one language, the real texts."""

from pathlib import Path

import hypothesis
import pygit2
import pytest
from pygit2.enums import ConfigLevel

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
