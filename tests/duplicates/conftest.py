"""Families of near-duplicates with known truth, made once for all tests of this folder."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from tagger.app import Tagger
from tagger.duplicates.search import Options

FAMILIES = 6
SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"


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


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with photos, copies of them, and a library that has found them; and all of that a second time."""
    base = tmp_path_factory.mktemp("cleanup")
    photos = base / "desk" / "photos"
    (photos / "copies").mkdir(parents=True)
    for name in ("coffee.png", "rocket.jpg"):
        shutil.copy(SAMPLES / name, photos)
        with Image.open(SAMPLES / name) as image:
            small = image.convert("RGB").resize((image.width // 2, image.height // 2))
            small.save(photos / "copies" / f"{Path(name).stem} small.jpg", quality=85)
    shutil.copy(SAMPLES / "rocket.jpg", photos / "copies" / "rocket again.jpg")
    app = Tagger.open(base / "desk" / "library.tagger", base / "desk" / "settings.toml")
    app.index([str(photos)])
    app.find_duplicates(Options(8, crops=False))
    app.close()
    shutil.copytree(base / "desk", base / "kept")
    return base / "desk"


@pytest.fixture
def folder(desk: Path) -> Path:
    """Two photos with copies: a smaller one of each, and one that is the same file."""
    shutil.rmtree(desk)
    shutil.copytree(desk.with_name("kept"), desk)
    return desk / "photos"


@pytest.fixture
def app(folder: Path) -> Iterator[Tagger]:
    """The library of that folder, with its groups."""
    opened = Tagger.open(folder.with_name("library.tagger"), folder.with_name("settings.toml"))
    yield opened
    opened.close()
