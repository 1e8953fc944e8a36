"""Which file comes in: asked for, or dropped on the window."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from coauthor.exchange import readable
from coauthor.language import Catalogue


def reading_filters(text: Catalogue) -> str:
    """Return what a dialog offers to read: all that can be read, then each format."""
    formats = readable().values()
    every = " ".join(dict.fromkeys(f"*{end}" for each in formats for end in each.suffixes))
    return ";;".join([f"{text('formats-readable')} ({every})", *(text(f.label) for f in formats)])


def choose_file(text: Catalogue, parent: QWidget | None, last: Path | None = None) -> Path | None:
    """Ask for a file to bring in, beside the ``last`` one; None when the person chose none."""
    folder = last.parent if last is not None else Path.home()
    found, _ = QFileDialog.getOpenFileName(
        parent, text("start-import"), str(folder), reading_filters(text)
    )
    return Path(found) if found else None


def dropped_file(data: QMimeData) -> Path | None:
    """Return the one file that is dropped; None for anything else."""
    files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return Path(files[0]) if len(files) == 1 and data.hasUrls() else None


class FileDrop(QObject):
    """Lets one file be dropped on a window.

    Signals:
        dropped(object): the path of the file.
    """

    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is dropped, once the drop itself is over."""
        if isinstance(event, QDropEvent):  # entering is a kind of dropping, too
            found = dropped_file(event.mimeData())
            if found is not None:
                event.acceptProposedAction()
                if not isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.Drop:
                    QTimer.singleShot(0, lambda: self.dropped.emit(found))
                return True
        return super().eventFilter(watched, event)
