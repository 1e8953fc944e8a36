"""Both catalogues are complete, say the same, and hold what the code asks for."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message, Term, VariableReference
from fluent.syntax.visitor import Visitor

from coauthor.language import LANGUAGES, Catalogue, catalogue_files
from coauthor.ui.actions import MENUS

PACKAGE = Path(__file__).parents[1] / "coauthor"
TEXT = {"text", "_text"}
"""What code calls its catalogue."""
ERRORS = {"UserError", "OutsideFailure"}


class Variables(Visitor):
    """Collects the variables that a message mentions."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 – fluent's name
        self.names.add(node.id.name)


def entries(language: str) -> Iterator[Message | Term | Junk]:
    """Yield what the files of a language hold, comments left out."""
    for path in catalogue_files(language):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, (Message, Term, Junk)):
                yield entry


@cache
def messages(language: str) -> dict[str, frozenset[str]]:
    """Map each message of a language to the variables it mentions."""
    found = {}
    for entry in entries(language):
        if isinstance(entry, Message):
            variables = Variables()
            variables.visit(entry)
            found[entry.id.name] = frozenset(variables.names)
    return found


def calls(names: set[str]) -> Iterator[tuple[str, ast.expr, set[str] | None]]:
    """Yield the place, first argument and keywords of each call; None: keywords unknown."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and called(node) in names:
                given = {keyword.arg for keyword in node.keywords}
                place = f"{path.relative_to(PACKAGE.parent)}:{node.lineno}"
                for argument in branches(node.args[0]):
                    yield place, argument, None if None in given else {str(each) for each in given}


def called(node: ast.Call) -> str:
    """Return the last name of what is called."""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def branches(expression: ast.expr) -> Iterator[ast.expr]:
    """Yield both sides of a condition, else the expression itself."""
    if isinstance(expression, ast.IfExp):
        yield from branches(expression.body)
        yield from branches(expression.orelse)
    else:
        yield expression


def missing_from(message_id: str, given: set[str] | None) -> str:
    """Say what is wrong with asking for a message with these arguments; empty: nothing."""
    for language in LANGUAGES:
        if message_id not in messages(language):
            return f"{language} has no {message_id}"
        if given is not None and (wanted := messages(language)[message_id] - given):
            return f"{message_id} mentions {sorted(wanted)}, which the code does not give"
    return ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_is_understood_and_no_message_stands_twice(language: str) -> None:
    junk = [entry.content for entry in entries(language) if isinstance(entry, Junk)]
    assert junk == []
    names = Counter(entry.id.name for entry in entries(language) if isinstance(entry, Message))
    assert [name for name, count in names.items() if count > 1] == []


def test_every_language_has_the_same_messages() -> None:
    first, *others = LANGUAGES
    for other in others:
        assert set(messages(first)) == set(messages(other))


def test_a_message_mentions_the_same_variables_in_every_language() -> None:
    first, *others = LANGUAGES
    for other in others:
        shared = messages(first).keys() & messages(other).keys()
        assert {
            name: (messages(first)[name], messages(other)[name])
            for name in shared
            if messages(first)[name] != messages(other)[name]
        } == {}


def test_every_message_that_code_asks_for_by_name_exists_with_its_variables() -> None:
    wrong = []
    for place, argument, given in calls(TEXT):
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            wrong += [f"{place}: {each}" for each in [missing_from(argument.value, given)] if each]
    assert wrong == []


def test_every_family_of_messages_that_code_asks_for_has_members() -> None:
    asked = 0
    for place, argument, _ in calls(TEXT):
        if isinstance(argument, ast.JoinedStr) and isinstance(argument.values[0], ast.Constant):
            asked += 1
            family = str(argument.values[0].value)
            assert any(name.startswith(family) for name in messages(LANGUAGES[0])), (
                f"{place}: no message begins with {family}"
            )
    assert asked > 0


def test_every_error_that_code_raises_has_its_sentence() -> None:
    wrong = []
    for place, argument, given in calls(ERRORS):
        if isinstance(argument, ast.Constant):
            wrong += [
                f"{place}: {each}"
                for each in [missing_from(f"error-{argument.value}", given)]
                if each
            ]
    assert wrong == []


def test_a_message_that_does_not_exist_is_an_error() -> None:
    with pytest.raises((KeyError, LookupError)):
        Catalogue()("no-such-message")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_shows_markup_of_the_catalogue(language: str) -> None:
    text = Catalogue(language)
    for name, variables in messages(language).items():
        shown = text(name, **dict.fromkeys(variables, 1))
        assert not re.search(r"\{|\}|\?\?\?", shown.replace("{{", "").replace("}}", "")), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_within_a_menu_every_letter_leads_to_one_entry(language: str) -> None:
    text = Catalogue(language)
    rows = {name: [f"action-{row.name}" for row in rows if row.name] for name, rows in MENUS}
    rows["bar"] = [f"menu-{name}" for name in rows]
    for menu, entries_of in rows.items():
        letters = [re.findall(r"&(\w)", text(entry)) for entry in entries_of]
        unlettered = [entry for entry, found in zip(entries_of, letters, strict=True) if not found]
        counted = Counter(found[0].lower() for found in letters if found)
        assert not unlettered, menu
        assert [letter for letter, times in counted.items() if times > 1] == [], menu
