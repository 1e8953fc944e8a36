"""The number of a release says what changed; a lower one takes an explicit yes."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from coauthor.errors import UserError
from coauthor.history.repository import Author
from coauthor.lineage.bump import Level
from coauthor.workspace.creating import new_workspace
from coauthor.workspace.upgrading.releasing import next_release
from coauthor.workspace.versions import release
from coauthor.workspace.workspace import Workspace, open_workspace

WHEN = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
FATMA = Author("Fatma Öztürk")
MARKER = "<!-- clause a000000000 N-001 kind=eis -->\n\n{}\n"


@pytest.fixture
def standard(tmp_path: Path) -> Workspace:
    return new_workspace(
        tmp_path / "s", "standard", "Land", "Norm", author=FATMA, when=WHEN, message="x"
    )


def write(workspace: Workspace, text: str) -> None:
    path = workspace.file(workspace.settings.documents[0])
    path.write_text(MARKER.format(text), "utf-8")


def test_a_first_release_has_any_number(standard: Workspace) -> None:
    write(standard, "Het systeem antwoordt.")
    assert next_release(standard).number == "1.0"
    release(standard, "0.3", FATMA, WHEN, "0.3")
    assert next_release(standard).previous == "0.3"


def test_the_number_follows_from_what_changed_and_says_why(standard: Workspace) -> None:
    write(standard, "Het systeem antwoordt.")
    release(standard, "1.0", FATMA, WHEN, "1.0")
    write(standard, "Het systeem antwoordt altijd.")
    fitting = next_release(open_workspace(standard.root))
    assert (fitting.number, fitting.bump.level) == ("2.0", Level.MAJOR)
    assert fitting.bump.causes[0].code == "N-001"
    with pytest.raises(UserError, match="release-too-low"):
        release(standard, "1.1", FATMA, WHEN, "1.1")
    assert open_workspace(standard.root).settings.release == "1.0"
    with pytest.raises(UserError, match="release-not-newer"):
        release(standard, "0.9", FATMA, WHEN, "0.9")
    release(standard, "1.1", FATMA, WHEN, "1.1", anyway=True)
    assert open_workspace(standard.root).settings.release == "1.1"
