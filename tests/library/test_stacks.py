from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tagger.library.stacks import leaders_of, restack
from tagger.store import query, stacks
from tagger.store.query import Query
from tagger.store.stacks import Member
from tests.library.archive import Archive


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Archive]:
    archive = Archive(tmp_path, monkeypatch)
    yield archive
    archive.close()


def raw(archive: Archive, name: str) -> Path:
    """A RAW file by its name; what is in it does not matter here."""
    path = archive.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"II*\0\x08\0\0\0CR" + name.encode())
    return archive.stamp(path)


def found(archive: Archive, text: str = "", expanded: tuple[int, ...] | None = ()) -> set[str]:
    wanted = Query(text, query.parse(text).node, expanded)
    ids = archive.store.read(lambda db: query.photo_ids(db, wanted))
    names = archive.store.read(lambda db: dict(db.execute("SELECT id, name FROM photos").fetchall()))
    return {names[photo_id] for photo_id in ids}


def names(archive: Archive, path: Path) -> list[str]:
    photo_id = archive.id(path)
    return [name for _id, name in archive.store.read(lambda db: stacks.files(db, photo_id))]


def test_raw_and_jpeg_of_one_shot_are_one(archive: Archive) -> None:
    jpeg = archive.add("IMG_1.JPG", 1)
    raw(archive, "img_1.CR2")
    archive.add("IMG_2.JPG", 2)
    raw(archive, "other/IMG_2.CR2")
    archive.index()
    assert names(archive, jpeg) == ["IMG_1.JPG", "img_1.CR2"]
    assert found(archive) == {"IMG_1.JPG", "IMG_2.JPG", "IMG_2.CR2"}
    assert found(archive, "is:stacked", None) == {"IMG_1.JPG", "img_1.CR2"}
    assert found(archive, "is:stacked") == {"IMG_1.JPG"}
    assert found(archive, "name:img_1.CR2") == {"img_1.CR2"}  # what is searched for is not hidden behind what is not
    assert len(found(archive, "", (archive.id(jpeg),))) == 4
    assert len(found(archive, "", None)) == 4


def test_the_stack_follows_what_comes_and_goes(archive: Archive) -> None:
    jpeg, negative = archive.add("1.jpg", 1), raw(archive, "1.nef")
    archive.index()
    assert names(archive, jpeg) == ["1.jpg", "1.nef"]
    archive.store.write(stacks.all_due).result()
    assert restack(archive.store) == frozenset()
    archive.store.write(stacks.all_due).result()
    assert len(restack(archive.store, raw_in_front=True)) == 2
    assert names(archive, jpeg) == ["1.nef", "1.jpg"]
    shutil.move(negative, archive.root / "2.nef")
    archive.index()
    assert names(archive, jpeg) == []
    shutil.move(archive.root / "2.nef", negative)
    archive.index()
    assert names(archive, jpeg) == ["1.jpg", "1.nef"]
    negative.unlink()
    archive.index()
    assert names(archive, jpeg) == []
    assert found(archive) == {"1.jpg", "1.nef"}  # missing, and shown as that


def test_files_of_different_times_are_not_one_shot() -> None:
    def member(number: int, name: str, taken: str | None) -> Member:
        return Member(number, f"/p/{name}", taken, None)  # type: ignore[arg-type]

    pair = [member(1, "a.jpg", "2024-05-01T10:00:00.20"), member(2, "A.ARW", "2024-05-01T10:00:00")]
    assert leaders_of(pair, raw_in_front=False) == {1: 1, 2: 1}
    assert leaders_of(pair, raw_in_front=True) == {1: 2, 2: 2}
    assert leaders_of([pair[0], member(2, "A.ARW", "2024-05-02T10:00:00")], raw_in_front=False) == {}
    assert leaders_of([pair[0], member(2, "A.ARW", None)], raw_in_front=False) == {1: 1, 2: 1}
    assert leaders_of([pair[0], member(2, "a.png", None)], raw_in_front=False) == {}
    more = [*pair, member(3, "a.heic", None), member(4, "b.arw", None)]
    assert leaders_of(more, raw_in_front=False) == {1: 1, 2: 1, 3: 1}


def test_what_is_done_to_a_photo_is_done_to_the_whole_shot(archive: Archive) -> None:
    jpeg, negative = archive.add("1.jpg", 1), raw(archive, "1.nef")
    other = archive.add("2.jpg", 2)
    archive.index()
    ids = [archive.id(jpeg), archive.id(other)]
    both = archive.store.read(lambda db: stacks.widened(db, ids))
    assert set(both) == {*ids, archive.id(negative)}
    assert archive.store.read(lambda db: stacks.widened(db, ids, ids[:1])) == ids


def test_copies_are_found(archive: Archive) -> None:
    path = archive.add("a.jpg", 1)
    archive.copy(path, archive.root / "b.jpg")
    archive.add("c.jpg", 2)
    archive.index()
    assert found(archive, "is:copy") == {"a.jpg", "b.jpg"}
