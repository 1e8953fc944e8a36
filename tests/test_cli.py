"""The command line: exit codes, JSON, messages, and nothing changed when it fails."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from coauthor.cli import COMMANDS, main
from coauthor.language import LANGUAGES, Catalogue

Capture = pytest.CaptureFixture[str]


def run(capture: Capture, *words: str) -> tuple[int, str, str]:
    code = main(list(words))
    said = capture.readouterr()
    return code, said.out, said.err


@pytest.fixture
def example(tmp_path: Path, capsys: Capture) -> Path:
    root = tmp_path / "voorbeeld"
    assert run(capsys, "example", str(root))[0] == 0
    return root


def test_the_job_without_a_window(tmp_path: Path, capsys: Capture) -> None:
    root = tmp_path / "w"
    assert (
        run(capsys, "derive", "belastingen@1.0", str(root), "--organisation", "Waterrijk")[0] == 0
    )
    code, out, _ = run(capsys, "status", str(root), "--json")
    report = json.loads(out)
    (document,) = report["documents"]
    assert (code, document["share"]["by_clause"], document["share"]["by_words"]) == (0, 1.0, 1.0)
    assert {"uid", "code", "lineage", "locked", "reason"} <= set(document["clauses"][0])
    path = root / "documents/belastingen.md"
    path.write_text(path.read_text("utf-8").replace("één biljet", "een biljet"), "utf-8")
    assert run(capsys, "save", str(root), "-m", "Eigen woorden")[0] == 0
    code, out, _ = run(capsys, "history", str(root), "--json")
    assert json.loads(out)["versions"][0]["message"] == "Eigen woorden"
    for form in ("md", "html", "xlsx"):
        output = tmp_path / f"uit.{form}"
        assert run(capsys, "export", str(path), "--format", form, "-o", str(output))[0] == 0
        assert output.stat().st_size > 1000


IN_AND_OUT = "import match export archive verify-archive woo styles new-style check-publication"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", IN_AND_OUT.split())
def test_what_brings_files_in_and_out_explains_each_option(
    capsys: Capture, command: str, language: str
) -> None:
    with pytest.raises(SystemExit):
        main(["--language", language, command, "--help"])
    said = "".join(capsys.readouterr().out.split())
    text = Catalogue(language)
    for names, settings in COMMANDS[command][1]:
        option = str(settings.get("dest") or names[-1].lstrip("-"))
        own = f"option-{command}-{option}"
        assert "".join(text(own if text.has(own) else "option-json").split()) in said, names


def test_status_ends_with_one_when_a_person_must_look(example: Path, capsys: Capture) -> None:
    assert run(capsys, "status", str(example))[0] == 0
    path = example / "documents/belastingen.md"
    text = path.read_text("utf-8")
    locked = text.index("### Inloggen") if "### Inloggen" in text else text.index("BEL-050")
    path.write_text(text[:locked] + text[locked:].replace(" ", "  anders ", 12), "utf-8")
    code, out, _ = run(capsys, "status", str(example))
    assert code == 1
    assert "vergrendelde" in out


def test_a_clause_has_a_history(example: Path, capsys: Capture) -> None:
    report = json.loads(run(capsys, "status", str(example), "--json")[1])
    uid = next(
        each["uid"] for each in report["documents"][0]["clauses"] if each["lineage"] == "adapted"
    )
    code, out, _ = run(capsys, "history", str(example), "--clause", uid, "--json")
    assert code == 0
    assert len(json.loads(out)["versions"]) >= 2


def test_comparing_tells_equal_from_different(
    example: Path, tmp_path: Path, capsys: Capture
) -> None:
    ours = str(example / "documents/belastingen.md")
    theirs = str(example / "standards/belastingen/documents/belastingen.md")
    assert run(capsys, "compare", ours, ours)[0] == 0
    code, out, _ = run(capsys, "compare", theirs, ours, "--json")
    assert code == 1
    assert set(json.loads(out)["counts"]) >= {"same", "changed", "added"}
    code, out, _ = run(capsys, "compare", theirs, ours, "--html")
    assert out.startswith("<!DOCTYPE html>")
    assert "<ins>" in out


def test_a_standard_is_made_and_released(tmp_path: Path, capsys: Capture) -> None:
    root = str(tmp_path / "s")
    assert run(capsys, "new", root, "--kind", "standard", "--organisation", "Tafel")[0] == 0
    text = tmp_path / "eisen.md"
    text.write_text(
        "# Eisen\n\n## 1.01 Eerste\n\nDe eerste.\n\n## 1.02 Tweede\n\nDe tweede.\n", "utf-8"
    )
    code, out, _ = run(capsys, "import", str(text), "--into", root, "--json")
    assert (code, json.loads(out)["clauses"], json.loads(out)["lost"]) == (0, 2, [])
    assert run(capsys, "release", root, "1.0")[0] == 0
    assert run(capsys, "release", root, "1.0")[0] == 2
    local = str(tmp_path / "l")
    assert run(capsys, "derive", f"{root}@1.0", local, "--organisation", "Waterrijk")[0] == 0


@pytest.mark.parametrize(
    "words",
    [
        ("derive", "bestaat-niet", "{tmp}/x", "--organisation", "W"),
        ("derive", "belastingen@7", "{tmp}/x", "--organisation", "W"),
        ("status", "{tmp}"),
        ("save", "{tmp}", "-m", "x"),
        ("import", "{tmp}/weg.md", "--into", "{tmp}"),
        ("compare", "{tmp}/a.md", "{tmp}/b.md"),
        ("export", "{tmp}/documents/a.md", "--format", "html", "-o", "{tmp}/a.html"),
    ],
)
def test_what_cannot_be_done_gets_a_sentence_and_changes_nothing(
    words: tuple[str, ...], tmp_path: Path, capsys: Capture
) -> None:
    filled = [word.replace("{tmp}", str(tmp_path)) for word in words]
    code, out, err = run(capsys, *filled)
    assert (code, out) == (2, "")
    assert err.strip().endswith((".", "?"))
    assert "Traceback" not in err
    assert list(tmp_path.iterdir()) == []
    english = run(capsys, "--language", "en", *filled)[2]
    assert english != err


def test_an_unknown_format_names_the_known(example: Path, capsys: Capture) -> None:
    path = str(example / "documents/belastingen.md")
    code, _, err = run(capsys, "export", path, "--format", "doc", "-o", "x.doc")
    assert code == 2
    assert "html" in err


def test_without_a_display_it_says_what_can_be_done(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    code, _, err = run(capsys)
    assert code == 1
    assert "coauthor example" in err


def test_upgrade_reports_first_and_then_goes(example: Path, capsys: Capture) -> None:
    path = example / "documents/belastingen.md"
    before = path.read_bytes()
    code, out, _ = run(capsys, "upgrade", str(example), "--dry-run", "--json")
    report = json.loads(out)
    assert (code, report["applied"], path.read_bytes()) == (1, False, before)
    assert {"was", "becomes", "words", "outcome", "why"} <= set(report["documents"][0]["items"][0])
    code, out, _ = run(capsys, "upgrade", str(example), "--dry-run", "--html")
    assert "<ins>" in out
    path.write_bytes(before + b"\nNog iets.\n")
    assert run(capsys, "upgrade", str(example))[0] == 1
    assert "am5xq9wd1w" in path.read_text("utf-8")
    _, out, _ = run(capsys, "history", str(example), "--json")
    messages = [each["message"] for each in json.loads(out)["versions"]]
    assert "1.1" in messages[0]
    assert len(messages) == 6  # what was typed before is a version of its own
    code, _, said = run(capsys, "upgrade", str(example))
    assert code == 2
    assert "1.1" in said


def test_upgrade_of_what_is_all_standard_leaves_nothing(tmp_path: Path, capsys: Capture) -> None:
    root = tmp_path / "w"
    run(capsys, "derive", "reisdocumenten@1.0", str(root), "--organisation", "Waterrijk")
    assert run(capsys, "upgrade", str(root), "--to", "1.1")[0] == 0
    assert run(capsys, "upgrade", str(root), "--to", "9.9")[0] == 2


def test_versions_are_named_compared_and_restored(example: Path, capsys: Capture) -> None:
    root, path = str(example), example / "documents/belastingen.md"
    versions = json.loads(run(capsys, "history", root, "--json")[1])["versions"]
    assert {"organisation", "changes", "parents", "frozen"} <= set(versions[0])
    assert versions[0]["organisation"] == "Gemeente Waterrijk"
    assert any(each["changes"] for each in versions[:-1])
    first = versions[-1]["id"]
    before = path.read_bytes()
    code, out, _ = run(capsys, "compare", str(path), "--from", first, "--json")
    assert code == 1
    changed = [row["uid"] for row in json.loads(out)["rows"] if row["change"] == "changed"]
    assert run(capsys, "compare", str(path), "--from", first, "--to", first)[0] == 0
    assert run(capsys, "compare", str(path))[0] == 2

    assert run(capsys, "name", root, "Concept voor het college 3 maart")[0] == 0
    code, out, _ = run(capsys, "name", root, "Vastgesteld in maart", "--freeze")
    assert (code, "zegel" in out) == (0, True)
    assert run(capsys, "name", root, "Vastgesteld in maart")[0] == 2
    names = json.loads(run(capsys, "name", root, "--json")[1])["names"]
    assert [(each["kind"], each["damaged"]) for each in names] == [("name", []), ("frozen", [])]
    assert "vastgesteld: Vastgesteld in maart" in run(capsys, "history", root)[1]

    uid = next(each for each in changed if each)
    assert run(capsys, "restore", root, first, "--clause", uid)[0] in {0, 2}
    assert run(capsys, "restore", root, first, "--document", "belastingen")[0] == 0
    assert run(capsys, "compare", str(path), "--from", first)[0] == 0
    assert run(capsys, "restore", root, "Concept voor het college 3 maart")[0] == 0
    assert path.read_bytes() == before
    assert run(capsys, "restore", root, "bestaat niet")[0] == 2


def test_the_history_can_be_narrowed(example: Path, capsys: Capture) -> None:
    root = str(example)

    def count(*words: str) -> int:
        return len(json.loads(run(capsys, "history", root, "--json", *words)[1])["versions"])

    assert count() == count("--organisation", "Gemeente Waterrijk") == 4
    assert count("--organisation", "Gemeente Lochem") == 0
    assert count("--person", "Henk de Wit") == 1
    assert count("--until", "2026-09-10") == 1
    assert count("--document", "belastingen") >= 3
    assert count("--text", "teamleider") == 1


def test_a_proposal_goes_up_and_is_decided(tmp_path: Path, capsys: Capture) -> None:
    standard, town = tmp_path / "land", tmp_path / "stad"
    run(capsys, "new", str(standard), "--kind", "standard", "--organisation", "Land")
    path = next((standard / "documents").glob("*.md"))
    marker = "<!-- clause a000000000 N-00{} kind=eis -->\n\n{}\n\n"
    path.write_text("# Norm\n\n" + marker.format(1, "Het systeem antwoordt."), "utf-8")
    assert run(capsys, "release", str(standard), "1.0")[0] == 0
    assert run(capsys, "derive", str(standard), str(town), "--organisation", "Stad")[0] == 0
    own = town / "documents" / path.name
    own.write_text(own.read_text("utf-8").replace("antwoordt", "antwoordt netjes"), "utf-8")
    assert run(capsys, "propose", str(town), "N-001", "--argument", "Beter.")[0] == 0
    code, out, _ = run(capsys, "proposals", str(standard), "--json")
    (proposal,) = json.loads(out)["proposals"]
    assert (code, proposal["state"], proposal["argument"]) == (1, "open", "Beter.")
    assert run(capsys, "adopt", str(standard), proposal["id"])[0] == 0
    assert "antwoordt netjes" in path.read_text("utf-8")
    code, out, _ = run(capsys, "history", str(standard), "--json")
    assert "Stad" in json.loads(out)["versions"][0]["message"]
    code, out, _ = run(capsys, "proposals", str(town), "--json")
    assert (code, json.loads(out)["proposals"][0]["state"]) == (0, "adopted")
    code, out, _ = run(capsys, "release", str(standard))
    assert "2.0" in out
    assert run(capsys, "release", str(standard), "1.1")[0] == 2
    assert run(capsys, "release", str(standard), "1.1", "--anyway")[0] == 0
    assert run(capsys, "reject", str(standard), proposal["id"], "--reason", "Nee")[0] == 2


def test_who_stops_reading_sees_no_traceback(example: Path) -> None:
    command = [sys.executable, "-m", "coauthor", "status", str(example)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141
