from __future__ import annotations

from collections.abc import Iterator

import pytest

from tagger.metadata.isolated import EmbeddedReader


@pytest.fixture(scope="module")
def reader() -> Iterator[EmbeddedReader]:
    """One worker process for the tests of a file, started before the first of them.

    Not for the session: the thread of its pool would be running while later tests list all objects (`tests.leaks`).
    """
    with EmbeddedReader() as reader:
        reader.read("no such file")
        yield reader
