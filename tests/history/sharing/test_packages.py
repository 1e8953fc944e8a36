"""Versions in one file: complete or what the other lacks; a bad one is refused whole."""

import hashlib
import json
import random
import shutil
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coauthor.errors import Cancelled, CoauthorError, OutsideFailure, UserError
from coauthor.history.sharing.joining import join
from coauthor.history.sharing.packing import BUNDLE, INDEX, MANIFEST, pack
from coauthor.history.sharing.places import connect
from coauthor.history.sharing.sending import send
from coauthor.history.sharing.unpacking import join_package, open_package, read_manifest
from tests.history.sharing.making import FATMA, StopAt, Writer, begin, git


@pytest.fixture
def fatma(tmp_path: Path) -> Writer:
    writer = begin(tmp_path / "fatma")
    writer.write("twee\n")
    writer.repository.name(writer.repository.last().id, "besluit", "Fatma", FATMA)
    return writer


@pytest.fixture
def package(fatma: Writer, tmp_path: Path) -> Path:
    return pack(fatma.repository, tmp_path / "alles.coauthor").path


def state(root: Path) -> tuple[str, list[tuple[str, bytes]]]:
    """Return every reference and every file of a workspace."""
    files = [path for path in root.rglob("*") if path.is_file() and ".git" not in path.parts]
    return git(root, "for-each-ref"), sorted((str(each), each.read_bytes()) for each in files)


def rewritten(package: Path, target: Path, **members: bytes | None) -> Path:
    """Copy a package with other members; None leaves one out."""
    names = {"manifest": MANIFEST, "bundle": BUNDLE, "index": INDEX}
    with zipfile.ZipFile(package) as source, zipfile.ZipFile(target, "w") as output:
        for key, name in names.items():
            data = members.get(key, source.read(name))
            if data is not None:
                output.writestr(name, data)
    return target


def manifest_of(package: Path, **changes: object) -> bytes:
    with zipfile.ZipFile(package) as source:
        return json.dumps({**json.loads(source.read(MANIFEST)), **changes}).encode()


def test_a_complete_package_begins_a_workspace(
    fatma: Writer, package: Path, tmp_path: Path
) -> None:
    joined = join_package(package, tmp_path / "diep/jan", must_hold="coauthor.toml")
    jan = Writer(joined.root, 10)
    assert jan.repository.last().id == fatma.repository.last().id
    assert set(jan.repository.names()) == {"besluit"}
    assert (jan.root / "documents/a.md").read_text("utf-8") == "twee\n"
    assert jan.repository.changed_paths() == []
    git(jan.root, "fsck", "--strict")
    assert "refs/coauthor" not in git(jan.root, "for-each-ref")


def test_what_the_other_lacks_goes_there_and_back(
    fatma: Writer, package: Path, tmp_path: Path
) -> None:
    jan = Writer(join_package(package, tmp_path / "jan").root, 10)
    mine = jan.write("van jan\n" * 1000)
    part = pack(jan.repository, tmp_path / "deel.coauthor", since=["besluit"])
    assert (part.count, len(part.since)) == (1, 1)
    before = fatma.repository.last().id
    fetched = open_package(fatma.repository, part.path)
    assert fetched.version is not None
    assert (fetched.version.id, fetched.count, fetched.to_take) == (mine, 1, 1)
    assert fetched.place.name == "deel.coauthor"
    assert fatma.repository.last().id == before
    assert fatma.repository.read(mine, "documents/a.md").startswith(b"van jan")
    again = open_package(fatma.repository, part.path)
    assert (again.count, again.to_take) == (0, 1)
    git(fatma.root, "fsck", "--strict")


def test_plain_git_reads_a_package(package: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(package) as source:
        source.extract(BUNDLE, tmp_path)
    git(tmp_path, "clone", "-q", str(tmp_path / BUNDLE), str(tmp_path / "kloon"))
    assert git(tmp_path / "kloon", "tag") == "besluit"
    assert (tmp_path / "kloon/documents/a.md").read_text("utf-8") == "twee\n"


def test_a_package_lacks_what_a_place_has(fatma: Writer, package: Path, tmp_path: Path) -> None:
    place = connect(fatma.repository, str(tmp_path / "plek"))
    send(fatma.repository, place)
    with pytest.raises(UserError, match="nothing-to-pack"):
        pack(fatma.repository, tmp_path / "x.coauthor", since=[place.known("main")])
    join(str(tmp_path / "plek"), tmp_path / "jan")
    fatma.write("drie\n")
    made = pack(fatma.repository, tmp_path / "x.coauthor", since=[place.known("main")])
    assert made.count == 1
    assert open_package(Writer(tmp_path / "jan").repository, made.path).count == 1


def test_a_package_that_lacks_what_is_not_here_is_refused(
    fatma: Writer, package: Path, tmp_path: Path
) -> None:
    jan = Writer(join_package(package, tmp_path / "jan").root, 10)
    fatma.write("drie\n")
    between = fatma.repository.last().id
    fatma.write("vier\n")
    part = pack(fatma.repository, tmp_path / "deel.coauthor", since=[between]).path
    before = state(jan.root)
    with pytest.raises(UserError, match="package-incomplete"):
        open_package(jan.repository, part)
    assert state(jan.root) == before
    with pytest.raises(UserError, match="package-incomplete"):
        join_package(part, tmp_path / "nieuw")
    assert not (tmp_path / "nieuw").exists()


def test_a_package_that_hides_what_it_lacks_is_refused(
    fatma: Writer, package: Path, tmp_path: Path
) -> None:
    """The list of what the receiver needs was taken out, so it seems complete."""
    fatma.write("drie\n")
    part = pack(fatma.repository, tmp_path / "deel.coauthor", since=["besluit"]).path
    false = rewritten(part, tmp_path / "vals.coauthor", manifest=manifest_of(part, since=[]))
    with pytest.raises(UserError, match="package-damaged"):
        join_package(false, tmp_path / "nieuw")
    assert not (tmp_path / "nieuw").exists()


def test_a_package_of_another_workspace_is_refused(package: Path, tmp_path: Path) -> None:
    other = begin(tmp_path / "ander", text="iets anders\n")
    before = state(other.root)
    with pytest.raises(UserError, match="package-foreign"):
        open_package(other.repository, package)
    mine = pack(other.repository, tmp_path / "mijn.coauthor").path
    lie = manifest_of(package, workspace=read_manifest(mine).workspace)
    with pytest.raises(UserError, match="package-foreign"):
        open_package(other.repository, rewritten(package, tmp_path / "vals", manifest=lie))
    assert state(other.root) == before


def test_what_is_no_package_or_a_newer_one_is_told(
    fatma: Writer, package: Path, tmp_path: Path
) -> None:
    text, other = tmp_path / "brief.coauthor", tmp_path / "foto's.zip"
    text.write_text("beste collega", encoding="utf-8")
    with zipfile.ZipFile(other, "w") as output:
        output.writestr("foto.jpg", b"x")
    newer = rewritten(package, tmp_path / "nieuw", manifest=manifest_of(package, format=2))
    for path, code in {
        text: "package-unfit",
        other: "package-unfit",
        newer: "package-newer",
    }.items():
        with pytest.raises(UserError, match=code):
            open_package(fatma.repository, path)
    with pytest.raises(OutsideFailure, match="file-missing"):
        open_package(fatma.repository, tmp_path / "weg.coauthor")


def test_bombs_and_paths_to_elsewhere_are_refused(
    fatma: Writer, package: Path, tmp_path: Path
) -> None:
    bomb, climbing, double = tmp_path / "bom", tmp_path / "klim", tmp_path / "dubbel"
    with zipfile.ZipFile(package) as source:
        members = {name: source.read(name) for name in (MANIFEST, BUNDLE, INDEX)}
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as output:
        for name, data in members.items():
            output.writestr(name, data)
    with zipfile.ZipFile(climbing, "w") as output:
        for name, data in {**members, "../../kwaad": b"x"}.items():
            output.writestr(name, data)
    shutil.copy(package, double)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(double, "a") as output:
        output.writestr(INDEX, b"x")
    for path in (bomb, climbing, double):
        with pytest.raises(UserError, match="package-damaged"):
            open_package(fatma.repository, path)
    assert not list(tmp_path.rglob("kwaad"))


def test_an_immense_text_is_refused_before_it_is_unpacked(
    fatma: Writer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fatma.write("0" * 3_000_000)
    small = pack(fatma.repository, tmp_path / "klein.coauthor").path
    assert small.stat().st_size < 50_000
    monkeypatch.setattr("coauthor.history.sharing.unpacking._OBJECT_LIMIT", 2_000_000)
    with pytest.raises(UserError, match="package-damaged"):
        join_package(small, tmp_path / "jan")
    assert not (tmp_path / "jan").exists()


def test_a_package_that_was_cut_short_is_refused(package: Path, tmp_path: Path) -> None:
    data = package.read_bytes()
    for length in range(0, len(data), max(1, len(data) // 40)):
        short = tmp_path / "kort.coauthor"
        short.write_bytes(data[:length])
        with pytest.raises(UserError, match=r"package-(unfit|damaged)"):
            join_package(short, tmp_path / "jan")
        assert not (tmp_path / "jan").exists()


@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(seed=st.integers(0, 2**32))
def test_a_changed_byte_is_refused_or_changes_nothing(
    fatma: Writer, package: Path, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    data = bytearray(package.read_bytes())
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    changed, root = tmp_path / "anders.coauthor", tmp_path / "jan"
    changed.write_bytes(data)
    said = ""
    try:
        join_package(changed, root)
    except CoauthorError as error:
        said = error.code
    assert root.exists() == (not said)
    if said:
        assert said.startswith("package-")
    else:
        assert Writer(root).repository.last().id == fatma.repository.last().id
        shutil.rmtree(root)


def test_contents_that_lie_about_themselves_are_refused(
    fatma: Writer, package: Path, tmp_path: Path
) -> None:
    """The digests fit, but a text is not what its name says: made so on purpose."""
    with zipfile.ZipFile(package) as source:
        bundle, index = bytearray(source.read(BUNDLE)), bytearray(source.read(INDEX))
    names = 8 + 1024
    index[names + 5] ^= 0x01
    files = {
        BUNDLE: {"size": len(bundle), "sha256": hashlib.sha256(bundle).hexdigest()},
        INDEX: {"size": len(index), "sha256": hashlib.sha256(index).hexdigest()},
    }
    false = rewritten(
        package,
        tmp_path / "vals.coauthor",
        index=bytes(index),
        manifest=manifest_of(package, files=files),
    )
    with pytest.raises(UserError, match="package-damaged"):
        join_package(false, tmp_path / "jan")
    assert not (tmp_path / "jan").exists()


def test_stopping_and_failing_leave_the_old_package(
    fatma: Writer, package: Path, tmp_path: Path
) -> None:
    before = package.read_bytes()
    fatma.write("drie\n")
    with pytest.raises(Cancelled):
        pack(fatma.repository, package, progress=StopAt("packing", 0))
    assert package.read_bytes() == before
    assert {each.name for each in tmp_path.iterdir()} == {"fatma", "alles.coauthor"}
    with pytest.raises(OutsideFailure, match="file-missing"):
        pack(fatma.repository, tmp_path / "geen/x.coauthor")
