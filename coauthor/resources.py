"""Where the shipped content lies: standards, catalogue, themes, icons."""

from functools import cache
from pathlib import Path


@cache
def resources() -> Path:
    """Return the folder of shipped content.

    In a checkout it stands beside the package; in a wheel it is packed inside.
    """
    packed = Path(__file__).parent / "_resources"
    return packed if packed.is_dir() else Path(__file__).parent.parent / "resources"
