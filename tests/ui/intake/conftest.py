"""The window of a file that comes in, opened and read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coauthor.history.repository import Author
from coauthor.language import Catalogue
from coauthor.ui.intake.dialog import IntakeDialog
from coauthor.ui.intake.place import PlacePanel
from coauthor.workspace.bringing.looking import Aim
from coauthor.workspace.standards import shipped_standards
from tests.ui.intake.hands import Opens, settled


@pytest.fixture
def opens(qtbot: QtBot) -> Iterator[Opens]:
    """Open the window on a file, and wait until it was read or refused."""
    made: list[IntakeDialog] = []

    def open_on(
        file: Path, language: str = "nl", *, new: bool = False, aim: Aim | None = None
    ) -> IntakeDialog:
        text = Catalogue(language)
        place = PlacePanel(text, shipped_standards(), "Waterrijk") if new else None
        dialog = IntakeDialog(text, Author("Fatma"), aim, place)
        made.append(dialog)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.begin(file)
        settled(qtbot, dialog)
        return dialog

    yield open_on
    for each in made:
        each.servant.stop()
