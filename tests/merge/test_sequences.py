"""What two sequences have in common, also where they are long and nothing in them is rare."""

import random

from coauthor.merge.sequences import DIRECT, LIMIT, distance, matches


def test_a_long_text_of_common_words_is_not_rewritten_by_a_few_edits():
    chance = random.Random(1)
    before = [chance.randrange(200) for _ in range(30_000)]
    assert len(before) ** 2 > LIMIT
    after = list(before)
    for _ in range(20):
        after[chance.randrange(len(after))] = -1
    kept = sum(match.length for match in matches(before, after))
    assert kept >= len(before) - 20 * 16


def test_the_distance_of_long_texts_counts_what_was_put_in_and_taken_out():
    before = [number % 997 for number in range(3000)]
    after = [*before[:100], -1, *before[100:2000], *before[2003:]]
    assert len(before) * len(after) > DIRECT
    assert distance(before, after) == 4
