"""The rules of the publication check, from `resources/publication/rules.toml`."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from coauthor.resources import resources


@dataclass(frozen=True)
class Rule:
    """A pattern in a text that must not leave.

    Args:
        roles: kinds of pieces in which it is looked for.
        allowed: what matches this as a whole is left alone.
    """

    name: str
    pattern: re.Pattern[str]
    roles: frozenset[str]
    allowed: re.Pattern[str] | None = None


@dataclass(frozen=True)
class Rules:
    """All rules: the level of each, the patterns, and what they leave alone.

    Args:
        general: words of a title that name no project.
        custom: names of properties that say nothing about the house.
    """

    levels: Mapping[str, str]
    patterns: tuple[Rule, ...]
    general: frozenset[str]
    custom: frozenset[str]


@cache
def rules() -> Rules:
    """Return the rules that are shipped."""
    path = resources() / "publication" / "rules.toml"
    said = tomllib.loads(path.read_text(encoding="utf-8"))
    patterns = tuple(
        Rule(
            each["name"],
            re.compile(each["pattern"]),
            frozenset(each["roles"]),
            re.compile(each["allowed"]) if "allowed" in each else None,
        )
        for each in said["pattern"]
    )
    return Rules(
        said["levels"],
        patterns,
        frozenset(said["titles"]["general"].split()),
        frozenset(said["custom"]["allowed"].split()),
    )
