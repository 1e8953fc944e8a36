"""What was received and what is open, as plain values and as one sentence."""

from dataclasses import asdict
from typing import Any

from coauthor.language import Catalogue
from coauthor.merge.model import Outcome
from coauthor.workspace.deciding.deciding import OpenQuestions
from coauthor.workspace.deciding.questions import Question
from coauthor.workspace.sharing.receiving import Received

FORMAT = 1


def received_report(received: Received) -> dict[str, Any]:
    """Return what came in as plain JSON values."""
    return {
        "format": FORMAT,
        "version": received.version,
        "versions": received.versions,
        "own": received.own or None,
        "counts": {outcome.value: received.counts[outcome] for outcome in Outcome},
        "senders": [
            {"name": each.name, "organisation": each.organisation, "changes": each.changes}
            for each in received.senders
        ],
        "documents": dict(received.documents),
        "mixed": list(received.mixed),
        "frozen": list(received.frozen),
        "to_decide": [each.id for each in received.to_decide],
        "to_look": [each.id for each in received.to_look],
        "aside": [asdict(each) for each in received.aside],
    }


def questions_report(questions: OpenQuestions) -> dict[str, Any]:
    """Return what is open as plain JSON values; lines are counted from 1."""
    return {
        "format": FORMAT,
        "questions": [_question(questions, each) for each in questions.open],
    }


def _question(questions: OpenQuestions, question: Question) -> dict[str, Any]:
    meeting = question.meeting
    values: dict[str, Any] = {
        "id": question.id,
        "path": question.path,
        "kind": question.kind,
        "outcome": meeting.outcome.value,
        "reason": meeting.reason,
        "clause": meeting.uid or None,
        "part": list(question.part) or None,
        "base": meeting.base,
        "ours": meeting.ours,
        "theirs": meeting.theirs,
        "stands": meeting.merged,
        "choices": {offer.name: offer.text for offer in meeting.offers},
        "lines": None,
        "state": None,
    }
    home = questions.home(question) if question.kind == "text" else ""
    if home:
        values["path"] = home
        place = questions.place(question, questions.read_file(home))
        values["lines"] = [place.span.start + 1, place.span.end]
        values["state"] = place.state
    return values


def summary(received: Received, text: Catalogue, own: str = "") -> str:
    """Return the sentence that says what came in and what it asks.

    Args:
        own: our organisation, whose people are named by name.
    """
    if not received.versions:
        return text("received-nothing")
    taken = received.counts[Outcome.TAKEN] + received.counts[Outcome.COMBINED]
    parts = [text("received-taken", count=taken, whom=whom(received, text, own))]
    if looks := len(received.to_look):
        parts.append(text("received-look", count=looks))
    if decisions := len(received.to_decide):
        parts.append(text("received-decide", count=decisions))
    if received.aside:
        parts.append(text("received-aside", count=len(received.aside)))
    said = ", ".join(parts) + "."
    if received.frozen:
        said += " " + text("received-frozen", documents=", ".join(map(_name, received.frozen)))
    return said


def _name(path: str) -> str:
    """Return what a document is called in messages, by its file."""
    return path.removeprefix("documents/").removesuffix(".md")


def whom(received: Received, text: Catalogue, own: str = "") -> str:
    """Return whose changes came in, as a sentence names them."""
    shown = (each.name if each.organisation == own else each.shown for each in received.senders)
    names = list(dict.fromkeys(shown))
    if len(names) > 3:
        names = [*names[:2], text("received-others")]
    if not names:
        return text("received-others")
    if len(names) == 1:
        return names[0]
    return text("received-and", first=", ".join(names[:-1]), last=names[-1])
