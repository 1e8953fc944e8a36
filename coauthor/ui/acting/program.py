"""Actions: the window, its menus and its help."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QMessageBox

from coauthor import __version__
from coauthor.ui.acting.acting import Acting
from coauthor.ui.actions import MENUS


class Program(Acting):
    """Actions: the window, its menus and its help."""

    def start_page(self, *_: object) -> None:
        """Show the start screen."""
        self.bench.start_wanted.emit()

    def switch_language(self, *_: object) -> None:
        """Switch to the other language."""
        self.bench.language_wanted.emit()

    def quit(self, *_: object) -> None:
        """Close the window."""
        self.bench.close()

    def keys(self, *_: object) -> None:
        """Show the keys."""
        rows = [
            f"{row.shortcut:<22}{self.text(f'action-{row.name}')}"
            for _menu, menu in MENUS
            for row in menu
            if row.shortcut
        ]
        box = QMessageBox(self.bench)
        box.setWindowTitle(self.text("action-keys"))
        box.setText("<pre>" + "\n".join(rows).replace("&", "&amp;").replace("<", "&lt;") + "</pre>")
        box.exec()

    def about(self, *_: object) -> None:
        """Tell what this program is."""
        QMessageBox.about(self.bench, "Coauthor", self.text("about-text", version=__version__))

    def show_menu(self, point: QPoint) -> None:
        """Show what can be done with the row, where it was asked."""
        menu = QMenu(self.bench)
        for row in dict(MENUS)["clause"]:
            if row.name:
                menu.addAction(self.bench.actions_by_name[row.name])
            else:
                menu.addSeparator()
        menu.addSeparator()
        menu.addAction(self.bench.actions_by_name["place_comment"])
        menu.popup(point)

    def open_link(self, address: str) -> None:
        """Open a web address in the browser; other addresses are left alone."""
        url = QUrl(address)
        if url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)
