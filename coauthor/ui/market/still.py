"""A page that shows what others wrote and fetches nothing for it."""

from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser


class StillBrowser(QTextBrowser):
    """No link opens by itself, and no picture is read: an address may be a trap."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        """Return nothing, wherever the address points."""
        return None
