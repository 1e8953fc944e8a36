"""The one live editor: title and text of the row that is being written."""

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from coauthor.document.model import Block, Clause, Heading, Prose
from coauthor.ui.lanes.differences import BODY, TITLE, Differences, text_of
from coauthor.ui.lanes.lane import Text
from coauthor.ui.lanes.markdown import readable
from coauthor.ui.lanes.metrics import Metrics
from coauthor.ui.lanes.model import name_of
from coauthor.ui.lanes.talk import Stretch
from coauthor.ui.lanes.textbox import TextBox
from coauthor.ui.lanes.units import to_units
from coauthor.ui.theme import Theme

PAUSE = 1.0
"""Seconds without a key after which the next key begins a new step of undo."""


class RowEditor(QWidget):
    """Lies over the words of one cell; writes through, so there is nothing to save.

    Signals:
        edited(str, str, str): part, whole text, and the key that joins what one
            step of the undo history takes back.
        grown(): its height changed.
        left(str): the person goes ``up``, ``down``, ``next``, ``previous`` or ``out``
            of the row.
    """

    edited = Signal(str, object, str)  # the text as it is: see `TextBox.edited`
    grown = Signal()
    left = Signal(str)

    def __init__(self, parent: QWidget, text: Text) -> None:
        super().__init__(parent)
        self._text = text
        self._metrics: Metrics | None = None
        self._steps = 0
        self._last = 0.0
        self._has_title = False
        self.title = TextBox(self, single=True)
        self.body = TextBox(self, single=False)
        self.heading = False
        for part, box in ((TITLE, self.title), (BODY, self.body)):
            box.edited.connect(lambda words, part=part: self._edited(part, words))
            box.grown.connect(self.grown)
            box.step.connect(self.new_step)
            box.left.connect(lambda where, part=part: self._left(part, where))
        self.setFocusProxy(self.body)
        self.hide()

    # -- what is edited --------------------------------------------------------------

    def open(self, block: Block, metrics: Metrics, theme: Theme) -> None:
        """Begin with a clause, heading or prose."""
        self._metrics = metrics
        self._has_title = isinstance(block, Clause)
        self.heading = isinstance(block, Heading)
        self.body.single = self.heading
        self.dress(block, metrics, theme)
        title, body = _texts(block)
        self.title.load(_one_kind(title), readable(title))
        self.body.load(_one_kind(body), readable(body))
        self.title.setVisible(self._has_title)
        self.new_step()

    def reload(self, block: Block) -> None:
        """Show what the block says after a change from elsewhere."""
        title, body = _texts(block)
        for box, words in ((self.title, title), (self.body, body)):
            box.replace_all(_one_kind(words), readable(words))
        self.new_step()

    def box(self, part: str) -> TextBox:
        """Return the box of a part."""
        return self.title if part == TITLE else self.body

    @property
    def part(self) -> str:
        """The part that has the cursor."""
        return TITLE if self.title.hasFocus() else BODY

    def enter(self, part: str, start: int | None = None, end: int | None = None) -> None:
        """Put the cursor in a part; at its end when no place is given."""
        box = self.title if part == TITLE and self._has_title else self.body
        place = len(box.shown) if start is None else start
        box.select(place, place if end is None else end)
        box.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_marks(self, found: Differences, *, shown: bool) -> None:
        """Mark the words that are not the standard's."""
        for part, box in ((TITLE, self.title), (BODY, self.body)):
            text = box.shown
            marks = found.added.get(part, ()) if shown else ()
            places = tuple((to_units(text, m.start), to_units(text, m.end)) for m in marks)
            box.highlighter.set_marks(places)

    def show_talk(self, stretches: Sequence[Stretch], thread: str, theme: Theme) -> None:
        """Draw lines under the words of the body that were spoken of; they go with the text."""
        text, found = self.body.shown, []
        for stretch in stretches:
            cursor = QTextCursor(self.body.document())
            cursor.setPosition(to_units(text, min(stretch.start, len(text))))
            end = to_units(text, min(stretch.end, len(text)))
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            line = QTextCharFormat.UnderlineStyle.SingleUnderline
            if not stretch.sure:
                line = QTextCharFormat.UnderlineStyle.DotLine
            look = QTextEdit.ExtraSelection()
            look.cursor = cursor
            look.format.setUnderlineStyle(line)
            look.format.setUnderlineColor(theme["talk"])
            if stretch.thread == thread:
                look.format.setBackground(theme["talk_paper"])
            found.append(look)
        self.body.setExtraSelections(found)

    def new_step(self) -> None:
        """Let the next change begin a new step of the undo history."""
        self._steps += 1

    # -- size --------------------------------------------------------------------------

    def fit(self, width: int) -> float:
        """Lay the text out in a width; returns the height it needs."""
        height = 0.0
        for box in self._boxes():
            box.fit(width)
            height += box.needed_height
        return height + self._between()

    def place(self, area: QRect) -> None:
        """Stand at a place in the viewport."""
        self.setGeometry(area)
        top = 0
        for box in self._boxes():
            height = round(box.needed_height) + 1
            box.setGeometry(0, top, area.width(), height)
            box.verticalScrollBar().setValue(0)
            top += height + round(self._between())

    def _boxes(self) -> tuple[TextBox, ...]:
        return (self.title, self.body) if self._has_title else (self.body,)

    def _between(self) -> float:
        return self._metrics.em * 0.2 if self._metrics and self._has_title else 0.0

    def dress(self, block: Block, metrics: Metrics, theme: Theme) -> None:
        """Take the fonts and colours that fit the block."""
        self._metrics = metrics
        body = metrics.heading(block.level) if isinstance(block, Heading) else metrics.font
        name = name_of(block) or self._text("lanes-new-clause")
        if isinstance(block, Heading):
            label = self._text("lanes-edit-heading")
        elif isinstance(block, Prose):
            label = self._text("lanes-edit-prose")
        else:
            label = self._text("lanes-edit-body", name=name)
        _dress(self.title, metrics.title, theme, self._text("lanes-edit-title", name=name))
        _dress(self.body, body, theme, label)
        self.title.setPlaceholderText(self._text("lanes-title-hint"))
        self.body.setPlaceholderText(self._text("lanes-body-hint"))

    # -- inside ------------------------------------------------------------------------

    def _edited(self, part: str, words: str) -> None:
        now = monotonic()
        if now - self._last > PAUSE:
            self.new_step()
        self._last = now
        self.edited.emit(part, words, f"write-{id(self)}-{part}-{self._steps}")

    def _left(self, part: str, where: str) -> None:
        self.new_step()
        if part == TITLE and where in ("next", "down"):
            self.enter(BODY, 0)
        elif part == BODY and self._has_title and where in ("previous", "up"):
            self.enter(TITLE)
        else:
            self.left.emit(where)


def _texts(block: Block) -> tuple[str, str]:
    title = text_of(block, TITLE) if isinstance(block, Clause) else ""
    return title, text_of(block, BODY)


def _one_kind(text: str) -> str:
    """Return the text with one kind of line ending and every byte as it is."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _dress(box: TextBox, font: QFont, theme: Theme, label: str) -> None:
    # The colours are those of the application: a style sheet here would make the box
    # see-through for Qt, and what lies below it would be painted at every key.
    box.setFont(font)
    box.document().setDefaultFont(font)
    box.highlighter.set_theme(theme)
    box.setAccessibleName(label)
