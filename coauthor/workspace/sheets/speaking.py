"""In whose name a sheet is taken in: a vendor that this workspace knows, and nobody else."""

from coauthor.errors import UserError
from coauthor.review.event import Voice
from coauthor.review.people import name_key
from coauthor.review.rights import PUBLISH_ROOM, RESPOND
from coauthor.workspace.events import acting, demand, people_of
from coauthor.workspace.seats import sides_of
from coauthor.workspace.workspace import Workspace


def sheet_voice(workspace: Workspace, named: str, written: str) -> Voice:
    """Return the voice of the vendor whose sheet it is.

    Whoever sends documents to vendors takes in the sheets of those that are not in this
    workspace themselves; a vendor that is takes in its own.

    Args:
        named: the vendor that the person names, or ''.
        written: the vendor that the sheet names, or ''.

    Raises:
        UserError: ``answers-no-vendor``, ``answers-other-vendor`` when they differ,
            ``answers-unknown-vendor`` when the workspace knows no such vendor,
            ``answers-vendor-here`` when it speaks for itself here, ``not-allowed``.
    """
    if not (named or written):
        raise UserError("answers-no-vendor")
    if named and written and name_key(named) != name_key(written):
        raise UserError("answers-other-vendor", named=named, written=written)
    name = " ".join((named or written).split())
    sides = sides_of(workspace)
    if sides.is_listed:
        known = {name_key(each): each for each in sides.vendors}
        if name_key(name) not in known:
            listed = ", ".join(sides.vendors)
            count = len(sides.vendors)
            raise UserError("answers-unknown-vendor", vendor=name, count=count, vendors=listed)
        name = known[name_key(name)]
    elif name_key(name) == name_key(workspace.settings.organisation):
        raise UserError("answers-own-name", vendor=name)
    people = people_of(workspace)
    speaks = {name_key(each.organisation) for each in people.members}
    if name_key(name) in speaks:
        member = acting(workspace)
        if member is None or name_key(member.organisation) != name_key(name):
            raise UserError("answers-vendor-here", vendor=name)
        demand(workspace, RESPOND)
    else:
        demand(workspace, PUBLISH_ROOM)
    return Voice(name, "vendor")
