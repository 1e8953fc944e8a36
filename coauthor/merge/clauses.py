"""Merging three versions of one clause: its attributes and fields by key, its text by words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from coauthor.document.fields import format_fields
from coauthor.document.lines import newline_of
from coauthor.document.markers import Marker, format_marker
from coauthor.document.model import Clause, Tombstone
from coauthor.document.reading import read_blocks
from coauthor.merge.model import Choice, ChoiceName, Outcome
from coauthor.merge.pieces import Piece, Side, follow
from coauthor.merge.sequences import Range
from coauthor.merge.text import merge_pieces
from coauthor.merge.words import blank_between, merge_words

NAMES: tuple[ChoiceName, ...] = ("ours", "theirs", "merged", "both", "both-reversed", "base")
_SEVERITY = {None: 0, Outcome.TAKEN: 1, Outcome.COMBINED: 2, Outcome.LOOK: 3, Outcome.DECIDE: 4}
_NOWHERE = (Range(0, 0), Range(0, 0), Range(0, 0))


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a clause, merged; ``texts`` has what each choice makes of it, where asked."""

    text: str
    outcome: Outcome | None = None
    reason: str = ""
    side: Side = ""
    texts: Mapping[ChoiceName, str] | None = None

    def choose(self, name: ChoiceName) -> str:
        """Return the part under a choice; the merged one where it makes no difference."""
        return self.text if self.texts is None else self.texts.get(name, self.text)


@dataclass(frozen=True, slots=True)
class MergedClause:
    """A clause merged: its text, what was done, and what can stand instead."""

    text: str
    outcome: Outcome | None
    reason: str
    side: Side
    offers: tuple[Choice, ...]


def merge_clause(base: Clause, ours: Clause, theirs: Clause) -> MergedClause:
    """Merge a clause that both sides have.

    A clause whose parts would not read back as the same clause is asked whole.
    """
    parts = [
        _part(base.opening, ours.opening, theirs.opening) or _merge_opening(base, ours, theirs),
        _part(base.head, ours.head, theirs.head) or _words_part(base.head, ours.head, theirs.head),
        _part(base.body, ours.body, theirs.body) or _text_part(base.body, ours.body, theirs.body),
        _part(base.notes, ours.notes, theirs.notes) or _merge_notes(base, ours, theirs),
        Part(blank_between(base.tail, ours.tail, theirs.tail)),
    ]
    worst = max(parts, key=lambda part: _SEVERITY[part.outcome])
    asked = worst.outcome is Outcome.DECIDE
    # Where anything must be decided, ours stands in all that the sides met in.
    text = _whole(parts, ours.uid, "ours" if asked else None)
    if text is None:
        offers = _offers([], ours.uid, base.source, ours.source, theirs.source, Outcome.DECIDE)
        return MergedClause(ours.source, Outcome.DECIDE, "overlap", "both", offers)
    outcome, side = _who(parts, worst.outcome)
    offers = (
        _offers(parts, ours.uid, base.source, ours.source, theirs.source, outcome)
        if outcome in (Outcome.LOOK, Outcome.DECIDE)
        else ()
    )
    return MergedClause(text, outcome, worst.reason, side, offers)


def _who(parts: Sequence[Part], outcome: Outcome | None) -> tuple[Outcome | None, Side]:
    """Return what was done to the whole, and by whom."""
    sides = {part.side for part in parts if part.side}
    if outcome is Outcome.TAKEN and sides >= {"ours", "theirs"}:
        outcome = Outcome.COMBINED
    return outcome, sides.pop() if len(sides) == 1 else "both" if sides else ""


def merge_markers(base: Marker, ours: Marker, theirs: Marker) -> tuple[Marker, tuple[str, ...]]:
    """Merge what markers say, by key; where both changed a key, ours stands.

    Returns the marker and the keys that both changed, each in another way.
    """
    values = [{"code": marker.code, **dict(marker.attributes)} for marker in (base, ours, theirs)]
    keys = list(dict.fromkeys([*values[1], *values[2]]))
    merged: dict[str, str] = {}
    clashes: list[str] = []
    for key in keys:
        b, o, t = (each.get(key) for each in values)
        if o not in (b, t) and t != b:
            clashes.append(key)
        value = t if o == b else o
        if value is not None:
            merged[key] = value
    code = merged.pop("code", "")
    new = sorted(key for key in merged if key not in values[0])
    pairs = tuple((key, merged[key]) for key in (*values[0], *new) if key in merged)
    return Marker(ours.kind, ours.uid, code, pairs), tuple(clashes)


def merge_tombstones(base: Tombstone | None, ours: Tombstone, theirs: Tombstone) -> MergedClause:
    """Merge what two sides left where a clause was."""
    before = base or replace(ours, marker=Marker(ours.marker.kind, ours.uid))
    marker, clashes = merge_markers(before.marker, ours.marker, theirs.marker)
    blanks = blank_between(*(_blanks(each.source) for each in (before, ours, theirs)))
    text = format_marker(marker) + (blanks or newline_of(ours.source))
    if not clashes:
        return MergedClause(text, Outcome.COMBINED, "", "both", ())
    offers = (Choice("ours", text), Choice("theirs", theirs.source))
    return MergedClause(text, Outcome.DECIDE, "attribute", "both", offers)


def _blanks(text: str) -> str:
    """Return the blanks and line endings at the end of a text."""
    return text[len(text.rstrip()) :]


# -- parts ----------------------------------------------------------------------


def _part(base: str, ours: str, theirs: str) -> Part | None:
    """Return a part that at most one side changed; else None."""
    if base == ours == theirs:
        return Part(ours)
    if theirs in (ours, base):
        return Part(ours, Outcome.TAKEN, "", "both" if ours == theirs else "ours")
    return Part(theirs, Outcome.TAKEN, "", "theirs") if ours == base else None


def _merge_opening(base: Clause, ours: Clause, theirs: Clause) -> Part:
    marker, clashes = merge_markers(base.marker, ours.marker, theirs.marker)
    blanks = blank_between(*(_blanks(each.opening) for each in (base, ours, theirs)))
    blanks = blanks or min(map(newline_of, (ours.source, theirs.source)))
    text = format_marker(marker) + blanks
    if not clashes:
        return Part(text, Outcome.COMBINED, "", "both")
    reason = "code" if clashes == ("code",) else "attribute"
    texts: dict[ChoiceName, str] = {"ours": text}
    for name, side in (("theirs", theirs), ("base", base)):
        said = {"code": side.marker.code, **dict(side.marker.attributes)}
        own = {"code": marker.code, **dict(marker.attributes)}
        own |= {key: said.get(key, "") for key in clashes}
        code = own.pop("code")
        pairs = tuple((key, value) for key, value in own.items() if value)
        texts[name] = format_marker(replace(marker, code=code, attributes=pairs)) + blanks  # type: ignore[index]
    return Part(text, Outcome.DECIDE, reason, "both", texts)


def _words_part(base: str, ours: str, theirs: str) -> Part:
    """Merge the title by its words."""
    merged = merge_words(base, ours, theirs)
    if merged.clash:
        texts: dict[ChoiceName, str] = {"ours": ours, "theirs": theirs, "base": base}
        texts["merged"] = merged.text
        return Part(ours, Outcome.DECIDE, "overlap", "both", texts)
    outcome = Outcome.LOOK if merged.same_sentence else Outcome.COMBINED
    reason = "same-sentence" if merged.same_sentence else ""
    texts = {"ours": ours, "theirs": theirs, "base": base}
    return Part(merged.text, outcome, reason, "both", texts if merged.same_sentence else None)


def _text_part(base: str, ours: str, theirs: str) -> Part:
    """Merge a text of paragraphs, lists and tables."""
    pieces = list(merge_pieces(base, ours, theirs))
    worst = max(pieces, key=lambda piece: _SEVERITY[piece.outcome])
    text = _join([piece.text for piece in pieces])
    sides = {piece.side for piece in pieces if piece.side}
    side: Side = "both" if len(sides) > 1 else sides.pop()
    outcome = worst.outcome
    if outcome is Outcome.TAKEN and side == "both" and sides != {"both"}:
        outcome = Outcome.COMBINED
    if outcome not in (Outcome.LOOK, Outcome.DECIDE):
        return Part(text, outcome, "", side)
    texts = {name: _join([_chosen(piece, name) for piece in pieces]) for name in NAMES}
    return Part(text, outcome, worst.reason, "both", texts)


def _chosen(piece: Piece, name: ChoiceName) -> str:
    return next((offer.text for offer in piece.offers if offer.name == name), piece.text)


def _merge_notes(base: Clause, ours: Clause, theirs: Clause) -> Part:
    """Merge the fields by key."""
    keys = dict.fromkeys([*base.fields, *ours.fields, *theirs.fields])
    parts = {
        key: _field(base.fields.get(key, ""), ours.fields.get(key, ""), theirs.fields.get(key, ""))
        for key in keys
    }
    worst = max(parts.values(), key=lambda part: _SEVERITY[part.outcome], default=Part(""))
    newline = min(map(newline_of, (ours.source, theirs.source)))
    lead = blank_between(*(_lead(each, newline) for each in (base, ours, theirs)))

    def notes(name: ChoiceName | None) -> str:
        chosen = {k: p.text if name is None else p.choose(name) for k, p in parts.items()}
        written = format_fields(chosen, newline)
        return lead + written if written else ""

    outcome = worst.outcome if worst.outcome in (Outcome.LOOK, Outcome.DECIDE) else Outcome.COMBINED
    texts = (
        {name: notes(name) for name in NAMES} if outcome in (Outcome.LOOK, Outcome.DECIDE) else None
    )
    return Part(notes(None), outcome, worst.reason, "both", texts)


def _field(base: str, ours: str, theirs: str) -> Part:
    return _part(base, ours, theirs) or _text_part(base, ours, theirs)


def _lead(clause: Clause, newline: str) -> str:
    """Return the blank lines before the fields."""
    lead = clause.notes[: len(clause.notes) - len(clause.notes.lstrip("\r\n \t"))]
    return lead or (newline * 2 if clause.body else "")


# -- the whole ------------------------------------------------------------------


def _whole(parts: Sequence[Part], uid: str, name: ChoiceName | None = None) -> str | None:
    """Return the parts as the source of one clause; None where they do not read back so."""
    texts = [part.text if name is None else part.choose(name) for part in parts]
    opening, head, body, notes, tail = texts
    newline = newline_of(opening)
    if notes and body and not notes.startswith(("\n", "\r")):
        notes = newline * 2 + notes
    source = _ended(opening, newline) + _ended(head, newline, last=not (body or notes))
    source += body + notes + tail
    blocks = list(read_blocks(source))
    if len(blocks) == 1 and isinstance(blocks[0], Clause) and blocks[0].uid == uid:
        return source
    return None


def _offers(
    parts: Sequence[Part],
    uid: str,
    base: str,
    ours: str,
    theirs: str,
    outcome: Outcome | None,
) -> tuple[Choice, ...]:
    """Return the choices for a clause; what does not clash is merged in each of them."""
    plain: dict[ChoiceName, str] = {"ours": ours, "theirs": theirs, "base": base}
    texts = {
        name: (_whole(parts, uid, name) if parts else None) or plain.get(name) for name in NAMES
    }
    merged = _whole(parts, uid) if parts and outcome is Outcome.LOOK else texts.pop("merged", None)
    order: list[tuple[ChoiceName, str | None]] = [
        (name, texts.get(name)) for name in ("ours", "theirs", "both", "both-reversed", "base")
    ]
    order.insert(0 if outcome is Outcome.LOOK else 2, ("merged", merged))
    offers: list[Choice] = []
    for name, text in order:
        if text and all(text.split() != offer.text.split() for offer in offers):
            offers.append(Choice(name, text))
    return tuple(offers)


def _join(texts: Sequence[str]) -> str:
    """Return pieces as one text, without the line endings at its end."""
    return follow(texts).rstrip("\r\n")


def _ended(text: str, newline: str, *, last: bool = False) -> str:
    return text if not text or last or text.endswith(("\n", "\r")) else text + newline
