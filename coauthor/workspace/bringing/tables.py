"""The plan of a table of which no column is known to hold texts: a person may know."""

from dataclasses import replace
from pathlib import Path

from coauthor.exchange.csv_reading import csv_table
from coauthor.exchange.proposal import Cutting
from coauthor.exchange.sheet_plan import SheetPlan
from coauthor.exchange.spreadsheets import read_spreadsheet
from coauthor.exchange.tables.guessing import completed, guess
from coauthor.workspace.bringing.refusing import readable_bytes

UNKNOWN = "table-no-text"
"""The error of a table in which no column of texts was found."""


def plan_of_table(path: Path, plan: Cutting | None) -> SheetPlan:
    """Return how a table was tried to be read, with the columns of every sheet to choose from.

    Raises:
        UserError: it is no table.
    """
    data = readable_bytes(path)
    if path.suffix.lower() == ".csv":
        book = csv_table(str(path), data)
    else:
        book = read_spreadsheet(str(path), data, exact=True)
    if isinstance(plan, SheetPlan) and plan.sheets:
        return completed(book, plan)
    guessed = guess(book)
    every = tuple(replace(each, taken=True) for each in guessed.sheets)
    filled = completed(book, replace(guessed, sheets=every)).sheets
    cuts = zip(filled, guessed.sheets, strict=True)
    return replace(guessed, sheets=tuple(replace(one, taken=two.taken) for one, two in cuts))
