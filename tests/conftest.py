"""Fixtures for all tests."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared_texts() -> Path:
    """Real texts beside the checkout; tests that need them are skipped where they are absent."""
    folder = Path(__file__).parents[2] / "shared" / "texts"
    if not folder.is_dir():
        pytest.skip("the real texts are not beside this checkout")
    return folder
