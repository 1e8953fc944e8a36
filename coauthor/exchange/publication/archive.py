"""A zip of XML parts that somebody sent, measured before anything in it is parsed."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from functools import cached_property
from xml.parsers import expat

from coauthor.errors import UserError
from coauthor.exchange.workbooks import MEMBERS, UNFOLDED, unfold

DEPTH = 256
"""Elements within elements, at most; an ordinary part stays below fifty."""

Event = tuple[str, str, Mapping[str, str]]
"""``start`` with name and attributes, ``end`` with name, ``text`` with the text itself.

Names are without their prefix: what is looked for is not ambiguous.
"""

_CHUNK = 1 << 16
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


class Archive:
    """The parts of a file, each unfolded once within its limits.

    Args:
        name: of the file, for messages.

    Raises:
        UserError: ``publication-unsafe`` with the reason, or ``publication-unfit``.
    """

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.parts: dict[str, bytes] = {}
        self.members: list[zipfile.ZipInfo] = []
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                self.members = archive.infolist()
                self._unfold(archive)
        except UserError as error:
            raise UserError(
                "publication-unsafe", path=name, reason=str(error.parameters["reason"])
            ) from error
        except _BROKEN as error:
            raise UserError("publication-unfit", path=name) from error

    def _unfold(self, archive: zipfile.ZipFile) -> None:
        left = UNFOLDED
        names = {member.filename for member in self.members}
        if len(self.members) > MEMBERS or len(names) < len(self.members):
            raise UserError("publication-unsafe", path=self.name, reason="parts")
        for member in self.members:
            if member.flag_bits & 1:
                raise UserError("publication-unsafe", path=self.name, reason="password")
            part = unfold(self.name, archive, member, left)
            left -= len(part)
            self.parts[member.filename] = part

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names of the parts, in the order of the file."""
        return tuple(self.parts)

    def under(self, pattern: str) -> list[str]:
        """Return the names that match a regular expression as a whole, in order."""
        return [name for name in self.names if re.fullmatch(pattern, name, re.IGNORECASE)]

    def walk(self, path: str) -> Iterator[Event]:
        """Yield what an XML part holds; a part that is not there holds nothing.

        Raises:
            UserError: ``publication-unsafe`` or ``publication-unfit``.
        """
        part = self.parts.get(path, b"")
        if part:
            refuse_declarations(self.name, part)
            yield from _events(self.name, part)

    def relations(self, path: str) -> dict[str, tuple[str, str, bool]]:
        """Return what a part refers to: by id the type, the target and whether it is outside."""
        folder, _, leaf = path.rpartition("/")
        found: dict[str, tuple[str, str, bool]] = {}
        rels = (
            f"{folder}/_rels/{leaf}.rels" if folder else f"_rels/{leaf}.rels"
        )  # of "": the package
        for kind, name, values in self.walk(rels):
            if kind == "start" and name == "Relationship":
                of = values.get("Type", "").rpartition("/")[2]
                outside = values.get("TargetMode") == "External"
                target = values.get("Target", "")
                if not outside:
                    target = _joined(folder, target)
                found[values.get("Id", "")] = (of, target, outside)
        return found


def refuse_declarations(name: str, part: bytes) -> None:
    """Refuse XML that declares anything, or that is not written in one byte a letter.

    Raises:
        UserError: ``publication-unsafe``.
    """
    if b"\0" in part[:256] or b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise UserError("publication-unsafe", path=name, reason="declares")


def local(name: str) -> str:
    """Return a name without its prefix."""
    return name.rpartition(":")[2]


def _joined(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    steps = folder.split("/") if folder else []
    for step in target.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step != ".":
            steps.append(step)
    return "/".join(steps)


def _events(name: str, part: bytes) -> Iterator[Event]:
    held: list[Event] = []
    depth = 0
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def begin(tag: str, values: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEPTH:
            raise UserError("publication-unsafe", path=name, reason="endless")
        held.append(("start", local(tag), {local(key): value for key, value in values.items()}))

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        held.append(("end", local(tag), {}))

    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.CharacterDataHandler = lambda text: held.append(("text", text, {}))
    try:
        for start in range(0, len(part), _CHUNK):
            parser.Parse(part[start : start + _CHUNK], start + _CHUNK >= len(part))
            yield from held
            held.clear()
    except expat.ExpatError as error:
        raise UserError("publication-unfit", path=name) from error
