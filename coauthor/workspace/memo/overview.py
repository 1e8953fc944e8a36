"""All that a window shows of a register, gathered in one go, away from the screen."""

from collections.abc import Mapping
from dataclasses import dataclass

from coauthor.document.model import Clause, Document
from coauthor.review.memo.asker import Asker
from coauthor.review.memo.effect import Judgement, judged
from coauthor.review.memo.model import Question, Register, State
from coauthor.review.memo.naming import Flag, Known, flags
from coauthor.workspace.memo.answering import known_names
from coauthor.workspace.memo.room import Room


@dataclass(frozen=True)
class Overview:
    """The register with what belongs to it.

    Args:
        askers: by id of the question; only for the eyes of who answers.
        identity: fingerprint of who looks.
    """

    register: Register
    documents: Mapping[str, Document]
    askers: Mapping[str, tuple[Asker, ...]]
    known: Known
    identity: str

    def clause(self, question: Question) -> Clause | None:
        """Return the clause that a question is about, or None."""
        document = self.documents.get(question.document)
        return document.clause(question.clause) if document and question.clause else None

    def judgement(self, question: Question) -> Judgement:
        """Return the effect that its answer seems to have."""
        return judged(question, self.clause(question))

    def flags(self, question: Question) -> tuple[Flag, ...]:
        """Return the names in it that nobody dealt with."""
        return flags(question, self.known)

    def asked_by(self, question: Question) -> tuple[Asker, ...]:
        """Return who asked it, also as a joined one."""
        ids = (question.id, *question.joined)
        return tuple(each for one in ids for each in self.askers.get(one, ()))

    @property
    def counts(self) -> dict[str, int]:
        """How many questions there are, are linked, approved and published."""
        standing = self.register.standing
        return {
            "total": len(standing),
            "linked": sum(bool(each.links) for each in standing),
            "approved": sum(each.state is State.APPROVED for each in standing),
            "published": sum(each.state is State.PUBLISHED for each in standing),
        }


def overview(room: Room) -> Overview:
    """Return all that a window shows of a register."""
    askers: dict[str, tuple[Asker, ...]] = {}
    for each in room.askers():
        askers[each.question] = (*askers.get(each.question, ()), each)
    known = known_names(room)
    return Overview(room.register(), room.documents(), askers, known, room.identity)
