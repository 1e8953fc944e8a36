"""Reading a house style from its folder: ``style.toml`` with the logo and fonts beside it.

Whatever is wrong is told with the file, the key and what may stand there.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coauthor.document.toml import read_toml
from coauthor.errors import OutsideFailure, UserError
from coauthor.exchange.pictures import logo_of
from coauthor.exchange.style import (
    FOOTER,
    HEADER,
    PAPER,
    PLACEHOLDERS,
    Band,
    Colours,
    Fonts,
    Margins,
    Picture,
    Style,
    Words,
    contrast,
)
from coauthor.language import LANGUAGES

FILE, FONTS = "style.toml", "fonts"
FORMAT = 1
LIMIT = 64 * 1024
"""Bytes of the largest style file."""
READABLE = 4.5
"""Contrast of text on paper (WCAG 2.1, 1.4.3)."""
MARGIN, LOGO_SIDE = (10, 60), (5, 150)
"""Least and most millimetres."""
_LINES, _LINE, _NAME = 12, 300, 60
_FONT_LIMIT, _FONT_COUNT = 20 * 1024 * 1024, 24
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_FONT = re.compile(r"[\w][\w .\-]{0,59}")
_BRACES = re.compile(r"\{([^{}]*)\}")
_KEYS = {
    "": ("format", "label", "fonts", "colours", "logo", "cover", "header", "footer", "margins"),
    "fonts": ("heading", "body", "mono"),
    "colours": ("accent", "heading", "rule", "table-head"),
    "logo": ("file", "width", "height", "alt"),
    "cover": ("show", "lines"),
    "header": ("left", "right", "below"),
    "footer": ("left", "right", "below"),
    "margins": ("top", "bottom", "left", "right"),
}
_COVER = (Words((("", "{title}"),)), Words((("", "{organisation}"),)), Words((("", "{date}"),)))


def read_style(folder: Path) -> Style:
    """Return the style in a folder, which is called by the name of the folder.

    Raises:
        UserError: ``style-unfit`` when the file is no TOML, ``style-newer``, or what is wrong
            with one of its keys: ``style-unknown-key``, ``style-not-text``,
            ``style-not-colour``, ``style-contrast``, ``style-not-number``,
            ``style-not-yes-no``, ``style-not-font``, ``style-placeholder``,
            ``style-no-title``, ``style-no-alt``; of the logo as
            `coauthor.exchange.pictures.logo_of`.
        OutsideFailure: ``file-missing`` or ``disk-failed``.
    """
    path = folder / FILE
    data = _bytes(path)
    if len(data) > LIMIT:
        raise UserError("style-unfit", path=str(path), reason=f"> {LIMIT} bytes")
    try:
        values = read_toml(data)
    except ValueError as error:
        raise UserError("style-unfit", path=str(path), reason=str(error)[:200]) from error
    return _Reader(path, values).style()


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise OutsideFailure("file-missing", path=str(path)) from error
    except OSError as error:
        raise _unread(path, error) from error


def _unread(path: Path, error: OSError) -> OutsideFailure:
    return OutsideFailure("disk-failed", path=str(path), reason=error.strerror or str(error))


def _fonts_in(folder: Path) -> list[Path]:
    """Return the fonts in a folder, which may be absent; a link that leads elsewhere is none."""
    found = sorted(
        each
        for each in (folder.iterdir() if folder.is_dir() and not folder.is_symlink() else ())
        if each.suffix.lower() in (".ttf", ".otf") and not each.is_symlink() and each.is_file()
    )
    return [each for each in found if each.stat().st_size <= _FONT_LIMIT]


@dataclass(frozen=True)
class _Reader:
    path: Path
    values: Mapping[str, Any]

    def style(self) -> Style:
        """Return the style, or raise what is wrong first."""
        number = self.values.get("format", FORMAT)
        if isinstance(number, int) and number > FORMAT:
            raise UserError("style-newer", path=str(self.path), format=number)
        self._known("", self.values)
        name = self.path.parent.name
        return Style(
            name=name,
            label=self._words(self.values, "", "label") or Words((("", name),)),
            fonts=self._fonts(),
            colours=self._colours(),
            logo=self._logo(),
            cover=self._cover(),
            header=self._band("header", HEADER),
            footer=self._band("footer", FOOTER),
            margins=self._margins(),
        )

    # -- parts -----------------------------------------------------------------------

    def _fonts(self) -> Fonts:
        table = self._table("fonts")
        named = {}
        for key in _KEYS["fonts"]:
            value = table.get(key, "")
            if not isinstance(value, str) or not (value == "" or _FONT.fullmatch(value)):
                raise self._wrong("style-not-font", f"fonts.{key}", value)
            named[key] = value
        try:
            fit = _fonts_in(self.path.parent / FONTS)
        except OSError as error:
            raise _unread(self.path.parent / FONTS, error) from error
        return Fonts(**named, files=tuple(fit[:_FONT_COUNT]))

    def _colours(self) -> Colours:
        table = self._table("colours")
        found = {}
        for key in _KEYS["colours"]:
            if key not in table:
                continue
            value = table[key]
            if not isinstance(value, str) or not _COLOUR.fullmatch(value):
                raise self._wrong("style-not-colour", f"colours.{key}", value)
            ratio = contrast(value, PAPER)
            if key in ("accent", "heading") and ratio < READABLE:
                said = f"{ratio:.1f}"
                raise self._wrong("style-contrast", f"colours.{key}", value, ratio=said)
            found[key.replace("-", "_")] = value.lower()
        colours = Colours(**found)
        ratio = contrast(colours.on_table_head, colours.table_head)
        if ratio < READABLE:
            value, said = colours.table_head, f"{ratio:.1f}"
            raise self._wrong("style-contrast", "colours.table-head", value, ratio=said)
        return colours

    def _logo(self) -> Picture | None:
        if "logo" not in self.values:
            return None
        table = self._table("logo")
        file = table.get("file")
        if not isinstance(file, str) or not file or Path(file).name != file:
            raise self._wrong("style-not-text", "logo.file", file)
        alt = self._words(table, "logo", "alt")
        if not alt:
            raise self._wrong("style-no-alt", "logo.alt", "")
        width, height = (self._number(table, "logo", key, LOGO_SIDE) for key in ("width", "height"))
        return logo_of(self.path.parent / file, width, height, alt)

    def _cover(self) -> tuple[Words, ...] | None:
        if "cover" not in self.values:
            return None
        table = self._table("cover")
        shown = table.get("show", True)
        if not isinstance(shown, bool):
            raise self._wrong("style-not-yes-no", "cover.show", shown)
        lines = table.get("lines")
        if lines is None:
            made: tuple[Words, ...] = _COVER
        elif isinstance(lines, list) and len(lines) <= _LINES:
            made = tuple(self._said(each, "cover.lines") for each in lines)
        else:
            raise self._wrong("style-not-text", "cover.lines", lines)
        for each in made:
            self._placeholders(each, "cover.lines", PLACEHOLDERS[:-2])
        if not any("{title}" in said for each in made for _, said in each.said):
            raise self._wrong("style-no-title", "cover.lines", "", known="{title}")
        return made if shown else None

    def _band(self, name: str, usual: Band) -> Band:
        if name not in self.values:
            return usual
        table = self._table(name)
        found = {key: self._words(table, name, key) or Words() for key in _KEYS[name]}
        for key, each in found.items():
            self._placeholders(each, f"{name}.{key}", PLACEHOLDERS)
        return Band(**found)

    def _margins(self) -> Margins:
        table = self._table("margins")
        found = {key: self._number(table, "margins", key, MARGIN) for key in _KEYS["margins"]}
        return Margins(**{key: each for key, each in found.items() if each is not None})

    # -- values ----------------------------------------------------------------------

    def _table(self, name: str) -> Mapping[str, Any]:
        table = self.values.get(name, {})
        if not isinstance(table, dict):
            raise self._wrong("style-not-table", name, table)
        self._known(name, table)
        return table

    def _known(self, name: str, table: Mapping[str, Any]) -> None:
        for key in table:
            if key not in _KEYS[name]:
                where = f"{name}.{key}" if name else key
                raise self._wrong("style-unknown-key", where, "", known=", ".join(_KEYS[name]))

    def _words(self, table: Mapping[str, Any], name: str, key: str) -> Words | None:
        if key not in table:
            return None
        return self._said(table[key], f"{name}.{key}" if name else key)

    def _said(self, value: object, key: str) -> Words:
        """Return a text, or a text in each language: ``{ nl = "…", en = "…" }``."""
        pairs = value.items() if isinstance(value, dict) else [("", value)]
        found = []
        for language, said in pairs:
            if language not in ("", *LANGUAGES) or not isinstance(said, str) or len(said) > _LINE:
                raise self._wrong("style-not-text", key, said)
            found.append((language, " ".join(said.split())))
        return Words(tuple(found))

    def _placeholders(self, words: Words, key: str, known: tuple[str, ...]) -> None:
        for _, said in words.said:
            for found in _BRACES.findall(said):
                if found not in known:
                    listed = " ".join(f"{{{each}}}" for each in known)
                    raise self._wrong("style-placeholder", key, f"{{{found}}}", known=listed)

    def _number(
        self, table: Mapping[str, Any], name: str, key: str, within: tuple[int, int]
    ) -> float | None:
        if key not in table:
            return None
        value, (least, most) = table[key], within
        if isinstance(value, bool) or not isinstance(value, int | float):
            fits = False
        else:
            fits = least <= value <= most
        if not fits:
            raise self._wrong("style-not-number", f"{name}.{key}", value, least=least, most=most)
        return float(value)

    def _wrong(self, code: str, key: str, value: object, **more: str | int) -> UserError:
        said = str(value)[:_NAME]
        return UserError(code, path=str(self.path), key=key, value=said, **more)
