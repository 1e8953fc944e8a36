"""Real upgrades, replayed: what people ended with comes out, or is offered.

The texts are management models that several standards derived from one; they are
read from where they are kept and are no part of this project.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from coauthor.document.model import Document
from coauthor.document.reading import decode, read_document
from coauthor.lineage.items import Item, Outcome
from coauthor.lineage.upgrade import Upgrade, plan_upgrade

TEXTS = Path(__file__).parents[3] / "shared/texts/beheermodel"
DONE = ("logius-2023-04", "logius-2024-02", "digikoppeling-2023-06", "digikoppeling-2025-02")
NEVER_DONE = ("logius-2022-09", "logius-2024-02", "bomosbeheer-2023-10")

pytestmark = pytest.mark.skipif(
    not TEXTS.is_dir(), reason=f"the texts of real upgrades are not here ({TEXTS})"
)


def read(folder: str, name: str) -> Document:
    return read_document(decode((TEXTS / folder / name).read_bytes()))


def upgrades(before: str, now: str, ours: str) -> Iterator[tuple[str, Upgrade]]:
    """Yield name and plan of every chapter that all three have."""
    for path in sorted((TEXTS / ours).glob("*.md")):
        if (TEXTS / before / path.name).exists() and (TEXTS / now / path.name).exists():
            texts = (read(folder, path.name) for folder in (before, now, ours))
            yield path.name, plan_upgrade(*texts)


def words(text: str) -> str:
    """Return a text as its words between blanks, so that one can be sought in another."""
    return f" {' '.join(text.split())} "


def possible(item: Item) -> list[str]:
    """Return every text that can stand at a place without writing one."""
    return [item.becomes, *(offer.text for offer in item.offers)]


def holds(ended: str, item: Item) -> bool:
    """Tell whether people ended with one of the possible texts."""
    for text in possible(item):
        if text.strip() and words(text) in words(ended):
            return True
        gone = not text.strip() and words(item.now) not in words(ended)
        if gone and words(item.before) not in words(ended):
            return True
    return False


def figures() -> Iterator[tuple[str, Counter[str]]]:
    """Yield how many places are silent, to look at, and asked; and in how many people agree."""
    for before, now, ours, *ended in (DONE, NEVER_DONE):
        count: Counter[str] = Counter()
        for name, plan in upgrades(before, now, ours):
            for item in plan.items:
                count[str(item.outcome)] += 1
                if ended:
                    held = holds(decode((TEXTS / ended[0] / name).read_bytes()), item)
                    count[f"{item.outcome}, as people ended"] += held
        yield f"{ours} to {now}", count


def test_where_the_standard_changed_what_people_ended_with_comes_out_or_is_offered() -> None:
    before, now, ours, ended = DONE
    seen = 0
    for name, plan in upgrades(before, now, ours):
        people = decode((TEXTS / ended / name).read_bytes())
        for item in plan.items:
            seen += 1
            assert holds(people, item), f"{name}: {item.title}"
    assert seen


@pytest.mark.parametrize("texts", [DONE[:3], NEVER_DONE], ids=["done", "never done"])
def test_no_word_that_people_wrote_is_lost(texts: tuple[str, str, str]) -> None:
    before, now, ours = texts
    for name, plan in upgrades(before, now, ours):
        shown = plan.document.text + "".join(item.was + item.before for item in plan.items)
        there = Counter(shown.split())
        lost = Counter(read(ours, name).text.split()) - there
        assert not lost, name


def test_what_is_asked_has_the_standard_first_and_ours_among_the_offers() -> None:
    for _, plan in upgrades(*NEVER_DONE):
        for item in plan.items:
            if item.outcome is Outcome.ASKED:
                assert item.offers[0].name == "follow"
                assert item.offer("keep")


if __name__ == "__main__":
    for upgrade, counted in figures():
        print(upgrade, dict(sorted(counted.items())))
