"""Following what others write and say while a window of the market is open."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

LOOK = 400
"""Milliseconds between looks; each only compares two numbers."""


class Follower(QObject):
    """Tells when something is another since it was last read.

    Signals:
        changed(): it must be read anew.
    """

    changed = Signal()

    def __init__(
        self, seen: Callable[[], tuple[object, int]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._seen_now = seen
        self._seen = seen()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def read(self) -> None:
        """Remember that everything is read."""
        self._seen = self._seen_now()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _look(self) -> None:
        document, count = self._seen_now()
        if document is not self._seen[0] or count != self._seen[1]:
            self.changed.emit()
