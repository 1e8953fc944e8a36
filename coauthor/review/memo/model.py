"""A question in the register, and what has become of it."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class State(StrEnum):
    """How far a question is; each state follows on the one before."""

    NEW = "new"
    DRAFT = "draft"
    SECOND = "second"
    APPROVED = "approved"
    PUBLISHED = "published"
    JOINED = "joined"


class Effect(StrEnum):
    """What an answer does to the text; see `coauthor.review.memo.effect`."""

    NONE = ""
    CLARIFICATION = "clarification"
    MINOR = "minor"
    MATERIAL = "material"


class Way(StrEnum):
    """What can be done with a material change, by `domain.md` §2.3 and the law on changes."""

    NONE = ""
    RECTIFY = "rectify"
    WITHDRAW = "withdraw"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Link:
    """What a question is about.

    Args:
        document: name of the document.
        clause: uid of the clause, or '' for a place without one.
        how: ``code``, ``number``, ``section``, ``asked`` (put on the clause itself) or
            ``chosen`` (by a person, perhaps from a proposal).
    """

    document: str
    clause: str
    how: str = "chosen"


@dataclass(frozen=True, slots=True)
class Choice:
    """The recorded choice about a material change.

    Args:
        until: ISO date to which the term is extended, with ``rectify``.
    """

    way: Way
    reason: str
    until: str
    by: str
    at: str


@dataclass(frozen=True)
class Question:
    """A question with its answer, as far as it is.

    Args:
        id: ULID in lower case.
        number: place in the register, from 1; it stays.
        wordings: how it was asked, each wording once; joined questions add theirs.
        text: the wording that is published.
        references: what the askers wrote that it is about, as they wrote it.
        change: body that the linked clause gets, or '' when its text stays.
        effect: as a person said; NONE while nobody did.
        effect_reason: why, where it is another one than was proposed.
        drafter: fingerprint of who wrote the answer that stands.
        approver: fingerprint of who approved just that.
        joined: ids of the questions that were joined with this one.
        into: id of the question that this one was joined with, or ''.
        memo: number of the memo in which it is published; 0 for none.
        memo_row: its number in that memo.
        cleared: names that may stay in the text, by reason.
    """

    id: str
    number: int = 0
    wordings: tuple[str, ...] = ()
    text: str = ""
    references: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    state: State = State.NEW
    answer: str = ""
    change: str = ""
    effect: Effect = Effect.NONE
    effect_reason: str = ""
    choice: Choice | None = None
    drafter: str = ""
    approver: str = ""
    returned: str = ""
    joined: tuple[str, ...] = ()
    into: str = ""
    memo: int = 0
    memo_row: int = 0
    cleared: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def clause(self) -> str:
        """Uid of the clause it is about in the first place, or ''."""
        return next((link.clause for link in self.links if link.clause), "")

    @property
    def document(self) -> str:
        """Name of the document it is about, or ''."""
        return next((link.document for link in self.links if link.document), "")

    @property
    def digest(self) -> str:
        """What an approval is bound to: question, answer, change and effect to the letter."""
        effect = (str(self.effect), self.effect_reason)
        said = (self.text, self.answer, self.change, self.clause, *effect)
        return hashlib.sha256("\x00".join(said).encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def waits_for_choice(self) -> bool:
        """Whether a material change stops publication until somebody chose what to do."""
        return (
            self.effect is Effect.MATERIAL
            and self.state not in (State.JOINED, State.PUBLISHED)
            and self.choice is None
        )


@dataclass(frozen=True)
class Register:
    """All questions, in the order in which they came in."""

    questions: tuple[Question, ...] = ()

    def question(self, wanted: str) -> Question | None:
        """Return a question by its id or its number, or None."""
        number = int(wanted) if wanted.isdecimal() and len(wanted) < 10 else 0
        return next((q for q in self.questions if q.id == wanted or q.number == number > 0), None)

    @property
    def standing(self) -> tuple[Question, ...]:
        """The questions that are not joined with another one."""
        return tuple(each for each in self.questions if each.state is not State.JOINED)

    @property
    def last_memo(self) -> int:
        """Number of the memo that was published last, or 0."""
        return max((each.memo for each in self.questions), default=0)


def unique(values: Iterable[str]) -> tuple[str, ...]:
    """Return values without blanks and repetitions, in their order."""
    return tuple(dict.fromkeys(each.strip() for each in values if each.strip()))
