"""The section with the threads of the clause in focus."""

from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout

from coauthor.document.rendering import printable, to_plain
from coauthor.language import Catalogue
from coauthor.ui.discussion.section import Focus, Section
from coauthor.ui.forms import describe, heading, note


class ThreadsSection(Section):
    """What was asked and remarked, newest last."""

    def __init__(self, text: Catalogue) -> None:
        super().__init__()
        self._text = text
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.state = note("")
        self.list = QListWidget()
        self.list.setWordWrap(True)
        describe(self.list, text("discussion-threads"))
        layout.addWidget(heading(text("discussion-threads"), 4))
        layout.addWidget(self.state)
        layout.addWidget(self.list)

    def show_clause(self, focus: Focus) -> None:
        """Show what was said of the clause, or of the document when no clause is in focus."""
        events = focus.conversation.about(focus.session.entry.name, focus.uid)
        said = [each for each in events if each.kind in ("comment", "question", "reply")]
        self.list.clear()
        self.list.setVisible(bool(said))
        self.state.setText(self._text("discussion-count", count=len(said)))
        for each in said:
            line = f"{each.voice.organisation or '–'}\n{to_plain(each.body)}"
            self.list.addItem(QListWidgetItem(printable(line)))
