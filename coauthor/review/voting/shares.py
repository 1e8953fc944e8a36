"""Who wrote what is in force, and who proposed: so that nobody dominates unseen.

A word belongs to the organisation that first wrote it in the clause. A text that a
steward took over from a proposal or a suggestion belongs to who proposed it.

A share is told when it is above what the room allows *and* above an equal part: where
three organisations write, each with a third, none of them dominates.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from rapidfuzz.distance import Indel

from coauthor.document.words import tokens
from coauthor.review.people import Organisation, People, name_key
from coauthor.review.voting.rules import Rules, seat, size_class

LOOK_BACK = 40
"""Earlier texts of a clause in which a word is looked for, newest first."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a clause said in a version, and for which organisation it was written."""

    text: str
    organisation: str
    when: datetime


@dataclass(frozen=True, slots=True)
class Offered:
    """A text that was taken over from somebody, and when: a proposal or a suggestion.

    Args:
        is_new: it offered the clause itself, so also its first text.
    """

    text: str
    organisation: str
    when: datetime
    is_new: bool = False


def credit(written: Sequence[Written], offered: Iterable[Offered] = ()) -> Counter[str]:
    """Return how many words of the last text each organisation wrote.

    Args:
        written: the texts of one clause, oldest first.
        offered: what was taken over into it.
    """
    known: list[tuple[list[str], list[str | None]]] = []
    for version in written:
        words = words_of(version.text)
        owners: list[str | None] = [None] * len(words)
        for before, theirs in reversed(known[-LOOK_BACK:]):
            _hand_on(before, theirs, words, owners)
            if None not in owners:
                break
        for each in offered:
            if each.when <= version.when and (known or each.is_new):
                text = words_of(each.text)
                _hand_on(text, [each.organisation] * len(text), words, owners)
        own = version.organisation  # '' where it does not say, which is nobody's all the same
        known.append((words, [own if each is None else each for each in owners]))
    return Counter(each or "" for each in known[-1][1]) if known else Counter()


def words_of(text: str) -> list[str]:
    """Return the words of a text; signs do not count."""
    return [each.text for each in tokens(text) if any(map(str.isalnum, each.text))]


def _hand_on(
    before: list[str], theirs: Sequence[str | None], words: list[str], owners: list[str | None]
) -> None:
    """Give words that stood in an earlier text, and have no owner yet, their owner there."""
    for block in Indel.opcodes(before, words):
        if block.tag == "equal":
            for offset in range(block.src_end - block.src_start):
                place = block.dest_start + offset
                if owners[place] is None:
                    owners[place] = theirs[block.src_start + offset]


# -- shares ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Part:
    """What an organisation, or a class of them, brought in.

    Args:
        name: the organisation, or the class: a key of `coauthor.review.people.SIZES`,
            ``vendors``, or '' for any other.
        size: class of the organisation, the same keys; of a class its own name.
        words: words in force.
        text: words as part of all words in force, 0 to 1.
        proposals: proposals and suggestions made; ``proposed`` as part of all of them.
        dominates: ``text`` or ``proposals`` where its part is told.
    """

    name: str
    size: str
    organisations: int = 1
    words: int = 0
    text: float = 0.0
    proposals: int = 0
    proposed: float = 0.0
    adopted: int = 0
    rejected: int = 0
    dominates: frozenset[str] = frozenset()

    @property
    def acceptance(self) -> float | None:
        """Part of what was decided on that was adopted; None where nothing was."""
        decided = self.adopted + self.rejected
        return self.adopted / decided if decided else None


@dataclass(frozen=True)
class Shares:
    """Who brought in what, biggest first."""

    organisations: tuple[Part, ...] = ()
    classes: tuple[Part, ...] = ()

    @property
    def warnings(self) -> tuple[Part, ...]:
        """The parts that are told, organisations first."""
        return tuple(each for each in (*self.organisations, *self.classes) if each.dominates)


@dataclass
class Brought:
    """What organisations brought in, by name: words in force and how proposals ended."""

    words: Counter[str] = field(default_factory=Counter)
    proposals: Counter[str] = field(default_factory=Counter)
    adopted: Counter[str] = field(default_factory=Counter)
    rejected: Counter[str] = field(default_factory=Counter)


def shares(brought: Brought, people: People, rules: Rules) -> Shares:
    """Return the shares of each organisation and each class of size."""
    parts: dict[str, Part] = {}
    for each in people.organisations:
        parts[name_key(each.name)] = Part(each.name, size_class(each))
    for attribute in ("words", "proposals", "adopted", "rejected"):
        for name, number in getattr(brought, attribute).items():
            key = name_key(name)
            if key not in parts:
                parts[key] = Part(name, size_class(seat(people, name) or Organisation(name)))
            parts[key] = replace(parts[key], **{attribute: getattr(parts[key], attribute) + number})
    known = [each for key, each in parts.items() if key]
    nobody = [each for key, each in parts.items() if not key]
    total = (sum(each.words for each in parts.values()), sum(each.proposals for each in known))
    organisations = [
        _with_shares(each, total, rules.warn_organisation, len(known)) for each in known
    ]
    nobodies = [_with_shares(each, total, 100, 1) for each in nobody]
    classes = [_with_shares(each, total, rules.warn_class, len(known)) for each in _classes(known)]
    return Shares(_sorted([*organisations, *nobodies]), _sorted(classes))


def _classes(parts: Iterable[Part]) -> Iterable[Part]:
    found: dict[str, Part] = {}
    for each in parts:
        had = found.get(each.size, Part(each.size, each.size, 0))
        found[each.size] = replace(
            had,
            organisations=had.organisations + 1,
            words=had.words + each.words,
            proposals=had.proposals + each.proposals,
            adopted=had.adopted + each.adopted,
            rejected=had.rejected + each.rejected,
        )
    return found.values()


def _with_shares(part: Part, total: tuple[int, int], limit: int, everybody: int) -> Part:
    text = part.words / total[0] if total[0] else 0.0
    proposed = part.proposals / total[1] if total[1] else 0.0
    least = max(limit / 100, part.organisations / everybody)
    told = {name for name, share in (("text", text), ("proposals", proposed)) if share > least}
    if not part.name:
        told.clear()  # those without a class have nothing in common
    return replace(part, text=text, proposed=proposed, dominates=frozenset(told))


def _sorted(parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(sorted(parts, key=lambda each: (-each.words, -each.proposals, each.name)))


def percent(share: float | None) -> str:
    """Return a share as people read it, or '–'."""
    return "–" if share is None else f"{round(share * 100)} %"
