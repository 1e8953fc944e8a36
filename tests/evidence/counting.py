"""The real files beside what came in of them: counted and compared by another way of reading."""

import html
import importlib
import importlib.util
import lzma
import re
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

from coauthor.document.rendering import to_plain
from coauthor.errors import CoauthorError
from coauthor.exchange import format_of, readable
from coauthor.exchange.proposal import Proposal
from coauthor.workspace.importing import fresh_uid, propose_file

HEAD = (
    "file", "numbers in it", "came in", "texts in it", "came in whole", "as words", "missing",
    "clauses", "lost", "first missing",
)  # fmt: skip
TEXTS = Path(__file__).parents[3] / "shared/texts"
"""Real files, beside the checkout."""
Row = tuple[str, ...]
Counted = tuple[list[str], list[str]]
"""The numbers that requirements have in a file, and all its texts."""

_CODE = re.compile(r"(?:[A-Z]{1,6}[-_. ]?)?\d{1,5}(?:[.\-]\d{1,4})*[a-z]?")
_LETTERED = re.compile(r"[A-Z]{1,6}[-_.]?\d{1,5}(?:[.\-]\d{1,4})*[a-z]?")


def counting(folder: Path, clauses: int) -> Iterator[Row]:
    """Yield rows: a file, what it holds by another count, and what of that came in."""
    del folder, clauses
    if not TEXTS.is_dir():
        yield (f"not found: {TEXTS}",)
        return
    files = sorted(each for each in TEXTS.rglob("*") if each.is_file())
    sums: dict[str, list[Row]] = {}
    for file in files:
        counter = _COUNTERS.get(file.suffix)
        if file.name == "README.md" or counter is None:
            continue
        row = _row(file, counter)
        if file.suffix == ".md":
            sums.setdefault(file.relative_to(TEXTS).parts[0], []).append(row)
        else:
            yield (str(file.relative_to(TEXTS)), *row)
    for folder_name, rows in sums.items():
        added = [str(sum(map(int, column))) for column in list(zip(*rows, strict=True))[:-1]]
        missing = next((row[-1] for row in rows if row[-1]), "")
        yield (f"{folder_name}/ ({len(rows)} Markdown files)", *added, missing)


def _row(file: Path, counter: Callable[[bytes, str], Counted]) -> Row:
    data = file.read_bytes()
    name = file.name
    if file.suffix == ".xz":
        data, name = lzma.decompress(data), file.stem
    numbers, texts = counter(data, name)
    found = format_of(name, readable())
    if found is None:
        return (str(len(numbers)), "not readable", str(len(texts)), *[""] * 6)
    try:
        if file.suffix == ".xz":
            proposal = found.reader(name, data, fresh_uid)
        else:
            proposal = propose_file(file)
    except CoauthorError as error:
        return (str(len(numbers)), str(error)[:80], str(len(texts)), *[""] * 6)
    said = _said(proposal)
    whole = _letters(said) + "\n" + _letters(to_plain(said))
    words = set(re.findall(r"\w+", said.lower()))
    come = sum(_letters(each) in whole for each in numbers)
    left = [each for each in texts if _letters(each) not in whole]
    missing = [each for each in left if not set(re.findall(r"\w+", each.lower())) <= words]
    return (
        str(len(numbers)), str(come), str(len(texts)), str(len(texts) - len(left)),
        str(len(left) - len(missing)), str(len(missing)), str(proposal.clauses),
        str(len(proposal.lost)), (missing or [""])[0][:60].replace("|", "/"),
    )  # fmt: skip


def _said(proposal: Proposal) -> str:
    """Return everything that came in, remarks and changes too."""
    pieces = [proposal.document.text]
    for remark in proposal.remarks:
        pieces += [remark.text, *(each.text for each in remark.replies)]
    pieces += [f"{each.title}\n{each.body}" for each in proposal.offers]
    return "\n".join(pieces)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text.lower())


def _markdown(data: bytes, name: str) -> Counted:
    del name
    lines = data.decode("utf-8", "replace").splitlines()
    numbers = [m[1] for each in lines if (m := re.match(r"#+ +(\d+(?:\.\d+)+)\b", each))]
    bare = [re.sub(r"^#+ +\d+(?:\.\d+)+", "", each) for each in lines]
    return numbers, [each for each in bare if _letters(each)]


def _xml_texts(part: str, paragraph: str, text: str) -> Iterator[str]:
    """Yield the text of each paragraph; what is deleted in it stays out."""
    for found in re.findall(rf"<{paragraph}[ >].*?</{paragraph}>", part, re.DOTALL):
        own = found[found.rindex(f"<{paragraph}") :]  # that of a text box in it comes by itself
        runs = re.findall(rf"<{text}(?: [^>]*)?>([^<]*)</{text}>", own)
        if line := html.unescape("".join(runs)).strip():
            yield line


def _docx(data: bytes, name: str) -> Counted:
    del name
    texts: list[str] = []
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for part in ("word/document.xml", "word/footnotes.xml", "word/comments.xml"):
            if part in archive.namelist():
                texts += _xml_texts(archive.read(part).decode("utf-8"), "w:p", "w:t")
    return [each for each in texts if _LETTERED.fullmatch(each)], texts


def _xlsx(data: bytes, name: str) -> Counted:
    del name
    if importlib.util.find_spec("openpyxl") is None:
        return [], ["not found: pip install openpyxl"]
    book = importlib.import_module("openpyxl").load_workbook(BytesIO(data), data_only=True)
    rows = [row for sheet in book for row in sheet.values]
    cells = [str(cell).strip() for row in rows for cell in row if cell is not None]
    numbers = [each for each in cells if _LETTERED.fullmatch(each)]
    return numbers, [each for each in cells if len(_letters(each)) > 8]


def _reqif(data: bytes, name: str) -> Counted:
    del name
    text = data.decode("utf-8", "replace")
    named = r'LONG-NAME="[^"]*(?:By|On|Date|Author|Created|Modified)[^"]*"'
    people = re.findall(rf'IDENTIFIER="([^"]+)"[^>]*{named}', text)
    people += re.findall(rf'{named}[^>]*IDENTIFIER="([^"]+)"', text)
    texts: list[str] = []
    objects = re.findall(r"<SPEC-OBJECT[ >].*?</SPEC-OBJECT>", text, re.DOTALL)
    for each in objects:
        for kind, value in re.findall(
            r"<ATTRIBUTE-VALUE-(STRING|XHTML)\b(.*?)</ATTRIBUTE-VALUE-\1>", each, re.DOTALL
        ):
            definition = re.search(r"DEFINITION-\w+-REF>\s*([^<\s]+)", value)
            if definition and definition[1] in people:
                continue
            if kind == "STRING":
                found = re.search(r'THE-VALUE="([^"]*)"', value)
                texts.append(html.unescape(found[1]) if found else "")
            else:
                inner = re.search(r"<THE-VALUE>(.*?)</THE-VALUE>", value, re.DOTALL)
                texts.append(html.unescape(re.sub(r"<[^>]+>", " ", inner[1])) if inner else "")
    codes = [" ".join(each.split()) for each in texts if _CODE.fullmatch(each.strip())]
    return codes, [each for each in texts if _letters(each)]


_COUNTERS: dict[str, Callable[[bytes, str], Counted]] = {
    ".md": _markdown,
    ".docx": _docx,
    ".xlsx": _xlsx,
    ".reqif": _reqif,
    ".xz": _reqif,
}
