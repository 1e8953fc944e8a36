"""The window and a real server: shown before it is trusted, asked for a password, shared."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from coauthor.history.sharing import secret_store
from coauthor.ui.dialogs import FormDialog
from coauthor.ui.sharing.dialogs import ConnectDialog, SecretDialog, TrustDialog
from tests.history.servers.https import PASSWORD, USER, HttpsServer, https_server
from tests.ui.driver import Person, nameless


@pytest.fixture
def server(tmp_path: Path) -> Iterator[HttpsServer]:
    secret_store._memory.clear()
    with https_server(tmp_path / "https") as running:
        running.repository("samen.git")
        yield running
    secret_store._memory.clear()


class Answers:
    """Answers every dialog that comes, and remembers which came in what order."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.seen: list[str] = []
        self.wrong = ""
        self._timer = QTimer(interval=30)
        self._timer.timeout.connect(self._look)
        self._last: QDialog | None = None
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, FormDialog):
            return
        if isinstance(dialog, ConnectDialog):
            self._connect(dialog)
        elif dialog is not self._last:
            self._last = dialog
            assert nameless(dialog) == []
            self.seen.append(type(dialog).__name__)
            self._answer(dialog)

    def _connect(self, dialog: ConnectDialog) -> None:
        if not dialog.accept_button.isEnabled():
            return  # it is trying
        if dialog.wrong.isVisible():
            self.wrong = dialog.wrong.text()
        self.seen.append("ConnectDialog")
        dialog.address.line.setText(self.address)
        dialog.accept_button.click()

    def _answer(self, dialog: FormDialog) -> None:
        if isinstance(dialog, TrustDialog):
            assert dialog.fingerprint.toPlainText().count(":") == 31
            refuses = self.seen.count("TrustDialog") == 1
            dialog.reject() if refuses else dialog.accept()
        elif isinstance(dialog, SecretDialog):
            dialog.user.setText(USER)
            dialog.secret.setText(PASSWORD)
            dialog.accept()


def test_a_server_is_reached_once_it_is_trusted_and_knows_the_person(
    person: Person, workspace: Path, server: HttpsServer
) -> None:
    bench = person.opens(workspace)
    answers = Answers(server.address("samen.git"))

    def told(words: str) -> None:
        person.qtbot.waitUntil(
            lambda: any(words in said for said in bench.banner.messages()), timeout=30_000
        )

    person.does("connect_place")
    told("Daar staat nog niets")
    answers.stop()
    assert answers.seen == [
        "ConnectDialog",
        "TrustDialog",  # refused, so it is told and tried again
        "ConnectDialog",
        "TrustDialog",
        "SecretDialog",
    ]
    assert "niet" in answers.wrong
    person.does("send")  # neither is asked again
    told("gedeeld via")
    person.qtbot.waitUntil(lambda: "✓ Gedeeld" in bench.waiting.text(), timeout=10_000)
