"""Scenario 10: 23 questions from five vendors become a memo that tells nobody who asked."""

import csv
import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pygit2
import xlsxwriter

from coauthor.document.reading import read_document
from coauthor.history.repository import Author
from coauthor.history.sharing.joining import join
from coauthor.history.sharing.places import connect
from coauthor.history.sharing.sending import send
from coauthor.workspace.creating import derive_workspace
from coauthor.workspace.standards import find_source
from tests.ui.far import PATIENCE, SHOTS, Far
from tests.workspace.memo.making import WHEN

ASKERS = (
    "Zwanenzang Software B.V.",
    "Zwanenzang",
    "Petra Kanarie",
    "p.kanarie@zwanenzang.example",
    "06-98765432",
    "Eendracht",
    "Joris Reiger",
    "j.reiger@",
    "Meerkoet",
    "Ooievaar",
    "Lepelaar",
)
"""Nothing of this may stand in what is published."""

SAME = {(1, 14), (2, 7), (5, 13), (8, 18)}
"""Questions that ask the same."""

ALIKE = {4: "BEL-012", 9: "BEL-047", 15: "BEL-027", 23: "BEL-031"}
"""Questions without a code, with the clause that their words are about."""

CHANGE = "Tekst van de eis na wijziging (leeg: ongewijzigd)"
CHANGES = 2
"""The question whose answer would change what everybody must meet."""

FIRST = (
    (
        "1",
        "BEL-021",
        "Geldt de duur van de aanslagrun van 8 uur ook bij meer dan 50.000 aanslagen?",
    ),
    ("2", "BEL-060", "Mag het exitplan ook binnen 6 maanden na ingang van de overeenkomst komen?"),
    ("3", "Eis 53", "Begint de termijn van 24 uur bij ontdekking door de toeleverancier?"),
    ("4", "", "Noemt het taxatieverslag ook de onderbouwing van de waarde van andere woningen?"),
    ("5", "BEL-058", "Hoe wordt de beschikbaarheid van 99,5 % gemeten bij gepland onderhoud?"),
    ("6", "BEL-024", "Kan Zwanenzang Software volstaan met automatische incasso in 8 termijnen?"),
)
SECOND = (
    (
        "BEL-060",
        "Is het toegestaan het exitplan binnen 6 maanden na ingang van de overeenkomst te sturen?",
    ),
    ("bel 43", "Wie beoordeelt of de uitleg van de aanslag op taalniveau B1 is?"),
    ("", "Welke soorten zaken deelt het systeem met het zaakregister van de gemeente?"),
    ("BEL-049", "In welk open formaat verwacht u de export van alle gegevens?"),
    ("BEL-025", "Telt een bankmutatie die met de hand is gekoppeld mee in de 95 %?"),
)
THIRD = (
    "Geldt de reactietijd ook buiten de openstellingstijd?",
    "Hoe meet u de beschikbaarheid van 99,5 % tijdens gepland onderhoud?",
)
THIRD_REST = (
    ("BEL-021", "Geldt de duur van 8 uur voor een aanslagrun ook bij meer dan 50.000 aanslagen?"),
    ("", "Mag een betalingsregeling zonder toets aan de regels van de gemeente?"),
    ("BEL-059", "Hoe lang duurt de schaduwrun bij de migratie?"),
)
FOURTH = (
    ("1", "BEL-046", "Is een OpenAPI beschrijving in versie 3.1 ook toegestaan?"),
    ("2", "BEL-043", "Wie beoordeelt of de uitleg van een aanslag taalniveau B1 heeft?"),
    ("3", "BEL-052", "Volstaat een certificaat als onafhankelijk bewijs?"),
    ("4", "BEL-002", "Mogen meerdere gemeenten in één omgeving een eigen inrichting hebben?"),
)
FIFTH = (
    ("Bestek", "BEL-057", "12", "Wie stelt de selectielijst voor het vernietigen vast?"),
    ("Bestek", "BEL-013", "14", "Mag de marktanalyse op een lijst in plaats van op een kaart?"),
    (
        "Bestek",
        "",
        "",
        "Waarschuwt het systeem voor verjaring ook als de vordering geblokkeerd is?",
    ),
)


def forms(folder: Path) -> list[Path]:
    """Write five forms, each in the shape of another organisation."""
    folder.mkdir()
    paths = [folder / name for name in ("1-zwanenzang.xlsx", "2-eendracht.csv", "3-meerkoet.xlsx")]
    paths += [folder / "4-ooievaar.csv", folder / "5-lepelaar.xlsx"]
    above = (
        ("Europese aanbesteding", ""),
        ("Indiener vraag: Zwanenzang Software B.V.", ""),
        ("Indiener vraag: Petra Kanarie", ""),
        ("Contactgegevens indiener: p.kanarie@zwanenzang.example, 06-98765432", ""),
        ("vraagnr van indiener", "referentie (document, artikel)", "vraag", "antwoord"),
    )
    book(paths[0], [*above, *FIRST, ("7", "", "")])
    who = ("Eendracht ICT", "Joris Reiger", "j.reiger@eendracht.example")
    head = ("Organisatie", "Contactpersoon", "E-mail", "Eis", "Vraag", "Reactie")
    table(paths[1], [head, *((*who, *each, "") for each in SECOND)], ";")
    rows = [
        ("Leverancier", "Eis", "Vraag"),
        ("Meerkoet BV", "", THIRD[0]),
        ("Meerkoet BV", "", THIRD[1]),
    ]
    rows += [("Meerkoet BV", *each) for each in THIRD_REST]
    book(paths[2], rows, merged=(1, 1, 2, 1, "BEL-058"), stray=True)
    rows = [("No", "Requirement", "Question", "Company")]
    table(paths[3], [*rows, *((*each, "Ooievaar Ltd.") for each in FOURTH)], ",")
    rows = [("Partij:", "Lepelaar"), ("Document", "Eis", "Pagina", "Vraagstelling"), *FIFTH]
    book(paths[4], rows)
    return paths


def book(
    path: Path,
    rows: list[tuple[str, ...]],
    *,
    merged: tuple[int, int, int, int, str] | None = None,
    stray: bool = False,
) -> None:
    made = xlsxwriter.Workbook(str(path))
    sheet = made.add_worksheet("Blad")
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if value:
                sheet.write_string(number, column, value)
    if merged:
        sheet.merge_range(*merged)
    if stray:
        made.add_worksheet("Sheet2").write_string(0, 0, "rekenblad van een ander")
    made.close()


def table(path: Path, rows: list[tuple[str, ...]], delimiter: str) -> None:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    path.write_text(stream.getvalue(), "utf-8-sig")


class Clerk(Far):
    """Somebody who works on the register."""

    def waits(self, until: Callable[[], bool], seconds: float = PATIENCE) -> None:
        """Wait with a short breath: there are many small steps here."""
        end = time.monotonic() + seconds
        while not until():
            assert time.monotonic() < end, (self.asks("window"), self.asks("memo_dialog"))
            time.sleep(0.02)

    def is_told(self, words: str) -> None:
        """Wait for words in the message bar; between two windows there is none."""

        def told() -> bool:
            try:
                return any(words in said for said in self.asks("said"))
            except AssertionError:
                return False

        self.waits(told)

    def clicks(self, name: str) -> None:
        self.waits(lambda: bool(self.asks("memo_click", name)))

    def sees_in_row(self, number: int, column: int, words: str) -> None:
        """Wait until a question shows something in the list."""
        self.waits(
            lambda: any(
                row[0] == str(number) and words in row[column] for row in self.asks("memo_rows")
            )
        )

    def settles(self) -> None:
        self.waits(lambda: bool(self.asks("memo_ready")))

    def is_asked(self, dialog: str) -> None:
        self.waits(lambda: self.asks("memo_dialog") == dialog)

    def was_told(self, words: str) -> None:
        self.waits(lambda: words in self.asks("memo_told"))

    def opens_register(self) -> None:
        self.presses("Ctrl+Shift+Q")
        self.settles()

    def shares_at(self, place: Path) -> None:
        self.clicks("Delen…")
        self.is_asked("ShareDialog")
        self.asks("memo_fill", "Map of adres", str(place))
        self.clicks("Deel")
        self.was_told("gedeeld met collega")

    def looks(self, step: str) -> None:
        SHOTS.mkdir(parents=True, exist_ok=True)
        self._number += 1
        name = f"{self.name}-{self._number:02d}-{step}.png"
        assert self.asks("memo_shot", str(SHOTS / name))


def traces(root: Path) -> set[str]:
    """Return the askers that stand in files or in any object of a history."""
    pieces = [path.read_bytes() for path in root.rglob("*") if path.is_file()]
    pieces += [path.as_posix().encode() for path in root.rglob("*")]
    git = pygit2.Repository(str(root))
    pieces += [git[each].read_raw() for each in git]
    return found_in(pieces)


def found_in(pieces: list[bytes]) -> set[str]:
    codes = ("utf-8", "utf-16-le")
    return {
        each
        for each in ASKERS
        for code in codes
        for piece in pieces
        if each.encode(code).lower() in piece.lower()
    }


def test_a_memo_from_five_forms_tells_nobody_who_asked(tmp_path: Path) -> None:
    home, place, private = (
        tmp_path / "a/waterrijk",
        tmp_path / "plek.git",
        tmp_path / "besloten.git",
    )
    made = derive_workspace(
        find_source("belastingen"),
        "1.0",
        home,
        "Gemeente Waterrijk",
        author=Author("Anja"),
        when=WHEN,
        message="Afgeleid",
    )
    send(made.repository, connect(made.repository, str(place)))
    there = join(str(place), tmp_path / "b/waterrijk").root
    anja, mo = Clerk("Anja", tmp_path / "a/home", home), Clerk("Mo", tmp_path / "b/home", there)
    try:
        anja.is_at_work()
        freezes(anja)
        anja.opens_register()
        brings_in(anja, forms(tmp_path / "forms"))
        joins_doubles(anja)
        links(anja)
        answers(anja)
        anja.shares_at(private)
        mo.is_at_work()
        approves(mo, private)
        publishes(anja)
        exports(anja, tmp_path)
        anja.asks("memo_close")
        anja.is_at_work()
    finally:
        anja.leaves()
        mo.leaves()
    changed = read_document((home / "documents/belastingen.md").read_text("utf-8"))
    assert "{{levertermijn exitplan: 6 maanden}}" in changed.text
    records = [each.read_text("utf-8") for each in (home / "decisions").glob("*.toml")]
    assert sum('kind = "memo-change"' in each for each in records) == 1
    assert traces(home) == set()
    assert traces(home.with_name("waterrijk-nota")) >= {"Zwanenzang", "Meerkoet", "Lepelaar"}


def freezes(anja: Clerk) -> None:
    """The specification is published: from now on only a memo changes it."""
    anja.asks("memo_act", "freeze_specification")
    anja.is_at("FreezeDialog")
    anja.types("Bestek 1.0")
    anja.presses("Return")
    anja.waits(lambda: anja.asks("window") == "Workbench")
    anja.is_told("bevroren")
    anja.is_at_work()
    before = anja.asks("text")
    anja.asks("go", "zab5rrb146")
    anja.presses("F2")
    anja.types("weg")
    assert anja.asks("text") == before


def brings_in(anja: Clerk, files: list[Path]) -> None:
    anja.asks("memo_files", [str(each) for each in files])
    anja.is_asked("ImportDialog")
    anja.looks("inlezen")
    anja.clicks("Neem over")
    anja.was_told("23 nieuwe vragen (19 meteen gekoppeld)")
    assert len(anja.asks("memo_rows")) == 23
    anja.looks("ingelezen")


def joins_doubles(anja: Clerk) -> None:
    """Each pair is decided by a person; what only looks alike is kept apart."""
    anja.clicks("Dubbele vragen…")
    anja.is_asked("DuplicatesDialog")
    anja.looks("dubbel")
    for left in range(len(SAME), 0, -1):
        anja.waits(lambda left=left: anja.asks("memo_pairs") == left)
        anja.clicks("Voeg samen")
    anja.waits(lambda: anja.asks("memo_pairs") == 0)
    assert not anja.asks("memo_click", "Voeg samen")
    anja.clicks("Sluiten")
    numbers = {int(row[0]) for row in anja.asks("memo_rows")}
    assert numbers == set(range(1, 24)) - {second for _, second in SAME}


def links(anja: Clerk) -> None:
    """What had no code gets the clause that its words are about, when a person says so."""
    open_now = {int(row[0]) for row in anja.asks("memo_rows") if row[2] == "–"}
    assert open_now == set(ALIKE)
    for number, code in ALIKE.items():
        anja.asks("memo_row", number)
        anja.clicks("Koppel…")
        anja.is_asked("ClauseDialog")
        assert code in anja.asks("memo_reads", "Eis").splitlines()[0], number
        if number == 9:
            anja.looks("koppelen")
        anja.clicks("Koppel")
        anja.sees_in_row(number, 2, code)
    assert all(row[2] != "–" for row in anja.asks("memo_rows"))


def answers(anja: Clerk) -> None:
    for row in anja.asks("memo_rows"):
        number = int(row[0])
        anja.asks("memo_row", number)
        anja.asks("memo_fill", "Antwoord", f"Het antwoord op deze vraag over {row[2]}.")
        if number == 6:
            assert "Zwanenzang" in anja.asks("memo_reads", "Namen om te verwijderen")
            anja.looks("namen")
            said = "Mag automatische incasso in 8 termijnen?"
            anja.asks("memo_fill", "Vraag zoals gepubliceerd", said)
        if number == CHANGES:
            anja.clicks("Wijzig de tekst van de eis")
            anja.waits(lambda: "3 maanden" in anja.asks("memo_reads", CHANGE))
            body = anja.asks("memo_reads", CHANGE)
            anja.asks("memo_fill", CHANGE, body.replace("3 maanden", "6 maanden"))
        anja.clicks("Vraag tweede lezer")
        anja.sees_in_row(number, 1, "Tweede lezer")
    assert not anja.asks("memo_click", "Akkoord")  # not by who wrote it
    anja.asks("memo_row", CHANGES)
    assert anja.asks("memo_reads", "Gevolg van het antwoord") == "Wezenlijke wijziging"
    anja.looks("wezenlijk")


def approves(mo: Clerk, private: Path) -> None:
    mo.presses("Ctrl+Shift+Q")
    mo.waits(lambda: mo.asks("memo_ready"))
    mo.shares_at(private)
    rows = mo.asks("memo_rows")
    assert len(rows) == 19
    for row in rows:
        mo.asks("memo_row", int(row[0]))
        mo.clicks("Akkoord")
        mo.sees_in_row(int(row[0]), 1, "Akkoord")
    assert all("Akkoord" in row[1] for row in mo.asks("memo_rows"))
    mo.looks("akkoord")
    before = len(list(private.rglob("*")))
    mo.clicks("Delen…")
    mo.waits(lambda: mo.asks("memo_ready") and len(list(private.rglob("*"))) > before)
    mo.was_told("gedeeld met collega")


def publishes(anja: Clerk) -> None:
    anja.clicks("Delen…")
    anja.waits(lambda: all("Akkoord" in row[1] for row in anja.asks("memo_rows")))
    anja.clicks("Publiceren…")
    anja.is_asked("PublishDialog")
    assert not anja.asks("memo_click", "Publiceren")
    why = anja.asks("memo_reads", "Publiceren kan nog niet:")
    for way in ("rectificeren", "intrekken", "anders antwoorden"):
        assert way in why
    anja.looks("tegengehouden")
    anja.clicks("Annuleren")
    anja.asks("memo_row", CHANGES)
    anja.clicks("Kies…")
    anja.is_asked("ChoiceDialog")
    anja.asks("memo_fill", "Nieuwe termijn (jjjj-mm-dd)", "2027-01-15")
    anja.asks("memo_fill", "Reden", "Iedereen krijgt tijd voor de nieuwe eis")
    anja.clicks("Leg vast")
    anja.waits(lambda: any("Gekozen" in each for each in anja.asks("memo_labels")))
    anja.clicks("Publiceren…")
    anja.is_asked("PublishDialog")
    anja.clicks("Publiceren")
    anja.was_told("Nota van inlichtingen 1 is gepubliceerd: 19 vragen, één wijziging")
    anja.looks("gepubliceerd")


def exports(anja: Clerk, folder: Path) -> None:
    pieces: list[bytes] = []
    for kind in ("html", "xlsx", "md"):
        path = folder / f"nota.{kind}"
        anja.asks("memo_save_as", str(path))
        anja.waits(path.exists)
        anja.settles()
        pieces.append(path.read_bytes())
    with zipfile.ZipFile(folder / "nota.xlsx") as archive:
        pieces += [archive.read(each) for each in archive.infolist()]
        core = archive.read("docProps/core.xml").decode()
    assert found_in(pieces) == set()
    assert "<dc:creator></dc:creator>" in core
    assert "Anja" not in core
    page = pieces[0].decode()
    assert page.count("<article") == 19
    assert "6 maanden" in page
