from hypothesis import given
from hypothesis import strategies as st

from coauthor.lineage.matching import CANDIDATES, Likeness, Text, match_texts

STANDARD = (
    Text("Het systeem stelt binnen vijf werkdagen één gecombineerd aanslagbiljet samen.", "Heffen"),
    Text("Het systeem meldt een geweigerde incasso dezelfde dag aan de medewerker.", "Innen"),
    Text("Het systeem bewaart van elke inzage wie, wanneer en waarom.", "Beveiliging"),
    Text("Alleen een medewerker met de rol behandelaar wijzigt een bezwaar.", "Bezwaar"),
)


def likeness(text, standard=STANDARD):
    return match_texts([text], standard)[0]


def test_the_same_words_are_the_same_whatever_their_capitals_and_signs():
    said = STANDARD[1].body.upper().replace(".", "!")
    found = likeness(Text(said))
    assert found.likeness is Likeness.SAME
    assert found.candidates[0].at == 1
    assert found.candidates[0].share == 1.0


def test_a_text_with_a_few_other_words_is_nearly_the_same():
    found = likeness(
        Text("Het systeem meldt een geweigerde incasso nog dezelfde dag aan de gebruiker.")
    )
    assert (found.likeness, found.candidates[0].at) == (Likeness.NEARLY, 1)


def test_a_text_about_something_else_is_ones_own():
    assert likeness(Text("De kantine serveert vrijdag vis.")).likeness is Likeness.OWN


def test_of_two_clauses_that_fit_alike_neither_is_called_nearly_the_same():
    twice = (*STANDARD, STANDARD[1])
    text = Text(STANDARD[1].body.replace("medewerker", "leverancier"))
    assert likeness(text, twice).likeness is Likeness.RELATED


def test_neighbours_tell_apart_what_words_do_not():
    again = Text("De leverancier rapporteert elk kwartaal.")
    standard = (*STANDARD[:2], again, *STANDARD[2:], again)
    found = match_texts([*STANDARD[:2], again], standard)
    assert found[2].candidates[0].at == 2


def test_no_standard_and_no_words_are_no_trouble():
    assert likeness(STANDARD[0], ()).likeness is Likeness.OWN
    assert likeness(Text("")).likeness is Likeness.OWN
    assert match_texts((), STANDARD) == ()


texts = st.lists(
    st.builds(Text, st.text("abc deé1.\n", max_size=40), st.sampled_from(["", "a b"])), max_size=6
)


@given(texts, texts)
def test_whatever_is_compared_comes_out_once_with_scores_in_order(ours, standard):
    found = match_texts(ours, standard)
    assert len(found) == len(ours)
    for text, each in zip(ours, found, strict=True):
        scores = [match.score for match in each.candidates]
        assert scores == sorted(scores, reverse=True)
        assert len({match.at for match in each.candidates}) == len(scores) <= CANDIDATES
        assert all(0 <= match.score <= 1 and 0 <= match.share <= 1 for match in each.candidates)
        if each.likeness is Likeness.SAME:
            assert text.words == standard[each.candidates[0].at].words


@given(texts)
def test_a_text_beside_itself_finds_its_own_words(ours):
    for text, each in zip(ours, match_texts(ours, ours), strict=True):
        assert each.likeness is Likeness.SAME or not text.words
