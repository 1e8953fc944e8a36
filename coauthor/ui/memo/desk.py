"""What is done with the register as a whole: bring in, join, share, export, publish."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFileDialog

from coauthor.exchange.memo import write_memo
from coauthor.history.files import write_out
from coauthor.history.sharing.places import places
from coauthor.ui.acting.acting import now
from coauthor.ui.jobs import Task
from coauthor.ui.memo.deeds import Deeds
from coauthor.ui.memo.duplicates import DuplicatesDialog
from coauthor.ui.memo.importing import ImportDialog
from coauthor.ui.memo.publishing import PublishDialog
from coauthor.ui.memo.sharing import ShareDialog
from coauthor.workspace.memo import answering, importing
from coauthor.workspace.memo.overview import Overview, overview
from coauthor.workspace.memo.publishing import preview, ready_now
from coauthor.workspace.memo.room import open_room
from coauthor.workspace.memo.sharing import Colleagues, join_room, share_room
from coauthor.workspace.sharing.receiving import Naming

if TYPE_CHECKING:
    from collections.abc import Callable

    from coauthor.history.sharing.asking import Ask
    from coauthor.review.memo.joining import Pair
    from coauthor.review.memo.model import Question
    from coauthor.review.memo.publication import Readiness
    from coauthor.ui.memo.window import RegisterWindow
    from coauthor.workspace.person import Person
    from coauthor.workspace.workspace import Workspace


class MemoDesk(Deeds):
    """The register of one workspace, with all that can be done in its window."""

    def __init__(
        self, window: RegisterWindow, workspace: Workspace, person: Person, ask: Ask | None
    ) -> None:
        super().__init__(window, workspace, person, ask)
        self._asking: ImportDialog | DuplicatesDialog | None = None
        window.tool_wanted.connect(self._use)
        window.deed_wanted.connect(self.do)
        window.typed.connect(self.typed)
        window.effect_chosen.connect(self.classify)
        window.chosen.connect(self.look_typed)
        window.finished.connect(self._close)

    def _use(self, tool: str) -> None:
        tools: dict[str, Callable[[], None]] = {
            "import": self._ask_files,
            "collect": self._collect,
            "duplicates": self._duplicates,
            "share": self._share,
            "export": self._export,
            "publish": self.ask_publish,
        }
        tools[tool]()

    def _ask_files(self) -> None:
        found, _kind = QFileDialog.getOpenFileNames(
            self.window_,
            self.text("memo-import-title"),
            str(Path.home()),
            self.text("memo-import-filter"),
        )
        if found:
            self.import_files([Path(each) for each in found])

    def import_files(self, paths: list[Path]) -> None:
        """Read forms, show what is in them, and bring that in when the person agrees."""
        self.run(lambda: [importing.look_at(each) for each in paths], self._ask_import)

    def _ask_import(self, forms: list[importing.Form]) -> None:
        dialog = ImportDialog(self.text, forms, self._read_again, self.window_)
        self._asking = dialog
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        self._asking = None
        if not accepted:
            return
        taken, also = [each.taken for each in dialog.forms], dialog.also
        message = self.text("version-memo-imported")

        def work() -> tuple[importing.Imported, Overview]:
            room = self.room(make=True)
            return importing.take_in(room, taken, now(), message, also=also), overview(room)

        self.run(work, lambda answer: self._imported(*answer))

    def _read_again(self, path: Path, columns: dict[int, str]) -> None:
        def show(form: importing.Form) -> None:
            if isinstance(self._asking, ImportDialog):
                self._asking.show_form(form)

        self.run(lambda: importing.look_at(path, columns), show)

    def _collect(self) -> None:
        message = self.text("version-memo-imported")

        def work() -> tuple[importing.Imported, Overview]:
            room = self.room(make=True)
            return importing.collect(room, now(), message), overview(room)

        self.run(work, lambda answer: self._imported(*answer))

    def _imported(self, found: importing.Imported, seen: Overview) -> None:
        self.show(seen)
        said = self.text(
            "memo-said-imported",
            new=found.new,
            linked=found.linked,
            updated=found.updated,
            unchanged=found.unchanged,
            odd=sum(map(len, found.odd.values())),
        )
        if found.late:
            numbers = ", ".join(map(str, found.late))
            said += " " + self.text("memo-said-published-late", numbers=numbers)
        self.window_.tell(said)

    def _duplicates(self) -> None:
        self.run(lambda: answering.proposed_pairs(self.room()), self._ask_duplicates)

    def _ask_duplicates(self, pairs: tuple[Pair, ...]) -> None:
        dialog = DuplicatesDialog(self.text, pairs, self._decide, self._place, self.window_)
        self._asking = dialog
        dialog.exec()
        self._asking = None

    def _place(self, question: Question) -> str:
        clause = self.window_.seen.clause(question) if self.window_.seen else None
        return clause.code or clause.title if clause else self.text("memo-clause-none")

    def _decide(self, pair: Pair, join: bool) -> None:  # noqa: FBT001 – as the dialog says it
        def work() -> tuple[tuple[Pair, ...], Overview]:
            room = self.room()
            first = answering.find(room, pair.first.id)
            second = answering.find(room, pair.second.id)
            deed = answering.join if join else answering.keep_apart
            deed(room, first, second, now())
            room.save(self.text("version-memo-worked"), now())
            return answering.proposed_pairs(room), overview(room)

        def show(answer: tuple[tuple[Pair, ...], Overview]) -> None:
            pairs, seen = answer
            self.show(seen)
            if isinstance(self._asking, DuplicatesDialog):
                self._asking.show_pairs(pairs)

        self.run(work, show)

    # -- going out ---------------------------------------------------------

    def _share(self) -> None:
        room = open_room(replace(self.workspace), self.person)
        address = ""
        if room is None or not places(room.home.repository):
            dialog = ShareDialog(self.text, self.window_)
            if dialog.exec() != QDialog.DialogCode.Accepted:
                return
            address = dialog.address
        naming = Naming(self.text("version-memo-worked"), self.text("version-memo-worked"))

        def work(report: Callable[[object], None]) -> Overview:
            how = Colleagues(self.ask, report, naming)
            here = open_room(replace(self.workspace), self.person)
            if here is None:
                here = join_room(replace(self.workspace), self.person, address, how)
            else:
                share_room(here, now(), how, address)
            return overview(here)

        def show(seen: Overview) -> None:
            self.show(seen)
            self.window_.tell(self.text("memo-shared"))

        self.window_.said.setText(self.text("sharing-step-connecting"))
        Task(self.jobs, self).run(work, show, self.wrong)

    def _export(self) -> None:
        found, _kind = QFileDialog.getSaveFileName(
            self.window_,
            self.text("memo-export"),
            str(Path.home() / "nota-van-inlichtingen.html"),
            self.text("memo-export-filter"),
        )
        if found:
            self.export_to(Path(found))

    def export_to(self, output: Path) -> None:
        """Write the memo that was published last, or all that could be published now."""
        kind = output.suffix.removeprefix(".").lower() or "html"

        def work() -> None:
            room = self.room()
            last = room.register().last_memo
            title = self.text("memo-title", number=last or 1)
            memo = preview(room, last, now(), title)
            write_out(output, write_memo(memo, kind, self.text))

        said = self.text("memo-exported", path=str(output))
        self.run(work, lambda _: self.window_.tell(said))

    def ask_publish(self) -> None:
        """Show what can be published and what stands in the way."""

        def look() -> tuple[Readiness, int]:
            room = self.room()
            return ready_now(room), room.register().last_memo + 1

        self.run(look, lambda answer: self._ask_publish(*answer))

    def _ask_publish(self, ready: Readiness, number: int) -> None:
        dialog = PublishDialog(self.text, ready, number, self.window_)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.publish_wanted.emit(self)
        elif dialog.go_to:
            self.window_.go_to(dialog.go_to)

    def _close(self, *_: object) -> None:
        self.jobs.wait()
        self.closed.emit()
