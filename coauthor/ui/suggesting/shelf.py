"""The suggestions of the open document: by clause, and as the lanes show them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from time import monotonic

from coauthor.document.model import Clause
from coauthor.errors import CoauthorError
from coauthor.language import Catalogue
from coauthor.review.event import Event
from coauthor.review.suggesting.carrying import Placed, places_on
from coauthor.review.suggesting.suggestions import Suggestion, on_clause, suggestions
from coauthor.ui.lanes.differences import BODY, TITLE
from coauthor.ui.lanes.inline import Edit, Inline, Interleaved, interleave
from coauthor.ui.lanes.pieces import Style
from coauthor.workspace.discussion.conversation import Conversation
from coauthor.workspace.suggesting.offering import decides
from coauthor.workspace.workspace import Workspace

BESIDE = 3
"""Most suggestions that stand side by side."""


@dataclass(frozen=True, slots=True)
class _Made:
    clause: Clause
    suggestion: Suggestion
    picked: int
    inline: Inline


class Shelf:
    """Knows the suggestions; counts the changes only of those that are shown."""

    def __init__(self, workspace: Callable[[], Workspace], text: Catalogue) -> None:
        self._workspace = workspace
        self._text = text
        self._events: Sequence[Event] | None = None
        self._seen: dict[str, Sequence[Event]] = {}
        self._at: dict[str, tuple[Suggestion, ...]] = {}
        self._behind: dict[str, set[str]] = {}
        self._known: dict[str, Suggestion] = {}
        self._waiting: dict[str, Sequence[Event]] = {}
        self._counts_as: Callable[[Event], bool] = lambda _: True
        self.counts: dict[str, int] = {}  # open suggestions by clause
        self._made: dict[tuple[str, str], _Made] = {}
        self._placed: dict[str, tuple[Clause, Suggestion, tuple[Placed, ...]]] = {}
        self._chosen: dict[str, str] = {}
        self.picked = ("", 0)  # id of the suggestion and number of the change looked at
        self.beside: tuple[str, ...] = ()  # ids in the lanes beside our draft

    # -- what there is -----------------------------------------------------

    def follow(self, conversation: Conversation, document: str, first: str = "") -> bool:
        """Note what is new in what was said of a document; returns whether anything is.

        Args:
            first: the clause that is looked at, to be worked on before the others.
        """
        events = conversation.of(document)
        if events is self._events:
            return False
        self._events = events
        try:
            self._counts_as = decides(self._workspace())
        except CoauthorError:  # told on opening; nobody has rights while that list is broken
            self._counts_as = lambda _: False
        for uid in {each.clause for each in events} | self._seen.keys():
            said = conversation.about(document, uid)
            if said is not self._seen.get(uid):
                self._seen[uid] = said
                self._waiting[uid] = said
        if first in self._waiting:
            self._waiting[first] = self._waiting.pop(first)  # the last is taken first
        return bool(self._waiting)

    def work(self, seconds: float) -> tuple[frozenset[str], bool]:
        """Take in what `follow` noted, for a short while.

        Returns:
            The clauses for which something is new, and whether anything is left to do.
        """
        end = monotonic() + seconds
        news: set[str] = set()
        while self._waiting:
            uid, said = self._waiting.popitem()
            changed = self._take(uid, suggestions(said, self._counts_as))
            for each in changed:
                if count := len(self.open_on(each)):
                    self.counts[each] = count
                else:
                    self.counts.pop(each, None)
            news |= changed
            if monotonic() > end:
                break
        return frozenset(news), bool(self._waiting)

    def _take(self, uid: str, found: Sequence[Suggestion]) -> set[str]:
        """Keep the suggestions of a clause; returns the clauses where they show otherwise."""
        before = self._at.get(uid, ())
        if list(map(_state, before)) == list(map(_state, found)):
            return set()
        known = (self._known.get(each.id) for each in found)
        # one that stayed as it was has counted its changes
        kept = tuple(
            old if old is not None and _state(old) == _state(new) else new
            for old, new in zip(known, found, strict=True)
        )
        self._at[uid] = kept
        for each in before:
            self._known.pop(each.id, None)
        self._known |= {each.id: each for each in kept}
        after = {each.after for each in (*before, *kept) if each.change == "add" and each.after}
        for place in after:
            self._behind.setdefault(place, set()).add(uid)
        return {uid, *after}

    def on(self, uid: str) -> tuple[Suggestion, ...]:
        """Return all suggestions for a clause, and new ones that follow it, oldest first."""
        found = self._at.get(uid, ())
        if places := self._behind.get(uid):
            new = (each for place in places for each in self._at.get(place, ()))
            added = [each for each in new if each.change == "add" and each.after == uid]
            every = {each.id: each for each in (*found, *added)}
            found = tuple(every[name] for name in sorted(every))
        return found

    def open_on(self, uid: str) -> tuple[Suggestion, ...]:
        """Return the suggestions for a clause that wait for a decision, oldest first."""
        return on_clause(self.on(uid), uid)

    def find(self, name: str) -> Suggestion | None:
        """Return the suggestion with an id."""
        return self._known.get(name)

    def placed(self, suggestion: Suggestion, clause: Clause | None) -> tuple[Placed, ...]:
        """Return where the open changes of a suggestion come in the clause of now."""
        if clause is None:
            return ()
        kept = self._placed.get(suggestion.id)
        if kept is None or kept[0] != clause or kept[1] is not suggestion:
            kept = (clause, suggestion, places_on(suggestion, clause))
            self._placed[suggestion.id] = kept
        return kept[2]

    # -- what is looked at ---------------------------------------------------

    def pick(self, suggestion: Suggestion | None, number: int = 0) -> None:
        """Look at a change of a suggestion: in the text it is the one that is shown."""
        self.picked = (suggestion.id, number) if suggestion else ("", 0)
        if suggestion is not None:
            self._chosen[suggestion.clause] = suggestion.id
            if suggestion.change == "add":
                self._chosen[suggestion.after] = suggestion.id

    def shown(self, uid: str) -> Suggestion | None:
        """Return the suggestion that the text shows for a clause, or None."""
        found = self.open_on(uid)
        chosen = self._chosen.get(uid)
        return next((each for each in found if each.id == chosen), found[0] if found else None)

    def inline(self, lane: int, clause: Clause) -> Inline | None:
        """Return what a lane shows of a clause; see `coauthor.ui.lanes.inline.Inlines`."""
        if clause.uid not in self._at and clause.uid not in self._behind:
            return None
        if lane == 0:
            if any(each.id in self.beside for each in self.open_on(clause.uid)):
                return None
            suggestion = self.shown(clause.uid)
        else:
            name = self.beside[lane - 1] if lane <= len(self.beside) else ""
            open_ = self.open_on(clause.uid)
            suggestion = next((each for each in open_ if each.id == name), None)
        return self._inline(clause, suggestion) if suggestion else None

    def _inline(self, clause: Clause, suggestion: Suggestion) -> Inline:
        picked = self.picked[1] if self.picked[0] == suggestion.id else 0
        key = (suggestion.id, clause.uid)
        made = self._made.get(key)
        if (
            made is None
            or made.clause is not clause
            or made.suggestion is not suggestion
            or made.picked != picked
        ):
            inline = self._set(clause, suggestion, picked)
            made = self._made[key] = _Made(clause, suggestion, picked, inline)
        return made.inline

    def _set(self, clause: Clause, suggestion: Suggestion, picked: int) -> Inline:
        edits: dict[str, list[Edit]] = {TITLE: [], BODY: []}
        if suggestion.change == "remove":
            edits[TITLE].append(Edit(0, len(clause.title), "", picked == 1))
            edits[BODY].append(Edit(0, len(clause.body), "", picked == 1))
        elif suggestion.change == "add":
            new = f"**{suggestion.title}**\n\n{suggestion.text}".removeprefix("****\n\n")
            end = len(clause.body)
            edits[BODY].append(Edit(end, end, f"\n\n{new}", picked == 1))
        else:
            for each in self.placed(suggestion, clause):
                part = TITLE if each.part == "title" else BODY
                chosen = each.number == picked
                edits[part] += [Edit(a, b, added, chosen) for a, b, added in each.edits]
        parts = {
            TITLE: interleave(clause.title, edits[TITLE]),
            BODY: interleave(clause.body, edits[BODY]),
        }
        return Inline(parts, self._spoken(suggestion, parts.values()))

    def _spoken(self, suggestion: Suggestion, parts: Iterable[Interleaved]) -> str:
        said: list[str] = []
        for part in parts:
            for mark in part.marks:
                words = " ".join(part.text[mark.start : mark.end].split())
                gone = bool(mark.style & Style.GONE)
                said.append(
                    self._text("suggestion-goes" if gone else "suggestion-comes", words=words)
                )
        return self._text(
            "suggestion-spoken", organisation=suggestion.organisation, changes="; ".join(said)
        )


def _state(suggestion: Suggestion) -> tuple[str, tuple[str, ...], bool]:
    """Return what changes when something is said of a suggestion."""
    return suggestion.id, tuple(each.id for each in suggestion.decided), suggestion.withdrawn
