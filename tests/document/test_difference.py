"""Whatever two documents say, the changes between them lead from one to the other."""

from hypothesis import given

from coauthor.document.changes import apply, inverses
from coauthor.document.difference import changes_between
from coauthor.document.reading import read_document
from tests.document.markdown_strategies import markdown


@given(markdown, markdown)
def test_the_changes_lead_there_and_back(before, after):
    one, other = read_document(before), read_document(after)
    changes = changes_between(one, other)
    there = apply(one, *changes)
    assert (there.text, there.blocks) == (other.text, other.blocks)
    assert apply(there, *inverses(changes)).text == one.text


def test_a_small_edit_is_a_small_change():
    text = "".join(f"# Kop {number}\n\nTekst {number}.\n\n" for number in range(50))
    one = read_document(text)
    other = read_document(text.replace("Tekst 7.", "Woorden 7.").replace("Tekst 33.", "Rest 33."))
    changes = changes_between(one, other)
    assert [len(change.before) for change in changes] == [1, 1]
    assert changes_between(one, one) == ()
