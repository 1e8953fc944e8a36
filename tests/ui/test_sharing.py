"""Sharing in the window: by file, back again, stopped half-way, and what is asked on the way."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QProgressBar, QToolBar, QWidget
from pytestqt.qtbot import QtBot

from coauthor.document.model import Clause
from coauthor.errors import Cancelled, CoauthorError
from coauthor.history.repository import Author
from coauthor.history.sharing.asking import (
    Doubt,
    HostRequest,
    Progress,
    SecretKind,
    SecretRequest,
    Step,
)
from coauthor.history.sharing.joining import join
from coauthor.history.sharing.places import connect, default_place
from coauthor.history.sharing.sending import send
from coauthor.history.sharing.unpacking import open_package
from coauthor.language import LANGUAGES, Catalogue
from coauthor.ui.banner import Banner
from coauthor.ui.jobs import Jobs, Task
from coauthor.ui.sharing.asking import WindowAsk
from coauthor.ui.sharing.dialogs import (
    ConnectDialog,
    JoinDialog,
    PackageDialog,
    SecretDialog,
    TrustDialog,
)
from coauthor.ui.sharing.naming import NameDialog
from coauthor.ui.sharing.status import Shared, asked_text, sharing_text
from coauthor.workspace.person import account_name, is_introduced
from coauthor.workspace.sharing.sending import Waiting
from coauthor.workspace.workspace import open_workspace
from tests.ui.driver import Person, nameless

SECRET = SecretRequest(SecretKind.PASSWORD, "https://server.nl/a.git", "fatma", 2, 3, True)
HOST = HostRequest("ssh", "server.nl", 22, Doubt.UNKNOWN, "SHA256:abc", "ed25519")


def write(person: Person, words: str) -> str:
    """Write at the end of the first clause that is not locked; return its uid."""
    session = person.bench.session
    index, clause = next(
        (i, block)
        for i, block in enumerate(session.document.blocks)
        if isinstance(block, Clause) and not session.lock_reason(i)
    )
    session.edit_body(index, clause.body + words)
    return clause.uid


def told(person: Person, words: str) -> None:
    said = person.bench.banner.messages
    person.qtbot.waitUntil(lambda: any(words in each for each in said()), timeout=20_000)


# -- by file, and back ---------------------------------------------------------


def test_a_colleague_receives_a_file_and_takes_it_back(
    person: Person, workspace: Path, tmp_path: Path
) -> None:
    place, file = tmp_path / "delen", tmp_path / "post.coauthor"
    connect(open_workspace(workspace).repository, str(place))
    bench = person.opens(workspace)
    person.does("send")
    told(person, "gedeeld via")
    other = tmp_path / "ander"
    join(str(place), other)
    write(person, " Per post.")

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, PackageDialog)
        assert nameless(dialog) == []
        dialog.file.setText(str(file))
        dialog.content.setCurrentIndex(1)

    person.answers(choose, lambda: person.does("send_package"))
    told(person, "post.coauthor")
    assert bench.close()
    person.program.window = None

    bench = person.opens(other)
    before = bench.session.document.text

    bench.controller.receive_from(lambda repository, report: open_package(repository, file, report))
    told(person, "1 wijziging van")
    assert "Per post." in bench.session.document.text
    assert bench.controller._task is None
    person.does("take_back")
    told(person, "teruggedraaid")
    assert bench.session.document.text == before
    person.does("take_back")
    told(person, "niets opgehaald")


@pytest.mark.parametrize("language", LANGUAGES)
def test_receiving_and_sending_are_in_sight_in_a_narrow_window(
    qtbot: QtBot, workspace: Path, language: str
) -> None:
    someone = Person(qtbot, language)
    bench = someone.opens(workspace)
    bench.resize(1280, 800)
    bar = bench.findChild(QToolBar)
    assert bar is not None
    for name in ("receive", "send"):
        tool = bar.widgetForAction(bench.actions_by_name[name])
        qtbot.waitUntil(tool.isVisible)
    someone.leaves()


@pytest.mark.parametrize("skips", [False, True])
def test_who_sends_first_is_asked_for_a_name_once(
    qtbot: QtBot, workspace: Path, tmp_path: Path, *, skips: bool
) -> None:
    connect(open_workspace(workspace).repository, str(tmp_path / "delen"))
    someone = Person(qtbot, is_new=True)
    bench = someone.opens(workspace)
    write(someone, " Altijd.")

    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, NameDialog)
        assert dialog.name.text() == account_name()
        assert not nameless(dialog)
        if skips:
            dialog.accept = dialog.reject  # type: ignore[method-assign]
        else:
            dialog.name.setText("Fatma Yildiz")
            dialog.organisation.setText("Gemeente Waterrijk")

    someone.answers(fill_in, lambda: someone.does("send"))
    told(someone, "gedeeld via")
    last = bench.desk.workspace.repository.last()
    assert last is not None
    assert last.author == (account_name() if skips else "Fatma Yildiz")
    write(someone, " Nogmaals.")
    someone.does("send")
    assert QApplication.activeModalWidget() is None
    qtbot.waitUntil(lambda: not bench.controller.is_sharing, timeout=20_000)
    assert is_introduced()
    someone.leaves()


def test_a_damaged_file_changes_nothing(person: Person, workspace: Path, tmp_path: Path) -> None:

    file = tmp_path / "kapot.coauthor"
    file.write_bytes(b"PK\x03\x04 kapot")
    bench = person.opens(workspace)
    before = bench.session.document.text
    bench.controller.receive_from(lambda repository, report: open_package(repository, file, report))
    told(person, "kapot.coauthor")
    assert bench.session.document.text == before
    write(person, " Verder.")
    assert b"Verder." in person.saved()


def test_a_quiet_look_tells_in_the_status_line_alone(
    person: Person, workspace: Path, tmp_path: Path
) -> None:
    place, other = tmp_path / "delen", tmp_path / "ander"
    connect(open_workspace(workspace).repository, str(place))
    bench = person.opens(workspace)
    person.does("send")
    told(person, "gedeeld via")
    join(str(place), other)
    theirs = open_workspace(other)
    file = theirs.file(theirs.settings.documents[0])
    file.write_text(file.read_text(encoding="utf-8") + "\nNog iets.\n", encoding="utf-8")
    theirs.repository.commit("Meer", Author("Jan", organisation="Lochem"), datetime.now(UTC))
    assert send(theirs.repository, default_place(theirs.repository)).count == 1
    before = bench.banner.messages()
    bench.controller.look_for_news()
    person.qtbot.waitUntil(lambda: "1 nieuw van Lochem" in bench.waiting.text(), timeout=10_000)
    place.rename(tmp_path / "weg")
    bench.controller.look_for_news()
    person.qtbot.waitUntil(lambda: "offline" in bench.waiting.text(), timeout=10_000)
    assert bench.banner.messages() == before


def test_what_can_be_done_about_a_message_is_reached_with_keys(
    person: Person, workspace: Path
) -> None:
    bench = person.opens(workspace)
    pressed: list[bool] = []
    bench.banner.show_message(
        "x", "done", "Klaar.", actions=[("Bekijken", lambda: pressed.append(True))]
    )
    person.does("focus_messages")
    person.presses(Qt.Key.Key_Space)
    assert pressed
    assert not any("Klaar" in said for said in bench.banner.messages())


# -- stopped half-way ----------------------------------------------------------


def test_receiving_can_be_stopped_and_writing_goes_on(person: Person, workspace: Path) -> None:
    bench = person.opens(workspace)
    going = threading.Event()

    def slow(_repository: object, report: Callable[[object], None]) -> None:
        while True:
            report(Progress(Step.RECEIVING, 3, 10))
            going.wait(0.01)

    bench.controller.receive_from(slow)
    told(person, "Ophalen")
    write(person, " Intussen.")
    assert b"Intussen." in person.saved()
    bar = bench.banner.findChild(QProgressBar)
    assert bar is not None
    assert (bar.value(), bar.maximum()) == (3, 10)
    assert nameless(bench.banner) == []
    bench.controller._task.cancel()
    told(person, "Gestopt")
    assert bench.banner.findChild(QProgressBar) is None or bench.controller._task is None


def test_a_file_that_receiving_writes_is_not_taken_for_another_programs(
    person: Person, workspace: Path
) -> None:
    bench = person.opens(workspace)
    before, file = bench.session.document.text, Path(str(bench.file))
    kept = file.read_bytes()

    def writes(_repository: object, _report: object) -> None:
        file.write_bytes(b"# Halverwege\n")
        threading.Event().wait(1.5)  # longer than the window waits before it looks
        file.write_bytes(kept)
        raise Cancelled

    bench.controller.receive_from(writes)
    told(person, "Gestopt")
    person.qtbot.wait(600)
    assert bench.session.document.text == before
    assert not any("ander programma" in said for said in bench.banner.messages())


def test_closing_the_window_stops_what_is_under_way(person: Person, workspace: Path) -> None:
    bench = person.opens(workspace)

    def slow(_repository: object, report: Callable[[object], None]) -> None:
        while True:
            report(None)
            threading.Event().wait(0.01)

    bench.controller.receive_from(slow)
    assert bench.close()
    person.program.window = None


def test_a_window_that_could_not_close_can_still_share(
    person: Person, workspace: Path, tmp_path: Path
) -> None:
    connect(open_workspace(workspace).repository, str(tmp_path / "delen"))
    bench = person.opens(workspace)
    documents = workspace / "documents"
    documents.rename(workspace / "weg")  # the network drive is gone
    write(person, " Laatste woorden.")
    assert not bench.close()
    (workspace / "weg").rename(documents)
    person.does("send")
    told(person, "gedeeld via")


def test_short_work_shows_no_progress(qtbot: QtBot) -> None:
    jobs, shown, answers = Jobs(), [], []
    task = Task(jobs)
    task.progressed.connect(shown.append)
    task.run(lambda report: report(1), answers.append, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    jobs.wait()
    assert (answers, shown) == ([None], [])


def test_work_that_is_cancelled_ends_as_cancelled(qtbot: QtBot) -> None:
    jobs, ends = Jobs(), []
    task = Task(jobs)

    def work(report: Callable[[object], None]) -> None:
        while True:
            report(None)

    task.run(work, ends.append, ends.append)
    task.cancel()
    qtbot.waitUntil(lambda: bool(ends))
    jobs.wait()
    assert isinstance(ends[0], Cancelled)


# -- what is asked on the way --------------------------------------------------


def asked_from_a_thread(qtbot: QtBot, ask: Callable[[], object], answer: Callable[[], None]):
    """Ask on another thread, answer the dialog on this one, and return what came of it."""
    found: list[object] = []

    def work() -> None:
        try:
            found.append(ask())
        except CoauthorError as error:
            found.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    answer()
    qtbot.waitUntil(lambda: bool(found), timeout=10_000)
    thread.join()
    return found[0]


def answers(qtbot: QtBot, key: str) -> None:
    """Wait for a dialog and press a key in it, as a person would."""

    seen: list[bool] = []

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(20, press)
            return
        seen.append(True)
        if isinstance(dialog, SecretDialog):
            dialog.secret.setText("geheim")
            dialog.remember.setChecked(True)
        QTest.keyClick(dialog.focusWidget() or dialog, key)

    QTimer.singleShot(20, press)
    qtbot.waitUntil(lambda: bool(seen), timeout=10_000)


def test_a_password_is_asked_on_the_window_and_may_be_remembered(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    ask = WindowAsk(Catalogue("nl"), window)
    secret = asked_from_a_thread(qtbot, lambda: ask.secret(SECRET), lambda: answers(qtbot, "\r"))
    assert (secret.text, secret.user, secret.remember) == ("geheim", "fatma", True)


def test_an_unknown_server_is_not_trusted_by_pressing_enter(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    ask = WindowAsk(Catalogue("nl"), window)
    assert not asked_from_a_thread(
        qtbot, lambda: ask.trust_host(HOST), lambda: answers(qtbot, "\r")
    )


def test_whoever_waits_for_an_answer_is_told_when_the_window_goes(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    ask = WindowAsk(Catalogue("nl"), window)
    ask.close()
    assert isinstance(
        asked_from_a_thread(qtbot, lambda: ask.secret(SECRET), lambda: None), Cancelled
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_control_of_the_dialogs_has_a_name(qtbot: QtBot, language: str) -> None:
    text, jobs = Catalogue(language), Jobs()
    banner = Banner(text)
    banner.show_message("a", "done", "Klaar.", actions=[("Bekijken", lambda: None)])
    banner.show_progress("b", "Bezig", 1, 2, lambda: None)
    windows: list[QWidget] = [
        SecretDialog(text, SECRET),
        *(
            TrustDialog(text, HostRequest("https", "a", 443, doubt, "AB:CD", problem="expired"))
            for doubt in Doubt
        ),
        ConnectDialog(text, jobs, lambda _: lambda _: None),
        JoinDialog(text, jobs, lambda *_: lambda _: None),
        PackageDialog(text, "belastingen", partly=True),
        banner,
    ]
    for window in windows:
        qtbot.addWidget(window)
        window.show()
        assert nameless(window) == [], type(window).__name__
    jobs.wait()


# -- what waits ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("shared", "words"),
    [
        (Shared(), "Op deze computer; nog niet gedeeld"),
        (Shared(Waiting(0, 0, 0, 0)), "✓ Gedeeld"),
        (
            Shared(Waiting(3, 2, 1, 0), "Lochem", offline=True),
            "3 versies nog niet gedeeld · 2 nieuw van Lochem · offline",
        ),
        (Shared(Waiting(0, 0, 0, 0), new_work=True), "Nieuw werk nog niet gedeeld"),
    ],
)
def test_the_status_line_says_what_waits(shared: Shared, words: str) -> None:
    assert sharing_text(shared, Catalogue("nl")) == words


def test_the_status_line_says_what_is_asked() -> None:
    text = Catalogue("nl")
    assert asked_text(1, 2, text) == "1 om te beslissen, 2 om te bekijken"
    assert asked_text(0, 0, text) == ""
