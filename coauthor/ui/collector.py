"""Python's collector of cycles, on the thread of the window only.

Python collects on whichever thread happens to allocate. What it finds may be a window
that was closed, with its timers, and Qt ends the program when those are taken away by
another thread than their own.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 500
"""Milliseconds between looks at how much there is to collect."""


def collector_of(application: QObject) -> "Collector":
    """Return the one collector of an application; from the first call on it is in charge."""
    return application.findChild(Collector) or Collector(application)


class Collector(QObject):
    """Collects when Python itself would have, from the event loop."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def pause(self) -> None:
        """Collect nothing while a great deal is made that stays."""
        self._timer.stop()

    def go_on(self) -> None:
        """Collect again; what is there by now stays, and is not looked at any more."""
        gc.freeze()
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due, and the younger ones with it."""
        full = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (count, most) in enumerate(full) if count > most]
        if due:
            gc.collect(max(due))
