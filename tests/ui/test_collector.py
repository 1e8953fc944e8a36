import gc
import threading
import weakref

from PySide6.QtCore import QObject

from coauthor.ui.collector import collector_of


class Window(QObject):
    """Refers to itself, as windows do through what they show."""

    def __init__(self):
        super().__init__()
        self.me = self


def allocate():
    for _ in range(50):
        [[] for _ in range(2_000)]


def test_no_other_thread_takes_a_closed_window_away(qapp):
    collector_of(qapp)
    gone = weakref.ref(Window())
    worker = threading.Thread(target=allocate)
    worker.start()
    worker.join()
    assert gone() is not None
    gc.collect()
    assert gone() is None


def test_the_event_loop_takes_it_away(qapp, qtbot):
    collector = collector_of(qapp)
    collector.go_on()
    gone = weakref.ref(Window())
    kept = [[] for _ in range(2_000)]
    qtbot.waitUntil(lambda: gone() is None)
    assert collector is collector_of(qapp)
    assert len(kept) == 2_000
