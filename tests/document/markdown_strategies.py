"""Hypothesis strategies that make nasty Markdown."""

from hypothesis import strategies as st

# fmt: off
PIECES = [
    "# kop", "## kop ##", "#", "#geen", "####### zeven", "   # drie", "    # vier", "\t# tab",
    "===", "---", "--", "-", "=", "- item", "-\titem", "* item", "+ item", "1. een", "2. twee",
    "10) tien", "> citaat", ">", "> # kop", "- # kop", "- > # kop", "  # twee", "  vervolg",
    "    code", "```", "```python", "~~~", "````", "``` a`b", "  ```", "<!-- commentaar -->",
    "<!-- clause 7k2m9qxf4t BEL-012 kind=eis -->", "<!--", "-->", "<!-- a --> b", "<!-->",
    "  <!-- x -->", "    <!-- x -->", "<script>", "</script>", "<pre>", "<?php", "?>", "<!X", ">",
    "<![CDATA[", "]]>", "<div>", "</div>", "<b>", "<b", "[a]: b", "[a]:", '[a]: b "t', '"',
    "| a | b |", "|---|---|", "| a |", "|---|", ":--", "a | b", "--- | ---", "tekst", "é woord",
    "***", "___", "_a_", "</div>", "<table>", "* * *", "- - -", "\\# geen", "\\", "&nbsp;",
    "  ", "\t", "", "", "", "12", "a\x0bb", "\u2028", "\x0c", "x\x85y",
    "{{termijn: 5 dagen}}", "> **rationale** waarom", "> **x**",
]
# fmt: on

INDENTS = ["", "", "", "", " ", "  ", "   ", "    ", "\t", "> ", "- ", "1. ", ">", "  - "]

lines = st.builds(
    lambda indent, piece: indent + piece, st.sampled_from(INDENTS), st.sampled_from(PIECES)
)
endings = st.sampled_from(["\n", "\n", "\n", "\n\n", "\r\n", "\r"])
documents = st.lists(st.tuples(lines, endings), max_size=12).map(
    lambda pairs: "".join(line + ending for line, ending in pairs)
) | st.lists(lines, max_size=14).map("\n".join)
any_text = st.text(alphabet=st.sampled_from('#=-`~<>!|[]:*+. \t\r\nab1\\"/?'), max_size=60)
markdown = documents | any_text | st.text(max_size=80)
