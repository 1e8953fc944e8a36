"""What a format is: its name, how its files end, and what writes and reads it."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any, cast

from coauthor.errors import UserError
from coauthor.exchange.proposal import Reader
from coauthor.exchange.specification import Specification, Text, Writer


@dataclass(frozen=True)
class Format:
    """A format; its libraries are loaded when it is first written or read.

    Args:
        name: what people ask for; the catalogue holds ``format-<name>``.
        suffixes: how names of its files end, in lower case, with the dot; the first is given.
        writes: ``module.function`` in this package, a `Writer`; '' when it is not written.
        only_changes: what writes it where nothing but changes is wanted; of a format that
            shows no changes ''.
        reads: ``module.function`` in this package, a `Reader`; '' when it is not read.
        outward: it goes to vendors, and holds what they may read whatever was chosen.
    """

    name: str
    suffixes: tuple[str, ...]
    writes: str = ""
    reads: str = ""
    only_changes: str = ""
    outward: bool = False

    @property
    def label(self) -> str:
        """The id of the message that names it, with the pattern of its files."""
        return f"format-{self.name}"

    @property
    def writer(self) -> Writer:
        """What writes it, as a whole or only what changed in it.

        Raises:
            UserError: on writing, ``changes-not-in`` where only changes are wanted and the
                format shows none.
        """
        whole = cast("Writer", _load(self.writes))
        only = cast("Writer", _load(self.only_changes)) if self.only_changes else None

        def write(specification: Specification, text: Text) -> bytes:
            if not specification.choice.only_changes:
                if self.outward and specification.outward is not None:
                    specification = specification.outward()
                return whole(specification, text)
            if only is None:
                raise UserError("changes-not-in", format=self.name)
            return only(specification, text)

        return write

    @property
    def reader(self) -> Reader:
        """What reads it."""
        return cast("Reader", _load(self.reads))


def _load(place: str) -> Any:
    module, _, function = place.rpartition(".")
    return getattr(import_module(f"coauthor.exchange.{module}"), function)
