"""Where house styles are found, and which one an export has."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coauthor.cli import main
from coauthor.errors import OutsideFailure, UserError
from coauthor.exchange.archiving.bag import opened
from coauthor.workspace.batch import export_many
from coauthor.workspace.building import free
from coauthor.workspace.creating import make_example
from coauthor.workspace.exporting import prepare
from coauthor.workspace.offered import offered
from coauthor.workspace.settings import read_settings, with_value
from coauthor.workspace.styles import find_style, person_folder, styles_of
from coauthor.workspace.workspace import Workspace, open_workspace

NOW = datetime(2026, 11, 27, tzinfo=UTC)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return make_example(tmp_path_factory.mktemp("stijlen") / "w")


def put(folder: Path, name: str, style: str) -> Path:
    (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / name / "style.toml").write_text(style, encoding="utf-8")
    return folder / name


def test_a_style_of_the_workspace_goes_before_one_of_the_person_and_a_shipped_one(
    workspace: Workspace,
) -> None:
    own = put(workspace.root / "styles", "gemeente", 'label = "Van hier"')
    mine = put(person_folder(), "gemeente", 'label = "Van mij"')
    put(person_folder(), "eigen", 'label = "Eigen"')
    try:
        found = {each.name: each for each in styles_of(workspace)}
        assert (found["gemeente"].place, found["gemeente"].label("nl")) == ("workspace", "Van hier")
        assert found["eigen"].place == "person"
        assert found["zwart-wit"].place == "shipped"
        assert found["neutraal"].usual
        (own / "style.toml").unlink()
        assert find_style(workspace, "gemeente").label.of("nl") == "Van mij"
        (mine / "style.toml").unlink()
        assert find_style(workspace, "gemeente").cover is not None
    finally:
        (person_folder() / "eigen/style.toml").unlink()


def test_an_export_has_the_style_that_is_asked_for_else_that_of_the_workspace(
    workspace: Workspace,
) -> None:
    entry = workspace.settings.documents[0]
    assert prepare(workspace, entry, when=NOW).style.name == "neutraal"
    assert prepare(workspace, entry, when=NOW, style="zwart-wit").style.name == "zwart-wit"
    file = workspace.root / "coauthor.toml"
    before = file.read_text(encoding="utf-8")
    file.write_text(with_value(before, "style", "gemeente"), encoding="utf-8")
    try:
        again = open_workspace(workspace.root)
        assert prepare(again, entry, when=NOW).style.name == "gemeente"
        assert offered(again, entry).usual_style == "gemeente"
    finally:
        file.write_text(before, encoding="utf-8")


@pytest.mark.parametrize("place", ["style.toml", "fonts"])
def test_a_style_that_nobody_may_read_is_told_and_the_others_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    shut = put(person_folder(), "dicht", "format = 1") / place

    def fails(method: Callable[[Path], object]) -> Callable[[Path], object]:
        def call(path: Path, *given: object) -> object:
            if path == shut:
                raise PermissionError(13, "Permission denied", str(path))
            return method(path, *given)

        return call

    for name in ("is_file", "is_dir", "read_bytes"):
        monkeypatch.setattr(Path, name, fails(getattr(Path, name)))
    found = {each.name: each for each in styles_of()}
    assert found["zwart-wit"].style is not None
    error = found["dicht"].error
    assert error is not None
    assert (error.code, error.parameters["path"]) == ("disk-failed", str(shut))
    with pytest.raises(OutsideFailure):
        free(shut)
    with pytest.raises(OutsideFailure), opened(shut):
        pass


def test_a_path_in_the_settings_is_no_style() -> None:
    text = 'format = 1\nkind = "local"\nstyle = "../../elders"\n'
    assert read_settings(text).style == ""


def test_a_style_that_is_not_there_is_told_with_those_that_are(workspace: Workspace) -> None:
    with pytest.raises(UserError) as told:
        find_style(workspace, "paars")
    assert told.value.code == "style-unknown"
    assert "gemeente" in str(told.value.parameters["known"])


def test_all_formats_at_once_are_made_in_a_style(workspace: Workspace, tmp_path: Path) -> None:
    entry = workspace.settings.documents[0]
    export_many(workspace.root, entry.name, ("html",), tmp_path, when=NOW, style="zwart-wit")
    page = (tmp_path / f"{entry.name}.html").read_text(encoding="utf-8")
    assert "--accent: #000000" in page


def test_the_command_lists_styles_and_says_what_is_wrong_with_one(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = put(workspace.root / "styles", "stuk", "[colours]\naccent = '#ffffff'")
    try:
        assert main(["styles", str(workspace.root), "--json"]) == 1
        listed = {each["name"]: each for each in json.loads(capsys.readouterr().out)["styles"]}
        assert listed["neutraal"]["usual"]
        assert "colours.accent" in listed["stuk"]["error"]
        assert "stuk" not in dict(offered(workspace, workspace.settings.documents[0]).styles)
        assert main(["styles", str(workspace.root)]) == 1
        assert "gemeente" in capsys.readouterr().out
    finally:
        (broken / "style.toml").unlink()
    assert main(["styles"]) == 0


def test_the_command_exports_in_a_style(
    workspace: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = str(workspace.root / workspace.settings.documents[0].path)
    out = tmp_path / "uit.html"
    asked = ["export", document, "--format", "html", "-o", str(out), "--style"]
    assert main([*asked, "gemeente"]) == 0
    assert 'class="cover"' in out.read_text(encoding="utf-8")
    assert main([*asked, "paars"]) == 2
    assert "paars" in capsys.readouterr().err
