from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tagger.recognition import dispatcher, lane
from tests.recognition.services import Bench, Maker


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Maker]:
    """Makes a `Bench`; waits are short."""
    monkeypatch.setattr(lane, "IDLE_S", 0.02)
    monkeypatch.setattr(lane, "POLL_FIRST_S", 0.02)
    monkeypatch.setattr(dispatcher, "WATCH_S", 0.02)
    monkeypatch.setattr(dispatcher, "TELL_S", 0.02)
    made: list[Bench] = []

    def make(service: Any, *, count: int = 10, **capabilities: Any) -> Bench:
        made.append(Bench(tmp_path, service, count=count, **capabilities))
        return made[-1]

    yield make
    for each in made:
        each.store.close()
