"""A folder of real photos, and the command line run in this process."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tagger.cli import main

CHECKOUT = Path(__file__).resolve().parents[2]
SAMPLES = CHECKOUT / "resources" / "samples"


@dataclass(frozen=True)
class Ran:
    """What one command came to."""

    status: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, Any]]:
        """Standard output as JSON lines; anything else there fails."""
        return [json.loads(line) for line in self.out.splitlines()]


Tagger = Callable[..., Ran]


@pytest.fixture
def tagger(capsys: pytest.CaptureFixture[str]) -> Tagger:
    """Runs ``tagger`` with these words; library and settings are those of the test's own home."""

    def run(*words: object) -> Ran:
        capsys.readouterr()
        status = main([str(word) for word in words])
        told = capsys.readouterr()
        return Ran(status, told.out, told.err)

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three photos."""
    folder = tmp_path / "photos"
    folder.mkdir()
    for name in ("chelsea.png", "coffee.png", "rocket.jpg"):
        shutil.copy(SAMPLES / name, folder)
    return folder


@pytest.fixture
def recognised(tagger: Tagger, folder: Path) -> Path:
    """The folder, indexed and recognised."""
    assert tagger("index", folder).status == 0
    assert tagger("recognize").status == 0
    return folder
