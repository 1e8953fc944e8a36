"""People and roles, the own key, and who signed: in the window."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pygit2
import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from coauthor.errors import UserError
from coauthor.history.repository import Author
from coauthor.history.trust.keys import own_key
from coauthor.language import Catalogue
from coauthor.review.people import Member, Organisation, read_people
from coauthor.ui.timeline.window import TimelineWindow
from coauthor.ui.trust.aside import AsideDialog
from coauthor.ui.trust.key import KeyDialog
from coauthor.ui.trust.people import MemberDialog, PeopleDialog
from coauthor.workspace.trust.admitting import SetAside
from coauthor.workspace.versions import save_version
from coauthor.workspace.workspace import open_workspace
from tests.attacks.making import DOCUMENT, new_line, people_text
from tests.ui.driver import Person, nameless
from tests.workspace.sharing import TEXT

OTHER = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJRzd3AX2rnDd0GCqtVhDFG8dNJQmUsCVpnA1YvQ2c0a"
SHOTS = os.environ.get("COAUTHOR_SHOTS", "")


def shot(window, name: str) -> None:
    if SHOTS:
        Path(SHOTS).mkdir(parents=True, exist_ok=True)
        QApplication.processEvents()
        window.grab().save(str(Path(SHOTS) / f"trust-{name}.png"))


def fill(
    dialog: MemberDialog, organisation: str, party: str, key: str, *roles: str
) -> MemberDialog:
    dialog.organisation.setCurrentText(organisation)
    dialog.party.setCurrentIndex(dialog.party.findData(party))
    dialog.key.setPlainText(key)
    for role, box in dialog.roles.items():
        box.setChecked(role in roles)
    return dialog


def people_are_listed(person: Person) -> None:
    seen: list[str] = []

    def list_them(dialog: QDialog) -> None:
        for values in (
            ("Gemeente Waterrijk", "municipality", own_key().public, "steward", "expert"),
            ("Bouwsoft", "vendor", OTHER, "analyst"),
        ):
            asked = fill(MemberDialog(dialog.text, dialog.people, None, dialog), *values)
            asked.show()
            shot(asked, f"member-{values[1]}")
            seen.extend(nameless(asked))
            asked.accept()
            dialog.put(asked.chosen, asked.member)
        shot(dialog, "people")
        seen.extend(nameless(dialog))

    person.answers(list_them, lambda: person.does("edit_people"))
    assert seen == []


def test_a_steward_lists_who_is_in_the_room(person, workspace):
    person.opens(workspace)
    people_are_listed(person)
    people = read_people((workspace / "people.toml").read_text(encoding="utf-8"))
    assert [each.organisation for each in people.members] == ["Gemeente Waterrijk", "Bouwsoft"]
    assert people.organisation("Bouwsoft").is_vendor
    assert people.members[0].roles == {"steward", "expert"}


def test_a_list_that_cannot_be_written_keeps_the_dialog_open(qtbot):
    def refuse(*_) -> None:
        raise UserError("no-steward")

    dialog = PeopleDialog(Catalogue("nl"), read_people(""), "SHA256:ik", refuse, may_change=True)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.put(
        Organisation("Bouwsoft", "vendor"), Member(OTHER, "Bouwsoft", frozenset({"analyst"}))
    )
    dialog.accept()
    assert dialog.isVisible()
    assert "beheerder" in dialog.wrong.text()
    shot(dialog, "people-refused")


def test_somebody_without_a_key_organisation_or_role_is_not_taken(person, workspace, qtbot):
    asked = MemberDialog(Catalogue("nl"), read_people(""))
    qtbot.addWidget(asked)
    for values in (("", "", OTHER, "expert"), ("A", "", "x", "expert"), ("A", "", OTHER)):
        fill(asked, *values).accept()
        assert asked.result() == 0
        assert asked.wrong.text()


def test_who_may_not_change_the_list_reads_it(person, workspace, qtbot):
    text = f'[[people]]\nkey = "{OTHER}"\norganisation = "A"\nroles = ["steward"]\n'
    dialog = PeopleDialog(
        Catalogue("nl"), read_people(text), "SHA256:ik", lambda *_: None, may_change=False
    )
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.add.isVisible()
    assert not dialog.accept_button.isVisible()
    assert "alleen lezen" in dialog.state.text()
    assert nameless(dialog) == []


def test_the_own_key_is_shown_copied_and_locked(person, workspace, qtbot):
    dialog = KeyDialog(Catalogue("nl"))
    qtbot.addWidget(dialog)
    dialog.show()
    assert nameless(dialog) == []
    assert dialog.public.toPlainText() == own_key().public
    assert dialog.fingerprint.text() == own_key().fingerprint
    dialog.copy.click()
    assert QApplication.clipboard().text() == own_key().public
    shot(dialog, "key")
    dialog.use(workspace / "coauthor.toml")
    assert "geen sleutel" in dialog.wrong.text()
    assert dialog.fingerprint.text() == own_key().fingerprint


def test_the_timeline_says_who_signed_a_version(person, workspace, qtbot):
    person.opens(workspace)
    people_are_listed(person)
    opened = open_workspace(workspace)
    save_version(opened, "Mensen", Author("Fatma"), datetime.now(UTC))
    (workspace / "bijlage.txt").write_text("x", encoding="utf-8")
    save_version(opened, "Bijlage", Author("Fatma"), datetime.now(UTC))
    person.does("timeline")
    (window,) = (
        each for each in QApplication.topLevelWidgets() if isinstance(each, TimelineWindow)
    )
    qtbot.waitUntil(window.detail.shield.isVisible, timeout=10_000)
    assert window.detail.shield.text() == (
        "✓ Ondertekend door Gemeente Waterrijk, inhoudelijk deskundige, beheerder"
    )
    shot(window, "timeline")
    window.list.setCurrentIndex(window.model.index(2, 0))
    qtbot.waitUntil(lambda: "SHA256" in window.detail.shield.text(), timeout=10_000)
    window.close()


def test_the_history_is_checked_in_the_background(person, workspace, qtbot):
    bench = person.opens(workspace)
    person.does("check_history")
    qtbot.waitUntil(lambda: "klop" in shown(bench), timeout=10_000)
    shot(bench, "checked")


def shown(bench) -> str:
    return " ".join(each.text() for each in bench.banner.findChildren(QLabel))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_was_set_aside_is_listed_with_what_became_of_it(qtbot, language):
    may_not = ("documents/a.md", "not-allowed", "edit", "", "Bouwsoft", True, ("BEL-001",))
    unseen = ("x\u202etxt", "path", "", "unseen", "Wie?", False)
    aside = [
        SetAside("a" * 40, "2026-03-01T12:00:00", *may_not),
        SetAside("b" * 40, "2026-03-02T12:00:00", *unseen),
    ]
    dialog = AsideDialog(Catalogue(language), aside)
    qtbot.addWidget(dialog)
    dialog.show()
    assert nameless(dialog) == []
    assert dialog.list.count() == 2
    assert "BEL-001" in dialog.list.item(1).text()
    assert "\u202e" not in dialog.list.item(0).text()
    shot(dialog, f"aside-{language}")


def test_the_window_says_what_was_set_aside_and_offers_to_look(person, tmp_path, qtbot):
    line = new_line(tmp_path, bare=False)
    line.expert.home = Path(os.environ["HOME"])  # the window is at this computer
    roles = people_text(line.steward, line.vendor)
    own = f'\n[[people]]\nkey = "{own_key().public}"\norganisation = "Gemeente Waterrijk"\n'
    listed = line.version(
        line.steward, {"people.toml": f'{roles}{own}roles = ["expert"]\n'}, line.start
    )
    line.git.references.create("refs/heads/main", listed)
    line.git.checkout("refs/heads/main", strategy=pygit2.enums.CheckoutStrategy.FORCE)
    evil = line.version(line.vendor, {DOCUMENT: TEXT.replace("één", "twee")}, listed)
    place = str(tmp_path / "plek.git")
    pygit2.init_repository(place, bare=True, initial_head="main")
    line.git.references.create("refs/heads/evil", evil)
    line.git.remotes.create("origin", place)
    line.git.remotes["origin"].push(["refs/heads/evil:refs/heads/main"])
    line.git.references.delete("refs/heads/evil")
    bench = person.opens(tmp_path / "kamer")
    person.does("receive")
    qtbot.waitUntil(lambda: "Bouwsoft veranderde BEL-001" in shown(bench), timeout=20_000)
    assert "één biljet" in bench.session.document.text
    shot(bench, "received")
    person.answers(lambda dialog: shot(dialog, "aside-real"), lambda: person.does("show_aside"))


def test_who_is_new_in_a_room_is_told_of_what_is_wrong_there(person, tmp_path, qtbot):
    line = new_line(tmp_path, bare=False)
    evil = line.version(line.vendor, {DOCUMENT: TEXT.replace("één", "twee")}, line.start)
    line.git.references.create("refs/heads/main", evil)
    line.git.checkout("refs/heads/main", strategy=pygit2.enums.CheckoutStrategy.FORCE)
    bench = person.opens(tmp_path / "kamer")
    bench.controller.check_quietly()
    qtbot.waitUntil(lambda: "Bouwsoft: documents/a.md" in shown(bench), timeout=10_000)


def test_a_workspace_whose_list_of_people_is_broken_opens_and_says_so(
    person: Person, workspace: Path
):
    (workspace / "people.toml").write_text("[[organisation]\nname = ", "utf-8")
    bench = person.opens(workspace)
    person.qtbot.waitUntil(lambda: any("people.toml" in each for each in bench.banner.messages()))
    assert not bench.controller.shelf._counts_as(None)
