"""Cleaning a text: whatever the Markdown, what nobody sees does not go, and what is seen does."""

from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from coauthor.document.reading import read_document
from coauthor.workspace.rooms.cleaning import clean
from coauthor.workspace.rooms.doubts import Inside, find_doubts
from tests.document.markdown_strategies import DEFINITIONS, HTML, PIECES, documents

WORD = "kanarie"
HIDDEN = [
    *(f"<!-- {WORD} -->", f"<!--{WORD}", f"{WORD} -->", f"<?{WORD}?>", f"<!X {WORD}>"),
    *(f"[{WORD}]: b", f"[a]: {WORD}", f'[a]: b "{WORD}"', f"[a]: b ({WORD}", f"[//]: # ({WORD})"),
    *(f"[a]: <{WORD}>", f"<![CDATA[{WORD}]]>", f"[x](y '{WORD}')", f"[x]({WORD})", "[x][a]"),
    *(f"[a]: https://{WORD}.nl", f'[x](https://y.nl "{WORD}")', "[a]: https://x.nl", "[b][a]"),
    *(f"<!-- clause 7k2m9qxf4t BEL-012 x={WORD} -->", f"<!-- omitted 7k2m9qxf4t note={WORD} -->"),
    *(f"> **deviation** {WORD}", f"> **x** {WORD}", "tekst", "", "> **rationale** x"),
]
CASES = documents([*HIDDEN, *HIDDEN, *PIECES]) | documents([*HIDDEN, *HTML, *DEFINITIONS])


class _Seen(HTMLParser):
    """Gathers what somebody can see in a browser: text, and what shows under the mouse."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.text += " ".join(f"{tag} {key} {value}" for key, value in attrs)


def seen(markdown: str) -> str:
    parser = _Seen()
    made = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.feed(made.render(markdown))
    parser.close()
    return parser.text


def cleaned(text: str) -> str:
    return clean(read_document(text), lambda _: "").document.text


@given(CASES)
@settings(max_examples=120)
def test_what_nobody_sees_does_not_go_or_is_pointed_at(text: str) -> None:
    found = cleaned(text)
    if found.count(WORD) > seen(found).count(WORD):  # in HTML that a browser does not show
        doubts = find_doubts(read_document(found), Inside())
        assert "html" in {each.kind for each in doubts}


@given(CASES)
@settings(max_examples=60)
def test_cleaning_again_finds_nothing(text: str) -> None:
    found = cleaned(text)
    again = clean(read_document(found), lambda _: "")
    assert (again.document.text, again.left) == (found, [])


PLAIN = st.sampled_from(["Een eis.", "- lijst", "> citaat", "| a | b |\n|---|---|\n| 1 | 2 |"])


@given(st.lists(PLAIN, min_size=1, max_size=6))
def test_a_text_with_nothing_to_hide_goes_as_it_is(parts: list[str]) -> None:
    text = "---\ntitle: Eisen\n---\n\n# Kop\n\n" + "\n\n".join(parts) + "\n"
    assert cleaned(text) == text
