"""What a vendor typed and did not write down is there after the program was killed."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from coauthor.workspace.market.unsaved import Draft, Unsaved
from tests.ui.far import Far
from tests.ui.market.test_far import at_the_desk, sits_down
from tests.workspace.market.making import room

pytestmark = pytest.mark.timeout(60)


@pytest.fixture
def lisa(tmp_path: Path) -> Iterator[Far]:
    someone = Far("Lisa", tmp_path / "home-lisa", room(tmp_path / "waterrijk").root)
    yield someone
    someone.leaves()


def test_what_was_typed_a_second_ago_outlives_the_program(lisa: Far, tmp_path: Path) -> None:
    sits_down(lisa)
    lisa.is_at("ForWhomDialog")
    lisa.presses("Return")
    at_the_desk(lisa)
    lisa.presses("Down", "Return")
    lisa.types("Alleen met een sleutel.")
    lisa.presses("Tab")
    lisa.types("80 uur")
    time.sleep(1)
    lisa.dies()
    lisa.comes_back(tmp_path / "waterrijk")
    sits_down(lisa)
    at_the_desk(lisa)
    found = lisa.asks("desk")
    assert (found["clause"], found["explanation"]) == ("BEL-002", "Alleen met een sleutel.")
    assert "vastgelegd is hij nog niet" in found["status"]
    lisa.shows("recovered")
    lisa.presses("Alt+2")
    lisa.waits(lambda: "1 van 3" in lisa.asks("desk")["progress"])
    lisa.waits(lambda: not list((tmp_path / "waterrijk/.git/coauthor/drafts").iterdir()))


def test_drafts_are_of_one_vendor_and_a_damaged_file_is_passed_over(tmp_path: Path) -> None:
    workspace = room(tmp_path / "waterrijk")
    unsaved = Unsaved(workspace, "heffen", "Acme")
    draft = Draft("roadmap", "2027-10-01", "hours:80", "Later.", "Zo lezen wij het.")
    unsaved.keep({"aaaaaaaaaa": draft})
    assert Unsaved(workspace, "heffen", "acme").read() == {"aaaaaaaaaa": draft}
    assert Unsaved(workspace, "heffen", "Belsoft").read() == {}
    (file,) = (workspace.repository.private_folder / "drafts").iterdir()
    file.write_bytes(b'{"aaaaaaaaaa": "x", "b": {"size"')
    assert unsaved.read() == {}
    unsaved.keep({})
    assert not file.exists()
