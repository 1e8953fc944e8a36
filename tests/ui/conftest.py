"""A person at the keyboard."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.driver import Person


@pytest.fixture
def person(qtbot: QtBot) -> Iterator[Person]:
    """Somebody who speaks Dutch; the window is closed afterwards."""
    someone = Person(qtbot)
    yield someone
    someone.leaves()
