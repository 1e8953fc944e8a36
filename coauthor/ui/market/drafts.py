"""What is being written at the vendor desk and is not an answer yet, clause by clause."""

from coauthor.review.people import name_key
from coauthor.ui.market.panel import NOTHING, AnswerPanel, Draft
from coauthor.workspace.market.asked import Asked


class Drafts:
    """Keeps what stands in the fields when another clause is shown, and brings it back.

    Args:
        panel: the fields.
    """

    def __init__(self, panel: AnswerPanel) -> None:
        self._panel = panel
        self._kept: dict[str, Draft] = {}
        self.uid = ""
        self.vendor = ""

    def __len__(self) -> int:
        return len(self._kept)

    def keep(self) -> None:
        """Keep what is written about the clause that is shown."""
        if not self.uid:
            return
        if self._panel.is_written_in:
            self._kept[self.uid] = self._panel.draft
        else:
            self._kept.pop(self.uid, None)

    def show(self, asked: Asked | None) -> None:
        """Show a clause's fields: what was being written, else the answer that counts."""
        uid = asked.clause.uid if asked else ""
        if uid != self.uid:
            self.keep()
        self.uid = uid
        empty = self.empty(asked) if asked else NOTHING
        self._panel.show_draft(self._kept.get(uid, empty), empty)

    def given(self) -> None:
        """Forget what is written about the clause that is shown: it is an answer now."""
        self._kept.pop(self.uid, None)
        self._panel.show_draft(NOTHING, NOTHING)

    def empty(self, asked: Asked) -> Draft:
        """Return what the fields say when nobody wrote in them."""
        reading = self.own_reading(asked)
        if asked.own is None or asked.is_stale:
            return Draft(reading=reading)
        own = asked.own.answer
        return Draft(own.verdict, own.date, own.size, own.explanation, reading)

    def own_reading(self, asked: Asked) -> str:
        """Return how the vendor reads the text of now, or ''."""
        who = name_key(self.vendor)
        for each in asked.readings:
            if name_key(each.organisation) == who and not each.is_stale(asked.digest):
                return each.text
        return ""
