"""Actions: the conversation about the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coauthor.document.model import Clause, Tombstone
from coauthor.ui.acting.acting import Acting
from coauthor.ui.discussion.section import Focus

if TYPE_CHECKING:
    from coauthor.review.event import Event
    from coauthor.workspace.conversation import News


class Discussing(Acting):
    """Actions: the conversation about the document."""

    def look_what_was_said(self) -> None:
        """Read what was said since the last look, in the background."""
        conversation = self.bench.conversation
        self.bench.jobs.run(conversation.look, self._take_said, self.bench.show_error)

    def _take_said(self, news: News) -> None:
        if self.bench.conversation.take(news):
            self.show_discussion()

    def follow_said(self, event: Event) -> None:
        """Show something that was just said here, everywhere."""
        self.bench.conversation.add(event)
        self.show_discussion()

    def show_discussion(self) -> None:
        """Show the conversation about the block in focus as it is now."""
        index = self._index()
        blocks = self.session.document.blocks
        block = blocks[index] if index is not None and index < len(blocks) else None
        uid = block.uid if isinstance(block, Clause | Tombstone) else ""
        clause = block if isinstance(block, Clause) else None
        bench = self.bench
        bench.inspector.discussion.show_focus(
            Focus(bench.desk, self.session, bench.conversation, uid, clause)
        )
