"""The words that exports of ours use for kinds, priorities, themes and fields, read back."""

import tomllib
from collections.abc import Mapping
from functools import cache

from coauthor.document.fields import FIELD_KEYS
from coauthor.language import LANGUAGES, Catalogue
from coauthor.resources import resources

_LINEAGE = (
    "verbatim", "filled", "adapted", "adapted-stricter", "adapted-weaker", "adapted-other",
    "local", "derived", "omitted", "behind", "locked",
)  # fmt: skip


@cache
def our_words() -> Mapping[str, Mapping[str, str]]:
    """Map the words of exports in each language to what they stand for."""
    keys = {
        "kind": ("eis", "wens", "informatie"),
        "priority": ("must", "should", "could"),
        "field": FIELD_KEYS,
        "lineage": _LINEAGE,
    }
    found: dict[str, dict[str, str]] = {name: {} for name in (*keys, "theme")}
    for language in LANGUAGES:
        text = Catalogue(language)
        for name, of in keys.items():
            for key in of:
                if text.has(f"{name}-{key}"):
                    found[name][text(f"{name}-{key}").lower()] = key
    themes = tomllib.loads((resources() / "themes.toml").read_text(encoding="utf-8"))["themes"]
    for theme in themes:
        key = str(theme["key"])
        names = [said for said in theme.values() if isinstance(said, str)]
        names += [
            str(said) for of in theme.values() if isinstance(of, dict) for said in of.values()
        ]
        found["theme"] |= {name.lower(): key for name in names}
    return found
