"""Formulas of Word as one line of text (ECMA-376 part 1, chapter 22)."""

from coauthor.exchange.xml_tree import Element

_AROUND = {"d": "({})", "rad": "√({})"}
_BETWEEN = {"f": "/", "sSup": "^", "sSub": "_"}


def formula(element: Element) -> str:
    """Return a formula as one line: ``(a+b)/(c)``."""
    name = element.name
    if name == "t":
        return element.text
    inner = [formula(each) for each in element.children if not each.name.endswith("Pr")]
    if name in _BETWEEN and len(inner) == 2:
        return _BETWEEN[name].join(f"({each})" if len(each) > 1 else each for each in inner)
    if name == "sSubSup" and len(inner) == 3:
        return f"{inner[0]}_{inner[1]}^{inner[2]}"
    text = "".join(inner)
    if name == "nary":
        sign = element.child("naryPr", "chr").attributes.get("val", "∫")
        return f" {sign} " + " ".join(filter(None, inner))
    return _AROUND.get(name, "{}").format(text) if text else ""
