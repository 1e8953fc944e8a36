"""Files with names, forms and sizes that nobody gives in good faith."""

import io
import time
import zipfile

import pygit2
import pytest
from pygit2.enums import FileMode

from coauthor.document.toml import read_toml
from coauthor.errors import CoauthorError, UserError
from coauthor.exchange.spreadsheets import read_spreadsheet
from coauthor.history import states
from coauthor.history.repository import Repository
from coauthor.history.sharing.unpacking import read_manifest
from coauthor.history.trust import content
from coauthor.history.trust.admitting import judge
from coauthor.history.trust.paths import trouble_with, twin_of
from coauthor.review.people import read_people
from coauthor.workspace.settings import read_settings
from tests.attacks.making import DOCUMENT, Line, new_line
from tests.workspace.sharing import Writer

OUTSIDE = (
    "../x",
    "documents/../../x",
    "/etc/passwd",
    "documents//a.md",
    ".git/config",
    ".GIT/config",
    "documents/.git/hooks/post-checkout",
    "git~1/config",
    ".git /config",
    ".g\u200cit/config",
    "documents\\..\\x",
    "c:/x",
    ".gitmodules",
)
RESERVED = ("con", "documents/NUL.md", "aux.txt", "com1", "LPT9.md", "a.", "b ", "x<y", 'q"', "a|b")
UNSEEN = (
    "a\u202egpj.md",
    "a\u200b.md",
    "\ufeffa.md",
    "a\u2066b",
    "a\x1b[31m",
    "a\x07",
    "a\u00ad.md",
)
LOOK_ALIKE = (
    "documents/\u0430.md",
    "p\u0435ople.toml",
    "documents/cafe\u0301.md",
    "\uff41.md",
    "\u212a.md",
)
FINE = (
    "bijlage één.pdf",
    "documents/ÿ-Ω3.md".replace("Ω", "o"),
    "a-b_c (2).txt",
    ".gitattributes",
    "x.y.z",
)


@pytest.mark.parametrize("path", OUTSIDE)
def test_a_name_that_leads_elsewhere_is_found(path):
    assert trouble_with(path) == "outside"


@pytest.mark.parametrize(
    ("paths", "trouble"), [(RESERVED, "reserved"), (UNSEEN, "unseen"), (LOOK_ALIKE, "look-alike")]
)
def test_a_name_that_is_not_what_it_looks_like_is_found(paths, trouble):
    assert {path: trouble_with(path) for path in paths} == dict.fromkeys(paths, trouble)


def test_a_name_too_long_for_other_systems_is_found():
    assert trouble_with("a" * 201) == "long"
    assert trouble_with("/".join(["abcdefgh"] * 50)) == "long"


@pytest.mark.parametrize("path", FINE)
def test_an_ordinary_name_is_fine(path):
    assert trouble_with(path) == ""


def test_names_that_are_one_on_another_system_are_found():
    assert twin_of("A.md", ["a.md", "b.md"]) == "a.md"
    assert twin_of("stra\u00dfe.md", ["STRASSE.md"])
    assert twin_of("caf\u00e9", ["cafe\u0301"])
    assert not twin_of("a.md", ["a.md", "b.md"])


@pytest.mark.parametrize(
    "path", ["Documents/c.md", "PEOPLE.toml", "discussion./x", "documents/A.md"]
)
def test_a_twin_of_what_is_there_is_found(line, path):
    tip = line.version(line.steward, {path: "x"}, line.start)
    assert line.rules(tip) == {"path"}


@pytest.mark.parametrize(
    ("mode", "detail"),
    [
        (FileMode.LINK, "link"),
        (FileMode.COMMIT, "gitlink"),
        (FileMode.BLOB_EXECUTABLE, "executable"),
    ],
)
def test_what_is_no_ordinary_file_is_found(line, mode, detail):
    tip = line.version(line.steward, {"documents/x.md": (mode, b"/etc/passwd")}, line.start)
    assert [each.breach.detail for each in line.check(tip).open] == [detail]
    again = line.version(line.steward, {DOCUMENT: (mode, b"/etc/passwd")}, line.start)
    assert [each.breach.detail for each in line.check(again).open] == [detail]


def test_a_huge_file_is_found(line, monkeypatch):
    monkeypatch.setattr(content, "FILE_LIMIT", 1000)
    tip = line.version(line.steward, {"documents/x.md": "x" * 1001}, line.start)
    assert line.rules(tip) == {"size"}


def bomb(git: pygit2.Repository, base: pygit2.Oid | None = None) -> pygit2.Oid:
    """Return a folder that holds ten to the power of nine files in a few hundred bytes."""
    here = git.create_blob(b"x")
    mode = FileMode.BLOB
    for _ in range(9):
        builder = git.TreeBuilder()
        for name in "abcdefghij":
            builder.insert(name, here, mode)
        here, mode = builder.write(), FileMode.TREE
    builder = git.TreeBuilder(git[base].peel(pygit2.Tree)) if base else git.TreeBuilder()
    builder.insert("bijlagen", here, FileMode.TREE)
    return builder.write()


def boom(line: Line, parent: str) -> str:
    who = pygit2.Signature("x", "x@x", 1, 0)
    tree = bomb(line.git, pygit2.Oid(hex=parent))
    return str(line.git.create_commit(None, who, who, "x", tree, [pygit2.Oid(hex=parent)]))


def test_a_folder_that_unfolds_into_a_milliard_files_is_refused_in_no_time(line):
    began = time.process_time()
    assert line.rules(boom(line, line.start)) == {"too-many"}
    assert line.rules(boom(line, line.first), "") == {"too-many"}
    assert time.process_time() - began < 30


def test_it_is_also_refused_where_nobody_is_listed(tmp_path):
    line = new_line(tmp_path, bare=False)
    line.git.references.create("refs/heads/main", line.first)
    line.git.checkout("refs/heads/main", strategy=pygit2.enums.CheckoutStrategy.FORCE)
    tip = boom(line, line.first)
    writer = Writer("x", tmp_path / "kamer")
    with pytest.raises(UserError) as refused:
        writer.take(tip)
    assert refused.value.parameters["rule"] == "too-many"
    assert str(line.git.head.target) == line.first
    with pytest.raises(CoauthorError):
        states.state_of(Repository(line.git), tip)
    assert judge(Repository(line.git), line.first, line.first) is None


def test_folders_without_end_are_refused(line):
    deep = "/".join("abcdefghijklmnopqrstuvwxyzabcd")
    assert line.rules(line.version(line.steward, {f"{deep}/x": "x"}, line.start)) == {"too-many"}


def test_a_folder_with_the_same_name_twice_is_refused(line):
    blob = line.git.create_blob(b"x").raw
    raw = b"100644 a\0" + blob + b"100644 a\0" + blob
    tree = line.git.odb.write(pygit2.enums.ObjectType.TREE, raw)
    who = pygit2.Signature("x", "x@x", 1, 0)
    before = [pygit2.Oid(hex=line.start)]
    tip = str(line.git.create_commit(None, who, who, "x", tree, before))
    assert line.rules(tip) == {"damaged"}


# -- what is brought in -------------------------------------------------------------


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def told(data: bytes) -> object:
    try:
        return read_spreadsheet("vragen.xlsx", data).sheets
    except UserError as error:
        return error.code


LAUGHS = b'<!DOCTYPE l [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><l>&b;</l>'
ENTITY = b'<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>'


@pytest.mark.parametrize(
    "parts",
    [
        {"xl/workbook.xml": LAUGHS},
        {"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": ENTITY},
        {"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": b" " * 60_000_000},
        {"xl/workbook.xml": b"<workbook/>", **{f"xl/x{n}.xml": b"x" for n in range(1500)}},
        {"../../uit.xml": b"x", "xl/workbook.xml": b"<workbook/>"},
    ],
)
def test_a_sheet_that_is_a_bomb_or_reaches_elsewhere_gives_a_message(parts, tmp_path):
    began = time.process_time()
    assert told(zipped(parts)) in {"sheet-unsafe", "sheet-unfit", "sheet-too-large", ()}
    assert time.process_time() - began < 30
    assert not (tmp_path / "../../uit.xml").exists()


@pytest.mark.parametrize(
    "parts",
    [
        {"manifest.json": b"{" * 2_000_000},
        {"manifest.json": b"[" * 100_000},
        {"manifest.json": b'{"format": 1}', "../../x": b"x"},
        {"x": b"0" * 50_000_000},
    ],
)
def test_a_package_that_is_a_bomb_gives_a_message(parts, tmp_path):
    file = tmp_path / "bom.coauthor"
    file.write_bytes(zipped(parts))
    with pytest.raises(UserError) as refused:
        read_manifest(file)
    assert refused.value.code in {"package-unfit", "package-damaged"}


# -- tables that hold up who reads them ------------------------------------------------


DEEP = "a = " + "[" * 20_000
LONG = "a" + ".a" * 20_000 + " = 1"


@pytest.mark.parametrize("text", [DEEP, LONG], ids=["deep", "long"])
def test_a_table_without_end_is_no_table(text):
    with pytest.raises(ValueError, match=r"nested|parts"):
        read_toml(text)
    with pytest.raises(UserError, match="settings-broken"):
        read_settings(text)
    with pytest.raises(UserError, match="people-broken"):
        read_people(text)


@pytest.mark.parametrize("text", [DEEP, LONG], ids=["deep", "long"])
@pytest.mark.parametrize("path", ["coauthor.toml", "people.toml", "decisions/x.toml"])
def test_a_table_without_end_is_found_and_stops_nobody(line, path, text):
    """Somebody of a vendor could end the program of everybody who received it."""
    tip = line.version(line.vendor, {path: text}, line.start)
    assert line.rules(tip) <= {"not-allowed", "settings-unfit"}
    assert path in line.check(tip).stains


def test_a_record_whose_kind_is_no_word_stops_nobody(line):
    first = line.version(line.expert, {"decisions/x.toml": "kind = []\n"}, line.start)
    again = line.version(line.expert, {"decisions/x.toml": "kind = [1]\n"}, first)
    assert line.check(again).is_good
