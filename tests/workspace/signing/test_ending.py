"""Deviations come to an end, are asked about, and are kept only on purpose."""

import json
from datetime import UTC, date, datetime

import pytest

from coauthor.cli import main
from coauthor.document.reading import encode
from coauthor.errors import UserError
from coauthor.lineage.status import Lineage
from coauthor.review.signing.ending import months_later
from coauthor.workspace.creating import make_example
from coauthor.workspace.records import records
from coauthor.workspace.session import Session
from coauthor.workspace.signing.ending import due_in, reconfirm
from coauthor.workspace.upgrading.questions import Reason, answer_question, open_questions
from coauthor.workspace.upgrading.upgrading import plan, upgrade_session
from coauthor.workspace.versions import save_version
from coauthor.workspace.workspace import Workspace
from tests.workspace.signing.test_waiving import FATMA, WHEN, by_hand, granted, opened, workspace

__all__ = ["workspace"]
Capture = pytest.CaptureFixture[str]
EARLY = datetime(2024, 3, 31, 9, 0, tzinfo=UTC)


def save(space: Workspace, session, when=EARLY) -> None:
    space.file(session.entry).write_bytes(encode(session.document.text))
    save_version(space, "Tekst", FATMA.author, when)


def free(session) -> list[int]:
    """Return where clauses stand that nobody locked."""
    places = session.document.positions
    return [
        places[c.uid] for c in session.document.clauses if not session.lock_reason(places[c.uid])
    ]


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 27), 24, date(2028, 11, 27)),
        (date(2024, 2, 29), 24, date(2026, 2, 28)),
        (date(2026, 8, 31), 1, date(2026, 9, 30)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_two_years_later_is_a_day_that_exists(day, months, expected):
    assert months_later(day, months) == expected


def test_each_deviation_has_a_last_day_said_given_or_counted(workspace: Workspace) -> None:
    session = opened(workspace)
    one, two, three = free(session)[:3]
    session.edit_body(one, "Anders, en niemand zei tot wanneer.")
    session.edit_body(two, "Anders, met een einddatum.")
    session.deviate(two, reason_class="law", reason="Wet.", until="2026-12-31")
    session.remove(three, reason_class="preference", note="Niet nodig.")
    save(workspace, session)
    session.edit_body(one, "Anders, en nog eens anders.")
    save(workspace, session, datetime(2025, 6, 1, tzinfo=UTC))
    found = due_in(workspace, date(2026, 11, 27))
    codes = [session.document.blocks[place].code for place in (one, two, three)]
    told = {each.due.code: (each.due.until.isoformat(), each.due.said) for each in found}
    assert told == {
        codes[0]: ("2026-03-31", "counted"),  # from when it began, not from its last change
        codes[1]: ("2026-12-31", "said"),
        codes[2]: ("2026-03-31", "counted"),
    }
    assert [each.due.is_over for each in found] == [True, True, False]
    assert found[2].due.days == 34


def test_leave_on_a_locked_clause_says_when_it_ends(workspace: Workspace) -> None:
    document = workspace.read(workspace.settings.documents[0])
    session = opened(workspace)
    clause = next(c for c in document.clauses if session.lock_reason(document.positions[c.uid]))
    by_hand(workspace, clause, "Anders.\n\n")
    ours = workspace.read(workspace.settings.documents[0]).clause(clause.uid)
    assert ours is not None
    granted(workspace, ours, until="2027-05-01")
    (found,) = due_in(workspace, date(2026, 11, 27))
    assert (found.due.until, found.due.said) == (date(2027, 5, 1), "waiver")
    with pytest.raises(UserError, match="locked-asks-leave"):
        reconfirm(
            workspace,
            opened(workspace),
            clause.uid,
            FATMA,
            until="2028-01-01",
            reason="Nog nodig.",
            when=WHEN,
        )


@pytest.mark.parametrize("left_out", [False, True])
def test_a_deviation_is_kept_on_purpose_with_a_record_and_undone_in_one_step(
    workspace: Workspace,
    left_out: bool,  # noqa: FBT001
) -> None:
    session = opened(workspace)
    place = free(session)[0]
    uid = session.document.blocks[place].uid
    if left_out:
        session.remove(place, reason_class="law", note="Wet.")
    else:
        session.edit_body(place, "Anders.")
    for reason, until, code in ((" ", "2029-01-01", "reason"), ("Ja", "2020-01-01", "until")):
        with pytest.raises(UserError, match=code):
            reconfirm(workspace, session, uid, FATMA, until=until, reason=reason, when=WHEN)
    reconfirm(workspace, session, uid, FATMA, until="2029-01-01", reason="Nog nodig.", when=WHEN)
    save(workspace, session)
    (found,) = due_in(workspace, date(2026, 11, 27))
    assert (found.due.until, found.due.said) == (date(2029, 1, 1), "said")
    ((_, record),) = records(workspace.root, "reconfirm")
    assert (record["clause"], record["reason"], record["until"]) == (
        uid,
        "Nog nodig.",
        "2029-01-01",
    )
    session.undo()
    assert list(records(workspace.root, "reconfirm")) == []


def test_the_command_line_lists_what_ends_and_keeps_what_must(
    workspace: Workspace, capsys: Capture, tmp_path
) -> None:
    root = str(workspace.root)
    assert main(["due", root]) == 0
    session = opened(workspace)
    place = free(session)[0]
    code = session.document.blocks[place].code
    session.edit_body(place, "Anders.")
    session.deviate(
        place, reason_class="law", reason="Wet.", until="2024-01-01", owner="Burgerzaken"
    )
    save(workspace, session)
    capsys.readouterr()
    assert main(["due", root, "--json"]) == 1
    (found,) = json.loads(capsys.readouterr().out)["due"]
    assert (found["code"], found["until"], found["owner"]) == (code, "2024-01-01", "Burgerzaken")
    listed = tmp_path / "jaarlijst.html"
    assert main(["due", root, "--html", str(listed)]) == 1
    assert "Verlopen sinds 01-01-2024" in listed.read_text("utf-8")
    words = ["reconfirm", root, code, "--until", "2099-01-01", "--reason", "Nog nodig"]
    assert main(words) == 0
    assert main(["due", root]) == 0
    assert main(["due", root, "--within", "40000"]) == 1


def test_an_upgrade_asks_of_what_ends_and_keeping_it_is_recorded(tmp_path) -> None:
    space = make_example(tmp_path / "voorbeeld")
    entry = space.entry("belastingen")
    session = Session(entry, space.read(entry), space.chain(entry), policy=space.policy)
    newer = space.newer_release(entry)
    assert newer is not None
    now, before = newer.document, session.chain[0].document
    changed, gone = [
        place
        for place in free(session)
        if (uid := session.document.blocks[place].uid)
        and session.status.clauses[uid].lineage is Lineage.VERBATIM
        and now.clause(uid) == before.clause(uid)
    ][:2]
    uids = [session.document.blocks[place].uid for place in (changed, gone)]
    session.edit_body(changed, "Anders.")
    session.deviate(changed, reason_class="law", reason="Wet.", until="2026-12-01")
    session.remove(gone, reason_class="law", note="Wet.")
    session.insert_clause(len(session.document.blocks), title="Van ons")
    own = session.document.clauses[-1].uid
    save(space, session)
    planned = plan(space, FATMA, WHEN)
    asked = {item.uid: item for item in planned.documents[0].plan.open}
    told = [(asked[uid].why, asked[uid].offers[0].name, asked[uid].detail) for uid in (*uids, own)]
    assert told == [
        ("deviates-ending", "follow", "01-12-2026"),
        ("omitted-ending", "follow", "31-03-2026"),
        ("local-ending", "follow", "31-03-2026"),
    ]
    upgrade_session(space, planned, session, None)
    reason = Reason("Nog nodig.", "law", until="2028-06-30")
    for question in open_questions(space, entry, session.document):
        if question.item.uid in (*uids, own):
            choice = "follow" if question.item.uid == own else "keep"
            answer_question(
                space, session, question, choice, person=FATMA, when=WHEN, reason=reason
            )
    assert session.document.clause(own) is None
    kept = [record["clause"] for _, record in records(space.root, "reconfirm")]
    assert sorted(kept) == sorted(uids)
    save(space, session, WHEN)
    days = {each.due.uid: each.due.until for each in due_in(space, WHEN.date())}
    assert {days[uid] for uid in uids} == {date(2028, 6, 30)}
