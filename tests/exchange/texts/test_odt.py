"""An OpenDocument text becomes clauses, as LibreOffice writes it."""

import io
import zipfile

import pytest

from coauthor.errors import UserError
from coauthor.exchange.proposal import Offer, Plan, Proposal, Remark
from coauthor.exchange.texts.odf_file import read_odt
from tests.exchange.making import fresh

DAY = "2026-03-01T10:00:00"
_ABOUT = (
    "<office:change-info><dc:creator>Bart de Vries</dc:creator>"
    f"<dc:date>{DAY}</dc:date></office:change-info>"
)
_SPACES = " ".join(
    f'xmlns:{name}="urn:{name}"'
    for name in ("office", "text", "table", "style", "draw", "dc", "fo", "xlink", "loext")
)
STYLES = """<office:styles>
<style:style style:name="Kop" style:family="paragraph" style:default-outline-level="1"/>
<style:style style:name="Vet" style:family="text"><style:text-properties fo:font-weight="bold"/>
</style:style>
<text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/>
<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>
</text:outline-style>
<text:list-style style:name="L"><text:list-level-style-number text:level="1"
style:num-format="1" style:num-prefix="EIS-"/></text:list-style>
<text:list-style style:name="B"><text:list-level-style-bullet text:level="1"/></text:list-style>
</office:styles><office:master-styles><style:master-page><style:footer>
<text:p>Vertrouwelijk</text:p></style:footer></style:master-page></office:master-styles>"""


def odt(body: str, regions: str = "", manifest: str = "") -> bytes:
    tracked = f"<text:tracked-changes>{regions}</text:tracked-changes>" if regions else ""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
        archive.writestr(
            "styles.xml", f"<office:document-styles {_SPACES}>{STYLES}</office:document-styles>"
        )
        archive.writestr(
            "content.xml",
            f"<office:document-content {_SPACES}><office:body><office:text>{tracked}{body}"
            "</office:text></office:body></office:document-content>",
        )
    return stream.getvalue()


def h(text: str, level: int = 1) -> str:
    return f'<text:h text:outline-level="{level}">{text}</text:h>'


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def items(style: str, *texts: str, more: str = "") -> str:
    inner = "".join(f"<text:list-item>{text}</text:list-item>" for text in texts)
    return f'<text:list text:style-name="{style}"{more}>{inner}</text:list>'


def added(name: str) -> str:
    inner = f"<text:insertion>{_ABOUT}</text:insertion>"
    return f'<text:changed-region text:id="{name}">{inner}</text:changed-region>'


def gone(name: str, inner: str) -> str:
    return (
        f'<text:changed-region text:id="{name}"><text:deletion>{_ABOUT}{inner}</text:deletion>'
        "</text:changed-region>"
    )


def at(name: str, kind: str = "change") -> str:
    return f'<text:{kind} text:change-id="{name}"/>'


def read(body: str, regions: str = "") -> Proposal:
    made = read_odt("a.odt", odt(body, regions), fresh)
    assert made.lost == ()
    return made


def test_headings_have_the_numbers_that_their_program_shows() -> None:
    made = read(
        h("Heffen") + "".join(h(f"Eis {n}", 2) + p("Het doet.") for n in range(3)) + h("Innen")
    )
    assert [(each.code, each.title) for each in made.document.clauses] == [
        ("1.1", "Eis 0"),
        ("1.2", "Eis 1"),
        ("1.3", "Eis 2"),
    ]
    assert "# 2 Innen" in made.document.text
    assert {note.message for note in made.notes} == {"import-note-text-edge"}


def test_numbered_paragraphs_are_clauses_and_what_goes_on_stays_in_them() -> None:
    first = items("L", p("Het logt.") + p("Elke dag.") + items("B", p("alles")), p("Het zoekt."))
    more = items("L", p("Het wist."), more=' text:continue-numbering="true"')
    made = read(h("Eisen") + first + p("Verder:") + more)
    assert [(each.code, each.body) for each in made.document.clauses] == [
        ("EIS-1", "Het logt.\n\nElke dag.\n\n- alles"),
        ("EIS-2", "Het zoekt.\n\nVerder:"),
        ("EIS-3", "Het wist."),
    ]


def test_tables_notes_look_and_blanks_come_along() -> None:
    row = "<table:table-row>{}</table:table-row>"
    cell = "<table:table-cell>{}</table:table-cell>"
    cells = [
        ["Nr", "Eis", "Waarom"],
        [
            "A1",
            "Het <text:span text:style-name='Vet'>logt</text:span>."
            "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
            + p("Wet")
            + "</text:note-body></text:note>",
            "Nodig<text:s text:c='2'/>hier",
        ],
    ]
    table = "".join(row.format("".join(cell.format(p(each)) for each in of)) for of in cells)
    made = read(h("Kop") + f"<table:table>{table}</table:table>")
    assert made.plan == Plan("rows")
    (clause,) = made.document.clauses
    assert (clause.code, clause.body) == ("A1", "Het **logt**. [Wet]")
    assert clause.fields == {"rationale": "Nodig hier"}


def test_a_comment_becomes_a_remark_with_its_words() -> None:
    said = (
        '<office:annotation office:name="a"><dc:creator>Bart</dc:creator>'
        f"<dc:date>{DAY}</dc:date>{p('Wat is alles?')}</office:annotation>alles"
        '<office:annotation-end office:name="a"/>'
    )
    made = read(h("Een") + p("T") + h("Twee") + p(f"Het logt {said}."))
    assert made.document.clauses[1].body == "Het logt alles."
    uid = made.document.clauses[1].uid
    assert made.remarks == (Remark(uid, "Wat is alles?", "Bart", DAY, "alles"),)


def test_tracked_changes_are_suggestions_beside_the_text_of_before() -> None:
    line = f"Binnen {at('d')}{at('i', 'change-start')}acht{at('i', 'change-end')} uur."
    made = read(h("Een") + p(line) + h("Twee") + p("T"), gone("d", p("vier")) + added("i"))
    assert [each.body for each in made.document.clauses] == ["Binnen vier uur.", "T"]
    uid = made.document.clauses[0].uid
    assert made.offers == (Offer(uid, "Een", "Binnen acht uur.", "Bart de Vries", DAY),)


def test_clauses_that_were_added_or_taken_away_are_offered_so() -> None:
    new = h(f"{at('i', 'change-start')}Nieuw") + p("Het is nieuw.")
    made = read(
        h("Een") + p("T") + new + h(f"{at('i', 'change-end')}{at('d')}Twee") + p("U"),
        added("i") + gone("d", h("Oud") + p("Het is oud.") + h("")),
    )
    assert [each.title for each in made.document.clauses] == ["Een", "Oud", "Twee"]
    assert [(each.change, each.title) for each in made.offers] == [("add", "Nieuw"), ("drop", "")]
    assert made.offers[1].uid == made.document.clauses[1].uid


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (odt("<text:p>"), "publication-unfit"),
        (odt(p(" ")), "file-empty"),
        (odt(p("x"), manifest="<encryption-data/>"), "import-password"),
        (odt("<text:section>" * 300 + "</text:section>" * 300), "xml-unsafe"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(data: bytes, code: str) -> None:
    with pytest.raises(UserError) as told:
        read_odt("a.odt", data, fresh)
    assert told.value.code == code
