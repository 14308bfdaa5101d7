"""Many sidecars in worker processes: stopped and taken up again, taken back, and a worker that dies."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

import pytest
from pebble import ProcessExpired
from PIL import Image

from tagger.entities import PhotoReading, Stamp, TagPath
from tagger.errors import Cancelled
from tagger.metadata.change import SidecarChange
from tagger.progress import Control, Progress
from tagger.review import sidecars, tagging, undo
from tagger.review.sidecar_workers import FEW, SidecarWorkers
from tagger.store import Store, folders, journal, photos

DOG = TagPath("Animal|Dog")
COUNT = 4 * FEW


@pytest.fixture
def store(tmp_path: Path):
    folder = tmp_path / "photos"
    folder.mkdir()
    Image.new("RGB", (8, 8)).save(folder / "0.jpg")
    data = (folder / "0.jpg").read_bytes()
    (folder / "0.jpg").unlink()
    paths = [folder / f"{i:03}.jpg" for i in range(COUNT)]
    for path in paths:
        path.write_bytes(data)
    readings = [PhotoReading(str(path), Stamp(path.stat().st_size, path.stat().st_mtime_ns)) for path in paths]
    opened = Store.open(tmp_path / "library.tagger")
    opened.write(lambda db: photos.save_readings(db, folders.add_folder(db, str(folder)), readings)).result()
    opened.write(lambda db: tagging.change_tags(db, range(1, COUNT + 1), add=[DOG])).result()
    yield opened
    opened.close()


def written(store: Store) -> int:
    return len(list((store.path.parent / "photos").glob("*.xmp")))


def test_an_export_that_is_cancelled_is_taken_up_where_it_stopped_and_taken_back_whole(store: Store) -> None:
    control, told = Control(), []

    def watch(progress: Progress) -> None:
        told.append(progress)
        if len(told) == 6:
            control.cancel()

    running = sidecars.export(store, store.read(sidecars.due), progress=watch, control=control, workers=2)
    results = []
    with pytest.raises(Cancelled):
        results.extend(running)
    left = store.read(sidecars.count_due)
    assert 0 < left == COUNT - written(store), "what was under way is kept"
    assert {result.action for result in results} == {"created"}
    assert [progress.total for progress in told] == [COUNT] * len(told)
    assert [progress.done for progress in told] == sorted(progress.done for progress in told)
    rest = list(sidecars.export(store, store.read(sidecars.due), workers=2))
    assert len(rest) == left
    assert written(store) == COUNT
    assert store.read(sidecars.count_due) == 0
    assert [title for _id, _at, title in store.read(journal.titles)[:2]] == [
        f"write {left} sidecars", f"write {COUNT - left} sidecars",
    ]  # fmt: skip
    assert undo.undo(store).problems == ()
    assert written(store) == COUNT - left
    assert undo.undo(store).problems == ()
    assert written(store) == 0
    assert list((store.path.parent / "photos").glob(".*")) == []


def test_what_a_worker_did_not_survive_is_written_all_the_same(store: Store) -> None:
    path = store.path.parent / "photos" / "000.jpg"
    died: Future = Future()
    died.set_exception(ProcessExpired("Abnormal termination", code=-11))
    with SidecarWorkers(1) as workers:
        [result] = workers._results(died, [(str(path), SidecarChange((DOG,)))])
    assert (result.action, result.error) == ("created", None)
