"""Leave to deviate in a real workspace: by hand, by merge, on record, and for an export."""

import tomllib
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from coauthor.document.clauses import with_body
from coauthor.document.model import Clause
from coauthor.errors import UserError
from coauthor.history.trust.keys import own_key
from coauthor.lineage.locks import is_locked
from coauthor.review.signing.gaps import Lack
from coauthor.review.signing.waivers import State
from coauthor.workspace.baselines import name_version
from coauthor.workspace.creating import derive_workspace
from coauthor.workspace.exporting import export
from coauthor.workspace.opening import open_document, sit_down
from coauthor.workspace.person import Person
from coauthor.workspace.session import Session
from coauthor.workspace.signing.finishing import unfit
from coauthor.workspace.signing.waivers import carry_out, policy_of, waivers_of
from coauthor.workspace.signing.waiving import advise, ask, decide, revoke, withdraw
from coauthor.workspace.standards import find_source
from coauthor.workspace.versions import save_version
from coauthor.workspace.workspace import Workspace

WHEN = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
TODAY = WHEN.date()
FATMA = Person("Fatma", "Gemeente Waterrijk")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    root = tmp_path / "waterrijk"
    return derive_workspace(
        find_source("reisdocumenten"),
        "1.0",
        root,
        "Gemeente Waterrijk",
        author=FATMA.author,
        when=WHEN,
        message="Afgeleid",
    )


def locked_clause(workspace: Workspace) -> Clause:
    document = workspace.read(workspace.settings.documents[0])
    return next(each for each in document.clauses if is_locked(each, workspace.policy))


def free_clause(workspace: Workspace) -> Clause:
    document = workspace.read(workspace.settings.documents[0])
    return next(each for each in document.clauses if not is_locked(each, workspace.policy))


def by_hand(workspace: Workspace, clause: Clause, body: str) -> None:
    """Change a clause as somebody with a text editor does."""
    path = workspace.file(workspace.settings.documents[0])
    text = path.read_text("utf-8")
    assert text.count(clause.body) == 1
    path.write_text(text.replace(clause.body, body), "utf-8")


def asked(workspace: Workspace, clause: Clause, **other: str) -> str:
    said = {
        "reason_class": "landscape",
        "direction": "stricter",
        "reason": "Onze kluis kan niet anders.",
        "risk": "RA-2026-14",
        "owner": "Informatiemanager",
        "until": "2028-11-27",
    } | other
    return ask(workspace, workspace.settings.documents[0], clause, FATMA, when=WHEN, **said)


def granted(workspace: Workspace, clause: Clause, **other: str) -> str:
    request = asked(workspace, clause)
    advise(workspace, request, FATMA, verdict="positive", body="", when=WHEN, role="adviser")
    decide(workspace, request, FATMA, grant=True, function="wethouder", when=WHEN, **other)
    return request


def opened(workspace: Workspace) -> Session:
    policy = policy_of(workspace, entry := workspace.settings.documents[0], TODAY)
    return Session(entry, workspace.read(entry), workspace.chain(entry), policy=policy)


def lacks(workspace: Workspace, today: date = TODAY) -> list[Lack]:
    return [gap.lack for each in unfit(workspace, today) for gap in each.gaps]


def test_a_change_by_hand_in_git_keeps_a_text_from_being_final(
    workspace: Workspace, tmp_path: Path
) -> None:
    clause = locked_clause(workspace)
    by_hand(workspace, clause, clause.body.rstrip() + " Behalve op vrijdag.\n\n")
    save_version(workspace, "Met de hand", FATMA.author, WHEN)
    assert lacks(workspace) == [Lack.REQUEST]
    with pytest.raises(UserError) as refused:
        name_version(workspace, "Definitief", FATMA.author, WHEN, freeze=True)
    assert (refused.value.code, refused.value.parameters["clauses"]) == ("not-final", clause.code)
    entry, output = workspace.settings.documents[0], tmp_path / "uit.md"
    with pytest.raises(UserError, match="not-final"):
        export(workspace, entry, "md", output, when=WHEN, final=True)
    assert not output.exists()
    name_version(workspace, "Tussenstand", FATMA.author, WHEN)
    export(workspace, entry, "md", output, when=WHEN)

    ours = workspace.read(entry).clause(clause.uid)
    assert ours is not None
    granted(workspace, ours)
    assert lacks(workspace) == []
    save_version(workspace, "Besloten", FATMA.author, WHEN)
    name_version(workspace, "Definitief", FATMA.author, WHEN, freeze=True)
    export(workspace, entry, "md", output, when=WHEN, final=True)


def test_an_earlier_version_is_judged_as_it_was(workspace: Workspace) -> None:
    clause = locked_clause(workspace)
    by_hand(workspace, clause, "Anders.\n\n")
    wrong = save_version(workspace, "Met de hand", FATMA.author, WHEN)
    by_hand(workspace, with_body(clause, "Anders.\n\n"), clause.body)
    right = save_version(workspace, "Terug", FATMA.author, WHEN)
    with pytest.raises(UserError, match="not-final"):
        name_version(workspace, "Oud", FATMA.author, WHEN, version_id=wrong.id, freeze=True)
    name_version(workspace, "Nu", FATMA.author, WHEN, version_id=right.id, freeze=True)


def test_a_standard_that_was_changed_by_hand_unlocks_nothing(workspace: Workspace) -> None:
    clause = locked_clause(workspace)
    by_hand(workspace, clause, "Anders.\n\n")
    (standard,) = workspace.settings.standards
    entry = workspace.settings.documents[0]
    path = workspace.root / standard.folder / "documents" / f"{entry.source or entry.name}.md"
    path.write_text(path.read_text("utf-8").replace(clause.body, "Anders.\n\n"), "utf-8")
    save_version(workspace, "Slim", FATMA.author, WHEN)
    with pytest.raises(UserError, match="snapshot-damaged"):
        name_version(workspace, "Definitief", FATMA.author, WHEN, freeze=True)


def test_leave_opens_the_clause_and_the_approved_text_is_taken_over_in_one_step(
    workspace: Workspace,
) -> None:
    clause = locked_clause(workspace)
    index = opened(workspace).document.positions[clause.uid]
    with pytest.raises(UserError, match="clause-locked"):
        opened(workspace).edit_body(index, "Anders.")
    request = granted(workspace, with_body(clause, "Het kan ook zo."), until="2027-06-30")
    session = opened(workspace)
    assert session.lock_reason(index) == ""
    waiver = waivers_of(workspace).get(request)
    assert waiver is not None
    carry_out(session, waiver, TODAY)
    status = session.status.clauses[clause.uid]
    assert (status.reason, status.until) == ("Onze kluis kan niet anders.", "2027-06-30")
    assert waivers_of(workspace).standing(clause.uid, session._clause(index), TODAY).holds
    session.edit_body(index, "Het kan ook zo!")
    standing = waivers_of(workspace).standing(clause.uid, session._clause(index), TODAY)
    assert (standing.state, standing.holds) == (State.GRANTED, False)
    session.undo()
    session.undo()
    assert session._clause(index) == clause


def test_leave_to_leave_out_takes_the_clause_out(workspace: Workspace) -> None:
    clause = locked_clause(workspace)
    request = asked(workspace, clause, direction="omitted")
    advise(workspace, request, FATMA, verdict="negative", body="Liever niet.", when=WHEN)
    decide(workspace, request, FATMA, grant=True, when=WHEN)
    session = opened(workspace)
    waiver = waivers_of(workspace).get(request)
    assert waiver is not None
    carry_out(session, waiver, TODAY)
    assert session.document.clause(clause.uid) is None
    workspace.file(session.entry).write_text(session.document.text, "utf-8")
    assert lacks(workspace) == []
    assert lacks(workspace, date(2029, 1, 1)) == [Lack.EXPIRED]


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("reason", " ", "reason-missing"),
        ("risk", "", "risk-missing"),
        ("owner", "", "owner-missing"),
        ("until", "2020-01-01", "until-unfit"),
        ("until", "ooit", "until-unfit"),
        ("direction", "zijwaarts", "no-such-choice"),
    ],
)
def test_a_request_says_everything_or_is_none(
    workspace: Workspace, name: str, value: str, code: str
) -> None:
    with pytest.raises(UserError, match=code):
        asked(workspace, locked_clause(workspace), **{name: value})
    assert waivers_of(workspace).all == ()


def test_what_is_not_locked_needs_no_leave(workspace: Workspace) -> None:
    with pytest.raises(UserError, match="not-locked"):
        asked(workspace, free_clause(workspace))


def test_nobody_decides_without_an_advice_or_twice(workspace: Workspace) -> None:
    request = asked(workspace, with_body(locked_clause(workspace), "Anders."))
    with pytest.raises(UserError, match="advice-missing"):
        decide(workspace, request, FATMA, grant=True, when=WHEN)
    with pytest.raises(UserError, match="reason-missing"):
        advise(workspace, request, FATMA, verdict="negative", body="", when=WHEN)
    advise(workspace, request, FATMA, verdict="conditions", body="Met logboek.", when=WHEN)
    with pytest.raises(UserError, match="not-granted"):
        revoke(workspace, request, FATMA, body="Toch niet.", when=WHEN)
    decide(workspace, request, FATMA, grant=True, when=WHEN)
    for again in (True, False):
        with pytest.raises(UserError, match="request-closed"):
            decide(workspace, request, FATMA, grant=again, body="Nee.", when=WHEN)
    revoke(workspace, request, FATMA, body="Er was een lek.", when=WHEN)
    assert policy_of(workspace, workspace.settings.documents[0], TODAY).waived == frozenset()
    with pytest.raises(UserError, match="no-such-request"):
        withdraw(workspace, "01", FATMA, when=WHEN)


def test_a_record_names_no_person(workspace: Workspace) -> None:
    granted(workspace, with_body(locked_clause(workspace), "Anders."))
    for path in (workspace.root / "decisions").glob("*.toml"):
        assert "Fatma" not in path.read_text("utf-8")
        assert tomllib.loads(path.read_text("utf-8"))["organisation"] == "Gemeente Waterrijk"


PEOPLE = """
[[organisations]]
name = "Gemeente Waterrijk"
party = "municipality"

[[people]]
key = "{key}"
organisation = "Gemeente Waterrijk"
roles = [{roles}]
"""


@pytest.mark.parametrize(
    ("role", "may"),
    [("expert", "ask"), ("adviser", "advise"), ("it", "ask advise"), ("executive", "decide")],
)
def test_each_does_what_belongs_to_the_role(workspace: Workspace, role: str, may: str) -> None:
    clause = with_body(locked_clause(workspace), "Anders.")
    request = asked(workspace, clause)
    advise(workspace, request, FATMA, verdict="positive", body="", when=WHEN)
    people = PEOPLE.format(key=own_key().public, roles=f'"{role}"')
    (workspace.root / "people.toml").write_text(people, "utf-8")
    decided = waivers_of(workspace).get(request)
    assert decided is not None
    assert decided.advices == ()  # nobody known gave it
    acts: dict[str, Callable[[], str]] = {
        "ask": lambda: asked(workspace, clause),
        "advise": lambda: advise(workspace, request, FATMA, verdict="positive", body="", when=WHEN),
        "decide": lambda: decide(workspace, request, FATMA, grant=False, body="Nee.", when=WHEN),
    }
    for name, act in acts.items():
        if name in may.split():
            act()
        else:
            with pytest.raises(UserError, match="not-allowed"):
                act()


def test_a_file_that_is_broken_opens_no_lock(workspace: Workspace) -> None:
    granted(workspace, with_body(locked_clause(workspace), "Anders."))
    (workspace.root / "people.toml").write_text("[[people", "utf-8")
    assert policy_of(workspace, workspace.settings.documents[0], TODAY).waived == frozenset()
    desk = sit_down(workspace, FATMA, WHEN)
    try:
        document = open_document(desk, workspace.settings.documents[0], outside_message="x")
        assert document.keeper is not None
        document.keeper.close()
    finally:
        desk.leave()


def test_the_annex_tells_all_that_was_said_and_the_answer_sheet_for_vendors_none_of_it(
    workspace: Workspace, tmp_path: Path
) -> None:
    clause = locked_clause(workspace)
    by_hand(workspace, clause, "Het gaat hier anders.\n\n")
    entry = workspace.settings.documents[0]
    ours = workspace.read(entry).clause(clause.uid)
    assert ours is not None
    request = asked(workspace, ours, cost="€ 4.000", reason="<b>Vet</b> & =1+1")
    advise(workspace, request, FATMA, verdict="conditions", body="Met logboek.", when=WHEN)
    decide(
        workspace,
        request,
        FATMA,
        grant=True,
        function="wethouder",
        mandate="Mandaatregister 4.2",
        until="2027-12-31",
        when=WHEN,
    )
    said = (
        *("Afwijkingen", clause.code, "Strenger", "RA-2026-14", "Informatiemanager", "€ 4.000"),
        *("Met logboek.", "wethouder", "Mandaatregister 4.2", "31-12-2027"),
    )
    for form in ("md", "html"):
        output = tmp_path / f"uit.{form}"
        export(workspace, entry, form, output, when=WHEN, final=True)
        text = output.read_text("utf-8")
        assert [words for words in said if words not in text] == []
        assert "<b>Vet" not in text
    output = tmp_path / "uit.xlsx"
    export(workspace, entry, "answers", output, when=WHEN, final=True)
    with CalamineWorkbook.from_path(output) as book:
        pages = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    sheet = "\n".join(str(cell) for rows in pages for row in rows for cell in row)
    assert clause.code in sheet
    assert [words for words in said[3:] if words in sheet] == []  # it goes to whoever sells


def test_the_standards_own_text_has_no_annex(workspace: Workspace, tmp_path: Path) -> None:
    entry, output = workspace.settings.documents[0], tmp_path / "uit.md"
    export(workspace, entry, "md", output, when=WHEN, final=True)
    assert "# Afwijkingen" not in output.read_text("utf-8")
