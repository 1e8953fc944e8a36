"""Changes of words between our text and another lane's."""

from coauthor.document.model import Clause
from coauthor.document.reading import read_clause
from coauthor.document.words import changes, take, word_diff
from coauthor.ui.lanes.differences import BODY, TITLE, ChangeRef, differences


def clause(title: str, body: str, fields: str = "") -> Clause:
    return read_clause(f"<!-- clause aaaaaaaaaa X-1 -->\n### {title}\n\n{body}\n{fields}")


def test_equal_texts_have_no_changes():
    one = clause("Titel", "Het systeem werkt.")
    assert differences(one, one, filling=False).changes == ()
    assert differences(one, clause("Titel", "Het systeem  werkt."), filling=False).changes == ()


def test_changes_stand_in_reading_order_and_point_at_words():
    before = clause("Eén biljet", "Het systeem stelt het samen.")
    after = clause("Twee biljetten", "De applicatie stelt het snel samen.")
    found = differences(before, after, filling=False)
    assert [change.part for change in found.changes] == [TITLE, BODY, BODY]
    (mark, last) = found.added[BODY]
    assert after.body[mark.start : mark.end] == "De applicatie"
    assert after.body[last.start : last.end] == "snel"
    (gone,) = found.removed[BODY]
    assert before.body[gone.start : gone.end] == "Het systeem"
    assert gone.change == mark.change == 1


def test_another_value_in_a_slot_is_no_change_beside_the_standard():
    before = clause("T", "Klaar binnen {{term: 5 dagen}} na ontvangst.")
    after = clause("T", "Klaar binnen {{term: 9 weken}} na ontvangst.")
    assert differences(before, after, filling=False).changes == ()
    assert differences(before, after, filling=True).changes == (ChangeRef(BODY, 0),)


def test_a_slot_beside_changed_words_keeps_the_numbers_right():
    before = clause("T", "Klaar binnen {{term: 5 dagen}} na de ontvangst van alle stukken samen.")
    after = clause("T", "Klaar binnen {{term: 9 weken}} na de ontvangst van alle papieren samen.")
    found = differences(before, after, filling=False)
    (change,) = found.changes
    runs = word_diff(before.body, after.body)
    assert len(changes(runs)) == 2
    assert "stukken" in take(before.body, after.body, runs, change.number)


def test_fields_are_compared_but_the_reason_of_a_deviation_is_none():
    before = clause("T", "B", "\n> **acceptance** Het werkt.\n")
    after = clause("T", "B", "\n> **acceptance** Het werkt goed.\n>\n> **deviation** Omdat.\n")
    found = differences(before, after, filling=False)
    assert [change.part for change in found.changes] == ["acceptance"]
