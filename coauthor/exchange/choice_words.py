"""A choice in words: what will be in the file, and for whom that is fit."""

from coauthor.exchange.choice import PARTS, Choice, preset_of
from coauthor.exchange.specification import Text

UNTOLD = ("only-changes", "own-rationale")
"""Parts that are told with another one."""


def contents_words(choice: Choice, text: Text) -> str:
    """Return in a sentence what stands in it beside the text of the requirements."""
    if choice.only_changes:
        return text("told-only-changes")
    told = [
        text(f"told-{part}")
        for part in PARTS
        if part not in UNTOLD and getattr(choice, part.replace("-", "_"))
    ]
    if choice.rationale and not choice.own_rationale:
        told[told.index(text("told-rationale"))] = text("told-public-rationale")
    if choice.since:
        told.append(text("told-since"))
    return text("told-with", parts=_listed(told, text)) if told else text("told-bare")


def fitness_words(choice: Choice, text: Text) -> str:
    """Return in a sentence whether vendors may see it, and if not, why."""
    inside = choice.inside
    if not inside:
        return text("fit-market")
    return text("unfit-market", parts=_listed([text(f"told-{part}") for part in inside], text))


def preset_words(choice: Choice, text: Text) -> str:
    """Return the name of a choice, or that it is one of one's own."""
    name = preset_of(choice)
    return text(f"preset-{name}") if name else text("preset-own")


def _listed(parts: list[str], text: Text) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {text('told-and')} {parts[-1]}"
