"""Python-heavy work in a process of its own, so that typing stays smooth; can be cancelled."""

import multiprocessing
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from coauthor.errors import Cancelled, CoauthorError, OutsideFailure

LOOK = 50
"""Milliseconds between looks whether the answer is there."""


class Apart(QObject):
    """One piece of work in its own process.

    The function and its arguments must be importable and picklable; what it
    returns is passed on.

    Args:
        reports: the function takes ``report``, to be called with how far it is.

    Signals:
        progressed(object): the last that was reported.
        done(object): the answer.
        failed(object): a `CoauthorError`; `Cancelled` after `cancel`.
    """

    progressed = Signal(object)
    done = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        work: Callable[..., Any],
        arguments: dict[str, Any],
        parent: QObject | None = None,
        *,
        reports: bool = False,
    ) -> None:
        super().__init__(parent)
        context = multiprocessing.get_context("spawn")
        self._answers, theirs = context.Pipe(duplex=False)
        self._process = context.Process(
            target=_work, args=(theirs, work, arguments), kwargs={"reports": reports}, daemon=True
        )
        self._theirs = theirs
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin."""
        self._process.start()
        self._theirs.close()
        self._timer.start()

    def cancel(self) -> None:
        """Stop; what was being written stays as it was before."""
        if self._timer.isActive():
            self._timer.stop()
            self._process.terminate()
            self._end(error=Cancelled())

    def _look(self) -> None:
        if self._answers.poll():
            try:
                answer = self._answers.recv()
            except EOFError:
                answer = OutsideFailure("worker-gone")
            if isinstance(answer, _Reported):
                self.progressed.emit(answer.report)
                return
            self._timer.stop()
            if isinstance(answer, CoauthorError):
                self._end(error=answer)
            else:
                self._end(answer=answer)
        elif not self._process.is_alive():
            self._timer.stop()
            self._end(error=OutsideFailure("worker-gone"))

    def _end(self, *, answer: object = None, error: CoauthorError | None = None) -> None:
        self._process.join()
        self._answers.close()
        if error is None:
            self.done.emit(answer)
        else:
            self.failed.emit(error)


@dataclass(frozen=True, slots=True)
class _Reported:
    """How far the work is, on its way to who waits."""

    report: object


def _work(
    answers: Connection, work: Callable[..., Any], arguments: dict[str, Any], *, reports: bool
) -> None:
    """Do the work in the other process and send the answer, or the error that is ours."""
    if reports:
        arguments = {**arguments, "report": lambda report: answers.send(_Reported(report))}
    try:
        answers.send(work(**arguments))
    except CoauthorError as error:
        answers.send(error)
    finally:
        answers.close()
