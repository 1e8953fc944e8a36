"""A room with people in it."""

import pytest

from tests.attacks.making import Line, new_line


@pytest.fixture
def line(tmp_path) -> Line:
    return new_line(tmp_path)
