"""Dialogs: an argument, an answer to an objection, and what the room agreed about voting."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QPlainTextEdit, QSpinBox, QWidget

from coauthor.document.rendering import printable
from coauthor.errors import UserError
from coauthor.language import Catalogue
from coauthor.review.voting.positions import Position
from coauthor.review.voting.rules import KEYS, Rules
from coauthor.ui.dialogs import FormDialog
from coauthor.ui.forms import add_row, note, number_field


class ObjectDialog(FormDialog):
    """Why an organisation objects; without an argument it cannot be answered."""

    def __init__(self, text: Catalogue, clause: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "object-dialog", "object-dialog-accept", parent)
        self.form.addRow(note(printable(clause), soft=False))
        self.argument = _lines(self, "position-argument")

    def accept(self) -> None:
        """Close, once there is an argument."""
        if not self.argument.toPlainText().strip():
            self.say_wrong(UserError("objection-without-argument"))
            self.argument.setFocus()
            return
        super().accept()


class AnswerDialog(FormDialog):
    """What the steward's side answers to an objection."""

    def __init__(self, text: Catalogue, position: Position, parent: QWidget | None = None) -> None:
        super().__init__(text, "answer-dialog", "answer-dialog-accept", parent)
        said = f"{position.name}: {position.argument}"
        self.form.addRow(note(printable(said), soft=False))
        self.answer = _lines(self, "answer-text")

    def accept(self) -> None:
        """Close, once there is an answer."""
        if not self.answer.toPlainText().strip():
            self.say_wrong(UserError("answer-missing"))
            self.answer.setFocus()
            return
        super().accept()


def _lines(dialog: FormDialog, name: str) -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setMaximumHeight(120)
    field.setTabChangesFocus(True)
    add_row(dialog.form, dialog.text(name), field, dialog.text(f"{name}-help"))
    field.setFocus()
    return field


_CHOICES = {"quorum-per": ("release", "clause"), "vendor-vote": ("advisory", "voting")}
_PERCENT = ("warn-organisation", "warn-class")


class RulesDialog(FormDialog):
    """What the room agreed: quorum, candidates, the vote of vendors, warnings, a blind round."""

    def __init__(self, text: Catalogue, rules: Rules, parent: QWidget | None = None) -> None:
        super().__init__(text, "rules-dialog", "rules-dialog-accept", parent)
        self.setMinimumWidth(640)
        self.fields: dict[str, QSpinBox | QComboBox | QCheckBox] = {}
        for key, name in KEYS.items():
            field = self._field(key, getattr(rules, name))
            self.fields[key] = field
            if isinstance(field, QCheckBox):
                field.setAccessibleDescription(text(f"rule-{key}-help"))
                field.setToolTip(text(f"rule-{key}-help"))
                self.form.addRow("", field)
            else:
                add_row(self.form, text(f"rule-{key}"), field, text(f"rule-{key}-help"))

    def _field(self, key: str, value: object) -> QSpinBox | QComboBox | QCheckBox:
        if isinstance(value, bool):
            box = QCheckBox(self.text(f"rule-{key}"))
            box.setChecked(value)
            return box
        if key in _CHOICES:
            choice = QComboBox()
            for each in _CHOICES[key]:
                choice.addItem(self.text(f"rule-{key}-{each}"), each)
            choice.setCurrentIndex(choice.findData(value))
            return choice
        number = number_field(0, 100 if key in _PERCENT else 1000)
        number.setSuffix(" %" if key in _PERCENT else "")
        number.setValue(int(str(value)))
        return number

    @property
    def values(self) -> dict[str, object]:
        """What was filled in, by key of ``people.toml``."""
        return {key: _value(field) for key, field in self.fields.items()}


def _value(field: QSpinBox | QComboBox | QCheckBox) -> object:
    if isinstance(field, QCheckBox):
        return field.isChecked()
    return str(field.currentData()) if isinstance(field, QComboBox) else field.value()
