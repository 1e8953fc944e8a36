"""Receiving: what others wrote comes in, nothing is lost, only real questions are asked."""

from pathlib import Path

import pytest

from coauthor.errors import UserError
from coauthor.history import states
from coauthor.merge.model import Outcome
from tests.workspace.sharing import share


def test_nothing_new_says_so(tmp_path: Path) -> None:
    (anna,) = share(tmp_path, "Anna")
    received = anna.receive()
    assert (received.versions, received.changes) == (0, 0)


def test_who_wrote_nothing_takes_what_is_there(tmp_path: Path) -> None:
    anna, bas = share(tmp_path, "Anna", "Bas")
    anna.change("één biljet", "één gecombineerd biljet")
    saved = anna.save()
    assert anna.send()
    received = bas.receive()
    assert bas.read() == anna.read()
    assert received.version == saved
    assert received.counts[Outcome.TAKEN] == 1
    assert [each.shown for each in received.senders] == ["Gemeente Anna"]
    assert bas.workspace.repository.changed_paths() == []


def test_both_wrote_apart_and_both_stand(tmp_path: Path) -> None:
    anna, bas = share(tmp_path, "Anna", "Bas")
    anna.change("één biljet", "één gecombineerd biljet")
    anna.save()
    anna.send()
    bas.change("int automatisch", "int maandelijks")
    received = bas.receive()
    assert received.own
    assert "gecombineerd biljet" in bas.read()
    assert "int maandelijks" in bas.read()
    version = bas.workspace.repository.version(received.version)
    assert len(version.parents) == 2
    assert bas.send()
    anna.receive()
    assert anna.read() == bas.read()


def test_a_clash_stands_as_ours_and_theirs_waits(tmp_path: Path) -> None:
    anna, bas = share(tmp_path, "Anna", "Bas")
    anna.change("binnen 4 uur", "binnen 8 uur")
    anna.save()
    anna.send()
    bas.change("binnen 4 uur", "binnen 2 dagen")
    received = bas.receive()
    (question,) = received.to_decide
    assert "2 dagen" in bas.read()
    assert "8 uur" in question.meeting.theirs
    with pytest.raises(UserError, match="decisions-open"):
        bas.send()
    bas.decide("theirs")
    assert "8 uur" in bas.read()
    assert bas.send()
    anna.receive()
    assert anna.read() == bas.read()


def test_a_second_receive_keeps_what_is_open_and_knows_what_changed(tmp_path: Path) -> None:
    anna, bas = share(tmp_path, "Anna", "Bas")
    anna.change("binnen 4 uur", "binnen 8 uur")
    anna.save()
    anna.send()
    bas.change("binnen 4 uur", "binnen 2 dagen")
    (first,) = bas.receive().to_decide
    anna.change("# Innen", "# Invordering")
    anna.save()
    anna.send()
    (same,) = bas.receive().to_decide
    assert same.id == first.id
    assert "# Invordering" in bas.read()
    anna.change("binnen 8 uur", "binnen 9 uur")
    anna.save()
    anna.send()
    (newer,) = bas.receive().to_decide
    assert "9 uur" in newer.meeting.theirs
    assert "4 uur" in newer.meeting.base


def test_another_workspace_is_refused(tmp_path: Path) -> None:
    (anna,) = share(tmp_path, "Anna")
    (tmp_path / "ander").mkdir()
    (vreemd,) = share(tmp_path / "ander", "Vreemd", files={"los.txt": "anders\n"})
    git = anna.workspace.repository.git
    git.remotes.create("vreemd", str(vreemd.root))
    git.remotes["vreemd"].fetch()
    theirs = states.version_at(anna.workspace.repository, "refs/remotes/vreemd/main")
    anna.change("biljet", "biljetje")
    before = anna.read()
    with pytest.raises(UserError, match="not-same-workspace"):
        anna.take(theirs)
    assert anna.read() == before


def test_what_was_received_can_be_taken_back_and_asks_the_same_again(tmp_path: Path) -> None:
    anna, bas = share(tmp_path, "Anna", "Bas")
    anna.change("binnen 4 uur", "binnen 8 uur")
    anna.change("# Innen", "# Invordering")
    anna.save()
    anna.send()
    bas.change("binnen 4 uur", "binnen 2 dagen")
    bas.save()
    before = bas.read()
    (first,) = bas.receive().to_decide
    bas.take_back()
    assert bas.read() == before
    assert bas.questions.open == ()
    assert bas.workspace.repository.changed_paths() == []
    (again,) = bas.receive().to_decide
    assert again.id == first.id
    bas.decide("theirs")
    bas.take_back()
    assert bas.read() == before
    (again,) = bas.receive().to_decide
    assert again.id == first.id
    with pytest.raises(UserError, match="nothing-received"):
        anna.take_back()


def test_what_was_written_since_stays_when_what_was_received_goes(tmp_path: Path) -> None:
    anna, bas = share(tmp_path, "Anna", "Bas")
    anna.change("# Innen", "# Invordering")
    anna.save()
    anna.send()
    bas.change("int automatisch", "int maandelijks")
    bas.receive()
    bas.change("één biljet", "één nieuw biljet")
    bas.take_back()
    text = bas.read()
    assert "# Innen" in text
    assert "één nieuw biljet" in text
    assert "int maandelijks" in text
    bas.receive()
    assert "# Invordering" in bas.read()
    assert "één nieuw biljet" in bas.read()


def test_what_was_sent_on_stays(tmp_path: Path) -> None:
    anna, bas = share(tmp_path, "Anna", "Bas")
    anna.change("# Innen", "# Invordering")
    anna.save()
    anna.send()
    bas.change("int automatisch", "int maandelijks")
    bas.receive()
    bas.send()
    with pytest.raises(UserError, match="already-sent"):
        bas.take_back()
