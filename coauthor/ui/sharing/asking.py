"""Answers what a shared place asks, carried from the thread of the work to the window."""

import queue
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from coauthor.errors import Cancelled
from coauthor.history.sharing.asking import HostRequest, Secret, SecretRequest
from coauthor.language import Catalogue
from coauthor.ui.sharing.dialogs import SecretDialog, TrustDialog

Answer = TypeVar("Answer")

WAIT = 0.2
"""Seconds between looks whether the window is still there to answer."""


class WindowAsk(QObject):
    """Implements `history.asking.Ask` with dialogs over a window.

    `secret` and `trust_host` are called on the thread of the work and wait there.
    """

    _asked = Signal(object)

    def __init__(self, text: Catalogue, window: QWidget) -> None:
        super().__init__(window)
        self._text = text
        self._window = window
        self._closed = False
        self._asked.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def secret(self, request: SecretRequest) -> Secret | None:
        """Ask a password or passphrase; None when the person stops."""
        return self._wait(lambda: self._secret(request))

    def trust_host(self, request: HostRequest) -> bool:
        """Show a server and ask whether it may be trusted; no unless the person says yes."""
        return self._wait(lambda: self._trust(request))

    def close(self) -> None:
        """Answer nothing any more; whoever waits is told to stop."""
        self._closed = True

    def reopen(self) -> None:
        """Answer again: the window stays after all."""
        self._closed = False

    def _wait(self, ask: Callable[[], Answer]) -> Answer:
        answers: queue.SimpleQueue[Answer] = queue.SimpleQueue()
        self._asked.emit((ask, answers))
        while not self._closed:
            try:
                return answers.get(timeout=WAIT)
            except queue.Empty:
                continue
        raise Cancelled

    def _show(self, message: tuple[Callable[[], Any], queue.SimpleQueue[Any]]) -> None:
        ask, answers = message
        if not self._closed:
            answers.put(ask())

    def _secret(self, request: SecretRequest) -> Secret | None:
        dialog = SecretDialog(self._text, request, self._window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return None
        return dialog.answer

    def _trust(self, request: HostRequest) -> bool:
        dialog = TrustDialog(self._text, request, self._window)
        return dialog.exec() == QDialog.DialogCode.Accepted
