"""The search over a real library: which families it finds, and what it leaves alone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tagger.app import Tagger
from tagger.duplicates.search import Options
from tagger.entities import FoundBy, GroupKind
from tagger.errors import Cancelled
from tagger.progress import Control, Progress
from tagger.store import duplicates, prints


@pytest.fixture(scope="module")
def indexed(families, tmp_path_factory) -> Path:
    """A library of the families, as indexing leaves it."""
    path = tmp_path_factory.mktemp("library") / "library.tagger"
    app = Tagger.open(path, path.with_name("settings.toml"))
    app.index([str(families.folder)])
    app.close()
    return path


@pytest.fixture(scope="module")
def searched(indexed, tmp_path_factory) -> Path:
    """The same library after a search for everything."""
    path = tmp_path_factory.mktemp("searched") / "library.tagger"
    for part in indexed.parent.glob("library.tagger*"):
        shutil.copy(part, path.parent)
    app = Tagger.open(path, path.with_name("settings.toml"))
    app.find_duplicates()
    app.close()
    return path


def opened(library, folder) -> Iterator[Tagger]:
    for path in library.parent.glob("library.tagger*"):
        shutil.copy(path, folder)
    app = Tagger.open(folder / "library.tagger", folder / "settings.toml")
    yield app
    app.close()


@pytest.fixture
def app(indexed, tmp_path) -> Iterator[Tagger]:
    yield from opened(indexed, tmp_path)


@pytest.fixture
def found(searched, tmp_path) -> Iterator[Tagger]:
    """The library after a search for everything."""
    yield from opened(searched, tmp_path)


def grouped(app):
    """Group of each photo that is in one, by path."""
    found = {}
    for group in app.duplicate_groups():
        for path in app.paths(group.photo_ids).values():
            assert path not in found, "a photo is in two groups"
            found[path] = group.id
    return found


def recall_and_precision(found, families):
    true = [pair for pair in combinations(families.family, 2) if families.family[pair[0]] == families.family[pair[1]]]
    together = [pair for pair in combinations(found, 2) if found[pair[0]] == found[pair[1]]]
    right = [pair for pair in together if families.family[pair[0]] == families.family[pair[1]]]
    return len(right) / len(true), len(right) / len(together)


def test_all_kinds_of_variants_are_found_straight_after_indexing(found, families):
    recall, precision = recall_and_precision(grouped(found), families)
    assert recall >= 0.97
    assert precision >= 0.999


def test_each_link_says_how_it_was_found(found, families):
    found_by = {}
    for group in found.duplicate_groups():
        paths = found.paths(group.photo_ids)
        if families.kind[paths[group.keeper]] in ("original", "copy", "png"):
            found_by |= {families.kind[paths[link.photo_id]]: link for link in group.links}
    assert found_by["q35"].found_by is FoundBy.HASH
    assert found_by["mirrored"].found_by is FoundBy.TURNED
    assert found_by["mirrored"].turn == 2
    assert found_by["turned90"].found_by is FoundBy.TURNED
    assert found_by["turned90"].turn == 6
    assert found_by["crop10"].found_by in (FoundBy.CROP, FoundBy.HASH)
    assert all(0.5 < link.certainty <= 1 for link in found_by.values())


def test_what_is_switched_off_is_not_found(app, families):
    app.find_duplicates(Options(8, turned=False, crops=False))
    recall, precision = recall_and_precision(grouped(app), families)
    assert 0.55 < recall < 0.75
    assert precision == 1
    app.find_duplicates(Options(0, turned=False, crops=False))
    assert recall_and_precision(grouped(app), families)[0] < recall


def test_copies_are_a_kind_of_their_own(app, families, tmp_path):
    only = tmp_path / "copies"
    only.mkdir()
    original = next(Path(path) for path, kind in families.kind.items() if kind == "original")
    shutil.copy(original, only / "a.jpg")
    shutil.copy(original, only / "b.jpg")
    other = Tagger.open(tmp_path / "other.tagger", tmp_path / "settings.toml")
    try:
        other.index([str(only)])
        [group] = other.find_duplicates()
        assert group.kind is GroupKind.COPIES
        assert [(link.found_by, link.certainty) for link in group.links] == [(FoundBy.FILE, 1.0)]
    finally:
        other.close()


def test_flat_frames_are_never_alike_by_chance(tmp_path):
    folder = tmp_path / "dark"
    folder.mkdir()
    rng = np.random.default_rng(3)
    for number in range(6):
        noise = np.abs(rng.normal(0, 3, (300, 400, 3))).clip(0, 255).astype("uint8")
        Image.fromarray(noise).save(folder / f"dark{number}.jpg", quality=60)
        Image.new("RGB", (400, 300), (number, number, number)).save(folder / f"flat{number}.png")
    app = Tagger.open(tmp_path / "l.tagger", tmp_path / "settings.toml")
    try:
        app.index([str(folder)])
        assert app.find_duplicates() == []
    finally:
        app.close()


def test_what_was_said_not_to_be_a_duplicate_never_comes_back(app):
    groups = app.find_duplicates(Options(8, crops=False))
    first = groups[0]
    pairs = list(combinations(sorted(first.photo_ids), 2))
    app.store.write(lambda db: duplicates.keep_apart(db, pairs, "2026-01-01T00:00:00+00:00")).result()
    app.find_duplicates(Options(8, crops=False))
    gone = app.store.read(lambda db: duplicates.groups_of(db, first.photo_ids))
    assert len(set(gone.values())) == len(gone), "two of them are together again"


def test_a_library_from_before_there_were_prints_gets_them(app):
    before = app.find_duplicates(Options(8, crops=False))
    app.store.write(lambda db: db.execute("DELETE FROM photo_prints")).result()
    assert len(app.store.read(prints.missing)) > 90
    after = app.find_duplicates(Options(8, crops=False))
    assert app.store.read(prints.missing) == []
    assert len(after) == len(before)


def test_a_second_search_looks_closely_at_nothing_again(found):
    steps: list[Progress] = []
    found.find_duplicates(progress=steps.append)
    assert {step.current for step in steps} == {"hashes"}  # neither prints nor sharpness, embeddings or crops


def test_cancelling_keeps_the_groups_that_were(app):
    before = app.find_duplicates(Options(8, turned=False, crops=False))
    control = Control()
    control.cancel()
    with pytest.raises(Cancelled):
        app.find_duplicates(Options(0), control=control)
    assert app.duplicate_groups() == before


def test_new_photos_find_their_groups_without_a_new_search(app, families, tmp_path):
    """Also one that is turned, one whose like has no group yet, and one that is like nothing."""
    app.find_duplicates(Options(8, crops=False))
    before = grouped(app)
    original = next(Path(path) for path, kind in families.kind.items() if kind == "original")
    new = tmp_path / "new"
    new.mkdir()
    with Image.open(original) as image:
        image.rotate(90, expand=True).save(new / "turned.jpg", quality=80)
    Image.effect_noise((300, 200), 120).convert("RGB").resize((900, 600)).save(new / "lone.png")
    Image.linear_gradient("L").resize((400, 300)).convert("RGB").save(new / "flat.png")
    app.index([str(new)])
    after = grouped(app)
    assert {path for path in after if path.startswith(str(new))} == {str(new / "turned.jpg")}
    assert after[str(new / "turned.jpg")] == after[str(original)]
    with Image.open(new / "lone.png") as image:
        image.save(new / "lone too.jpg", quality=85)
    app.index([str(new)])
    found = grouped(app)
    assert found[str(new / "lone.png")] == found[str(new / "lone too.jpg")]
    assert len(found) == len(before) + 3


def test_before_the_first_search_nothing_is_grouped(app):
    app.place_new_duplicates()
    assert app.duplicate_groups() == []
