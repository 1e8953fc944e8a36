"""My key: the public half to hand to others, and which key signs."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QTextOption
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from coauthor.errors import CoauthorError, UserError
from coauthor.history.sharing import secret_store
from coauthor.history.trust.keys import (
    KeyFile,
    choose_key,
    lock_with,
    made_key_file,
    own_key,
    unlock,
    unlocked,
)
from coauthor.language import Catalogue
from coauthor.ui.dialogs import FormDialog
from coauthor.ui.forms import add_row, button, note


class KeyDialog(FormDialog):
    """The key with which the person signs."""

    def __init__(self, text: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(text, "key-dialog", "key-dialog-accept", parent)
        self.setMinimumWidth(720)
        self.public = QPlainTextEdit()
        self.public.setReadOnly(True)
        self.public.setTabChangesFocus(True)
        self.public.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.public.setFixedHeight(self.public.fontMetrics().lineSpacing() * 3 + 18)
        add_row(self.form, text("key-dialog-public"), self.public)
        self.fingerprint = self.line("key-dialog-fingerprint")
        self.place = self.line("key-dialog-place")
        for each in (self.fingerprint, self.place):
            each.setReadOnly(True)
        self.state = note("", soft=False)
        self.form.addRow(self.state)
        self.copy = button(text("key-dialog-copy"))
        self.choose = button(text("key-dialog-choose"), help_text=text("key-dialog-choose-help"))
        self.made = button(text("key-dialog-made"), help_text=text("key-dialog-made-help"))
        self.lock = button(text("key-dialog-lock"), help_text=text("key-dialog-lock-help"))
        self.unlock = button(text("key-dialog-unlock"))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        for push in (self.copy, self.choose, self.made, self.lock, self.unlock):
            push.setAutoDefault(False)
            row.addWidget(push)
        row.addStretch(1)
        holder = QWidget()
        holder.setLayout(row)
        self.form.addRow(holder)
        self.copy.clicked.connect(self._copy)
        self.choose.clicked.connect(self._choose)
        self.made.clicked.connect(lambda: self._try(lambda: choose_key(None)))
        self.lock.clicked.connect(self._lock)
        self.unlock.clicked.connect(self._unlock)
        cancel = next(b for b in self.buttons.buttons() if b is not self.accept_button)
        cancel.hide()  # what is done here is done at once
        self._show()

    def use(self, path: Path) -> None:
        """Sign with a key file of the person from now on."""
        self._try(lambda: choose_key(path))

    def _try(self, act: Callable[[], object]) -> None:
        self.wrong.hide()
        try:
            act()
        except CoauthorError as error:
            self.say_wrong(error)
        self._show()

    def _show(self) -> None:
        try:
            key = own_key()
        except CoauthorError as error:
            self.say_wrong(error)
            return
        self.public.setPlainText(key.public)
        self.fingerprint.setText(key.fingerprint)
        self.place.setText(str(key.path))
        for each in (self.fingerprint, self.place):
            each.setCursorPosition(0)
        ours = key.path == made_key_file()
        locked = _is_locked(key)
        self.made.setVisible(not ours)
        self.lock.setVisible(ours and not locked)
        self.unlock.setVisible(locked)
        self.state.setText(self.text("key-dialog-locked" if locked else "key-dialog-open"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.public.toPlainText())
        self.state.setText(self.text("key-dialog-copied"))

    def _choose(self) -> None:
        folder = Path.home() / ".ssh"
        start = str(folder if folder.is_dir() else Path.home())
        found, _ = QFileDialog.getOpenFileName(self, self.text("key-dialog-choose"), start)
        if found:
            self.use(Path(found.removesuffix(".pub")))

    def _lock(self) -> None:
        dialog = PassphraseDialog(self.text, "key-lock-dialog", self)
        if dialog.exec():
            self._try(lambda: lock_with(own_key().path, dialog.secret.text()))

    def _unlock(self) -> None:
        dialog = PassphraseDialog(self.text, "key-unlock-dialog", self)
        if dialog.exec():
            remember = secret_store.can_remember()
            self._try(lambda: unlock(own_key().path, dialog.secret.text(), remember=remember))


class PassphraseDialog(FormDialog):
    """A passphrase for the own key; a new one is typed twice."""

    def __init__(self, text: Catalogue, title: str, parent: QWidget | None = None) -> None:
        super().__init__(text, title, f"{title}-accept", parent)
        self.secret = self.line("key-passphrase")
        self.again = self.line("key-passphrase-again")
        for each in (self.secret, self.again):
            each.setEchoMode(QLineEdit.EchoMode.Password)
        self._is_new = title == "key-lock-dialog"
        self.form.setRowVisible(self.again, self._is_new)

    def accept(self) -> None:
        """Close, or say that the two differ."""
        if self._is_new and self.secret.text() != self.again.text():
            self.wrong.setText("⚠ " + self.text("key-passphrase-differs"))
            self.wrong.show()
            return
        super().accept()


def _is_locked(key: KeyFile) -> bool:
    try:
        unlocked(key.path)
    except UserError:
        return True
    return False
