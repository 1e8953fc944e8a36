"""Actions: going about, finding and replacing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coauthor.ui.acting.acting import Acting, told
from coauthor.workspace.finding import find, replace

if TYPE_CHECKING:
    import re


class Going(Acting):
    """Actions: going about, finding and replacing."""

    def next_deviation(self, *_: object) -> None:
        """Go to the next clause that is not the standard's."""
        self.bench.lanes.next_deviation(1)

    def previous_deviation(self, *_: object) -> None:
        """Go to the previous clause that is not the standard's."""
        self.bench.lanes.next_deviation(-1)

    def next_gap(self, *_: object) -> None:
        """Go to the next parameter to fill in."""
        self.bench.lanes.next_gap(1)

    def previous_gap(self, *_: object) -> None:
        """Go to the previous parameter to fill in."""
        self.bench.lanes.next_gap(-1)

    def go_to_uid(self, uid: str) -> None:
        """Show a clause, or the standard's where we left it out."""
        self.bench.lanes.go_to_uid(uid)

    def focus_outline(self, *_: object) -> None:
        """Put the focus in the outline."""
        self.bench.outline.setFocus()

    def focus_lanes(self, *_: object) -> None:
        """Put the focus in the lanes."""
        self.bench.lanes.setFocus()

    def focus_inspector(self, *_: object) -> None:
        """Put the focus in the inspector."""
        self.bench.inspector.setFocus()
        self.bench.inspector.focusNextChild()

    def focus_messages(self, *_: object) -> None:
        """Put the focus on what can be done about the last message."""
        self.bench.banner.take_focus()

    def find(self, *_: object) -> None:
        """Look for words."""
        self.bench.findbar.open(replace=False)

    def replace(self, *_: object) -> None:
        """Look for words and put others in their place."""
        self.bench.findbar.open(replace=not self.session.read_only)

    def search(self, pattern: re.Pattern[str] | None) -> None:
        """Mark what is looked for and count it."""
        self._hits = list(find(self.session.document, pattern)) if pattern else []
        self._hit = -1
        self.bench.lanes.set_search(pattern)
        self.bench.findbar.show_count(len(self._hits))

    def next_hit(self, step: int) -> None:
        """Go to the next or previous hit."""
        self.search_again()
        if self._hits:
            self._hit = (self._hit + step) % len(self._hits)
            hit = self._hits[self._hit]
            self.bench.lanes.show_hit(hit.index, hit.part, hit.start)

    def search_again(self) -> None:
        """Look again in the text as it is now, keeping the place."""
        place = self._hit
        pattern = self.bench.findbar.pattern()
        self._hits = list(find(self.session.document, pattern)) if pattern else []
        self._hit = min(place, len(self._hits) - 1)
        self.bench.findbar.show_count(len(self._hits))

    @told
    def replace_hits(self, everything: bool) -> None:  # noqa: FBT001 (a signal's argument)
        """Replace the hit that is shown, or all of them."""
        pattern = self.bench.findbar.pattern()
        if pattern is None:
            return
        self.bench.lanes.stop_editing()
        self.search_again()
        only = None
        if not everything:
            if not self._hits:
                return
            only = self._hits[max(self._hit, 0)]
        changed, done, passed = replace(self.session, pattern, self.bench.findbar.by.text(), only)
        self._go_after(changed)
        self.search(pattern)
        said = self.text("notice-replaced", done=done, passed=passed)
        self.bench.banner.show_message("replaced", "done", said)
