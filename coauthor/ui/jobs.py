"""Work that would hold up the window, done elsewhere, with its answer on the UI thread."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from time import monotonic
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal

from coauthor.errors import Cancelled, CoauthorError

Answer = TypeVar("Answer")

PATIENCE = 0.6
"""Seconds after which a person is shown that something takes a while."""

LEAST = 0.5
"""Seconds that it stays to be seen, so that nothing flashes by."""

LOOK = 100
"""Milliseconds between looks at how far the work is."""


class Jobs(QObject):
    """One lane of background work; answers come in the order of the questions.

    Signals:
        finished(object): internal, carries an answer to the UI thread.
        busy_changed(bool): whether anything is under way.
    """

    finished = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")
        self._running = 0
        self._closed = False
        self._last: Future[Any] | None = None
        # From the event loop, also what was done before anybody could wait for it: whoever
        # asks is never answered in the middle of asking.
        self.finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], Answer],
        done: Callable[[Answer], None],
        failed: Callable[[CoauthorError], None],
    ) -> None:
        """Do ``work`` on another thread, then call ``done`` or ``failed`` on this one.

        Once the window closes nothing is begun any more: nobody waits for the answer.
        """
        if self._closed:
            return
        self._running += 1
        if self._running == 1:
            self.busy_changed.emit(True)
        future = self._last = self._pool.submit(work)
        future.add_done_callback(lambda f: self.finished.emit((f, done, failed)))

    def settle(self) -> None:
        """Finish what is under way and tell its answers; more may come after it."""
        while self._running:
            if self._last is not None:
                wait([self._last], timeout=1)
            QCoreApplication.sendPostedEvents(self)

    def wait(self) -> None:
        """Finish what is under way and tell its answers; for closing the window."""
        self._closed = True
        self._pool.shutdown(wait=True)
        QCoreApplication.sendPostedEvents(self)

    def _deliver(self, message: tuple[Future[Any], Callable[[Any], None], Any]) -> None:
        future, done, failed = message
        self._running -= 1
        if self._running == 0:
            self.busy_changed.emit(False)
        error = future.exception()
        if error is None:
            done(future.result())
        elif isinstance(error, CoauthorError):
            failed(error)
        else:
            raise error


class Task(QObject):
    """Work that takes its time: tells how far it is, and stops when asked to.

    The work gets a function for its reports, of any kind; once somebody cancelled,
    that function raises `Cancelled`.

    Signals:
        progressed(object): the last report, or None; from the moment it takes a while.
        settled(): it is over, and what showed its progress may go.
    """

    progressed = Signal(object)
    settled = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._latest: object = None
        self._stopped = False
        self._begun = self._shown = 0.0
        self._over: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self._look)

    def run(
        self,
        work: Callable[[Callable[[object], None]], Answer],
        done: Callable[[Answer], None],
        failed: Callable[[CoauthorError], None],
    ) -> None:
        """Do the work on another thread, then call ``done`` or ``failed`` on this one."""
        self._begun = monotonic()
        self._timer.start()
        self._jobs.run(
            lambda: work(self._report),
            lambda answer: self._end(lambda: done(answer)),
            lambda error: self._end(lambda: failed(error)),
        )

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._stopped = True

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody asked the work to stop."""
        return self._stopped

    def flush(self) -> None:
        """Tell the answer now, if there is one; nobody looks at the progress any more."""
        if self._over is not None:
            self._settle()

    def _report(self, report: object) -> None:
        """Keep a report; called on the thread of the work."""
        self._latest = report
        if self._stopped:
            raise Cancelled

    def _look(self) -> None:
        now = monotonic()
        if self._over is not None:
            if now - self._shown >= LEAST:
                self._settle()
        elif now - self._begun >= PATIENCE:
            self._shown = self._shown or now
            self.progressed.emit(self._latest)

    def _end(self, tell: Callable[[], None]) -> None:
        """Tell the answer, once what shows the progress has stood long enough."""
        self._over = tell
        if not self._shown or monotonic() - self._shown >= LEAST:
            self._settle()

    def _settle(self) -> None:
        self._timer.stop()
        self.settled.emit()
        tell, self._over = self._over, None
        if tell is not None:
            tell()
