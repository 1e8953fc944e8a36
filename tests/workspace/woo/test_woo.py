"""A Woo package holds what is public and nothing else: every file of it is searched."""

import csv
import errno
import hashlib
import io
import json
import os
import shutil
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from coauthor.cli import main
from coauthor.errors import Cancelled, OutsideFailure, UserError
from coauthor.exchange.woo.log import GROUNDS
from coauthor.language import LANGUAGES, Catalogue
from coauthor.review.event import Voice
from coauthor.review.voting.sealing import Secret
from coauthor.workspace.batch import Progress
from coauthor.workspace.events import say
from coauthor.workspace.memo.freezing import freeze
from coauthor.workspace.settings import DocumentEntry, with_document
from coauthor.workspace.voting.sealing import keep_secret
from coauthor.workspace.woo import making
from coauthor.workspace.woo.making import make_public
from coauthor.workspace.workspace import Workspace, open_workspace
from tests.workspace.rooms.canaries import PERSON, STEM, canary, inside, sightings
from tests.workspace.rooms.making import OWN, TEXT, municipality

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
SECRETS = (
    "Zwanenzang Advies",
    "overnemen zonder lawaai te maken",
    "tegenstem uit de wethouderskamer",
    "veertigduizend euro goedkoper",
    "anke@waterrijk.example",
    "Anke Bakker",
    "06-12345678",
    r"G:\inkoop\geheim",
    "reden die niemand mag lezen vandaag",
    "ander stuk",
)
VOICE = Voice("Zwanenzang Advies", "vendor", "analyst")
PLANTED = TEXT.replace(
    "Het systeem stelt één biljet samen.",
    "Het systeem stelt één biljet samen; vraag Anke Bakker (anke@waterrijk.example, 06-12345678)"
    " of kijk in G:\\inkoop\\geheim naar het voorbeeld.",
).replace(
    "> **acceptance**",
    "> **deviation** Een reden die niemand mag lezen vandaag.\n>\n> **acceptance**",
)


def planted(root: Path) -> Workspace:
    """Return a workspace with secrets in its text, its discussion and its decisions."""
    record = (
        'format = 1\nkind = "waiver-request"\nreason = "Een reden die niemand mag lezen vandaag"'
    )
    files = {
        "documents/ander.md": "# Een ander stuk\n\nMet een ander stuk tekst.\n",
        "decisions/01K00000000000000000000001.toml": record + "\n",
    }
    workspace = municipality(root, PLANTED, files)
    entry = workspace.entry("bel")
    for kind, body in (
        ("comment", "Laten we dit overnemen zonder lawaai te maken."),
        ("position", "Een tegenstem uit de wethouderskamer."),
        ("response", "Wij zijn veertigduizend euro goedkoper dan de rest."),
        ("question", "Wat bedoelt Zwanenzang Advies hiermee?"),
    ):
        say(workspace, VOICE, kind, entry, "aaaaaaaaaa", NOW, body=body)
    sealed = say(workspace, VOICE, "sealed-position", entry, "aaaaaaaaaa", NOW)
    keep_secret(
        workspace, sealed, Secret(OWN, "bel", "aaaaaaaaaa", "object", "0", SECRETS[2], "zout")
    )
    return workspace


def contents(package: Path, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield every file of a package with all that can be read in it."""
    with zipfile.ZipFile(package) as found:
        found.extractall(folder)
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        yield path.name, str(path)
        yield path.name, path.read_bytes().decode("utf-8", "replace")
        if path.suffix == ".pdf":
            reader = PdfReader(path)
            yield path.name, "\n".join(each.extract_text() for each in reader.pages)
            yield path.name, f"{reader.metadata} {reader.xmp_metadata} {reader.attachments}"


def test_no_file_of_a_package_holds_a_secret(tmp_path: Path) -> None:
    package = tmp_path / "openbaar.zip"
    made = make_public(planted(tmp_path / "w"), ["bel"], package, when=NOW, hide=True)
    seen = list(contents(package, tmp_path / "uit"))
    for name, words in seen:
        plain = " ".join(words.split())
        assert [each for each in SECRETS if each in plain] == [], name
    texts = " ".join(words for _, words in seen)
    assert "één biljet samen" in " ".join(texts.split())
    assert "(weggelaten: Woo 5.1 lid 2 e)" in " ".join(texts.split())
    counts = {each.kind: each.count for each in made.left}
    assert counts["hidden-mail"] == counts["hidden-phone"] == counts["hidden-path"] == 1
    assert counts["hidden-person"] == 1
    assert counts["text-field"] == 1
    assert counts["waivers"] == counts["comments"] == counts["responses"] == 1
    assert counts["positions"] == 2
    assert counts["writers"] == 1


def test_a_document_without_a_title_does_not_get_the_one_that_we_call_it_by(
    tmp_path: Path,
) -> None:
    workspace = municipality(tmp_path / "w", "Alleen een zin.\n")
    settings = workspace.root / "coauthor.toml"
    own = settings.read_text("utf-8").replace("Programma van eisen", "Ruzie met Acme")
    settings.write_text(own, "utf-8")
    workspace.repository.commit("Titel", PERSON, NOW)
    make_public(open_workspace(workspace.root), ["bel"], tmp_path / "a.zip", when=NOW)
    for name, words in contents(tmp_path / "a.zip", tmp_path / "uit"):
        assert "Ruzie" not in words, name


def test_doubt_in_the_text_stops_it_until_somebody_hides_or_mends_it(tmp_path: Path) -> None:
    workspace = planted(tmp_path / "w")
    with pytest.raises(UserError, match="woo-doubts") as raised:
        make_public(workspace, ["bel"], tmp_path / "a.zip", when=NOW)
    assert raised.value.parameters["count"] == 4
    seen = ("mail", "phone", "path", "person")
    made = make_public(workspace, ["bel"], tmp_path / "b.zip", when=NOW, seen=seen[:3], hide=True)
    assert {each.kind for each in made.left if "hidden" in each.kind} == {"hidden-person"}
    assert not (tmp_path / "a.zip").exists()


def test_of_a_workspace_full_of_canaries_none_is_found(tmp_path: Path) -> None:
    workspace = inside(tmp_path / "w")
    folder = tmp_path / "openbaar"
    seen = ("picture", "html", "organisation")
    make_public(workspace, [canary("bestand")], folder, when=NOW, hide=True, seen=seen)
    assert sightings(STEM, [folder]) == []
    for path in folder.rglob("*.pdf"):
        words = "".join(each.extract_text() for each in PdfReader(path).pages)
        assert STEM not in words.replace("\n", "").casefold()
    # The search sees what it must see.
    (folder / "uit.txt").write_text(canary("uit"))
    assert sightings(STEM, [folder])


def test_what_slips_through_the_texts_is_caught_in_the_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = municipality(tmp_path / "w")
    monkeypatch.setattr(making, "log_csv", lambda *_: b"Weggelaten: Anke Bakker")
    with pytest.raises(UserError, match="woo-findings") as raised:
        make_public(workspace, ["bel"], tmp_path / "a.zip", when=NOW)
    assert raised.value.parameters["rule"] == "person"
    say(workspace, VOICE, "comment", workspace.entry("bel"), "", NOW, body=SECRETS[1] + " vandaag")
    monkeypatch.setattr(making, "log_csv", lambda *_: SECRETS[1].encode() + b" vandaag")
    with pytest.raises(UserError, match="woo-findings") as raised:
        make_public(workspace, ["bel"], tmp_path / "a.zip", when=NOW)
    assert raised.value.parameters["rule"] == "internal"
    assert raised.value.parameters["what"] == "staat ook in een interne reden of opmerking"
    monkeypatch.setattr(making, "log_csv", lambda *_: rb"zie \\schijf7\map\stuk.docx")
    with pytest.raises(UserError, match="woo-findings") as raised:
        make_public(workspace, ["bel"], tmp_path / "a.zip", when=NOW)
    assert raised.value.parameters["rule"] == "internal-path"
    assert [each.name for each in tmp_path.iterdir()] == ["w"]


def test_a_full_disk_is_told_of_the_package_that_was_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "x")

    workspace, package = municipality(tmp_path / "w"), tmp_path / "a.zip"
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutsideFailure, match="out-full") as raised:
        make_public(workspace, ["bel"], package, when=NOW)
    assert raised.value.parameters["path"] == str(package)
    assert not package.exists()


def test_what_a_remark_quotes_of_a_text_with_slots_is_public_all_the_same(tmp_path: Path) -> None:
    workspace = municipality(tmp_path / "w")
    body = "Onze tekst was:\n\nHet systeem antwoordt binnen 4 uur."
    say(workspace, VOICE, "comment", workspace.entry("bel"), "bbbbbbbbbb", NOW, body=body)
    made = make_public(workspace, ["bel"], tmp_path / "a.zip", when=NOW)
    assert made.path.is_file()


def test_a_published_memo_goes_along_and_a_decision_without_who_signed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed = (
        'format = 1\nkind = "sign-off"\nverdict = "agreed"\norgan = "College van B&W"\n'
        'function = "Wethouder Zwanenzang"\nmandate = "Mandaatregister 4.2"\n'
        'remark = "Met tegenzin akkoord"\norganisation = "Gemeente Waterrijk"\n'
        'at = "2026-11-20T10:00:00+01:00"\n'
        '[[documents]]\nname = "bel"\ntitle = "Programma van eisen"\ndigest = "sha256:0"\n'
    )
    workspace = municipality(
        tmp_path / "w",
        files={
            "documents/nvi-1.md": "# Nota van inlichtingen 1\n\nVraag 1: hoe laat?\n",
            "decisions/01K00000000000000000000009.toml": signed,
        },
    )
    settings = workspace.root / "coauthor.toml"
    entry = DocumentEntry("nvi-1", "Nota van inlichtingen 1")
    settings.write_text(with_document(settings.read_text("utf-8"), entry), "utf-8")
    freeze(workspace, entry, entry.title, NOW, organisation=OWN)
    workspace.repository.commit("Nota", PERSON, NOW)
    workspace = open_workspace(workspace.root)
    package = tmp_path / "a.zip"
    made = make_public(workspace, ["bel"], package, when=NOW, category="Inkoop")
    assert made.documents == ("Programma van eisen", "Nota van inlichtingen 1")
    assert [(each.organ, each.day) for each in made.decisions] == [
        ("College van B&W", "2026-11-20")
    ]
    texts = " ".join(words for _, words in contents(package, tmp_path / "uit"))
    assert "hoe laat?" in texts
    for secret in ("Zwanenzang", "Mandaatregister", "tegenzin"):
        assert secret not in texts
    alone = make_public(workspace, ["bel"], tmp_path / "b.zip", when=NOW, memos=False)
    assert alone.documents == ("Programma van eisen",)


def test_the_log_the_page_and_the_metadata_say_what_is_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "openbaar"
    make_public(planted(tmp_path / "w"), ["bel"], folder, when=NOW, hide=True)
    rows = list(
        csv.DictReader(
            io.StringIO((folder / "weggelaten.csv").read_text("utf-8-sig")), delimiter=";"
        )
    )
    mail = next(each for each in rows if each["Wat"] == "mailadressen in de tekst")
    assert (mail["Aantal"], mail["Artikel"]) == ("1", "Woo art. 5.1 lid 2 onder e")
    page = (folder / "index.html").read_text("utf-8")
    assert 'href="programma-van-eisen/programma-van-eisen.pdf"' in page
    assert "voorstel" in page
    values = json.loads((folder / "metadata.json").read_text("utf-8"))
    assert (values["publisher"], values["informatiecategorie"]) == (OWN, None)
    for each in values["documenten"]:
        data = (folder / each["bestand"]).read_bytes()
        assert (each["omvang"], each["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
    for line in (folder / "manifest-sha256.txt").read_text("utf-8").splitlines():
        digest, name = line.split("  ", 1)
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_what_is_left_out_has_words_and_a_ground(language: str) -> None:
    text = Catalogue(language)
    for kind, ground in GROUNDS.items():
        assert text(f"woo-left-{kind}")
        assert text(f"woo-ground-{ground}")
        assert text(f"woo-article-{ground}")


def test_who_stops_leaves_nothing_behind(tmp_path: Path) -> None:
    workspace = municipality(tmp_path / "w")

    def stop(progress: Progress) -> None:
        if progress.format == "check":
            raise Cancelled

    with pytest.raises(Cancelled):
        make_public(workspace, ["bel"], tmp_path / "a.zip", when=NOW, report=stop)
    assert [each.name for each in tmp_path.iterdir()] == ["w"]


def test_the_command_line_tells_the_doubts_and_makes_the_package(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = planted(tmp_path / "w")
    document, output = str(workspace.root / "documents/bel.md"), str(tmp_path / "a")
    assert main(["woo", document, "-o", output]) == 2
    said = capsys.readouterr()
    assert "BEL-001: mailadres" in said.out
    assert "--hide" in said.err
    assert main(["woo", document, "-o", output, "--hide", "--category", "Inkoop", "--json"]) == 0
    values = json.loads(capsys.readouterr().out)
    assert "programma-van-eisen/programma-van-eisen.pdf" in values["files"]
    assert {
        "kind": "hidden-mail",
        "count": 1,
        "document": "Programma van eisen",
        "ground": "person",
    } in values["left_out"]
    shutil.rmtree(output)
    assert main(["woo", document, "-o", output, "--seen", "nergens"]) == 2
