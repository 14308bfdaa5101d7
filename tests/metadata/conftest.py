from __future__ import annotations

from collections.abc import Iterator

import pytest

from tagger.metadata.isolated import EmbeddedReader


@pytest.fixture(scope="session")
def reader() -> Iterator[EmbeddedReader]:
    """One worker process for all tests, started before the first of them."""
    with EmbeddedReader() as reader:
        reader.read("no such file")
        yield reader
