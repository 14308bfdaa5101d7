"""What was written into a sidecar goes out of it again, and does not come back by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tagger.app import Tagger
from tagger.entities import PhotoId, TagPath
from tagger.library.checking import compare
from tagger.metadata.facts import read_facts
from tagger.progress import Control

FLOWER, WINE = TagPath("Plant|Flower"), TagPath("Wine")


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    (tmp_path / "photos").mkdir()
    path = tmp_path / "photos" / "a.jpg"
    Image.new("RGB", (64, 48), (120, 90, 60)).save(path)
    return path


@pytest.fixture
def tagger(tmp_path: Path, photo: Path):
    tagger = Tagger.open(tmp_path / "library.tagger", tmp_path / "settings.toml")
    tagger.index([str(photo.parent)])
    yield tagger
    tagger.close()


def follow(tagger: Tagger) -> None:
    """Write what is due, as the window does by itself."""
    assert [result.error for result in tagger.export_sidecars(recorded=False)] == [None]


def in_file(photo: Path) -> set[TagPath]:
    return set(read_facts(str(photo), [f"{photo}.xmp"]).keywords)


def in_library(tagger: Tagger) -> set[TagPath]:
    [photo] = tagger.photos()
    return set(photo.tags)


def test_undo_of_a_tag_that_was_written_takes_it_out_of_the_sidecar(tagger, photo):
    ids = [PhotoId(i) for i in tagger.photo_ids()]
    tagger.tag(ids, add=[FLOWER])
    follow(tagger)
    tagger.tag(ids, add=[WINE])
    follow(tagger)
    assert in_file(photo) == {FLOWER, WINE}
    tagger.undo()
    tagger.undo()
    assert in_library(tagger) == set()
    tagger.index([str(photo.parent)])
    assert in_library(tagger) == set(), "the sidecar that waits to be written brought the tag back"
    follow(tagger)
    assert in_file(photo) == set()
    tagger.redo()
    follow(tagger)
    assert in_file(photo) == in_library(tagger) == {FLOWER}


def test_what_another_program_adds_again_comes_in(tagger, photo):
    ids = [PhotoId(i) for i in tagger.photo_ids()]
    tagger.tag(ids, add=[FLOWER])
    follow(tagger)
    sidecar = Path(f"{photo}.xmp")
    with_flower = sidecar.read_bytes()
    tagger.undo()
    follow(tagger)
    tagger.index([str(photo.parent)])
    assert in_library(tagger) == set()
    sidecar.write_bytes(with_flower + b"\n")
    tagger.index([str(photo.parent)])
    assert in_library(tagger) == {FLOWER}


def test_keywords_of_others_are_never_taken_for_ours(tagger, photo):
    ids = [PhotoId(i) for i in tagger.photo_ids()]
    tagger.tag(ids, add=[FLOWER])
    follow(tagger)
    sidecar = Path(f"{photo}.xmp")
    text = sidecar.read_text("utf-8")
    flower = "<rdf:li>Flower</rdf:li>"
    assert flower in text
    sidecar.write_text(text.replace(flower, flower + "<rdf:li>Theirs</rdf:li>", 1), "utf-8")
    tagger.undo()
    follow(tagger)
    assert in_file(photo) == {TagPath("Theirs")}


def test_undoing_the_writing_itself_leaves_nothing_to_take_out(tagger, photo):
    ids = [PhotoId(i) for i in tagger.photo_ids()]
    tagger.tag(ids, add=[FLOWER])
    assert len(list(tagger.export_sidecars())) == 1
    tagger.undo()
    assert not Path(f"{photo}.xmp").exists()
    assert tagger.store.read(lambda db: db.execute("SELECT count(*) FROM written_tags").fetchone()) == (0,)


@pytest.mark.parametrize("again", [False, True])
def test_a_sidecar_that_undo_put_back_is_not_taken_for_one_that_others_changed(tagger, photo, again):
    sidecar, ids = Path(f"{photo}.xmp"), [PhotoId(i) for i in tagger.photo_ids()]
    if again:
        tagger.tag(ids, add=[WINE])
        assert len(list(tagger.export_sidecars())) == 1
    tagger.tag(ids, add=[FLOWER])
    assert len(list(tagger.export_sidecars())) == 1
    assert list(compare(tagger.store, Control())) == []
    tagger.undo()
    assert sidecar.exists() is again
    assert list(compare(tagger.store, Control())) == []
    sidecar.write_bytes(b"<x/>")
    assert [found.kind for found in compare(tagger.store, Control())] == ["sidecar"]
