"""The page of the clause: what it is beside its standard, its slots, its fields."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from coauthor.document.model import Clause, Heading, Prose, Tombstone
from coauthor.document.rendering import printable, to_plain
from coauthor.errors import UserError
from coauthor.exchange.leave import day_words
from coauthor.exchange.specification import lineage_key
from coauthor.language import Catalogue
from coauthor.lineage.status import ClauseStatus, Lineage
from coauthor.ui.forms import add_row, button, describe, heading, note
from coauthor.workspace.session import Session
from coauthor.workspace.themes import Theme

KINDS = ("eis", "wens", "informatie")
PRIORITIES = ("must", "should", "could")
FIELDS = ("rationale", "explanation", "acceptance", "norm")


class ClausePage(QWidget):
    """The clause: lineage, parameters, kind, fields.

    Signals:
        failed(object): an error to tell the person.
    """

    failed = Signal(object)

    def __init__(self, text: Catalogue, themes: tuple[Theme, ...]) -> None:
        super().__init__()
        self._text = text
        self.leave: Callable[[str], str] = lambda _uid: ""
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
        can_write = clause is not None and not session.read_only and not session.suggesting
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
        if locked and status is not None and (said := self.leave(status.uid)):
            lines.append(said)
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
        free = not session.read_only and not session.suggesting
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
            parts.append(self._text("reason-until", date=day_words(status.until)))
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
            kept = self._session is not None and (
                bool(self._session.read_only) or self._session.suggesting
            )
            self._parameters[name].setReadOnly(kept)

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


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    return form
