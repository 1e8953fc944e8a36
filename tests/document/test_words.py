"""The difference speaks in words."""

import re

from hypothesis import given
from hypothesis import strategies as st

from coauthor.document.words import (
    Run,
    changes,
    count_changes,
    count_words,
    same_words,
    take,
    tokens,
    word_diff,
)

# fmt: off
WORDS = [
    "de", "het", "systeem", "binnen", "4", "uur", "8", "werkdagen",
    "99,5%", "zo'n", "niet-functioneel", ".", ",", "{{termijn:", "}}", "**vet**", "\n", "en",
]
# fmt: on
texts = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join) | st.text(max_size=30)


def shown(before: str, after: str) -> str:
    """Write a difference as ``[-old-]{+new+}``."""
    pieces = []
    for run in word_diff(before, after):
        if run.kind == "same":
            pieces.append(after[run.after_start : run.after_end])
        elif run.kind == "removed":
            pieces.append(f"[-{before[run.before_start : run.before_end].strip()}-]")
        else:
            pieces.append(f"{{+{after[run.after_start : run.after_end].strip()}+}}")
    return "".join(pieces)


def test_one_word_replaced() -> None:
    assert (
        shown("binnen 4 uur hersteld", "binnen 8 uur hersteld") == "binnen [-4-]{+8+}uur hersteld"
    )


def test_only_the_value_of_a_parameter_is_marked() -> None:
    before, after = "binnen {{termijn: 5 dagen}} klaar", "binnen {{termijn: 8 dagen}} klaar"
    assert shown(before, after) == "binnen {{termijn: [-5-]{+8+}dagen}} klaar"


def test_changes_with_a_short_word_between_are_one() -> None:
    assert shown("jaarlijks de toets", "maandelijks de proef") == (
        "[-jaarlijks de toets-]{+maandelijks de proef+}"
    )


def test_wrapping_is_no_change() -> None:
    assert [run.kind for run in word_diff("een twee\ndrie", "een\ntwee   drie")] == ["same"]
    assert same_words("een twee\n", "een\ntwee")


def test_words_are_counted_without_signs() -> None:
    assert count_words("De **Leverancier** herstelt 99,5% - binnen 2 uur.") == 7
    assert count_changes("binnen 4 uur", "binnen 8 uur").removed == 1


@given(texts)
def test_what_is_counted_are_the_tokens_that_are_no_signs(text: str) -> None:
    assert count_words(text) == sum(bool(re.search(r"\w", each.text)) for each in tokens(text))


@given(texts, texts)
def test_runs_tile_both_texts(before: str, after: str) -> None:
    runs = word_diff(before, after)
    assert "".join(before[r.before_start : r.before_end] for r in runs) == before or not runs
    assert "".join(after[r.after_start : r.after_end] for r in runs) == after or not runs
    position: Run | None = None
    for run in runs:
        if position:
            assert run.before_start == position.before_end
            assert run.after_start == position.after_end
        position = run


@given(texts, texts)
def test_same_runs_hold_the_same_words(before: str, after: str) -> None:
    for run in word_diff(before, after):
        if run.kind == "same":
            assert same_words(
                "".join(before[run.before_start : run.before_end].split()),
                "".join(after[run.after_start : run.after_end].split()),
            )


@given(texts, texts)
def test_undoing_every_change_gives_the_old_words(before: str, after: str) -> None:
    text = after
    while count := len(changes(word_diff(before, text))):
        text = take(before, text, word_diff(before, text), count - 1)
    assert "".join(text.split()) == "".join(before.split())


@given(texts)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert all(run.kind == "same" for run in word_diff(text, text))
