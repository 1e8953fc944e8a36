"""A clause of a file that comes in again, where somebody wrote here since the file was made.

What the file changed and what was written here come together, as texts of colleagues do;
a clause that the file did not touch stays as it is here.
"""

from typing import Literal

from coauthor.document.model import Clause
from coauthor.document.reading import read_clause
from coauthor.merge.clauses import merge_clause
from coauthor.merge.model import Outcome

Meanwhile = Literal["", "kept", "met"]
"""What became of words that were written here: ``kept`` where the file has nothing new,
``met`` where it has, and a person should look at what came of both."""


def rejoined(was: Clause, here: Clause, theirs: Clause) -> tuple[Clause, Meanwhile]:
    """Return the clause with what both wrote.

    Where both wrote the same words anew the file's stand: a person sees them beside ours.

    Args:
        was: as it was when the file was made.
        theirs: as the file makes it of that.
    """
    if theirs is was:
        return here, "kept"
    merged = merge_clause(was, here, theirs)
    if merged.outcome is Outcome.DECIDE:
        return theirs, "met"
    return read_clause(merged.text), "met" if merged.outcome is Outcome.LOOK else ""
