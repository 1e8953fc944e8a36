"""ReqIF: out and in to the letter, in from other tools with every word, nothing that does harm."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from xml.dom import minidom

import pytest
from hypothesis import given, settings

from coauthor.document.model import Document
from coauthor.document.reading import decode, read_document
from coauthor.errors import UserError
from coauthor.exchange import FORMATS, Proposal
from coauthor.exchange.parts import parts_of
from coauthor.exchange.reqif_reading import uid_of
from coauthor.exchange.xhtml import legal, plain, plain_words, to_markdown, to_xhtml
from coauthor.exchange.xml_tree import parse
from coauthor.language import Catalogue
from coauthor.resources import resources
from tests.document.making import any_document
from tests.document.markdown_strategies import markdown
from tests.exchange.making import fresh, leaving

EXAMPLE = read_document(decode((resources() / "example/4/documents/belastingen.md").read_bytes()))
RICH = read_document(
    """# Kop <b> & "x"

Proza met [link](https://example.org/?a=1&b=2), *nadruk*, ~~weg~~ en `code`.

<!-- clause aaaaaaaaaa A-1 kind=wens priority=must theme=x derives=bbbbbbbbbb -->
### Titel

1. een
2. twee
   - diep

| a | b |
|---|:-:|
| 1 | 2 |

```py
x < 1
```

![plaatje](x.png) {{termijn: 5 dagen}}\\
harde regel

> **rationale** Waarom.

<!-- omitted cccccccccc A-2 reason=law -->
"""
)


def written(document: Document, name: str = "reqif") -> bytes:
    return FORMATS[name].writer(leaving(document), Catalogue("nl"))


def read(data: bytes) -> Proposal:
    return FORMATS["reqif"].reader("a.reqif", data, fresh)


def packed(files: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


@pytest.mark.parametrize("document", [EXAMPLE, RICH], ids=["example", "rich"])
@pytest.mark.parametrize("name", ["reqif", "reqifz"])
def test_a_document_comes_back_with_everything_it_says(name: str, document: Document) -> None:
    proposal = read(written(document, name))
    assert parts_of(proposal.document) == parts_of(document)
    assert proposal.lost == ()


@settings(max_examples=30)
@given(any_document)
def test_any_document_comes_back_to_the_letter(text: str) -> None:
    document = read_document(text)
    parts = parts_of(document)
    uids = [each.uid for each in parts.parts if each.uid]
    if not parts.parts or len(uids) > len(set(uids)) or legal(text) != text:
        return  # control signs cannot stand in XML
    assert parts_of(read(written(document)).document).parts == parts.parts


def test_the_order_is_that_of_the_schema_and_every_reference_is_there() -> None:
    tree = parse("", written(RICH))
    content = tree.child("CORE-CONTENT", "REQ-IF-CONTENT")
    order = ["DATATYPES", "SPEC-TYPES", "SPEC-OBJECTS", "SPECIFICATIONS"]
    assert [each.name for each in content.children] == order
    identifiers = re.findall(rb' IDENTIFIER="([^"]*)"', written(RICH))
    assert len(identifiers) == len(set(identifiers))
    assert all(re.fullmatch(rb"_[\w.-]+", each) for each in identifiers)
    references = re.findall(rb"<[A-Z-]+-REF>([^<]+)</", written(RICH))
    assert set(references) <= set(identifiers)
    header = tree.child("THE-HEADER", "REQ-IF-HEADER")
    assert header.child("REQ-IF-VERSION").text == "1.0"


def test_the_outline_nests_what_stands_under_a_heading() -> None:
    text = "# A\n\nx\n\n## B\n\ny\n\n# C\n\n## D\n\n### E\n\nz\n"
    document = parse("", written(read_document(text))).child(
        "CORE-CONTENT", "REQ-IF-CONTENT", "SPECIFICATIONS", "SPECIFICATION"
    )

    def shape(element: object) -> list[object]:
        children = element.child("CHILDREN").children  # type: ignore[attr-defined]
        return [shape(each) for each in children]

    assert shape(document) == [[[], [[]]], [[[[]]]]]


def test_a_text_that_another_tool_changed_is_taken_over() -> None:
    data = written(RICH).decode()
    assert "<xhtml:li>een</xhtml:li>" in data
    proposal = read(data.replace("<xhtml:li>een</xhtml:li>", "<xhtml:li>één</xhtml:li>").encode())
    (clause,) = proposal.document.clauses
    assert clause.body.startswith("1. één\n2. twee\n   - diep\n\n| a | b |")
    assert clause.uid == "aaaaaaaaaa"


@settings(max_examples=30)
@given(markdown)
def test_xhtml_from_any_markdown_is_sound_and_its_words_are_told(text: str) -> None:
    shown = to_xhtml(text)
    name = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    minidom.parseString(f"<v {name}>{shown}</v>".encode())
    assert plain(parse("", f"<v {name}>{shown}</v>".encode())) == plain_words(shown)


OTHERS = """<?xml version="1.0" encoding="UTF-8"?>
<REQ-IF xmlns="http://www.omg.org/spec/ReqIF/20110401/reqif.xsd"
 xmlns:x="http://www.w3.org/1999/xhtml">
<THE-HEADER><REQ-IF-HEADER IDENTIFIER="h"><TITLE>Kop</TITLE></REQ-IF-HEADER></THE-HEADER>
<CORE-CONTENT><REQ-IF-CONTENT>
<DATATYPES><DATATYPE-DEFINITION-ENUMERATION IDENTIFIER="e" LONG-NAME="Status"><SPECIFIED-VALUES>
<ENUM-VALUE IDENTIFIER="e1" LONG-NAME="Nieuw"/></SPECIFIED-VALUES></DATATYPE-DEFINITION-ENUMERATION>
</DATATYPES>
<SPEC-TYPES><SPEC-OBJECT-TYPE IDENTIFIER="t" LONG-NAME="Requirement"><SPEC-ATTRIBUTES>
<ATTRIBUTE-DEFINITION-STRING IDENTIFIER="a1" LONG-NAME="ReqIF.ForeignID"/>
<ATTRIBUTE-DEFINITION-XHTML IDENTIFIER="a2" LONG-NAME="ReqIF.Text"/>
<ATTRIBUTE-DEFINITION-STRING IDENTIFIER="a3" LONG-NAME="ReqIF.ChapterName"/>
<ATTRIBUTE-DEFINITION-ENUMERATION IDENTIFIER="a4" LONG-NAME="Status"/>
<ATTRIBUTE-DEFINITION-STRING IDENTIFIER="a5" LONG-NAME="ReqIF.ForeignCreatedBy"/>
</SPEC-ATTRIBUTES></SPEC-OBJECT-TYPE>
<SPEC-RELATION-TYPE IDENTIFIER="rt" LONG-NAME="refines"/></SPEC-TYPES>
<SPEC-OBJECTS>{objects}</SPEC-OBJECTS>
<SPEC-RELATIONS><SPEC-RELATION IDENTIFIER="r"><TYPE><X>rt</X></TYPE><SOURCE><X>o2</X></SOURCE>
<TARGET><X>o3</X></TARGET></SPEC-RELATION></SPEC-RELATIONS>
<SPECIFICATIONS><SPECIFICATION IDENTIFIER="s" LONG-NAME="Systeem"><CHILDREN>
<SPEC-HIERARCHY IDENTIFIER="p1"><OBJECT><X>o1</X></OBJECT><CHILDREN>
<SPEC-HIERARCHY IDENTIFIER="p2"><OBJECT><X>o2</X></OBJECT></SPEC-HIERARCHY>
<SPEC-HIERARCHY IDENTIFIER="p3"><OBJECT><X>o2</X></OBJECT></SPEC-HIERARCHY>
</CHILDREN></SPEC-HIERARCHY></CHILDREN></SPECIFICATION></SPECIFICATIONS>
</REQ-IF-CONTENT></CORE-CONTENT></REQ-IF>"""


def objects(*each: Mapping[str, str]) -> bytes:
    """Return a file as another tool writes it, with objects of these values."""

    def values(thing: Mapping[str, str]) -> Iterator[str]:
        for name, value in thing.items():
            where = f"<DEFINITION><X>{name}</X></DEFINITION>"
            if name == "a2":
                text = f"<THE-VALUE><x:div>{value}</x:div></THE-VALUE>"
                yield f"<ATTRIBUTE-VALUE-XHTML>{where}{text}</ATTRIBUTE-VALUE-XHTML>"
            elif name == "a4":
                chosen = f"<VALUES><X>{value}</X></VALUES>"
                yield f"<ATTRIBUTE-VALUE-ENUMERATION>{where}{chosen}</ATTRIBUTE-VALUE-ENUMERATION>"
            else:
                sort = "ATTRIBUTE-VALUE-STRING"
                yield f'<{sort} THE-VALUE="{value}">{where}</{sort}>'

    made = "".join(
        f'<SPEC-OBJECT IDENTIFIER="o{number}"><TYPE><X>t</X></TYPE>'
        f"<VALUES>{''.join(values(thing))}</VALUES></SPEC-OBJECT>"
        for number, thing in enumerate(each, start=1)
    )
    return OTHERS.replace("{objects}", made).encode()


THEIRS = objects(
    {"a3": "Beheer", "a1": "SRS-1"},
    {"a1": "SRS-2", "a2": "Het <x:b>logt</x:b>.<x:br/>* geen punt", "a4": "e1", "a5": "Jan"},
    {"a1": "SRS 3", "a2": "<x:ul><x:li>een</x:li><x:li>twee</x:li></x:ul>"},
)


def test_what_another_tool_wrote_comes_in_with_number_text_and_outline() -> None:
    proposal = read(THEIRS)
    first, second = proposal.document.clauses
    assert (first.code, first.body) == ("SRS-2", "Het **logt**.\\\n\\* geen punt")
    assert first.fields == {"status": "Nieuw", "related": "refines SRS 3"}
    assert (second.code, second.body) == ("SRS-3", "- een\n- twee")  # stood in no outline
    assert second.fields == {"foreign-id": "SRS 3"}
    headings = [(p.level, p.text) for p in parts_of(proposal.document).parts if p.kind == "heading"]
    assert headings == [(1, "Systeem"), (2, "SRS-1 Beheer")]
    assert proposal.lost == ()
    assert "Jan" not in proposal.document.text


def test_the_number_of_a_heading_stands_before_its_words_unless_it_is_there_already() -> None:
    text = {"a1": "SRS-9", "a2": "Het logt."}
    numbered = objects({"a3": "3.1 Beheer", "a1": "3.1"}, {"a3": "Meer", "a1": "3.2"}, text)
    headings = [p.text for p in parts_of(read(numbered).document).parts if p.kind == "heading"]
    assert headings == ["Systeem", "3.1 Beheer", "3.2 Meer"]


def test_an_object_of_another_tool_keeps_its_identity_every_time() -> None:
    uids = [each.uid for each in read(THEIRS).document.clauses]
    assert (
        uids == [each.uid for each in read(THEIRS).document.clauses] == [uid_of("o2"), uid_of("o3")]
    )


def test_two_objects_with_one_number_both_come_in() -> None:
    proposal = read(objects({"a1": "X", "a2": "Een"}, {"a1": "X", "a2": "Twee"}))
    assert [each.body for each in proposal.document.clauses] == ["Een", "Twee"]
    assert [each.code for each in proposal.document.clauses] == ["X", ""]
    assert proposal.document.clauses[1].fields["foreign-id"] == "X"
    assert proposal.document.problems == ()


def test_a_packed_file_may_hold_several_and_pictures_are_told() -> None:
    proposal = read(packed({"b.reqif": THEIRS, "a.reqif": written(RICH), "f/x.png": b"\x89PNG"}))
    assert [each.code for each in proposal.document.clauses] == ["A-1", "SRS-2", "SRS-3"]
    assert "f/x.png" in proposal.lost


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a <b> b </b>c</p>", "a **b** c"),
        ("a<div>b</div>c", "a\n\nb\n\nc"),
        (
            "<p># geen kop</p><p>1. geen punt</p><p>- x</p>",
            "\\# geen kop\n\n1\\. geen punt\n\n\\- x",
        ),
        ("<ol><li>a<ul><li>b</li></ul></li></ol>", "1. a\n   - b"),
        (
            "<table><tr><th>a|b</th></tr><tr><td>c</td><td>d</td></tr></table>",
            "| a\\|b |  |\n| --- | --- |\n| c | d |",
        ),
        ("<p>&lt;script&gt; a_b _c_ *d*</p>", "\\<script> a_b \\_c\\_ \\*d\\*"),
        (
            '<p><a href="https://a.nl/">a</a> <object data="x.png"/></p>',
            "[a](https://a.nl/) x.png",
        ),
        ("<h2>Kop</h2><pre>x\n  y</pre>", "**Kop**\n\n```\nx\n  y\n```"),
        ("", ""),
    ],
)
def test_xhtml_becomes_markdown_that_says_the_same(html: str, text: str) -> None:
    assert to_markdown(parse("", f"<div>{html}</div>".encode())) == text


LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><REQ-IF>&b;</REQ-IF>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (LAUGHS, "xml-unsafe"),
        (LAUGHS.decode().encode("utf-16"), "xml-unsafe"),
        (b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><REQ-IF/>', "xml-unsafe"),
        (b"<a>" * 500 + b"</a>" * 500, "xml-unsafe"),
        (packed({"a.reqif": LAUGHS}), "xml-unsafe"),
        (packed({"a.reqif": b"<REQ-IF>" + b" " * 30_000_000 + b"</REQ-IF>"}), "sheet-unsafe"),
        (packed({f"{n}.reqif": b"" for n in range(1_100)}), "sheet-unsafe"),
        (packed({"a.txt": b"x"}), "reqif-unfit"),
        (b"PK\x03\x04 and no more", "reqif-unfit"),
        (b"<REQ-IF/>", "reqif-unfit"),
        (b"<html/>", "reqif-unfit"),
        (b"<REQ-IF>", "xml-unfit"),
        (b'<?xml version="1.0" encoding="made-up"?><REQ-IF/>', "xml-unfit"),
        (b"no xml", "xml-unfit"),
        (objects(), "file-empty"),
    ],
)
def test_what_is_hostile_or_broken_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(UserError, match=code):
        read(data)


@settings(max_examples=30)
@given(any_document)
def test_a_file_cut_off_anywhere_is_refused_and_never_crashes(text: str) -> None:
    data = written(read_document(text))
    for end in range(1, len(data) - 1, max(1, len(data) // 5)):
        with pytest.raises(UserError):
            read(data[:end])
