"""What every group of actions has: the workbench, its session, and how errors are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import wraps
from typing import TYPE_CHECKING, Any

from coauthor.errors import CoauthorError

if TYPE_CHECKING:
    from collections.abc import Callable

    from coauthor.document.model import Document
    from coauthor.ui.workbench import Workbench
    from coauthor.workspace.finding import Hit
    from coauthor.workspace.transactions import Changed
    from coauthor.workspace.workspace import Workspace


def told(method: Callable[..., None]) -> Callable[..., None]:
    """Show an error that a person can mend in the message bar, instead of raising it."""

    @wraps(method)
    def run(self: Acting, *arguments: Any) -> None:
        try:
            method(self, *arguments)
        except CoauthorError as error:
            self.bench.show_error(error)

    return run


class Acting:
    """A group of actions; each method is a row of `actions.MENUS` or a signal's slot."""

    def __init__(self, bench: Workbench) -> None:
        self.bench = bench
        self.text = bench.text
        self.session = bench.session
        self._version: tuple[str, Document] | None = None
        self._hits: list[Hit] = []
        self._hit = -1

    def _index(self) -> int | None:
        return self.bench.lanes.current_index()

    def _go_after(self, changed: Changed | None) -> None:
        if changed is not None and changed.focus is not None:
            last = len(self.session.document.blocks) - 1
            self.bench.lanes.go_to(min(changed.focus, last))

    def _own_workspace(self) -> Workspace:
        """Return the workspace with a repository of its own, for another thread."""
        return replace(self.bench.desk.workspace)


def now() -> datetime:
    """Return the time here and now, with its zone."""
    return datetime.now().astimezone()
