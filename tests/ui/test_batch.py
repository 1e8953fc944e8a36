"""Several formats at once from the window: progress, stopping, and the check after it."""

from pathlib import Path

from PySide6.QtWidgets import QPushButton

from coauthor.exchange import writable
from coauthor.language import Catalogue
from coauthor.workspace.creating import make_example
from tests.ui.driver import Person

NL = Catalogue("nl")


def test_the_files_stand_in_the_folder_and_the_check_is_offered(
    person: Person, tmp_path: Path
) -> None:
    bench = person.opens(make_example(tmp_path / "voorbeeld").root)
    bench.controller.export_many_to(("md", "html"), tmp_path / "uit")
    assert "Bezig" in bench.banner.messages()[-1]
    texts = [each.text() for each in bench.banner.findChildren(QPushButton)]
    assert NL("dialog-cancel") in texts
    assert NL("banner-close") not in texts  # which would be taken for stopping it
    person.qtbot.waitUntil(lambda: any("2 bestanden" in each for each in bench.banner.messages()))
    assert sorted(each.name for each in (tmp_path / "uit").iterdir()) == [
        "belastingen.html",
        "belastingen.md",
    ]


def test_a_picture_that_is_only_words_in_the_file_is_told(person: Person, tmp_path: Path) -> None:
    root = make_example(tmp_path / "voorbeeld").root
    file = root / "documents/belastingen.md"
    file.write_text(f"{file.read_text('utf-8')}\n![Schema](weg.png)\n", encoding="utf-8")
    bench = person.opens(root)
    bench.controller.export_many_to(("html",), tmp_path / "uit")
    person.qtbot.waitUntil(lambda: any("weg.png" in each for each in bench.banner.messages()))


def test_stopping_leaves_no_half_file(person: Person, tmp_path: Path) -> None:
    bench = person.opens(make_example(tmp_path / "voorbeeld").root)
    folder = tmp_path / "uit"
    bench.controller.export_many_to(tuple(writable()), folder)
    person.qtbot.waitUntil(lambda: folder.exists() and any(folder.iterdir()))
    bench.controller.made_apart.cancel()
    assert not [each for each in folder.iterdir() if each.name.startswith(".")]
    assert not any("Bezig" in each for each in bench.banner.messages())
    person.qtbot.waitUntil(lambda: any("Gestopt" in each for each in bench.banner.messages()))


def test_closing_the_window_leaves_no_half_file(person: Person, tmp_path: Path) -> None:
    bench = person.opens(make_example(tmp_path / "voorbeeld").root)
    folder = tmp_path / "uit"
    bench.controller.export_many_to(tuple(writable()), folder)
    person.qtbot.waitUntil(lambda: folder.exists() and any(folder.iterdir()))
    person.leaves()
    assert not [each for each in folder.iterdir() if each.name.startswith(".")]


def test_what_could_not_be_made_is_told_until_it_is_made_again(
    person: Person, tmp_path: Path
) -> None:
    bench = person.opens(make_example(tmp_path / "voorbeeld").root)
    taken = tmp_path / "uit"
    taken.write_text("geen map", encoding="utf-8")
    bench.controller.export_many_to(("md",), taken)
    said = NL("error-cannot-write", path=str(taken))
    person.qtbot.waitUntil(lambda: said in bench.banner.messages())
    bench.controller.export_many_to(("md",), tmp_path / "goed")
    person.qtbot.waitUntil(
        lambda: any("belastingen.md" in each for each in bench.banner.messages())
    )
    assert said not in bench.banner.messages()


def test_who_stops_is_told_what_was_ready(person: Person, tmp_path: Path) -> None:
    bench = person.opens(make_example(tmp_path / "voorbeeld").root)
    folder = tmp_path / "uit"
    bench.controller.export_many_to(tuple(writable()), folder)
    person.qtbot.waitUntil(lambda: any("stap 3 van" in each for each in bench.banner.messages()))
    bench.controller.made_apart.cancel()
    said = NL("making-stopped", count=2, folder=str(folder))
    person.qtbot.waitUntil(lambda: said in bench.banner.messages())
