"""A folder as a shared place: sending, fetching, joining, and what stands in the way."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from coauthor.errors import Cancelled, OutsideFailure, UserError
from coauthor.history.graph import standing
from coauthor.history.sharing.fetching import fetch
from coauthor.history.sharing.joining import join
from coauthor.history.sharing.packing import pack
from coauthor.history.sharing.places import connect, places
from coauthor.history.sharing.sending import Outcome, send
from coauthor.history.sharing.unpacking import join_package, open_package
from tests.history.sharing.making import FATMA, StopAt, Writer, begin, git


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "plek"


@pytest.fixture
def fatma(tmp_path: Path, place: Path) -> Writer:
    return begin(tmp_path / "fatma", str(place))


def joined(place: Path, root: Path) -> Writer:
    join(str(place), root)
    return Writer(root, saved=100)


def test_what_one_sends_another_has(fatma: Writer, place: Path, tmp_path: Path) -> None:
    fatma.repository.name(fatma.repository.last().id, "release/1.0", "Uitgave", FATMA)
    sent = send(fatma.repository, fatma.place)
    assert (sent.outcome, sent.count, sent.names) == (Outcome.SENT, 1, ("release/1.0",))
    jan = joined(place, tmp_path / "jan")
    assert (jan.root / "documents/a.md").read_text("utf-8") == "een\n"
    assert set(jan.repository.names()) == {"release/1.0"}
    assert jan.repository.changed_paths() == []
    git(place, "fsck", "--strict")
    assert git(place, "symbolic-ref", "HEAD") == "refs/heads/main"


def test_an_empty_or_absent_folder_becomes_a_place_and_another_does_not(tmp_path: Path) -> None:
    writer = begin(tmp_path / "w")
    (tmp_path / "leeg").mkdir()
    assert connect(writer.repository, str(tmp_path / "leeg")).is_default
    other = connect(writer.repository, str(tmp_path / "nieuw"))
    assert [each.name for each in places(writer.repository)] == ["origin", other.name]
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol/a.txt").touch()
    for folder, code in {
        tmp_path / "vol": "place-not-empty",
        writer.root: "place-is-workspace",
        tmp_path / "leeg": "place-known",
        tmp_path / "geen/schijf": "file-missing",
    }.items():
        with pytest.raises((UserError, OutsideFailure)) as raised:
            connect(writer.repository, str(folder))
        assert raised.value.code == code
    assert len(places(writer.repository)) == 2


def test_fetching_tells_what_is_new_and_changes_nothing(
    fatma: Writer, place: Path, tmp_path: Path
) -> None:
    send(fatma.repository, fatma.place)
    jan = joined(place, tmp_path / "jan")
    fatma.write("twee\n")
    last = fatma.write("drie\n")
    assert standing(fatma.repository, fatma.place).to_send == 2
    send(fatma.repository, fatma.place)
    assert standing(fatma.repository, fatma.place).to_send == 0
    mine = jan.write("van jan\n", "documents/b.md")
    fetched = fetch(jan.repository, jan.place)
    assert fetched.version is not None
    assert (fetched.version.id, fetched.count, fetched.to_take) == (last, 2, 2)
    assert jan.repository.last().id == mine
    known = standing(jan.repository, jan.place)
    assert (known.to_send, known.to_take) == (1, 2)
    again = fetch(jan.repository, jan.place)
    assert (again.count, again.to_take) == (0, 2)


def test_nothing_to_send_and_newer_versions_there(
    fatma: Writer, place: Path, tmp_path: Path
) -> None:
    send(fatma.repository, fatma.place)
    assert send(fatma.repository, fatma.place).outcome is Outcome.NOTHING
    jan = joined(place, tmp_path / "jan")
    fatma.write("twee\n")
    send(fatma.repository, fatma.place)
    assert send(jan.repository, jan.place).outcome is Outcome.NEWER
    fetch(jan.repository, jan.place)
    assert send(jan.repository, jan.place).outcome is Outcome.NOTHING
    jan.write("van jan\n")
    assert send(jan.repository, jan.place).outcome is Outcome.NEWER


def test_an_empty_place(fatma: Writer, place: Path, tmp_path: Path) -> None:
    assert fetch(fatma.repository, fatma.place).is_empty
    with pytest.raises(UserError, match="place-empty"):
        join(str(place), tmp_path / "diep/jan")
    assert not (tmp_path / "diep").exists()


def test_a_place_that_is_gone(fatma: Writer, place: Path) -> None:
    place.rename(place.with_name("weg"))
    for act in (fetch, send):
        with pytest.raises(OutsideFailure, match="place-unreachable"):
            act(fatma.repository, fatma.place)


def test_a_rewritten_history_loses_nothing_we_knew(
    fatma: Writer, place: Path, tmp_path: Path
) -> None:
    fatma.write("twee\n")
    send(fatma.repository, fatma.place)
    jan = joined(place, tmp_path / "jan")
    known = jan.repository.last().id
    git(place, "update-ref", "refs/heads/main", "main~1")
    fetched = fetch(jan.repository, jan.place)
    assert fetched.rewritten
    assert git(jan.root, "rev-parse", fetched.kept) == known
    assert not fetch(jan.repository, jan.place).rewritten


def test_another_workspace_is_not_mixed_in(fatma: Writer, tmp_path: Path, place: Path) -> None:
    send(fatma.repository, fatma.place)
    other = begin(tmp_path / "ander", str(place), text="iets heel anders\n")
    with pytest.raises(UserError, match="place-other-workspace"):
        fetch(other.repository, other.place)
    assert not standing(other.repository, other.place).known
    assert send(other.repository, other.place).outcome is Outcome.NEWER
    assert git(other.root, "for-each-ref", "refs/coauthor") == ""


def test_a_name_never_moves(fatma: Writer, place: Path, tmp_path: Path) -> None:
    send(fatma.repository, fatma.place)
    jan = joined(place, tmp_path / "jan")
    jan.repository.name(jan.repository.last().id, "besluit", "Jan", FATMA)
    fatma.write("twee\n")
    fatma.repository.name(fatma.repository.last().id, "besluit", "Fatma", FATMA)
    send(fatma.repository, fatma.place)
    before = git(jan.root, "rev-parse", "besluit")
    assert fetch(jan.repository, jan.place).other_names == ("besluit",)
    assert git(jan.root, "rev-parse", "besluit") == before


def test_two_who_send_at_once_do_not_overwrite_each_other(
    fatma: Writer, place: Path, tmp_path: Path
) -> None:
    send(fatma.repository, fatma.place)
    jan = joined(place, tmp_path / "jan")
    first = fatma.write("van fatma\n")
    jan.write("van jan\n")

    def in_between(progress) -> None:
        if progress.step == "sending" and fatma_sent == []:
            fatma_sent.append(None)
            fatma_sent[0] = send(fatma.repository, fatma.place).outcome

    fatma_sent: list = []
    assert send(jan.repository, jan.place, progress=in_between).outcome is Outcome.NEWER
    assert fatma_sent == [Outcome.SENT]
    assert git(place, "rev-parse", "main") == first
    assert git(place, "for-each-ref", "refs/coauthor") == ""


def test_a_lock_that_a_dead_program_left_is_taken_away(fatma: Writer, place: Path) -> None:
    lock = place / "refs/heads/main.lock"
    lock.touch()
    os.utime(lock, (time.time() - 3600,) * 2)
    assert send(fatma.repository, fatma.place).outcome is Outcome.SENT
    assert not lock.exists()


def test_a_lock_of_somebody_who_is_busy_is_respected(
    fatma: Writer, place: Path, monkeypatch
) -> None:
    monkeypatch.setattr("coauthor.history.sharing.delivering._PATIENCE", 0.3)
    lock = place / "refs/heads/main.lock"
    lock.touch()
    with pytest.raises(OutsideFailure, match="place-busy"):
        send(fatma.repository, fatma.place)
    assert lock.exists()
    lock.unlink()
    assert send(fatma.repository, fatma.place).outcome is Outcome.SENT


@pytest.mark.parametrize("step", ["connecting", "receiving"])
def test_stopping_leaves_everything_as_it_was(
    fatma: Writer, place: Path, tmp_path: Path, step: str
) -> None:
    for number in range(30):
        fatma.write(f"tekst {number}\n" * 100)
    send(fatma.repository, fatma.place)
    with pytest.raises(Cancelled):
        join(str(place), tmp_path / "diep/jan", progress=StopAt(step, step == "receiving"))
    assert not (tmp_path / "diep").exists()


def test_a_damaged_place_is_not_taken_over(fatma: Writer, place: Path, tmp_path: Path) -> None:
    send(fatma.repository, fatma.place)
    for file in (place / "objects/pack").glob("*.pack"):
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= 0xFF
        file.chmod(0o644)
        file.write_bytes(data)
    with pytest.raises(OutsideFailure, match="place-damaged"):
        join(str(place), tmp_path / "jan")
    assert not (tmp_path / "jan").exists()


def test_the_text_comes_as_it_was_sent_whatever_git_is_told(
    fatma: Writer, place: Path, tmp_path: Path, home: Path
) -> None:
    (home / ".gitconfig").write_text("[core]\n\tautocrlf = true\n\teol = crlf\n", "utf-8")
    data = b"\xef\xbb\xbfeen\r\ntwee\nlone\rbinary \xff\x00\n"
    (fatma.root / "documents/a.md").write_bytes(data)
    fatma.write("x\n", "documents/x.md")
    send(fatma.repository, fatma.place)
    jan = joined(place, tmp_path / "jan")
    assert (jan.root / "documents/a.md").read_bytes() == data
    assert jan.repository.changed_paths() == []


SENDER = """
import os, signal, sys
from pathlib import Path
from coauthor.errors import CoauthorError
from coauthor.history.sharing.packing import pack
from coauthor.history.sharing.places import default_place
from coauthor.history.repository import Repository
from coauthor.history.sharing.sending import send

root, dies = Path(sys.argv[1]), int(sys.argv[2])
reports = 0

def progress(_):
    global reports
    reports += 1
    if reports == dies:
        os.kill(os.getpid(), signal.SIGKILL)

repository = Repository.open(root)
print("ready", flush=True)
sys.stdin.readline()
print(send(repository, default_place(repository), progress=progress).outcome)
"""


def sender(root: Path, dies: int = 0) -> "subprocess.Popen[str]":
    """Start a program that sends when it is told to, and dies at its n-th report."""
    words = [sys.executable, "-c", SENDER, str(root), str(dies)]
    pipe = subprocess.PIPE
    process = subprocess.Popen(words, stdin=pipe, stdout=pipe, text=True, cwd=Path.cwd())
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def test_of_many_programs_that_send_at_once_one_is_first(
    fatma: Writer, place: Path, tmp_path: Path
) -> None:
    send(fatma.repository, fatma.place)
    writers = [joined(place, tmp_path / f"w{number}") for number in range(5)]
    for round_number in range(3):
        tips = [w.write(f"{w.root.name} {round_number}\n", f"{w.root.name}.md") for w in writers]
        programs = [sender(writer.root) for writer in writers]
        for each in programs:
            each.stdin.write("\n")
            each.stdin.flush()
        outcomes = [each.communicate(timeout=60)[0].strip() for each in programs]
        assert sorted(outcomes) == ["newer"] * 4 + ["sent"]
        assert git(place, "rev-parse", "main") == tips[outcomes.index("sent")]
        for writer in writers:  # go on from what is there
            fetch(writer.repository, writer.place)
            git(writer.root, "reset", "-q", "--hard", "origin/main")
    git(place, "fsck", "--strict")
    assert git(place, "for-each-ref", "refs/coauthor") == ""


@pytest.mark.parametrize("report", [1, 2, 3, 4, 5])
def test_a_program_that_dies_while_sending_leaves_the_place_whole(
    fatma: Writer, place: Path, tmp_path: Path, report: int
) -> None:
    send(fatma.repository, fatma.place)
    before = git(place, "rev-parse", "main")
    for number in range(20):
        last = fatma.write(f"tekst {number}\n" * 50)
    dying = sender(fatma.root, dies=report)
    dying.communicate("\n", timeout=60)
    assert dying.returncode == -9
    assert git(place, "rev-parse", "main") in {before, last}
    git(place, "fsck", "--strict")
    send(fatma.repository, fatma.place)
    assert git(place, "rev-parse", "main") == last
    assert fetch(fatma.repository, fatma.place).to_take == 0


def test_a_link_to_elsewhere_is_not_followed(fatma: Writer, place: Path, tmp_path: Path) -> None:
    """Somebody shares a document that is a link to a file of ours."""
    ours = tmp_path / "geheim.txt"
    ours.write_text("van ons\n", "utf-8")
    (fatma.root / "documents/b.md").symlink_to(ours)
    fatma.write("twee\n")
    send(fatma.repository, fatma.place)
    jan = joined(place, tmp_path / "jan")
    assert not (jan.root / "documents/b.md").is_symlink()
    assert jan.repository.changed_paths() == []
    (jan.root / "documents/b.md").write_text("over\n", "utf-8")
    assert ours.read_text("utf-8") == "van ons\n"


def test_a_program_that_is_killed_at_any_moment_leaves_the_place_whole(
    fatma: Writer, place: Path
) -> None:
    send(fatma.repository, fatma.place)
    killed = 0
    for attempt in range(12):
        before = git(place, "rev-parse", "main")
        last = fatma.write("".join(f"tekst {attempt} {number}\n" for number in range(20_000)))
        process = sender(fatma.root)
        process.stdin.write("\n")
        process.stdin.flush()
        time.sleep(attempt * 0.004)
        process.kill()
        killed += process.wait(60) == -9
        process.stdin.close()
        process.stdout.close()
        assert git(place, "rev-parse", "main") in {before, last}
        git(place, "fsck", "--strict")
    assert killed > 3
    (place / "refs/heads/main.lock").unlink(missing_ok=True)
    send(fatma.repository, fatma.place)
    assert git(place, "rev-parse", "main") == last


def test_stopping_while_much_is_packed_is_at_once(fatma: Writer, place: Path) -> None:
    send(fatma.repository, fatma.place)
    before = git(place, "rev-parse", "main")
    words = [f"woord {number}" for number in range(20_000)]
    for number in range(20):
        words[number * 7] = "anders"
        last = fatma.write("\n".join(words))
    writing = []

    def stop(progress) -> None:
        if progress.step == "sending" and threading.active_count() > 1:
            writing.append(progress)
            raise Cancelled

    with pytest.raises(Cancelled):
        send(fatma.repository, fatma.place, progress=stop)
    assert writing
    assert git(place, "rev-parse", "main") == before
    assert send(fatma.repository, fatma.place).outcome is Outcome.SENT
    assert git(place, "rev-parse", "main") == last
    git(place, "fsck", "--strict")


def test_a_damaged_version_of_our_own_is_not_blamed_on_the_place(
    fatma: Writer, place: Path
) -> None:
    send(fatma.repository, fatma.place)
    before = git(place, "rev-parse", "main")
    fatma.write("twee\n")
    blob = git(fatma.root, "rev-parse", "HEAD:documents/a.md")
    loose = fatma.root / ".git/objects" / blob[:2] / blob[2:]
    loose.chmod(0o644)
    loose.write_bytes(b"rommel")
    with pytest.raises(OutsideFailure, match="own-damaged"):
        send(fatma.repository, fatma.place)
    assert git(place, "rev-parse", "main") == before


def test_what_packages_held_is_forgotten_once_merged(fatma: Writer, tmp_path: Path) -> None:
    jan = Writer(join_package(pack(fatma.repository, tmp_path / "a").path, tmp_path / "jan").root)
    for text in ("twee\n", "drie\n"):
        last = fatma.write(text)
        open_package(jan.repository, pack(fatma.repository, tmp_path / "b").path)
        assert git(jan.root, "for-each-ref", "--format=%(objectname)", "refs/coauthor") == last
        git(jan.root, "merge", "-q", "--ff-only", last)


def test_what_a_killed_join_left_is_removed_by_a_later_one(
    fatma: Writer, place: Path, tmp_path: Path
) -> None:
    send(fatma.repository, fatma.place)
    old, young, other = (tmp_path / f".coauthor-{name}" for name in ("jan-a", "jan-b", "janneke-a"))
    for folder in (old, young, other):
        folder.mkdir()
    for folder in (old, other):
        os.utime(folder, (time.time() - 200_000,) * 2)
    joined(place, tmp_path / "jan")
    assert [each.exists() for each in (old, young, other)] == [False, True, True]
