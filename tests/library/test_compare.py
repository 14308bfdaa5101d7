from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from tagger.entities import PhotoId
from tagger.imaging.thumbnails import ThumbnailCache
from tagger.library.compare import Comparing, Difference
from tagger.library.keep import save
from tagger.library.look import batches
from tagger.library.read import read_photo
from tagger.library.sidecars import SidecarIndex
from tagger.library.walk import DirectoryListing, walk
from tagger.progress import Control
from tagger.store import folders, photos
from tagger.store.store import Store


@dataclass
class Place:
    """A folder with photos of every kind that a rescan meets, all known."""

    folder: Path
    store: Store
    thumbnails: ThumbnailCache

    def listings(self) -> list[DirectoryListing]:
        return list(walk(str(self.folder), Control()))

    def keep(self, *names: str) -> None:
        """Have the library know photos as they are now; all of them if none is named."""
        readings = []
        for listing in self.listings():
            sidecars = SidecarIndex(listing)
            paths = [path for path, _bytes, _mtime in listing.found]
            readings += [read_photo(path, sidecars.of(path)[0]) for path in paths if not names or path.endswith(names)]

        def write(db: object) -> None:
            save(db, folders.add_folder(db, str(self.folder)), readings, self.thumbnails)  # type: ignore[arg-type]

        self.store.write(write).result()

    def compared(self) -> Difference:
        """Everything together."""
        total = Difference()
        for each in Comparing(self.store, self.thumbnails).differences(self.listings()):
            total.unchanged += each.unchanged
            total.unreadable += each.unreadable
            total.to_read += each.to_read
            total.returned += each.returned
            total.gone += each.gone
        return total

    def to_read(self) -> dict[str, str]:
        return {os.path.basename(task.path): task.reason for task in self.compared().to_read}


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    folder = tmp_path / "photos"
    odd = Path(os.fsdecode(os.fsencode(folder) + b"/d\xefr"))
    for directory in (folder, folder / "plain", folder / "with", odd):
        directory.mkdir()
    for number, name in enumerate(("plain/a.jpg", "plain/b.jpg", "plain/bad.jpg", "with/a.jpg", "with/b.jpg", "c.jpg")):
        Image.new("RGB", (8, 8), (number * 20, 80, 80)).save(folder / name)
    Image.new("RGB", (8, 8)).save(odd / "e.jpg")
    Image.new("RGB", (8, 8), "red").save(Path(os.fsdecode(os.fsencode(folder) + b"/plain/\xff.jpg")))
    (folder / "plain/bad.jpg").write_bytes(b"\xff\xd8\xff nothing")
    (folder / "with/a.xmp").write_text("<x/>")
    (folder / "with/b.jpg.xmp").write_text("<x/>")
    store, thumbnails = Store.open(tmp_path / "library.tagger"), ThumbnailCache(tmp_path / "thumbnails")
    place = Place(folder, store, thumbnails)
    place.keep()
    yield place
    thumbnails.close()
    store.close()


def test_nothing_is_to_be_done_where_all_is_as_it_was(place: Place) -> None:
    assert place.compared() == Difference(unchanged=8, unreadable=1)


TOUCHED = [
    ("plain/a.jpg", "a.jpg"),
    ("plain/bad.jpg", "bad.jpg"),
    ("with/a.jpg", "a.jpg"),
    ("with/a.xmp", "a.jpg"),
    ("with/b.jpg.xmp", "b.jpg"),
    ("c.jpg", "c.jpg"),
]


@pytest.mark.parametrize(("name", "photo"), TOUCHED)
def test_whatever_is_touched_is_read_again(place: Place, name: str, photo: str) -> None:
    path = place.folder / name
    os.utime(path, ns=(1, path.stat().st_mtime_ns + 1))
    assert place.to_read() == {photo: "changed"}


def test_exchanged_files_are_noticed(place: Place) -> None:
    one, other = place.folder / "plain/a.jpg", place.folder / "plain/b.jpg"
    os.utime(one, ns=(1, 10**18))
    place.keep("a.jpg")
    one.rename(place.folder / "x")
    other.rename(one)
    (place.folder / "x").rename(other)
    assert place.to_read() == {"a.jpg": "changed", "b.jpg": "changed"}


def test_what_came_and_what_went(place: Place) -> None:
    (place.folder / "plain/a.jpg").rename(place.folder / "with/new.jpg")
    (place.folder / "with/b.jpg.xmp").unlink()
    found = place.compared()
    assert {os.path.basename(task.path): task.reason for task in found.to_read} == {
        "new.jpg": "new",
        "b.jpg": "changed",
    }
    assert len(found.gone) == 1
    assert found.unchanged == 6


def test_a_lost_thumbnail_is_made_again_and_a_returned_photo_is_not_read(place: Place) -> None:
    known = place.store.read(lambda db: photos.known_in(db, str(place.folder / "plain")))
    ids = {os.path.basename(path): entry.id for path, entry in known.items()}
    place.thumbnails.delete([ids["a.jpg"]])
    place.store.write(lambda db: photos.mark_missing(db, [ids["b.jpg"], ids["bad.jpg"]])).result()
    found = place.compared()
    assert [(os.path.basename(task.path), task.reason) for task in found.to_read] == [("a.jpg", "thumbnail")]
    assert sorted(found.returned) == sorted([ids["b.jpg"], ids["bad.jpg"]])
    assert found.unchanged == 7


def test_thumbnails_of_a_range(tmp_path: Path) -> None:
    cache = ThumbnailCache(tmp_path / "thumbnails")
    cache.put_many([(PhotoId(number), b"x") for number in range(5, 10)])
    assert cache.has_all(PhotoId(5), PhotoId(9))
    assert not cache.has_all(PhotoId(4), PhotoId(9))
    cache.delete([PhotoId(7)])
    assert not cache.has_all(PhotoId(5), PhotoId(9))
    cache.close()


def test_directories_are_gathered_but_not_for_long() -> None:
    listings = [DirectoryListing(f"/p/{number}", [(f"/p/{number}/a.jpg", 1, 1)] * 10) for number in range(450)]
    control = Control()
    gathered = list(batches(listings, control))
    assert [each for some in gathered for each in some] == listings
    assert max(len(some) for some in gathered) == 100
    control.pause()
    assert len(next(batches(listings, control))) == 1, "what is under way is kept before the pause"
