"""A section of the page of the conversation: what others hang in there."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coauthor.document.model import Clause
from coauthor.workspace.discussion.conversation import Conversation
from coauthor.workspace.opening import Desk
from coauthor.workspace.session import Session


@dataclass(frozen=True)
class Focus:
    """What the page is about now.

    Args:
        desk: the workspace and the person, as this window has them.
        session: the open document; its entry is ``session.entry``.
        conversation: everything said here, in memory.
        uid: identity of the clause in focus, also of one that was left out; or ''.
        clause: the clause itself as it stands now, or None.
    """

    desk: Desk
    session: Session
    conversation: Conversation
    uid: str = ""
    clause: Clause | None = None


class Section(QWidget):
    """One part of the page, about the clause in focus.

    It is made with the catalogue alone, and shows its own heading.

    Signals:
        said(Event): something was said, and is on disk; everything that shows
            the conversation follows.
        failed(CoauthorError): something to tell the person.
    """

    said = Signal(object)
    failed = Signal(object)

    def show_clause(self, focus: Focus) -> None:
        """Show what belongs to the focus; called again when it, the text or the talk changed."""
        raise NotImplementedError
