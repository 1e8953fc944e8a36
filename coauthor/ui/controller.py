"""What the actions of the workbench do: ask what must be asked, call the use case."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace as replace_fields
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QCursor, QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QMenu, QMessageBox

from coauthor import __version__
from coauthor.document.edits import section
from coauthor.document.model import Clause, Document, Tombstone
from coauthor.document.rendering import printable
from coauthor.document.words import changes, word_diff
from coauthor.errors import CoauthorError, UserError
from coauthor.exchange import FORMATS
from coauthor.history.repository import Version
from coauthor.lineage.status import Lineage
from coauthor.ui.actions import MENUS
from coauthor.ui.apart import Apart
from coauthor.ui.dialogs import (
    DeviationDialog,
    ImportDialog,
    VersionDialog,
    VersionsDialog,
    version_line,
)
from coauthor.workspace.exporting import export_text
from coauthor.workspace.finding import Hit, find, replace
from coauthor.workspace.importing import propose_file, take_in
from coauthor.workspace.person import Person, write_person
from coauthor.workspace.requests import ask_deviation
from coauthor.workspace.session import Changed
from coauthor.workspace.versions import (
    clause_history,
    read_version,
    release,
    save_version,
    versions,
)
from coauthor.workspace.workspace import Workspace

if TYPE_CHECKING:
    from coauthor.ui.workbench import Workbench


def told(method: Callable[..., None]) -> Callable[..., None]:
    """Show an error that a person can mend in the message bar, instead of raising it."""

    @wraps(method)
    def run(self: Controller, *arguments: Any) -> None:
        try:
            method(self, *arguments)
        except CoauthorError as error:
            self.bench.show_error(error)

    return run


class Controller:
    """The actions; each method is a row of `actions.MENUS` or a signal's slot."""

    def __init__(self, bench: Workbench) -> None:
        self.bench = bench
        self.text = bench.text
        self.session = bench.session
        self._version: tuple[str, Document] | None = None
        self._hits: list[Hit] = []
        self._hit = -1

    # -- lanes ---------------------------------------------------------------

    def show_lanes(self) -> None:
        """Set the lanes: our draft, the standard, an earlier version."""
        lanes: list[tuple[str, Document]] = []
        chain = self.session.chain
        if chain and self.bench.actions_by_name["show_standard"].isChecked():
            nearest = chain[0]
            title = self.text("lane-standard", title=nearest.title, release=nearest.release)
            lanes.append((title, nearest.document))
        if self._version is not None:
            lanes.append(self._version)
        if lanes or self.bench.lanes.lane_count() > 1:
            self.bench.lanes.set_lanes(lanes)
        self.bench.actions_by_name["hide_version"].setEnabled(self._version is not None)

    def show_standard(self, *_: object) -> None:
        """Show or hide the standard."""
        self.show_lanes()

    def show_version(self, *_: object) -> None:
        """Set an earlier version beside the text."""
        workspace, entry = self._own_workspace(), self.session.entry
        self.bench.jobs.run(
            lambda: list(versions(workspace, entry)), self._choose_version, self.bench.show_error
        )

    def _choose_version(self, found: list[Version]) -> None:
        dialog = VersionsDialog(self.text, found, self.bench)
        if dialog.exec() != QDialog.DialogCode.Accepted or not dialog.version_id:
            return
        workspace, entry, chosen = self._own_workspace(), self.session.entry, dialog.version_id
        title = next(version_line(each) for each in found if each.id == chosen)
        self.bench.jobs.run(
            lambda: read_version(workspace, chosen, entry),
            lambda document: self._show_beside(title, document),
            self.bench.show_error,
        )

    def _show_beside(self, title: str, document: Document) -> None:
        self._version = (title, document)
        self.show_lanes()

    def _own_workspace(self) -> Workspace:
        """Return the workspace with a repository of its own, for another thread."""
        return replace_fields(self.bench.desk.workspace)

    def hide_version(self, *_: object) -> None:
        """Take the earlier version away."""
        self._version = None
        self.show_lanes()

    def show_marks(self, *_: object) -> None:
        """Show or hide the marks of what differs."""
        self.bench.lanes.set_marks(self.bench.actions_by_name["show_marks"].isChecked())

    def show_fields(self, *_: object) -> None:
        """Show or hide the fields under the clauses."""
        self.bench.lanes.set_fields(self.bench.actions_by_name["show_fields"].isChecked())

    def show_look(self) -> None:
        """Paint everything anew in the look of the application."""
        self.bench.lanes.refresh_look()

    def dark(self, *_: object) -> None:
        """Switch between light and dark."""
        self.bench.appearance_wanted.emit(self.bench.actions_by_name["dark"].isChecked())

    def larger(self, *_: object) -> None:
        """Show larger text."""
        self.bench.lanes.zoom(1)

    def smaller(self, *_: object) -> None:
        """Show smaller text."""
        self.bench.lanes.zoom(-1)

    def normal_size(self, *_: object) -> None:
        """Show text in the usual size."""
        self.bench.lanes.zoom(0)

    # -- the document ----------------------------------------------------------

    def undo(self, *_: object) -> None:
        """Take the last step back."""
        self._go_after(self.session.undo())

    def redo(self, *_: object) -> None:
        """Do the last step again."""
        self._go_after(self.session.redo())

    def bold(self, *_: object) -> None:
        """Make the selection bold."""
        self.bench.lanes.format_bold()

    def italic(self, *_: object) -> None:
        """Make the selection italic."""
        self.bench.lanes.format_italic()

    def link(self, *_: object) -> None:
        """Make the selection a link."""
        self.bench.lanes.format_link()

    def bullets(self, *_: object) -> None:
        """Make the lines a list."""
        self.bench.lanes.format_list()

    def numbers(self, *_: object) -> None:
        """Make the lines a numbered list."""
        self.bench.lanes.format_numbered()

    def edit_row(self, *_: object) -> None:
        """Begin to write in the row that has the focus."""
        self.bench.lanes.edit_current()

    @told
    def insert_clause(self, *_: object) -> None:
        """Put a new clause below."""
        self._insert(self.session.insert_clause(self._below()))

    @told
    def insert_heading(self, *_: object) -> None:
        """Put a new heading below."""
        self._insert(self.session.insert_heading(self._below(), 2, self.text("new-heading")))

    @told
    def insert_prose(self, *_: object) -> None:
        """Put new text below."""
        self._insert(self.session.insert_prose(self._below(), self.text("new-prose")))

    @told
    def split_clause(self, *_: object) -> None:
        """Split the clause where the cursor is."""
        index = self._index()
        position = self.bench.lanes.cursor_position()
        if index is None or position is None:
            raise UserError("put-cursor-to-split")
        self.bench.lanes.stop_editing()
        self._insert(self.session.split(index, position))

    @told
    def join_clause(self, *_: object) -> None:
        """Join the clause with the one below."""
        index = self._index()
        if index is not None:
            self.bench.lanes.stop_editing()
            self._go_after(self.session.join_next(index))

    @told
    def move_up(self, *_: object) -> None:
        """Move the clause, or the section, one place up."""
        self._move(-1)

    @told
    def move_down(self, *_: object) -> None:
        """Move the clause, or the section, one place down."""
        self._move(1)

    @told
    def move_rows(self, start: int, to: int) -> None:
        """Move the block at ``start``, with its section, before the block at ``to``."""
        first, count = section(self.session.document, start)
        self._go_after(self.session.move(first, count, to))

    @told
    def remove_row(self, *_: object) -> None:
        """Take the row out; a clause of the standard asks for the reason."""
        index, block = self._index(), self.bench.current_block()
        if index is None or block is None or isinstance(block, Tombstone):
            return
        self.bench.lanes.stop_editing()
        if isinstance(block, Clause) and self.session.standard_clause(index) is not None:
            if self.session.lock_reason(index):
                raise UserError("clause-locked", clause=block.code or block.uid)
            dialog = DeviationDialog(self.text, removes=True, parent=self.bench)
            if dialog.exec() != QDialog.DialogCode.Accepted:
                return
            self._go_after(
                self.session.remove(
                    index,
                    reason_class=str(dialog.reason_class.currentData()),
                    note=dialog.reason.toPlainText().strip(),
                )
            )
        else:
            self._go_after(self.session.remove(index))

    # -- the standard ------------------------------------------------------------

    @told
    def take_standard(self, *_: object) -> None:
        """Take the standard's text for the clause."""
        self.bench.lanes.stop_editing()
        index = self._index()
        if index is not None:
            self._go_after(self.session.take_standard(index))
        elif uid := self.bench.lanes.current_uid():
            self._go_after(self.session.restore(uid))

    def next_change(self, *_: object) -> None:
        """Point at the next change of words."""
        self.bench.lanes.next_change()

    def previous_change(self, *_: object) -> None:
        """Point at the change of words before this one."""
        self.bench.lanes.previous_change()

    @told
    def take_change(self, *_: object) -> None:
        """Choose one change of words to take back from the standard."""
        if self.bench.lanes.take_current():
            return
        index, block = self._index(), self.bench.current_block()
        standard = None if index is None else self.session.standard_clause(index)
        if index is None or not isinstance(block, Clause) or standard is None:
            raise UserError("not-in-standard")
        menu = QMenu(self.bench)
        for part, before, after in (
            ("title", standard.title, block.title),
            ("body", standard.body, block.body),
        ):
            runs = word_diff(before, after)
            for number, indexes in enumerate(changes(runs)):
                old = "".join(before[runs[i].before_start : runs[i].before_end] for i in indexes)
                new = "".join(after[runs[i].after_start : runs[i].after_end] for i in indexes)
                label = self.text("take-change", ours=_short(new), standard=_short(old))
                action = menu.addAction(label)
                action.triggered.connect(
                    lambda _=False, part=part, number=number: self._take(index, part, number)
                )
        if menu.isEmpty():
            raise UserError("nothing-differs")
        menu.popup(QCursor.pos())

    @told
    def _take(self, index: int, part: str, number: int) -> None:
        self.bench.lanes.stop_editing()
        self._go_after(self.session.take_change(index, part, number))

    @told
    def deviate(self, *_: object) -> None:
        """Ask why the clause deviates."""
        index, block = self._index(), self.bench.current_block()
        if index is None or not isinstance(block, Clause):
            return
        if self.session.lock_reason(index):
            self.ask_deviation()
            return
        status = self.session.status.clauses.get(block.uid)
        dialog = DeviationDialog(self.text, parent=self.bench)
        dialog.form.setRowVisible(
            dialog.direction, status is not None and status.lineage is Lineage.ADAPTED
        )
        if status is not None and status.reason_class:
            dialog.fill_in(
                status.reason_class,
                str(status.direction or ""),
                status.reason,
                status.owner,
                status.cost,
                status.until,
            )
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        adapted = status is not None and status.lineage is Lineage.ADAPTED
        self._go_after(
            self.session.deviate(
                index,
                reason_class=str(dialog.reason_class.currentData()),
                reason=dialog.reason.toPlainText().strip(),
                direction=str(dialog.direction.currentData()) if adapted else "",
                owner=dialog.owner.text().strip(),
                cost=dialog.cost.text().strip(),
                until=dialog.until_text,
            )
        )

    @told
    def ask_deviation(self, *_: object) -> None:
        """Ask for a deviation on a locked clause; the clause stays as it is."""
        index, block = self._index(), self.bench.current_block()
        if index is None or not isinstance(block, Clause):
            return
        dialog = DeviationDialog(self.text, asks=True, parent=self.bench)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        ask_deviation(
            self.bench.desk.workspace,
            self.session.entry,
            block,
            self.bench.desk.person,
            reason_class=str(dialog.reason_class.currentData()),
            direction=str(dialog.direction.currentData()),
            reason=dialog.reason.toPlainText(),
            risk=dialog.risk.text().strip(),
            owner=dialog.owner.text().strip(),
            until=dialog.until_text,
            when=_now(),
        )
        said = self.text("notice-asked", clause=block.code or block.uid)
        self.bench.banner.show_message("asked", "done", said)

    def locked_touched(self, index: int) -> None:
        """Explain why nothing happens when somebody types in a locked clause."""
        block = self.session.document.blocks[index]
        code = block.code if isinstance(block, Clause) else ""
        self.bench.show_error(UserError("clause-locked", clause=code))

    # -- going about -------------------------------------------------------------

    def next_deviation(self, *_: object) -> None:
        """Go to the next clause that is not the standard's."""
        self.bench.lanes.next_deviation(1)

    def previous_deviation(self, *_: object) -> None:
        """Go to the previous clause that is not the standard's."""
        self.bench.lanes.next_deviation(-1)

    def next_gap(self, *_: object) -> None:
        """Go to the next parameter to fill in."""
        self.bench.lanes.next_gap(1)

    def previous_gap(self, *_: object) -> None:
        """Go to the previous parameter to fill in."""
        self.bench.lanes.next_gap(-1)

    def go_to_uid(self, uid: str) -> None:
        """Show a clause, or the standard's where we left it out."""
        self.bench.lanes.go_to_uid(uid)

    def focus_outline(self, *_: object) -> None:
        """Put the focus in the outline."""
        self.bench.outline.setFocus()

    def focus_lanes(self, *_: object) -> None:
        """Put the focus in the lanes."""
        self.bench.lanes.setFocus()

    def focus_inspector(self, *_: object) -> None:
        """Put the focus in the inspector."""
        self.bench.inspector.setFocus()
        self.bench.inspector.focusNextChild()

    def find(self, *_: object) -> None:
        """Look for words."""
        self.bench.findbar.open(replace=False)

    def replace(self, *_: object) -> None:
        """Look for words and put others in their place."""
        self.bench.findbar.open(replace=not self.session.read_only)

    def search(self, pattern: re.Pattern[str] | None) -> None:
        """Mark what is looked for and count it."""
        self._hits = list(find(self.session.document, pattern)) if pattern else []
        self._hit = -1
        self.bench.lanes.set_search(pattern)
        self.bench.findbar.show_count(len(self._hits))

    def next_hit(self, step: int) -> None:
        """Go to the next or previous hit."""
        self.search_again()
        if self._hits:
            self._hit = (self._hit + step) % len(self._hits)
            hit = self._hits[self._hit]
            self.bench.lanes.show_hit(hit.index, hit.part, hit.start)

    def search_again(self) -> None:
        """Look again in the text as it is now, keeping the place."""
        place = self._hit
        pattern = self.bench.findbar.pattern()
        self._hits = list(find(self.session.document, pattern)) if pattern else []
        self._hit = min(place, len(self._hits) - 1)
        self.bench.findbar.show_count(len(self._hits))

    @told
    def replace_hits(self, everything: bool) -> None:  # noqa: FBT001 (a signal's argument)
        """Replace the hit that is shown, or all of them."""
        pattern = self.bench.findbar.pattern()
        if pattern is None:
            return
        self.bench.lanes.stop_editing()
        self.search_again()
        only = None
        if not everything:
            if not self._hits:
                return
            only = self._hits[max(self._hit, 0)]
        changed, done, passed = replace(self.session, pattern, self.bench.findbar.by.text(), only)
        self._go_after(changed)
        self.search(pattern)
        said = self.text("notice-replaced", done=done, passed=passed)
        self.bench.banner.show_message("replaced", "done", said)

    # -- versions ----------------------------------------------------------------

    @told
    def save_version(self, *_: object) -> None:
        """Save a version with a message in the person's own words."""
        self.bench.lanes.stop_editing()
        desk = self.bench.desk
        dialog = VersionDialog(self.text, self._suggestion(), desk.person.name, self.bench)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        person = Person(dialog.author.text().strip() or desk.person.name, desk.person.organisation)
        if person != desk.person:
            write_person(person)
        message, keeper = dialog.message.text(), self.bench.keeper
        workspace = self._own_workspace()

        def work() -> Version:
            if keeper is not None:
                keeper.save()
            return save_version(workspace, message, person.author, _now())

        self.bench.jobs.run(work, self._version_saved, self.bench.show_error)

    def _version_saved(self, version: Version) -> None:
        said = self.text("notice-version", message=version.message)
        self.bench.banner.show_message("version", "done", said)

    def _suggestion(self) -> str:
        """Return what was done since the last version, as a first proposal of a message."""
        names = dict.fromkeys(self.session.done_names())
        return ", ".join(self.text(f"transaction-{name}") for name in names)[:120]

    @told
    def release_standard(self, *_: object) -> None:
        """Publish the standard as a release."""
        workspace = self.bench.desk.workspace
        if workspace.settings.kind != "standard":
            raise UserError("not-a-standard", address=workspace.settings.title)
        number, agreed = QInputDialog.getText(
            self.bench, self.text("action-release_standard"), self.text("release-number")
        )
        if agreed and number.strip():
            if self.bench.keeper is not None:
                self.bench.keeper.save()
            message = self.text("version-released", release=number.strip())
            release(workspace, number.strip(), self.bench.desk.person.author, _now(), message)
            self.bench.banner.show_message("release", "done", message)

    def look_up_history(self, uid: str) -> None:
        """Look up what a clause said before, in the background."""
        workspace = self._own_workspace()
        self.bench.jobs.run(
            lambda: list(clause_history(workspace, uid)),
            lambda found: self.bench.inspector.history.show_versions(uid, found),
            self.bench.show_error,
        )

    @told
    def restore_clause(self, clause: Clause) -> None:
        """Put an earlier text of a clause back."""
        self._go_after(self.session.restore_clause(clause))

    # -- in and out ----------------------------------------------------------------

    @told
    def import_file(self, *_: object) -> None:
        """Add a foreign text to the workspace as a new document."""
        found, _kind = QFileDialog.getOpenFileName(
            self.bench,
            self.text("start-import"),
            str(Path.home()),
            "Markdown (*.md *.markdown *.txt)",
        )
        if not found:
            return
        file = Path(found)
        dialog = ImportDialog(self.text, file, lambda plan: propose_file(file, plan), self.bench)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        desk = self.bench.desk
        entry = take_in(
            desk.workspace,
            file,
            dialog.proposal,
            author=desk.person.author,
            when=_now(),
            message=self.text("version-imported", file=file.name),
        )
        self.bench.document_wanted.emit(entry.name)

    @told
    def export_document(self, *_: object) -> None:
        """Write the document to a file, in the background."""
        filters = {self.text(f"format-{name}"): name for name in FORMATS}
        start = str(Path.home() / f"{self.session.entry.name}.html")
        shown = ";;".join(sorted(filters, key=lambda each: filters[each] != "html"))
        found, kind = QFileDialog.getSaveFileName(
            self.bench, self.text("action-export_document"), start, shown
        )
        if not found:
            return
        output = Path(found)
        suffix = output.suffix.lstrip(".").lower()
        name = suffix if suffix in FORMATS else filters.get(kind, "html")
        if suffix != name:
            output = output.with_name(f"{output.name}.{name}")
        self.export_to(output, name)

    def export_to(self, output: Path, format_name: str) -> None:
        """Write the document as it is now, in a process of its own."""
        self.work = Apart(
            export_text,
            {
                "root": self.bench.desk.workspace.root,
                "name": self.session.entry.name,
                "format_name": format_name,
                "output": output,
                "when": _now(),
                "language": self.text.language,
                "text": self.session.document.text,
            },
            self.bench,
        )
        self.work.done.connect(lambda _: self._exported(output))
        self.work.failed.connect(self._export_failed)
        self.bench.banner.show_message(
            "export", "info", self.text("notice-exporting"), cancel=self.work.cancel
        )
        self.work.start()

    def _exported(self, output: Path) -> None:
        said = self.text("notice-exported", path=str(output))
        self.bench.banner.show_message("export", "done", said)

    def _export_failed(self, error: CoauthorError) -> None:
        self.bench.banner.clear_message("export")
        self.bench.show_error(error)

    # -- the program -----------------------------------------------------------------

    def start_page(self, *_: object) -> None:
        """Show the start screen."""
        self.bench.start_wanted.emit()

    def switch_language(self, *_: object) -> None:
        """Switch to the other language."""
        self.bench.language_wanted.emit()

    def quit(self, *_: object) -> None:
        """Close the window."""
        self.bench.close()

    def keys(self, *_: object) -> None:
        """Show the keys."""
        rows = [
            f"{row.shortcut:<22}{self.text(f'action-{row.name}')}"
            for _menu, menu in MENUS
            for row in menu
            if row.shortcut
        ]
        box = QMessageBox(self.bench)
        box.setWindowTitle(self.text("action-keys"))
        box.setText("<pre>" + "\n".join(rows).replace("&", "&amp;").replace("<", "&lt;") + "</pre>")
        box.exec()

    def about(self, *_: object) -> None:
        """Tell what this program is."""
        QMessageBox.about(self.bench, "Coauthor", self.text("about-text", version=__version__))

    # -- inside ------------------------------------------------------------------------

    def _index(self) -> int | None:
        return self.bench.lanes.current_index()

    def show_menu(self, point: QPoint) -> None:
        """Show what can be done with the row, where it was asked."""
        menu = QMenu(self.bench)
        for row in dict(MENUS)["clause"]:
            if row.name:
                menu.addAction(self.bench.actions_by_name[row.name])
            else:
                menu.addSeparator()
        menu.popup(point)

    def open_link(self, address: str) -> None:
        """Open a web address in the browser; other addresses are left alone."""
        url = QUrl(address)
        if url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)

    def _below(self) -> int:
        """Return where a new block goes: behind the row that has the focus."""
        index = self._index()
        if index is None:
            return len(self.session.document.blocks)
        return index + 1

    def _move(self, step: int) -> None:
        index = self._index()
        if index is not None:
            self._go_after(self.session.move_step(index, step))

    def _insert(self, changed: Changed) -> None:
        self._go_after(changed)
        if changed.focus is not None:
            self.bench.lanes.edit_current()

    def _go_after(self, changed: Changed | None) -> None:
        if changed is not None and changed.focus is not None:
            last = len(self.session.document.blocks) - 1
            self.bench.lanes.go_to(min(changed.focus, last))


def _now() -> datetime:
    return datetime.now().astimezone()


def _short(words: str) -> str:
    shown = printable(" ".join(words.split())) or "–"
    return shown if len(shown) <= 48 else f"{shown[:47]}…"
