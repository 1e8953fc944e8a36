"""What is written in a marker is read back from it, whatever a person typed."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coauthor.document.markers import Marker, format_marker, with_attribute
from coauthor.document.model import Tombstone
from coauthor.document.reading import read_document


@given(st.text(max_size=30))
@example("\0")
@example("regel een\nregel twee")
@example('--> "aanhaling" \\')
@example(" \x85\u2028 ")
def test_any_value_comes_back_from_a_document(value: str) -> None:
    marker = with_attribute(Marker("omitted", "7k2m9qxf4t", "BEL-012"), "note", value)
    (block,) = read_document(format_marker(marker) + "\n").blocks
    assert isinstance(block, Tombstone)
    assert block.marker == marker


@pytest.mark.parametrize(("value", "shown"), [("a\0b", "a\ufffdb"), ("een\ntwee", "een twee")])
def test_what_a_line_cannot_hold_is_replaced(value: str, shown: str) -> None:
    assert with_attribute(Marker("clause", "7k2m9qxf4t"), "note", value).get("note") == shown
