"""What stands in an export: the parts that were chosen, in every format, and nothing else."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coauthor.document.model import Tombstone
from coauthor.document.reading import read_document
from coauthor.errors import UserError
from coauthor.exchange import Specification, writable
from coauthor.exchange.changes import changes
from coauthor.exchange.choice import Choice, choice_of
from coauthor.exchange.numbering import chapter_numbers
from coauthor.exchange.specification import items
from coauthor.language import Catalogue
from coauthor.review.market.responses import Answer
from coauthor.workspace.creating import make_example
from coauthor.workspace.exporting import prepare
from coauthor.workspace.market.answering import answer
from coauthor.workspace.workspace import Workspace
from tests.exchange.reading_back import everything
from tests.exchange.test_exports import Page
from tests.exchange.test_styles import png
from tests.workspace.market.making import LISA, TOM, room

NL = Catalogue("nl")
WHEN = datetime(2026, 11, 27, 12, tzinfo=UTC)
READING = ("md", "html", "docx", "odt", "pdf")
PAGES = ("docx", "odt", "pdf")
SECRETS = """
<!-- clause zzzzzzzzzz BEL-199 kind=eis owner=Intraeigenaar cost=Intrakosten own=Intrakenmerk -->
### Eigen bepaling

Wat de markt mag lezen.<!-- Intraopmerking --> Zie [de map](../Intramap/notitie.docx).

> **rationale** Intraoverweging.
>
> **acceptance** Openbare toets.
>
> **deviation** Intrareden.
>
> **risk** Intrarisico.
>
> **memo** Intraveld.
"""


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return make_example(tmp_path_factory.mktemp("contents") / "waterrijk")


def made(workspace: Workspace, choice: Choice, **more: object) -> Specification:
    entry = workspace.settings.documents[0]
    return prepare(workspace, entry, when=WHEN, choice=choice, **more)  # type: ignore[arg-type]


def file(specification: Specification, name: str) -> str:
    return everything(writable()[name].writer(specification, NL))


def small(text: str, choice: Choice, tmp_path: Path) -> Specification:
    return made(room(tmp_path / "room", text=text), choice)


# -- what every format has -----------------------------------------------------


@pytest.mark.parametrize("name", writable())
def test_the_codes_are_the_same_in_every_format_whatever_is_chosen(
    example: Workspace, name: str
) -> None:
    for choice in (choice_of(), choice_of("council")):
        specification = made(example, choice)
        text = file(specification, name)
        codes = [clause.code for clause in specification.document.clauses]
        assert len(codes) > 60
        # Where else a code stands is another clause's text; first mentions may come early.
        assert [code for code in codes if not re.search(rf"\b{code}\b", text)] == []
        unknown = set(re.findall(r"\bBEL-\d+\b", text)) - set(codes)
        stones = {b.code for b in specification.document.blocks if isinstance(b, Tombstone)}
        assert unknown <= stones | {"BEL-199"}


@pytest.mark.parametrize("name", READING)
def test_version_and_digest_of_the_whole_text_stand_in_every_reading_format(
    example: Workspace, name: str
) -> None:
    whole, part = made(example, choice_of()), made(example, choice_of("market"))
    assert whole.digest == part.digest
    for specification in (whole, part):
        text = file(specification, name).replace(" ", "")
        assert specification.digest in text
        assert specification.version in text


# -- for the market -------------------------------------------------------------


@pytest.mark.parametrize("name", writable())
def test_the_market_reads_nothing_that_is_internal_in_any_format(
    example: Workspace, name: str
) -> None:
    entry = example.settings.documents[0]
    before = example.read(entry)
    document = read_document(before.text + SECRETS)
    market = made(example, choice_of("market"), document=document)
    text = file(market, name)
    assert "Intra" not in text
    assert "Wat de markt mag lezen." in text
    standard = example.chain(entry)[0].document
    for clause in before.clauses:
        theirs = standard.clause(clause.uid)
        known = theirs.fields.get("rationale") if theirs else None
        inside = [clause.fields.get("deviation", "")]
        if clause.fields.get("rationale") != known:
            inside.append(clause.fields.get("rationale", ""))
        for said in filter(None, inside):
            assert said[:40] not in text, (clause.code, said)
    for key in ("annex-deviations", "lineage-local", "lineage-adapted-stricter", "export-change"):
        assert NL(key) not in text


@pytest.mark.parametrize("name", writable())
def test_remarks_in_a_title_and_folders_of_pictures_are_not_told_to_the_market(
    name: str, tmp_path: Path
) -> None:
    pictures = (
        "![a](../Intramap/Intrafoto.png) ![b](../../../home/Intra/b.png) ![c](C%3A/Intra.png)"
    )
    front = '---\ntitle: "Titel <!-- Intratitel -->"\n---\n\n'
    chapter = "# Kop <!-- Intrakop -->\n\n"
    for above in (front + chapter, chapter):
        text = f"{above}<!-- clause aaaaaaaaaa X-9 -->\n### Eis\n\nTekst. {pictures}\n"
        workspace = room(tmp_path / f"room-{len(above)}", text=text)
        folder = workspace.root / "Intramap"
        folder.mkdir()
        (folder / "Intrafoto.png").write_bytes(png())
        specification = made(workspace, choice_of("market"))
        assert "Intra" not in file(specification, name)
        assert "Tekst." in file(specification, name)
        assert len(specification.pictures) == 1  # by a name of its own
        assert "Intrafoto" in file(made(workspace, choice_of()), "json")


@pytest.mark.parametrize("name", writable())
def test_what_was_left_out_of_the_standard_is_told_with_the_lineage_only(
    example: Workspace, name: str
) -> None:
    stones = [b for b in made(example, choice_of()).document.blocks if isinstance(b, Tombstone)]
    assert stones
    without = file(made(example, choice_of(leave=["lineage", "deviations"])), name)
    assert not any(each.uid in without or NL("lineage-omitted") in without for each in stones)
    if name not in ("answers", "md"):
        assert stones[0].code in file(made(example, choice_of()), name)


@pytest.mark.parametrize("preset", ["internal", "council", "full"])
def test_the_sheet_for_vendors_holds_nothing_internal_whatever_is_chosen(
    example: Workspace, preset: str
) -> None:
    document = read_document(example.read(example.settings.documents[0]).text + SECRETS)
    third = list(example.repository.versions())[1]
    for specification in (
        made(example, choice_of(preset), document=document),
        made(example, choice_of(preset), version_id=third.id),
    ):
        text = file(specification, "answers")
        assert "Intra" not in text
        assert third.message not in text
        assert ("Wat de markt mag lezen." in text) == ("BEL-199" in text)


def test_the_test_for_internal_words_finds_them_where_they_are_chosen(example: Workspace) -> None:
    document = read_document(example.read(example.settings.documents[0]).text + SECRETS)
    inside = made(example, choice_of("internal"), document=document)
    for name in READING:
        assert {"Intrareden.", "Intraoverweging."} <= set(file(inside, name).split())


def test_what_colleagues_wrote_of_a_version_is_not_told_to_the_market(
    example: Workspace,
) -> None:
    third = list(example.repository.versions())[1]
    assert third.message == "Afwijkingen en eigen bepalingen met reden"
    choice = choice_of("market", since=third.id)
    now = made(example, choice)
    then = made(example, choice_of("market"), version_id=third.id)
    inside = made(example, choice_of(), version_id=third.id)
    assert "Wijzigingen sinds 05-10-2026" in file(now, "html")
    assert "versie van 05-10-2026" in file(then, "html")
    assert third.message not in file(now, "html") + file(then, "html")
    assert third.message in file(inside, "html")


# -- for the executive ------------------------------------------------------------


@pytest.mark.parametrize("name", READING)
def test_the_executive_gets_reasons_and_a_page_to_sign_with_the_digest(
    example: Workspace, name: str
) -> None:
    specification = made(example, choice_of("council"))
    text = file(specification, name)
    for key in ("sign-off-title", "sign-off-organ", "sign-off-name", "sign-off-day"):
        assert NL(key) in text
    assert NL("field-deviation") in text
    assert NL("field-acceptance") not in text
    page = text[text.rindex(NL("sign-off-about")[:40]) :].replace(" ", "")
    assert specification.digest in page
    assert NL("sign-off-title") not in file(made(example, choice_of()), name)


@pytest.mark.parametrize("name", READING)
def test_chapters_get_numbers_that_clauses_do_not(name: str, tmp_path: Path) -> None:
    text = "# Een\n\n## Twee\n\n<!-- clause aaaaaaaaaa X-9 -->\n### Kop\n\nTekst.\n\n# Drie\n"
    found = file(small(text, choice_of(include=["numbering"]), tmp_path), name)
    for title in ("1 Een", "1.1 Twee", "2 Drie"):
        assert title in found
    assert re.search(r"X-9 Kop", found)


def numbers(text: str, tmp_path: Path) -> list[str]:
    specification = small(text, choice_of(include=["numbering"]), tmp_path)
    return list(chapter_numbers(specification, list(items(specification))).values())


def test_chapters_that_say_their_own_number_get_no_second_one(tmp_path: Path) -> None:
    assert numbers("# 1. Een\n\n# 2 Twee\n\n# Drie\n", tmp_path) == []


def test_levels_that_a_text_skips_leave_no_gap_in_the_numbers(tmp_path: Path) -> None:
    text = "# A\n\n### B\n\n## C\n\n### D\n\n# E\n\n## F\n"
    assert numbers(text, tmp_path) == ["1", "1.1", "1.2", "1.2.1", "2", "2.1"]


# -- since another version ----------------------------------------------------------


def test_what_changed_since_the_standard_is_told_too(example: Workspace) -> None:
    specification = made(example, choice_of(since="belastingen@1.0"))
    kinds = {each.kind for each in changes(specification, NL)}
    assert {"changed", "added", "dropped"} <= kinds


def test_the_page_with_everything_on_it_is_whole(example: Workspace) -> None:
    choice = choice_of("full", since="belastingen@1.0", include=["in-place", "numbering"])
    page = Page(writable()["html"].writer(made(example, choice), NL).decode("utf-8"))
    assert page.open == []
    identities = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(identities) == len(set(identities))
    links = {attrs.get("href") or "" for tag, attrs in page.tags if tag == "a"}
    targets = {link[1:] for link in links if link.startswith("#")}
    assert {"ending-1", "ending-2"} <= targets <= set(identities)
    assert page.text.count(NL("export-removed")) > 10  # told in words, not by colour alone


# -- answers of vendors ---------------------------------------------------------------


def test_the_newest_answer_of_each_vendor_stands_at_its_clause(tmp_path: Path) -> None:
    workspace = room(tmp_path / "room")
    entry = workspace.settings.documents[0]
    clause = workspace.read(entry).clause("aaaaaaaaaa")
    assert clause is not None
    for person, verdict, said in (
        (LISA, "no", "Oud."),
        (LISA, "meets", "Nu."),
        (TOM, "partly", "Half."),
    ):
        answer(workspace, entry, clause, Answer(verdict, explanation=said), person, WHEN)
    for name in READING:
        text = file(made(workspace, choice_of(include=["answers"])), name)
        assert "Nu." in text
        assert "Half." in text
        assert "Oud." not in text
        only = file(made(workspace, choice_of(vendors=["belsoft"])), name)
        assert "Half." in only
        assert "Nu." not in only
        assert "Acme" not in only
        assert "Nu." not in file(made(workspace, choice_of()), name)
    with pytest.raises(UserError) as refused:
        made(workspace, choice_of(vendors=["Niemand"]))
    assert refused.value.parameters["known"] == "Acme, Belsoft"
