"""Documents for tests: clauses, headings, prose and tombstones among nasty Markdown."""

from hypothesis import strategies as st

from tests.document.markdown_strategies import documents, markdown, nested

UIDS = [letter * 10 for letter in "abcdefgh"]

CLAUSES = [
    "<!-- clause {uid} {code} kind=eis -->\n### Titel\n\nEen tekst.\n\n> **rationale** Waarom.\n\n",
    "<!-- clause {uid} kind=wens theme=privacy -->\nZonder titel, {{{{termijn: 5 dagen}}}}.\n\n",
    "<!-- clause {uid} {code} -->\n",
    "<!-- clause {uid} -->\r\n\r\n## Titel\r\n\r\nRegels van Windows.\r\n\r\n",
    "<!-- clause {uid} {code} -->\n### Titel\n",
    "<!-- clause {uid} -->\n\n> **acceptance** Alleen velden.\n> \n> **eigen** x\n",
    "<!-- clause {uid} -->\nTitel\n-----\n\nTekst.\n\n#### Dieper\n\nNog tekst.\n",
    '<!-- omitted {uid} {code} reason=law note="een \\"reden\\"" -->\n\n',
    "<!-- withdrawn {uid} moved-to=zzzzzzzzzz -->\n",
]
OTHERS = ["# Kop\n\n", "## Kop\n", "Proza.\n\n", "- punt\n- punt\n", "<!-- text -->\nProza.\n\n"]
FRONTS = ["", "", "\ufeff", "---\ntitle: Eisen\n---\n\n", "\ufeff---\r\na: b\r\n---\r\n", "---\n"]


@st.composite
def whole_documents(draw: st.DrawFn) -> str:
    """A document as the program makes them, with what others wrote in between."""
    pieces = [draw(st.sampled_from(FRONTS))]
    for _ in range(draw(st.integers(0, 7))):
        shape = draw(st.sampled_from([*CLAUSES * 2, *OTHERS, None]))
        if shape is None:
            pieces.append(draw(documents() | nested()))
        elif shape in CLAUSES:
            number = draw(st.integers(0, len(UIDS) - 1))
            pieces.append(shape.format(uid=UIDS[number], code=f"T-{number:03}"))
        else:
            pieces.append(shape)
    return "".join(pieces)


any_document = st.one_of(whole_documents(), whole_documents(), markdown)
