"""Scenario 8: three large cities write most of it, and no small municipality has spoken."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from coauthor.cli import main
from coauthor.document.reading import read_clause
from coauthor.history.repository import Author
from coauthor.lineage.proposals import Proposal
from coauthor.review.voting.minority import read_settled
from coauthor.workspace.person import Person, write_person
from coauthor.workspace.upgrading.proposing import to_record
from coauthor.workspace.versions import release, save_version
from coauthor.workspace.workspace import open_workspace
from tests.ui.far import Far
from tests.ui.parties import Party, gather
from tests.workspace.sharing import now
from tests.workspace.voting.table import Seat

pytestmark = pytest.mark.timeout(120)

STEWARD, DORP, BEEK = "Stichting Land", "Gemeente Dorp", "Gemeente Beek"
CITIES = ("Gemeente Havenstad", "Gemeente Domstad", "Gemeente Rivierstad")
VENDORS = ("Leverancier Alfa", "Leverancier Beta")
SETTINGS = f"""format = 1
kind = "standard"
name = "norm"
organisation = "{STEWARD}"
title = "Norm"

[[documents]]
name = "norm"
title = "Norm"
"""
TITLES = ("Aanvraag", "Termijn", "Betaling", "Bericht", "Archief", "Uitreiking")
UIDS = [f"n{number}aaaaaaaa" for number in range(len(TITLES))]
TEXT = "---\ntitle: Norm\ncode: N\n---\n\n# Norm\n" + "".join(
    f"\n<!-- clause {uid} N-00{place} kind=eis -->\n### {title}\n\nHet systeem doet dit.\n"
    for place, (uid, title) in enumerate(zip(UIDS, TITLES, strict=True), start=1)
)
CLASSES = [
    (STEWARD, "umbrella", ""),
    *((name, "municipality", "over-100k") for name in CITIES),
    (DORP, "municipality", "under-25k"),
    (BEEK, "municipality", "25k-50k"),
    *((name, "vendor", "") for name in VENDORS),
]
PEOPLE = "".join(
    f'[[organisations]]\nname = "{name}"\nparty = "{party}"\nsize = "{size}"\n\n'
    for name, party, size in CLASSES
)
WISHES = "binnen één dag en met een bericht aan de inwoner zodra het klaar is"
OFFERED = [*CITIES, *CITIES, CITIES[0], DORP, *VENDORS]
"""Who made each of ten proposals: seven are of the three large cities."""


def before(root: Path) -> None:
    """Release 1.0, list who takes part, and decide on ten proposals for 2.0."""
    write_person(Person("Ruud", STEWARD))
    steward = Author("Ruud", organisation=STEWARD)
    space = open_workspace(root)
    release(space, "1.0", steward, now(), "Uitgave 1.0")
    (root / "people.toml").write_text(PEOPLE, "utf-8")
    (root / "proposals").mkdir()
    clauses = space.read(space.settings.documents[0]).clauses
    ids = [f"01JDN3ZQ8K5T7WV9X2Y4Z6A8{number:02d}" for number in range(len(OFFERED))]
    for number, (name, organisation) in enumerate(zip(ids, OFFERED, strict=True)):
        clause = clauses[number % len(clauses)]
        source = clause.source.replace("doet dit.", f"doet dit {WISHES}.")
        assert read_clause(source).body != clause.body
        offered = Proposal(
            name,
            clause.uid,
            clause.code,
            clause.title,
            "norm",
            "1.0",
            clause.source,
            source,
            organisation=organisation,
            argument="Inwoners vragen hierom.",
            at=now().isoformat(timespec="seconds"),
        )
        (root / f"proposals/{name}.toml").write_bytes(to_record(offered))
    save_version(space, "Deelnemers en voorstellen", steward, now())
    for name in ids[:4]:
        assert main(["adopt", str(root), name]) == 0
    assert main(["reject", str(root), ids[7], "--reason", "Staat er al."]) == 0
    save_version(space, "Afgewezen", steward, now())
    for name in (*CITIES, *VENDORS):
        speaks(root, name, "agree")
    save_version(space, "Standpunten", steward, now())


def speaks(root: Path, organisation: str, stance: str) -> None:
    """Take a position on everything, without a window."""
    for uid in UIDS:
        Seat("Iemand", root, organisation).says(uid, stance)


@pytest.fixture
def seats(tmp_path: Path) -> Iterator[dict[str, tuple[Party, Far | None]]]:
    parties = gather(
        tmp_path,
        {"coauthor.toml": SETTINGS, "documents/norm.md": TEXT},
        STEWARD,
        DORP,
        BEEK,
        before=before,
    )
    found = {
        party.name: (party, None if party.name == BEEK else party.sits_down()) for party in parties
    }
    yield found
    for _, far in found.values():
        if far is not None:
            far.leaves()


def settle(far: Far) -> None:
    """Try to make the release."""
    far.asks("choose", "release_standard")
    far.is_at("ReleaseDialog")
    far.presses("Return")
    far.is_at_work()


def receive(far: Far) -> None:
    far.presses("F5")
    far.waits(lambda: not far.asks("busy"))
    far.is_told("overgenomen")


def refused(far: Far) -> str:
    far.waits(lambda: any("niet vastgesteld" in said for said in far.asks("said")))
    return next(said for said in far.asks("said") if "niet vastgesteld" in said)


def test_the_quorum_stops_a_release_that_no_small_municipality_spoke_on(
    seats: dict[str, tuple[Party, Far | None]], tmp_path: Path
):
    steward, dorp = seats[STEWARD][1], seats[DORP][1]
    assert steward is not None
    assert dorp is not None
    steward.is_at_work()
    settle(steward)
    said = refused(steward)
    assert "tot 25.000" in said
    assert "25.000 tot 50.000" in said
    assert "100.000 inwoners" not in said, "the large cities did speak"
    steward.shows("refused")

    steward.presses("Ctrl+Shift+P")
    steward.is_at("PositionsWindow")
    steward.waits(lambda: len(steward.asks("positions")["rows"]) == len(UIDS))
    steward.presses("Ctrl+Tab")
    steward.waits(lambda: steward.asks("positions")["shares"] > 0)
    warnings = steward.asks("positions")["warnings"]
    assert "gemeenten vanaf 100.000 inwoners" in warnings
    assert "70 % van de voorstellen" in warnings
    steward.shows("shares")
    steward.presses("Escape")
    steward.is_at_work()

    objects(dorp)
    receive(steward)
    settle(steward)
    steward.waits(lambda: "tot 25.000 inwoners" not in refused(steward))
    assert "25.000 tot 50.000" in refused(steward)

    beek = seats[BEEK][0]
    assert main(["receive", str(beek.root)]) == 0
    speaks(beek.root, BEEK, "live")
    write_person(Person("Bea", BEEK))
    assert main(["save", str(beek.root), "-m", "Ons standpunt"]) == 0
    assert main(["send", str(beek.root)]) == 0
    receive(steward)
    settle(steward)
    steward.waits(lambda: "bezwaar" in refused(steward))
    assert DORP in refused(steward)

    answers(steward)
    settle(steward)
    steward.is_told("2.0")
    steward.shows("released")
    root = seats[STEWARD][0].root
    kept = read_settled((root / "positions/norm.toml").read_text("utf-8"))[UIDS[1]]
    assert [each.organisation for each in kept.minority] == [DORP]
    assert kept.minority[0].answer == "In 2.1 wordt dit ruimer."

    output = tmp_path / "verslag.html"
    assert main(["report", "level-playing-field", str(root), "-o", str(output)]) == 0
    page = output.read_text("utf-8")
    assert re.search(r"⚠ gemeenten vanaf 100\.000 inwoners</strong>: schreef \d+ %", page)


def objects(dorp: Far) -> None:
    """Agree to all but one clause, and share it."""
    dorp.is_at_work()
    dorp.presses("Ctrl+Shift+P")
    dorp.is_at("PositionsWindow")
    dorp.waits(lambda: len(dorp.asks("positions")["rows"]) == len(UIDS))
    dorp.presses("Ctrl+A", "Tab", "Tab", "Space")
    dorp.waits(lambda: all(row["own"] == "akkoord" for row in dorp.asks("positions")["rows"]))
    dorp.presses("Escape")
    dorp.is_at_work()
    assert dorp.asks("go", UIDS[1])
    dorp.presses("Ctrl+Alt+O")
    dorp.is_at("ObjectDialog")
    dorp.types("Wij zijn niet elke dag open.")
    dorp.presses("Tab", "Space")
    dorp.is_at_work()
    dorp.is_told("bezwaar")
    dorp.presses("Shift+F5")
    dorp.is_told("gedeeld via")


def answers(steward: Far) -> None:
    """Answer the objection in the table, at the clause where one is."""
    assert steward.asks("go", UIDS[1])
    steward.presses("Ctrl+Shift+P")
    steward.is_at("PositionsWindow")
    steward.waits(lambda: "niet elke dag open" in steward.asks("positions")["detail"])
    while "Antwoord op" not in steward.asks("focus"):
        steward.presses("Tab")
    steward.presses("Space")
    steward.is_at("AnswerDialog")
    steward.types("In 2.1 wordt dit ruimer.")
    steward.presses("Tab", "Space")
    steward.is_at("PositionsWindow")
    steward.waits(lambda: "In 2.1 wordt dit ruimer." in steward.asks("positions")["detail"])
    steward.shows("answered")
    steward.presses("Escape")
    steward.is_at_work()
