"""A record counts when the key it names signed the version that wrote it, and only then."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from coauthor.document.clauses import with_body
from coauthor.errors import UserError
from coauthor.history.trust.keys import own_key
from coauthor.review.signing.gaps import Lack
from coauthor.review.signing.waivers import State
from coauthor.workspace.signing.finishing import unfit
from coauthor.workspace.signing.sign_offs import dossier, sign, signatures
from coauthor.workspace.signing.waivers import waivers_of
from coauthor.workspace.signing.waiving import advise, ask, decide
from coauthor.workspace.versions import save_version
from coauthor.workspace.workspace import Workspace
from tests.workspace.sharing import share_existing
from tests.workspace.signing.test_waiving import (
    FATMA,
    TODAY,
    WHEN,
    by_hand,
    granted,
    locked_clause,
    workspace,
)

__all__ = ["workspace"]

ROOM = """
[[organisations]]
name = "Gemeente Waterrijk"
party = "municipality"
"""
MEMBER = """
[[people]]
key = "{key}"
organisation = "Gemeente Waterrijk"
roles = [{roles}]
"""
ROLES = {"fatma": '"expert", "steward"', "ingrid": '"adviser"', "anna": '"executive"'}
Becomes = Callable[[str], str]


@pytest.fixture
def becomes(workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Becomes:
    """Let three people work here, each with a key; gives who sits down, and their key."""

    def sits(name: str) -> str:
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / name))
        return own_key().fingerprint

    members = []
    for name, roles in ROLES.items():
        sits(name)
        members.append(MEMBER.format(key=own_key().public, roles=roles))
    sits("fatma")
    (workspace.root / "people.toml").write_text(ROOM + "".join(members), "utf-8")
    save_version(workspace, "Mensen", FATMA.author, WHEN)
    return sits


def asked(workspace: Workspace) -> str:
    clause = with_body(locked_clause(workspace), "Anders.")
    return ask(
        workspace,
        workspace.settings.documents[0],
        clause,
        FATMA,
        reason_class="law",
        direction="other",
        reason="Wet.",
        risk="RA-1",
        owner="IM",
        until="2028-01-01",
        when=WHEN,
    )


def save(workspace: Workspace) -> None:
    save_version(workspace, "Vastgelegd", FATMA.author, WHEN)


def state(workspace: Workspace, request: str) -> State:
    waiver = waivers_of(workspace).get(request)
    assert waiver is not None
    return waiver.state(TODAY)


def decided(workspace: Workspace, becomes: Becomes) -> tuple[str, Path]:
    """Let all three do their part; returns the request and the file of the decision."""
    becomes("fatma")
    request = asked(workspace)
    save(workspace)
    becomes("ingrid")
    advise(workspace, request, FATMA, verdict="positive", body="", when=WHEN)
    save(workspace)
    becomes("anna")
    name = decide(workspace, request, FATMA, grant=True, function="wethouder", when=WHEN)
    return request, workspace.root / "decisions" / f"{name}.toml"


def test_each_signs_for_what_they_say(workspace: Workspace, becomes: Becomes) -> None:
    request, _ = decided(workspace, becomes)
    assert state(workspace, request) is State.GRANTED  # at the executive's own computer
    becomes("fatma")
    assert state(workspace, request) is State.ADVISED  # nobody signed for it yet
    becomes("anna")
    save(workspace)
    becomes("fatma")
    assert state(workspace, request) is State.GRANTED


def test_naming_the_executives_key_is_no_decision(workspace: Workspace, becomes: Becomes) -> None:
    request, path = decided(workspace, becomes)
    becomes("fatma")
    save(workspace)  # with the expert's key, under the executive's words
    assert "SHA256:" in path.read_text("utf-8")
    assert state(workspace, request) is State.ADVISED


@pytest.mark.parametrize("who", ["fatma", "anna"])
def test_a_decision_that_was_changed_afterwards_counts_no_more(
    workspace: Workspace, becomes: Becomes, who: str
) -> None:
    request, path = decided(workspace, becomes)
    save(workspace)
    assert state(workspace, request) is State.GRANTED
    becomes(who)
    path.write_text(path.read_text("utf-8").replace("wethouder", "burgemeester"), "utf-8")
    assert state(workspace, request) is State.ADVISED
    save(workspace)
    assert state(workspace, request) is State.ADVISED
    assert tomllib.loads(path.read_text("utf-8"))["function"] == "burgemeester"


def test_a_signature_under_another_key_is_none(workspace: Workspace, becomes: Becomes) -> None:
    becomes("fatma")
    with pytest.raises(UserError, match="not-allowed"):
        sign(
            workspace,
            FATMA,
            dossier(workspace, TODAY),
            WHEN,
            message="x",
            organ="College",
            function="wethouder",
            mandate="M",
        )
    becomes("anna")
    sign(
        workspace,
        FATMA,
        dossier(workspace, TODAY),
        WHEN,
        message="Ondertekend",
        organ="College",
        function="wethouder",
        mandate="M",
    )
    ((signed, why),) = signatures(workspace, TODAY)
    assert why == ()
    path = workspace.root / "decisions" / f"{signed.id}.toml"
    forged = path.with_name(f"7{signed.id[1:]}.toml")  # later than any of today
    becomes("fatma")
    forged.write_text(path.read_text("utf-8").replace("College", "Raad"), "utf-8")
    save(workspace)
    assert [each.organ for each, _ in signatures(workspace, TODAY)] == ["College"]


@pytest.mark.parametrize(("who", "asked_about"), [("ingrid", 0), ("fatma", 1)])
def test_who_may_not_write_is_not_asked_about_a_text_and_can_go_on_advising(
    workspace: Workspace, becomes: Becomes, tmp_path: Path, who: str, asked_about: int
) -> None:
    becomes("fatma")
    fatma, other = share_existing(tmp_path / "plek.git", workspace.root, "fatma", "ander")
    clause = locked_clause(workspace)
    by_hand(workspace, clause, "Met de hand veranderd.\n\n")
    save(workspace)
    assert fatma.send()
    becomes(who)
    other.receive()
    assert len(other.questions.to_decide) == asked_about
    assert [gap.code for each in unfit(other.workspace, TODAY) for gap in each.gaps] == (
        [] if asked_about else [clause.code]
    )


@pytest.mark.parametrize(
    ("steps", "more", "asked_about"), [(0, "", 1), (1, "", 0), (3, "", 0), (3, "!", 1)]
)
def test_a_text_for_which_leave_is_asked_or_given_comes_in_without_a_question(
    workspace: Workspace, tmp_path: Path, steps: int, more: str, asked_about: int
) -> None:
    fatma, other = share_existing(tmp_path / "plek.git", workspace.root, "fatma", "ander")
    clause = locked_clause(workspace)
    wanted = with_body(clause, "Anders.")
    by_hand(workspace, clause, f"Anders{more}.\n\n")
    if steps == 1:
        asked(workspace)
    elif steps == 3:
        granted(workspace, wanted)
    save(workspace)
    assert fatma.send()
    other.receive()
    assert len(other.questions.to_decide) == asked_about
    lacks = [gap.lack for each in unfit(other.workspace, TODAY) for gap in each.gaps]
    assert lacks == ([] if asked_about or steps == 3 else [Lack.ADVICE])
