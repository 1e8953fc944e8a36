"""The list of clause themes, which of them are locked, and what they are called."""

import tomllib
from dataclasses import dataclass
from functools import cache

from coauthor.lineage.locks import Policy
from coauthor.resources import resources


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: its key in the files, its lock and its name a language."""

    key: str
    locked: bool
    labels: tuple[tuple[str, str], ...]

    def label(self, language: str) -> str:
        """Return the name in a language, or the key."""
        return dict(self.labels).get(language, self.key)


@cache
def themes() -> tuple[Theme, ...]:
    """Return the themes in the order in which they are offered."""
    values = tomllib.loads((resources() / "themes.toml").read_text(encoding="utf-8"))
    return tuple(
        Theme(
            each["key"],
            bool(each.get("locked", False)),
            tuple((key[6:], label) for key, label in each.items() if key.startswith("label_")),
        )
        for each in values["themes"]
    )


def lock_policy() -> Policy:
    """Return the rule that says which themes nobody competes on."""
    return Policy(frozenset(theme.key for theme in themes() if theme.locked))
