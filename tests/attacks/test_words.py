"""Words that would steer a terminal, act in a browser, or be computed by a spreadsheet."""

import io
import re
import subprocess
import sys
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from coauthor.cli import COMMANDS, main
from coauthor.commands import LEFT
from coauthor.review.event import Event, Voice, write_event
from coauthor.ui.discussion.rendering import message_html
from coauthor.ui.theme import apply_theme
from tests.attacks.making import NOW, ULID
from tests.workspace.sharing import TEXT, share

STEERING = "\x1b]0;titel\x07\x1b[2J\x1b[31mrood\x9b0m\u202etxt.exe\u2066\r\x08"
ACTING = (
    '<script>alert(1)</script><img src=x onerror="alert(1)"><svg/onload=alert(1)>'
    "[klik](javascript:alert(1)) ![x](http://kwaad.example/x.png) </textarea><iframe src=//x>"
    '"><a href="javascript:alert(1)">x</a>'
)
COMPUTED = '=HYPERLINK("http://kwaad.example","klik") +cmd|\' /C calc\'!A0 @SUM(1) -2+3'
FORMULAS = ('=cmd|"/C calc"!A0', "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "=1+1")
EVIL = f"{STEERING} {ACTING} {COMPUTED}"
OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
SPOKEN = ("comment", "question", "suggestion", "response", "reading", "position", "proposes")
LISTING = sorted(
    name
    for name, (_, options) in COMMANDS.items()
    if [each[0][0] for each in options if not each[0][0].startswith("-")] == ["workspace"]
    and not any(settings.get("required") for _, settings in options)
    and name not in {"open", "send", "receive", "take-back", "sign", "release", "upgrade", "name"}
)


@pytest.fixture
def root(tmp_path) -> Path:
    """A room in which everything that people write is hostile."""
    said = {}
    for number, kind in enumerate(SPOKEN):
        values = {
            "title": EVIL,
            "text": EVIL,
            "base": "x",
            "quote": EVIL,
            "mention": EVIL,
            "verdict": "roadmap",
            "date": EVIL,
            "size": EVIL,
            "stance": "object",
            "change": "edit",
        }
        voice = Voice(f"Bouw {EVIL}", "vendor", EVIL)
        event = Event(
            ULID.format("0123456789"[number]),
            kind,
            "a",
            "aaaaaaaaaa",
            voice,
            NOW.isoformat(),
            "",
            EVIL,
            values,
        )
        said[event.path] = write_event(event)
    text = TEXT.replace("### Biljet", f"### {ACTING} \x1b[31m =1+1").replace(
        "Het systeem stelt één biljet samen.", f"{ACTING} \x1b[2J {COMPUTED}\n\n=1+1"
    )
    for number, formula in enumerate(FORMULAS):
        marker = f"<!-- clause d{number}aaaaaaaa BEL-1{number} kind=eis -->"
        text += f"\n{marker}\n### {formula}\n\n{formula}\n"
    (writer,) = share(tmp_path, "Fatma", files={"documents/a.md": text, **said})
    writer.organisation = f"Gemeente {EVIL}"
    (writer.root / "bijlage.txt").write_text("x", encoding="utf-8")
    writer.save(f"Versie {EVIL}".replace("\x07", ""))
    return writer.root


@pytest.mark.parametrize("command", LISTING)
def test_nothing_that_a_command_prints_steers_the_terminal(root, command, capsys):
    main([command, str(root)])
    said = capsys.readouterr()
    assert OBEYED.search(said.out) is None
    assert OBEYED.search(said.err) is None


def test_there_are_commands_to_look_at():
    assert {"comments", "history", "positions", "suggestions", "status", "answers"} <= set(LISTING)


def test_an_error_does_not_steer_the_terminal_either(tmp_path, capsys):
    assert main(["status", f"{tmp_path}/\x1b[31mrood"]) == 2
    assert OBEYED.search(capsys.readouterr().err) is None


def test_a_document_that_is_given_on_stays_as_it_is_to_the_byte(tmp_path):
    for name in ("basis", "ons", "hun"):
        (tmp_path / name).write_bytes(b"# A\n\nEen \xe2\x80\xae teken \x1b[31m.\n")
    words = [sys.executable, "-m", "coauthor", "merge-file", "basis", "ons", "hun"]
    project = str(Path(__file__).parents[2])
    done = subprocess.run(
        words,
        cwd=tmp_path,
        env={"PYTHONPATH": project, "HOME": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert done.stdout == (tmp_path / "ons").read_bytes()


# -- HTML -----------------------------------------------------------------------------


ACTORS = {"script", "iframe", "object", "embed", "svg", "form", "base", "img"}
SCHEMES = re.compile(r"\s*(javascript|data|vbscript):", re.IGNORECASE)


class Acting(HTMLParser):
    """Collects whatever would act in a browser or fetch something from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attrs):
        refreshes = any(key == "http-equiv" for key, _ in attrs)
        if tag in ACTORS or (tag == "meta" and refreshes):
            self.found.append(tag)
        for key, value in attrs:
            if key.startswith("on") or SCHEMES.match(value or ""):
                self.found.append(f"{tag} {key}={value}")
            if key == "src":
                self.found.append(f"{tag} {key}={value}")


def acting(html: str) -> list[str]:
    parser = Acting()
    parser.feed(html)
    parser.close()
    return parser.found


def test_the_finder_of_what_acts_finds_it():
    assert len(acting(ACTING)) >= 6


def test_an_exported_page_holds_nothing_that_acts(root, tmp_path):
    output = tmp_path / "a.html"
    arguments = ["export", str(root / "documents/a.md"), "--format", "html", "-o", str(output)]
    assert main(arguments) == LEFT  # a picture from elsewhere stays out, and that is told
    assert acting(output.read_text(encoding="utf-8")) == []


def test_a_report_holds_nothing_that_acts(root, tmp_path):
    output = tmp_path / "verslag.html"
    main(["report", "level-playing-field", str(root), "-o", str(output)])
    assert acting(output.read_text(encoding="utf-8")) == []
    due = tmp_path / "termijnen.html"
    main(["due", str(root), "--html", str(due)])
    assert not due.exists() or acting(due.read_text(encoding="utf-8")) == []


def test_a_comparison_holds_nothing_that_acts(root, capsys):
    main(["compare", str(root / "documents/a.md"), str(root / "documents/b.md"), "--html"])
    said = capsys.readouterr().out
    assert "<html" in said
    assert acting(said) == []


def test_what_is_said_on_a_clause_does_not_act_in_the_window(qtbot):
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, "light")
    assert acting(message_html(EVIL)) == []


# -- spreadsheets ---------------------------------------------------------------------


def sheets(path: Path) -> str:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as book:
        return "".join(
            book.read(each).decode() for each in book.namelist() if each.endswith((".xml", ".rels"))
        )


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "{root}/documents/a.md", "--format", "xlsx", "-o", "{output}"),
        ("report", "level-playing-field", "{root}", "-o", "{output}"),
    ],
)
def test_a_workbook_computes_nothing_and_links_nowhere(root, tmp_path, arguments):
    output = tmp_path / "uit.xlsx"
    main([each.format(root=root, output=output) for each in arguments])
    said = sheets(output)
    assert "=1+1" in said or "=HYPERLINK" in said  # it is there, as text
    assert not re.search(r"<f[ >]|<hyperlink|kwaad\.example\"? TargetMode|ddeLink", said)
