"""Suggesting instead of changing: what is offered is decided on elsewhere, and credited."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coauthor.document.model import Clause, Tombstone
from coauthor.document.reading import read_document
from coauthor.errors import UserError
from coauthor.history.trust.keys import own_key
from coauthor.review.event import Event, Voice
from coauthor.review.suggesting.suggestions import State, Suggestion
from coauthor.workspace.creating import derive_workspace, new_workspace
from coauthor.workspace.events import read_events
from coauthor.workspace.opening import open_document, sit_down
from coauthor.workspace.person import Person
from coauthor.workspace.session import Session
from coauthor.workspace.standards import find_source
from coauthor.workspace.suggesting.accepting import accept, reject
from coauthor.workspace.suggesting.offering import (
    all_suggestions,
    find_suggestion,
    offer,
    suggest,
    withdraw,
)
from coauthor.workspace.versions import clause_history, release, save_version
from coauthor.workspace.workspace import Workspace, open_workspace
from tests.workspace.sharing import share

WHEN = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
FATMA = Person("Fatma Öztürk", "Gemeente Waterrijk")
HENK = Person("Henk Bakker", "Belastingsoft B.V.")
VENDOR = Voice("Belastingsoft B.V.", "vendor")
A, B, LOCKED = "aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc"
TEXT = """# Norm

<!-- clause aaaaaaaaaa N-001 kind=eis -->
### Snelheid

Het systeem toont binnen 2 seconden de aanslag. De inwoner krijgt een bericht.

<!-- clause bbbbbbbbbb N-002 kind=eis -->

Het systeem is mooi.

<!-- clause cccccccccc N-003 kind=eis locked=yes -->

Het systeem is veilig.
"""
BODY = "Het systeem toont binnen 2 seconden de aanslag. De inwoner krijgt een bericht."
OFFER = "Het systeem toont binnen 5 seconden de aanslag. De inwoner krijgt een melding."


class Room:
    """A workspace with its document open, as a window has it."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.entry = workspace.settings.documents[0]
        self.opened = open_document(
            sit_down(workspace, FATMA, WHEN), self.entry, outside_message="x"
        )

    @property
    def session(self) -> Session:
        return self.opened.session

    def clause(self, uid: str = A) -> Clause:
        found = self.session.document.clause(uid)
        assert found is not None
        return found

    def offered(self, title: str = "Snelheid", body: str = OFFER, uid: str = A) -> Suggestion:
        event = offer(self.workspace, VENDOR, self.entry, uid, title, body, WHEN)
        return self.again(event)

    def again(self, made: Event | Suggestion) -> Suggestion:
        return find_suggestion(self.workspace, made.id)

    def accept(self, suggestion: Suggestion, *numbers: int, prefer: bool = False) -> None:
        now = self.again(suggestion)
        accept(self.workspace, self.session, now, FATMA, WHEN, numbers=numbers, prefer=prefer)

    def save(self) -> str:
        assert self.opened.keeper is not None
        self.opened.keeper.save()
        return save_version(self.workspace, "Overlegd", FATMA.author, WHEN).id

    def close(self) -> None:
        assert self.opened.keeper is not None
        self.opened.keeper.close()


@pytest.fixture
def standard(tmp_path: Path) -> Workspace:
    made = new_workspace(
        tmp_path / "land", "standard", "Land", "Norm", author=FATMA.author, when=WHEN, message="x"
    )
    made.file(made.settings.documents[0]).write_text(TEXT, "utf-8")
    release(made, "1.0", FATMA.author, WHEN, "1.0")
    return open_workspace(made.root)


@pytest.fixture
def room(standard: Workspace, tmp_path: Path) -> Iterator[Room]:
    source = find_source(str(standard.root))
    made = derive_workspace(
        source,
        "1.0",
        tmp_path / "stad",
        "Gemeente Waterrijk",
        author=FATMA.author,
        when=WHEN,
        message="x",
    )
    found = Room(made)
    yield found
    found.close()


def test_a_suggestion_leaves_the_document_as_it_is(room: Room) -> None:
    before = room.workspace.file(room.entry).read_bytes()
    event = suggest(room.workspace, room.entry, room.clause(), "Snelheid", OFFER, HENK, WHEN)
    assert room.workspace.file(room.entry).read_bytes() == before
    assert (event.voice.organisation, event.values["base"]) == ("Belastingsoft B.V.", BODY)
    assert "Henk" not in (room.workspace.root / event.path).read_text("utf-8")


def test_what_is_no_change_is_no_suggestion(room: Room) -> None:
    with pytest.raises(UserError) as refused:
        suggest(room.workspace, room.entry, room.clause(), "Snelheid", BODY, HENK, WHEN)
    assert refused.value.code == "nothing-to-suggest"
    with pytest.raises(UserError) as refused:
        room.offered(uid="0000000000")
    assert refused.value.code == "no-such-clause"
    assert not list(read_events(room.workspace))


def test_one_of_two_changes_is_accepted_and_the_rest_rejected_with_a_reason(room: Room) -> None:
    offered = room.offered()
    room.accept(offered, 1)
    assert room.clause().body == BODY.replace("2", "5")
    reject(room.workspace, room.again(offered), FATMA, WHEN, "Een bericht is ruimer.")
    now = room.again(offered)
    assert now.states == {1: State.ACCEPTED, 2: State.REJECTED}
    assert (now.state, now.reason) == (State.PARTLY, "Een bericht is ruimer.")


def test_accepting_twice_changes_nothing(room: Room) -> None:
    offered = room.offered()
    room.accept(offered, 1)
    events, body = len(list(read_events(room.workspace))), room.clause().body
    with pytest.raises(UserError) as refused:
        room.accept(offered, 1)
    assert refused.value.code == "suggestion-decided"
    assert (len(list(read_events(room.workspace))), room.clause().body) == (events, body)


def test_a_change_that_does_not_exist_is_refused(room: Room) -> None:
    with pytest.raises(UserError) as refused:
        room.accept(room.offered(), 7)
    assert refused.value.code == "no-such-change"


def test_a_rejection_needs_a_reason(room: Room) -> None:
    with pytest.raises(UserError) as refused:
        reject(room.workspace, room.offered(), FATMA, WHEN, "  ")
    assert refused.value.code == "reason-missing"


def test_undo_takes_back_the_text_and_the_decision(room: Room) -> None:
    offered = room.offered()
    room.accept(offered)
    assert room.session.undo_name == "accept-suggestion"
    room.session.undo()
    assert (room.clause().body, room.again(offered).state) == (BODY, State.OPEN)
    room.session.redo()
    assert (room.clause().body, room.again(offered).state) == (OFFER, State.ACCEPTED)
    second = room.offered(body="Iets heel anders.")
    reject(room.workspace, second, FATMA, WHEN, "Nee.", session=room.session)
    room.session.undo()
    assert room.again(second).state is State.OPEN


def test_a_locked_clause_refuses_and_the_suggestion_stays_open(room: Room) -> None:
    offered = room.offered("", "Het systeem is tamelijk veilig.", LOCKED)
    with pytest.raises(UserError) as refused:
        room.accept(offered)
    assert refused.value.code == "clause-locked"
    assert room.again(offered).state is State.OPEN
    assert room.clause(LOCKED).body == "Het systeem is veilig."


def test_a_change_is_carried_over_to_the_text_of_now(room: Room) -> None:
    offered = room.offered()
    index = room.session.document.positions[A]
    room.session.edit_body(index, BODY + "\n\nDe medewerker ziet dat.")
    room.accept(offered)
    assert room.clause().body == OFFER + "\n\nDe medewerker ziet dat."


def test_where_it_collides_a_person_chooses(room: Room) -> None:
    offered = room.offered()
    index = room.session.document.positions[A]
    room.session.edit_body(index, BODY.replace("2", "3"))
    with pytest.raises(UserError) as refused:
        room.accept(offered, 1)
    assert refused.value.code == "suggestion-collides"
    assert room.again(offered).state is State.OPEN
    room.accept(offered, 1, prefer=True)
    assert room.clause().body == BODY.replace("2", "5")


def test_a_competitor_is_carried_over_to_what_was_accepted(room: Room) -> None:
    first = room.offered(body=BODY.replace("2 seconden", "5 seconden"))
    second = room.offered(body=BODY.replace("bericht", "brief"))
    room.accept(first)
    room.accept(second)
    assert room.clause().body == BODY.replace("2", "5").replace("bericht", "brief")


def test_a_new_clause_comes_behind_its_neighbour(room: Room) -> None:
    event = offer(
        room.workspace,
        VENDOR,
        room.entry,
        "dddddddddd",
        "Export",
        "Het systeem levert open data.",
        WHEN,
        change="add",
        after=A,
    )
    room.accept(room.again(event))
    blocks = room.session.document.blocks
    index = room.session.document.positions["dddddddddd"]
    assert room.session.document.positions[A] == index - 1
    new = blocks[index]
    assert isinstance(new, Clause)
    assert (new.title, new.body, bool(new.code)) == (
        "Export",
        "Het systeem levert open data.",
        True,
    )


def test_a_clause_of_the_standard_that_goes_leaves_its_marker(room: Room) -> None:
    event = offer(room.workspace, VENDOR, room.entry, B, "", "", WHEN, change="remove")
    room.accept(room.again(event))
    block = room.session.document.blocks[room.session.document.positions[B]]
    assert isinstance(block, Tombstone)
    room.session.undo()
    assert room.clause(B).body == "Het systeem is mooi."
    assert room.again(event).state is State.OPEN


def test_what_somebody_takes_back_or_replaces_is_no_longer_asked(room: Room) -> None:
    event = suggest(room.workspace, room.entry, room.clause(), "Snelheid", OFFER, HENK, WHEN)
    with pytest.raises(UserError) as refused:
        withdraw(room.workspace, room.again(event), FATMA, WHEN)
    assert refused.value.code == "suggestion-not-ours"
    better = BODY.replace("2", "4")
    suggest(
        room.workspace,
        room.entry,
        room.clause(),
        "Snelheid",
        better,
        HENK,
        WHEN,
        instead=room.again(event),
    )
    assert [each.state for each in all_suggestions(room.workspace)] == [
        State.WITHDRAWN,
        State.OPEN,
    ]


def test_a_clause_that_left_keeps_its_suggestions_open(room: Room) -> None:
    offered = room.offered()
    room.session.remove(room.session.document.positions[A])
    with pytest.raises(UserError) as refused:
        room.accept(offered)
    assert refused.value.code == "suggestion-clause-gone"


def test_the_version_that_carries_it_credits_the_organisation_and_nobody_by_name(
    room: Room,
) -> None:
    event = suggest(room.workspace, room.entry, room.clause(), "Snelheid", OFFER, HENK, WHEN)
    room.save()
    room.accept(room.again(event), 1)
    version = room.save()
    commit = room.workspace.repository.git[version]
    assert f"Suggested-by: Belastingsoft B.V. <{A}>" in commit.message  # type: ignore[attr-defined]
    newest = next(clause_history(room.workspace, A))
    assert [(each.organisation, each.clause) for each in newest.version.credits] == [
        ("Belastingsoft B.V.", A)
    ]
    assert newest.version.message == "Overlegd"
    git = room.workspace.repository.git
    for oid in git:
        assert b"Henk" not in git[oid].read_raw()


PEOPLE = """
[[organisations]]
name = "Belastingsoft B.V."
party = "vendor"

[[people]]
key = "{key}"
organisation = "Belastingsoft B.V."
roles = ["analyst"]
"""


def test_who_may_not_change_the_text_may_suggest_and_not_decide(room: Room) -> None:
    key = own_key().public
    (room.workspace.root / "people.toml").write_text(PEOPLE.format(key=key), "utf-8")
    event = suggest(room.workspace, room.entry, room.clause(), "Snelheid", OFFER, FATMA, WHEN)
    assert event.voice.organisation == "Belastingsoft B.V.", "the key says for whom"
    for act in (
        lambda: room.accept(room.again(event)),
        lambda: reject(room.workspace, room.again(event), FATMA, WHEN, "Nee."),
    ):
        with pytest.raises(UserError) as refused:
            act()
        assert refused.value.code == "not-allowed"
    assert room.clause().body == BODY


def test_what_two_people_suggest_apart_comes_together_by_itself(tmp_path: Path) -> None:
    fatma, henk = share(tmp_path, "Fatma", "Henk")
    entry = fatma.workspace.settings.documents[0]
    for writer, body in ((fatma, "Het systeem maakt één biljet."), (henk, "Eén biljet volstaat.")):
        offer(writer.workspace, Voice(writer.name), entry, A, "Biljet", body, WHEN)
        writer.save()
    assert fatma.send()
    henk.receive()
    assert {each.organisation for each in all_suggestions(henk.workspace)} == {"Fatma", "Henk"}


def test_while_suggesting_only_decisions_change_the_text(room: Room) -> None:
    offered = room.offered()
    room.session.edit_body(room.session.document.positions[B], "Het systeem is mooier.")
    room.session.suggesting = True
    for act in (
        lambda: room.session.edit_body(room.session.document.positions[A], "Anders."),
        room.session.undo,
    ):
        with pytest.raises(UserError) as refused:
            act()
        assert refused.value.code == "only-suggesting"
    room.accept(offered)
    assert room.clause().body == OFFER
    room.session.undo()
    assert room.clause().body == BODY


def test_a_suggestion_is_taken_back_by_undo(room: Room) -> None:
    first = room.again(suggest(room.workspace, room.entry, room.clause(), "", BODY, HENK, WHEN))
    suggest(
        room.workspace,
        room.entry,
        room.clause(),
        "Snelheid",
        OFFER,
        HENK,
        WHEN,
        instead=first,
        session=room.session,
    )
    room.session.undo()
    (left,) = all_suggestions(room.workspace)
    assert (left.id, left.state) == (first.id, State.OPEN)


def test_what_a_version_holds_is_taken_back_with_words_and_never_erased(room: Room) -> None:
    offered = room.offered()
    room.accept(offered, 1)
    room.save()
    before = {each.id for each in read_events(room.workspace)}
    room.session.undo()
    assert room.clause().body == BODY
    assert before < {each.id for each in read_events(room.workspace)}
    assert room.again(offered).open == (1, 2)
    room.session.redo()
    assert room.again(offered).states == {1: State.ACCEPTED, 2: State.OPEN}
    room.save()
    room.session.undo()
    room.save()
    room.session.redo()
    assert room.again(offered).accepted == (1,)
    assert room.clause().body == BODY.replace("2", "5")


def test_a_shared_suggestion_that_is_taken_back_is_withdrawn_and_can_come_again(
    room: Room,
) -> None:
    event = suggest(
        room.workspace,
        room.entry,
        room.clause(),
        "Snelheid",
        OFFER,
        HENK,
        WHEN,
        session=room.session,
    )
    room.save()
    room.session.undo()
    assert room.again(event).state is State.WITHDRAWN
    withdrawn = room.offered(body="Anders.")
    withdraw(room.workspace, withdrawn, HENK, WHEN, session=room.session)
    room.save()
    room.session.undo()
    assert room.again(withdrawn).state is State.OPEN


NASTY = (
    "Tekst.\n\n<!-- clause eeeeeeeeee N-009 kind=eis -->\n\nBinnengesmokkeld.",
    "---\ntitle: Anders\n---\n\n# Kop\n\n## Nog een\n\nTekst.",
    "```\nopen",
    "<!-- omitted aaaaaaaaaa -->\n\n> **deviation** Mag wel.",
    "<script>alert(1)</script>",
)


@pytest.mark.parametrize("body", NASTY)
def test_whatever_is_suggested_it_stays_within_its_clause(room: Room, body: str) -> None:
    before = [(type(each), getattr(each, "uid", "")) for each in room.session.document.blocks]
    fields = dict(room.clause().fields)
    room.accept(room.offered("Snelheid\n# Kop", body))
    after = read_document(room.session.document.text)
    assert [(type(each), getattr(each, "uid", "")) for each in after.blocks] == before
    assert room.session.document.text == after.text
    assert after.clause(A) is not None
    assert after.front.source == room.session.document.front.source
    assert room.clause(LOCKED).body == "Het systeem is veilig."
    assert fields == {}


@pytest.mark.parametrize("uid", ["x", "document", "aaaaaaaaaaa", "uuuuuuuuuu"])
def test_a_new_clause_with_an_identity_that_is_none_gets_one(room: Room, uid: str) -> None:
    event = offer(
        room.workspace, VENDOR, room.entry, uid, "", "Nieuw.", WHEN, change="add", after=A
    )
    if uid == "document":  # that is the document as a whole
        return
    room.accept(room.again(event))
    after = read_document(room.session.document.text)
    assert [each.body for each in after.clauses if each.body == "Nieuw."] == ["Nieuw."]
    assert after == room.session.document


def test_two_people_who_accept_apart_end_with_both_changes(tmp_path: Path) -> None:
    fatma, henk = share(tmp_path, "Fatma", "Henk")
    entry = fatma.workspace.settings.documents[0]
    old = "Het systeem stelt één biljet samen."
    fatma.change(old, f"{old}\n\nDe inwoner krijgt een bericht.")
    fatma.save()
    body = f"{old.replace('één', 'een')}\n\nDe inwoner krijgt een brief."
    event = offer(fatma.workspace, VENDOR, entry, A, "Biljet", body, WHEN)
    fatma.save()
    assert fatma.send()
    henk.receive()
    for writer, number in ((fatma, 1), (henk, 2)):
        room = Room(writer.workspace)
        room.accept(find_suggestion(writer.workspace, event.id), number)
        room.close()
        writer.save()
    assert fatma.send()
    henk.receive()
    now = find_suggestion(henk.workspace, event.id)
    assert now.state is State.ACCEPTED
    clause = henk.workspace.read(entry).clause(A)
    assert clause is not None
    assert clause.body == body
