"""PySide6 6.12.0 on Python 3.11 loses a reference to None in nearly every call."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 20_000


def test_calls_that_return_nothing_keep_every_reference_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    label.setEnabled(False)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.setText("")
    assert sys.getrefcount(None) > before - CALLS // 10
