"""Comments of a Word file become remarks, tracked changes suggestions beside the old text."""

import json
from pathlib import Path

import pytest

from coauthor.cli import main
from coauthor.exchange.proposal import Offer, Proposal, Remark
from coauthor.exchange.texts.word_file import read_docx
from coauthor.workspace.events import read_events
from coauthor.workspace.workspace import open_workspace
from tests.exchange.making import fresh
from tests.exchange.texts.word import BY, docx, gone, ins, p, r, table

DAY = "2026-03-01T10:00:00Z"


def start(number: int) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def end(number: int) -> str:
    return f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'


def comment(number: int, text: str, paragraph: str = "") -> str:
    inner = f'<w:p w14:paraId="{paragraph}">{r(text)}</w:p>'
    return f'<w:comment w:id="{number}" {BY}>{inner}</w:comment>'


def read(body: str, **parts: str) -> Proposal:
    made = read_docx("a.docx", docx(body, parts), fresh)
    assert made.lost == ()
    return made


def bodies(made: Proposal) -> dict[str, str]:
    return {each.title: each.body for each in made.document.clauses}


def test_a_comment_becomes_a_remark_on_its_clause_with_the_words_it_stands_on() -> None:
    line = r("Het logt ") + start(0) + r("alles") + end(0) + r(".")
    made = read(
        p("Een", "Kop1") + p("Tekst") + p("Twee", "Kop1") + p(line),
        comments=comment(0, "Wat is alles?", "A1") + comment(1, "Elke wijziging.", "A2"),
        commentsExtended='<w15:commentEx w15:paraId="A1"/>'
        '<w15:commentEx w15:paraId="A2" w15:paraIdParent="A1"/>',
    )
    uid = made.document.clauses[1].uid
    answer = Remark(uid, "Elke wijziging.", "Bart de Vries", DAY, "alles")
    assert made.remarks == (Remark(uid, "Wat is alles?", "Bart de Vries", DAY, "alles", (answer,)),)


def test_a_comment_in_a_row_is_of_that_row_and_one_between_clauses_of_the_whole() -> None:
    cell = p(start(0) + r("Het zoekt.") + end(0))
    made = read(
        p("Kop", "Kop1")
        + p(start(1) + r("Vooraf.") + end(1))
        + table(["Nr", "Eis"], ["A1", "Het logt."], ["A2", cell]),
        comments=comment(0, "Hoe snel?") + comment(1, "Weg ermee."),
    )
    assert [(each.uid, each.quote) for each in made.remarks] == [
        (made.document.clauses[1].uid, "Het zoekt."),
        ("", "Vooraf."),
    ]


def test_words_that_were_changed_are_a_suggestion_and_the_text_is_that_of_before() -> None:
    line = r("Binnen ") + gone("vier") + ins("acht") + r(" uur.")
    made = read(p("Een", "Kop1") + p(line) + p("Twee", "Kop1") + p("Tekst"))
    assert bodies(made) == {"Een": "Binnen vier uur.", "Twee": "Tekst"}
    uid = made.document.clauses[0].uid
    assert made.offers == (Offer(uid, "Een", "Binnen acht uur.", "Bart de Vries", DAY),)


def test_a_new_clause_is_offered_behind_the_one_before_it() -> None:
    new = p(ins("Nieuw"), "Kop1", mark="ins") + p(ins("Het is nieuw."), mark="ins")
    made = read(p("Een", "Kop1") + p("Tekst") + new + p("Twee", "Kop1") + p("Tekst"))
    assert list(bodies(made)) == ["Een", "Twee"]
    (offer,) = made.offers
    assert (offer.change, offer.title, offer.body) == ("add", "Nieuw", "Het is nieuw.")
    assert offer.after == made.document.clauses[0].uid


def test_a_clause_that_was_taken_away_is_still_there_and_offered_to_go() -> None:
    old = p(gone("Oud"), "Kop1", mark="del") + p(gone("Het is oud."), mark="del")
    made = read(p("Een", "Kop1") + p("Tekst") + old + p("Twee", "Kop1") + p("Tekst"))
    assert list(bodies(made)) == ["Een", "Oud", "Twee"]
    assert made.offers == (
        Offer(made.document.clauses[1].uid, "", "", "Bart de Vries", DAY, "drop"),
    )


def test_paragraphs_that_were_joined_or_split_are_two_or_one_before() -> None:
    joined = p("Het logt.", mark="del") + p("En zoekt.")
    split = p("Het wist", mark="ins") + p(" en bewaart.")
    made = read(p("Een", "Kop1") + joined + p("Twee", "Kop1") + split)
    assert bodies(made) == {"Een": "Het logt.\n\nEn zoekt.", "Twee": "Het wist en bewaart."}
    assert [each.body for each in made.offers] == ["Het logt.En zoekt.", "Het wist\n\nen bewaart."]


def test_what_was_moved_is_where_it_was() -> None:
    there = p(ins("Verplaatst.", "moveTo"), mark="ins")
    here = p(gone("Verplaatst.", "moveFrom"), mark="del")
    made = read(p("Een", "Kop1") + here + p("Blijft.") + p("Twee", "Kop1") + p("B.") + there)
    assert bodies(made) == {"Een": "Verplaatst.\n\nBlijft.", "Twee": "B."}
    assert [each.body for each in made.offers] == ["Blijft.", "B.\n\nVerplaatst."]


def test_a_row_that_was_added_to_a_table_of_requirements_is_offered() -> None:
    rows = table(["Nr", "Eis"], ["A1", "Het logt."], ["A2", p(ins("Het zoekt."))])
    changed = f"<w:tr><w:trPr><w:ins w:id='1' {BY}/></w:trPr><w:tc>"
    rows = changed.join(rows.rsplit("<w:tr><w:tc>", 1))
    made = read(p("Kop", "Kop1") + rows.replace(r("A2"), ins("A2")))
    assert [each.code for each in made.document.clauses] == ["A1"]
    assert [(each.change, each.body) for each in made.offers] == [("add", "A2: Het zoekt.")]


def test_a_change_in_a_field_is_told_at_its_clause() -> None:
    cell = p(r("Wet ") + ins("van 2027"))
    made = read(p("Kop", "Kop1") + table(["Nr", "Eis", "Waarom"], ["A1", "Het logt.", cell]))
    assert [(each.uid, each.text) for each in made.remarks] == [
        (made.document.clauses[0].uid, "Wet **van 2027**")
    ]


def test_a_change_outside_of_clauses_is_told_as_a_remark_on_the_whole() -> None:
    made = read(
        p(r("Vooraf ") + gone("oud") + ins("nieuw") + r("."))
        + p("Een", "Kop1")
        + p("T")
        + p("Twee", "Kop1")
    )
    assert made.offers == ()
    assert [each.text for each in made.remarks] == ["Vooraf ~~oud~~**nieuw**."]


def test_a_word_file_comes_in_by_command_with_its_conversation_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    room, file = tmp_path / "kamer", tmp_path / "pve.docx"
    assert main(["example", str(room)]) == 0
    line = start(0) + r("Het logt ") + end(0) + gone("niets") + ins("alles")
    body = p("Een", "Kop1") + p(line) + p("Twee", "Kop1") + p("Tekst")
    file.write_bytes(docx(body, {"comments": comment(0, "Wat is alles?")}))
    capsys.readouterr()
    assert main(["import", str(file), "--into", str(room), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["clauses"], told["remarks"], told["offers"]) == (2, 1, 1)
    assert told["said"][0]["quote"] == "Het logt "
    workspace = open_workspace(room)
    assert main(["import", str(file), "--into", str(room)]) == 0
    kinds = [each.kind for each in read_events(workspace, "pve/*")]
    assert sorted(kinds) == ["comment", "suggestion"]
    assert "Bart" not in "".join(each.body for each in read_events(workspace, "pve/*"))


def test_the_command_line_tells_where_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    room, file = tmp_path / "kamer", tmp_path / "pve.docx"
    assert main(["example", str(room)]) == 0
    body = p("Een", "Kop1") + p(r("Het logt ") + r("niets", "<w:vanish/>")) + p("Twee", "Kop1")
    file.write_bytes(docx(body + p("Tekst")))
    assert main(["import", str(file), "--into", str(room), "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert "\nalinea 2: " in said
    assert "¶" not in said
