"""Tables of requirements in a text: a row is a clause, or a whole table is one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from coauthor.exchange.parts import one_word
from coauthor.exchange.sheet_plan import FIELD
from coauthor.exchange.tables.heads import field_of, meaning_of, role_of
from coauthor.exchange.texts.markdown import cells_of, to_markdown
from coauthor.exchange.texts.our_words import our_words
from coauthor.exchange.texts.pieces import Block, Grid, Line, lines_in
from coauthor.exchange.xhtml import escaped

_ENOUGH = 4.0
"""Words in the cells of a column from which on it is a text, where no heading says so."""
_CODE = re.compile(r"(?=.*\d)[\w.\-/]{1,24}")
_MEANT = ("priority", "kind")


@dataclass(slots=True)
class Record:
    """One row of a table: a clause, or a heading between them.

    Args:
        texts: by role (see `coauthor.exchange.sheet_plan.Column`), Markdown.
        lines: paragraphs that it is made of.
        heading: the words of a row that heads the following ones.
    """

    texts: dict[str, str] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    heading: str = ""

    @property
    def attributes(self) -> tuple[tuple[str, str], ...]:
        """Kind, priority and theme as a clause has them, as far as the words are known."""
        kind, priority = "eis", ""
        for role in _MEANT:
            meaning = meaning_of(self.texts.get(role, ""))
            kind, priority = meaning.kind or kind, meaning.priority or priority
        found = {"kind": kind, "priority": priority, "theme": self._theme}
        return tuple((name, value) for name, value in found.items() if value)

    @property
    def _theme(self) -> str:
        return our_words()["theme"].get(self.texts.get("theme", "").lower(), "")

    @property
    def meant(self) -> list[str]:
        """The words that became a kind, priority or theme."""
        return [self.texts[role] for role in (*_MEANT, "theme") if self._means(role)]

    @property
    def unmeant(self) -> Mapping[str, str]:
        """Words for a kind, priority or theme that are not known, by role."""
        roles = [role for role in (*_MEANT, "theme") if self.texts.get(role, "").strip()]
        return {role: self.texts[role] for role in roles if not self._means(role)}

    def _means(self, role: str) -> bool:
        words = self.texts.get(role, "")
        if role == "theme":
            return bool(self._theme)
        return bool(meaning_of(words).kind or meaning_of(words).priority)


def records(grid: Grid) -> tuple[list[Record], list[str]]:
    """Return the requirements in a table, or none where it is another table.

    Returns:
        Them, and the headings that say what the columns are.
    """
    rows = cells_of(grid)
    heads: list[str] = []
    if not rows:
        return [], heads
    return _by_rows(rows, heads) or _card(rows, heads), heads


def is_code(text: str) -> bool:
    """Tell whether words can be the number of a clause."""
    return _CODE.fullmatch(text.strip().rstrip(".:)")) is not None


def _plain(blocks: Sequence[Block]) -> str:
    return " ".join(" ".join(line.text.split()) for line in lines_in(list(blocks))).strip()


def _code_in(blocks: Sequence[Block]) -> str:
    """Return the words of a cell, or the number that its program shows in it."""
    said = _plain(blocks)
    numbers = [line.number for line in lines_in(list(blocks)) if line.number]
    return " ".join(filter(None, [*numbers, said]))


def _by_rows(rows: Sequence[Sequence[list[Block]]], heads: list[str]) -> list[Record]:
    for at, row in enumerate(rows[:3]):  # a title may stand above the headings
        roles = [role_of(_plain(cell)) for cell in row]
        if "code" in roles and len(roles) > 1:
            headings = [_plain(cell) for cell in row]
            roles = _completed(roles, headings, rows[at + 1 :])
            if "text" in roles or "title" in roles:
                break
    else:
        return []
    found: list[Record] = []
    heads += headings
    for above in rows[:at]:
        words = " ".join(filter(None, map(_plain, above)))
        found += [Record(heading=words, lines=list(_lines(above)))] if words else []
    for row in rows[at + 1 :]:
        if [_plain(cell) for cell in row] == headings:  # said again on the next page
            heads += headings
            continue
        found += _record(row, roles)
    return found if any(each.texts for each in found) else []


def _completed(
    roles: list[str], headings: Sequence[str], rows: Sequence[Sequence[list[Block]]]
) -> list[str]:
    """Return roles with each once, the others as fields; the longest texts are the text."""
    made: list[str] = []
    for at, role in enumerate(roles):
        once = role and role not in made
        made.append(role if once else field_of(headings[at], at))
    if "text" in made:
        return made
    average = {
        at: sum(len(_plain(row[at]).split()) for row in rows if at < len(row)) / max(1, len(rows))
        for at, role in enumerate(made)
        if role.startswith(FIELD) and not roles[at]
    }
    coded = sum(is_code(_code_in(row[made.index("code")])) for row in rows if len(row) == len(made))
    longest = max(average, key=lambda at: average[at], default=-1)
    if longest >= 0 and average[longest] >= _ENOUGH and 2 * coded >= len(rows):
        made[longest] = "text"
    return made


def _record(row: Sequence[list[Block]], roles: Sequence[str]) -> Iterator[Record]:
    full = [at for at, cell in enumerate(row) if _plain(cell) or _code_in(cell)]
    if not full:
        return
    lines = list(_lines(row))
    alone = len(full) == 1 and len(row) > 1 and roles[min(full[0], len(roles) - 1)] != "text"
    if alone and not is_code(_code_in(row[full[0]])):
        yield Record(heading=_plain(row[full[0]]), lines=lines)
        return
    made = Record(lines=lines)
    for at in full:
        role = roles[at] if at < len(roles) else field_of("", at)
        text = _code_in(row[at]) if role == "code" else to_markdown(row[at])
        if role in {"title", "kind", "priority", "theme"}:
            text = escaped(_plain(row[at])) if role == "title" else _plain(row[at])
        made.texts[role] = f"{made.texts[role]}\n\n{text}" if role in made.texts else text
    yield made


def _lines(row: Sequence[list[Block]]) -> Iterator[Line]:
    for cell in row:
        yield from lines_in(cell)


def _card(rows: Sequence[Sequence[list[Block]]], heads: list[str]) -> list[Record]:
    """Return a table that is one requirement: names at the left, what they say at the right."""
    if not 2 <= len(rows) <= 30 or any(len(row) != 2 for row in rows):
        return []
    headings = [_plain(row[0]) for row in rows]
    known = [role_of(each) for each in headings]
    if "code" not in known or not {"text", "title"} & set(known):
        return []
    if not is_code(_code_in(rows[known.index("code")][1])):
        return []
    roles: list[str] = []
    for at, role in enumerate(known):
        roles.append(role if role and role not in roles else field_of(headings[at], at))
    heads += headings
    made = Record()
    for row, role in zip(rows, roles, strict=True):
        for each in _record([row[1]], [role]):
            if each.heading:
                each.texts[role] = escaped(each.heading)
            made.texts |= each.texts
            made.lines += each.lines
    return [made]


def settled_code(record: Record) -> tuple[str, str]:
    """Return the code of a record and, where it can be none, the words that stand for it."""
    said = record.texts.get("code", "").strip()
    bare = said.rstrip(".:)")
    return (one_word(bare), "") if is_code(bare) else ("", said)
