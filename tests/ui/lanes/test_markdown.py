"""Markdown becomes pieces that know where they stand, and no sign of it shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coauthor.ui.lanes import markdown
from coauthor.ui.lanes.markdown import LINE_BREAK, raw_position, read_flow, read_line, readable
from coauthor.ui.lanes.pieces import Flow, Mark, Paragraph, Piece, Style, Table, with_marks

RICH = """\
Een *cursief* **vet {{term: 5 dagen}}** a\\*b &amp; `co de` [link *x*](http://x "t") ![alt](u)BREAK
regel <b>rauw</b> ~~weg~~ {{leeg:}}

- een
  twee
  1. drie
  2. vier

     los
- [x] vijf

> citaat **b**
> vervolg

| a | b \\| c |
|---|:-:|
| 1 | *2* |

```py
code {{x: 1}}
```

---

Kop
===
""".replace("BREAK", "  ")


def pieces(flow: tuple[Flow, ...]) -> list[Piece]:
    found: list[Piece] = []
    for each in flow:
        cells = each.pieces if isinstance(each, Paragraph) else sum(sum(each.rows, ()), ())
        found += cells
    return found


def shown(flow: tuple[Flow, ...]) -> str:
    return "|".join(piece.text for piece in pieces(flow))


def test_signs_of_markdown_do_not_show():
    words = shown(read_flow(RICH))
    for sign in ("**", "~~", "`", "](", "```", "===", "{{", "}}", "- [", "&amp;"):
        assert sign not in words, sign
    assert "[x]|" not in words.replace("[x] vijf", "")


def test_styles_are_those_of_the_text():
    by_text = {piece.text: piece for piece in pieces(read_flow(RICH))}
    assert by_text["cursief"].style == Style.ITALIC
    assert by_text["vet "].style == Style.BOLD
    assert by_text["5 dagen"].style == Style.BOLD | Style.SLOT
    assert by_text["5 dagen"].slot == "term"
    assert by_text["leeg: …"].style == Style.SLOT | Style.GAP
    assert by_text["co de"].style == Style.CODE
    assert by_text["x"].link == "http://x"
    assert by_text["x"].style == Style.LINK | Style.ITALIC
    assert by_text["alt"].style == Style.IMAGE
    assert by_text["weg"].style == Style.STRUCK


def test_raw_html_is_text():
    assert "regel <b>rauw</b> " in {piece.text for piece in pieces(read_flow(RICH))}
    (only,) = read_flow("<script>alert(1)</script>")
    assert isinstance(only, Paragraph)
    assert "<script>alert(1)</script>" in only.pieces[0].text


def test_lists_quotes_and_code_keep_their_shape():
    flow = [each for each in read_flow(RICH) if isinstance(each, Paragraph)]
    shapes = [(p.kind, p.depth, p.item, p.quote) for p in flow]
    assert shapes == [
        ("text", 0, "", 0),
        ("text", 1, "•", 0),
        ("text", 2, "1.", 0),
        ("text", 2, "2.", 0),
        ("text", 2, "", 0),
        ("text", 1, "•", 0),
        ("text", 0, "", 1),
        ("code", 0, "", 0),
        ("rule", 0, "", 0),
        ("heading", 0, "", 0),
    ]
    (table,) = [each for each in read_flow(RICH) if isinstance(each, Table)]
    assert ["".join(p.text for p in cell) for cell in table.rows[0]] == ["a", "b | c"]
    assert table.aligned == ("", "center")


def test_a_hard_break_stays_a_break_and_a_soft_one_is_a_blank():
    (soft,) = read_flow("een\ntwee")
    (hard,) = read_flow("een  \ntwee")
    assert isinstance(soft, Paragraph)
    assert isinstance(hard, Paragraph)
    assert [piece.text for piece in soft.pieces] == ["een", " ", "twee"]
    assert [piece.text for piece in hard.pieces] == ["een", LINE_BREAK, "twee"]


@pytest.mark.parametrize("text", [RICH, "Eén é\n\ntwee {{a: b}} drie", "- a\n- b\n\n  c"])
def test_verbatim_pieces_stand_in_the_source_letter_by_letter(text: str):
    for piece in pieces(read_flow(text)):
        if piece.verbatim and piece.text not in (" ", LINE_BREAK):
            assert text[piece.start : piece.end] == piece.text


ALPHABET = "ab é€😀{}:*_`~[]()<>&!|\\#-+=>1. \n\t\"'"


@given(st.text(ALPHABET, max_size=60))
def test_any_text_gives_pieces_that_stand_where_they_say(text: str):
    text = readable(text)
    for piece in pieces(read_flow(text)):
        assert 0 <= piece.start <= piece.end <= len(text)
        if piece.verbatim and piece.text not in (" ", LINE_BREAK) and "\t" not in text:
            assert text[piece.start : piece.end] == piece.text


@given(st.text("ab é,.;:{} \n1-", max_size=60))
def test_the_short_cut_for_plain_text_gives_what_the_reader_gives(text: str):
    if markdown._MARKED_UP.search(text):
        return
    slow = markdown._Reader(text, (), "…").read() if "{{" not in text else None
    if slow is not None:
        assert merged(read_flow(text)) == merged(slow)


def merged(flow: tuple[Flow, ...]) -> list[str]:
    return ["".join(p.text for p in each.pieces) for each in flow if isinstance(each, Paragraph)]


def test_undecodable_bytes_show_as_the_replacement_character():
    assert readable("caf\udce9 \udc80x") == "caf\ufffd \ufffdx"
    assert len(readable("\udce2\udc82")) == 2


def test_line_endings_become_one_kind_and_positions_lead_back():
    raw = "een\r\ntwee\r\ndrie"
    text = readable(raw)
    assert text == "een\ntwee\ndrie"
    for word in ("een", "twee", "drie"):
        assert raw[raw_position(raw, text.index(word)) :].startswith(word)


def test_a_title_is_one_line_of_pieces():
    assert [p.text for p in read_line("Een **vette** titel")] == ["Een ", "vette", " titel"]
    assert read_line("") == ()


def test_marks_cut_pieces_where_they_begin_and_end():
    text = "een **twee drie** vier"
    flow = with_marks(read_flow(text), (Mark(text.index("drie"), len(text), 3),))
    assert [(p.text, p.change) for p in pieces(flow)] == [
        ("een ", -1),
        ("twee ", -1),
        ("drie", 3),
        (" vier", 3),
    ]


def test_a_slot_is_marked_whole():
    text = "binnen {{term: 5 dagen}} klaar"
    flow = with_marks(read_flow(text), (Mark(text.index("5"), text.index("5") + 1, 0),))
    assert [(p.text, p.change) for p in pieces(flow)][1] == ("5 dagen", 0)
