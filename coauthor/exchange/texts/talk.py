"""What was said and changed in a text: remarks on its clauses, and changes offered for them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coauthor.exchange.proposal import Offer, Remark
from coauthor.exchange.texts.cutting import Piece
from coauthor.exchange.texts.pieces import Comment, Line, Mark
from coauthor.exchange.texts.versions import changed_by


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a comment stands: the clause, '' outside of them, and the words."""

    uid: str
    quote: str


def remarks(comments: Mapping[str, Comment], pieces: Sequence[Piece]) -> tuple[Remark, ...]:
    """Return what was said in a file, answers with what they answer."""
    spots = _spots(pieces)
    answers: dict[str, list[str]] = {}
    for name, comment in comments.items():
        if comment.on in comments and comment.on != name:
            answers.setdefault(_first(comments, name), []).append(name)
    made: list[Remark] = []
    for name, comment in comments.items():
        if _first(comments, name) != name:
            continue
        spot = spots.get(name, Spot("", ""))
        replies = tuple(_remark(comments[each], spot) for each in answers.get(name, ()))
        if comment.text or replies:
            made.append(_remark(comment, spot, replies))
    return tuple(made)


def _first(comments: Mapping[str, Comment], name: str) -> str:
    """Return the comment that a conversation began with."""
    seen = {name}
    while comments[name].on in comments and comments[name].on not in seen:
        name = comments[name].on
        seen.add(name)
    return name


def _remark(comment: Comment, spot: Spot, replies: tuple[Remark, ...] = ()) -> Remark:
    text = comment.text or "…"
    return Remark(spot.uid, text, comment.author, comment.when, spot.quote, replies)


def _spots(pieces: Sequence[Piece]) -> dict[str, Spot]:
    words: dict[str, list[str]] = {}
    uids: dict[str, str] = {}
    for piece in pieces:
        for line in piece.lines:
            for span in line.spans:
                for name in span.said:
                    words.setdefault(name, []).append(span.text)
                    uids.setdefault(name, piece.part.uid)
            for name in line.said:
                uids.setdefault(name, piece.part.uid)
    return {name: Spot(uid, "".join(words.get(name, ()))) for name, uid in uids.items()}


def offers(
    before: Sequence[Piece], after: Sequence[Piece], marks: Mapping[int, Sequence[Line]]
) -> tuple[tuple[Offer, ...], tuple[Remark, ...]]:
    """Return the changes of clauses, and what can be no suggestion as remarks in words.

    That is what changed in headings and prose, and in the fields of a clause.

    Args:
        before, after: the parts of both texts; a clause has the same identity in both.
        marks: by place, the paragraph with its changes.
    """
    old = {each.part.uid: each for each in before if each.part.kind == "clause"}
    new = {each.part.uid: each for each in after if each.part.kind == "clause"}
    found: list[Offer] = []
    told: list[Remark] = []
    last = ""
    for uid, piece in new.items():
        by = _by(marks, piece, old.get(uid))
        if uid not in old:
            title, body = _as_new(piece)
            found.append(Offer(uid, title, body, by.author, by.when, "add", last))
            continue
        last = uid
        was, part = old[uid].part, piece.part
        if (was.title, was.text) != (part.title, part.text):
            found.append(Offer(uid, part.title, part.text, by.author, by.when))
        elif (was.code, was.fields, was.attributes) != (part.code, part.fields, part.attributes):
            told += _in_words(uid, [*piece.lines, *old[uid].lines], marks)
    for uid, piece in old.items():
        if uid not in new:
            by = _by(marks, piece, None)
            found.append(Offer(uid, "", "", by.author, by.when, "drop"))
    return tuple(found), (*told, *_between(before, after, marks))


def _as_new(piece: Piece) -> tuple[str, str]:
    """Return title and text of a new clause, its fields and a number that was typed in them."""
    part = piece.part
    counted = any(line.number for line in piece.lines[:1])
    code = "" if counted else part.code
    body = "\n\n".join(filter(None, (part.text, *part.fields.values())))
    if part.title:
        return " ".join(filter(None, (code, part.title))), body
    return "", f"{code}: {body}" if code else body


def _by(marks: Mapping[int, Sequence[Line]], piece: Piece, other: Piece | None) -> Mark:
    places = {line.place for each in (piece, other) if each for line in each.lines}
    return changed_by([line for place in sorted(places) for line in marks.get(place, ())])


def _between(
    before: Sequence[Piece], after: Sequence[Piece], marks: Mapping[int, Sequence[Line]]
) -> Iterator[Remark]:
    """Yield changes in headings and prose, which belong to no clause, in words."""
    both = (*before, *after)
    clauses = [each for each in both if each.part.kind == "clause"]
    in_clauses = {line.place for each in clauses for line in each.lines}
    lines = [line for piece in both for line in piece.lines if line.place not in in_clauses]
    yield from _in_words("", lines, marks)


def _in_words(
    uid: str, lines: Sequence[Line], marks: Mapping[int, Sequence[Line]]
) -> Iterator[Remark]:
    """Yield a remark for each paragraph that was changed, with what came and went in it."""
    for place in dict.fromkeys(line.place for line in lines):
        changed = marks.get(place, ())
        if any(span.came or span.went for each in changed for span in each.spans):
            by = changed_by(changed)
            yield Remark(uid, _told(changed), by.author, by.when)


def _told(lines: Sequence[Line]) -> str:
    said: list[str] = []
    for line in lines:
        for span in line.spans:
            words = span.text.strip()
            mark = "~~" if span.went else "**" if span.came else ""
            if words and mark:
                head, tail = span.text.partition(words)[::2]
                said.append(f"{head}{mark}{words}{mark}{tail}")
            else:
                said.append(span.text)
    return "".join(said).strip()
