"""The parts of an export as check boxes under a preset, with what they are compared with."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from coauthor.exchange.choice import PARTS, PRESETS, Choice, preset_of
from coauthor.language import Catalogue
from coauthor.ui.forms import add_row, describe

BOXES = ("in-place", *(part for part in PARTS if part not in ("in-place", "only-changes")))
INDENTED = ("own-rationale", "in-place")
"""Parts that say more of what stands above them."""

_STEP = 24
"""Pixels that such a part stands further in."""


class PartsField(QWidget):
    """Chooses what is in the file.

    Args:
        versions: what it may be compared with: what `Choice.since` takes, and its name.
        vendors: whose answers there are.

    Signals:
        changed(): something else is chosen.
    """

    changed = Signal()

    def __init__(
        self,
        text: Catalogue,
        choice: Choice,
        versions: Sequence[tuple[str, str]],
        vendors: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.text = text
        self._base = choice
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.preset = QComboBox()
        for name in PRESETS:
            self.preset.addItem(text(f"preset-{name}"), name)
        self.preset.addItem(text("preset-own"), "")
        add_row(form, text("export-dialog-preset"), self.preset, text("export-dialog-preset-help"))
        self.since = _combo([("", text("export-dialog-since-none")), *versions])
        add_row(form, text("export-dialog-since"), self.since, text("export-dialog-since-help"))
        layout.addLayout(form)
        self.boxes: dict[str, QCheckBox] = {}
        for part in BOXES:
            self._add_box(part, layout)
        self.vendors = _combo(
            [("", text("export-dialog-vendors-all")), *((each, each) for each in vendors)]
        )
        describe(self.vendors, text("export-dialog-vendors"))
        self._has_vendors = bool(vendors)
        whose = QHBoxLayout()
        whose.setContentsMargins(_STEP, 0, 0, 0)
        whose.addWidget(self.vendors)
        layout.insertLayout(layout.indexOf(self.boxes["answers"]) + 1, whose)
        layout.addStretch(1)
        self.show_choice(choice)
        self.preset.activated.connect(self._take_preset)
        self.since.currentIndexChanged.connect(self._look)
        self.vendors.currentIndexChanged.connect(self._look)
        for box in self.boxes.values():
            box.clicked.connect(self._look)

    @property
    def choice(self) -> Choice:
        """What is chosen now."""
        shown = {part.replace("-", "_"): box.isChecked() for part, box in self.boxes.items()}
        since = str(self.since.currentData() or "")
        answers = shown["answers"] and self._has_vendors
        vendor = str(self.vendors.currentData() or "") if answers else ""
        shown |= {
            "answers": answers,
            "in_place": shown["in_place"] and bool(since),
            "own_rationale": shown["own_rationale"] and shown["rationale"],
        }
        if not shown["rationale"]:
            shown["own_rationale"] = self._base.own_rationale
        return replace(self._base, since=since, vendors=(vendor,) if vendor else (), **shown)

    def show_choice(self, choice: Choice) -> None:
        """Show a choice."""
        self._base = choice
        for part, box in self.boxes.items():
            box.setChecked(getattr(choice, part.replace("-", "_")))
        self.since.setCurrentIndex(max(0, self.since.findData(choice.since)))
        vendor = choice.vendors[0] if choice.vendors else ""
        self.vendors.setCurrentIndex(max(0, self.vendors.findData(vendor)))
        self._look()

    def _add_box(self, part: str, layout: QVBoxLayout) -> None:
        box = QCheckBox(self.text(f"part-{part}"))
        describe(box, self.text(f"part-{part}"))
        if part in INDENTED:
            box.setStyleSheet(f"margin-left: {_STEP}px")
        layout.addWidget(box)
        self.boxes[part] = box

    def _take_preset(self, *_: object) -> None:
        name = str(self.preset.currentData() or "")
        if not name:
            self._look()
            return
        since = str(self.since.currentData() or "")
        if PRESETS[name].only_changes and not since and self.since.count() > 1:
            self.since.setCurrentIndex(1)
            since = str(self.since.currentData())
        self.show_choice(replace(PRESETS[name], since=since))

    def _look(self, *_: object) -> None:
        """Let everything that is shown agree with what is chosen."""
        choice = self.choice
        name = preset_of(choice)
        self.preset.setCurrentIndex(self.preset.findData(name))
        told = self.text(f"preset-{name}-about") if name else self.text("preset-own-about")
        self.preset.setToolTip(told)
        self.preset.setAccessibleDescription(told)
        only = choice.only_changes
        for part, box in self.boxes.items():
            box.setEnabled(not only or part in ("rationale", "own-rationale", "details"))
        self.boxes["own-rationale"].setEnabled(self.boxes["rationale"].isChecked())
        self.boxes["in-place"].setEnabled(bool(choice.since) and not only)
        self.boxes["answers"].setEnabled(self._has_vendors and not only)
        self.vendors.setVisible(self._has_vendors)
        self.vendors.setEnabled(choice.answers and not only)
        self.changed.emit()


def _combo(options: Sequence[tuple[str, str]]) -> QComboBox:
    field = QComboBox()
    field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    field.setMinimumContentsLength(16)  # messages of versions may be long
    for key, shown in options:
        field.addItem(shown, key)
    return field
