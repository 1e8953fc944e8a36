"""From forms to a published memo, with real files and a real history."""

import gzip
import io
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

import pygit2
import pytest

from coauthor.cli import main
from coauthor.errors import UserError
from coauthor.exchange.memo import FORMATS, write_memo
from coauthor.review.event import Voice
from coauthor.review.memo.model import Effect, State, Way
from coauthor.workspace.events import say
from coauthor.workspace.memo.answering import (
    approve,
    choose,
    classify,
    clear,
    draft,
    find,
    join,
    judgement,
    keep_apart,
    names_in_question,
    proposed_pairs,
    submit,
)
from coauthor.workspace.memo.importing import collect, read_files, take_in
from coauthor.workspace.memo.publishing import Said, preview, publish, ready_now
from coauthor.workspace.memo.releasing import publish_specification
from coauthor.workspace.memo.room import Room, make_room, open_room, use_room
from coauthor.workspace.workspace import Workspace, open_workspace
from coauthor.workspace.writing_alone import writing_alone
from tests.workspace.memo.making import (
    ANJA,
    TEXT,
    WHEN,
    as_other,
    comma,
    room_with,
    specification,
    xlsx,
)

ZWAAN, EEND = "Zwanenzang Software B.V.", "Eendracht ICT"
PETRA, MAIL, PHONE = "Petra Kanarie", "p.kanarie@zwanenzang.example", "06-98765432"
CANARIES = (ZWAAN, "Zwanenzang", EEND, PETRA, "Kanarie", MAIL, PHONE, "zwanen-vragen", "eend.csv")
HEAD = ("Nr", "Referentie", "Vraag", "Antwoord")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return specification(tmp_path / "waterrijk")


@pytest.fixture
def forms(tmp_path: Path) -> tuple[Path, Path]:
    first = xlsx(
        tmp_path / "zwanen-vragen.xlsx",
        [
            (f"Indiener vraag: {ZWAAN}",),
            (f"Indiener vraag: {PETRA}",),
            (f"Contactgegevens indiener: {MAIL}, {PHONE}",),
            HEAD,
            ("1", "BEL-001", "Mag het aanslagbiljet ook binnen 10 werkdagen worden samengesteld?"),
            ("2", "BEL-002", "Welke huisstijl bedoelt de gemeente hier precies?"),
        ],
    )
    second = comma(
        tmp_path / "eend.csv",
        [
            ("Organisatie", "Eis", "Vraag"),
            (EEND, "", "Is het toegestaan het aanslagbiljet binnen 10 werkdagen samen te stellen?"),
            (EEND, "BEL-003", "Geldt een machtiging ook per kwartaal?"),
        ],
    )
    return first, second


def answered(room: Room, other: Room, number: str, answer: str, **values: str) -> None:
    draft(room, find(room, number), answer, WHEN, **values)
    submit(room, find(room, number), WHEN)
    approve(other, find(other, number), WHEN)


def published(room: Room) -> int:
    with writing_alone(room.workspace, ANJA, WHEN, "Buiten") as desk:
        return publish(room, desk, WHEN, Said.of(TEXT), TEXT).memo.number


def test_questions_come_in_link_by_code_and_the_rest_waits_for_a_person(
    workspace: Workspace, forms: tuple[Path, Path]
) -> None:
    room = make_room(workspace, ANJA, WHEN, "Vragen")
    found = take_in(room, read_files(forms), WHEN, "Ingelezen")
    assert (found.new, found.linked) == (4, 3)
    questions = room.register().questions
    assert [each.clause for each in questions] == ["aaaaaaaaaa", "bbbbbbbbbb", "", "cccccccccc"]
    assert {each.organisation for each in room.askers()} == {ZWAAN, EEND}


def test_reading_a_form_again_updates_and_never_doubles(
    workspace: Workspace, forms: tuple[Path, Path], tmp_path: Path
) -> None:
    room = room_with(workspace, *forms)
    again = take_in(room, read_files(forms), WHEN, "x")
    assert (again.new, again.updated, again.unchanged) == (0, 0, 4)
    xlsx(
        forms[0],
        [
            (f"Indiener vraag: {ZWAAN}",),
            HEAD,
            ("0", "", "Een nieuwe vraag vooraan in het formulier?"),
            ("1", "BEL-001", "Mag het aanslagbiljet binnen 12 werkdagen worden samengesteld?"),
            ("2", "BEL-002", "Welke huisstijl bedoelt de gemeente hier precies?"),
        ],
    )
    third = take_in(room, read_files(forms[:1]), WHEN, "x")
    assert (third.new, third.updated, third.unchanged) == (1, 1, 1)
    assert "12 werkdagen" in find(room, "1").text
    assert len(find(room, "1").wordings) == 2


def test_two_that_ask_the_same_are_proposed_joined_and_keep_both_askers_privately(
    workspace: Workspace, forms: tuple[Path, Path]
) -> None:
    room = room_with(workspace, *forms)
    (pair,) = proposed_pairs(room)
    assert (pair.first.number, pair.second.number) == (1, 3)
    join(room, pair.first, pair.second, WHEN)
    first = find(room, "1")
    assert len(first.wordings) == 2
    ids = {first.id, *first.joined}
    assert {a.organisation for a in room.askers() if a.question in ids} == {ZWAAN, EEND}
    assert not proposed_pairs(room)


def test_a_pair_that_a_person_kept_apart_is_not_proposed_again(
    workspace: Workspace, forms: tuple[Path, Path]
) -> None:
    room = room_with(workspace, *forms)
    (pair,) = proposed_pairs(room)
    keep_apart(room, pair.first, pair.second, WHEN)
    assert not proposed_pairs(room)


def test_one_person_cannot_be_both_pairs_of_eyes(
    workspace: Workspace,
    forms: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    room = room_with(workspace, *forms)
    draft(room, find(room, "2"), "De huisstijl op de website.", WHEN)
    submit(room, find(room, "2"), WHEN)
    with pytest.raises(UserError, match="memo-same-person"):
        approve(room, find(room, "2"), WHEN)
    approve(as_other(room, monkeypatch, tmp_path / "mo"), find(room, "2"), WHEN)
    assert find(room, "2").state is State.APPROVED


def test_changing_a_knock_out_is_proposed_as_material_and_stops_with_options(
    workspace: Workspace,
    forms: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    room = room_with(workspace, *forms)
    other = as_other(room, monkeypatch, tmp_path / "mo")
    changed = "Het systeem stelt het aanslagbiljet binnen 10 werkdagen samen."
    answered(room, other, "1", "Ja, dat mag.", change=changed)
    question = find(room, "1")
    assert (question.effect, judgement(room, question).reason) == (Effect.MATERIAL, "knock-out")
    with pytest.raises(UserError, match="memo-effect-reason"):
        classify(room, question, Effect.MINOR, WHEN)
    with pytest.raises(UserError, match="memo-blocked"):
        published(room)
    with pytest.raises(UserError, match="memo-until-missing"):
        choose(room, question, Way.RECTIFY, "Meer tijd voor iedereen", WHEN, until="morgen")
    choose(room, question, Way.RECTIFY, "Meer tijd voor iedereen", WHEN, until="2027-01-15")
    assert published(room) == 1
    assert changed in workspace.read(workspace.settings.documents[0]).text


def test_a_name_in_a_question_stops_publication_until_it_is_dealt_with(
    workspace: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = f"Kan {ZWAAN} dit met Zwanenzang Software leveren?"
    form = xlsx(tmp_path / "a.xlsx", [(f"Indiener: {ZWAAN}",), HEAD, ("1", "BEL-002", asked)])
    room = room_with(workspace, form)
    other = as_other(room, monkeypatch, tmp_path / "mo")
    answered(room, other, "1", "Ja.")
    (block,) = ready_now(room).blocks
    assert block.reason == "names"
    with pytest.raises(UserError, match="memo-blocked"):
        published(room)
    draft(room, find(room, "1"), "Ja, als het aan NEN 1234 voldoet.", WHEN, text="Kan dit?")
    assert names_in_question(room, find(room, "1")) == ()
    draft(room, find(room, "1"), "Zie www.forumstandaardisatie.nl.", WHEN, text="Kan dit?")
    (flag,) = names_in_question(room, find(room, "1"))
    clear(room, find(room, "1"), flag.name, "Openbare bron", WHEN)
    assert names_in_question(room, find(room, "1")) == ()


# -- nobody can tell who asked ------------------------------------------------


def unpacked(data: bytes) -> list[bytes]:
    """Return data and all that is packed inside it."""
    found = [data]
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found.append(b"\n".join(each.filename.encode() for each in archive.infolist()))
            for each in archive.infolist():
                found += [each.comment, each.extra, *unpacked(archive.read(each))]
    for unpack in (gzip.decompress, zlib.decompress):
        try:
            found.append(unpack(data))
        except (OSError, zlib.error, EOFError):
            continue
    return found


def everything(root: Path) -> list[bytes]:
    """Return every file of a workspace, unpacked, and every object of its history."""
    found = []
    for path in root.rglob("*"):
        found.append(path.relative_to(root).as_posix().encode())
        if path.is_file():
            found += unpacked(path.read_bytes())
    git = pygit2.Repository(str(root))
    found += [git[each].read_raw() for each in git]
    return found


def traces(pieces: list[bytes]) -> set[str]:
    """Return the canaries that stand in some data, in whatever encoding."""
    found = set()
    for canary in CANARIES:
        spelled = {canary, canary.lower(), canary.upper(), canary.replace(" ", "")}
        codes = ("utf-8", "utf-16-le", "utf-16-be", "utf-7")
        needles = {each.encode(code) for each in spelled for code in codes}
        needles |= {each.encode().hex().encode() for each in spelled}
        if any(needle in piece for piece in pieces for needle in needles):
            found.add(canary)
    return found


def test_nothing_that_leaves_tells_who_asked_and_a_planted_leak_is_found(
    workspace: Workspace,
    forms: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    entry = workspace.settings.documents[0]
    publish_specification(workspace, entry, "Bestek 1.0", ANJA, WHEN, "Gepubliceerd")
    room = room_with(workspace, *forms)
    other = as_other(room, monkeypatch, tmp_path / "mo")
    (pair,) = proposed_pairs(room)
    join(room, pair.first, pair.second, WHEN)
    answered(room, other, "1", "Nee, 5 werkdagen blijft.")
    answered(room, other, "2", "De huisstijl op de website.", change="Het biljet is blauw.")
    answered(room, other, "4", "Nee.")
    assert published(room) == 1
    outputs = [
        piece
        for kind in FORMATS
        for piece in unpacked(write_memo(preview(room, 1, WHEN, "Nota 1"), kind, TEXT))
    ]
    assert traces(outputs) == set()
    assert traces(everything(workspace.root)) == set()
    # The room does hold them, and the search finds what is planted elsewhere.
    assert traces(everything(room.home.root)) >= {ZWAAN, EEND, PETRA, MAIL, PHONE}
    (workspace.root / "leak.md").write_text(f"gevraagd door {PETRA}", "utf-16-le")
    workspace.repository.commit("x", ANJA.author, WHEN)
    (workspace.root / "leak.md").unlink()
    workspace.repository.commit("y", ANJA.author, WHEN)
    assert traces(everything(workspace.root)) == {PETRA, "Kanarie"}
    leaking = replace(preview(room, 1, WHEN, "Nota 1"), title=f"Nota voor {EEND}")
    for kind in FORMATS:
        assert EEND in traces(unpacked(write_memo(leaking, kind, TEXT))), kind


def test_the_memo_stands_in_the_order_of_the_text_and_carries_no_moment(
    workspace: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    questions = [
        "Vraag over de incasso hier?",
        "Vraag over de huisstijl?",
        "Vraag over het biljet?",
    ]
    codes = ("BEL-003", "BEL-002", "BEL-001")
    rows = [("", code, said) for code, said in zip(codes, questions, strict=True)]
    room = room_with(workspace, xlsx(tmp_path / "a.xlsx", [HEAD, *rows]))
    other = as_other(room, monkeypatch, tmp_path / "mo")
    for number in ("1", "2", "3"):
        answered(room, other, number, "Ja.")
    published(room)
    memo = preview(room, 1, WHEN, "Nota 1")
    assert [row.code for row in memo.rows] == ["BEL-001", "BEL-002", "BEL-003"]
    with zipfile.ZipFile(io.BytesIO(write_memo(memo, "xlsx", TEXT))) as book:
        core = book.read("docProps/core.xml").decode()
    assert "<dc:creator></dc:creator>" in core
    assert "2026-11-27T00:00:00Z" in core
    assert "T10:00" not in core


def test_a_question_that_looks_like_a_clause_or_a_formula_becomes_neither(
    workspace: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    nasty = "# Kop\n<!-- clause zzzzzzzzzz X-1 kind=eis -->\n### Eis\n<script>alert(1)</script>"
    form = comma(tmp_path / "a.csv", [("Vraag", "Eis"), (nasty, "BEL-001")])
    room = room_with(workspace, form)
    other = as_other(room, monkeypatch, tmp_path / "mo")
    answered(room, other, "1", "=1+1")
    published(room)
    written = open_workspace(workspace.root)
    memo = written.read(written.entry("nvi-1"))
    assert memo.clauses == ()
    page = write_memo(preview(room, 1, WHEN, "Nota 1"), "html", TEXT)
    assert b"<script>alert" not in page
    with zipfile.ZipFile(io.BytesIO(write_memo(preview(room, 1, WHEN, "N"), "xlsx", TEXT))) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


# -- the private room ---------------------------------------------------------


def test_the_room_cannot_lie_inside_the_workspace_or_be_shared_where_that_is(
    workspace: Workspace, forms: tuple[Path, Path], tmp_path: Path
) -> None:
    room = room_with(workspace, *forms)
    inside = workspace.root / "vragen"
    room.home.root.rename(inside)
    with pytest.raises(UserError, match="memo-room-unsafe"):
        use_room(workspace, inside, ANJA)
    inside.rename(room.home.root)
    place = str(tmp_path / "plek.git")
    for each in (workspace.repository, room.home.repository):
        each.git.remotes.create("plek", place)
    with pytest.raises(UserError, match="memo-room-unsafe"):
        open_room(workspace, ANJA)


def test_where_vendors_read_no_questions_are_kept(tmp_path: Path) -> None:
    made = specification(tmp_path / "overleg")
    path = made.root / "coauthor.toml"
    path.write_text(path.read_text("utf-8").replace('"local"', '"consultation"'), "utf-8")
    with pytest.raises(UserError, match="memo-not-here"):
        make_room(open_workspace(made.root), ANJA, WHEN, "Vragen")


def test_questions_put_in_the_program_are_collected_once_with_their_clause(
    workspace: Workspace,
) -> None:
    entry = workspace.settings.documents[0]
    voice = Voice(EEND, "vendor")
    say(workspace, voice, "question", entry, "cccccccccc", WHEN, body="Hoe vaak is dat?")
    room = make_room(workspace, ANJA, WHEN, "Vragen")
    assert collect(room, WHEN, "x").new == 1
    assert collect(room, WHEN, "x").new == 0
    (question,) = room.register().questions
    assert (question.clause, question.links[0].how) == ("cccccccccc", "asked")
    assert [each.organisation for each in room.askers()] == [EEND]


def test_the_command_line_does_the_same(
    workspace: Workspace,
    forms: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    root = str(workspace.root)
    assert main(["memo", "freeze", root, "Bestek 1.0"]) == 0
    assert main(["memo", "import", root, *map(str, forms)]) == 0
    assert main(["memo", "link", root, "3", "BEL-001"]) == 0
    assert main(["memo", "join", root, "1", "3"]) == 0
    changed = "Binnen 10 werkdagen."
    assert main(["memo", "answer", root, "1", "Ja.", "--change", changed, "--submit"]) == 1
    assert main(["memo", "approve", root, "1"]) == 2
    monkeypatch.setenv("HOME", str(tmp_path / "mo"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "mo/config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "mo/data"))
    assert main(["memo", "approve", root, "1"]) == 1
    capsys.readouterr()
    assert main(["memo", "publish", root]) == 2
    said = capsys.readouterr()
    assert "rectificeren en termijn verlengen" in said.out
    because = ["--reason", "Meer tijd", "--until", "2027-02-01"]
    assert main(["memo", "choose", root, "1", "rectify", *because]) == 0
    assert main(["memo", "publish", root]) == 0
    assert main(["verify", root]) == 0
    output = tmp_path / "nota.md"
    assert main(["memo", "export", root, "-o", str(output)]) == 0
    assert changed in output.read_text("utf-8")
    assert main(["memo", "list", root, "--json"]) == 1
    assert not any(canary in capsys.readouterr().out for canary in CANARIES)
    assert main(["memo", "publish", root]) == 2
