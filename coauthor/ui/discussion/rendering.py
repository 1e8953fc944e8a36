"""What people said as text on screen: formatted, and without anything that acts by itself."""

import re
from collections.abc import Collection
from datetime import datetime
from functools import cache

from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from coauthor.document.parameters import shown
from coauthor.document.rendering import harmless, to_plain
from coauthor.language import Catalogue
from coauthor.review.discussion.threads import REOPEN, RESOLVE, Thread, mentions
from coauthor.review.event import Event
from coauthor.ui.theme import Theme

LONG = 20_000
"""Characters of one message that are shown."""

MANY = 60
"""Messages of one thread that are shown at first: the beginning and the last."""

NAME = 80
"""Characters of a name that are shown."""

EXCERPT = 160
"""Characters of a message that a list shows."""

_BLANKS = re.compile(r"\s+")


@cache
def _markdown() -> MarkdownIt:
    """Return what reads a message: raw HTML stays text, and pictures stay links."""
    reader = MarkdownIt("commonmark", {"html": False})
    return reader.enable(["table", "strikethrough"]).disable("image")


def message_html(body: str) -> str:
    """Return Markdown as HTML in which nothing is fetched and nothing acts."""
    return str(_markdown().render(shown(harmless(body[:LONG]))))


def thread_html(
    thread: Thread,
    text: Catalogue,
    theme: Theme,
    unread: Collection[str] = (),
    *,
    whole: bool = False,
) -> str:
    """Return a thread as HTML, message under message.

    Args:
        unread: ids of what was not seen before.
        whole: show all messages, however many there are.
    """
    events = list(thread.events)
    left_out = 0
    if not whole and len(events) > MANY:
        left_out = len(events) - MANY
        events = [events[0], *events[1 + left_out :]]
    parts = [_message(event, text, theme, new=event.id in unread) for event in events]
    if thread.lost:
        parts.insert(0, _line(text("thread-lost"), theme))
    if left_out:
        parts.insert(1, _line(text("thread-left-out", count=left_out), theme))
    return "<hr>".join(parts)


def _message(event: Event, text: Catalogue, theme: Theme, *, new: bool) -> str:
    head = Markup('<p style="margin: 10px 0 2px 0"><b>{}</b> <span style="color: {}">{}</span></p>')
    fresh = f" · ● {text('thread-new')}" if new else ""
    soft = theme.colours["soft"]
    said = " · ".join(filter(None, (role_of(event, text), said_of(event, text), moment_of(event))))
    parts = [str(head.format(who_of(event), soft, said + fresh))]
    if event.kind not in (RESOLVE, REOPEN):
        parts.append(message_html(event.body))
    if len(event.body) > LONG:
        parts.append(_line(text("thread-cut"), theme))
    if called := ", ".join(role_name(name, text) for name in mentions(event)):
        parts.append(_line(text("thread-mentions", names=called), theme))
    return "".join(parts)


def _line(words: str, theme: Theme) -> str:
    return str(Markup('<p style="color: {}">{}</p>').format(theme.colours["soft"], harmless(words)))


def who_of(event: Event) -> str:
    """Return who said something, on one line."""
    return short_name(event.voice.organisation) or "–"


def short_name(name: str) -> str:
    """Return a name as it is shown, however long somebody made it."""
    name = one_line(name[: NAME * 4])
    return name if len(name) <= NAME else name[: NAME - 1].rstrip() + "…"


def role_of(event: Event, text: Catalogue) -> str:
    """Return the role in which something was said, or ''."""
    return role_name(event.voice.role, text)


def role_name(name: str, text: Catalogue) -> str:
    """Return a role in words; what is no role stays as it is."""
    known = re.fullmatch(r"[a-z]+", name) and text.has(f"role-{name}")
    return text(f"role-{name}") if known else short_name(name)


def said_of(event: Event, text: Catalogue) -> str:
    """Return what somebody did: remarked, asked, replied."""
    known = re.fullmatch(r"[a-z]+", event.kind) and text.has(f"said-{event.kind}")
    return text(f"said-{event.kind}") if known else ""


def moment_of(event: Event) -> str:
    """Return when something was said, as people here write it."""
    try:
        moment = datetime.fromisoformat(event.at)
        if moment.tzinfo is not None:
            moment = moment.astimezone()
    except (ValueError, OverflowError, OSError):  # whoever wrote it, it is no moment of ours
        return one_line(event.at[:16])
    return f"{moment:%d-%m-%Y %H:%M}"


def excerpt(body: str) -> str:
    """Return the beginning of a message on one line."""
    plain = one_line(to_plain(body[: EXCERPT * 4]))
    return plain if len(plain) <= EXCERPT else plain[: EXCERPT - 1].rstrip() + "…"


def one_line(words: str) -> str:
    """Return somebody's words on one line of the screen."""
    return _BLANKS.sub(" ", harmless(words)).strip()


def plain_html(words: str) -> str:
    """Return words as HTML that shows them as they are."""
    return str(escape(harmless(words)))
