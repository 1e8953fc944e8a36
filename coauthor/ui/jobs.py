"""Work that would hold up the window, done elsewhere, with its answer on the UI thread."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from coauthor.errors import CoauthorError

Answer = TypeVar("Answer")


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
        self.finished.connect(self._deliver)

    def run(
        self,
        work: Callable[[], Answer],
        done: Callable[[Answer], None],
        failed: Callable[[CoauthorError], None],
    ) -> None:
        """Do ``work`` on another thread, then call ``done`` or ``failed`` on this one."""
        self._running += 1
        if self._running == 1:
            self.busy_changed.emit(True)
        future = self._pool.submit(work)
        future.add_done_callback(lambda f: self.finished.emit((f, done, failed)))

    def wait(self) -> None:
        """Finish what is under way; for closing the window."""
        self._pool.shutdown(wait=True)

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
