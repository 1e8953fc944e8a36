"""The page of the document as a whole."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from coauthor.document.rendering import printable, to_plain
from coauthor.exchange.specification import lineage_key
from coauthor.language import Catalogue
from coauthor.lineage.share import Share, Shares
from coauthor.lineage.status import Lineage
from coauthor.ui.forms import describe, heading, note
from coauthor.ui.gauge import ShareGauge
from coauthor.workspace.session import Session


class OverviewPage(QWidget):
    """The document as a whole: share, and the deviations to go through.

    Signals:
        go_wanted(str): show the clause with this uid.
    """

    go_wanted = Signal(str)

    def __init__(self, text: Catalogue) -> None:
        super().__init__()
        self._text = text
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        self.gauge = ShareGauge(text)
        self.share = note("", soft=False)
        self.list = QListWidget()
        describe(self.list, text("overview-deviations"))
        layout.addWidget(heading(text("overview-title"), 4))
        layout.addWidget(self.gauge)
        layout.addWidget(self.share)
        self.signed_heading = heading(text("annex-signatures"), 4)
        self.signed = note("", soft=False)
        layout.addWidget(self.signed_heading)
        layout.addWidget(self.signed)
        self.show_signatures(())
        layout.addWidget(heading(text("overview-deviations"), 4))
        layout.addWidget(self.list, 1)
        self.parts = note("")
        layout.addWidget(heading(text("overview-chapters"), 4))
        layout.addWidget(self.parts)
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)

    def show_signatures(self, lines: Sequence[str]) -> None:
        """Show who signed, and whether that still stands."""
        self.signed.setText("\n".join(lines))
        for each in (self.signed_heading, self.signed):
            each.setVisible(bool(lines))

    def show_status(self, session: Session) -> None:
        """Show the share and the deviations as they are now."""
        self.list.clear()
        if not session.status.has_standard:
            self.share.setText(self._text("overview-no-standard"))
            self.gauge.show_share(None)
            return
        share = session.share
        self.gauge.show_share(share)
        self.share.setText(self._lines(share))
        places = session.document.positions
        last = len(session.document.blocks)
        for status in sorted(
            session.status.deviations, key=lambda each: places.get(each.uid, last)
        ):
            label = self._text(f"lineage-{lineage_key(status)}")
            sign = "⚠ " if status.unexplained else ""
            item = QListWidgetItem(f"{sign}{status.code or '–'} · {label}")
            item.setData(Qt.ItemDataRole.UserRole, status.uid)
            if status.unexplained:
                item.setToolTip(self._text("reason-missing"))
            self.list.addItem(item)

    def show_shares(self, found: Shares) -> None:
        """Show the share of each chapter that has clauses."""
        self.parts.setText(
            "\n".join(
                self._text(
                    "overview-chapter",
                    chapter=printable(to_plain(title)) or "–",
                    clauses=round((share.by_clause or 0) * 100),
                    words=round((share.by_words or 0) * 100),
                )
                for title, share in found.chapters
                if share.active
            )
        )

    def _lines(self, share: Share) -> str:
        return "\n".join(
            f"{self._text(f'lineage-{kind}')}: {share.counts.get(kind, 0)}" for kind in Lineage
        )

    def _go(self, item: QListWidgetItem) -> None:
        self.go_wanted.emit(str(item.data(Qt.ItemDataRole.UserRole)))
