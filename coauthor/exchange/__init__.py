"""Other formats: one module each; `FORMATS` lists what can be written."""

from collections.abc import Callable, Mapping

from coauthor.exchange.specification import Specification, Text

Writer = Callable[[Specification, Text], bytes]


def _markdown(specification: Specification, text: Text) -> bytes:
    from coauthor.exchange.markdown import to_markdown  # noqa: PLC0415 (loads its library only when asked for)

    return to_markdown(specification, text)


def _html(specification: Specification, text: Text) -> bytes:
    from coauthor.exchange.html import to_html_file  # noqa: PLC0415 (loads its library only when asked for)

    return to_html_file(specification, text)


def _xlsx(specification: Specification, text: Text) -> bytes:
    from coauthor.exchange.xlsx import to_xlsx  # noqa: PLC0415 (loads its library only when asked for)

    return to_xlsx(specification, text)


FORMATS: Mapping[str, Writer] = {"md": _markdown, "html": _html, "xlsx": _xlsx}
"""What a document can be exported to; a library is loaded when its format is asked for."""
