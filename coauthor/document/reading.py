"""Reading a document: text in, blocks and problems out; never fails, drops nothing.

Only the line scanner runs over the whole text; what a clause says inside is read
when it is asked for.
"""

import re
from collections.abc import Iterator
from types import MappingProxyType

import yaml

from coauthor.document.fields import split_notes
from coauthor.document.lines import count_lines, split_lines
from coauthor.document.markers import BrokenMarkerError, Marker, parse_marker
from coauthor.document.model import (
    MISSING,
    Block,
    Clause,
    Document,
    FrontMatter,
    Heading,
    Problem,
    Prose,
    Tombstone,
)
from coauthor.document.scan import Mark, open_at_end, scan

FRONT_MATTER_LIMIT = 65_536
"""Characters; a longer block at the top is prose that happens to begin with a rule."""

_FRONT = re.compile(r"\ufeff?---[ \t]*(\r\n|\n|\r)")
_FRONT_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE)
_BLANK_LINES = re.compile(r"(?:[ \t]*(?:\r\n|\n|\r))*(?:[ \t]*\Z)?")
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?= )", re.MULTILINE)
_STRAY_MARKER = re.compile(r"^ {0,3}<!--[ \t]*(?:clause|omitted|withdrawn)[ \t]", re.MULTILINE)
_UNDECODED = re.compile("[\udc80-\udcff]")


def decode(data: bytes) -> str:
    """Return the text of a file; bytes that are no UTF-8 survive as surrogates."""
    return data.decode("utf-8", "surrogateescape")


def encode(text: str) -> bytes:
    """Return the bytes of a text: the inverse of `decode`.

    Surrogates that `decode` did not make become question marks.
    """
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode("utf-8")


def read_document(text: str) -> Document:
    """Read a whole document; ``read_document(t).text == t`` for every text."""
    front, problems = _read_front(text)
    blocks = tuple(read_blocks(text, len(front.source)))
    return Document(front, blocks, tuple(problems + find_problems(text, front, blocks)))


def read_blocks(text: str, start: int = 0) -> Iterator[Block]:
    """Yield the blocks of ``text`` from ``start``, which must begin a line; lazily."""
    opener: tuple[Mark, Marker] | None = None  # the clause or text marker that is open
    title: Mark | None = None
    position = start
    for mark in scan(text, start):
        if mark.kind == "comment":
            marker = _marker_of(mark)
            if marker is None:
                continue
            yield from _close(text, position, mark.start, opener, title)
            opener, title, position = None, None, mark.start
            if marker.kind in ("clause", "text"):
                opener = (mark, marker)
            else:
                position = _after_blank_lines(text, mark.end)
                yield Tombstone(marker, text[mark.start : position])
            continue
        inside = opener is not None and opener[1].kind == "clause"
        if opener and inside and title is None and _only_blank(text, opener[0].end, mark.start):
            title = mark
        elif not inside or title is None or mark.level <= title.level:
            yield from _close(text, position, mark.start, opener, title)
            opener, title = None, None
            position = _after_blank_lines(text, mark.end)
            yield Heading(text[mark.start : position], mark.level, mark.text)
    yield from _close(text, position, len(text), opener, title)


def read_clause(source: str) -> Clause:
    """Read the source of exactly one clause.

    Raises:
        ValueError: the text is not one clause and nothing else.
    """
    blocks = tuple(read_blocks(source))
    if len(blocks) != 1 or not isinstance(blocks[0], Clause):
        raise ValueError("not exactly one clause")
    return blocks[0]


def _marker_of(mark: Mark) -> Marker | None:
    try:
        return parse_marker(mark.text)
    except BrokenMarkerError:
        return None


def _only_blank(text: str, start: int, end: int) -> bool:
    return not text[start:end].strip(" \t\r\n")


def _after_blank_lines(text: str, position: int) -> int:
    found = _BLANK_LINES.match(text, position)
    return found.end() if found else position


def _close(
    text: str, start: int, end: int, opener: tuple[Mark, Marker] | None, title: Mark | None
) -> Iterator[Block]:
    """Yield the prose or clause that ends here; nothing when it is empty."""
    if opener and opener[1].kind == "clause":
        yield _clause(text, end, opener[0], opener[1], title)
    elif start < end:
        opening_end = _after_blank_lines(text, opener[0].end) if opener else start
        opening_end = min(opening_end, end)
        split = _content_end(text, opening_end, end)
        yield Prose(text[opening_end:split], text[split:end], text[start:opening_end])


def _clause(text: str, end: int, opener: Mark, marker: Marker, title: Mark | None) -> Clause:
    opening_end = min(_after_blank_lines(text, opener.end), end)
    head_end = min(_after_blank_lines(text, title.end), end) if title else opening_end
    content_end = _content_end(text, head_end, end)
    body, notes = split_notes(text[head_end:content_end])
    return Clause(
        marker=marker,
        opening=text[opener.start : opening_end],
        head=text[opening_end:head_end],
        title=title.text if title else "",
        level=title.level if title else 0,
        body=body,
        notes=notes,
        tail=text[content_end:end],
    )


def _content_end(text: str, start: int, end: int) -> int:
    """Return where the blank lines at the end of ``text[start:end]`` begin.

    Blanks at the end of the last line of content stay with the content.
    """
    content = text[start:end].rstrip(" \t\r\n")
    if not content:
        return start
    position = start + len(content)
    while position < end and text[position] in " \t":
        position += 1
    return position


def _read_front(text: str) -> tuple[FrontMatter, list[Problem]]:
    opening = _FRONT.match(text)
    if opening is None:
        # A byte order mark is no text: it would hide a heading or a marker on the first line.
        return FrontMatter("\ufeff" if text.startswith("\ufeff") else ""), []
    closing = _FRONT_END.search(text, opening.end(), opening.end() + FRONT_MATTER_LIMIT)
    if closing is None:
        return FrontMatter("\ufeff" if text.startswith("\ufeff") else ""), [
            Problem("front-matter-open", 1)
        ]
    source = text[: _after_blank_lines(text, closing.end())]
    try:
        values = yaml.load(text[opening.end() : closing.start()], Loader=yaml.BaseLoader)  # noqa: S506 (it makes nothing but strings, lists and dicts)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0)
        return FrontMatter(source), [Problem("front-matter-broken", line + 2)]
    if values is not None and not isinstance(values, dict):
        return FrontMatter(source), [Problem("front-matter-broken", 2)]
    plain = {str(k): v for k, v in (values or {}).items() if isinstance(v, str)}
    return FrontMatter(source, MappingProxyType(plain) if plain else MISSING), []


def find_problems(text: str, front: FrontMatter, blocks: tuple[Block, ...]) -> list[Problem]:
    """Tell what in the blocks cannot be as it was meant, in the order of the lines."""
    found: list[tuple[int, str, str]] = []
    seen: dict[str, set[str]] = {"uid": set(), "code": set()}
    position = len(front.source)
    for block in blocks:
        if isinstance(block, Clause | Tombstone):
            found += [(position, code, what) for code, what in _repeated(block, seen)]
        if isinstance(block, Prose | Clause):
            own = 1 if isinstance(block, Clause) or block.opener else 0
            found += _stray_markers(block.source, position, own)
        position += len(block.source)
    if "<<<<<<< " in text or ">>>>>>> " in text:
        found += [(m.start(), "conflict-marker", m[0]) for m in _CONFLICT.finditer(text)]
    if not _is_utf8(text) and (undecoded := _UNDECODED.search(text)):
        found.append((undecoded.start(), "not-utf8", ""))
    return _numbered(text, sorted(found))


def _is_utf8(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _repeated(block: Clause | Tombstone, seen: dict[str, set[str]]) -> Iterator[tuple[str, str]]:
    for name, value in (("uid", block.uid), ("code", block.code)):
        if value and value in seen[name]:
            yield f"{name}-repeated", value
        seen[name].add(value)


def _stray_markers(source: str, position: int, own: int) -> Iterator[tuple[int, str, str]]:
    """Find lines meant as markers that did not become one, outside code fences."""
    if source.count("<!--") <= own:
        return
    for found in _STRAY_MARKER.finditer(source):
        line = split_lines(source[found.start() : found.start() + 200])[0].strip()
        if own and found.start() == 0:
            continue
        if open_at_end(source[: found.start()])[:1] in ("`", "~"):
            continue
        yield position + found.start(), "marker-broken", line[:80]


def _numbered(text: str, found: list[tuple[int, str, str]]) -> list[Problem]:
    problems: list[Problem] = []
    line, position = 1, 0
    for start, code, detail in found:
        line += count_lines(text, position, start)
        position = start
        problems.append(Problem(code, line, detail))
    return problems
