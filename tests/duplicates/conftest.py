"""Families of near-duplicates with known truth, made once for all tests of this folder."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

FAMILIES = 12


@dataclass(frozen=True)
class Families:
    """Photos of which some are variants of others.

    Attributes:
        folder: Where they are.
        family: Number of each photo's family, by its path.
        kind: What kind of variant each is, ``original`` for those the others were made of.
    """

    folder: Path
    family: dict[str, int]
    kind: dict[str, str]


@pytest.fixture(scope="session")
def families(tmp_path_factory: pytest.TempPathFactory) -> Families:
    """Some photos with 15 variants each; never write into the folder."""
    shared = Path(__file__).resolve().parents[3] / "shared"
    maker = shared / "bench/make_duplicates.py"
    if not maker.exists():
        pytest.skip("the maker of duplicate families is not beside this checkout")
    base = tmp_path_factory.mktemp("families")
    originals = base / "originals"
    originals.mkdir()
    for path in sorted((shared / "coco/images").glob("*.jpg"))[:FAMILIES]:
        shutil.copy(path, originals)
    folder = base / "photos"
    subprocess.run([sys.executable, str(maker), str(originals), str(folder)], check=True, capture_output=True)
    family: dict[str, int] = {}
    kind: dict[str, str] = {}
    for number, made in enumerate(json.loads((folder / "truth.json").read_text("utf-8"))["families"]):
        for name, what in {made["original"]: "original", **made["variants"]}.items():
            family[str(folder / name)] = number
            kind[str(folder / name)] = what
    return Families(folder, family, kind)
