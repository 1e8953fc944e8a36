"""Rooms with a municipality and its vendors, for tests of the market."""

from datetime import UTC, datetime
from pathlib import Path

from coauthor.history.repository import Author
from coauthor.workspace.creating import new_workspace
from coauthor.workspace.person import Person
from coauthor.workspace.workspace import Workspace, open_workspace

WHEN = datetime(2026, 11, 27, 10, 0, tzinfo=UTC)
TOWN = "Gemeente Waterrijk"
LISA, TOM = Person("Lisa", "Acme"), Person("Tom", "Belsoft")
FATMA = Person("Fatma", TOWN)
PEOPLE = """
[[organisations]]
name = "Gemeente Waterrijk"
party = "municipality"

[[organisations]]
name = "Acme"
party = "vendor"

[[organisations]]
name = "Belsoft"
party = "vendor"
"""
TEXT = """# Heffen

<!-- clause aaaaaaaaaa BEL-001 kind=eis priority=must theme=functioneel -->
### Biljet

Het systeem stelt één biljet samen.

> **acceptance** Eén biljet voor drie heffingen.

<!-- clause bbbbbbbbbb BEL-002 kind=eis theme=informatiebeveiliging -->
### Toegang

Het systeem vraagt twee bewijzen.

<!-- clause cccccccccc BEL-003 kind=wens theme=functioneel -->
### Incasso

Het systeem int automatisch.

<!-- clause dddddddddd BEL-004 kind=informatie theme=functioneel -->
### Aantallen

Er zijn 24.000 inwoners.
"""


def room(root: Path, people: str = PEOPLE, text: str = TEXT) -> Workspace:
    """Make a consultation workspace with that text and those people in it."""
    made = new_workspace(
        root, "consultation", TOWN, "Heffen", author=Author("Fatma"), when=WHEN, message="x"
    )
    made.file(made.settings.documents[0]).write_text(text, "utf-8")
    if people:
        (made.root / "people.toml").write_text(people, "utf-8")
    made.repository.commit("Uitgezet", Author("Fatma", organisation=TOWN), WHEN)
    return open_workspace(made.root)
