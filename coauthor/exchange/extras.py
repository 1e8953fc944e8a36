"""What a document is given beside its own text: changes, answers, and a page to sign on.

Made once as blocks, from which every reading format makes its own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from coauthor.document.model import Clause
from coauthor.document.rendering import printable
from coauthor.exchange.answers import day, size_words, verdict_words
from coauthor.exchange.changes import Change, Words, changes
from coauthor.exchange.office.tree import Block, Paragraph, Role, Run, Runs, Table
from coauthor.exchange.specification import Specification, Text
from coauthor.review.digest import clause_digest
from coauthor.review.market.responses import Response

SIGNATURES = 3
"""Lines on the page to sign on."""

_ROOM = "\n\n\n"
"""What keeps a cell high enough to write in."""


@dataclass(frozen=True, slots=True)
class Ending:
    """A part behind the text, with a title of its own."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Extras:
    """All that a document is given.

    Args:
        beside: what stands at each clause, by uid.
        endings: what stands behind the annexes.
    """

    beside: Mapping[str, tuple[Paragraph, ...]]
    endings: tuple[Ending, ...]


def extras(specification: Specification, text: Text) -> Extras:
    """Return what the choice of an export adds to its document."""
    choice, since = specification.choice, specification.since
    changed = changes(specification, text)
    beside: dict[str, tuple[Paragraph, ...]] = {}
    if since is not None and choice.in_place:
        for each in changed:
            if each.uid and each.kind != "moved":
                beside[each.uid] = (_in_place(each, since.name, text),)
    if choice.answers:
        for clause in specification.document.clauses:
            if given := specification.answers.get(clause.uid):
                said = tuple(_answers(specification.as_written(clause), given, text))
                beside[clause.uid] = (*beside.get(clause.uid, ()), *said)
    endings = []
    if since is not None:
        title = text("changes-title", since=printable(since.name))
        endings.append(Ending(title, tuple(_changes(changed, since.name, text))))
    if choice.sign_off:
        endings.append(Ending(text("sign-off-title"), tuple(_sign_off(specification, text))))
    return Extras(beside, tuple(endings))


# -- changes -----------------------------------------------------------------


def _changes(changed: tuple[Change, ...], since: str, text: Text) -> Iterator[Block]:
    if not changed:
        yield Paragraph((Run(text("changes-none", since=printable(since))),))
        return
    yield Paragraph((Run(text("changes-about")),))
    counts = {kind: sum(each.kind == kind for each in changed) for kind in _KINDS}
    told = (text(f"changes-count-{kind}", count=count) for kind, count in counts.items() if count)
    yield Paragraph((Run(", ".join(told) + "."),))
    if moved := [each.name for each in changed if each.kind == "moved"]:
        yield Paragraph((Run(text("changes-only-moved", clauses=", ".join(moved))),))
    rows = tuple(_row(each, text) for each in changed if each.kind != "moved")
    if rows:
        head = tuple((Run(text(f"changes-{key}")),) for key in ("name", "was", "becomes"))
        yield Table(head, rows, ("", "", ""), text("changes-caption"), _WIDTHS)


_WIDTHS = (18, 41, 41)
_KINDS = ("changed", "added", "dropped", "moved")


def _row(change: Change, text: Text) -> tuple[Runs, Runs, Runs]:
    nothing: Runs = (Run("–"),)
    name = (Run(f"{change.name}\n", bold=True), Run(text(f"changes-{change.kind}")))
    return name, _marked(change.was) or nothing, _marked(change.becomes) or nothing


def _marked(words: Words) -> Runs:
    return tuple(
        Run(said, change=kind if kind in ("added", "removed") else "")
        for kind, said in words
        if said
    )


def _in_place(change: Change, since: str, text: Text) -> Paragraph:
    key = "changes-new-here" if change.kind == "added" else "changes-here"
    label = text(key, since=printable(since))
    if change.kind == "added":
        return Paragraph((Run(f"{label}.", bold=True),), Role.CHANGE)
    return Paragraph((Run(f"{label}: ", bold=True), *_marked(change.both)), Role.CHANGE)


# -- answers -----------------------------------------------------------------


def _answers(clause: Clause, given: tuple[Response, ...], text: Text) -> Iterator[Paragraph]:
    digest = clause_digest(clause)
    for each in given:
        answer = each.answer
        label = text("answer-of", vendor=printable(each.organisation))
        said = [verdict_words(answer, text)]
        if answer.size:
            said.append(size_words(answer.size, text))
        said.append(day(each.at))
        line = " · ".join(said)
        if each.is_stale(digest):
            line += f" ({text('answer-stale')})"
        if answer.explanation:
            line += f": {answer.explanation}"
        yield Paragraph((Run(f"{label}: ", bold=True), Run(printable(line))), Role.FIELD)


# -- signing -----------------------------------------------------------------


def _sign_off(specification: Specification, text: Text) -> Iterator[Block]:
    """Yield the page on which an organ signs for exactly this text."""
    yield Paragraph((Run(text("sign-off-about")),))
    about = (
        ("text", specification.title),
        ("version", specification.version),
        ("digest", specification.digest),
    )
    for key, value in about:
        label = Run(f"{text(f'sign-off-{key}')}: ", bold=True)
        yield Paragraph((label, Run(printable(value))), Role.FIELD)
    organs = dict.fromkeys(signoff.organ for signoff, _ in specification.signatures)
    names = [printable(each) for each in organs if each][:SIGNATURES]
    names = names or [printable(specification.organisation)]
    names += [""] * (SIGNATURES - len(names))
    head = tuple((Run(text(f"sign-off-{key}")),) for key in ("organ", "name", "day", "signature"))
    rows = tuple(((Run(name + _ROOM),), (Run(" "),), (Run(" "),), (Run(" "),)) for name in names)
    yield Table(head, rows, ("",) * len(head), text("sign-off-caption"))
