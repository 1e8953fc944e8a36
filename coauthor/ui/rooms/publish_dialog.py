"""The dialog of publishing: which version, for whom, where to; with the list of what goes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QVBoxLayout, QWidget

from coauthor.errors import CoauthorError
from coauthor.language import Catalogue
from coauthor.ui.dialogs import FolderField, FormDialog
from coauthor.ui.forms import add_row, describe, fit, note
from coauthor.ui.jobs import Jobs
from coauthor.ui.rooms.plan_view import PlanView
from coauthor.workspace.rooms.planning import Plan

PAUSE = 350
"""Milliseconds without typing after which is looked what would go."""

ALL, EACH = "all", "each"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person fills in."""

    folder: Path
    organisations: tuple[str, ...] = ()
    each: bool = False
    version: str = ""
    rationale: bool = True


@dataclass(frozen=True, slots=True)
class Beginning:
    """With what the dialog begins.

    Args:
        versions: id and what people call it; the first is chosen.
    """

    title: str
    wanted: Wanted
    versions: Sequence[tuple[str, str]]


class PublishDialog(FormDialog):
    """What is asked; looks in the background what would go, and tells it before the act."""

    def __init__(
        self,
        text: Catalogue,
        beginning: Beginning,
        look: Callable[[Wanted], Plan],
        jobs: Jobs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, "publish-dialog", "publish-dialog-accept", parent)
        self.plan: Plan | None = None
        self._look, self._jobs = look, jobs
        self._asked = 0
        fit(self, 760, 720)
        wanted = beginning.wanted
        self.version = self.choice("publish-dialog-version", beginning.versions)
        self.organisations = QPlainTextEdit("\n".join(wanted.organisations))
        self.organisations.setTabChangesFocus(True)
        self.organisations.setFixedHeight(self.organisations.fontMetrics().lineSpacing() * 4 + 14)
        add_row(
            self.form,
            text("publish-dialog-for"),
            self.organisations,
            text("publish-dialog-for-help"),
        )
        self.how = self.choice(
            "publish-dialog-how", [(key, text(f"publish-dialog-{key}")) for key in (ALL, EACH)]
        )
        self.how.setCurrentIndex(self.how.findData(EACH if wanted.each else ALL))
        self.folder = FolderField(text, "publish-dialog-folder", str(wanted.folder))
        add_row(self.form, text("publish-dialog-folder"), self.folder)
        self.rationale = QCheckBox(text("publish-dialog-rationale"))
        self.rationale.setChecked(wanted.rationale)
        describe(self.rationale, text("publish-dialog-rationale"))
        self.form.addRow(self.rationale)
        self.packages = QCheckBox(text("publish-dialog-packages"))
        self.packages.setChecked(True)
        describe(self.packages, text("publish-dialog-packages"))
        self.form.addRow(self.packages)
        self.list = PlanView(text)
        self.list.setMinimumHeight(220)
        self.state = note(text("publish-dialog-looking"))
        self.looked = QCheckBox(text("publish-dialog-looked"))
        describe(self.looked, text("publish-dialog-looked"))
        self.looked.toggled.connect(self._may_go)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            for index, each in enumerate((self.state, self.list, self.looked), 3):
                layout.insertWidget(index, each, 1 if each is self.list else 0)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.look)
        self.version.currentIndexChanged.connect(self._changed)
        self.how.currentIndexChanged.connect(self._changed)
        self.organisations.textChanged.connect(self._changed)
        self.folder.line.textChanged.connect(self._changed)
        self.rationale.toggled.connect(self._changed)
        self.organisations.setFocus()
        self._changed()

    @property
    def wanted(self) -> Wanted:
        """What is filled in now."""
        names = (" ".join(line.split()) for line in self.organisations.toPlainText().splitlines())
        return Wanted(
            self.folder.path,
            tuple(dict.fromkeys(name for name in names if name)),
            self.how.currentData() == EACH,
            str(self.version.currentData() or ""),
            self.rationale.isChecked(),
        )

    def look(self) -> None:
        """Look in the background what would go."""
        self._asked += 1
        number, wanted, look = self._asked, self.wanted, self._look

        def done(plan: Plan) -> None:
            if number == self._asked:
                self._show(plan)

        def failed(error: CoauthorError) -> None:
            if number == self._asked:
                self.list.clear()
                self.state.hide()
                self.say_wrong(error)

        self._jobs.run(lambda: look(wanted), done, failed)

    def done(self, result: int) -> None:
        """Close; an answer that is still on its way finds nobody."""
        self._asked += 1
        self._timer.stop()
        super().done(result)

    def _changed(self) -> None:
        self.plan = None
        self._asked += 1
        self.wrong.hide()
        self.looked.setChecked(False)
        self.looked.hide()
        self.state.show()
        self._may_go()
        self._timer.start()

    def _show(self, plan: Plan) -> None:
        self.plan = plan
        self.state.hide()
        self.list.show_plan(plan)
        self.looked.setVisible(plan.needs_a_look)
        self._may_go()

    def _may_go(self) -> None:
        plan = self.plan
        looked = plan is not None and (not plan.needs_a_look or self.looked.isChecked())
        self.accept_button.setEnabled(looked)
