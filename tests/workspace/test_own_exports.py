"""What we write ourselves passes our own check, and what it finds is in the text itself."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from coauthor.exchange import writable
from coauthor.exchange.choice import PRESETS
from coauthor.workspace.batch import Written, export_many
from coauthor.workspace.creating import make_example
from coauthor.workspace.publication import check_files
from tests.workspace.rooms.making import municipality

NOW = datetime(2026, 11, 27, tzinfo=UTC)
HARD = """---
title: Programma van eisen Belastingen
code: BEL
---

# 1 Heffen

Zie [de wet](https://wetten.overheid.nl/BWBR0001). Vraag het aan piet.puk@waterrijk.nl.

<!-- clause aaaaaaaaaa BEL-001 kind=eis priority=must theme=functioneel -->
### Biljet

Het systeem stelt **één** biljet samen, zoals BEL-002 en BEL-099 zeggen.

| kolom | waarde |
| --- | --- |
| een | `x = 1` |
| twee | <b>vet</b> & meer |

1. een
2. twee
   - diep

> **rationale** Inwoners willen één biljet.
>
> **deviation** Onze regio int ook voor het waterschap; vraag Anja de Bruin.

<!-- clause bbbbbbbbbb BEL-002 kind=wens -->
### Termijn

Binnen {{termijn: 4 uur}} en {{aantal:}} keer. <!-- intern: nog bespreken -->

# 3 Innen

<!-- clause cccccccccc BEL-003 kind=eis -->
### Incasso

=SOM(A1) +31 en @iets, \N{GREEK CAPITAL LETTER OMEGA} en zachtafbreek\N{SOFT HYPHEN}streepje.
Zie G:\\\\inkoop\\\\map.
"""
CLAUSES = {"internal-path", "missing-clause", "placeholder"}
"""What is planted in the clauses, which every format shows."""

AROUND = {"mail", "chapter-jump"}
"""What is planted outside them: sheets of clauses do not show it, and data have no chapters."""

NO_CHAPTERS = {"csv", "csv-comma", "json", "reqif", "reqifz", "xlsx", "ods", "answers"}


def rules(written: tuple[Written, ...]) -> dict[str, set[str]]:
    """Return by format the rules of which something was found."""
    assert [each.error for each in written] == [None] * len(written)
    found = check_files([each.path for each in written])
    assert [each.error for each in found] == [None] * len(written)
    return {
        each.format: {finding.rule for finding in checked.findings}
        for each, checked in zip(written, found, strict=True)
    }


@pytest.mark.parametrize("preset", ["internal", "market"])
def test_the_example_passes_but_for_what_is_not_filled_in(tmp_path: Path, preset: str) -> None:
    root = make_example(tmp_path / "w").root
    written = export_many(
        root, "belastingen", tuple(writable()), tmp_path, when=NOW, choice=PRESETS[preset]
    )
    assert rules(written) == {name: {"placeholder"} for name in writable()}


def test_a_hard_text_gives_the_same_findings_in_every_format(tmp_path: Path) -> None:
    root = municipality(tmp_path / "w", HARD).root
    written = export_many(
        root, "bel", tuple(writable()), tmp_path, when=NOW, choice=PRESETS["market"]
    )
    for name, found in rules(written).items():
        around = {"mail"} if name in NO_CHAPTERS else AROUND
        assert found >= CLAUSES, name
        assert found - CLAUSES <= around, name
        if name not in NO_CHAPTERS:
            assert around <= found, name


def test_the_remark_that_stays_inside_is_found_in_what_is_for_inside(tmp_path: Path) -> None:
    root = municipality(tmp_path / "w", HARD).root
    written = export_many(root, "bel", ("md", "csv", "json", "reqif"), tmp_path, when=NOW)
    assert all("comment" in found for found in rules(written).values())
