"""Actions: how much of a text the standard says already, and making that the standard's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFileDialog

from coauthor.document.reading import read_document
from coauthor.document.rendering import harmless
from coauthor.errors import Cancelled
from coauthor.exchange.matching_report import report_html
from coauthor.history.files import write_out
from coauthor.ui.acting.acting import Acting, now, told
from coauthor.ui.apart import Apart
from coauthor.ui.matching.choosing import ask_standard
from coauthor.ui.matching.dialog import MatchingDialog
from coauthor.workspace.matching.accepting import accept
from coauthor.workspace.matching.comparing import compare_texts
from coauthor.workspace.matching.linking import link, standard_of, standards_for
from coauthor.workspace.matching.reporting import report_of
from coauthor.workspace.standards import shipped_standards

if TYPE_CHECKING:
    from coauthor.errors import CoauthorError
    from coauthor.workspace.matching.comparing import Compared
    from coauthor.workspace.matching.linking import Standard

KEY = "matching"


class Matching(Acting):
    """Actions: how much of a text the standard says already."""

    @told
    def compare_with_standard(self, *_: object) -> None:
        """Show each clause beside the likeliest of the standard; choose one first if need be."""
        workspace, entry = self.bench.desk.workspace, self.session.entry
        if entry.standard:
            self._stand_beside(standard_of(workspace, entry))
            return
        held = [(f"{e.entry.name}/{e.source}", e.title) for e in standards_for(workspace)]
        here = {each.entry.name for each in standards_for(workspace)}
        shipped = [
            (
                f"{each.address}@{each.releases()[-1]}",
                f"{each.settings.title} {each.releases()[-1]}",
            )
            for each in shipped_standards()
            if (each.settings.name or each.folder.name) not in here
        ]
        chosen = ask_standard(self.text, [*held, *shipped], self.bench)
        if chosen is None:
            return
        standard = standard_of(workspace, entry, chosen)
        self.bench.lanes.stop_editing()
        said = self.text("version-matched", standard=standard.title)
        author, when = self.bench.desk.person.author, now()

        def stand_beside() -> str:
            return link(workspace, entry, standard, author=author, when=when, message=said).name

        self.bench.jobs.run(stand_beside, self.bench.comparison_wanted.emit, self.bench.show_error)

    def _stand_beside(self, standard: Standard) -> None:
        self.bench.lanes.stop_editing()
        before = self.session.document.text
        self.comparison = Apart(
            compare_texts,
            {"text": before, "standard": standard.document.text},
            self.bench,
            reports=True,
        )
        self.comparison.progressed.connect(self._matching_progressed)
        self.comparison.done.connect(lambda found: self._matched(standard, before, found))
        self.comparison.failed.connect(self._matching_failed)
        self._matching_progressed((0, 0))
        self.comparison.start()

    def _matching_progressed(self, step: tuple[int, int]) -> None:
        said = self.text("matching-busy")
        self.bench.banner.show_progress(KEY, said, *step, self.comparison.cancel)

    def _matching_failed(self, error: CoauthorError) -> None:
        self.bench.banner.clear_message(KEY)
        if not isinstance(error, Cancelled):
            self.bench.show_error(error)

    @told
    def _matched(self, standard: Standard, before: str, compared: Compared) -> None:
        self.bench.banner.clear_message(KEY)
        document = read_document(before)
        dialog = MatchingDialog(
            self.text,
            compared,
            document,
            standard.document,
            standard.title,
            lambda shown: self._save_matching_report(standard, before, compared, shown),
            self.bench,
            self.session.policy,
        )
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        accepted = dialog.accepted_pairs()
        dialog.deleteLater()
        if not agreed or not accepted:
            return
        adoption = accept(
            self.bench.desk.workspace,
            self.session,
            accepted,
            person=self.bench.desk.person,
            when=now(),
            text=self.text,
        )
        if adoption.left:
            self.bench.controller.look_what_was_said()
        counts: dict[str, int] = {}
        for each in adoption.adopted:
            counts[each.outcome] = counts.get(each.outcome, 0) + 1
        said = " ".join(
            self.text(f"match-became-{outcome}", count=number) for outcome, number in counts.items()
        )
        self.bench.banner.show_message(KEY, "done", said)

    @told
    def _save_matching_report(
        self, standard: Standard, before: str, compared: Compared, shown: MatchingDialog
    ) -> None:
        start = str(Path.home() / f"{self.session.entry.name}-{standard.entry.name}.html")
        title = self.text("matching-report").replace("&", "").rstrip("…")
        found, _ = QFileDialog.getSaveFileName(shown, title, start, "HTML (*.html)")
        if not found:
            return
        output = Path(found)
        output = output if output.suffix else output.with_suffix(".html")
        name = self.session.entry.title
        report = report_of(
            compared, read_document(before), standard.document, name, standard.title, now()
        )
        write_out(output, report_html(report, self.text))
        shown.say_saved(harmless(self.text("notice-exported", path=str(output))))
