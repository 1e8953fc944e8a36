"""How much of an old text is standard already: match."""

import argparse
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coauthor.commands import DONE, JSON, Commands, now, one_line, print_json
from coauthor.errors import UserError
from coauthor.language import Catalogue

if TYPE_CHECKING:
    from coauthor.exchange.proposal import Proposal
    from coauthor.lineage.adopting import Adopted
    from coauthor.workspace.bringing.judging import Intake
    from coauthor.workspace.matching.comparing import Compared
    from coauthor.workspace.matching.files import Comparison
    from coauthor.workspace.matching.linking import Standard
    from coauthor.workspace.person import Person
    from coauthor.workspace.settings import DocumentEntry
    from coauthor.workspace.workspace import Workspace

_SHOWN = 60
"""Letters of a text that stand on a line."""


def _match(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.exchange.matching_report import report_html
    from coauthor.history.files import write_out
    from coauthor.workspace.matching.files import match_file
    from coauthor.workspace.matching.reporting import report_of_file
    from coauthor.workspace.standards import find_source, newest, split_release

    address, release = split_release(options.standard)
    source = find_source(address)
    release = release or newest(source)
    found = match_file(options.file, source, release)
    if options.report is not None:
        title = f"{source.settings.title} {release}"
        report = report_of_file(found, options.file.stem, title, now())
        write_out(options.report, report_html(report, text))
    if options.json:
        print_json(_values(found, source.settings.title, release))
        return DONE
    for line in _lines(found, text):
        print(line)
    print(_summary(found, source.settings.title, release, text))
    if options.report is not None:
        print(text("cli-exported", path=str(options.report)))
    return DONE


def _lines(found: "Comparison", text: Catalogue) -> list[str]:
    lines = []
    for asked, matched in zip(found.asked, found.matched, strict=True):
        said = text(f"match-{matched.likeness}")
        where = one_line(asked.place)
        if matched.likeness != "own":
            first = matched.candidates[0]
            clause = found.clauses[first.at]
            said = text(
                "match-line",
                likeness=said,
                code=clause.code or clause.uid,
                percent=round(100 * first.share),
            )
        lines.append(f"{where}: {said}: {one_line(asked.title or asked.text.body)[:_SHOWN]}")
    return lines


def _summary(found: "Comparison", title: str, release: str, text: Catalogue) -> str:
    counts = {str(kind): number for kind, number in found.counts.items()}
    return text(
        "match-summary",
        percent=round(100 * found.share),
        standard=title,
        release=release,
        all=len(found.asked),
        **{kind: counts.get(kind, 0) for kind in ("same", "nearly", "related", "own")},
    )


def _values(found: "Comparison", title: str, release: str) -> dict[str, Any]:
    return {
        "format": 1,
        "standard": title,
        "release": release,
        "share": found.share,
        "counts": {str(kind): number for kind, number in sorted(found.counts.items())},
        "requirements": [
            {
                "place": asked.place,
                "title": asked.title or None,
                "text": asked.text.body,
                "likeness": str(matched.likeness),
                "candidates": [
                    {
                        "uid": found.clauses[each.at].uid,
                        "code": found.clauses[each.at].code or None,
                        "title": found.clauses[each.at].title or None,
                        "score": round(each.score, 4),
                        "share": round(each.share, 4),
                    }
                    for each in matched.candidates
                ],
            }
            for asked, matched in zip(found.asked, found.matched, strict=True)
        ],
    }


@dataclass
class Matching:
    """A file that comes in beside a standard.

    Args:
        accepted: by identity of the clause, that of the standard's clause that it becomes.
        adopted: what became of these, once they were taken in.
    """

    standard: "Standard"
    compared: "Compared"
    accepted: Mapping[str, str]
    adopted: "tuple[Adopted, ...]" = ()

    @classmethod
    def asked(
        cls, workspace: "Workspace", options: argparse.Namespace, intake: "Intake"
    ) -> "Matching | None":
        """Return how a file stands beside the standard; None where nobody asked."""
        from coauthor.workspace.matching.comparing import compare
        from coauthor.workspace.matching.linking import standard_of

        if options.match is None:
            if options.accept is not None:
                raise UserError("match-accept-alone")
            return None
        share = _share(options.accept) if options.accept is not None else None
        standard = standard_of(workspace, intake.entry, options.match)
        compared = compare(intake.update.document, standard.document)
        return cls(standard, compared, {} if share is None else compared.above(share))

    def before(
        self, workspace: "Workspace", proposal: "Proposal", text: Catalogue
    ) -> "tuple[Proposal, tuple[str, str]]":
        """Return a new document with accepted clauses, and beside what it will stand."""
        from coauthor.workspace.matching.accepting import adopted_proposal
        from coauthor.workspace.matching.linking import hold

        made, adoption = adopted_proposal(
            proposal, self.standard.document, self.accepted, workspace.policy, text
        )
        self.adopted = adoption.adopted
        hold(workspace, self.standard)
        return made, (self.standard.entry.name, self.standard.source)

    def afterwards(
        self, workspace: "Workspace", entry: "DocumentEntry", person: "Person", text: Catalogue
    ) -> "DocumentEntry":
        """Make a document that was brought up to date stand beside the standard."""
        from coauthor.workspace.matching.accepting import accept_in
        from coauthor.workspace.matching.linking import link
        from coauthor.workspace.workspace import open_workspace

        said = text("version-matched", standard=self.standard.title)
        linked = link(
            workspace, entry, self.standard, author=person.author, when=now(), message=said
        )
        if self.accepted:
            self.adopted = accept_in(
                open_workspace(workspace.root),
                linked,
                self.accepted,
                person=person,
                when=now(),
                message=said,
                text=text,
            ).adopted
        return linked


def _share(said: str) -> float:
    """Return a share that was written as 0.85, 85 or 85%."""
    bare = said.strip().removesuffix("%").strip().replace(",", ".")
    try:
        number = float(bare)
    except ValueError:
        number = -1.0
    share = number / 100 if number > 1 or said.strip().endswith("%") else number
    if not 0 <= share <= 1:
        raise UserError("match-accept-unfit", accept=said)
    return share


def share_line(matching: Matching, text: Catalogue) -> str:
    """Return in a sentence or two how much is standard, and what became of it."""
    counts = {str(kind): number for kind, number in matching.compared.counts.items()}
    lines = [
        text(
            "match-summary",
            percent=round(100 * matching.compared.by_clause),
            standard=matching.standard.entry.title,
            release=matching.standard.entry.release,
            all=len(matching.compared.rows),
            **{kind: counts.get(kind, 0) for kind in ("same", "nearly", "related", "own")},
        )
    ]
    outcomes = Counter(each.outcome for each in matching.adopted)
    lines += [text(f"match-became-{outcome}", count=number) for outcome, number in outcomes.items()]
    return "\n".join(lines)


def matching_values(matching: Matching) -> dict[str, Any]:
    """Return how a file stands beside the standard, for programs."""
    outcomes = {each.uid: each.outcome for each in matching.adopted}
    compared = matching.compared
    return {
        "standard": matching.standard.entry.title,
        "release": matching.standard.entry.release,
        "share": compared.by_clause,
        "share_by_word": compared.by_word,
        "counts": {str(kind): number for kind, number in sorted(compared.counts.items())},
        "clauses": [
            {
                "uid": each.uid,
                "likeness": str(each.likeness),
                "settled": each.settled,
                "became": outcomes.get(each.uid),
                "candidates": [
                    {"uid": one.uid, "score": round(one.score, 4), "share": round(one.share, 4)}
                    for one in each.candidates
                ],
            }
            for each in compared.rows
        ],
    }


MATCHING: Commands = {
    "match": (
        _match,
        [
            (("file",), {"type": Path}),
            (("standard",), {"metavar": "STANDARD[@RELEASE]"}),
            (("--report",), {"type": Path, "metavar": "OUT.html"}),
            JSON,
        ],
    )
}
"""Each command: what it does, and its arguments."""
