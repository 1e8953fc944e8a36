"""Changing what the room agreed about voting, in ``people.toml``."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import tomlkit
from tomlkit.exceptions import TOMLKitError

from coauthor.document.reading import decode, encode
from coauthor.errors import OutsideFailure, UserError
from coauthor.history.files import write_atomically
from coauthor.review.people import FILE
from coauthor.review.rights import CHANGE_PEOPLE
from coauthor.review.voting.rules import KEYS, Rules, voting_rules
from coauthor.workspace.events import demand, people_of
from coauthor.workspace.workspace import Workspace


def agree_rules(workspace: Workspace, values: Mapping[str, object]) -> Rules:
    """Write down what the room agreed; what is as it follows from the room is left out.

    Comments, order and everything else in the file stay.

    Args:
        values: by key of `coauthor.review.voting.rules.KEYS`.

    Raises:
        UserError: ``not-allowed``, ``voting-setting`` or ``people-broken``; nothing changed.
        OutsideFailure: it could not be written.
    """
    demand(workspace, CHANGE_PEOPLE)
    people = people_of(workspace)
    changed = {key: values[key] for key in KEYS if key in values}
    settings = MappingProxyType({**people.settings, **changed})
    rules = voting_rules(replace(people, settings=settings))  # which refuses what does not fit
    own = {key: each for key, each in people.settings.items() if key not in KEYS}
    usual = voting_rules(replace(people, settings=MappingProxyType(own)))
    path = workspace.root / FILE
    try:
        text = decode(path.read_bytes()) if path.exists() else ""
        document = tomlkit.parse(text)
    except TOMLKitError as error:
        raise UserError("people-broken", reason=str(error)) from error
    except OSError as error:
        raise OutsideFailure("disk-failed", path=FILE, reason=str(error)) from error
    table = document.setdefault("settings", tomlkit.table())
    for key, value in changed.items():
        if value == getattr(usual, KEYS[key]):
            table.pop(key, None)
        elif table.get(key) != value:
            table[key] = value
    new = tomlkit.dumps(document)
    if new != text:
        write_atomically(path, encode(new))
    return rules
