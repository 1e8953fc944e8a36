"""A bag tells what was taken out, changed or put in, and never leads outside itself."""

import hashlib
import zipfile
from pathlib import Path

import pytest

from coauthor.errors import OutsideFailure, UserError
from coauthor.exchange.archiving import bag as bags
from coauthor.exchange.archiving.bag import bag_faults, opened, tag_files

FILES = {"a/tekst.md": b"eis", "a/100% vol.txt": b"", "b.bin": bytes(range(256)) * 9000}


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    folder = tmp_path / "tas"
    for name, data in FILES.items():
        path = folder / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    payload = {name: (hashlib.sha256(d).hexdigest(), len(d)) for name, d in FILES.items()}
    info = [("Source-Organization", "Gemeente\nWaterrijk")]
    for name, data in tag_files(payload, info, {"LEESMIJ.txt": b"uitleg"}).items():
        (folder / name).write_bytes(data)
    return folder


def zipped(folder: Path) -> Path:
    path = folder.with_suffix(".zip")
    with zipfile.ZipFile(path, "w") as package:
        for each in sorted(folder.rglob("*")):
            package.write(each, each.relative_to(folder.parent).as_posix())
    return path


def faults(path: Path) -> list[tuple[str, str]]:
    with opened(path) as found:
        return [(each.kind, each.path) for each in bag_faults(found)]


def test_a_bag_is_sound_as_a_folder_and_as_a_zip_file(bag: Path) -> None:
    assert faults(bag) == []
    assert faults(zipped(bag)) == []
    with opened(bag) as found:
        assert found.info()["Source-Organization"] == "Gemeente Waterrijk"
        assert found.info()["Payload-Oxum"] == f"{256 * 9000 + 3}.3"


def test_what_was_changed_taken_out_or_put_in_is_told(bag: Path) -> None:
    (bag / "data/b.bin").write_bytes(bytes(256 * 9000))
    (bag / "data/a/tekst.md").unlink()
    (bag / "data/nieuw.txt").write_text("x")
    (bag / "LEESMIJ.txt").write_text("anders")
    for path in (bag, zipped(bag)):
        assert set(faults(path)) == {
            ("changed", "data/b.bin"),
            ("missing", "data/a/tekst.md"),
            ("extra", "data/nieuw.txt"),
            ("changed", "LEESMIJ.txt"),
            ("oxum", "bag-info.txt"),
        }


def test_a_list_that_is_gone_is_told(bag: Path) -> None:
    (bag / "tagmanifest-sha256.txt").unlink()
    (bag / "bag-info.txt").write_text("External-Description: iets anders\n")
    assert faults(bag) == [("missing", "tagmanifest-sha256.txt")]


def test_a_changed_list_is_told(bag: Path) -> None:
    with (bag / "manifest-sha256.txt").open("a") as file:
        file.write("geen controlegetal\n")
    (bag / "bagit.txt").write_text("BagIt-Version: 9\n")
    (bag / "erbij.txt").write_text("x")
    kinds = set(faults(bag))
    assert {("line", "manifest-sha256.txt"), ("declaration", "bagit.txt")} <= kinds
    assert {("changed", "manifest-sha256.txt"), ("extra", "erbij.txt")} <= kinds


@pytest.mark.parametrize("name", ["tas/../../weg.txt", "tas//weg.txt", "tas/data\\weg.txt"])
def test_a_zip_file_that_leads_outside_is_refused(bag: Path, name: str) -> None:
    path = zipped(bag)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr(name, "x")
    with pytest.raises(UserError, match="bag-unsafe"):
        faults(path)


def test_links_are_refused(bag: Path) -> None:
    (bag / "data/link").symlink_to("/etc/hostname")
    with pytest.raises(UserError, match="bag-unsafe"):
        faults(bag)


def test_what_is_no_bag_is_refused(tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    (tmp_path / "tekst.zip").write_text("geen zip")
    for name in ("leeg", "tekst.zip"):
        with pytest.raises(UserError, match="bag-unfit"):
            faults(tmp_path / name)
    with pytest.raises(OutsideFailure, match="file-missing"):
        faults(tmp_path / "nergens.zip")


def test_a_damaged_zip_file_gets_a_message(bag: Path) -> None:
    path = zipped(bag)
    data = path.read_bytes()
    at = data.index(bytes(range(256)))
    path.write_bytes(data[:at] + b"XXXX" + data[at + 4 :])
    with pytest.raises(OutsideFailure, match="bag-unreadable"):
        faults(path)


def test_one_changed_byte_in_any_file_is_found(bag: Path) -> None:
    files = [each for each in sorted(bag.rglob("*")) if each.is_file() and each.stat().st_size]
    assert len(files) == 7
    for path in files:
        before = path.read_bytes()
        middle = len(before) // 2
        path.write_bytes(before[:middle] + bytes([before[middle] ^ 1]) + before[middle + 1 :])
        assert faults(bag), path.name
        path.write_bytes(before)
    assert faults(bag) == []


def test_a_small_zip_file_that_would_unfold_into_something_enormous_is_refused(
    bag: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (bag / "data/b.bin").unlink()
    path = zipped(bag)
    monkeypatch.setattr(bags, "_SMALL", 1_000_000)
    faults(path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("tas/data/nul.bin", bytes(30_000_000))
    with pytest.raises(UserError, match="bag-unsafe"):
        faults(path)
