"""Dialogs of sharing: a secret, an unknown server, a place to share, joining."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from coauthor.errors import Cancelled, CoauthorError
from coauthor.history.sharing.asking import (
    Doubt,
    HostRequest,
    Progress,
    Secret,
    SecretKind,
    SecretRequest,
)
from coauthor.history.sharing.packing import SUFFIX
from coauthor.language import Catalogue
from coauthor.ui.dialogs import FolderField, FormDialog, free_folder
from coauthor.ui.forms import add_row, button, describe, note
from coauthor.ui.jobs import Jobs, Task

Report = Callable[[object], None]


class SecretDialog(FormDialog):
    """A password for a place, or the passphrase of a key."""

    def __init__(
        self, text: Catalogue, request: SecretRequest, parent: QWidget | None = None
    ) -> None:
        key = "secret" if request.kind is SecretKind.PASSWORD else "passphrase"
        super().__init__(text, f"{key}-dialog", "secret-dialog-accept", parent)
        where = note(request.place, soft=False)
        self.form.addRow(where)
        self.user = self.line("secret-dialog-user", request.user)
        self.form.setRowVisible(self.user, request.kind is SecretKind.PASSWORD)
        self.secret = self.line(f"{key}-dialog-secret")
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.remember = QCheckBox(text("secret-dialog-remember"))
        self.remember.setVisible(request.can_remember)
        self.form.addRow(self.remember)
        if request.attempt > 1:
            left = request.attempts - request.attempt + 1
            self.wrong.setText("⚠ " + text("secret-dialog-wrong", count=left))
            self.wrong.show()
        needs_user = request.kind is SecretKind.PASSWORD and not request.user
        (self.user if needs_user else self.secret).setFocus()

    @property
    def answer(self) -> Secret:
        """What the person typed."""
        return Secret(self.secret.text(), self.user.text().strip(), self.remember.isChecked())


class TrustDialog(FormDialog):
    """A server nobody vouches for: shown whole, and trusted only after a yes."""

    def __init__(
        self, text: Catalogue, request: HostRequest, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, f"trust-dialog-{request.doubt}", "trust-dialog-accept", parent)
        for label, value in (
            ("host", f"{request.host}:{request.port}"),
            ("kind", request.key_kind),
            ("subject", request.subject),
            ("issuer", request.issuer),
            ("valid", _valid(request)),
        ):
            if value:
                self.form.addRow(QLabel(text(f"trust-dialog-{label}")), QLabel(value))
        self.fingerprint = QPlainTextEdit(request.fingerprint)  # long, and shown whole
        self.fingerprint.setReadOnly(True)
        self.fingerprint.setTabChangesFocus(True)
        self.fingerprint.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.fingerprint.setFixedHeight(self.fingerprint.fontMetrics().lineSpacing() * 3 + 18)
        add_row(self.form, text("trust-dialog-fingerprint"), self.fingerprint)
        if request.problem:
            self.form.addRow(note("⚠ " + text(f"trust-problem-{request.problem}"), soft=False))
        if request.doubt is Doubt.CHANGED:
            self.wrong.setText("⚠ " + text("trust-dialog-warning"))
            self.wrong.show()
        # No is what Enter says: nobody trusts a server by accident.
        self.accept_button.setDefault(False)
        self.accept_button.setAutoDefault(False)
        refuse = next(b for b in self.buttons.buttons() if b is not self.accept_button)
        for each, main in ((self.accept_button, False), (refuse, True)):
            each.setProperty("main", main)
            each.style().polish(each)
        refuse.setText(text("trust-dialog-refuse"))
        describe(refuse, text("trust-dialog-refuse"))
        refuse.setFocus()


def _valid(request: HostRequest) -> str:
    if not request.valid_until:
        return ""
    return f"{request.valid_from[:10]} – {request.valid_until[:10]}"


class WorkingDialog(FormDialog):
    """A form whose answer takes a while: tried in the background, with progress and cancel.

    ``work`` gets a function for its progress, and its answer is kept in ``answer``.
    """

    def __init__(
        self, text: Catalogue, title: str, accept: str, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, title, accept, parent)
        self._jobs = jobs
        self._task: Task | None = None
        self.answer: object = None
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        describe(self.bar, text("sharing-step-connecting"))
        self.state = note("")
        row = QHBoxLayout()
        row.addWidget(self.bar)
        row.addWidget(self.state, 1)
        self._show_bar(shown=False)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertLayout(layout.count() - 1, row)

    def work(self) -> Callable[[Report], object]:
        """Return what is to be done, made of what was filled in; raises `UserError`."""
        raise NotImplementedError

    def accept(self) -> None:
        """Begin the work; the dialog closes when it went well."""
        if self._task is not None:
            return
        self.wrong.hide()
        try:
            todo = self.work()
        except CoauthorError as error:
            self.say_wrong(error)
            return
        self.accept_button.setEnabled(False)
        self._task = Task(self._jobs, self)
        self._task.progressed.connect(self._progress)
        self._task.run(todo, self._done, self._failed)

    def reject(self) -> None:
        """Stop what is under way, else close."""
        if self._task is not None:
            self._task.cancel()
        else:
            super().reject()

    def _progress(self, report: object) -> None:
        self._show_bar(shown=True)
        if isinstance(report, Progress):
            self.bar.setRange(0, report.total)
            self.bar.setValue(report.done)
            self.state.setText(self.text(f"sharing-step-{report.step}"))
        else:
            self.bar.setRange(0, 0)
            self.state.setText(self.text("sharing-step-connecting"))

    def _show_bar(self, *, shown: bool) -> None:
        self.bar.setVisible(shown)
        self.state.setVisible(shown)

    def _done(self, answer: object) -> None:
        self._task = None
        self.answer = answer
        super().accept()

    def _failed(self, error: CoauthorError) -> None:
        self._task = None
        self._show_bar(shown=False)
        self.accept_button.setEnabled(True)
        if not isinstance(error, Cancelled):
            self.say_wrong(error)


class AddressField(QWidget):
    """An address to type, or a folder or file to choose."""

    def __init__(self, text: Catalogue, label: str, files: str = "") -> None:
        super().__init__()
        self._title = text(label).replace("&", "")
        self._files = files
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.line = QLineEdit()
        self.line.setPlaceholderText(text("address-example"))
        self.line.setMinimumWidth(360)
        describe(self.line, self._title, text("address-help"))
        self.setFocusProxy(self.line)
        row.addWidget(self.line, 1)
        folder = button(text("address-folder"))
        folder.setAutoDefault(False)
        folder.clicked.connect(self._browse)
        row.addWidget(folder)
        if files:
            file = button(text("address-file"))
            file.setAutoDefault(False)
            file.clicked.connect(self._browse_file)
            row.addWidget(file)

    def _browse(self) -> None:
        found = QFileDialog.getExistingDirectory(self, self._title, str(Path.home()))
        if found:
            self.line.setText(found)

    def _browse_file(self) -> None:
        found, _ = QFileDialog.getOpenFileName(self, self._title, str(Path.home()), self._files)
        if found:
            self.line.setText(found)


class ConnectDialog(WorkingDialog):
    """Where a workspace is shared: a folder, or a server; tried before it is kept."""

    def __init__(
        self,
        text: Catalogue,
        jobs: Jobs,
        attempt: Callable[[str], Callable[[Report], object]],
        parent: QWidget | None = None,
        *,
        address: str = "",
    ) -> None:
        super().__init__(text, "connect-dialog", "connect-dialog-accept", jobs, parent)
        self._attempt = attempt
        self.address = AddressField(text, "connect-dialog-address")
        self.address.line.setText(address)
        add_row(self.form, text("connect-dialog-address"), self.address)
        for kind in ("folder", "ssh", "https"):
            self.form.addRow(note(text(f"connect-dialog-{kind}")))
        self.address.setFocus()

    def work(self) -> Callable[[Report], object]:
        """Return the attempt to reach the address."""
        return self._attempt(self.address.line.text())


class JoinDialog(WorkingDialog):
    """Taking part in a workspace that others share, at an address or from a file."""

    def __init__(
        self,
        text: Catalogue,
        jobs: Jobs,
        attempt: Callable[[str, Path], Callable[[Report], object]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, "join-dialog", "join-dialog-accept", jobs, parent)
        self._attempt = attempt
        self._named = False
        self.address = AddressField(text, "join-dialog-address", text("package-files"))
        add_row(self.form, text("join-dialog-address"), self.address)
        self.folder = FolderField(text, "join-dialog-folder", str(Path.home() / "Coauthor"))
        add_row(self.form, text("join-dialog-folder"), self.folder)
        self.folder.line.textEdited.connect(self._name)
        self.address.line.textChanged.connect(self._propose)
        self.address.setFocus()

    def _name(self) -> None:
        self._named = True

    def _propose(self, address: str) -> None:
        """Propose a folder of the name that the address ends with."""
        if not self._named:
            last = address.rstrip("/\\").replace("\\", "/").rsplit("/", 1)[-1].rsplit(":", 1)[-1]
            stem = last.removesuffix(".git").removesuffix(".coauthor")
            name = stem or self.text("join-dialog-name")
            self.folder.line.setText(str(free_folder(Path.home() / "Coauthor" / name)))

    def work(self) -> Callable[[Report], object]:
        """Return the attempt to join."""
        return self._attempt(self.address.line.text(), self.folder.path)


class PackageDialog(FormDialog):
    """Where to write what we have as one file, and how much of it."""

    def __init__(
        self, text: Catalogue, name: str, parent: QWidget | None = None, *, partly: bool
    ) -> None:
        super().__init__(text, "package-dialog", "package-dialog-accept", parent)
        self._files = text("package-files")
        self.file = QLineEdit(str(Path.home() / f"{name}{SUFFIX}"))
        self.file.setMinimumWidth(360)
        self.browse = button(text("dialog-browse"))
        self.browse.setAutoDefault(False)
        self.browse.clicked.connect(self._browse)
        field = QWidget()
        row = QHBoxLayout(field)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.file, 1)
        row.addWidget(self.browse)
        field.setFocusProxy(self.file)
        add_row(self.form, text("package-dialog-file"), field)
        describe(self.file, text("package-dialog-file"))
        self.content = self.choice(
            "package-dialog-content",
            [(key, text(f"package-dialog-{key}")) for key in ("complete", "new")],
        )
        self.form.setRowVisible(self.content, partly)
        self.file.setFocus()

    @property
    def path(self) -> Path:
        """The file to write."""
        path = Path(self.file.text().strip()).expanduser()
        return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)

    @property
    def only_new(self) -> bool:
        """Whether what is at the shared place is left out."""
        return str(self.content.currentData()) == "new"

    def _browse(self) -> None:
        found, _ = QFileDialog.getSaveFileName(
            self, self.windowTitle(), self.file.text(), self._files
        )
        if found:
            self.file.setText(found)
