"""Pictures of our own exports, back from a word processor: they are the words in their place.

The text that they came from names a file; a text that nobody changed stays as it was.
"""

from coauthor.exchange.office.tree import FIGURE, LOGO
from coauthor.language import LANGUAGES, Catalogue


def words_of(name: str, alt: str) -> str | None:
    """Return the words that a picture stands for: '' for a logo, None when it is not ours.

    Args:
        name: what the picture is called in the file.
        alt: what it is said to show.
    """
    if name.startswith(LOGO):
        return ""
    if not name.startswith(FIGURE):
        return None
    if alt in {Catalogue(language)("office-image-unnamed") for language in LANGUAGES}:
        return alt
    return Catalogue(LANGUAGES[0])("office-image", alt=alt)
