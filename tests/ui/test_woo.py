"""Making public from the window: the places to look at first, and a package without them."""

import os
import zipfile
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from coauthor.ui.archiving.woo_dialog import WooDialog
from tests.ui.driver import Person, nameless
from tests.workspace.woo.test_woo import planted

SHOTS = os.environ.get("COAUTHOR_SHOTS", "")


def shot(window, name: str) -> None:
    if SHOTS:
        Path(SHOTS).mkdir(parents=True, exist_ok=True)
        QApplication.processEvents()
        window.grab().save(str(Path(SHOTS) / f"woo-{name}.png"))


def test_what_gives_doubt_is_shown_and_made_unreadable(person: Person, tmp_path: Path) -> None:
    bench = person.opens(planted(tmp_path / "w").root)
    seen: list[WooDialog] = []

    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, WooDialog)
        seen.append(dialog)
        assert nameless(dialog) == []
        assert set(dialog.kinds) == {"mail", "phone", "path", "person"}
        assert dialog.places.topLevelItemCount() == 4
        assert dialog.seen == ()
        dialog.file.line.setText(str(tmp_path / "openbaar.zip"))
        dialog.kinds["phone"].setCurrentIndex(1)
        shot(dialog, "dialog")

    person.answers(fill_in, lambda: person.does("make_public"))
    person.qtbot.waitUntil(lambda: "Woo-pakket gemaakt" in "".join(bench.banner.messages()))
    shot(bench, "done")
    with zipfile.ZipFile(tmp_path / "openbaar.zip") as package:
        page = package.read("openbaar/programma-van-eisen/programma-van-eisen.html").decode()
    assert "06-12345678" in page
    assert "anke@waterrijk.example" not in page
