"""How a spreadsheet is likely to be read, from its headings and from what stands under them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from coauthor.exchange.sheet_plan import (
    CHAPTER,
    LEFT,
    Column,
    Profile,
    SheetCut,
    SheetPlan,
)
from coauthor.exchange.tables.heads import field_of, is_ours, meaning_of, meanings_of, role_of
from coauthor.exchange.tables.sheet import Row, Sheet, Spreadsheet

HEAD_ROWS = 60
"""Rows in which headings are looked for; a title and an explanation may stand above them."""

_SAMPLES, _SAMPLE = 3, 80
_LABEL = 3
"""Words that a text has at least; less is a label."""

_CODE = 24
"""Characters of the longest number of a requirement."""

_WORDS = 60
"""Different words at most in a column of kinds or priorities."""

_MEANT = ("kind", "priority")


def guess(book: Spreadsheet, profiles: Sequence[Profile] = ()) -> SheetPlan:
    """Return how a file is likely to be read.

    A sheet with headings that are known is taken; without such a sheet those in which one
    column holds texts. A hidden sheet is left out, and said so, until a person takes it.

    Args:
        profiles: what is remembered; the one with most headings that fits goes first.
    """
    for profile in sorted(profiles, key=lambda each: -len(each.roles)):
        if (found := _by_profile(book, profile)) is not None:
            return found
    cuts = [_cut(sheet) for sheet in book.sheets]
    if not any(cut.taken and cut.heading_row for cut in cuts):
        cuts = [_headless(sheet) for sheet in book.sheets]
    return SheetPlan(tuple(cuts), meanings_of(_words(book, cuts)))


def _by_profile(book: Spreadsheet, profile: Profile) -> SheetPlan | None:
    cuts = []
    for sheet in book.sheets:
        head = max(
            sheet.rows[:HEAD_ROWS], key=lambda row: profile.headings_in(row.cells), default=None
        )
        named = head is not None and profile.headings_in(head.cells) > 0
        cut = _headed(sheet, head) if head is not None and named else _cut(sheet)
        cuts.append(profile.applied(cut))
    headings = [each.heading for cut in cuts if cut.taken for each in cut.columns]
    if not profile.fits(headings):
        return None
    words = (profile.meaning(each) for each in meanings_of(_words(book, cuts)))
    return SheetPlan(tuple(cuts), tuple(words), profile.name)


def completed(book: Spreadsheet, plan: SheetPlan) -> SheetPlan:
    """Return a plan in which each sheet that is read has its columns, and each word a meaning.

    Where a person took a sheet, or said in which row its headings stand, the columns are
    not there yet; nor are the words of a column that a person called a kind or priority.
    """
    sheets = {sheet.name: sheet for sheet in book.sheets}
    cuts = tuple(
        replace(_cut_at(sheets[cut.name], cut.heading_row), taken=True)
        if cut.taken and not cut.columns and cut.name in sheets
        else cut
        for cut in plan.sheets
    )
    known = {each.word: each for each in plan.meanings}
    words = (known.get(each.word, each) for each in meanings_of(_words(book, cuts)))
    return replace(plan, sheets=cuts, meanings=tuple(words))


def _cut_at(sheet: Sheet, heading_row: int) -> SheetCut:
    if not heading_row:
        return _headless(sheet)
    head = next((row for row in sheet.rows if row.number == heading_row), None)
    return _headed(sheet, head) if head else _headless(sheet)


def _cut(sheet: Sheet) -> SheetCut:
    head = _head_of(sheet.rows)
    if head is not None:
        return _headed(sheet, head)
    return SheetCut(sheet.name, (), 0, taken=False, rows=_filled(sheet), hidden=sheet.hidden)


def _head_of(rows: Sequence[Row]) -> Row | None:
    """Return the row with most headings that are known; it must name a text."""
    best, most = None, 0
    for row in rows[:HEAD_ROWS]:
        roles = {role_of(cell) for cell in row.cells if cell.strip()} - {LEFT}
        if not roles & {"text", "title"} or any(len(cell) > 200 for cell in row.cells):
            continue
        if len(roles) > most:
            best, most = row, len(roles)
    if best is None or most > 1 or sum(bool(cell.strip()) for cell in best.cells) == 1:
        return best
    at = next(at for at, cell in enumerate(best.cells) if role_of(cell))
    under = [row for row in rows if row.number > best.number]
    return best if _count(under, at) > 0 else None  # the one known heading has texts below it


def _headed(sheet: Sheet, head: Row) -> SheetCut:
    under = [row for row in sheet.rows if row.number > head.number]
    wide = max((len(row.cells) for row in (head, *under)), default=0)
    headings = [_cell(head, at) or _over(sheet, head, at) for at in range(wide)]
    roles = _roles(headings, under)
    columns = tuple(
        Column(heading, role, _sample(under, at))
        for at, (heading, role) in enumerate(zip(headings, roles, strict=True))
    )
    taken = not sheet.hidden and {"text", "title"} & set(roles) != set()
    return SheetCut(sheet.name, columns, head.number, taken, _filled(sheet), sheet.hidden)


def _over(sheet: Sheet, head: Row, at: int) -> str:
    """Return the heading a row higher, for headings in two rows; '' when that names no role."""
    above = next((row for row in sheet.rows if row.number == head.number - 1), None)
    heading = _cell(above, at) if above else ""
    return heading if role_of(heading) else ""


def _roles(headings: Sequence[str], under: Sequence[Row]) -> list[str]:
    roles = [role_of(each) for each in headings]
    if is_ours(headings):
        return _single(headings, roles)
    words = [_count(under, at) for at in range(len(headings))]
    _look_at_values(roles, under)
    texts = [at for at, role in enumerate(roles) if role == "text"]
    if not texts:  # what is called a title and says most is the text
        titles = [at for at, role in enumerate(roles) if role == "title"]
        texts = [max(titles, key=lambda at: words[at])] if titles else []
    best = max(texts, key=lambda at: words[at], default=None)
    for at, role in enumerate(roles):
        if at == best:
            roles[at] = "text"
        elif role == "text":
            roles[at] = LEFT
    return _single(headings, roles)


def _look_at_values(roles: list[str], under: Sequence[Row]) -> None:
    """Correct what headings promise by what stands below them."""
    full = sum(sum(map(bool, row.cells)) > 1 for row in under)
    for at, role in enumerate(roles):
        values = [
            value
            for row in under
            if (value := _cell(row, at).strip()) and sum(map(bool, row.cells)) > 1
        ]
        if role == "code" and values and not _are_codes(values):
            roles[at] = "title" if _differ(values) else CHAPTER
        # A subject that is another one in each row is what that row is called, no chapter.
        named = role == CHAPTER and "title" not in roles and not _are_codes(values)
        if named and _differ(values) and len(values) * 5 >= full * 4:
            roles[at] = "title"
        if role in ("type", "level", "others", "uid"):  # columns of ours only
            roles[at] = "kind" if role == "type" else LEFT
        if not role and (meant := _meant(values)) and meant not in roles:
            roles[at] = meant
        if role == "theme" and values and max(map(len, values)) > _CODE * 2:
            roles[at] = "title"


def _differ(values: Sequence[str]) -> bool:
    """Tell whether most of the values stand once."""
    return len(set(values)) * 3 > len(values) * 2


def _single(headings: Sequence[str], roles: list[str]) -> list[str]:
    """Return roles of which each but the chapter stands once; the rest become fields."""
    seen: set[str] = set()
    result = []
    for at, (heading, role) in enumerate(zip(headings, roles, strict=True)):
        name = role or field_of(heading, at)
        if name in seen and name != CHAPTER:
            name = field_of(heading, at)
        if name in seen and name != CHAPTER:
            name = field_of("", at)
        seen.add(name)
        result.append(name)
    return result


def _meant(values: Sequence[str]) -> str:
    """Return ``kind`` or ``priority`` where a column holds nothing but words for these, or ''."""
    meanings = [meaning_of(word) for word in dict.fromkeys(values)]
    if not meanings or not all(each.kind for each in meanings):
        return ""
    return "priority" if any(each.priority for each in meanings) else "kind"


def _are_codes(values: Sequence[str]) -> bool:
    short = sum(len(each) <= _CODE and len(each.split()) <= 2 for each in values)
    return short * 5 >= len(values) * 4


def _headless(sheet: Sheet) -> SheetCut:
    """Return how a sheet without headings is read: the column with most words is the text."""
    wide = max((len(row.cells) for row in sheet.rows), default=0)
    words = [_count(sheet.rows, at) for at in range(wide)]
    best = max(range(wide), key=lambda at: (words[at], -at), default=None)
    columns: list[Column] = []
    for at in range(wide):
        values = [value for row in sheet.rows if (value := _cell(row, at).strip())]
        role = field_of("", at) if values else LEFT
        if at == best and words[at]:
            role = "text"
        elif best is not None and at < best and values and _are_codes(values):
            codes = all(each.role != "code" for each in columns) and _numbered(values)
            role = "code" if codes else role
        columns.append(Column("", role, _sample(sheet.rows, at)))
    taken = not sheet.hidden and best is not None and words[best] >= _LABEL
    return SheetCut(sheet.name, tuple(columns), 0, taken, _filled(sheet), sheet.hidden)


def _numbered(values: Sequence[str]) -> bool:
    return sum(any(map(str.isdigit, each)) for each in values) * 2 >= len(values)


def _count(rows: Sequence[Row], at: int) -> int:
    """Return how many words the texts of a column have; labels do not count."""
    counts = (len(_cell(row, at).split()) for row in rows)
    return sum(count for count in counts if count >= _LABEL)


def _words(book: Spreadsheet, cuts: Sequence[SheetCut]) -> Iterator[str]:
    for sheet, cut in zip(book.sheets, cuts, strict=True):
        if not cut.taken or is_ours([each.heading for each in cut.columns]):
            continue
        for at in (each for role in _MEANT if (each := cut.place_of(role)) is not None):
            words = Counter(
                word
                for row in sheet.rows
                if row.number > cut.heading_row and (word := _cell(row, at).strip())
            )
            yield from (word for word, _ in words.most_common(_WORDS))


def _cell(row: Row, at: int) -> str:
    return row.cells[at] if at < len(row.cells) else ""


def _filled(sheet: Sheet) -> int:
    return sum(any(cell.strip() for cell in row.cells) for row in sheet.rows)


def _sample(rows: Sequence[Row], at: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for row in rows:
        if value := " ".join(_cell(row, at).split())[:_SAMPLE]:
            found[value] = None
            if len(found) == _SAMPLES:
                break
    return tuple(found)
