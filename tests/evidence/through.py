"""Out, opened and saved again by LibreOffice in the same format, and in: the same document?"""

from collections.abc import Iterator
from pathlib import Path

from coauthor.document.model import Document
from coauthor.document.reading import read_document
from coauthor.errors import CoauthorError
from coauthor.exchange import readable, writable
from coauthor.exchange.parts import Part, parts_of
from coauthor.workspace.importing import propose_file
from tests.evidence.opening import exported, workspaces
from tests.evidence.outside import convert, missing

HEAD = ("document", "format", "straight", "through LibreOffice", "first that differs")
FILTERS = {
    ".xlsx": "xlsx:Calc MS Excel 2007 XML",
    ".ods": "ods:calc8",
    ".csv": "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false",
    ".docx": "docx:MS Word 2007 XML",
    ".odt": "odt:writer8",
}
Row = tuple[str, ...]


def through(folder: Path, clauses: int) -> Iterator[Row]:
    """Yield rows: how much of a document comes back, straight and through LibreOffice."""
    out, back = folder / "through", folder / "through/saved"
    back.mkdir(parents=True, exist_ok=True)
    how = missing("soffice")
    for name, path in workspaces(folder, min(clauses, 500)):
        before = read_document(path.read_text("utf-8"))
        for form in [each for each in writable() if each in readable() and each != "md"]:
            file = out / f"{name}-{form}{writable()[form].suffixes[0]}"
            *_, wrong = exported(path, form, file)
            straight, first = (wrong, "") if wrong else _compared(before, file)
            saved = ""
            if file.suffix in FILTERS and not wrong:
                saved, first = (how, first) if how else _again(before, file, back, first)
            yield (name, form, straight, saved, first.replace("|", "/").replace("\n", " ")[:160])


def _again(before: Document, file: Path, folder: Path, first: str) -> tuple[str, str]:
    made, done = convert(file, FILTERS[file.suffix], folder)
    if made is None:
        return "not saved", done.said[-160:]
    said, differs = _compared(before, made)
    return said, differs or first


def _compared(before: Document, file: Path) -> tuple[str, str]:
    """Return how much is the same, and the first part that is not."""
    try:
        after = propose_file(file).document
    except CoauthorError as error:
        return "refused", str(error)
    ours, theirs = parts_of(before).parts, parts_of(after).parts
    if ours == theirs:
        return f"the same ({len(ours)} parts)", ""
    found = {_key(each): each for each in theirs}
    same = sum(found.get(_key(each)) == each for each in ours)
    codes = {each.code for each in ours if each.code}
    numbers = len(codes & {each.code for each in theirs})
    differing = next((each for each in ours if found.get(_key(each)) != each), None)
    said = f"{same} of {len(ours)} parts the same, {numbers} of {len(codes)} numbers"
    if differing is None:
        return said, f"order, or {len(theirs) - len(ours)} parts more"
    return said, _difference(differing, found.get(_key(differing)))


def _key(part: Part) -> str:
    return part.uid or part.code or f"{part.kind} {part.text}"


def _difference(ours: Part, theirs: Part | None) -> str:
    if theirs is None:
        return f"absent: {ours.kind} {ours.code} {(ours.title or ours.text)[:60]}"
    for name in ("kind", "code", "title", "level", "attributes", "text"):
        if getattr(ours, name) != getattr(theirs, name):
            return f"{ours.code} {name}: {getattr(ours, name)!r} → {getattr(theirs, name)!r}"
    for key in sorted({*ours.fields, *theirs.fields}):
        if ours.fields.get(key) != theirs.fields.get(key):
            return f"{ours.code} {key}: {ours.fields.get(key)!r} → {theirs.fields.get(key)!r}"
    return ours.code
