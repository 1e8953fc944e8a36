"""Writing down who is in the room, in ``people.toml``; what else stands there stays."""

from collections.abc import Iterable, Mapping, Sequence

import tomlkit
from tomlkit.exceptions import TOMLKitError

from coauthor.document.reading import decode, encode
from coauthor.errors import OutsideFailure, UserError
from coauthor.history.files import write_atomically
from coauthor.review.people import FILE, Member, Organisation, People
from coauthor.review.policy import breach_of_people
from coauthor.review.rights import CHANGE_PEOPLE, fingerprint_of
from coauthor.workspace.events import demand
from coauthor.workspace.workspace import Workspace

KIND = "ssh-ed25519"


def save_people(
    workspace: Workspace, organisations: Iterable[Organisation], members: Iterable[Member]
) -> None:
    """Write down who is in the room; it travels with the next version.

    Raises:
        UserError: ``not-allowed``; ``key-not-public`` for what is no ed25519 key;
            ``key-listed`` for a key that stands there twice; ``no-steward`` when nobody
            would be left who may change the list; ``people-broken``.
        OutsideFailure: it could not be written; nothing was changed.
    """
    demand(workspace, CHANGE_PEOPLE)
    path = workspace.root / FILE
    before = path.read_bytes() if path.exists() else None
    listed = [_checked(each) for each in members]
    keys = [each.key for each in listed]
    if twice := next((key for key in keys if keys.count(key) > 1), ""):
        raise UserError("key-listed", fingerprint=fingerprint_of(twice))
    text = people_text(decode(before or b""), People(tuple(organisations), tuple(listed)))
    after = encode(text)
    if breach_of_people(before, after):
        raise UserError("no-steward")
    try:
        write_atomically(path, after)
    except OSError as error:
        raise OutsideFailure("disk-failed", path=FILE, reason=str(error)) from error


def people_text(text: str, people: People) -> str:
    """Return a ``people.toml`` with other organisations and people in it.

    Keys that this program does not know stay with whom they belong to.

    Raises:
        UserError: ``people-broken``.
    """
    try:
        document = tomlkit.parse(text)
    except TOMLKitError as error:
        raise UserError("people-broken", reason=str(error)) from error
    if "format" not in document:
        document["format"] = 1
    document["organisations"] = _tables(
        document.get("organisations"),
        "name",
        [
            {"name": each.name, "party": each.party, "size": each.size}
            for each in people.organisations
        ],
    )
    document["people"] = _tables(
        document.get("people"),
        "key",
        [
            {"key": each.key, "organisation": each.organisation, "roles": sorted(each.roles)}
            for each in people.members
        ],
    )
    return tomlkit.dumps(document)


def _tables(before: object, name: str, rows: Sequence[Mapping[str, object]]) -> tomlkit.items.AoT:
    """Return tables with these rows; what else a table of the same name held stays in it."""
    known = {
        str(each.get(name)): each
        for each in (before if isinstance(before, tomlkit.items.AoT) else ())
    }
    made = tomlkit.aot()
    for row in rows:
        table = tomlkit.table()
        old = known.get(str(row[name]))
        for key, value in {**(old.unwrap() if old else {}), **row}.items():
            if value not in ("", None):
                table[key] = value
        made.append(table)
    return made


def _checked(member: Member) -> Member:
    words = member.key.split()
    if len(words) < 2 or words[0] != KIND or not fingerprint_of(member.key):
        raise UserError("key-not-public")
    return Member(f"{words[0]} {words[1]}", member.organisation, member.roles)
