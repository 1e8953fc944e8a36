"""Looking at the window of a file that comes in, as it stands open."""

import os
import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from coauthor.ui.intake.dialog import IntakeDialog

Opens = Callable[..., IntakeDialog]

SHOTS = os.environ.get("COAUTHOR_SHOTS", "")


def shot(window: QWidget, name: str) -> None:
    """Keep a picture of a window, when somebody wants to look at it."""
    if SHOTS:
        Path(SHOTS).mkdir(parents=True, exist_ok=True)
        QApplication.processEvents()
        window.grab().save(str(Path(SHOTS) / f"{name}.png"))


def once_shown(look: Callable[[IntakeDialog], None]) -> list[IntakeDialog]:
    """Call ``look`` with the window once it shows what a file becomes, or why it cannot."""
    seen: list[IntakeDialog] = []

    def wait() -> None:
        dialog = QApplication.activeModalWidget()
        is_it = isinstance(dialog, IntakeDialog)
        if is_it and (dialog.looked is not None or dialog.wrong.isVisible()):
            seen.append(dialog)
            look(dialog)
        else:
            QTimer.singleShot(20, wait)

    QTimer.singleShot(20, wait)
    return seen


def settled(qtbot: QtBot, dialog: IntakeDialog) -> None:
    """Wait until a file was read, or refused."""
    qtbot.waitUntil(lambda: dialog.looked is not None or dialog.wrong.isVisible(), timeout=20_000)


def letters_of(dialog: QWidget) -> list[str]:
    """Return the letters that lead to a field or a button together with Alt."""
    shown = [
        each.text()
        for kind in (QLabel, QAbstractButton)
        for each in dialog.findChildren(kind)
        if each.isVisible()
    ]
    return [found[0].lower() for each in shown for found in re.findall(r"&(\w)", each)]


def drops(window: QWidget, file: Path) -> None:
    """Drop a file on a window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, buttons, keys)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(9, 9), copy, data, buttons, keys, QEvent.Type.Drop)
    QApplication.sendEvent(window, drop)
    assert drop.isAccepted()
