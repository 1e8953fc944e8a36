"""What happened to each clause between two texts, read no further than they differ."""

from hypothesis import given
from hypothesis import strategies as st

from coauthor.document.clause_changes import ClauseChange, TextChange, across, text_change
from coauthor.document.excerpt import clause_source, differing
from coauthor.document.reading import read_document

UIDS = [f"{letter * 10}" for letter in "abcdefgh"]


def clause(uid: str, body: str = "Tekst.", code: str = "", extra: str = "") -> str:
    code = code or f"BEL-{UIDS.index(uid) + 1:03d}"
    return f"<!-- clause {uid} {code} kind=eis{extra} -->\n### Titel {uid[0]}\n\n{body}\n\n"


def text(*parts: str) -> str:
    return "---\ntitle: T\n---\n\n# Kop\n\nInleiding.\n\n" + "".join(parts)


A, B, C, D = (clause(uid) for uid in UIDS[:4])


def kinds(before: str, after: str) -> dict[str, str]:
    return {each.uid[0]: each.kind for each in text_change(before, after).clauses}


def test_clauses_come_go_change_and_move() -> None:
    assert kinds(text(A, B), text(A, C, B)) == {"c": "came"}
    assert kinds(text(A, B, C), text(A, C)) == {"b": "left"}
    assert kinds(text(A, B, C), text(A, clause(UIDS[1], "Anders."), C)) == {"b": "changed"}
    assert kinds(text(A, B, C, D), text(B, C, D, A)) == {"a": "moved"}
    assert kinds(text(A, B, C), text(C, clause(UIDS[0], "Anders."), D)) == {
        "c": "moved",
        "a": "changed",
        "d": "came",
        "b": "left",
    }


def test_a_clause_left_out_with_a_reason_has_left_and_nothing_else_changed() -> None:
    gone = f"<!-- omitted {UIDS[1]} BEL-002 reason=law -->\n\n"
    found = text_change(text(A, B, C), text(A, gone, C))
    assert [(each.uid, each.kind) for each in found.clauses] == [(UIDS[1], "left")]
    assert not found.between


def test_blanks_are_no_change_and_attributes_are() -> None:
    wrapped = clause(UIDS[1], "Een\ntwee  drie.")
    assert kinds(text(A, clause(UIDS[1], "Een twee drie."), C), text(A, wrapped, C)) == {}
    assert kinds(text(A, B), text(A, clause(UIDS[1], extra=" priority=must"))) == {"b": "changed"}


def test_headings_prose_and_front_matter_are_told_apart_from_clauses() -> None:
    assert text_change(text(A), text(A).replace("Inleiding", "Begin")) == TextChange((), True)
    assert text_change(text(A), text(A).replace("title: T", "title: U")) == TextChange((), True)
    assert text_change(text(A, "## Deel\n\n", B), text(A, "## Stuk\n\n", B)).between
    assert text_change(text(A), text(A)) == TextChange()


def test_a_fence_that_opens_swallows_what_stands_behind_it() -> None:
    open_fence = clause(UIDS[0], "```\ncode")
    assert kinds(text(A, B, C), text(open_fence, B, C)) == {
        "a": "changed",
        "b": "left",
        "c": "left",
    }


def test_a_marker_in_a_fence_is_no_clause() -> None:
    example = clause(UIDS[0], f"```\n{B}```")
    assert clause_source(text(example), UIDS[1]) is None
    assert kinds(text(example), text(example.replace("Tekst.", "Anders."))) == {"a": "changed"}


def test_what_goes_to_another_document_has_moved() -> None:
    changes = {
        "x.md": text_change(text(A, B), text(A)),
        "y.md": text_change(text(C), text(C, B)),
    }
    assert across(changes) == (
        ClauseChange(UIDS[1], "BEL-002", "Titel b", "moved", "y.md", "x.md"),
    )


other = st.sampled_from(["## Kop\n\n", "Zomaar tekst.\n\n", "- punt\n\n", "```\nx\n```\n\n"])
bodies = st.sampled_from(["Tekst.", "Anders.", "Tekst. Meer.", "```\nopen"])


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A document in which each clause stands once, among headings and prose."""
    parts = []
    for uid in draw(st.lists(st.sampled_from(UIDS), unique=True, max_size=6)):
        parts += draw(st.lists(other, max_size=1))
        parts.append(clause(uid, draw(bodies)))
    return text(*parts)


@given(texts(), texts())
def test_a_part_says_what_the_whole_says(before: str, after: str) -> None:
    old, new = read_document(before), read_document(after)
    wanted: dict[str, str] = {}
    for each in new.clauses:
        was, now = old.clause(each.uid), new.clause(each.uid)
        if was is None:
            wanted[each.uid] = "came"
        elif now is not None and was.source.split() != now.source.split():
            wanted[each.uid] = "changed"
    wanted |= {each.uid: "left" for each in old.clauses if new.clause(each.uid) is None}
    found = {each.uid: each.kind for each in text_change(before, after).clauses}
    assert {uid: kind for uid, kind in found.items() if kind != "moved"} == wanted


@given(texts(), texts())
def test_what_differs_lies_in_the_stretch(before: str, after: str) -> None:
    old, new = differing(before, after)
    assert len(before) - len(old) == len(after) - len(new)
    start = next(
        place
        for place in range(len(before) + 1)
        if before[place:].startswith(old)
        and before[:place] + new + before[place + len(old) :] == after
    )
    assert start >= 0


@given(texts(), st.sampled_from(UIDS))
def test_the_source_of_a_clause_is_that_of_the_whole(whole: str, uid: str) -> None:
    found = read_document(whole).clause(uid)
    assert clause_source(whole, uid) == (found.source if found else None)
