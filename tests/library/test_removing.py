from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tagger.app import Tagger
from tagger.entities import Decision, Detection, PhotoId, SuggestionId, TagPath
from tagger.errors import Cancelled, UsageError
from tagger.progress import Progress
from tagger.store import removed, suggestions

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"


@pytest.fixture
def tagger(tmp_path: Path) -> Iterator[Tagger]:
    tagger = Tagger.open(tmp_path / "lib" / "library.tagger", tmp_path / "settings.toml")
    yield tagger
    tagger.close()


@pytest.fixture
def holiday(tmp_path: Path) -> Path:
    folder = tmp_path / "Holiday"
    folder.mkdir()
    for path in sorted(SAMPLES.glob("*.jpg"))[:2] + sorted(SAMPLES.glob("*.png"))[:1]:
        shutil.copy(path, folder)
    return folder


def suggest(tagger: Tagger, photo_id: int, label: str, confidence: float) -> SuggestionId:
    """A suggestion as recognition leaves it."""

    def write(db) -> SuggestionId:
        detection = Detection(label, confidence)
        label_id = suggestions.ensure_label(db, "onnx", detection, TagPath(label.title()), hidden=False)
        suggestions.insert(
            db, PhotoId(photo_id), label_id, detection, operation="tags", model="1", decision=Decision.SUGGESTED
        )
        return suggestions.of_photo(db, PhotoId(photo_id), hidden=True)[-1].id

    return tagger.store.write(write).result()


def everything(tagger: Tagger) -> dict[str, list[tuple[object, ...]]]:
    """Every row that hangs on a photo, and the photos without the folder they are listed under."""
    wanted = ("photo_tags", "suggestions", "results", "photo_facts", "embeddings", "photo_edits", "sidecars_due")

    def read(db) -> dict[str, list[tuple[object, ...]]]:
        found = {name: db.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall() for name in wanted[:-1]}
        found["sidecars_due"] = db.execute("SELECT * FROM sidecars_due ORDER BY 1").fetchall()
        columns = [column.name for column in db.table("photos").columns if column.name != "folder_id"]
        found["photos"] = db.execute(f"SELECT {', '.join(columns)} FROM photos ORDER BY id").fetchall()
        return found

    return tagger.store.read(read)


def filled(tagger: Tagger, folder: Path) -> list[int]:
    """Photos with tags by hand, decisions, an embedding and facts."""
    tagger.index([str(folder)])
    ids = list(tagger.photo_ids())
    tagger.tag([PhotoId(ids[0])], add=[TagPath("Place|Beach"), TagPath("Mine")])
    tagger.tag([PhotoId(ids[1])], add=[TagPath("Mine")])
    tagger.tag([PhotoId(ids[1])], remove=[TagPath("Mine")])
    tagger.decide([suggest(tagger, ids[0], "dog", 0.9)], Decision.ACCEPTED)
    tagger.decide([suggest(tagger, ids[0], "lawn", 0.4)], Decision.REJECTED)
    suggest(tagger, ids[1], "rocket", 0.7)

    def write(db) -> None:
        db.execute("INSERT INTO embeddings VALUES (?, 'onnx', 'm', ?)", (ids[0], bytes(range(256))))
        db.execute("INSERT INTO photo_facts VALUES (?, 'onnx', 'nsfw', '0.1')", (ids[2],))
        db.execute("INSERT INTO results VALUES (?, 'onnx', 'objects', 'm', '2024')", (ids[0],))
        db.execute("UPDATE photos SET rating = 4 WHERE id = ?", (ids[0],))
        db.execute("INSERT INTO photo_edits (photo_id, field) VALUES (?, 'rating')", (ids[0],))

    tagger.store.write(write).result()
    return ids


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("keep", [True, False])
def test_a_removed_folder_is_nowhere_and_undo_brings_all_of_it_back(tagger, holiday: Path, keep: bool) -> None:
    ids = filled(tagger, holiday)
    before, on_disk = everything(tagger), files(holiday)
    done = tagger.remove_folder(str(holiday), keep=keep)
    assert done.photo_ids == frozenset(ids)
    assert [table for table, rows in everything(tagger).items() if rows] == []
    assert (
        list(tagger.photo_ids()) == list(tagger.photo_ids("state:suggested")) == list(tagger.photo_ids("beach")) == []
    )
    assert tagger.sources()[0].count == 0
    undone = tagger.undo()
    assert undone is not None
    assert undone.title == "remove the folder Holiday"
    assert undone.listed
    assert everything(tagger) == before
    assert [source.title for source in tagger.sources()[1].children] == ["Holiday"]
    tagger.redo()
    assert everything(tagger)["photos"] == []
    tagger.undo()
    assert everything(tagger) == before
    tagger.undo()  # what was done before it can be undone too: ids are what they were
    assert files(holiday) == on_disk


def test_what_was_kept_comes_back_when_the_folder_is_added_again(tagger, holiday: Path) -> None:
    ids = filled(tagger, holiday)
    before = everything(tagger)
    tagger.remove_folder(str(holiday), keep=True)
    summary = tagger.index([str(holiday)])
    assert (summary.new, summary.found) == (3, 3)
    after = everything(tagger)
    assert after == before
    assert sorted(tagger.photo_ids()) == sorted(ids)
    tagger.index([str(holiday)])
    assert everything(tagger) == before


def test_what_was_kept_comes_back_also_under_a_wider_folder(tagger, holiday: Path) -> None:
    ids = filled(tagger, holiday)
    tagger.remove_folder(str(holiday), keep=True)
    tagger.index([str(holiday.parent)])
    assert set(ids) <= set(tagger.photo_ids())
    assert list(tagger.photo_ids("tag:Mine")) == [ids[0]]


def test_what_was_to_be_forgotten_is_not_there_when_the_folder_is_added_again(tagger, holiday: Path) -> None:
    ids = filled(tagger, holiday)
    tagger.remove_folder(str(holiday), keep=False)
    tagger.index([str(holiday)])
    assert not set(ids) & set(tagger.photo_ids())  # a number of a photo never names another one
    assert everything(tagger)["suggestions"] == []
    assert list(tagger.photo_ids("tag:Mine")) == []
    assert tagger.undo() is not None  # nothing is doubled by an undo that comes too late
    assert len(tagger.photo_ids()) == 3


def test_a_forgotten_folder_is_gone_for_good_once_nothing_can_undo_it(tagger, holiday: Path, tmp_path: Path) -> None:
    ids = filled(tagger, holiday)
    other = tmp_path / "Other"
    shutil.copytree(holiday, other)
    tagger.index([str(other)])
    tagger.remove_folder(str(holiday), keep=False)
    assert tagger.thumbnails.get(ids[0]) is not None
    tagger.store.write(lambda db: db.execute("DELETE FROM journal")).result()
    done = tagger.remove_folder(str(other), keep=True)
    assert set(done.purged) == set(ids)
    assert tagger.thumbnails.get(ids[0]) is None
    kept = tagger.store.read(lambda db: db.execute("SELECT path FROM removed_folders").fetchall())
    assert kept == [(str(other),)]


def test_only_what_still_exists_comes_back_from_a_kept_folder(tagger, holiday: Path) -> None:
    filled(tagger, holiday)
    tagger.remove_folder(str(holiday), keep=True)
    gone, *stayed = sorted(path.name for path in holiday.iterdir())
    os.remove(holiday / gone)
    tagger.index([str(holiday)])
    assert sorted(photo.name for photo in tagger.photos()) == stayed
    # The undo of the removal finds the rest, which is missing then.
    tagger.undo()
    assert len(tagger.photo_ids()) == 3


def test_a_tag_renamed_meanwhile_does_not_stop_it(tagger, holiday: Path) -> None:
    ids = filled(tagger, holiday)
    tagger.remove_folder(str(holiday), keep=True)
    tagger.store.write(lambda db: db.execute("DELETE FROM tags")).result()
    tagger.index([str(holiday)])
    assert list(tagger.photo_ids("tag:Place|Beach")) == [ids[0]]


@pytest.mark.skipif(os.name == "nt", reason="names there are always text")
def test_names_that_are_no_text_go_and_come_back(tagger, tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path) + b"/caf\xe9"
    os.mkdir(folder)
    shutil.copy(sorted(SAMPLES.glob("*.jpg"))[0], folder + b"/b\xe9.jpg")
    path = os.fsdecode(folder)
    tagger.index([path])
    before = everything(tagger)
    tagger.remove_folder(path, keep=True)
    assert everything(tagger)["photos"] == []
    tagger.undo()
    assert everything(tagger) == before


def test_only_a_folder_of_the_library_can_be_removed(tagger, holiday: Path) -> None:
    filled(tagger, holiday)
    with pytest.raises(UsageError, match="not a folder"):
        tagger.remove_folder(str(holiday.parent), keep=True)
    assert len(tagger.photo_ids()) == 3


def test_it_tells_how_far_it_is_and_stopped_half_way_it_leaves_all_as_it_was(
    tagger: Tagger, holiday: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(removed, "CHUNK", 2)
    filled(tagger, holiday)
    before, told = everything(tagger), []

    def stop(progress: Progress) -> None:
        told.append((progress.done, progress.total))
        if progress.done:
            raise Cancelled

    with pytest.raises(Cancelled):
        tagger.remove_folder(str(holiday), keep=True, progress=stop)
    assert told == [(0, 3), (2, 3)]
    assert everything(tagger) == before
    assert tagger.store.read(lambda db: db.table("removed_photos").count) == 0
