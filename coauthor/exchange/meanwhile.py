"""A file that comes in again, where somebody wrote here since the file was made.

What the file changed and what was written here come together, as texts of colleagues do:
by clause and word, with what was moved, taken away or written between the clauses.
"""

from collections.abc import Mapping
from typing import Literal

from coauthor.document.model import Clause, Document
from coauthor.document.reading import read_document
from coauthor.merge.heirs import heirs
from coauthor.merge.merging import merge_texts
from coauthor.merge.model import Outcome

Meanwhile = Literal["", "kept", "met"]
"""What became of what was done here: ``kept`` where the file has nothing new, ``met``
where it has, and a person should look at what came of both."""


def rejoined(
    was: Document, here: Document, theirs: Document
) -> tuple[Document, Mapping[str, Meanwhile]]:
    """Return the document with what both wrote, and what became of what was done here.

    Where both wrote the same words anew the file's stand: a person sees them beside ours.
    The second is by identity of the clause in the file; '' is the text between clauses.

    Args:
        was: as it was when the file was made.
        theirs: as the file makes it of that.
    """
    merged = merge_texts(was.text, theirs.text, here.text)  # the first stands, in doubt
    asked = {each.uid for each in merged.meetings if each.outcome in (Outcome.LOOK, Outcome.DECIDE)}
    became = heirs(was, here)
    found: dict[str, Meanwhile] = {"": "met"} if "" in asked else {}
    for clause in theirs.clauses:
        before = was.clause(clause.uid)
        if became.get(clause.uid, clause.uid) in asked:
            found[clause.uid] = "met"
        elif before and says(before, clause) and not says(before, here.clause(clause.uid)):
            found[clause.uid] = "kept"
    return read_document(merged.text), found


def says(one: Clause | None, other: Clause | None) -> bool:
    """Tell whether two clauses are the same but for blanks; what is not there says nothing."""
    texts = ["" if each is None else each.source for each in (one, other)]
    return texts[0].split() == texts[1].split()
