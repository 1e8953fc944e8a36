"""The conversation as acts: remarks travel with versions, merge by themselves, stay in place."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from coauthor.document.model import Clause
from coauthor.errors import UserError
from coauthor.review.discussion.anchors import anchor_of
from coauthor.review.discussion.landing import Found
from coauthor.review.discussion.threads import Thread
from coauthor.review.event import Event
from coauthor.workspace.discussion.conversation import Conversation
from coauthor.workspace.discussion.discussing import (
    LONGEST,
    Threads,
    begin_thread,
    body_then,
    can_be_called_in,
    listener_of,
    place_of,
    reopen,
    reply,
    resolve,
)
from coauthor.workspace.discussion.seen import Seen
from coauthor.workspace.drafts import Drafts
from coauthor.workspace.person import Person
from coauthor.workspace.versions import save_version
from tests.workspace.sharing import Writer, share

WHEN = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
UID = "aaaaaaaaaa"


def clause_of(writer: Writer) -> Clause:
    workspace = writer.workspace
    clause = workspace.read(workspace.entry("a")).clause(UID)
    assert clause is not None
    return clause


def person(writer: Writer) -> Person:
    return Person(writer.name, writer.organisation)


def remarks(writer: Writer, words: str, quote: str = "", **more: object) -> Event:
    workspace, clause = writer.workspace, clause_of(writer)
    start = clause.body.index(quote)
    stretch = (start, start + len(quote)) if quote else None
    return begin_thread(
        workspace,
        workspace.entry("a"),
        person(writer),
        "comment",
        words,
        WHEN,
        clause=clause,
        stretch=stretch,
        **more,  # type: ignore[arg-type]
    )


def threads_of(writer: Writer) -> tuple[Thread, ...]:
    talk = Conversation(writer.root)
    talk.refresh()
    return Threads(talk).about("a", UID)


def bodies(thread: Thread) -> list[str]:
    return [event.body for event in thread.events if event.body]


def test_what_is_said_is_on_disk_at_once_without_any_network(tmp_path: Path) -> None:
    (anna,) = share(tmp_path, "Anna")
    remarks(anna, "  Te vaag.\n", mention=["it", "Gemeente Bas"])
    (thread,) = threads_of(anna)
    assert bodies(thread) == ["Te vaag."]
    assert thread.first.voice.organisation == "Gemeente Anna"
    assert thread.mentioned == {"it", "gemeente bas"}


def test_two_people_who_speak_apart_find_both_after_receiving(tmp_path: Path) -> None:
    anna, bas = share(tmp_path, "Anna", "Bas")
    remarks(anna, "Van Anna.", "één biljet")
    anna.save("Opmerking")
    assert anna.send()
    remarks(bas, "Van Bas.")
    bas.change("stelt één", "maakt één")
    received = bas.receive()
    assert not received.to_decide
    assert bas.send()
    anna.receive()
    for writer in (anna, bas):
        assert [bodies(each) for each in threads_of(writer)] == [["Van Anna."], ["Van Bas."]]
        assert writer.workspace.repository.changed_paths() == []


def test_two_who_reply_and_resolve_apart_have_one_thread(tmp_path: Path) -> None:
    anna, bas = share(tmp_path, "Anna", "Bas")
    remarks(anna, "Vraag?")
    anna.save("Vraag")
    anna.send()
    bas.receive()
    for writer, words in ((anna, "Antwoord van Anna."), (bas, "Antwoord van Bas.")):
        (thread,) = threads_of(writer)
        entry = writer.workspace.entry("a")
        reply(writer.workspace, entry, person(writer), thread, words, WHEN)
    resolve(bas.workspace, bas.workspace.entry("a"), person(bas), threads_of(bas)[0], WHEN)
    anna.save("Antwoord")
    anna.send()
    assert not bas.receive().to_decide
    bas.send()
    anna.receive()
    for writer in (anna, bas):
        (thread,) = threads_of(writer)
        assert sorted(bodies(thread)) == ["Antwoord van Anna.", "Antwoord van Bas.", "Vraag?"]
        assert not thread.is_open


def test_what_is_said_travels_with_the_next_version(tmp_path: Path) -> None:
    (anna,) = share(tmp_path, "Anna")
    event = remarks(anna, "Ja.")
    save_version(anna.workspace, "Opmerking", anna.author, WHEN)
    assert anna.workspace.repository.changed_paths() == []
    last = anna.workspace.repository.last()
    assert last is not None
    assert event.path in anna.workspace.repository.paths(last.id)


def test_an_anchor_is_followed_from_the_version_that_it_was_put_on(tmp_path: Path) -> None:
    (anna,) = share(tmp_path, "Anna")
    event = remarks(anna, "Eén?", "één biljet")
    anchor = anchor_of(event)
    assert anchor is not None
    assert not anchor.base, "a version has the body, so the event need not carry it"
    anna.change("Het systeem stelt", "Vooraf. Het pakket stelt ook")
    anna.save()
    workspace = anna.workspace
    place = place_of(workspace, workspace.entry("a"), event, workspace.read(workspace.entry("a")))
    assert place is not None
    assert place.found is Found.HERE
    assert clause_of(anna).body[place.start : place.end] == "één biljet"


def test_an_anchor_is_followed_through_a_merge_in_which_both_wrote(tmp_path: Path) -> None:
    anna, bas = share(tmp_path, "Anna", "Bas")
    event = remarks(anna, "Eén?", "één biljet samen")
    anna.change("Het systeem stelt", "Vooraf. Het pakket stelt")
    anna.save()
    anna.send()
    bas.change("biljet samen.", "biljet samen, op papier. Achteraf.")
    assert not bas.receive().to_decide
    workspace, clause = bas.workspace, clause_of(bas)
    assert clause.body.startswith("Vooraf. Het pakket stelt één biljet samen, op papier.")
    entry = workspace.entry("a")
    place = place_of(workspace, entry, event, workspace.read(entry))
    assert place is not None
    assert (place.found, clause.body[place.start : place.end]) == (Found.HERE, "één biljet samen")


def test_an_anchor_on_words_that_no_version_has_carries_the_body(tmp_path: Path) -> None:
    (anna,) = share(tmp_path, "Anna")
    anna.change("één biljet", "één gecombineerd biljet")
    event = remarks(anna, "Mooi.", "gecombineerd")
    anchor = anchor_of(event)
    assert anchor is not None
    assert (anchor.version, anchor.base) == ("", clause_of(anna).body)
    anna.change("één gecombineerd biljet", "twee biljetten")
    workspace = anna.workspace
    place = place_of(workspace, workspace.entry("a"), event, workspace.read(workspace.entry("a")))
    assert place is not None
    assert place.found in (Found.UNSURE, Found.GONE)


def test_a_version_that_is_not_here_or_is_none_gives_no_body(tmp_path: Path) -> None:
    (anna,) = share(tmp_path, "Anna")
    anchor = anchor_of(remarks(anna, "Ja.", "één"))
    assert anchor is not None
    workspace, entry = anna.workspace, anna.workspace.entry("a")
    assert body_then(workspace, entry, anchor) == clause_of(anna).body
    for version in ("0" * 40, "HEAD", "main@{now}", "--help", ""):
        other = type(anchor)(**{**_fields(anchor), "version": version})
        assert body_then(workspace, entry, other) is None
    forged = type(anchor)(**{**_fields(anchor), "base": "Heel iets anders."})
    assert body_then(workspace, entry, forged) is None


def _fields(anchor: object) -> dict[str, object]:
    return {name: getattr(anchor, name) for name in type(anchor).__dataclass_fields__}  # type: ignore[attr-defined]


def test_nothing_and_far_too_much_are_refused_and_leave_no_file(tmp_path: Path) -> None:
    (anna,) = share(tmp_path, "Anna")
    for words, code in ((" \n ", "nothing-said"), ("x" * (LONGEST + 1), "said-too-long")):
        with pytest.raises(UserError, match=code):
            remarks(anna, words)
    assert threads_of(anna) == ()


def test_resolving_twice_is_refused_and_reopening_opens(tmp_path: Path) -> None:
    (anna,) = share(tmp_path, "Anna")
    remarks(anna, "Vraag?")
    workspace, entry = anna.workspace, anna.workspace.entry("a")
    with pytest.raises(UserError, match="already-open"):
        reopen(workspace, entry, person(anna), threads_of(anna)[0], WHEN)
    resolve(workspace, entry, person(anna), threads_of(anna)[0], WHEN)
    with pytest.raises(UserError, match="already-resolved"):
        resolve(workspace, entry, person(anna), threads_of(anna)[0], WHEN)
    reopen(workspace, entry, person(anna), threads_of(anna)[0], WHEN)
    assert threads_of(anna)[0].is_open


def test_a_reply_to_words_whose_beginning_is_lost_stays_with_them(tmp_path: Path) -> None:
    (anna,) = share(tmp_path, "Anna")
    first = remarks(anna, "Weg.")
    workspace, entry = anna.workspace, anna.workspace.entry("a")
    reply(workspace, entry, person(anna), threads_of(anna)[0], "Eerste.", WHEN)
    (anna.root / first.path).unlink()
    (lost,) = threads_of(anna)
    reply(workspace, entry, person(anna), lost, "Tweede.", WHEN)
    assert [bodies(each) for each in threads_of(anna)] == [["Eerste.", "Tweede."]]


def test_who_is_listed_as_a_reader_says_nothing(tmp_path: Path) -> None:
    people = '[[people]]\nkey = "ssh-ed25519 AAAA"\norganisation = "X"\n'
    (anna,) = share(tmp_path, "Anna", files={"people.toml": people})
    with pytest.raises(UserError, match="not-allowed"):
        remarks(anna, "Mag dit?")


def test_what_was_seen_is_remembered_outside_every_version(tmp_path: Path) -> None:
    (anna,) = share(tmp_path, "Anna")
    first, second = remarks(anna, "een"), remarks(anna, "twee")
    anna.save()
    seen = Seen(anna.workspace)
    assert seen.mark([first.id])
    assert not seen.mark([first.id])
    listener = listener_of(anna.workspace, person(anna), Seen(anna.workspace).ids)
    assert [bool(listener.unread(each)) for each in threads_of(anna)] == [False, True]
    assert anna.workspace.repository.changed_paths() == []
    assert second.id not in Seen(anna.workspace).ids


def test_a_broken_file_of_what_was_seen_costs_no_more_than_a_line(tmp_path: Path) -> None:
    (anna,) = share(tmp_path, "Anna")
    first, second = remarks(anna, "een"), remarks(anna, "twee")
    Seen(anna.workspace).mark([first.id])
    path = anna.workspace.repository.private_folder / "seen-events.txt"
    path.write_bytes(path.read_bytes() + b"\xff\x00rommel\n" + second.id.encode()[:10])
    seen = Seen(anna.workspace)
    assert seen.ids == {first.id}
    seen.mark([second.id])
    assert Seen(anna.workspace).ids == {first.id, second.id}


def test_what_was_seen_does_not_grow_without_end(tmp_path: Path) -> None:
    (anna,) = share(tmp_path, "Anna")
    seen = Seen(anna.workspace)
    seen.mark(f"{number:026d}" for number in range(3000))
    seen.forget_others([f"{number:026d}" for number in range(5)])
    assert len(Seen(anna.workspace).ids) == 5


def test_a_draft_is_there_again_and_goes_when_it_is_said(tmp_path: Path) -> None:
    (anna,) = share(tmp_path, "Anna")
    drafts = Drafts(anna.workspace)
    drafts.keep("a/aaaaaaaaaa/nieuw", "Half een gedachte\nmet é")
    assert Drafts(anna.workspace).read("a/aaaaaaaaaa/nieuw") == "Half een gedachte\nmet é"
    assert drafts.read("a/bbbbbbbbbb/nieuw") == ""
    assert anna.workspace.repository.changed_paths() == []
    drafts.keep("a/aaaaaaaaaa/nieuw", "  ")
    assert drafts.read("a/aaaaaaaaaa/nieuw") == ""


def test_who_is_listed_or_spoke_can_be_called_in_and_so_can_roles(tmp_path: Path) -> None:
    people = '[[organisations]]\nname = "Omnisoft"\nparty = "vendor"\n'
    (anna,) = share(tmp_path, "Anna", files={"people.toml": people})
    remarks(anna, "een")
    talk = Conversation(anna.root)
    talk.refresh()
    names = can_be_called_in(anna.workspace, talk, "a")
    assert names[:3] == ["Gemeente Anna", "Gemeente Waterrijk", "Omnisoft"]
    assert "it" in names
