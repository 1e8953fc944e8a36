"""What a single line can open, continue or close, as CommonMark and GFM tables have it.

Every pattern is free of nested or overlapping repetition, so each runs in time
linear in the line, whatever the line holds.
"""

import re
from functools import lru_cache

_TRIMMED = (
    "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""What markdown-it strips from content; `str.strip` would take U+001C..U+001F and U+0085 too."""

OPENING = re.compile(
    r"(?P<fence>~{3,}|`{3,}(?=[^`\r\n]*(?:[\r\n]|\Z)))"
    r"|(?P<quote>>)"
    r"|(?P<heading>\#{1,6}(?=[ \t\r\n]|\Z))"
    r"|(?P<item>(?:[-+*]|[0-9]{1,9}[.)])(?=[ \t\r\n]|\Z))"
    r"|(?P<html><)"
)
"""What the first character behind the indent may open; ``lastgroup`` names it."""

UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*(?:[\r\n]|\Z)")
FENCE_END = re.compile(r"(`+|~+)[ \t]*(?:[\r\n]|\Z)")

_HTML = (
    re.compile(r"<(?a:(script|pre|style|textarea))(?=\s|>|\Z)", re.IGNORECASE),
    re.compile(r"<!(--)"),
    re.compile(r"<(\?)"),
    re.compile(r"<!([A-Za-z])"),
    re.compile(r"<!(\[CDATA\[)"),
    re.compile(r"</?([A-Za-z0-9]{1,10})(?=\s|/?>|\Z)"),
)
_HTML_ENDS = ("", "", "-->", "?>", ">", "]]>")
_RAW_TEXT_END = re.compile(r"</(?a:script|pre|style|textarea)>", re.IGNORECASE)
_BLOCK_TAGS = frozenset(
    (
        "address article aside base basefont blockquote body caption center col colgroup dd "
        "details dialog dir div dl dt fieldset figcaption figure footer form frame frameset "
        "h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem nav "
        "noframes ol optgroup option p param search section summary table tbody td tfoot th "
        "thead title tr track ul"
    ).split()
)
_CLOSING_TAG = re.compile(r"</[A-Za-z][A-Za-z0-9\-]*\s*>\s*\Z")

_DELIMITERS = re.compile(
    r"(?=[|:\-][|:\- \t])(?!-[ \t])"
    r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\Z"
)


def trimmed(text: str) -> str:
    """Return content as markdown-it gives it: ends stripped, U+0000 replaced."""
    return text.strip(_TRIMMED).replace("\0", "\ufffd")


def atx_text(rest: str) -> str:
    """Return what an ATX heading says, given what follows its opening ``#`` signs."""
    content = rest.rstrip(" \t")
    without = content.rstrip("#")
    return trimmed(without if without.endswith((" ", "\t")) else content)


def column_after(blanks: str, column: int) -> int:
    """Return the column behind the blanks, with tab stops every four columns."""
    if "\t" not in blanks:
        return column + len(blanks)
    for blank in blanks:
        column += 4 - column % 4 if blank == "\t" else 1
    return column


def delimiter_columns(row: str) -> int:
    """Return how many columns a table's delimiter row such as ``|---|:-:|`` has; 0 if none."""
    return row.strip("| \t").count("|") + 1 if _DELIMITERS.match(row) else 0


def cells(row: str) -> int:
    """Return how many cells a table row has; a pipe behind a backslash parts none."""
    row = row.strip(_TRIMMED)
    if not row:
        return 0
    count = row.count("|") - row.count("\\|") + 1 - row.startswith("|")
    return count - 1 if count and row.endswith("|") and not row.endswith("\\|") else count


def html_kind(line: str) -> int:
    """Return which of the seven kinds of HTML block begins with the line; 0 if none."""
    line = line.replace("\0", "\ufffd")
    for kind, pattern in enumerate(_HTML, 1):
        found = pattern.match(line)
        if found and (kind < 6 or found[1].lower() in _BLOCK_TAGS):
            return kind
    return 7 if _CLOSING_TAG.match(line) or _is_opening_tag(line) else 0


def ends_html(kind: int, line: str) -> bool:
    """Tell whether an HTML block of kinds 1 to 5 ends with this line."""
    return bool(_RAW_TEXT_END.search(line)) if kind == 1 else _HTML_ENDS[kind] in line


def html_end(kind: int, line: str) -> str:
    """Return what closes an HTML block of kinds 1 to 5 that opened with ``line``."""
    found = _HTML[0].match(line) if kind == 1 else None
    return f"</{found[1].lower()}>" if found else _HTML_ENDS[kind]


# A bare attribute value may hold a no-break space, which also parts attributes. A
# backtracking pattern tries every reading, exponentially many; so all readings are
# followed at once: from each state, the characters that lead to the next.
_UNQUOTED = r"[^\"'=<>`\x00-\x20]"
_TAG_ENDS = (("/", "slash"), (">", "end"))
_TAG: dict[str, tuple[tuple[str, str], ...]] = {
    "name": ((r"[A-Za-z0-9\-]", "name"), (r"\s", "gap"), *_TAG_ENDS),
    "gap": ((r"\s", "gap"), ("[A-Za-z_:]", "attribute"), *_TAG_ENDS),
    "attribute": ((r"[A-Za-z0-9:._\-]", "attribute"), (r"\s", "after"), ("=", "is"), *_TAG_ENDS),
    "after": ((r"\s", "after"), ("=", "is"), ("[A-Za-z_:]", "attribute"), *_TAG_ENDS),
    "is": ((r"\s", "is"), ('"', "double"), ("'", "single"), (_UNQUOTED, "unquoted")),
    "double": (('[^"]', "double"), ('"', "valued")),
    "single": (("[^']", "single"), ("'", "valued")),
    "unquoted": ((_UNQUOTED, "unquoted"), (r"\s", "gap"), *_TAG_ENDS),
    "valued": ((r"\s", "gap"), *_TAG_ENDS),
    "slash": ((">", "end"),),
    "end": ((r"\s", "end"),),
}


def _is_opening_tag(line: str) -> bool:
    """Tell whether the line is one complete opening tag and nothing else."""
    if not re.match("<[A-Za-z]", line):
        return False
    states = frozenset({"name"})
    for character in line[2:]:
        states = _step(states, character)
        if not states:
            return False
    return "end" in states


@lru_cache(4096)
def _step(states: frozenset[str], character: str) -> frozenset[str]:
    return frozenset(
        after
        for state in states
        for pattern, after in _TAG[state]
        if re.match(pattern, character, re.DOTALL)
    )
