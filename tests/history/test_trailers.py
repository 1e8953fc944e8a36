"""What stands below a message for programs comes back, and people's words stay theirs."""

from hypothesis import given
from hypothesis import strategies as st

from coauthor.history.crediting import Credit, credits_of
from coauthor.history.trailers import KNOWN, SUGGESTED, split_trailers, with_trailers

words = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1)
line = words.map(lambda text: " ".join(text.split())).filter(bool)


@given(
    st.lists(line, min_size=1).map("\n".join),
    st.lists(st.tuples(st.sampled_from(KNOWN), line)).map(tuple),
)
def test_what_is_written_below_is_read_again(
    message: str, trailers: tuple[tuple[str, str], ...]
) -> None:
    if split_trailers(message)[1] or not trailers:
        return
    assert split_trailers(with_trailers(message, trailers)) == (message, trailers)


def test_other_peoples_trailers_are_their_own_words() -> None:
    said = "Titel\n\nSigned-off-by: Fatma"
    assert split_trailers(said) == (said, ())


def test_a_sentence_about_organisations_is_no_trailer() -> None:
    said = "Namen aangepast\nOrganisation: is nu gemeente"
    assert split_trailers(said) == (said, ())


def test_an_empty_value_is_left_out() -> None:
    assert with_trailers("Titel", [("Organisation", " ")]) == "Titel"


def test_whose_suggestions_a_version_carries_is_read_back() -> None:
    said = with_trailers("Overlegd", [(SUGGESTED, "Bouw & Zn <x> <aaaaaaaaaa>"), (SUGGESTED, "B")])
    message, found = split_trailers(said)
    assert message == "Overlegd"
    assert credits_of(found) == (Credit("Bouw & Zn <x>", "aaaaaaaaaa"), Credit("B"))
