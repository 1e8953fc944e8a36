"""What was not to be made does not come in, and is not lost."""

from pathlib import Path

import pygit2
import pytest

from coauthor.cli import main
from coauthor.errors import UserError
from coauthor.history import states
from coauthor.history.repository import Repository
from coauthor.history.trust.admitting import judge
from coauthor.history.trust.checking import check_all
from coauthor.history.trust.pins import pin
from coauthor.review.suggesting.suggestions import State
from coauthor.workspace.sharing import receiving
from coauthor.workspace.suggesting.offering import all_suggestions
from coauthor.workspace.trust.admitting import set_aside
from tests.attacks.making import DOCUMENT, Line, Somebody, event, new_line, people_text
from tests.workspace.sharing import TEXT, Writer

EDITED = TEXT.replace("één biljet", "twee biljetten")
OTHER = TEXT.replace("binnen 4 uur", "binnen 4 dagen")


@pytest.fixture
def line(tmp_path) -> Line:
    """A room whose folder is that of the expert."""
    made = new_line(tmp_path, bare=False)
    made.git.references.create("refs/heads/main", made.start)
    made.git.checkout("refs/heads/main", strategy=pygit2.enums.CheckoutStrategy.FORCE)
    return made


def receive(line: Line, tip: str, by: Somebody | None = None):
    """Receive a version as the expert does, or somebody else in the same folder."""
    by = by or line.expert
    writer = Writer(by.name, Path(line.git.workdir), by.organisation)
    with by.at_home():
        return writer.take(tip)


def text(line: Line) -> str:
    return (Path(line.git.workdir) / DOCUMENT).read_text(encoding="utf-8")


def workspace(line: Line):
    return Writer("x", Path(line.git.workdir)).workspace


def head(line: Line) -> str:
    return str(line.git.head.target)


def test_the_edit_of_a_vendor_becomes_a_suggestion_and_what_was_said_with_it_comes_in(line):
    said = event(line.vendor)
    tip = line.version(line.vendor, {DOCUMENT: EDITED, **said}, line.start)
    received = receive(line, tip)
    assert text(line) == TEXT
    assert (Path(line.git.workdir) / next(iter(said))).exists()
    (offered,) = all_suggestions(workspace(line))
    assert offered.state is State.OPEN
    assert offered.event.voice.organisation == "Bouwsoft"
    assert "twee biljetten" in offered.event.values["text"]
    (aside,) = received.aside
    assert (aside.organisation, aside.proved, aside.offered) == ("Bouwsoft", True, ("BEL-001",))
    assert set_aside(workspace(line)) == (aside,)
    assert any("set-aside" in each for each in line.git.references)


def test_after_that_the_whole_history_is_good_for_everybody(line):
    tip = line.version(line.vendor, {DOCUMENT: EDITED, **event(line.vendor)}, line.start)
    receive(line, tip)
    for trusted in (line.start, ""):
        verdict = line.check(head(line), trusted)
        assert verdict.is_good
        assert len(verdict.settled) == 1
    (checked,) = check_all(Path(line.git.workdir))
    assert checked.verdict.is_good


def test_a_reader_of_a_suggestion_that_was_set_aside_cannot_have_made_it_up(line):
    tip = line.version(line.vendor, {DOCUMENT: EDITED}, line.start)
    receive(line, tip)
    new = head(line)
    made = states.state_of(workspace(line).repository, new)
    (path,) = (each for each in made if each.startswith("discussion/"))
    honest = line.git[made[path].id].data.decode()
    lies = (
        honest.replace("twee biljetten", "geen biljet"),
        honest.replace("Bouwsoft", "Gemeente Waterrijk"),
        honest.replace(line.vendor.key.fingerprint, line.steward.key.fingerprint),
        honest.replace(tip, line.start),
        f"{honest.rstrip()}\n\nEn wij vinden de rest ook niets.\n",
        honest.replace("base: ", "base: Anders. "),
        honest.replace("kind: suggestion", "kind: suggestion\nrole: steward"),
    )
    for lie in lies:
        assert lie != honest
        forged = line.version(line.expert, {path: lie}, line.start, tip)
        assert path in line.check(forged).stains


def test_two_who_receive_it_apart_write_the_same_suggestion(line):
    tip = line.version(line.vendor, {DOCUMENT: EDITED}, line.start)
    receive(line, tip)
    first = head(line)
    line.git.reset(pygit2.Oid(hex=line.start), pygit2.enums.ResetMode.HARD)
    (Path(line.git.path) / "coauthor/trusted.json").unlink()
    receive(line, tip, line.steward)
    second = head(line)
    assert first != second
    receive(line, first, line.steward)
    assert len(all_suggestions(workspace(line))) == 1
    assert text(line) == TEXT
    assert line.check(head(line)).is_good


def test_a_vendor_whose_edit_was_set_aside_sees_the_text_of_the_room_again(line):
    mine = line.version(line.vendor, {DOCUMENT: EDITED}, line.start)
    receive(line, mine, line.executive)
    theirs = head(line)
    line.git.reset(pygit2.Oid(hex=mine), pygit2.enums.ResetMode.HARD)
    (Path(line.git.path) / "coauthor/trusted.json").unlink()
    receive(line, theirs, line.vendor)
    assert text(line) == TEXT
    assert len(all_suggestions(workspace(line))) == 1


def test_what_both_wrote_stays_when_one_of_them_might_not(line):
    ours = line.version(line.expert, {DOCUMENT: OTHER}, line.start)
    line.git.reset(pygit2.Oid(hex=ours), pygit2.enums.ResetMode.HARD)
    tip = line.version(line.vendor, {DOCUMENT: EDITED}, line.start)
    receive(line, tip)
    assert text(line) == OTHER
    assert line.check(head(line)).is_good


def test_what_a_colleague_did_comes_in_though_a_vendor_wrote_in_between(line):
    evil = line.version(line.vendor, {DOCUMENT: EDITED}, line.start)
    tip = line.version(line.steward, {"documents/b.md": "# B\n\nNieuw.\n"}, evil)
    receive(line, tip)
    assert text(line) == TEXT
    assert "Nieuw" in (Path(line.git.workdir) / "documents/b.md").read_text(encoding="utf-8")


def test_a_forged_version_is_put_in_nobodys_mouth(line):
    tip = line.version(None, {DOCUMENT: EDITED}, line.start, organisation="Gemeente Waterrijk")
    received = receive(line, tip)
    assert text(line) == TEXT
    assert all_suggestions(workspace(line)) == ()
    (aside,) = received.aside
    assert (aside.rule, aside.proved, aside.offered) == ("unsigned", False, ())
    assert states.is_within(workspace(line).repository, tip, head(line))  # it is not lost


def test_who_makes_himself_steward_gets_nowhere(line):
    line.vendor.roles = ("steward",)
    mine = line.version(line.vendor, {"people.toml": people_text(*line.members)}, line.start)
    tip = line.version(line.vendor, {DOCUMENT: EDITED}, mine)
    before = (Path(line.git.workdir) / "people.toml").read_text(encoding="utf-8")
    receive(line, tip)
    assert text(line) == TEXT
    assert (Path(line.git.workdir) / "people.toml").read_text(encoding="utf-8") == before


def test_links_and_programs_and_names_that_lead_elsewhere_do_not_come_in(line):
    mode = pygit2.enums.FileMode
    evil = {
        "bijlage": (mode.LINK, b"/etc/passwd"),
        "doe-mij": (mode.BLOB_EXECUTABLE, b"#!/bin/sh\n"),
        "documents/..": "x",
        "con.txt": "x",
        "Documents/a.md": "x",
        "documents/A.md": "x",
        "documents/\u202ednet.md": "x",
        "documents/b\u0430.md": "x",
        ".git/config": "x",
        "sub": (mode.COMMIT, b""),
        "goed.txt": "x",
    }
    tip = line.version(line.steward, evil, line.start)
    received = receive(line, tip)
    root = Path(line.git.workdir)
    found = {each.relative_to(root).as_posix() for each in root.rglob("*")}
    assert "goed.txt" in found
    assert not found & {"bijlage", "doe-mij", "con.txt", "Documents", "documents/A.md", "sub"}
    assert len(received.aside) == len(evil) - 1


def test_a_history_that_was_changed_at_the_place_is_refused_whole(line):
    line.git.remotes.create("plek", "/nergens")
    first = line.version(line.steward, event(line.steward), line.start)
    line.git.references.create("refs/remotes/plek/main", first)
    receive(line, first)
    other = line.version(line.steward, event(line.steward, 1), line.start)
    line.git.references.create("refs/remotes/plek/main", other, force=True)
    with pytest.raises(UserError) as refused:
        receive(line, other)
    assert (refused.value.code, refused.value.parameters["rule"]) == (
        "received-refused",
        "rewritten",
    )
    assert head(line) == first


def test_versions_of_another_room_are_refused_whole(line, tmp_path):
    (tmp_path / "elders").mkdir()
    other = new_line(tmp_path / "elders")
    alternates = Path(line.git.path) / "objects/info/alternates"
    alternates.write_text(f"{tmp_path / 'elders/kamer/objects'}\n", encoding="utf-8")
    line.git = pygit2.Repository(line.git.workdir)
    tip = line.version(line.steward, {}, line.start, other.start)
    with pytest.raises(UserError) as refused:
        receive(line, tip)
    assert refused.value.parameters["rule"] == "foreign"
    assert head(line) == line.start


def test_the_command_line_says_what_was_set_aside(line, capsys):
    place = line.git.path + "/../../plek.git"
    pygit2.init_repository(place, bare=True, initial_head="main")
    tip = line.version(line.vendor, {DOCUMENT: EDITED}, line.start)
    line.git.references.create("refs/heads/evil", tip)
    line.git.remotes.create("origin", place)
    line.git.remotes["origin"].push(["refs/heads/evil:refs/heads/main"])
    line.git.references.delete("refs/heads/evil")
    with line.expert.at_home():
        code = main(["receive", line.git.workdir])
    said = capsys.readouterr().out
    assert code == 1
    assert "apart gehouden" in said
    assert "Bouwsoft" in said
    assert "BEL-001" in said


def test_what_one_said_and_took_away_again_comes_back(line):
    said = event(line.expert)
    first = line.version(line.expert, said, line.start)
    undone = line.version(line.expert, dict.fromkeys(said), first)
    line.git.reset(pygit2.Oid(hex=undone), pygit2.enums.ResetMode.HARD)
    tip = line.version(line.steward, event(line.steward, 1), first)
    receive(line, tip)
    assert (Path(line.git.workdir) / next(iter(said))).exists()
    assert line.check(head(line), "").is_good


def test_who_joins_a_room_is_told_what_is_wrong_there(line, tmp_path, capsys):
    place = str(tmp_path / "plek.git")
    pygit2.init_repository(place, bare=True, initial_head="main")
    tip = line.version(line.vendor, {DOCUMENT: EDITED}, line.start)
    line.git.references.create("refs/heads/main", tip, force=True)
    line.git.remotes.create("origin", place)
    line.git.remotes["origin"].push(["refs/heads/main"])
    with line.expert.at_home():
        assert main(["join", place, str(tmp_path / "nieuw")]) == 1
    assert "Bouwsoft: documents/a.md" in capsys.readouterr().out


def test_taking_the_list_away_together_does_not_open_the_room(line):
    """Both sides without a list are no room without one, once we knew it had one."""
    pin(line.git, line.start)
    gone = line.version(line.steward, {"people.toml": None}, line.start)
    evil = line.version(line.vendor, {DOCUMENT: "# Anders\n"}, gone)
    judgement = judge(Repository(line.git), gone, evil)
    assert judgement is not None
    assert set(judgement.own) == {"people.toml"}
    assert set(judgement.verdict.stains) == {"people.toml", DOCUMENT}


def test_what_was_set_aside_stays_on_the_list_when_the_program_dies_in_between(line, monkeypatch):
    """Once it is within ours nobody judges it again, so it is written down first."""

    def dies(*_: object) -> None:
        raise KeyboardInterrupt

    tip = line.version(line.vendor, {DOCUMENT: EDITED, "bijlage.txt": "x"}, line.start)
    with monkeypatch.context() as patch:
        patch.setattr(receiving, "_complete", dies)
        with pytest.raises(KeyboardInterrupt):
            receive(line, tip)
    workspace = Writer(line.expert.name, Path(line.git.workdir)).workspace
    assert receiving.finish(workspace)
    assert {each.path for each in set_aside(workspace)} == {DOCUMENT, "bijlage.txt"}
