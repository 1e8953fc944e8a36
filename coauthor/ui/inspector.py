"""The inspector: everything about the clause that has the focus, and about the whole."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from coauthor.document.model import Clause, Heading, Prose, Tombstone
from coauthor.document.rendering import printable, to_plain
from coauthor.errors import UserError
from coauthor.exchange.specification import lineage_key
from coauthor.history.timeline import ClauseVersion
from coauthor.language import Catalogue
from coauthor.lineage.share import Share, Shares
from coauthor.lineage.status import ClauseStatus, Lineage
from coauthor.ui.forms import add_row, button, describe, heading, note
from coauthor.ui.gauge import ShareGauge
from coauthor.workspace.session import Session
from coauthor.workspace.themes import Theme
from coauthor.workspace.transactions import Changed

KINDS = ("eis", "wens", "informatie")
PRIORITIES = ("must", "should", "could")
FIELDS = ("rationale", "explanation", "acceptance", "norm")


class Inspector(QTabWidget):
    """Three pages: the clause, its history, and the overview of the document.

    Signals:
        failed(object): an error to tell the person.
        deviate_wanted(): give or change the reason of a deviation.
        ask_wanted(): ask for a deviation on a locked clause.
        take_wanted(): take the standard's text.
        history_wanted(str): the history of the clause with this uid is looked at.
        restore_wanted(str, object): put the text of a clause (its uid) in a version back.
        go_wanted(str): show the clause with this uid.
        shares_wanted(): the overview is looked at and wants the share of each chapter.
    """

    failed = Signal(object)
    shares_wanted = Signal()
    deviate_wanted = Signal()
    ask_wanted = Signal()
    take_wanted = Signal()
    history_wanted = Signal(str)
    restore_wanted = Signal(str, object)
    go_wanted = Signal(str)

    def __init__(
        self, text: Catalogue, themes: tuple[Theme, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text = text
        self._session: Session | None = None
        self._index: int | None = None
        self.clause = ClausePage(text, themes)
        self.history = HistoryPage(text)
        self.overview = OverviewPage(text)
        for page, name in (
            (self.clause, "inspector-clause"),
            (self.history, "inspector-history"),
            (self.overview, "inspector-overview"),
        ):
            area = QScrollArea()
            area.setWidget(page)
            area.setWidgetResizable(True)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setFrameShape(QScrollArea.Shape.NoFrame)
            describe(area, text(name))
            self.addTab(area, text(name))
        self.setUsesScrollButtons(False)
        describe(self, text("inspector"))
        self.clause.failed.connect(self.failed)
        self.clause.deviate.clicked.connect(self.deviate_wanted)
        self.clause.ask.clicked.connect(self.ask_wanted)
        self.clause.take.clicked.connect(self.take_wanted)
        self.history.restore_wanted.connect(self.restore_wanted)
        self.overview.go_wanted.connect(self.go_wanted)
        self.currentChanged.connect(self._page_changed)

    def show_session(self, session: Session) -> None:
        """Follow another document."""
        self._session = session
        self._index = None
        self.clause.show_block(session, None)
        self.overview.show_status(session)

    def show_block(self, index: int | None) -> None:
        """Show the block that has the focus."""
        self._index = index
        if self._session is None:
            return
        self.clause.show_block(self._session, index)
        self._page_changed()

    def follow(self, changed: Changed) -> None:
        """Follow a transaction of the session."""
        if self._session is None:
            return
        if changed.origin is not self.clause:
            index = self._index
            if index is not None and index >= len(self._session.document.blocks):
                index = None
            self.clause.show_block(self._session, index)
        else:
            self.clause.show_status(self._session)

    def _page_changed(self) -> None:
        if self._session is None:
            return
        if self.currentIndex() == 1:
            uid = self._uid()
            self.history.show_waiting(uid)
            if uid:
                self.history_wanted.emit(uid)
        elif self.currentIndex() == 2:
            self.overview.show_status(self._session)
            if self._session.status.has_standard:
                self.shares_wanted.emit()

    def _uid(self) -> str:
        if self._session is None or self._index is None:
            return ""
        block = self._session.document.blocks[self._index]
        return block.uid if isinstance(block, Clause | Tombstone) else ""


class ClausePage(QWidget):
    """The clause: lineage, parameters, kind, fields.

    Signals:
        failed(object): an error to tell the person.
    """

    failed = Signal(object)

    def __init__(self, text: Catalogue, themes: tuple[Theme, ...]) -> None:
        super().__init__()
        self._text = text
        self.requests: dict[str, str] = {}
        self._session: Session | None = None
        self._index: int | None = None
        self._parameters: dict[str, QLineEdit] = {}
        self._clause_only: list[QWidget] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        self.title = heading("", 3)
        self.lineage = note("", soft=False)
        self.lock = note("")
        self.reason = note("")
        self.take = button(text("action-take_standard"))
        self.deviate = button(text("action-deviate"))
        self.ask = button(text("action-ask_deviation"))
        for widget in (self.title, self.lineage, self.lock, self.reason):
            layout.addWidget(widget)
        for each in (self.take, self.deviate, self.ask):
            layout.addWidget(each)
        self.parameters_heading = heading(text("inspector-parameters"), 4)
        layout.addWidget(self.parameters_heading)
        self._parameter_form = _form()
        layout.addLayout(self._parameter_form)
        self.attributes_heading = heading(text("inspector-attributes"), 4)
        layout.addWidget(self.attributes_heading)
        self._attributes = self._attribute_fields(layout, themes)
        self.fields_heading = heading(text("inspector-fields"), 4)
        layout.addWidget(self.fields_heading)
        self._fields = self._text_fields(layout)
        layout.addStretch(1)

    def _attribute_fields(
        self, layout: QVBoxLayout, themes: tuple[Theme, ...]
    ) -> dict[str, QComboBox]:
        form = _form()
        layout.addLayout(form)
        text = self._text
        options = {
            "kind": [(key, text(f"kind-{key}")) for key in KINDS],
            "priority": [("", "–"), *((key, text(f"priority-{key}")) for key in PRIORITIES)],
            "theme": [("", "–"), *((each.key, each.label(text.language)) for each in themes)],
        }
        fields: dict[str, QComboBox] = {}
        for name, choices in options.items():
            field = QComboBox()
            for key, label in choices:
                field.addItem(label, key)
            field.activated.connect(lambda _=0, name=name: self._set_attribute(name))
            add_row(form, text(f"attribute-{name}"), field)
            fields[name] = field
            self._clause_only += [form.labelForField(field), field]
        return fields

    def _text_fields(self, layout: QVBoxLayout) -> dict[str, QPlainTextEdit]:
        fields: dict[str, QPlainTextEdit] = {}
        for key in FIELDS:
            label = note(self._text(f"field-{key}"))
            field = QPlainTextEdit()
            field.setTabChangesFocus(True)
            field.setUndoRedoEnabled(False)
            field.setMinimumHeight(64)
            field.setMaximumHeight(110)
            label.setBuddy(field)
            describe(field, self._text(f"field-{key}"))
            field.textChanged.connect(lambda key=key: self._set_field(key))
            layout.addWidget(label)
            layout.addWidget(field)
            fields[key] = field
            self._clause_only += [label, field]
        return fields

    def show_block(self, session: Session, index: int | None) -> None:
        """Show a block of the document, or nothing."""
        self._session, self._index = session, index
        block = None if index is None else session.document.blocks[index]
        clause = block if isinstance(block, Clause) else None
        self.title.setText(self._title(block))
        self._show_parameters(clause)
        locked = index is not None and bool(session.lock_reason(index))
        can_write = clause is not None and not session.read_only
        for name, combo in self._attributes.items():
            combo.setEnabled(can_write and not locked)
            value = clause.marker.get(name, "eis" if name == "kind" else "") if clause else ""
            if combo.findData(value) < 0:
                combo.addItem(value, value)
            combo.setCurrentIndex(combo.findData(value))
        for key, field in self._fields.items():
            value = clause.fields.get(key, "") if clause else ""
            if field.toPlainText() != value:
                with QSignalBlocker(field):
                    field.setPlainText(printable(value))
            field.setReadOnly(not can_write or (locked and key == "acceptance"))
            field.setEnabled(clause is not None)
        for widget in (self.attributes_heading, self.fields_heading, *self._clause_only):
            widget.setVisible(clause is not None)
        self.show_status(session)

    def show_status(self, session: Session) -> None:
        """Show what the clause is beside its standard."""
        status = self._status(session)
        has_standard = status is not None and session.status.has_standard
        self.lineage.setText(self._lineage_text(status) if has_standard and status else "")
        self.lineage.setVisible(bool(self.lineage.text()))
        locked = status is not None and status.locked
        lines = ["🔒 " + self._text("locked-explanation")] if locked else []
        if status is not None and (asked := self.requests.get(status.uid)):
            lines.append(self._text("locked-asked", date=asked))
        self.lock.setText("\n".join(lines))
        self.lock.setVisible(locked)
        self.reason.setText(self._reason_text(status) if has_standard and status else "")
        self.reason.setVisible(bool(self.reason.text()))
        deviates = has_standard and status is not None and status.deviates
        in_standard = (
            deviates
            and status is not None
            and status.lineage not in (Lineage.LOCAL, Lineage.DERIVED)
        )
        free = not session.read_only
        self.take.setVisible(bool(in_standard) and free)
        is_clause = deviates and status is not None and status.lineage is not Lineage.OMITTED
        self.deviate.setVisible(bool(is_clause) and free and not locked)
        self.ask.setVisible(locked and free)

    def _status(self, session: Session) -> ClauseStatus | None:
        if self._index is None:
            return None
        block = session.document.blocks[self._index]
        uid = block.uid if isinstance(block, Clause | Tombstone) else ""
        return session.status.clauses.get(uid)

    def _title(self, block: Clause | Heading | Prose | Tombstone | None) -> str:
        if block is None:
            return self._text("inspector-nothing")
        if isinstance(block, Clause):
            return printable(f"{block.code}  {to_plain(block.title)}".strip())
        if isinstance(block, Tombstone):
            return self._text("inspector-omitted", code=block.code or block.uid)
        if isinstance(block, Heading):
            return printable(to_plain(block.text))
        return self._text("block-prose")

    def _lineage_text(self, status: ClauseStatus) -> str:
        said = self._text(f"lineage-explained-{lineage_key(status)}")
        if status.behind:
            said += "\n" + self._text("lineage-explained-behind")
        return said

    def _reason_text(self, status: ClauseStatus) -> str:
        if status.unexplained:
            return "⚠ " + self._text("reason-missing")
        if not status.reason:
            return ""
        parts = [status.reason]
        if status.reason_class and self._text.has(f"reason-{status.reason_class}"):
            parts.insert(0, self._text(f"reason-{status.reason_class}") + ":")
        if status.until:
            parts.append(self._text("reason-until", date=status.until))
        return " ".join(parts)

    def _show_parameters(self, clause: Clause | None) -> None:
        found = {each.name: each.value for each in clause.parameters} if clause else {}
        self.parameters_heading.setVisible(bool(found))
        if list(found) != list(self._parameters):
            while self._parameter_form.rowCount():
                self._parameter_form.removeRow(0)
            self._parameters = {}
            for name in found:
                field = QLineEdit()
                field.setPlaceholderText(self._text("parameter-empty"))
                field.textEdited.connect(lambda value, name=name: self._fill(name, value))
                add_row(self._parameter_form, name, field, self._text("parameter-help"))
                self._parameters[name] = field
        for name, value in found.items():
            if self._parameters[name].text() != value:
                self._parameters[name].setText(value)
                self._parameters[name].setCursorPosition(0)  # a long value shows its beginning
            self._parameters[name].setReadOnly(bool(self._session and self._session.read_only))

    def _fill(self, name: str, value: str) -> None:
        if self._session is not None and self._index is not None:
            join = f"fill-{self._index}-{name}"
            try:
                self._session.fill(self._index, name, value, join=join, origin=self)
            except UserError as error:
                self.failed.emit(error)

    def _set_attribute(self, name: str) -> None:
        if self._session is None or self._index is None:
            return
        value = str(self._attributes[name].currentData())
        try:
            self._session.set_attribute(self._index, name, value or None)
        except UserError as error:
            self.show_block(self._session, self._index)
            self.failed.emit(error)

    def _set_field(self, key: str) -> None:
        if self._session is None or self._index is None or self._fields[key].isReadOnly():
            return
        value = self._fields[key].toPlainText()
        join = f"field-{self._index}-{key}"
        try:
            self._session.set_field(self._index, key, value, join=join, origin=self)
        except UserError as error:
            self.failed.emit(error)


class HistoryPage(QWidget):
    """What the clause said in earlier versions, and the way back.

    Signals:
        restore_wanted(str, object): put the text of the clause in this version back.
    """

    restore_wanted = Signal(str, object)

    def __init__(self, text: Catalogue) -> None:
        super().__init__()
        self._text = text
        self._versions: list[ClauseVersion] = []
        self.uid = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        self.state = note("")
        self.list = QListWidget()
        self.list.setWordWrap(True)
        describe(self.list, text("history-list"))
        self.body = QPlainTextEdit()
        self.body.setReadOnly(True)
        describe(self.body, text("history-text"))
        self.restore = button(text("history-restore"))
        self.restore.setEnabled(False)
        layout.addWidget(heading(text("history-title"), 4))
        layout.addWidget(self.state)
        layout.addWidget(self.list, 2)
        layout.addWidget(self.body, 3)
        layout.addWidget(self.restore)
        self.list.currentRowChanged.connect(self._show_text)
        self.restore.clicked.connect(self._restore)

    def show_waiting(self, uid: str) -> None:
        """Say that the history is being looked up, or that there is none."""
        self.uid = uid
        self._versions = []
        self.list.clear()
        self.body.clear()
        self.restore.setEnabled(False)
        self.state.setText(self._text("history-waiting" if uid else "history-none"))

    def show_versions(self, uid: str, versions: list[ClauseVersion]) -> None:
        """Show the versions of a clause, unless another was asked for since."""
        if uid != self.uid:
            return
        self._versions = versions
        self.list.clear()
        self.state.setText(self._text("history-count", count=len(versions)))
        for each in versions:
            when = f"{each.version.when:%d-%m-%Y %H:%M}"
            who = " · ".join(filter(None, (each.version.author, each.version.organisation)))
            line = printable(f"{when} · {who}\n{each.version.message}")
            self.list.addItem(QListWidgetItem(line))
        if versions:
            self.list.setCurrentRow(0)

    def _show_text(self, row: int) -> None:
        clause = self._versions[row].clause if 0 <= row < len(self._versions) else None
        shown = f"{clause.title}\n\n{clause.body}".strip() if clause else self._text("history-left")
        self.body.setPlainText(printable(shown))
        self.restore.setEnabled(clause is not None)

    def _restore(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._versions) and self._versions[row].clause is not None:
            self.restore_wanted.emit(self.uid, self._versions[row])


class OverviewPage(QWidget):
    """The document as a whole: share, and the deviations to go through.

    Signals:
        go_wanted(str): show the clause with this uid.
    """

    go_wanted = Signal(str)

    def __init__(self, text: Catalogue) -> None:
        super().__init__()
        self._text = text
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        self.gauge = ShareGauge(text)
        self.share = note("", soft=False)
        self.list = QListWidget()
        describe(self.list, text("overview-deviations"))
        layout.addWidget(heading(text("overview-title"), 4))
        layout.addWidget(self.gauge)
        layout.addWidget(self.share)
        layout.addWidget(heading(text("overview-deviations"), 4))
        layout.addWidget(self.list, 1)
        self.parts = note("")
        layout.addWidget(heading(text("overview-chapters"), 4))
        layout.addWidget(self.parts)
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)

    def show_status(self, session: Session) -> None:
        """Show the share and the deviations as they are now."""
        self.list.clear()
        if not session.status.has_standard:
            self.share.setText(self._text("overview-no-standard"))
            self.gauge.show_share(None)
            return
        share = session.share
        self.gauge.show_share(share)
        self.share.setText(self._lines(share))
        places = session.document.positions
        last = len(session.document.blocks)
        for status in sorted(
            session.status.deviations, key=lambda each: places.get(each.uid, last)
        ):
            label = self._text(f"lineage-{lineage_key(status)}")
            sign = "⚠ " if status.unexplained else ""
            item = QListWidgetItem(f"{sign}{status.code or '–'} · {label}")
            item.setData(Qt.ItemDataRole.UserRole, status.uid)
            if status.unexplained:
                item.setToolTip(self._text("reason-missing"))
            self.list.addItem(item)

    def show_shares(self, found: Shares) -> None:
        """Show the share of each chapter that has clauses."""
        self.parts.setText(
            "\n".join(
                self._text(
                    "overview-chapter",
                    chapter=printable(to_plain(title)) or "–",
                    clauses=round((share.by_clause or 0) * 100),
                    words=round((share.by_words or 0) * 100),
                )
                for title, share in found.chapters
                if share.active
            )
        )

    def _lines(self, share: Share) -> str:
        return "\n".join(
            f"{self._text(f'lineage-{kind}')}: {share.counts.get(kind, 0)}" for kind in Lineage
        )

    def _go(self, item: QListWidgetItem) -> None:
        self.go_wanted.emit(str(item.data(Qt.ItemDataRole.UserRole)))


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    return form
