from __future__ import annotations

import hashlib
import os
import shutil
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import scipy.fftpack  # noqa: F401 - hashing loads it when first needed, which the unprivileged user of a test may not
from PIL import Image

from tagger.entities import PhotoState
from tagger.errors import Cancelled, LibraryError, TaggerError
from tagger.imaging.thumbnails import ThumbnailCache
from tagger.library.index import IndexSummary, index_folders
from tagger.library.walk import stamp_of
from tagger.library.workers import ReadingPool, ReadingTask
from tagger.progress import Control, Progress
from tagger.store import folders, photos
from tagger.store.store import Store
from tests.library import readers


@dataclass
class Library:
    """A library in a temporary place with one folder of photos."""

    place: Path
    store: Store
    thumbnails: ThumbnailCache
    told: list[Progress] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        return self.place / "photos"

    def add(self, name: str, colour: int | None = None) -> Path:
        """A photo that no other is a copy of, unless they are given one colour."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        red, green = (colour % 256, 80) if colour is not None else divmod(zlib.crc32(name.encode()) % 65536, 256)
        Image.new("RGB", (60, 40), (red, green, 80)).save(path, "JPEG")
        return path

    def index(self, *folders: Path, **options: Any) -> IndexSummary:
        names = [str(folder) for folder in folders or (self.folder,)]
        options = {"workers": 1, "read": readers.traced, "progress": self.told.append} | options
        return index_folders(self.store, self.thumbnails, names, **options)

    def opened(self) -> list[str]:
        """Names of the photos that were opened since the last call."""
        trace = self.place / "opened.txt"
        names = sorted(trace.read_text().splitlines()) if trace.exists() else []
        trace.unlink(missing_ok=True)
        return names

    def known(self, directory: Path | None = None) -> dict[str, photos.Known]:
        found = self.store.read(lambda db: photos.known_in(db, str(directory or self.folder)))
        return {os.path.basename(path): entry for path, entry in found.items()}

    def rows(self) -> list[dict[str, Any]]:
        return self.store.read(lambda db: list(db.query("SELECT * FROM photos ORDER BY path")))

    def states(self) -> dict[str, str]:
        return {row["name"]: row["state"] for row in self.rows()}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    (tmp_path / "photos").mkdir()
    store = Store.open(tmp_path / "home/library.tagger")
    thumbnails = ThumbnailCache(tmp_path / "home/library.thumbnails")
    yield Library(tmp_path, store, thumbnails)
    thumbnails.close()
    store.close()


def counts(summary: IndexSummary) -> dict[str, int]:
    names = ("found", "new", "changed", "missing", "unchanged", "unreadable")
    return {name: value for name in names if (value := getattr(summary, name))}


def touch(path: Path) -> None:
    stamp = path.stat().st_mtime_ns + 1_000_000
    os.utime(path, ns=(stamp, stamp))


def test_the_set_of_test_photos(library: Library, shared: Path) -> None:
    place = library.place / "set"
    shutil.copytree(shared / "photos", place / "photos", copy_function=shutil.copy2)
    before = contents(place)
    summary = library.index(place, read=readers.fatal, workers=2)
    assert summary.problems == ()
    assert summary.found == summary.new == len(library.rows())
    assert summary.unreadable == sum(row["state"] == "unreadable" for row in library.rows()) > 8
    assert contents(place) == before
    for row in library.rows():
        readable = row["state"] == "ok"
        assert (library.thumbnails.get(row["id"]) is not None) == readable
        assert (row["phash"] is not None) == (row["width"] is not None) == readable
        assert bool(row["error"]) != readable
    names = {row["name"]: row for row in library.rows()}
    assert (names["landscape_6.jpg"]["width"], names["landscape_6.jpg"]["orientation"]) == (600, 6)
    assert "cut short" in names["truncated.jpg"]["error"]
    again = library.index(place, read=readers.fatal)
    assert (again.unchanged, again.new, again.changed) == (summary.found, 0, 0)
    assert again.unreadable == summary.unreadable


def contents(folder: Path) -> dict[str, tuple[str, int]]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns) for path in files}


def test_unchanged_photos_are_not_opened(library: Library) -> None:
    for number in range(5):
        library.add(f"{number}.jpg")
    assert counts(library.index()) == {"found": 5, "new": 5}
    assert len(library.opened()) == 5
    assert counts(library.index()) == {"found": 5, "unchanged": 5}
    assert library.opened() == []


def test_what_changed_is_read_again(library: Library) -> None:
    first, second = library.add("a.jpg"), library.add("b.jpg")
    library.index()
    library.opened()
    ids = {name: entry.id for name, entry in library.known().items()}
    touch(first)
    assert counts(library.index()) == {"found": 2, "changed": 1, "unchanged": 1}
    assert library.opened() == ["a.jpg"]
    Image.new("RGB", (90, 40)).save(second)
    library.add("c.jpg")
    assert counts(library.index()) == {"found": 3, "new": 1, "changed": 1, "unchanged": 1}
    assert {name: entry.id for name, entry in library.known().items()}.items() >= ids.items()
    assert [row["width"] for row in library.rows()] == [60, 90, 60]


def test_a_sidecar_that_comes_changes_or_goes_counts_as_a_change(library: Library, shared: Path) -> None:
    library.add("a.jpg")
    library.add("b.jpg")
    library.index()
    library.opened()
    sidecar = library.folder / "a.jpg.xmp"
    for step in (
        lambda: shutil.copy(shared / "photos/generated/dt_falcon.jpg.xmp", sidecar),
        lambda: (sidecar.chmod(0o644), touch(sidecar)),
        sidecar.unlink,
    ):
        step()  # type: ignore[no-untyped-call]
        assert counts(library.index()) == {"found": 2, "changed": 1, "unchanged": 1}
        assert library.opened() == ["a.jpg"]
        assert counts(library.index()) == {"found": 2, "unchanged": 2}


def test_gone_photos_are_missing_and_come_back(library: Library) -> None:
    library.add("kept.jpg")
    gone = library.add("gone.jpg")
    library.add("sub/deep/c.jpg")
    library.index()
    library.opened()
    before = {row["name"]: row["id"] for row in library.rows()}
    shutil.move(gone, library.place / "gone.jpg")
    shutil.move(library.folder / "sub", library.place / "sub")
    assert counts(library.index()) == {"found": 1, "missing": 2, "unchanged": 1}
    assert library.states() == {"kept.jpg": "ok", "gone.jpg": "missing", "c.jpg": "missing"}
    assert counts(library.index()) == {"found": 1, "unchanged": 1}
    shutil.move(library.place / "gone.jpg", gone)
    shutil.move(library.place / "sub", library.folder / "sub")
    assert counts(library.index()) == {"found": 3, "unchanged": 3}
    assert library.opened() == []
    assert library.states() == dict.fromkeys(before, "ok")
    assert {row["name"]: row["id"] for row in library.rows()} == before


def test_an_unplugged_folder_marks_nothing(library: Library) -> None:
    library.add("a.jpg")
    library.index()
    library.folder.rename(library.place / "unplugged")
    summary = library.index()
    assert counts(summary) == {}
    assert "plugged in" in summary.problems[0]
    assert library.states() == {"a.jpg": "ok"}


def test_a_locked_subfolder_marks_nothing(unprivileged: Path) -> None:
    # The library lies where nobody may write as well.
    store, thumbnails = Store.open(unprivileged / "home/l"), ThumbnailCache(unprivileged / "home/t")
    library = Library(unprivileged, store, thumbnails)
    library.add("a.jpg")
    inner = library.add("sub/deep/b.jpg")

    try:
        for path in (library.folder / "a.jpg", inner):
            reading = readers.read_photo(str(path))
            folder = store.write(lambda db: folders.add_folder(db, str(library.folder))).result()
            ids = store.write(lambda db: photos.save_readings(db, folder, [reading])).result().ids  # noqa: B023
            assert reading.thumbnail is not None
            thumbnails.put_many([(ids[str(path)], reading.thumbnail)])
        (library.folder / "sub").chmod(0)
        summary = library.index()
        assert counts(summary) == {"found": 1, "unchanged": 1}
        assert "may not be opened" in summary.problems[0]
        assert library.states() == {"a.jpg": "ok", "b.jpg": "ok"}
    finally:
        (library.folder / "sub").chmod(0o755)
        thumbnails.close()
        store.close()


def test_a_photo_that_turns_unreadable_and_back(library: Library) -> None:
    path = library.add("a.jpg")
    library.index()
    good = path.read_bytes()
    path.write_bytes(b"")
    assert counts(library.index()) == {"found": 1, "changed": 1, "unreadable": 1}
    (entry,) = library.known().values()
    assert entry.state is PhotoState.UNREADABLE
    assert library.thumbnails.get(entry.id) is None
    assert counts(library.index()) == {"found": 1, "unchanged": 1, "unreadable": 1}
    path.write_bytes(good)
    assert counts(library.index()) == {"found": 1, "changed": 1}
    assert library.states() == {"a.jpg": "ok"}
    assert library.thumbnails.get(entry.id) is not None


def test_lost_thumbnails_are_made_again(library: Library) -> None:
    library.add("a.jpg")
    library.add("b.jpg")
    library.index()
    library.opened()
    first = library.known()["a.jpg"].id
    library.thumbnails.delete([first])
    assert counts(library.index()) == {"found": 2, "unchanged": 2}
    assert library.opened() == ["a.jpg"]
    assert library.thumbnails.get(first) is not None


def test_without_a_thumbnail_cache_photos_are_indexed(library: Library) -> None:
    library.add("a.jpg")
    nowhere = ThumbnailCache(library.place / "nowhere/t")
    summary = index_folders(library.store, nowhere, [str(library.folder)], workers=1)
    assert counts(summary) == {"found": 1, "new": 1}
    assert "Thumbnails cannot be kept" in summary.problems[0]
    nowhere.close()


def test_a_crash_takes_one_photo(library: Library, logged: list[Any]) -> None:
    for number in range(12):
        library.add(f"{number:02}.jpg")
    lethal = {library.add(name).name for name in ("exit1.jpg", "exit2.jpg", "segfault.jpg", "bug.jpg")}
    summary = library.index(read=readers.fatal, workers=2)
    assert counts(summary) == {"found": 16, "new": 16, "unreadable": 4}
    errors = {row["name"]: row["error"] for row in library.rows() if row["state"] == "unreadable"}
    assert set(errors) == lethal
    assert "crashed the decoder" in errors["exit1.jpg"]
    assert "crashed the decoder" in errors["segfault.jpg"]
    assert "ZeroDivisionError" in errors["bug.jpg"]
    assert [record.exc_info is not None for record in logged] == [True]
    assert counts(library.index(read=readers.fatal)) == {"found": 16, "unchanged": 16, "unreadable": 4}


def test_a_photo_that_hangs_is_given_up(library: Library) -> None:
    pool = ReadingPool(1, readers.never, timeout_s=0.3)
    path = library.add("a.jpg")
    task = ReadingTask(str(path), stamp_of(path.stat()), (), None, "new")
    pool.submit(task)
    try:
        answers = wait_for(lambda: pool.finished(0.5))
    finally:
        pool.stop()
    assert [(found, "took too long" in (reading.error or "")) for found, reading in answers] == [(task, True)]


def wait_for(poll: Callable[[], list[Any]], limit_s: float = 20.0) -> list[Any]:
    end = time.monotonic() + limit_s
    while time.monotonic() < end:
        if answer := poll():
            return answer
    raise AssertionError("nothing came")


def test_workers_that_cannot_start_are_said(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library.add("a.jpg")
    monkeypatch.setattr("tagger.library.workers.start_worker", readers.die)
    with pytest.raises(TaggerError, match="cannot be started"):
        library.index()


def test_cancelling_keeps_what_is_read(library: Library) -> None:
    for number in range(40):
        library.add(f"{number:02}.jpg")
    control = Control()

    def cancel_soon(progress: Progress) -> None:
        if progress.done >= 5:
            control.cancel()

    with pytest.raises(Cancelled):
        library.index(read=readers.slow, workers=2, progress=cancel_soon, control=control)
    kept = library.known()
    assert 5 <= len(kept) < 40
    assert library.thumbnails.missing([entry.id for entry in kept.values()]) == set()
    assert counts(library.index()) == {"found": 40, "new": 40 - len(kept), "unchanged": len(kept)}


def test_pausing_holds_it_and_keeps_what_is_read(library: Library) -> None:
    for number in range(40):
        library.add(f"{number:02}.jpg")
    control = Control()

    def pause_once(progress: Progress) -> None:
        if progress.done >= 5 and not paused.is_set():
            control.pause()
            paused.set()

    paused, result = threading.Event(), []
    run = threading.Thread(
        target=lambda: result.append(library.index(read=readers.slow, workers=2, progress=pause_once, control=control))
    )
    run.start()
    assert paused.wait(30)
    time.sleep(0.5)
    held = len(library.known())
    time.sleep(0.5)
    assert len(library.known()) == held < 40
    control.resume()
    run.join(60)
    assert counts(result[0]) == {"found": 40, "new": 40}


def test_progress_counts_to_the_total(library: Library) -> None:
    for number in range(20):
        library.add(f"{number % 3}/{number:02}.jpg")
    library.index()
    done = [progress.done for progress in library.told]
    assert done == sorted(done)
    assert library.told[-1].done == 20
    assert library.told[-1].total == 20
    assert {progress.total for progress in library.told} <= {None, 20}
    assert any(progress.current.endswith(".jpg") for progress in library.told)


def test_folders_in_folders_are_indexed_once(library: Library) -> None:
    library.add("sub/a.jpg")
    library.add("b.jpg")
    link = library.folder / "loop"
    link.symlink_to(library.folder)
    summary = library.index(library.folder / "sub", library.folder, library.folder)
    assert counts(summary) == {"found": 2, "new": 2}
    assert counts(library.index(library.folder / "sub")) == {"found": 1, "unchanged": 1}
    assert library.states() == {"a.jpg": "ok", "b.jpg": "ok"}


def test_folders_whose_names_begin_alike_are_apart(library: Library) -> None:
    library.add("trip/a.jpg")
    library.add("trip 2/b.jpg")
    library.index()
    shutil.rmtree(library.folder / "trip")
    assert counts(library.index(library.folder / "trip 2")) == {"found": 1, "unchanged": 1}
    assert library.states() == {"a.jpg": "ok", "b.jpg": "ok"}


def test_names_that_are_no_text(library: Library) -> None:
    strange = os.fsencode(library.folder) + b"/gr\xfc\xdf\nGott.jpg"
    shutil.copy(library.add("a.jpg"), strange)
    assert counts(library.index(read=readers.fatal)) == {"found": 2, "new": 2}
    assert counts(library.index(read=readers.fatal)) == {"found": 2, "unchanged": 2}
    assert all(progress.current.isprintable() or "\n" in progress.current for progress in library.told)


def test_a_photo_that_goes_while_it_waits(library: Library) -> None:
    library.add("a.jpg")
    summary = library.index(read=readers.remove)
    assert counts(summary) == {"found": 1, "new": 1, "unreadable": 1}
    assert counts(library.index()) == {"missing": 1}


def test_a_library_that_is_closed_stops_it(library: Library) -> None:
    library.add("a.jpg")
    library.store.close()
    with pytest.raises(LibraryError):
        library.index()
