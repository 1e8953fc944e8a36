"""The suggestions of the open document: by clause, and as the lanes show them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from coauthor.document.model import Clause
from coauthor.language import Catalogue
from coauthor.review.carrying import Placed, places_on
from coauthor.review.event import Event
from coauthor.review.suggestions import Suggestion, on_clause
from coauthor.ui.lanes.differences import BODY, TITLE
from coauthor.ui.lanes.inline import Edit, Inline, Interleaved, interleave
from coauthor.ui.lanes.pieces import Style
from coauthor.workspace.suggesting import suggestions_among
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
        self._by_clause: dict[str, tuple[Suggestion, ...]] = {}
        self._known: dict[str, Suggestion] = {}
        self._made: dict[tuple[str, str], _Made] = {}
        self._placed: dict[str, tuple[Clause, Suggestion, tuple[Placed, ...]]] = {}
        self._chosen: dict[str, str] = {}
        self.picked = ("", 0)  # id of the suggestion and number of the change looked at
        self.beside: tuple[str, ...] = ()  # ids in the lanes beside our draft

    # -- what there is -----------------------------------------------------

    def follow(self, events: Sequence[Event]) -> frozenset[str]:
        """Take what was said of the document; returns the clauses for which it is news."""
        if events is self._events:
            return frozenset()
        self._events = events
        found: dict[str, list[Suggestion]] = {}
        for new in suggestions_among(self._workspace(), events):
            old = self._known.get(new.id)
            each = old if old is not None and _state(old) == _state(new) else new
            self._known[each.id] = each  # which has counted its changes
            for uid in {each.clause, each.after if each.change == "add" else each.clause}:
                found.setdefault(uid, []).append(each)
        before, self._by_clause = self._by_clause, {k: tuple(v) for k, v in found.items()}
        uids = before.keys() | self._by_clause.keys()
        return frozenset(
            uid for uid in uids if _signature(before.get(uid, ())) != _signature(self.on(uid))
        )

    def on(self, uid: str) -> tuple[Suggestion, ...]:
        """Return all suggestions for a clause, oldest first."""
        return self._by_clause.get(uid, ())

    def open_on(self, uid: str) -> tuple[Suggestion, ...]:
        """Return the suggestions for a clause that wait for a decision, oldest first."""
        return on_clause(self.on(uid), uid)

    @property
    def waiting(self) -> tuple[str, ...]:
        """The clauses with suggestions that wait for a decision."""
        return tuple(uid for uid, each in self._by_clause.items() if any(s.is_open for s in each))

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
        if clause.uid not in self._by_clause:
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


def _signature(found: Iterable[Suggestion]) -> tuple[tuple[str, tuple[str, ...], bool], ...]:
    return tuple(map(_state, found))
