"""Actions that make files in a process of their own, with progress and a way to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coauthor.errors import Cancelled
from coauthor.ui.acting.acting import Acting
from coauthor.ui.apart import Apart
from coauthor.workspace.batch import Progress, aside_in, clear_aside

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from coauthor.errors import CoauthorError

KEY = "export"
"""Under which the message bar says how far it is."""


class Making(Acting):
    """Actions that make files in a process of their own, with progress and a way to stop."""

    def make_apart(
        self,
        work: Callable[..., Any],
        arguments: Mapping[str, Any],
        folder: Path,
        done: Callable[[Any], None],
        *,
        one_by_one: bool = False,
    ) -> None:
        """Make files in a process of its own.

        Says how far it is and can be stopped, which leaves no half file.

        Args:
            work: takes ``report`` and ``aside`` besides the arguments, as
                `coauthor.workspace.batch.export_many` does.
            folder: beside what is to come; here is built.
            one_by_one: each file is put in its place when it is ready, and stays when
                somebody stops the rest.
        """
        self._ready = 0
        self.bench.banner.clear_beginning(KEY, "publication")  # of what was made before
        aside = aside_in(folder)
        self.made_apart = Apart(work, {**arguments, "aside": aside}, self.bench, reports=True)
        self.made_apart.progressed.connect(self._making_progressed)
        self.made_apart.done.connect(lambda answer: self._making_done(answer, done))
        self.made_apart.failed.connect(
            lambda error: self._making_failed(aside, error, one_by_one=one_by_one)
        )
        self.bench.banner.show_progress(
            KEY, self.text("making-begins"), 0, 0, self.made_apart.cancel
        )
        self.made_apart.start()

    def _making_progressed(self, progress: Progress) -> None:
        if not progress.format:
            return
        step = f"making-step-{progress.format}"
        self._ready = progress.done
        what = self.text(step if self.text.has(step) else f"format-{progress.format}")
        what = what.partition(" (*")[0]  # without how names of its files end
        said = self.text("making-step", what=what, done=progress.done + 1, total=progress.total)
        self.bench.banner.show_progress(
            KEY, said, progress.done, progress.total, self.made_apart.cancel
        )

    def _making_done(self, answer: object, done: Callable[[Any], None]) -> None:
        self.bench.banner.clear_message(KEY)
        done(answer)

    def _making_failed(self, aside: Path, error: CoauthorError, *, one_by_one: bool) -> None:
        clear_aside(aside)
        self.bench.banner.clear_message(KEY)
        if isinstance(error, Cancelled):
            ready = self._ready if one_by_one else 0
            said = self.text("making-stopped", count=ready, folder=str(aside.parent))
            self.bench.banner.show_message(KEY, "info", said)
            return
        said = self.text(f"error-{error.code}", **error.parameters)
        self.bench.banner.show_message(KEY, "warning", said)
