"""Hypothesis strategies that make nasty Markdown: what a person, a tool or an enemy may write."""

from hypothesis import strategies as st

HEADINGS = (
    "# kop|## kop ##|#|#geen|####### zeven|# #|# kop#|## \t#\t|# kop\x0c|#\u00a0kop|\\# geen"
    "|===|---|--|-|=|=-|=== x"
).split("|")

RULES_AND_ITEMS = (
    "***|* * *|- - -|_ _ _|**|- x|-\tx|-     x|-      x|* x|+ x|- - x|* * x|1. x|2. x|10) x"
    "|01. x|0. x|123456789. x|1234567890. x|1.|2)|- 1. x|- # kop|- > x|- ```|- <!--"
).split("|")

QUOTES = "> x,>,>x,>\tx,> > x,>> x,> # kop,> - x,> ```,> <!--,> | a |,> |---|,> **rationale** x"

FENCES = "```,```py,``` a`b,~~~,~~~~,~~~ `x,````,    code,\tcode"

HTML = (
    "<!-- x -->|<!-- clause 7k2m9qxf4t BEL-012 kind=eis -->|<!--|-->|<!-- a --> b|<!-->|<!--->"
    "|x -->|<script>|</script>|<script|<Pre>|</pre> x|<style|<textarea>|<?php|?>|<!X|<!x>|>"
    "|<![CDATA[|]]>|<div>|</div>|<div|<DIV a=b>|<divx>|<b>|<b|</b>|</b x>|<h1>|</h7>|<table>"
    '|<a b=c>|<a b=\'c\' d>|<a\tb="c" />|<a b = c>|<a b=c/>|<a 1>|<a-b c:d.e_=f>|<a b=">">'
    "|<a b=c\u00a0d=e>|<a b=\u00a0\u00a0c=d>|<a b=\u00a0 c=d>|<a b=c\u00a0d\u00a0=e>|<a\0>"
).split("|")

DEFINITIONS = [
    *("[a]: b", "[a]:", "[a]:b", "[a", "]: b", "[a]", "[]: b", "[ ]: b", "[\\]]: b", "[a\\"),
    *('[a]: b "t"', '[a]: b "t', '[a]: b "t" x', '[a]: b "" x', '[a]: b ""', "[a]: b (t)"),
    *('[a]: <b>"t"', '[a]: <b>"t', "[a]: <b c>", "[a]: <b", "c>", "[a]: <b\\", "[a]: b\\"),
    *("[a]: (b)", "[a]: (b", "[a]: b)", "[a]: b(", "[a]: javascript:x", "[a]: data:x"),
    *("[a]: data:image/png;x", "[a]: data:@image/png;x", "[a]: &#106;avascript:x"),
    *("[a]: &#x6A;avascript:x", "[a]: <&#160;javascript:x>", "[a]: <  file:x>"),
    *('"t"', '"t', 't"', "'t'", "'", "(t)", "(t", "t)", "(", '"', '\\"', 'x"'),
]

TABLES = [
    *("| a |", "|---|", "| a | b |", "|---|---|", "a | b", "a \\| b", "--|--", "--- | ---"),
    *("|:-:|", "| - |", ":-", "-:", "|-", "-|", ":-:|:-", "a|", "|", "||", "| |", "x|y|z"),
]

TEXTS = [
    *("tekst", "é woord", "a\\", "**a**", "*a*", "_a_", "__", "12", "&nbsp;", "{{termijn: 5}}"),
    *("a\x0bb", "\u2028", "\x0c", "x\x85y", "\x0c# kop", "\ufeff# kop", "\0", "# \0", "   "),
    *("", "", "", "", "", ""),
]

PIECES = [
    *HEADINGS,
    *RULES_AND_ITEMS,
    *QUOTES.split(","),
    *FENCES.split(","),
    *HTML,
    *DEFINITIONS,
    *TABLES,
    *TEXTS,
]

INDENTS = [
    *("", " ", "  ", "   ", "    ", "     ", "\t", " \t", "  \t", "\t\t"),
    *("> ", ">", ">\t", ">  ", ">     ", "> > ", ">>", "- ", "-\t", "-   ", "* ", "1. ", "10. "),
    *("  - ", "    - ", "- - ", "> - ", "- > ", "1. > ", "- \t", "      - ", "      > ", "    > "),
]

ENDINGS = ["\n"] * 9 + ["\n\n"] * 3 + ["\r\n", "\r", "\n\n\n", "\r\n\r\n"]


@st.composite
def documents(draw: st.DrawFn, pieces: list[str] = PIECES) -> str:
    """Lines from a few pieces and a few indents, so that they meet each other often."""
    few = st.sampled_from(draw(st.lists(st.sampled_from(pieces), min_size=2, max_size=12)))
    indents = st.sampled_from(["", *draw(st.lists(st.sampled_from(INDENTS), max_size=4))])
    line = st.tuples(indents, indents | st.just(""), few, st.sampled_from(ENDINGS)).map("".join)
    text = "".join(draw(st.lists(line, max_size=10)))
    return text if draw(st.booleans()) else text.rstrip("\r\n")


@st.composite
def one_kind(draw: st.DrawFn) -> str:
    """A document about one kind of trouble: HTML, definitions or tables."""
    kind = draw(st.sampled_from([HTML, DEFINITIONS, TABLES]))
    return draw(documents([*kind, *HEADINGS[-8:], "", "", "tekst"]))


SMALL = [
    ["a", "===", "", "# kop", "- a", "> a", "-", "- - a", "    a", "2. a", "1. a", "*"],
    ["a", "a|b", "--|--", "", "===", "- a|b", "> a|b", "-", "- --|--", " --|--", "|", "---|"],
    ["a", "```", "", "===", "# kop", "<!--", "-->", "<div>", "<!-- a -->", "- a", "<b>", "~~~"],
    ["[a]: b", "[a", "]: b", "'t", "t'", "===", "a", "", "2. a", "a|b", "-|-", "[a]:", "b\\"],
    ["a", "===", "", "> a", ">", "> > a", ">> a", "- a", "    # kop"],
]
MARKERS = [" ", "  ", "   ", "    ", "\t", "> ", ">", ">\t", "- ", "-\t", "1. ", "* "]
REVEALING = ["", "\n===", "\na\n===\n", "\n\na\n===\n", "\n# kop\n", "\n    a\nb\n===\n"]


@st.composite
def nested(draw: st.DrawFn) -> str:
    """A few short lines deep in containers, and an end that shows what was open."""
    pieces = st.sampled_from(draw(st.sampled_from(SMALL)))
    markers = draw(st.lists(st.sampled_from(MARKERS), min_size=1, max_size=4))
    prefix = st.lists(st.sampled_from(markers), max_size=4).map("".join)
    lines = draw(st.lists(st.tuples(prefix, pieces).map("".join), min_size=2, max_size=7))
    ending = draw(st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"]))
    return ending.join(lines) + draw(st.sampled_from(REVEALING))


soup = st.lists(st.sampled_from([*PIECES, *INDENTS, *("\n", " ", "\t") * 20]), max_size=25).map(
    "".join
)
"""Pieces with no regard to where lines end."""

signs = st.text(alphabet=st.sampled_from('#=-`~<>!|[]:*+. \t\r\nab1\\"/?()'), max_size=60)

markdown = st.one_of(documents(), nested(), one_kind(), soup, signs, st.text(max_size=80))
"""Any text, and most of all text that is hard to read as Markdown."""
