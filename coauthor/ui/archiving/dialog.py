"""What the archive wants to know, and where the package goes."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit, QWidget

from coauthor.language import Catalogue
from coauthor.ui.dialogs import FormDialog
from coauthor.ui.forms import add_row, button, describe, number_field
from coauthor.workspace.archiving.details import Details

ZIP = ".zip"
_LINES = (
    "restriction",
    "restriction-list",
    "category",
    "category-list",
    "identification",
    "identification-source",
)


class FileField(QWidget):
    """A file to write, with a button to look for a place."""

    def __init__(self, text: Catalogue, title: str, path: Path, kinds: str) -> None:
        super().__init__()
        self._title, self._kinds = text(title), kinds
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.line = QLineEdit(str(path))
        describe(self.line, self._title)
        browse = button(text("dialog-browse"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row.addWidget(self.line, 1)
        row.addWidget(browse)
        self.setFocusProxy(self.line)

    @property
    def path(self) -> Path:
        """The file chosen; it ends in ``.zip``."""
        path = Path(self.line.text().strip()).expanduser()
        return path if path.suffix.lower() == ZIP else path.with_name(path.name + ZIP)

    def _browse(self) -> None:
        found, _ = QFileDialog.getSaveFileName(self, self._title, self.line.text(), self._kinds)
        if found:
            self.line.setText(found)


class ArchiveDialog(FormDialog):
    """What the archive wants to know, and where the package goes.

    Args:
        known: what the workspace keeps already.
        versions: id and name of the versions to choose from, the newest first.
        may_keep: whether this person may keep the answers with the workspace.
    """

    def __init__(
        self,
        text: Catalogue,
        name: str,
        known: Details,
        versions: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        may_keep: bool = True,
    ) -> None:
        super().__init__(text, "archive-dialog", "archive-dialog-accept", parent)
        self.setMinimumWidth(640)
        path = Path.home() / f"{name}-{text('archive-file')}{ZIP}"
        self.file = FileField(text, "archive-dialog-file", path, text("archive-files"))
        add_row(self.form, text("archive-dialog-file"), self.file)
        describe(self.file.line, text("archive-dialog-file"))
        newest = ("", text("archive-dialog-newest"))
        self.version = self.choice("archive-dialog-version", [newest, *versions])
        self.appraisal = self.choice(
            "archive-dialog-appraisal",
            [(key, text(f"archive-appraisal-{key or 'unknown'}")) for key in ("", "B", "V")],
        )
        self.appraisal.setCurrentIndex(max(0, self.appraisal.findData(known["appraisal"])))
        self.years = number_field(0, 999)
        self.years.setMinimumHeight(self.appraisal.sizeHint().height())
        self.years.setSpecialValueText(text("archive-appraisal-unknown"))
        self._kept = known["retention"]
        years = self._kept.removeprefix("P").removesuffix("Y")
        self.years.setValue(int(years) if years.isdecimal() else 0)
        add_row(self.form, text("archive-dialog-retention"), self.years)
        self.lines = {
            key: self.line(f"archive-dialog-{key}", known[key], f"archive-dialog-{key}-help")
            for key in _LINES
        }
        for key, line in self.lines.items():
            line.setPlaceholderText(text(f"archive-dialog-{key}-help"))
        self.keep = QCheckBox(text("archive-dialog-keep"))
        describe(self.keep, text("archive-dialog-keep"))
        self.keep.setVisible(may_keep)
        self.form.addRow("", self.keep)
        self.file.setFocus()

    @property
    def details(self) -> dict[str, str]:
        """What was filled in, by key; an empty text is not known."""
        years = self.years.value()
        retention = f"P{years}Y" if years else self._kept if not self._kept.endswith("Y") else ""
        return {
            "appraisal": str(self.appraisal.currentData()),
            "retention": retention,
            **{key: line.text().strip() for key, line in self.lines.items()},
        }

    @property
    def version_id(self) -> str:
        """The version chosen; '' for the newest."""
        return str(self.version.currentData())
