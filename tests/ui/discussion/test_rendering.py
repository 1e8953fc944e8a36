"""Messages on screen: formatted, and harmless whatever somebody wrote."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coauthor.language import Catalogue
from coauthor.review.discussion.threads import Thread
from coauthor.review.event import Event, Voice
from coauthor.ui.discussion.rendering import (
    LONG,
    MANY,
    NAME,
    excerpt,
    message_html,
    moment_of,
    thread_html,
    who_of,
)
from coauthor.ui.theme import load_theme

TEXT = Catalogue("nl")
THEME = load_theme("light")
TAGS = {
    *("p", "b", "em", "strong", "span", "a", "ul", "ol", "li", "blockquote", "code", "pre", "hr"),
    *("br", "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "s"),
}


def event(body: str = "", who: str = "A", at: str = "2026-01-02T03:04:05", kind="comment") -> Event:
    return Event("0" * 26, kind, "bel", "c", Voice(who), at, body=body)


def tags(html: str) -> set[str]:
    return {found.lower() for found in re.findall(r"<\s*/?\s*([A-Za-z0-9]+)", html)}


def test_markdown_is_formatted():
    html = message_html("**vet** en _schuin_\n\n1. een\n2. twee\n\n| a |\n|---|\n| 1 |")
    assert "<strong>vet</strong>" in html
    assert "<ol>" in html
    assert "<table>" in html


@pytest.mark.parametrize(
    "body",
    [
        "<script>x</script>",
        "<img src=http://kwaad.example/x.png>",
        "![x](http://kwaad.example/x.png)",
        "![x][y]\n\n[y]: http://kwaad.example/x.png",
        "<style>body{}</style><iframe src=x></iframe><object data=x>",
        "[x](javascript:alert(1)) [y](vbscript:x) [z](data:text/html,x) [f](file:///etc/passwd)",
        "<a href='x' onclick='y'>klik</a>",
        '[x](https://goed.example/"onmouseover="x)',
    ],
)
def test_nothing_in_a_message_acts_or_is_fetched(body: str):
    html = thread_html(Thread(event(body)), TEXT, THEME)
    assert tags(html) <= TAGS
    for found in re.findall(r"<a ([^>]*)>", html):
        assert re.fullmatch(r'href="https?://[^"]*"( title="[^"]*")?', found)


@given(st.text(max_size=200), st.text(max_size=30))
def test_whatever_is_written_only_known_tags_come_out(body: str, who: str):
    html = thread_html(Thread(event(body, who)), TEXT, THEME)
    assert tags(html) <= TAGS
    assert "\u202e" not in html


def test_signs_that_turn_text_round_or_steer_are_shown_as_unreadable():
    html = message_html("goed\u202edoog \x1b[2J \x9b")
    assert not {"\u202e", "\x1b", "\x9b"} & set(html)


def test_who_and_when_cannot_be_anything_but_text():
    html = thread_html(Thread(event("x", "<b>Gemeente</b>", "<i>nu</i>")), TEXT, THEME)
    assert "&lt;b&gt;Gemeente" in html
    assert "<i>" not in html


@pytest.mark.parametrize("at", ["", "nooit", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59-23:59"])
def test_a_moment_that_is_none_is_shown_as_it_is(at: str):
    assert moment_of(event(at=at))[:4] == at[:4]


def test_what_is_far_too_long_is_shortened_and_says_so():
    html = thread_html(Thread(event("x" * (LONG + 10))), TEXT, THEME)
    assert TEXT("thread-cut") in html
    assert len(who_of(event(who="y" * 100_000))) == NAME
    assert len(excerpt("woord " * 1000)) <= 160


def test_of_a_very_long_thread_the_beginning_and_the_last_are_shown():
    replies = tuple(
        Event(f"{n:026d}", "reply", "bel", "c", Voice("A"), "", "0" * 26, f"nr{n}.")
        for n in range(1, 200)
    )
    thread = Thread(event("begin"), replies)
    html = thread_html(thread, TEXT, THEME)
    assert "begin" in html
    assert "nr199." in html
    assert "nr50." not in html
    assert str(200 - MANY) in html
    assert "nr50." in thread_html(thread, TEXT, THEME, whole=True)
