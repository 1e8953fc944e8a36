"""The workbench: outline, lanes, inspector and status line around one document."""

from collections.abc import Callable

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import (
    QLabel,
    QMainWindow,
    QMenu,
    QPushButton,
    QSplitter,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from coauthor.document.model import Block, Document
from coauthor.document.reading import decode, read_document
from coauthor.errors import Cancelled, CoauthorError
from coauthor.language import Catalogue
from coauthor.lineage.share import shares
from coauthor.ui.acting.upgrading import UPGRADED
from coauthor.ui.actions import MENUS
from coauthor.ui.apart import Apart
from coauthor.ui.banner import Banner
from coauthor.ui.controller import Controller
from coauthor.ui.deciding.bar import ROLES, DecisionBar
from coauthor.ui.deciding.merging import MergeQuestions
from coauthor.ui.deciding.walk import Walk
from coauthor.ui.findbar import FindBar
from coauthor.ui.forms import describe
from coauthor.ui.gauge import ShareGauge
from coauthor.ui.inspector.inspector import Inspector
from coauthor.ui.intake.choosing import FileDrop
from coauthor.ui.jobs import Jobs
from coauthor.ui.lanes.signs import Sign
from coauthor.ui.lanes.view import LanesView
from coauthor.ui.outline import Outline
from coauthor.ui.sharing.asking import WindowAsk
from coauthor.ui.sharing.status import Shared, asked_text, sharing_text
from coauthor.ui.upgrading.asker import UpgradeQuestions
from coauthor.workspace.deciding.deciding import OpenQuestions
from coauthor.workspace.discussion.conversation import Conversation
from coauthor.workspace.opening import Desk, Notice, Opened
from coauthor.workspace.themes import themes
from coauthor.workspace.transactions import FROZEN, Changed

TOOLBAR = (
    "undo",
    "redo",
    "",
    "insert_clause",
    "bold",
    "italic",
    "bullets",
    "",
    "previous_deviation",
    "next_deviation",
    "take_standard",
    "",
    "show_standard",
    "timeline",
    "",
    "save_version",
    "",
    "receive",
    "send",
)
"""What people need most, in the order in which they need it; '' is a gap."""

OFTEN = 5 * 60_000
"""Milliseconds between two quiet looks whether others shared something."""

WIDE = 1700
"""Width from which three lanes and the inspector have room beside each other."""

NOTICE_KINDS = {
    "recovered": "done",
    "newer-release": "info",
    "problems": "warning",
    "occupied": "warning",
    "read-only-folder": "warning",
    "repository-busy": "warning",
    "snapshot-damaged": "error",
    "no-journal": "error",
    "frozen-changed": "error",
}


class _KeeperBridge(QObject):
    """Carries what the keeper says from its thread to the window.

    Signals:
        said(str, object): state, and the error of a failure.
    """

    said = Signal(str, object)


class Workbench(QMainWindow):
    """One document being written.

    Signals:
        start_wanted(): show the start screen.
        language_wanted(): switch to the other language.
        appearance_wanted(bool): dark or light.
        document_wanted(str): open another document of the workspace.
        reopen_wanted(Received): open the workspace anew, for what came in changed it.
        brought_in(Taken): a file became a document; open it.
        comparison_wanted(str): open a document again, and compare it with its standard.
    """

    start_wanted = Signal()
    language_wanted = Signal()
    appearance_wanted = Signal(bool)
    document_wanted = Signal(str)
    reopen_wanted = Signal(object)
    brought_in = Signal(object)
    comparison_wanted = Signal(str)

    def __init__(
        self, text: Catalogue, desk: Desk, opened: Opened, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.text = text
        self.desk = desk
        self.session = opened.session
        self.keeper = opened.keeper
        self.conversation = Conversation(desk.workspace.root)
        self.jobs = Jobs(self)
        self.network = Jobs(self)
        self.ask = WindowAsk(text, self)
        self.is_leaving = False
        self._warned = False  # the text could not be saved, and the person knows
        self.banner = Banner(text)
        self.outline = Outline(text)
        self.lanes = LanesView(self.session, text)
        self.inspector = Inspector(text, themes())
        self.findbar = FindBar(text)
        self.decisions = DecisionBar(text)
        self.walk = Walk(self.lanes, self.decisions, self.jobs)
        self.questions = OpenQuestions(desk.workspace)
        self.asker = MergeQuestions(desk.workspace, self.session, self.questions, text)
        self.controller = Controller(self)
        self.upgrade_asker = UpgradeQuestions(
            lambda: self.desk.workspace,
            self.session,
            text,
            desk.person,
            self.controller.ask_reason,
            self.controller.propose,
        )
        self._lay_out()
        self.actions_by_name = self._make_actions()
        self._make_toolbar()
        self._make_status()
        self._connect()
        self.show_notices((*desk.notices, *opened.notices))
        self.setWindowTitle(self._title())
        self._before_walk: list[int] = []
        self.credits: list[str] = []  # what was adopted since the last version, and of whom
        self.refresh()
        self.controller.look_up_questions()
        self.controller.look_what_waits()
        self.controller.look_for_proposals()
        self.controller.look_what_was_said()

    # -- building ----------------------------------------------------------

    def _lay_out(self) -> None:
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.lanes, 1)
        column.addWidget(self.findbar)
        column.addWidget(self.decisions)
        split = self._split = QSplitter(Qt.Orientation.Horizontal)
        for widget, stretch in ((self.outline, 0), (centre, 1), (self.inspector, 0)):
            split.addWidget(widget)
            split.setStretchFactor(split.count() - 1, stretch)
        self.outline.setMinimumWidth(170)
        self.inspector.setMinimumWidth(310)
        split.setSizes([230, 850, 330])
        split.setChildrenCollapsible(True)
        page = QWidget()
        page.setObjectName("page")
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.banner)
        whole.addWidget(split, 1)
        self.setCentralWidget(page)
        self.setMinimumSize(820, 520)

    def _make_actions(self) -> dict[str, QAction]:
        made: dict[str, QAction] = {}
        for menu_name, rows in filter(lambda each: each[1], MENUS):
            menu = self.menuBar().addMenu(self.text(f"menu-{menu_name}"))
            for row in rows:
                if not row.name:
                    menu.addSeparator()
                    continue
                action = QAction(self.text(f"action-{row.name}"), self)
                action.setObjectName(row.name)
                action.setCheckable(row.checkable)
                if row.shortcut:
                    action.setShortcut(QKeySequence(row.shortcut))
                if row.writes and self._is_closed_to(menu_name):
                    action.setEnabled(False)
                slot: Callable[..., None] = getattr(self.controller, row.name)
                action.triggered.connect(slot)
                menu.addAction(action)
                made[row.name] = action
            if menu_name == "workspace":
                self._add_documents(menu)
        made["show_standard"].setChecked(bool(self.session.chain))
        made["show_standard"].setEnabled(bool(self.session.chain))
        made["show_marks"].setChecked(True)
        return made

    def _is_closed_to(self, menu: str) -> bool:
        """Tell whether a menu may not write: where a text is frozen only its own menus."""
        frozen = self.session.read_only == FROZEN
        return bool(self.session.read_only) and (not frozen or menu in ("edit", "clause"))

    def _add_documents(self, menu: QMenu) -> None:
        entries = self.desk.workspace.settings.documents
        if len(entries) < 2:
            return
        menu.addSeparator()
        for entry in entries:
            action = menu.addAction(entry.title)
            action.setCheckable(True)
            action.setChecked(entry.name == self.session.entry.name)
            action.triggered.connect(
                lambda _=False, name=entry.name: self.document_wanted.emit(name)
            )

    def _make_toolbar(self) -> None:
        bar = QToolBar(self.text("toolbar"))
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        for name in TOOLBAR:
            if not name:
                bar.addSeparator()
                continue
            action = self.actions_by_name[name]
            action.setIconText(self.text(f"tool-{name}"))
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{action.text()} ({keys})" if keys else action.text())
            bar.addAction(action)
        for tool in bar.findChildren(QWidget):
            if tool.metaObject().className() == "QToolButton":
                tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.addToolBar(bar)

    def _make_status(self) -> None:
        self.saved = QLabel()
        describe(self.saved, self.text("status-saved-name"))
        self.place = QLabel()
        self.gauge = ShareGauge(self.text)
        self.gauge.setMinimumWidth(180)
        self.waiting = QLabel(self.text("status-offline"))
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(0, 0, 12, 0)  # else the gauge runs into the edge of the screen
        self.asked = QPushButton()
        self.asked.setFlat(True)
        self.asked.setProperty("asks", True)
        self.asked.hide()
        describe(self.waiting, self.text("status-sharing-name"))
        bar.addWidget(self.saved)
        bar.addWidget(self.waiting)
        bar.addWidget(self.asked)
        bar.addWidget(QLabel(), 1)
        bar.addPermanentWidget(self.place)
        bar.addPermanentWidget(QLabel(self.text("status-share")))
        bar.addPermanentWidget(self.gauge)
        frozen = self.session.read_only == FROZEN
        self._say_saved("frozen" if frozen else "read-only" if self.session.read_only else "saved")

    def _connect(self) -> None:
        self.session.listeners.append(self._changed)
        FileDrop(self).dropped.connect(self.controller.bring_in_dropped)
        self.outline.go_wanted.connect(self.lanes.go_to)
        self.lanes.current_changed.connect(self._moved)
        self.lanes.refused.connect(self.show_error)
        self.lanes.locked_touched.connect(self.controller.locked_touched)
        self.lanes.remove_wanted.connect(self.controller.remove_row)
        self.lanes.move_wanted.connect(self.controller.move_rows)
        self.lanes.menu_wanted.connect(self.controller.show_menu)
        self.lanes.link_pressed.connect(self.controller.open_link)
        self.inspector.failed.connect(self.show_error)
        self.inspector.discussion.said.connect(self.controller.follow_said)
        self.inspector.shares_wanted.connect(self._look_up_shares)
        self.inspector.history_wanted.connect(self.controller.look_up_history)
        self.inspector.restore_wanted.connect(self.controller.restore_clause)
        self.inspector.take_wanted.connect(self.controller.take_standard)
        self.inspector.deviate_wanted.connect(self.controller.deviate)
        self.inspector.ask_wanted.connect(self.controller.ask_deviation)
        self.inspector.go_wanted.connect(self.controller.go_to_uid)
        self.findbar.pattern_changed.connect(self.controller.search)
        self.findbar.next_wanted.connect(self.controller.next_hit)
        self.findbar.replace_wanted.connect(self.controller.replace_hits)
        self.findbar.closed.connect(self.lanes.setFocus)
        self._connect_walk()
        self._watcher = QFileSystemWatcher([str(self.file)], self)
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(400)
        self._look.timeout.connect(self._look_outside)
        self._watcher.fileChanged.connect(self._look.start)
        if self.keeper is not None:
            self._bridge = _KeeperBridge(self)
            self._bridge.said.connect(self._keeper_said)
            self.keeper.on_state = self._bridge.said.emit

    def _connect_walk(self) -> None:
        self.walk.failed.connect(self.show_error)
        self.walk.ended.connect(self.controller.end_walk)
        self.walk.seen.connect(self.controller.see_received)
        self.decisions.share_wanted.connect(self.controller.send)
        self.asked.clicked.connect(self.controller.walk_received)
        self.questions.listeners.append(self._questions_changed)
        self._count = QTimer(self)
        self._count.setSingleShot(True)
        self._count.setInterval(300)
        self._count.timeout.connect(self._count_waiting)
        self._often = QTimer(self)
        self._often.setInterval(OFTEN)
        self._often.timeout.connect(self.controller.look_for_news)

    @property
    def file(self) -> object:
        """The file of the document."""
        return self.desk.workspace.file(self.session.entry)

    # -- following ---------------------------------------------------------

    def _changed(self, changed: Changed) -> None:
        self.asker.follow(changed)
        if changed.name == UPGRADED:
            self.controller.standard_changed()
        elif changed.name == "upgrade-answer" and self.upgrade_asker.is_answering:
            self.show_asked()
        elif changed.name == "upgrade-answer":
            self.controller.look_up_questions()  # an answer was taken back, or given again
        if changed.structure:
            self.show_asked()
        self.walk.follow()
        self.inspector.follow(changed)
        self.controller.text_changed()
        self.controller.show_discussion()
        if changed.structure or any(
            name == changed.name for name in ("edit-heading", "replace", "restore-version")
        ):
            self.outline.show_document(self.session.document)
        self.show_undo()
        self.gauge.show_share(self.session.share if self.session.status.has_standard else None)

    def _questions_changed(self) -> None:
        """Show that something was answered, or is asked again."""
        self.show_asked()

    def show_asked(self) -> None:
        """Show in the gutter and the status line what waits for a person."""
        signs: dict[int, Sign] = {}
        waiting = self.upgrade_asker.questions()
        for question in (*self.asker.questions(), *waiting):
            if question.index is not None and question.index not in signs:
                words = self.text(f"sign-{question.kind}")
                signs[question.index] = Sign(question.kind, ROLES[question.kind], words)
        for index, sign in self.controller.suggestion_signs().items():
            signs.setdefault(index, sign)
        self.lanes.model.set_asked(signs)
        looks = sum(question.kind == "look" for question in waiting)
        decide = len(self.questions.to_decide) + len(waiting) - looks
        said = asked_text(decide, len(self.questions.to_look) + looks, self.text)
        self.asked.setVisible(bool(said))
        self.asked.setText(said)
        describe(self.asked, said, self.text("status-asked-help"))

    def show_shared(self, shared: Shared) -> None:
        """Show what is shared and what waits."""
        self.waiting.setText(sharing_text(shared, self.text))
        self.walk.can_share = shared.waiting is not None

    def _count_waiting(self) -> None:
        if not self.is_leaving:
            self.controller.look_what_waits()

    def look_often(self, wanted: bool) -> None:  # noqa: FBT001 (a slot of a checkable action)
        """Look every now and then whether there is something new at the place."""
        if wanted:
            self._often.start()
        else:
            self._often.stop()

    def make_room(self, *, walking: bool) -> None:
        """Give three lanes room where the window is narrow."""
        if walking == self.inspector.isHidden() or (walking and self.width() >= WIDE):
            return
        if walking:
            self._before_walk = self._split.sizes()
        self.inspector.setVisible(not walking)
        if not walking and self._before_walk:
            self._split.setSizes(self._before_walk)

    def _look_up_shares(self) -> None:
        """Count the share of every chapter, which takes a while in a large document."""
        document, status = self.session.document, self.session.status
        self.jobs.run(
            lambda: shares(document, status), self.inspector.overview.show_shares, self.show_error
        )

    def _moved(self, index: int | None) -> None:
        self.inspector.show_block(index)
        self.controller.show_discussion()
        if index is not None and index >= 0:
            self.outline.show_place(index)
            count = len(self.session.document.blocks)
            self.place.setText(self.text("status-place", place=index + 1, count=count))

    def refresh(self) -> None:
        """Show everything anew."""
        self.outline.show_document(self.session.document)
        self.inspector.show_session(self.session)
        self.gauge.show_share(self.session.share if self.session.status.has_standard else None)
        self.show_undo()
        self.show_requests()
        self.show_asked()
        self.controller.show_lanes()
        self._moved(self.lanes.current_index())

    def show_undo(self) -> None:
        """Show what can be taken back and done again."""
        for name, said in (("undo", self.session.undo_name), ("redo", self.session.redo_name)):
            action = self.actions_by_name[name]
            action.setEnabled(bool(said) or self.controller.mode.is_writing)
            label = self.text(f"action-{name}")
            action.setText(f"{label}: {self.text(f'transaction-{said}')}" if said else label)
            action.setIconText(self.text(f"tool-{name}"))

    def show_requests(self) -> None:
        """Show for which clauses leave to deviate was asked or given, and who signed."""
        self.controller.look_at_leave()
        self.controller.look_at_signatures()

    def current_block(self) -> Block | None:
        """Return the block of our document that has the focus."""
        index = self.lanes.current_index()
        return None if index is None else self.session.document.blocks[index]

    # -- telling -----------------------------------------------------------

    def show_error(self, error: CoauthorError) -> None:
        """Tell the person what went wrong, in the message bar; what they stopped is no news."""
        if isinstance(error, Cancelled):
            return
        message = self.text(f"error-{error.code}", **error.parameters)
        self.banner.show_message(f"error-{error.code}", "warning", message)

    def show_notices(self, notices: tuple[Notice, ...]) -> None:
        """Show what a person should know about the document."""
        for notice in notices:
            message = self.text(f"notice-{notice.code}", **dict(notice.parameters))
            if notice.code == "problems":
                lines = [
                    self.text(
                        "cli-problem",
                        line=problem.line,
                        problem=self.text(f"problem-{problem.code}", detail=problem.detail),
                    )
                    for problem in self.session.document.problems[:5]
                ]
                message = "\n".join([message, *lines])
            kind = NOTICE_KINDS.get(notice.code, "info")
            actions = []
            if notice.code == "newer-release" and not self.session.read_only:
                label = self.text("action-upgrade_standard").replace("&", "")
                actions = [(label, self.controller.upgrade_standard)]
            self.banner.show_message(f"notice-{notice.code}", kind, message, actions=actions)

    def _keeper_said(self, state: str, error: CoauthorError | None) -> None:
        self._say_saved(state)
        if error is not None:
            message = self.text(f"error-{error.code}", **error.parameters)
            self.banner.show_message("keeper", "error", message)
        elif state in ("saved", "outside"):
            self._warned = False
            self.banner.clear_message("keeper")
            self.banner.clear_message("close")
            self._count.start()
        if state == "outside":
            self.banner.show_message("outside", "warning", self.text("notice-outside"))

    def _say_saved(self, state: str) -> None:
        self.saved.setText(self.text(f"status-{state}"))

    def look_at_file(self) -> None:
        """Watch the file again after it was put in another's place."""
        if str(self.file) not in self._watcher.files():
            self._watcher.addPath(str(self.file))

    def _look_outside(self) -> None:
        """Read the document anew when another program changed it and we did not."""
        path = str(self.file)
        if path not in self._watcher.files():
            self._watcher.addPath(path)
        if self.keeper is None or self.keeper.has_unsaved:
            return  # the keeper meets it when it saves
        if self.controller.is_sharing:
            self._look.start()  # it may be we who write the file: look again when that is done
            return
        data = self.keeper.changed_outside()
        if data is None:
            return
        document: Document = read_document(decode(data))
        self.session.replace_everything(document, "read-again", unlocked=True)
        self.keeper.accept(data)
        self._say_saved("saved")
        self.banner.show_message("outside", "info", self.text("notice-read-again"))
        self.refresh()
        self.controller.look_what_waits()  # what another program wrote waits to be shared, too

    def _title(self) -> str:
        settings = self.desk.workspace.settings
        return f"{self.session.entry.title} – {settings.organisation} – Coauthor"

    # -- leaving -----------------------------------------------------------

    def leave(self) -> bool:
        """Save and let go of the document; False when the person must look first."""
        self.lanes.stop_editing()
        if not self.controller.close_market():
            return False
        self.is_leaving = True
        self.ask.close()
        self.controller.stop_sharing()
        if self.keeper is not None:
            try:
                self.keeper.close(anyway=self._warned)
            except CoauthorError as error:
                self._warned, self.is_leaving = True, False
                self.ask.reopen()
                self.show_error(error)
                said = self.text("notice-close-again")
                self.banner.show_message("close", "warning", said)
                return False
            self.keeper = None
        self.controller.close_timeline()
        self.controller.close_memo()
        self.controller.close_talk()
        self.lanes.detach()
        for each in self.findChildren(Apart):  # what is half made goes with it
            each.cancel()
        self.jobs.wait()
        self.network.wait()
        self.desk.leave()
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save before the window goes."""
        if self.leave():
            event.accept()
        else:
            event.ignore()
