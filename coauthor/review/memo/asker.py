"""Who asked, and where it was written: private, kept apart from the question."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asked one question, once.

    Args:
        question: id of the question as it was asked.
        organisation: who asked, as the file or the event has it.
        person: name of the person, or ''.
        contact: mail address, telephone number or both.
        source: name of the file; names of files often hold that of the asker.
        place: sheet and row in that file, or the event.
        own_number: number that the asker gave the question.
    """

    question: str
    organisation: str = ""
    person: str = ""
    contact: str = ""
    source: str = ""
    place: str = ""
    own_number: str = ""

    @property
    def key(self) -> str:
        """What tells that the same question came in again, from the same file or event."""
        return "\n".join((self.source, self.place.partition(":")[0], self.own_number or self.place))

    @property
    def names(self) -> tuple[str, ...]:
        """What would give the asker away, where it stands in a text."""
        return tuple(each for each in (self.organisation, self.person) if len(each.strip()) > 2)
