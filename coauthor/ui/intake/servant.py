"""A process that keeps something between one question and the next.

Reading a large file would hold up the window, and a file that somebody else made may be
anything: it is read elsewhere, by a process that can be stopped at any moment. It stays
for the next question, since to begin a process takes longer than to read most files.
"""

import contextlib
import multiprocessing
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from coauthor.errors import CoauthorError, OutsideFailure
from coauthor.ui.intake.serving import Reported, serve

LOOK = 15
"""Milliseconds between looks whether the answer is there."""


class Servant(QObject):
    """Answers one question at a time; a new question takes the place of the last.

    Args:
        make: makes what answers, in the other process; importable.

    Signals:
        progressed(object): the last that was reported.
        done(object): the answer.
        failed(object): a `CoauthorError`; `Cancelled` after `cancel`.
    """

    progressed = Signal(object)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, make: Callable[[], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._process: Any = None
        self._line: Connection | None = None
        self._asked = False
        self._sending: threading.Thread | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self._look)

    @property
    def is_busy(self) -> bool:
        """Whether a question waits for its answer."""
        return self._asked

    def begin(self) -> None:
        """Start the process, unless it is there; it is ready sooner for the first question."""
        if self._line is not None:
            return
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, self._make), daemon=True)
        self._process.start()
        theirs.close()

    def ask(self, method: str, /, **arguments: Any) -> None:
        """Ask for what a method answers; it gets ``report`` too."""
        if self._asked:
            self.stop()
        self.begin()
        self._asked = True
        self._timer.start()
        self._say((method, arguments))

    def cancel(self) -> None:
        """Ask the work to stop at its next report; it then fails as `Cancelled`."""
        if self._asked:
            self._say(None)

    def _say(self, what: object) -> None:
        """Send something; a long text waits on its own thread until it is read."""
        line = self._line
        if line is None:
            return

        def send() -> None:
            with contextlib.suppress(OSError):  # that it is gone is seen when looking
                line.send(what)

        before, self._sending = self._sending, threading.Thread(target=send, daemon=True)
        if before is not None:
            before.join()
        self._sending.start()

    def stop(self) -> None:
        """End the process, whatever it is doing; nothing is answered any more."""
        self._timer.stop()
        self._asked = False
        line, self._line = self._line, None
        if line is not None:
            self._process.terminate()
            self._process.join()
            if self._sending is not None:
                self._sending.join()
            self._sending = None
            line.close()

    def _look(self) -> None:
        line = self._line
        if line is None:
            return
        if line.poll():
            try:
                answer = line.recv()
            except EOFError:
                answer = OutsideFailure("worker-gone")
            if isinstance(answer, Reported):
                self.progressed.emit(answer.report)
            elif isinstance(answer, CoauthorError):
                self._end(error=answer)
            else:
                self._end(answer=answer)
        elif not self._process.is_alive():
            self._end(error=OutsideFailure("worker-gone"))

    def _end(self, *, answer: object = None, error: CoauthorError | None = None) -> None:
        self._timer.stop()
        self._asked = False
        if error is None:
            self.done.emit(answer)
            return
        if error.code == "worker-gone":
            self.stop()
        self.failed.emit(error)
