"""Profiles: how lists of one kind are read, remembered on this computer for the next one.

Each is one small TOML file that people can change and send to each other: by the headings
of columns, made plain, what they hold, and what words mean.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import tomlkit

from coauthor.errors import OutsideFailure, UserError
from coauthor.exchange.sheet_plan import (
    FIELD,
    LEFT,
    ROLES,
    Meaning,
    Profile,
    SheetPlan,
    plain,
    profile_of,
)
from coauthor.history.files import read_file, write_atomically
from coauthor.workspace.person import person_file
from coauthor.workspace.settings import slug

FORMAT = 1
SUFFIX = ".toml"
LIMIT = 256 * 1024
"""Bytes of the largest profile."""

_IGNORE = "ignore"
"""What a file says of a column that is left out."""


def folder() -> Path:
    """Return where profiles are kept."""
    return person_file().parent / "profiles"


def kept_profiles() -> tuple[Profile, ...]:
    """Return the profiles that are remembered, by name; one that cannot be read is passed over."""
    found = []
    for path in sorted(folder().glob(f"*{SUFFIX}")):
        try:
            found.append(read_profile(path))
        except (UserError, OutsideFailure):
            continue
    return tuple(sorted(found, key=lambda each: each.name.casefold()))


def find_profile(named: str) -> Profile:
    """Return a profile by its name, or from a file.

    Raises:
        UserError: ``profile-unknown`` with the names there are, or what `read_profile` says.
        OutsideFailure: the file cannot be read.
    """
    if named.lower().endswith(SUFFIX):
        return read_profile(Path(named))
    kept = kept_profiles()
    found = next((each for each in kept if each.name.casefold() == named.casefold()), None)
    if found is None:
        names = ", ".join(each.name for each in kept)
        raise UserError("profile-unknown", name=named, names=names or "none")
    return found


def keep_profile(name: str, plan: SheetPlan) -> Path:
    """Remember a plan under a name; one of that name is replaced. Returns its file.

    Raises:
        UserError: ``profile-no-name``, or ``profile-no-headings`` for a plan of columns
            without headings, which nothing could be known again by.
        OutsideFailure: it could not be written.
    """
    file = slug(name)
    if not file:
        raise UserError("profile-no-name")
    profile = profile_of(name.strip(), plan)
    if not profile.roles:
        raise UserError("profile-no-headings")
    path = folder() / f"{file}{SUFFIX}"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, written(profile).encode("utf-8"))
    return path


def written(profile: Profile) -> str:
    """Return a profile as TOML; `read_profile` reads it."""
    words = {each.word: {"kind": each.kind, "priority": each.priority} for each in profile.meanings}
    return tomlkit.dumps(
        {
            "format": FORMAT,
            "name": profile.name,
            "sheets-left": sorted(profile.left),
            "columns": {head: role or _IGNORE for head, role in profile.roles.items()},
            "words": words,
        }
    )


def read_profile(path: Path) -> Profile:
    """Read a profile from a file.

    Raises:
        UserError: ``profile-unfit`` with what is wrong in it.
        OutsideFailure: it cannot be read.
    """
    data = read_file(path)
    try:
        return _profile(tomllib.loads(data[:LIMIT].decode("utf-8")))
    except (ValueError, RecursionError) as error:
        raise UserError("profile-unfit", path=str(path), reason=str(error)[:200]) from error


def _profile(values: Mapping[str, object]) -> Profile:
    if values.get("format") != FORMAT:
        raise ValueError("format")
    name, left = values.get("name"), values.get("sheets-left", [])
    if not isinstance(name, str) or not name.strip():
        raise ValueError("name")
    names = left if isinstance(left, list) else [left]
    roles = {plain(head): _role(head, role) for head, role in _table(values, "columns").items()}
    if not roles:
        raise ValueError("columns")
    meanings = []
    for word, each in _table(values, "words").items():
        said = _as_table(each, word)
        meanings.append(Meaning(word, str(said.get("kind", "")), str(said.get("priority", ""))))
    return Profile(name.strip(), roles, tuple(meanings), frozenset(plain(str(e)) for e in names))


def _role(head: str, role: object) -> str:
    if role == _IGNORE:
        return LEFT
    if not isinstance(role, str) or not (role in ROLES or role.startswith(FIELD)):
        raise ValueError(f"{head} = {role}")
    return role


def _table(values: Mapping[str, object], key: str) -> Mapping[str, object]:
    return _as_table(values.get(key, {}), key)


def _as_table(found: object, key: str) -> Mapping[str, object]:
    match found:
        case dict():
            return found
        case _:
            raise ValueError(key)
