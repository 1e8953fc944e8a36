"""Texts that people might write apart: a base, and what two sides make of it."""

from hypothesis import strategies as st

WORDS = "de het een gemeente aanvraag termijn binnen dagen moet kan systeem belasting".split()

words = st.sampled_from(WORDS)
sentences = st.lists(words, min_size=1, max_size=7).map(lambda each: " ".join(each) + ".")
paragraphs = st.lists(sentences, min_size=1, max_size=3).map(" ".join)
items = sentences.map(lambda text: f"- {text}")
headings = st.tuples(st.integers(1, 3), words).map(lambda each: "#" * each[0] + f" {each[1]}")
rows = st.lists(words, min_size=2, max_size=3).map(lambda cells: f"| {' | '.join(cells)} |")
blocks = st.one_of(
    paragraphs,
    headings,
    st.lists(items, min_size=1, max_size=4).map("\n".join),
    st.lists(rows, min_size=1, max_size=3).map("\n".join),
)
texts = st.lists(blocks, max_size=6).map(lambda each: "".join(f"{block}\n\n" for block in each))


@st.composite
def edited(draw, text):
    """Return the text after some edits: blocks put in, taken out, moved, words changed."""
    parts = [part for part in text.split("\n\n") if part]
    for _ in range(draw(st.integers(0, 4))):
        kind = draw(st.sampled_from(["add", "remove", "move", "word", "wrap"]))
        if kind == "add" or not parts:
            parts.insert(draw(st.integers(0, len(parts))), draw(blocks))
            continue
        place = draw(st.integers(0, len(parts) - 1))
        if kind == "remove":
            del parts[place]
        elif kind == "move":
            parts.insert(draw(st.integers(0, len(parts) - 1)), parts.pop(place))
        elif kind == "word":
            pieces = parts[place].split(" ")
            at = draw(st.integers(0, len(pieces) - 1))
            pieces[at : at + draw(st.integers(0, 1))] = draw(st.lists(words, max_size=2))
            parts[place] = " ".join(pieces).strip() or "de"
        else:
            parts[place] = parts[place].replace(". ", ".\n")
    return "".join(f"{part}\n\n" for part in parts)


@st.composite
def threes(draw):
    """Return a base and two edited versions of it."""
    base = draw(texts)
    return base, draw(edited(base)), draw(edited(base))
