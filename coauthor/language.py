"""The translation catalogue: every text a person sees, in Dutch and English.

Messages are Fluent files (https://projectfluent.org), one folder a language.
"""

from collections.abc import Iterator
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from coauthor.resources import resources

LANGUAGES = ("nl", "en")
"""Languages with a complete catalogue; the first is the default."""


class Catalogue:
    """Texts of one language; call it with a message id and its arguments."""

    def __init__(self, language: str = LANGUAGES[0]) -> None:
        self.language = language if language in LANGUAGES else LANGUAGES[0]
        self._bundle = FluentBundle([self.language], use_isolating=False)
        for path in catalogue_files(self.language):
            self._bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))

    def __call__(self, message_id: str, /, **arguments: str | float) -> str:
        """Return the text of ``message_id``.

        Raises:
            KeyError: the catalogue has no such message.
        """
        message = self._bundle.get_message(message_id)
        if message.value is None:
            raise KeyError(message_id)
        text, errors = self._bundle.format_pattern(message.value, arguments)
        if errors:
            raise KeyError(f"{message_id}: {errors[0]}")
        return str(text)

    def has(self, message_id: str) -> bool:
        """Tell whether the catalogue holds ``message_id``."""
        return bool(self._bundle.has_message(message_id))


def catalogue_files(language: str) -> Iterator[Path]:
    """Yield the Fluent files of a language in a fixed order."""
    yield from sorted((resources() / "locale" / language).glob("*.ftl"))
