from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tagger.entities import Decision, PhotoReading, Stamp, SuggestionId, TagPath
from tagger.metadata.facts import read_facts
from tagger.metadata.sidecars import export_sidecars
from tagger.review import sidecar_workers, sidecars, tagging, undo
from tagger.review.decisions import decide
from tagger.store import Store, folders, journal, photos, tags

DOG, SKY = TagPath("Animal|Dog"), TagPath("Sky")
COUNT = 40


@pytest.fixture
def store(tmp_path: Path):
    folder = tmp_path / "photos"
    folder.mkdir()
    paths = [folder / f"{i:02}.jpg" for i in range(COUNT)]
    for path in paths:
        Image.new("RGB", (8, 8)).save(path)
    readings = [PhotoReading(str(path), Stamp(path.stat().st_size, path.stat().st_mtime_ns)) for path in paths]
    opened = Store.open(tmp_path / "library.tagger")
    opened.write(lambda db: photos.save_readings(db, folders.add_folder(db, str(folder)), readings)).result()
    yield opened
    opened.close()


def tag(store, ids, **more):
    return store.write(lambda db: tagging.change_tags(db, ids, **more)).result()


def export(store):
    return list(sidecars.export(store, store.read(sidecars.due)))


def written(store) -> list[Path]:
    return sorted((store.path.parent / "photos").glob("*.xmp"))


def test_an_export_is_one_step_that_undo_takes_back_files_included(store):
    tag(store, range(1, COUNT + 1), add=[DOG])
    assert {result.action for result in export(store)} == {"created"}
    assert len(written(store)) == COUNT
    assert store.read(sidecars.count_due) == 0
    assert store.read(journal.titles)[0][2] == f"write {COUNT} sidecars"
    undone = undo.undo(store)
    assert undone.problems == ()
    assert written(store) == []
    assert store.read(sidecars.count_due) == COUNT
    assert undo.undo(store).title == f"add tag Dog on {COUNT} photos"
    assert store.read(tags.all_tags) == []
    assert undo.undo(store) is None


def test_a_tag_that_changes_while_its_sidecar_is_written_is_still_due(store, monkeypatch):
    tag(store, [1, 2], add=[DOG])

    def slow(tasks, **more):
        results = export_sidecars(tasks, **more)
        tag(store, [1], add=[SKY])
        return results

    monkeypatch.setattr(sidecar_workers, "export_sidecars", slow)
    export(store)
    monkeypatch.undo()
    assert store.read(sidecars.due) == [1]
    export(store)
    (first, _second) = written(store)
    photo = str(first)[: -len(".xmp")]
    photo = photo if photo.endswith(".jpg") else photo + ".jpg"
    assert set(read_facts(photo, [str(first)]).keywords) == {DOG, SKY}


def test_an_export_taken_back_while_it_runs_goes_on_as_a_new_step(store):
    tag(store, range(1, COUNT + 1), add=[DOG])
    running = sidecars.export(store, range(1, COUNT + 1))
    next(running)
    undo.undo(store)
    list(running)
    assert len(written(store)) == COUNT - sidecars.BATCH
    assert undo.undo(store).problems == ()
    assert written(store) == []


def test_an_undo_that_was_cut_off_between_files_and_library_is_finished(store):
    tag(store, [1, 2], add=[DOG])
    export(store)
    entry = store.read(journal.next_undo)
    assert undo._restore_files(entry) == ()  # and here the program ends
    undone = undo.undo(store)
    assert undone.problems == ()
    assert written(store) == []


def test_a_sidecar_that_others_changed_is_left_alone_and_named(store):
    tag(store, [1], add=[DOG])
    export(store)
    (path,) = written(store)
    path.write_text(path.read_text() + "<!-- mine -->")
    (problem,) = undo.undo(store).problems
    assert str(path) in problem
    assert path.exists()


def test_an_accepted_tag_that_had_been_removed_outlives_the_next_reading(store):
    from tagger.entities import Detection, PhotoFacts
    from tagger.store import suggestions

    path = store.read(lambda db: photos.path_of(db, 1))
    folder = str(Path(path).parent)

    def read(*keywords):
        reading = PhotoReading(path, Stamp(1, 1), facts=PhotoFacts(keywords=keywords))
        store.write(lambda db: photos.save_readings(db, folders.add_folder(db, folder), [reading])).result()

    read(DOG)
    tag(store, [1], remove=[DOG])

    def suggest(db):
        label = suggestions.ensure_label(db, "one", Detection("dog", 0.9), DOG, hidden=False)
        suggestions.insert(db, 1, label, Detection("dog", 0.9), operation="r", model="m", decision=Decision.SUGGESTED)

    store.write(suggest).result()
    store.write(lambda db: decide(db, [SuggestionId(1)], Decision.ACCEPTED)).result()
    read()
    assert store.read(lambda db: tags.tags_of(db, [1])) == {1: (DOG,)}
