"""Going back to an earlier text: of a clause, of one that has left, of the document."""

from coauthor.document.changes import apply
from coauthor.document.model import Document
from coauthor.document.reading import read_document
from coauthor.lineage.locks import NO_LOCKS, Policy
from coauthor.lineage.restoring import restore_clause, restore_document

LOCKS = Policy(frozenset({"privacy"}))


def clause(letter: str, body: str = "Tekst.", code: str = "", theme: str = "functioneel") -> str:
    code = code or f"T-{ord(letter) - 96:03d}"
    return f"<!-- clause {letter * 10} {code} theme={theme} -->\n### Titel {letter}\n\n{body}\n\n"


def document(*parts: str) -> Document:
    return read_document("# Kop\n\n" + "".join(parts))


def back(now: Document, letter: str, then: Document) -> Document:
    after = apply(now, *restore_clause(now, letter * 10, then))
    assert read_document(after.text).blocks == after.blocks
    return after


def body(text: Document, letter: str) -> str:
    found = text.clause(letter * 10)
    assert found is not None
    return found.body


def test_a_clause_says_again_what_it_said() -> None:
    then, now = (
        document(clause("a"), clause("b")),
        document(clause("a", "Anders."), clause("b", "X")),
    )
    after = back(now, "a", then)
    assert (body(after, "a"), body(after, "b")) == ("Tekst.", "X")


def test_the_code_that_people_cite_now_stays() -> None:
    then, now = document(clause("a", code="T-001")), document(clause("a", "Anders.", code="T-007"))
    found = back(now, "a", then).clause("a" * 10)
    assert found is not None
    assert (found.code, found.body) == ("T-007", "Tekst.")


def test_a_filling_of_now_stays_where_there_was_none_then() -> None:
    then = document(clause("a", "Binnen {{termijn: }} en {{plaats: Lochem}}."))
    now = document(clause("a", "Anders, {{termijn: 5 dagen}} en {{plaats: Almelo}}."))
    assert body(back(now, "a", then), "a") == "Binnen {{termijn: 5 dagen}} en {{plaats: Lochem}}."


def test_a_clause_that_left_comes_back_where_it_stood() -> None:
    then = document(clause("a"), clause("b"), clause("c"))
    after = back(document(clause("a"), clause("c")), "b", then)
    assert [each.code for each in after.clauses] == ["T-001", "T-002", "T-003"]
    marked = document(clause("a"), clause("c"), "<!-- omitted bbbbbbbbbb T-002 reason=law -->\n\n")
    after = back(marked, "b", then)
    assert [each.code for each in after.clauses] == ["T-001", "T-003", "T-002"]
    assert "omitted" not in after.text


def test_a_clause_that_comes_back_gets_another_code_when_its_own_is_taken() -> None:
    then = document(clause("a"), clause("b"))
    now = document(clause("a"), clause("d", code="T-002"))
    found = back(now, "b", then).clause("b" * 10)
    assert found is not None
    assert found.code == "T-003"


def test_clauses_that_come_back_together_get_a_code_each() -> None:
    then = document(clause("a"), clause("b"), clause("c"))
    now = document(clause("a"), clause("d", code="T-002"), clause("e", code="T-003"))
    changes, _ = restore_document(now, then, None, NO_LOCKS)
    assert [each.code for each in apply(now, *changes).clauses] == ["T-001", "T-004", "T-005"]


def test_a_whole_document_says_again_what_it_said() -> None:
    then = document(clause("a"), clause("b"), "Slot.\n")
    now = document(clause("b", "Anders."), clause("c"))
    changes, refusals = restore_document(now, then, None, NO_LOCKS)
    assert apply(now, *changes).text == then.text
    assert refusals == ()
    assert restore_document(now, now, None, NO_LOCKS) == ((), ())


def test_locks_hold_when_a_document_goes_back() -> None:
    standard = document(clause("a", theme="privacy"), clause("b"), clause("c", theme="privacy"))
    then = document(clause("a", "Van voor het slot.", theme="privacy"), clause("b", "Toen."))
    changes, refusals = restore_document(standard, then, standard, LOCKS)
    after = apply(standard, *changes)
    assert {each.uid[0] for each in refusals} == {"a", "c"}
    assert (body(after, "a"), body(after, "b"), body(after, "c")) == ("Tekst.", "Toen.", "Tekst.")
    assert read_document(after.text).blocks == after.blocks
