"""Actions: positions, the blind round, shares, the report, and what the room agreed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QFileDialog

from coauthor.document.model import Clause
from coauthor.errors import CoauthorError, UserError
from coauthor.ui.acting.acting import Acting, now, told
from coauthor.ui.lanes.agreement import AGREEMENT_ROLES
from coauthor.ui.lanes.signs import Sign
from coauthor.ui.voting.dialogs import AnswerDialog, ObjectDialog, RulesDialog
from coauthor.ui.voting.model import Row
from coauthor.ui.voting.window import PositionsWindow
from coauthor.workspace.events import voice_of
from coauthor.workspace.voting.agreeing import agree_rules
from coauthor.workspace.voting.contributions import shares_of
from coauthor.workspace.voting.level_file import SUFFIXES, write_level_report
from coauthor.workspace.voting.sealing import waiting_to_show
from coauthor.workspace.voting.settling import Room, room_of
from coauthor.workspace.voting.voicing import (
    answer_objection,
    close_round,
    is_steward,
    own_stance,
    take_position,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coauthor.document.model import Document
    from coauthor.review.event import Event
    from coauthor.review.voting.positions import Position
    from coauthor.ui.workbench import Workbench
    from coauthor.workspace.discussion.conversation import News
    from coauthor.workspace.workspace import Workspace

SOON = 150
"""Milliseconds after which the lanes follow what was said: much may come at once."""


class Settling(Acting):
    """Actions: positions, the blind round, shares, the report, and what the room agreed."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._open: PositionsWindow | None = None  # what is worked out goes only to a window there
        self._soon = QTimer(bench)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self.follow_agreement)
        bench.conversation.listeners.append(self._soon.start)

    # -- one clause ----------------------------------------------------------

    def position_agree(self, *_: object) -> None:
        """Agree to the clause in focus."""
        self._say_here("agree")

    def position_live(self, *_: object) -> None:
        """Say that we can live with the clause in focus."""
        self._say_here("live")

    def position_object(self, *_: object) -> None:
        """Object to the clause in focus; asks why."""
        self._say_here("object")

    def position_none(self, *_: object) -> None:
        """Take our position on the clause in focus back."""
        self._say_here("none")

    @told
    def _say_here(self, stance: str) -> None:
        self.bench.lanes.stop_editing()
        block = self.bench.current_block()
        if not isinstance(block, Clause):
            raise UserError("no-clause-chosen")
        said = self._speak(stance, [block], self._room())
        if said:
            name = block.code or block.title or block.uid
            words = self.text(f"stance-{stance}")
            sealed = said[0].kind != "position"
            told_ = "notice-position-sealed" if sealed else "notice-position"
            message = self.text(told_, clause=name, stance=words)
            self.bench.banner.show_message("position", "done", message)

    def _speak(self, stance: str, clauses: Sequence[Clause], room: Room) -> list[Event]:
        """Take a position on clauses; nothing when the person gives no argument after all."""
        argument = ""
        if stance == "object":
            names = ", ".join(each.code or each.title for each in clauses)
            dialog = ObjectDialog(self.text, names, self.bench)
            if dialog.exec() != QDialog.DialogCode.Accepted:
                return []
            argument = dialog.argument.toPlainText()
        desk, entry = self.bench.desk, self.session.entry
        said = [
            take_position(
                desk.workspace,
                entry,
                each,
                desk.person,
                stance,
                now(),
                argument=argument,
                room=room,
            )
            for each in clauses
        ]
        for event in said:
            self.bench.conversation.add(event)
        self.bench.controller.show_discussion()
        return said

    def _room(self) -> Room:
        talk = self.bench.conversation.of(self.session.entry.name)
        return room_of(self.bench.desk.workspace, talk)

    # -- the whole document --------------------------------------------------

    def show_positions(self, *_: object) -> None:
        """Show the positions on the whole document, once what was said is read."""
        self.bench.lanes.stop_editing()
        conversation = self.bench.conversation
        self.bench.jobs.run(conversation.look, self._open_positions, self.bench.show_error)

    @told
    def _open_positions(self, news: News) -> None:
        if self.bench.conversation.take(news):
            self.bench.controller.show_discussion()
        desk = self.bench.desk
        window = PositionsWindow(
            self.text,
            may_speak=not self.session.read_only,
            steward=not self.session.read_only and is_steward(desk.workspace, desk.person),
            parent=self.bench,
        )
        window.stance_wanted.connect(lambda stance, uids: self._say_many(window, stance, uids))
        window.answer_wanted.connect(lambda position: self._answer_objection(window, position))
        window.go_wanted.connect(self.bench.lanes.go_to_uid)
        window.shares_wanted.connect(lambda: self._look_up_shares(window))
        self._open = window
        block = self.bench.current_block()
        self._show_rows(window, block.uid if isinstance(block, Clause) else "")
        window.exec()
        self._open = None
        window.deleteLater()

    def _show_rows(self, window: PositionsWindow, uid: str = "") -> None:
        """Show what organisations say now; it is worked out elsewhere, for it may be much.

        Args:
            uid: the clause to choose then, or ''.
        """
        workspace, entry = self._own_workspace(), self.session.entry
        document, person = self.session.document, self.bench.desk.person
        talk = self.bench.conversation.of(entry.name)

        def work() -> tuple[list[Row], bool]:
            room = room_of(workspace, talk)
            name = voice_of(workspace, person).organisation
            return _rows(workspace, room, document, name), room.is_blind(entry.name)

        def show(found: tuple[list[Row], bool]) -> None:
            if self._open is window:
                window.show_rows(found[0], blind=found[1])
                window.choose(uid)

        self.bench.jobs.run(work, show, self.bench.show_error)

    def _say_many(self, window: PositionsWindow, stance: str, uids: Iterable[str]) -> None:
        clauses = [each for uid in uids if (each := self.session.document.clause(uid))]
        try:
            self._speak(stance, clauses, self._room())
        except CoauthorError as error:
            window.say_wrong(error)
        self._show_rows(window)

    def _answer_objection(self, window: PositionsWindow, position: Position) -> None:
        dialog = AnswerDialog(self.text, position, window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        desk = self.bench.desk
        answer = dialog.answer.toPlainText()
        try:
            event = answer_objection(
                desk.workspace, self.session.entry, position, desk.person, answer, now()
            )
        except CoauthorError as error:
            window.say_wrong(error)
            return
        self.bench.controller.follow_said(event)
        self._show_rows(window)

    def _look_up_shares(self, window: PositionsWindow) -> None:
        workspace = self._own_workspace()
        self.bench.jobs.run(lambda: shares_of(workspace), window.show_shares, self.bench.show_error)

    def follow_agreement(self) -> None:
        """Show in the lanes where somebody objects, and tell when what was sealed may be shown."""
        workspace, document = self._own_workspace(), self.session.document
        talk = self.bench.conversation.of(self.session.entry.name)

        def work() -> tuple[dict[str, int], int]:
            room = room_of(workspace, talk)
            judged = room.judge_all(document).items()
            objections = {uid: len(each.objections) for uid, each in judged if each.objections}
            return objections, waiting_to_show(workspace, room)

        self.bench.jobs.run(work, self._show_agreement, lambda _: None)

    def _show_agreement(self, found: tuple[dict[str, int], int]) -> None:
        objections, sealed = found
        role = AGREEMENT_ROLES["object"]
        self.bench.lanes.show_said(
            "agreed",
            {
                uid: Sign("object", role, self.text("sign-objections", count=count))
                for uid, count in objections.items()
            },
        )
        if sealed and not self.session.read_only:
            send = (self.text("action-send").replace("&", ""), self.bench.controller.send)
            said = self.text("notice-sealed-waits", count=sealed)
            self.bench.banner.show_message("sealed", "info", said, actions=[send])
        else:
            self.bench.banner.clear_message("sealed")

    # -- the room ------------------------------------------------------------

    @told
    def close_round(self, *_: object) -> None:
        """Close the blind first round of the document."""
        desk, entry = self.bench.desk, self.session.entry
        event = close_round(desk.workspace, entry, desk.person, now())
        self.bench.controller.follow_said(event)
        said = self.text("notice-round-closed", document=entry.title)
        self.bench.banner.show_message("position", "done", said)

    @told
    def voting_rules(self, *_: object) -> None:
        """Ask what the room agreed about voting."""
        workspace = self.bench.desk.workspace
        dialog = RulesDialog(self.text, room_of(workspace, ()).rules, self.bench)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        agree_rules(workspace, dialog.values)
        self.bench.controller.show_discussion()
        self.bench.banner.show_message("position", "done", self.text("notice-rules"))

    @told
    def level_report(self, *_: object) -> None:
        """Write the level-playing-field report to a file, in the background."""
        start = Path.home() / f"{self.text('level-file')}.html"
        found, kind = QFileDialog.getSaveFileName(
            self.bench, self.text("level-title"), str(start), "HTML (*.html);;Excel (*.xlsx)"
        )
        if not found:
            return
        output = Path(found)
        if output.suffix.lower() not in SUFFIXES:
            output = output.with_name(output.name + (".xlsx" if "xlsx" in kind else ".html"))
        self.report_to(output)

    def report_to(self, output: Path) -> None:
        """Write the report as the workspace is now on disk."""
        workspace, language = self._own_workspace(), self.text.language
        keeper = self.bench.keeper
        banner = self.bench.banner
        banner.show_message("report", "info", self.text("notice-reporting"))

        def work() -> None:
            if keeper is not None:
                keeper.save()
            write_level_report(workspace, output, now(), language)

        def done(_: None) -> None:
            said = self.text("notice-exported", path=str(output))
            banner.show_message("report", "done", said)

        self.bench.jobs.run(work, done, self.bench.show_error)


def _rows(workspace: Workspace, room: Room, document: Document, organisation: str) -> list[Row]:
    judged, positions = room.judge_all(document), room.positions
    return [
        Row(
            clause,
            judged[clause.uid],
            own_stance(workspace, positions.own(clause.uid, organisation))[0],
        )
        for clause in document.clauses
    ]
