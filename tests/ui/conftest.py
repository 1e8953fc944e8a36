"""A person at the keyboard."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coauthor.history.repository import Author
from coauthor.ui.collector import Collector, collector_of
from coauthor.workspace.creating import derive_workspace
from coauthor.workspace.standards import find_source
from tests.ui.driver import Person


@pytest.fixture(autouse=True, scope="session")
def collector(qapp: QApplication) -> Collector:
    """Collect as the program does: no thread of a test takes away what belongs to a window."""
    return collector_of(qapp)


@pytest.fixture
def person(qtbot: QtBot) -> Iterator[Person]:
    """Somebody who speaks Dutch; the window is closed afterwards."""
    someone = Person(qtbot)
    yield someone
    someone.leaves()


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A municipality's document, derived from the standard for travel documents."""
    root = tmp_path / "waterrijk"
    derive_workspace(
        find_source("reisdocumenten"),
        "1.0",
        root,
        "Gemeente Waterrijk",
        author=Author("Fatma"),
        when=datetime.now(UTC),
        message="Afgeleid",
    )
    return root
