"""Two people who each made clauses of an old text the standard's, and wrote on."""

from hypothesis import given
from hypothesis import strategies as st

from coauthor.document.changes import apply
from coauthor.document.clauses import with_body
from coauthor.document.edits import remove, replace_block
from coauthor.document.model import Document
from coauthor.document.reading import read_document
from coauthor.lineage.adopting import adopt
from coauthor.lineage.locks import Policy
from coauthor.merge.merging import merge_texts
from coauthor.merge.model import Merge, Outcome

POLICY = Policy(frozenset({"informatiebeveiliging"}))
OURS = {"xxxxxxxxxx": "twaalf", "yyyyyyyyyy": "dertien", "zzzzzzzzzz": "veertien"}
THEIRS = {
    "aaaaaaaaaa": "functioneel",
    "bbbbbbbbbb": "informatiebeveiliging",
    "cccccccccc": "proces",
}
BASE = read_document(
    "# Eigen\n\nInleiding.\n\n"
    + "\n\n".join(
        f"<!-- clause {uid} {at}a kind=eis -->\n### Eis\n\nHet systeem toont {word} regels."
        for at, (uid, word) in enumerate(OURS.items())
    )
    + "\n"
)
STANDARD = read_document(
    "# Standaard\n\n"
    + "\n\n".join(
        f"<!-- clause {uid} BEL-{at} theme={theme} -->\n### Eis\n\nHet systeem toont regels."
        for at, (uid, theme) in enumerate(THEIRS.items())
    )
    + "\n"
)
FIRST, LOCKED, LAST = THEIRS
ONE, TWO, THREE = OURS


def adopted(accepted: dict[str, str], document: Document = BASE) -> Document:
    return adopt(document, STANDARD, accepted, POLICY).document


def written(document: Document, uid: str, word: str) -> Document:
    """Somebody puts a word behind a clause."""
    clause = document.clause(uid)
    assert clause is not None
    body = clause.body.rstrip() + f" {word}"
    return apply(
        document, *replace_block(document, document.positions[uid], with_body(clause, body))
    )


def merged(ours: Document, theirs: Document) -> Merge:
    return merge_texts(BASE.text, ours.text, theirs.text)


def asked(merge: Merge) -> list[str]:
    return [each.reason for each in merge.meetings if each.outcome is Outcome.DECIDE]


def test_what_a_colleague_wrote_goes_along_with_a_clause_that_became_the_standards() -> None:
    for ours, theirs in (
        (adopted({ONE: FIRST}), written(BASE, ONE, "Meteen.")),
        (written(BASE, ONE, "Meteen."), adopted({ONE: FIRST})),
    ):
        merge = merged(ours, theirs)
        found = read_document(merge.text)
        clause = found.clause(FIRST)
        assert clause is not None
        assert found.clause(ONE) is None
        assert (clause.code, clause.marker.get("formerly")) == ("BEL-0", "0a")
        assert "toont twaalf regels. Meteen." in clause.body
        assert not asked(merge)


def test_what_both_made_the_same_clause_of_the_standard_is_there_once_with_what_both_wrote() -> (
    None
):
    one = written(adopted({ONE: FIRST, TWO: LOCKED}), FIRST, "Meteen.")
    other = adopted({ONE: FIRST, THREE: LAST})
    merge = merged(one, other)
    found = read_document(merge.text)
    assert [each.uid for each in found.clauses] == [FIRST, LOCKED, LAST]
    assert merge.text.count("twaalf") == 1
    assert "Meteen." in merge.text
    assert not asked(merge)


def test_two_clauses_that_became_the_same_one_are_asked_with_the_words_of_both() -> None:
    merge = merged(adopted({ONE: FIRST}), adopted({THREE: FIRST}))
    (meeting,) = [each for each in merge.meetings if each.outcome is Outcome.DECIDE]
    for word in ("twaalf", "veertien"):
        assert any(word in each.text for each in meeting.offers)


def test_a_clause_that_became_two_of_the_standard_stays_both() -> None:
    found = read_document(merged(adopted({ONE: FIRST}), adopted({ONE: LAST})).text)
    assert {FIRST, LAST} < {each.uid for each in found.clauses}


def test_a_clause_that_one_removed_and_one_made_the_standards_is_asked() -> None:
    removed = apply(BASE, *remove(BASE, BASE.positions[ONE]))
    assert asked(merged(removed, adopted({ONE: FIRST}))) == ["deleted-edited"]


@st.composite
def person(draw: st.DrawFn, name: str) -> tuple[Document, set[str], set[str]]:
    """What somebody made of the text; the words that they wrote, and those they removed."""
    document, wrote, gone = BASE, set[str](), set[str]()
    accepted = draw(st.dictionaries(st.sampled_from([*OURS]), st.sampled_from([*THEIRS])))
    for uid, word in OURS.items():
        what = draw(st.sampled_from(("nothing", "writes", "removes")))
        if what == "writes":
            wrote.add(f"{name}{word}")
            document = written(document, uid, f"{name}{word}.")
        elif what == "removes":
            gone.add(word)
            accepted.pop(uid, None)
            document = apply(document, *remove(document, document.positions[uid]))
    adoption = adopt(document, STANDARD, accepted, POLICY)
    for left in adoption.left:  # words that a remark keeps, and the text does not
        gone |= {word for word in OURS.values() if word in left.body}
        wrote -= {word for word in wrote if word in left.body}
    return adoption.document, wrote, gone


@given(person("anna"), person("bram"))
def test_whatever_two_people_do_no_word_is_lost_and_no_clause_doubled(
    one: tuple[Document, set[str], set[str]], other: tuple[Document, set[str], set[str]]
) -> None:
    (ours, mine, gone), (theirs, yours, left) = one, other
    merge = merged(ours, theirs)
    found = read_document(merge.text)
    uids = [each.uid for each in found.clauses]
    assert len(uids) == len(set(uids))
    shown = merge.text + "".join(
        choice.text
        for each in merge.meetings
        if each.outcome in (Outcome.LOOK, Outcome.DECIDE)
        for choice in each.offers
    )
    for word in mine | yours | (set(OURS.values()) - gone - left):
        assert word in shown
