"""What was asked when texts came together, and what people answered.

Open questions are this computer's own: they stand in the private folder of the
workspace, a line for everything asked or answered, so that a death of the program
loses none. An answer becomes a file in ``decisions/`` when it is shared: it names
the organisation, never a person, and answers the same question everywhere.
"""

import contextlib
import errno
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, get_args

from coauthor.document.toml import read_toml
from coauthor.errors import OutsideFailure
from coauthor.history.files import failure, read_file, write_atomically
from coauthor.history.journal import read_whole_lines, to_line
from coauthor.merge.model import Choice, ChoiceName, Meeting, Outcome, Span

FORMAT = 1
FILE = "questions.log"
DAMAGED = "questions-damaged.log"
"""What a damaged file held, for whoever can make out more of it."""

KIND = "merge"
"""What a file in ``decisions/`` is that answers a question."""

QuestionKind = Literal["text", "key", "file"]
"""Asked about lines of a text, a key of the settings, or a file as a whole."""

CHOICES: tuple[ChoiceName, ...] = get_args(ChoiceName)


@dataclass(frozen=True, slots=True)
class Question:
    """Something that a person must decide on, or look at.

    Args:
        id: names it in this workspace; the same when the same is asked again.
        path: the file it is about, inside the workspace.
        meeting: the place, with what can stand there.
        merged: content id of the text in which ``meeting.merged_span`` counts.
        theirs: content id of their text in which ``meeting.theirs_span`` counts.
        version: the version of theirs that brought it.
        part: the way to the key, for a question about settings.
        base: content id of the file before, for a question about a whole file.
        their_path: where they have it, when that is another path than ours.
    """

    id: str
    path: str
    kind: QuestionKind
    meeting: Meeting
    merged: str = ""
    theirs: str = ""
    version: str = ""
    part: tuple[str, ...] = ()
    base: str = ""
    their_path: str = ""

    @property
    def to_decide(self) -> bool:
        """Whether sharing waits for it; else it only deserves a look."""
        return self.meeting.outcome is Outcome.DECIDE


@dataclass(frozen=True, slots=True)
class Answer:
    """What was chosen; ``choice`` is '' for words of one's own.

    ``shared`` says that others have it or will get it with what is sent next.
    """

    question: Question
    choice: str
    text: str
    shared: bool = False


def named(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Return the questions with ids of their own, made of what they ask."""
    counted: dict[str, int] = {}
    found = []
    for question in questions:
        key = question.meeting.key[:10]
        counted[key] = counted.get(key, 0) + 1
        number = counted[key]
        found.append(replace(question, id=key if number == 1 else f"{key}-{number}"))
    return tuple(found)


class QuestionLog:
    """The questions of one workspace as they are kept on disk.

    Belongs to one thread at a time.
    """

    def __init__(self, private: Path) -> None:
        self._path = private / FILE
        self.open: dict[str, Question] = {}
        self.answers: dict[str, Answer] = {}
        self._load()

    def ask(self, questions: Iterable[Question], answers: Iterable[Answer]) -> None:
        """Put these in the place of everything that was asked before, as one step.

        Raises:
            OutsideFailure: it could not be written; all is as it was.
        """
        asked = {question.id: question for question in questions}
        kept = {answer.question.id: answer for answer in answers if answer.question.id not in asked}
        lines: list[dict[str, Any]] = [{"format": FORMAT}]
        lines += [{"ask": to_values(question)} for question in asked.values()]
        for answer in kept.values():
            lines.append({"ask": to_values(answer.question)})
            lines.append(_answer_line(answer))
        self._path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(self._path, b"".join(to_line(line) for line in lines))
        self.open, self.answers = asked, kept

    def add(self, questions: Iterable[Question]) -> None:
        """Ask more; raises as `ask`."""
        self.ask(named([*self.open.values(), *questions]), self.answers.values())

    def answer(self, question_id: str, choice: str, text: str) -> Answer:
        """Write down what was chosen for an open question."""
        answer = Answer(self.open[question_id], choice, text)
        self._append(_answer_line(answer))
        self.answers[question_id] = answer
        del self.open[question_id]
        return answer

    def reopen(self, question_id: str) -> Question:
        """Ask an answered question again."""
        self._append({"reopen": question_id})
        question = self.answers.pop(question_id).question
        self.open[question_id] = question
        return question

    def share_answers(self) -> None:
        """Note that the answers go to others with what is sent next."""
        answers = [replace(answer, shared=True) for answer in self.answers.values()]
        self.ask(self.open.values(), answers)

    def has(self, question_id: str) -> bool:
        """Tell whether the question is known, open or answered."""
        return question_id in self.open or question_id in self.answers

    # -- inside ------------------------------------------------------------

    def _append(self, line: Mapping[str, Any]) -> None:
        data = to_line(line)
        try:
            with self._path.open("ab", buffering=0) as file:
                written = file.write(data) or 0
                if written < len(data):  # a full disk takes a part: the next line begins anew
                    file.truncate(file.tell() - written)
        except OSError as error:
            raise failure(error, self._path) from error
        if written < len(data):
            raise failure(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), self._path)

    def _load(self) -> None:
        try:
            data = read_file(self._path)
        except OutsideFailure as error:
            if error.code != "file-missing":
                raise
            return
        records, damaged = read_whole_lines(data)
        for record in records:
            self._replay(record)
        if damaged or not data.endswith(b"\n"):
            # Cut off when the program died, or damaged on the disk: the other lines count.
            with contextlib.suppress(OutsideFailure):  # who may only read leaves it as it is
                if damaged:
                    write_atomically(self._path.with_name(DAMAGED), data)
                self.ask(self.open.values(), self.answers.values())

    def _replay(self, record: Mapping[str, Any]) -> None:
        if "ask" in record:
            question = from_values(record["ask"])
            self.open[question.id] = question
        elif "answer" in record and record["answer"] in self.open:
            question = self.open.pop(record["answer"])
            shared = bool(record.get("shared"))
            self.answers[question.id] = Answer(question, record["choice"], record["text"], shared)
        elif "reopen" in record and record["reopen"] in self.answers:
            self.open[record["reopen"]] = self.answers.pop(record["reopen"]).question


def _answer_line(answer: Answer) -> dict[str, Any]:
    return {
        "answer": answer.question.id,
        "choice": answer.choice,
        "text": answer.text,
        "shared": answer.shared,
    }


# -- as plain values ---------------------------------------------------------


def to_values(question: Question) -> dict[str, Any]:
    """Return a question as plain JSON values."""
    meeting = question.meeting
    spans = (meeting.base_span, meeting.ours_span, meeting.theirs_span, meeting.merged_span)
    return {
        "id": question.id,
        "path": question.path,
        "kind": question.kind,
        "merged_id": question.merged,
        "theirs_id": question.theirs,
        "version": question.version,
        "part": list(question.part),
        "base_id": question.base,
        "their_path": question.their_path,
        "outcome": meeting.outcome.value,
        "reason": meeting.reason,
        "side": meeting.side,
        "uid": meeting.uid,
        "texts": [meeting.base, meeting.ours, meeting.theirs, meeting.merged],
        "spans": [[span.start, span.end] for span in spans],
        "offers": [[offer.name, offer.text] for offer in meeting.offers],
    }


def from_values(values: Mapping[str, Any]) -> Question:
    """Return the question that `to_values` wrote."""
    base, ours, theirs, merged = values["texts"]
    spans = [Span(start, end) for start, end in values["spans"]]
    meeting = Meeting(
        Outcome(values["outcome"]),
        values["reason"],
        values["side"],
        values["uid"],
        base,
        ours,
        theirs,
        merged,
        spans[0],
        spans[1],
        spans[2],
        spans[3],
        tuple(Choice(name, text) for name, text in values["offers"]),
    )
    return Question(
        id=values["id"],
        path=values["path"],
        kind=values["kind"],
        meeting=meeting,
        merged=values["merged_id"],
        theirs=values["theirs_id"],
        version=values["version"],
        part=tuple(values["part"]),
        base=values["base_id"],
        their_path=values["their_path"],
    )


# -- answers that travel -----------------------------------------------------


def decision_record(answer: Answer, organisation: str, day: str) -> dict[str, Any]:
    """Return an answer as a file of ``decisions/`` holds it."""
    return {
        "format": FORMAT,
        "kind": KIND,
        "key": answer.question.meeting.key,
        "file": answer.question.path,
        "clause": answer.question.meeting.uid,
        "choice": answer.choice,
        "text": answer.text,
        "organisation": organisation,
        "decided_on": day,
    }


def decided_before(folder: Path) -> dict[str, str]:
    """Return the texts that were chosen before, by the key of what was asked.

    Args:
        folder: the ``decisions`` of a workspace. Files that cannot be read are
            passed over: they are somebody else's words. The newest answer counts.
    """
    return dict(_decided(folder))


def _decided(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("*.toml")):
        try:
            record = read_toml(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        if record.get("kind") == KIND and isinstance(record.get("text"), str):
            yield str(record.get("key", "")), record["text"]
