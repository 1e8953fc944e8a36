"""The number of the next release of a standard, from what changed in its clauses.

Patch: wording; who complied complies. Minor: more or clearer, and old answers
still comply. Major: old answers may no longer comply. (The rule of the management
models of the Dutch government's standards, for requirements.) Words cannot tell
for certain whether a demand became stricter, so each change names its reason and
the steward judges.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from rapidfuzz.distance import Levenshtein

from coauthor.document.model import Block, Clause, Document, Heading, Prose
from coauthor.document.parameters import emptied
from coauthor.document.words import count_changes, count_words, same_words, tokens, word_diff
from coauthor.lineage.comparison import differences
from coauthor.lineage.locks import NO_LOCKS, Policy, is_locked

PRIORITIES = ("could", "should", "must")
"""From what may to what must; a priority that is not here counts as must."""

NORMATIVE_WORDS = frozenset(
    "moet moeten mag mogen niet geen nooit altijd alle elke elk ieder iedere alleen uitsluitend "
    "binnen uiterlijk minimaal maximaal minstens hoogstens tenminste ten minste meest zonder "
    "must shall may not no never always all every each only within at least most without".split()
)
"""Words that make a demand stricter or weaker when they come or go."""

_NUMBER = re.compile(r"\d")
_NEW_SHARE = 0.1
"""Share of new words above which a split or joined clause demands something new."""
_FEW = 2
"""Most words that may change places for a change to pass as wording."""


class Level(IntEnum):
    """How much of the number goes up."""

    NONE = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3


@dataclass(frozen=True, slots=True)
class Cause:
    """A change of a clause that asks for a level; the catalogue holds ``bump-<why>``."""

    level: Level
    why: str
    uid: str = ""
    code: str = ""
    title: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Bump:
    """The level, and all that caused it, the gravest first."""

    level: Level
    causes: tuple[Cause, ...] = ()


def compute_bump(before: Document, now: Document, policy: Policy = NO_LOCKS) -> Bump:
    """Return what kind of release the changes of a standard ask for."""
    causes = [*_clause_causes(before, now, policy), *_text_causes(before, now)]
    return joined_bump(causes)


def joined_bump(causes: list[Cause]) -> Bump:
    """Return the level of all causes together."""
    ordered = sorted(dict.fromkeys(causes), key=lambda cause: -cause.level)
    return Bump(ordered[0].level if ordered else Level.NONE, tuple(ordered))


def next_number(number: str, level: Level) -> str:
    """Return the number after ``number``; '' where that is no number.

    ``1.1`` goes to ``1.1.1``, ``1.2`` or ``2.0``.
    """
    parts = _parts(number)
    if parts is None:
        return ""
    major, minor, patch = parts
    if level is Level.MAJOR:
        return f"{major + 1}.0"
    if level is Level.MINOR:
        return f"{major}.{minor + 1}"
    return f"{major}.{minor}.{patch + 1}" if level is Level.PATCH else number


def level_between(before: str, number: str) -> Level | None:
    """Return how much one number is above another; None where they are no numbers."""
    old, new = _parts(before), _parts(number)
    if old is None or new is None:
        return None
    for level, was, becomes in zip((Level.MAJOR, Level.MINOR, Level.PATCH), old, new, strict=True):
        if becomes != was:
            return level if becomes > was else Level.NONE
    return Level.NONE


def _parts(number: str) -> tuple[int, int, int] | None:
    found = re.match(r"(\d+)(?:\.(\d+))?(?:\.(\d+))?(?![\d])", number)
    if found is None:
        return None
    major, minor, patch = (int(part or 0) for part in found.groups())
    return major, minor, patch


def _clause_causes(before: Document, now: Document, policy: Policy) -> Iterator[Cause]:
    for clause in now.clauses:
        old = before.clause(clause.uid)
        if old is None:
            yield _new(clause, before)
        else:
            yield from _changed(old, clause, policy)
    for clause in before.clauses:
        if now.clause(clause.uid) is None:
            yield _cause(Level.MINOR, "withdrawn", clause)


def _new(clause: Clause, before: Document) -> Cause:
    if clause.kind != "eis":
        return _cause(Level.MINOR, "new-wish", clause)
    uids = [uid for uid in clause.marker.get("derives").split(",") if uid]
    sources = [source for uid in uids if (source := before.clause(uid))]
    text = " ".join(f"{source.title} {source.body}" for source in sources)
    if sources and count_changes(text, clause.body).added <= _NEW_SHARE * count_words(clause.body):
        return _cause(Level.MINOR, "rearranged", clause)
    return _cause(Level.MAJOR, "new-demand", clause)


def _changed(old: Clause, new: Clause, policy: Policy) -> Iterator[Cause]:
    """Yield what a change of one clause asks for."""
    if same_words(old.source, new.source):
        return
    yield from _rank_causes(old, new, policy)
    parts = differences(new, old)
    slots = {slot.name for slot in old.parameters}, {slot.name for slot in new.parameters}
    for name in sorted(slots[0] - slots[1]):
        yield _cause(Level.MAJOR, "freedom-removed", new, name)
    for name in sorted(slots[1] - slots[0]):
        yield _cause(Level.MINOR, "freedom-added", new, name)
    defaults = {slot.name: slot.value for slot in old.parameters}
    for slot in new.parameters:
        if defaults.get(slot.name, slot.value) != slot.value:
            yield _cause(Level.MINOR, "default-changed", new, slot.name)
    fields = old.fields.get("acceptance", ""), new.fields.get("acceptance", "")
    for was, becomes in ((old.title, new.title), (old.body, new.body), fields):
        if not same_words(emptied(was), emptied(becomes)):
            yield _text_cause(new, emptied(was), emptied(becomes))
    if parts & {"verification", "norm"}:
        yield _cause(Level.MINOR, "proof-changed", new)
    if parts & {"rationale", "explanation"}:
        yield _cause(Level.PATCH, "explained", new)


def _rank_causes(old: Clause, new: Clause, policy: Policy) -> Iterator[Cause]:
    """Yield what kind, priority and lock ask for."""
    if old.kind != new.kind:
        up = new.kind == "eis"
        yield _cause(Level.MAJOR if up else Level.MINOR, "kind-up" if up else "kind-down", new)
    ranks = [_rank(each.marker.get("priority")) for each in (old, new)]
    if ranks[0] != ranks[1]:
        up = ranks[1] > ranks[0]
        must = up and ranks[1] == _rank("must")
        why = "priority-up" if up else "priority-down"
        yield _cause(Level.MAJOR if must else Level.MINOR, why, new)
    locks = is_locked(old, policy), is_locked(new, policy)
    if locks[0] != locks[1]:
        why = "locked" if locks[1] else "unlocked"
        yield _cause(Level.MAJOR if locks[1] else Level.MINOR, why, new)
    elif old.theme != new.theme:
        yield _cause(Level.MINOR, "theme-changed", new)


def _rank(priority: str) -> int:
    return PRIORITIES.index(priority) if priority in PRIORITIES else len(PRIORITIES) - 1


def _text_cause(clause: Clause, was: str, becomes: str) -> Cause:
    """Judge a change of words, by the words."""
    gone, came = _changed_words(was, becomes)
    if _is_spelling(gone, came):
        return _cause(Level.PATCH, "wording", clause)
    telling = sorted({each for each in {*gone, *came} if _tells(each)})
    detail = ", ".join(telling[:5])
    if clause.kind != "eis":
        return _cause(Level.MINOR, "wish-changed", clause, detail)
    if telling:
        return _cause(Level.MAJOR, "demand-changed", clause, detail)
    if not came:
        return _cause(Level.MINOR, "demand-shorter", clause)
    if len(came) <= _FEW and len(gone) <= _FEW and gone:
        return _cause(Level.PATCH, "wording", clause)
    return _cause(Level.MAJOR, "demand-longer", clause)


def _changed_words(was: str, becomes: str) -> tuple[list[str], list[str]]:
    gone: list[str] = []
    came: list[str] = []
    for run in word_diff(was, becomes):
        if run.kind == "removed":
            gone += _words(was[run.before_start : run.before_end])
        elif run.kind == "added":
            came += _words(becomes[run.after_start : run.after_end])
    return gone, came


def _words(text: str) -> list[str]:
    return [each.text.lower() for each in tokens(text) if any(c.isalnum() for c in each.text)]


def _is_spelling(gone: list[str], came: list[str]) -> bool:
    """Tell whether only signs, hyphens, capitals or single letters changed."""
    old, new = ("".join(re.findall(r"\w", "".join(each))) for each in (gone, came))
    if old == new:
        return True
    if len(gone) != len(came):
        return False
    return all(
        not _tells(a) and not _tells(b) and len(a) > 3 and Levenshtein.distance(a, b) <= 1
        for a, b in zip(gone, came, strict=True)
        if a != b
    )


def _tells(word: str) -> bool:
    return word in NORMATIVE_WORDS or _NUMBER.search(word) is not None


def _text_causes(before: Document, now: Document) -> Iterator[Cause]:
    """Yield one cause when headings or prose changed, or the order did."""
    if _texts(before.blocks) != _texts(now.blocks):
        yield Cause(Level.PATCH, "text-changed")
    there = [clause.uid for clause in now.clauses if before.clause(clause.uid)]
    if there != [clause.uid for clause in before.clauses if now.clause(clause.uid)]:
        yield Cause(Level.PATCH, "order-changed")


def _texts(blocks: tuple[Block, ...]) -> list[str]:
    return [
        " ".join(block.source.split()) for block in blocks if isinstance(block, Heading | Prose)
    ]


def _cause(level: Level, why: str, clause: Clause, detail: str = "") -> Cause:
    return Cause(level, why, clause.uid, clause.code, clause.title, detail)
