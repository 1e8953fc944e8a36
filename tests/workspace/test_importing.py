"""Files that come in: what becomes of them, and what becomes of them the second time."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from coauthor.cli import main
from coauthor.document.model import Document
from coauthor.document.reading import decode, read_document
from coauthor.exchange import READING, readable, writable
from coauthor.exchange.parts import parts_of
from coauthor.history.repository import Author
from coauthor.workspace.bringing import earlier
from coauthor.workspace.opening import sit_down
from coauthor.workspace.person import Person
from coauthor.workspace.versions import save_version
from coauthor.workspace.workspace import open_workspace

Run = Callable[..., tuple[int, Any]]
ROUND = tuple(name for name in writable() if name in readable() and name not in READING)
LIST = "Nr;Eis/Wens;Omschrijving\n1;Eis;Het systeem logt.\n2;Wens;Het systeem is snel.\n"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.setenv("COAUTHOR_LANGUAGE", "nl")

    def run(*words: object) -> tuple[int, Any]:
        code = main([str(word) for word in words])
        out, error = capsys.readouterr()
        return code, json.loads(out) if "--json" in words and out else out + error

    return run


@pytest.fixture
def room(run: Run, tmp_path: Path) -> Path:
    """A workspace of one organisation with nothing in it yet."""
    root = tmp_path / "werkruimte"
    run("new", root, "--kind", "local", "--organisation", "Amersfoort")
    return root


@pytest.fixture
def example(run: Run, tmp_path: Path) -> Path:
    """The example workspace, in which a document derives from a standard."""
    root = tmp_path / "voorbeeld"
    run("example", root)
    return root


def text_of(root: Path, name: str) -> Document:
    return read_document(decode((root / "documents" / f"{name}.md").read_bytes()))


def versions(root: Path) -> int:
    return sum(1 for _ in open_workspace(root).repository.versions(None))


def everything(root: Path) -> dict[str, bytes]:
    return {
        str(path): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".git" not in path.parts
    }


@pytest.mark.parametrize("name", ROUND)
def test_what_was_exported_comes_into_another_workspace_as_the_same_document(
    name: str, run: Run, example: Path, room: Path, tmp_path: Path
) -> None:
    file = tmp_path / f"uit{writable()[name].suffixes[0]}"
    source = example / "documents/belastingen.md"
    assert run("export", source, "--format", name, "-o", file)[0] == 0
    code, told = run("import", file, "--into", room, "--json")
    assert code == 0
    assert not told["updated"]
    assert told["lost"] == []
    assert {row["change"] for row in told["becomes"]} == {"new"}
    assert parts_of(text_of(room, told["document"])) == parts_of(text_of(example, "belastingen"))


@pytest.mark.parametrize("name", ROUND)
def test_what_comes_back_unchanged_changes_nothing_and_makes_no_version(
    name: str, run: Run, example: Path, tmp_path: Path
) -> None:
    file = tmp_path / f"uit{writable()[name].suffixes[0]}"
    run("export", example / "documents/belastingen.md", "--format", name, "-o", file)
    before, count = everything(example), versions(example)
    code, told = run("import", file, "--into", example, "--json")
    assert code == 0
    assert (told["updated"], told["document"]) == (True, "belastingen")
    assert {row["change"] for row in told["becomes"]} == {"same"}
    assert everything(example) == before
    assert versions(example) == count


def test_a_changed_clause_is_updated_and_a_locked_one_stays(
    run: Run, example: Path, tmp_path: Path
) -> None:
    file = tmp_path / "uit.json"
    run("export", example / "documents/belastingen.md", "--format", "json", "-o", file)
    values = json.loads(file.read_text(encoding="utf-8"))
    clauses = [block for block in values["blocks"] if block["type"] == "clause"]
    free = next(each for each in clauses if each["theme"] == "functioneel")
    locked = next(each for each in clauses if each["theme"] == "informatiebeveiliging")
    free["body"] += "\n\nEn dit erbij."
    locked["body"] = "Iets heel anders."
    new = {"type": "clause", "title": "Nieuw", "body": "Een nieuwe eis."}
    values["blocks"].insert(values["blocks"].index(free) + 1, new)
    file.write_text(json.dumps(values), encoding="utf-8")
    before, count = text_of(example, "belastingen"), versions(example)
    code, told = run("import", file, "--into", example, "--json")
    assert code == 1
    assert told["locked"] == [locked["code"]]
    after = text_of(example, "belastingen")
    changed = after.clause(free["uid"])
    assert changed is not None
    assert changed.body.endswith("En dit erbij.")
    assert after.clause(locked["uid"]) == before.clause(locked["uid"])
    assert after.clauses[after.clauses.index(changed) + 1].body == "Een nieuwe eis."
    assert len(after.clauses) == len(before.clauses) + 1
    assert versions(example) == count + 1


def test_a_part_of_a_document_updates_that_part_and_leaves_the_rest(
    run: Run, example: Path, tmp_path: Path
) -> None:
    file = tmp_path / "deel.json"
    run("export", example / "documents/belastingen.md", "--format", "json", "-o", file)
    values = json.loads(file.read_text(encoding="utf-8"))
    first = next(b for b in values["blocks"] if b.get("theme") == "functioneel")
    first["title"] = "Anders genoemd"
    values["blocks"] = [first]
    file.write_text(json.dumps(values), encoding="utf-8")
    before = text_of(example, "belastingen")
    assert run("import", file, "--into", example)[0] == 0
    after = text_of(example, "belastingen")
    assert [each.uid for each in after.clauses] == [each.uid for each in before.clauses]
    differ = [a.uid for a, b in zip(after.blocks, before.blocks, strict=True) if a != b]
    assert differ == [first["uid"]]


def test_a_list_that_comes_in_again_updates_by_its_numbers_and_keeps_what_was_added_here(
    run: Run, room: Path, tmp_path: Path
) -> None:
    file = tmp_path / "lijst.csv"
    file.write_text(LIST, encoding="utf-8")
    assert run("import", file, "--into", room, "--json")[1]["clauses"] == 2
    path = room / "documents/lijst.md"
    text = path.read_text(encoding="utf-8")
    mine = text.replace("Het systeem logt.", "Het systeem logt.\n\n> **rationale** Om te zien.")
    path.write_text("# Mijn kop\n\n" + mine, encoding="utf-8")
    file.write_text(LIST.replace("snel", "zeer snel") + "3;Eis;Het werkt.\n", encoding="utf-8")
    _, told = run("import", file, "--into", room, "--json")
    assert [row["change"] for row in told["becomes"]] == ["same", "changed", "new"]
    after = text_of(room, "lijst")
    assert [each.code for each in after.clauses] == ["1", "2", "3"]
    assert after.clauses[0].fields == {"rationale": "Om te zien."}
    assert after.clauses[1].body == "Het systeem is zeer snel."
    assert after.title == "Mijn kop"
    assert len(list((room / "documents").iterdir())) == 2  # the first document, and this one


def test_looking_first_says_what_becomes_what_and_changes_nothing(
    run: Run, room: Path, tmp_path: Path
) -> None:
    file = tmp_path / "lijst.csv"
    file.write_text(LIST, encoding="utf-8")
    before = everything(room)
    code, said = run("import", file, "--into", room, "--dry-run")
    assert code == 0
    assert "nieuw: 1 Het systeem logt." in said
    assert "een nieuw document" in said
    told = run("import", file, "--into", room, "--dry-run", "--json")[1]
    assert (told["dry_run"], told["document"]) == (True, "")
    assert everything(room) == before


def test_a_clause_of_another_document_is_not_doubled(
    run: Run, example: Path, tmp_path: Path
) -> None:
    file = tmp_path / "uit.json"
    run("export", example / "documents/belastingen.md", "--format", "json", "-o", file)
    other = tmp_path / "ander.md"
    other.write_text("# Ander\n\n<!-- clause zzzzzzzzzz A-1 -->\nTekst.\n", encoding="utf-8")
    run("import", other, "--into", example)
    values = json.loads(file.read_text(encoding="utf-8"))
    values["blocks"].append({"type": "clause", "uid": "zzzzzzzzzz", "body": "Tekst."})
    file.write_text(json.dumps(values), encoding="utf-8")
    code, told = run("import", file, "--into", example, "--json")
    assert code == 1
    assert [r["uid"] for r in told["becomes"] if r["change"] == "elsewhere"] == ["zzzzzzzzzz"]
    assert text_of(example, "belastingen").clause("zzzzzzzzzz") is None


BAD = [b"", b"  \n", b"\0\1\2\3", b"PK\x03\x04", b"\x89PNG\r\n", b"%PDF-1.7", b"\xd0\xcf\x11\xe0"]


def test_a_file_that_is_not_what_its_name_says_gets_a_message_and_changes_nothing(
    run: Run, room: Path, tmp_path: Path
) -> None:
    before = everything(room)
    for suffix in {suffix for each in readable().values() for suffix in each.suffixes}:
        for data in BAD:
            file = tmp_path / f"a{suffix}"
            file.write_bytes(data)
            code, said = run("import", file, "--into", room)
            assert (code, str(file) in said) == (2, True), (suffix, data, said)
    assert everything(room) == before


def test_a_name_that_nothing_reads_is_told_with_what_can_be_read(
    run: Run, room: Path, tmp_path: Path
) -> None:
    file = tmp_path / "a.exe"
    file.write_bytes(b"MZ")
    code, said = run("import", file, "--into", room)
    assert code == 2
    assert ".csv" in said


@pytest.mark.parametrize("name", ["docx", "odt"])
def test_our_text_from_a_word_processor_changes_nothing_where_nobody_changed_it(
    name: str, run: Run, example: Path, tmp_path: Path
) -> None:
    file = tmp_path / f"uit.{name}"
    source = example / "documents/belastingen.md"
    before = source.read_bytes()
    assert run("export", source, "--format", name, "-o", file)[0] == 0
    code, told = run("import", file, "--into", example, "--json")
    assert (code, told["updated"], told["lost"]) == (0, True, [])
    assert {row["change"] for row in told["becomes"]} == {"same"}
    assert source.read_bytes() == before


def test_while_a_window_writes_there_a_list_waits_and_which_window_is_told(
    run: Run, room: Path, tmp_path: Path
) -> None:
    file = tmp_path / "lijst.csv"
    file.write_text(LIST, "utf-8")
    assert run("import", file, "--into", room)[0] == 0
    file.write_text(LIST.replace("logt", "logt en bewaart"), "utf-8")
    desk = sit_down(open_workspace(room), Person("Fatma"), datetime.now(UTC))
    before = everything(room)
    try:
        code, said = run("import", file, "--into", room)
    finally:
        desk.leave()
    assert (code, everything(room)) == (2, before)
    assert "Sluit dat venster en probeer het opnieuw" in said
    assert run("import", file, "--into", room)[0] == 0


PLAN = "Nr;Eis/Wens;Omschrijving\n" + "".join(
    f"{at};Eis;Het systeem {what} van iedere aanvraag.\n"
    for at, what in enumerate(("bewaart de datum", "toont de status", "meldt het einde"), start=1)
)


@pytest.fixture
def twice(run: Run, room: Path, tmp_path: Path) -> Path:
    """The same list with other words and another name, of which the first came in."""
    first, second = tmp_path / "plan.csv", tmp_path / "plan definitief v2.csv"
    first.write_text(PLAN, "utf-8")
    second.write_text(PLAN.replace("de status", "steeds de status"), "utf-8")
    assert run("import", first, "--into", room)[0] == 0
    return second


def test_a_list_under_another_name_is_told_to_be_like_a_document(
    run: Run, room: Path, twice: Path
) -> None:
    code, said = run("import", twice, "--into", room)
    assert code == 0
    assert "lijkt op „plan”: 3 van de 3" in said
    assert "--document plan" in said
    assert "steeds" not in text_of(room, "plan").text


def test_a_list_under_another_name_updates_the_document_that_was_said(
    run: Run, room: Path, twice: Path
) -> None:
    _, told = run("import", twice, "--into", room, "--document", "plan", "--json")
    assert (told["document"], told["updated"]) == ("plan", True)
    assert [each["change"] for each in told["becomes"]] == ["same", "changed", "same"]
    assert "toont steeds de status" in text_of(room, "plan").text


def test_a_known_list_becomes_a_new_document_when_that_was_said(
    run: Run, room: Path, tmp_path: Path, twice: Path
) -> None:
    _, told = run("import", tmp_path / "plan.csv", "--into", room, "--as-new", "--json")
    assert (told["document"], told["updated"]) == ("plan-2", False)


def test_a_list_that_shares_numbers_only_is_like_nothing(
    run: Run, room: Path, tmp_path: Path, twice: Path
) -> None:
    other = tmp_path / "kantine.csv"
    other.write_text("Nr;Omschrijving\n1;Er is vis.\n2;Er is sla.\n3;Er is brood.\n", "utf-8")
    _, told = run("import", other, "--into", room, "--json")
    assert (told["like"], told["updated"]) == ("", False)


def writes(room: Path, name: str, old: str, new: str) -> None:
    """Somebody changes words of a document and saves a version."""
    file = room / "documents" / f"{name}.md"
    assert old in file.read_text("utf-8")
    file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
    save_version(open_workspace(room), "Geschreven", Author("Fatma"), datetime.now(UTC))


def test_what_was_written_here_since_a_list_came_in_stays(
    run: Run, room: Path, tmp_path: Path, twice: Path
) -> None:
    writes(room, "plan", "bewaart de datum", "bewaart de datum en de plaats")
    file = tmp_path / "plan.csv"
    file.write_text(PLAN.replace("de status", "steeds de status"), "utf-8")
    _, said = run("import", file, "--into", room)
    assert "1 gewijzigd, 2 gelijk" in said
    assert "Eén bepaling blijft" in said
    text = text_of(room, "plan").text
    assert "bewaart de datum en de plaats" in text
    assert "toont steeds de status" in text
    assert run("import", file, "--into", room, "--as-file")[0] == 0
    assert "bewaart de datum en de plaats" not in text_of(room, "plan").text


def test_what_both_wrote_in_one_requirement_comes_together(
    run: Run, room: Path, tmp_path: Path, twice: Path
) -> None:
    writes(room, "plan", "toont de status", "toont kosteloos de status")
    file = tmp_path / "plan.csv"
    file.write_text(PLAN.replace("de status van iedere", "de status van elke open"), "utf-8")
    assert run("import", file, "--into", room)[0] == 0
    assert "toont kosteloos de status van elke open aanvraag" in text_of(room, "plan").text


def test_where_both_wrote_the_same_words_anew_a_person_is_asked_to_look(
    run: Run, room: Path, tmp_path: Path, twice: Path
) -> None:
    writes(room, "plan", "toont de status", "toont kosteloos de status")
    file = tmp_path / "plan.csv"
    file.write_text(PLAN.replace("toont de status", "toont direct de status"), "utf-8")
    _, told = run("import", file, "--into", room, "--dry-run", "--json")
    assert [each["meanwhile"] for each in told["becomes"]] == ["", "met", ""]
    _, said = run("import", file, "--into", room)
    assert "Ook hier is sindsdien geschreven in 2" in said
    assert "toont direct" in text_of(room, "plan").text


def test_an_export_that_comes_back_takes_nothing_away_that_was_written_since(
    run: Run, example: Path, tmp_path: Path
) -> None:
    one, other = [
        (each.uid, each.body.split(".")[0].split("\n")[0])
        for each in text_of(example, "belastingen").clauses
        if each.theme == "functioneel" and "{{" not in each.body
    ][:2]
    file = tmp_path / "belastingen.csv"
    run("export", example / "documents/belastingen.md", "--format", "csv", "-o", file)
    writes(example, "belastingen", one[1], f"{one[1]}, zegt Fatma")
    sheet = file.read_text("utf-8-sig")
    file.write_text(sheet.replace(other[1], f"{other[1]}, zegt het blad"), "utf-8-sig")
    assert run("import", file, "--into", example)[0] == 0
    text = text_of(example, "belastingen")
    assert "zegt Fatma" in text.clause(one[0]).body
    assert "zegt het blad" in text.clause(other[0]).body


def test_a_list_in_which_nothing_changed_is_taken_in_without_reading_every_version(
    run: Run, room: Path, tmp_path: Path, twice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writes(room, "plan", "<!-- clause", "# Eisen\n\n<!-- clause")
    read: list[object] = []
    monkeypatch.setattr(earlier, "read_version", lambda *words: read.append(words))
    _, told = run("import", tmp_path / "plan.csv", "--into", room, "--json")
    assert {each["change"] for each in told["becomes"]} == {"same"}
    assert not read
    assert text_of(room, "plan").text.startswith("# Eisen")
