from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from tagger.entities import PhotoState
from tagger.errors import UsageError
from tagger.library import locating, moves
from tagger.library.index import IndexSummary, index_folders
from tagger.review import undo, values
from tagger.store import folders, identity, never_upload, photos
from tagger.store.database import Database
from tagger.store.never_upload import Mark
from tagger.store.store import Store
from tagger.store.values import PhotoField
from tests.library.archive import Archive, picture


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Archive]:
    archive = Archive(tmp_path, monkeypatch)
    yield archive
    archive.close()


def counts(summary: IndexSummary) -> dict[str, int]:
    names = ("found", "new", "changed", "moved", "missing", "unchanged")
    return {name: value for name in names if (value := getattr(summary, name))}


def test_a_renamed_photo_is_the_same(archive: Archive) -> None:
    path = archive.add("a.jpg", 1)
    archive.index()
    photo_id = archive.tag(path, "Heron")
    thumbnail = archive.thumbnails.get(photo_id)
    path.rename(archive.root / "b.jpg")
    assert counts(archive.index()) == {"found": 1, "moved": 1}
    assert archive.id(archive.root / "b.jpg") == photo_id
    assert archive.tags() == {"photos/b.jpg": {"Heron"}}
    assert archive.missing() == {}
    assert archive.thumbnails.get(photo_id) == thumbnail
    assert counts(archive.index()) == {"found": 1, "unchanged": 1}


def test_a_folder_is_renamed_with_all_in_it(archive: Archive) -> None:
    for number in range(1, 120):
        archive.add(f"old/sub/{number}.jpg", number)
    archive.index()
    for number in range(1, 120, 10):
        archive.tag(archive.root / f"old/sub/{number}.jpg", f"Tag {number}")
    (archive.root / "old").rename(archive.root / "new")
    assert counts(archive.index()) == {"found": 119, "moved": 119}
    tags = archive.tags()
    assert all(tags[f"photos/new/sub/{number}.jpg"] == {f"Tag {number}"} for number in range(1, 120, 10))
    assert len(tags) == 119


@pytest.mark.parametrize("target", ["a first", "z last"])
def test_moved_between_two_folders_whatever_is_walked_first(archive: Archive, target: str) -> None:
    path = archive.add("a.jpg", 1)
    other = archive.place / target
    other.mkdir()
    archive.index(archive.root, other)
    archive.tag(path, "Heron")
    shutil.move(path, other / "c.jpg")
    assert counts(archive.index(archive.root, other)) == {"found": 1, "moved": 1}
    assert archive.tags() == {f"{target}/c.jpg": {"Heron"}}


def test_moved_to_a_folder_that_alone_is_looked_at(archive: Archive) -> None:
    path = archive.add("a.jpg", 1)
    archive.index()
    archive.tag(path, "Heron")
    other = archive.place / "other"
    other.mkdir()
    path.rename(other / "a.jpg")
    assert counts(archive.index(other)) == {"found": 1, "moved": 1}
    assert archive.tags() == {"other/a.jpg": {"Heron"}}


def test_a_folder_of_the_library_itself_is_renamed(archive: Archive) -> None:
    archive.add("a.jpg", 1)
    archive.add("b.jpg", 2)
    archive.index()
    archive.tag(archive.root / "a.jpg", "Heron")
    archive.root.rename(archive.place / "renamed")
    assert archive.index(archive.place / "renamed").moved == 2
    assert archive.tags() == {"renamed/a.jpg": {"Heron"}, "renamed/b.jpg": set()}


def test_metadata_edited_by_another_program_and_moved(archive: Archive, shared: Path) -> None:
    exiftool = shutil.which("exiftool")
    if exiftool is None:
        pytest.skip("exiftool is not on this machine")
    names = ["Nikon D5000.jpg", "Reagan.tiff", "denali.webp", "ReaganSmallPng.png", "IMG_5195.HEIC", "CanonRaw.cr2"]
    for name in names:
        archive.stamp(Path(shutil.copyfile(shared / "photos/photos" / name, archive.root / name)))
    archive.index()
    for name in names:
        archive.tag(archive.root / name, f"Mine {name}")
    edits = ["-XMP-dc:Subject=Theirs", "-XMP:Rating=4"]
    subprocess.run([exiftool, "-q", "-q", "-overwrite_original", *edits, str(archive.root)], check=False)
    (archive.root / "2024").mkdir()
    for name in names:
        (archive.root / name).rename(archive.root / "2024" / f"new {name}")
    assert counts(archive.index()) == {"found": len(names), "moved": len(names)}
    tags = archive.tags()
    for name in names:
        assert tags[f"photos/2024/new {name}"] >= {f"Mine {name}", "Theirs"}, name


def test_a_copy_is_a_photo_of_its_own(archive: Archive) -> None:
    path = archive.add("a.jpg", 1)
    archive.index()
    photo_id = archive.tag(path, "Heron")
    copy = archive.copy(path, archive.root / "copy/a.jpg")
    assert counts(archive.index()) == {"found": 2, "new": 1, "unchanged": 1}
    assert archive.tags() == {"photos/a.jpg": {"Heron"}, "photos/copy/a.jpg": set()}
    assert archive.store.read(lambda db: identity.copies(db, photo_id)) == [archive.id(copy)]
    assert archive.store.read(identity.questions) == []


def test_a_copy_whose_original_goes_soon_after_was_a_move(archive: Archive) -> None:
    path = archive.add("a.jpg", 1)
    archive.index()
    photo_id = archive.tag(path, "Heron")
    archive.copy(path, archive.place / "drive/a.jpg")
    archive.index(archive.root, archive.place / "drive")
    path.unlink()
    assert counts(archive.index(archive.root, archive.place / "drive")) == {"found": 1, "moved": 1, "unchanged": 1}
    assert archive.tags() == {"drive/a.jpg": {"Heron"}}
    assert archive.id(archive.place / "drive/a.jpg") == photo_id


def test_copies_that_came_together_stay_two_photos(archive: Archive) -> None:
    path = archive.add("a.jpg", 1)
    archive.add("b.jpg", 1)
    archive.index()
    archive.tag(path, "Heron")
    path.unlink()
    assert counts(archive.index()) == {"found": 1, "missing": 1, "unchanged": 1}
    assert archive.missing() == {"photos/a.jpg": {"Heron"}}


def test_a_copy_whose_original_goes_later_stays_a_copy(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    path = archive.add("a.jpg", 1)
    archive.index()
    archive.tag(path, "Heron")
    monkeypatch.setattr(moves, "GRACE_S", 0.0)
    archive.copy(path, archive.root / "copy.jpg")
    archive.index()
    path.unlink()
    assert counts(archive.index()) == {"found": 1, "missing": 1, "unchanged": 1}
    assert archive.tags() == {"photos/copy.jpg": set()}
    assert archive.missing() == {"photos/a.jpg": {"Heron"}}


def test_two_names_are_exchanged(archive: Archive) -> None:
    a, b = archive.add("a.jpg", 1), archive.add("b.jpg", 2)
    archive.index()
    ids = archive.tag(a, "One"), archive.tag(b, "Two")
    a.rename(archive.root / "x")
    b.rename(a)
    (archive.root / "x").rename(b)
    assert counts(archive.index()) == {"found": 2, "moved": 2}
    assert archive.tags() == {"photos/a.jpg": {"Two"}, "photos/b.jpg": {"One"}}
    assert (archive.id(b), archive.id(a)) == ids
    archive.index()
    assert archive.tags() == {"photos/a.jpg": {"Two"}, "photos/b.jpg": {"One"}}
    assert counts(archive.index()) == {"found": 2, "unchanged": 2}


def test_three_names_go_round(archive: Archive) -> None:
    paths = [archive.add(f"{number}.jpg", number) for number in (1, 2, 3)]
    archive.index()
    for number, path in enumerate(paths, 1):
        archive.tag(path, f"Tag {number}")
        path.rename(path.with_suffix(".x"))
    for number, path in enumerate(paths):
        path.with_suffix(".x").rename(paths[(number + 1) % 3])
    assert archive.index().moved == 3
    for _ in range(2):
        assert archive.tags() == {"photos/2.jpg": {"Tag 1"}, "photos/3.jpg": {"Tag 2"}, "photos/1.jpg": {"Tag 3"}}
        archive.index()


def test_another_picture_comes_under_the_old_name(archive: Archive) -> None:
    path = archive.add("a.jpg", 1)
    archive.index()
    archive.tag(path, "Heron")
    path.rename(archive.root / "b.jpg")
    archive.add("a.jpg", 2)
    assert counts(archive.index()) == {"found": 2, "new": 1, "moved": 1}
    for _ in range(2):
        assert archive.tags() == {"photos/b.jpg": {"Heron"}, "photos/a.jpg": set()}
        archive.index()


def test_a_photo_is_moved_over_another(archive: Archive) -> None:
    a, b = archive.add("a.jpg", 1), archive.add("b.jpg", 2)
    archive.index()
    archive.tag(a, "One")
    archive.tag(b, "Two")
    b.replace(a)
    assert archive.index().moved == 1
    assert archive.tags() == {"photos/a.jpg": {"Two"}}
    assert list(archive.missing().values()) == [{"One"}]
    archive.add("c.jpg", 1)  # from a backup
    assert archive.index().moved == 1
    assert archive.tags() == {"photos/a.jpg": {"Two"}, "photos/c.jpg": {"One"}}
    assert archive.missing() == {}


def test_changed_pixels_stay_with_their_photo(archive: Archive) -> None:
    path = archive.add("a.jpg", 1)
    archive.index()
    photo_id = archive.tag(path, "Heron")
    archive.add("a.jpg", 2)
    assert counts(archive.index()) == {"found": 1, "changed": 1}
    assert archive.id(path) == photo_id
    assert archive.tags() == {"photos/a.jpg": {"Heron"}}
    assert archive.store.read(identity.arrivals) == []


def test_what_cannot_be_told_apart_is_asked(archive: Archive) -> None:
    one, two = archive.add("one.jpg", 1), archive.add("two.jpg", 1)
    archive.index()
    ids = {archive.tag(one, "First"), archive.tag(two, "Second")}
    one.unlink()
    two.unlink()
    new = archive.add("new.jpg", 1)
    assert counts(archive.index()) == {"found": 1, "new": 1, "missing": 2}
    assert archive.tags() == {"photos/new.jpg": set()}
    [(old, came)] = archive.store.read(identity.questions)
    assert (set(old), came) == (ids, [archive.id(new)])
    archive.index()
    assert len(archive.store.read(identity.questions)) == 1


def test_two_files_for_one_photo_are_asked(archive: Archive) -> None:
    path = archive.add("a.jpg", 1)
    archive.index()
    photo_id = archive.tag(path, "Heron")
    archive.copy(path, archive.root / "b.jpg")
    archive.copy(path, archive.root / "c.jpg")
    path.unlink()
    assert counts(archive.index()) == {"found": 2, "new": 2, "missing": 1}
    [(old, came)] = archive.store.read(identity.questions)
    assert (old, len(came)) == ([photo_id], 2)


def test_copies_that_move_together_are_told_apart_by_name_size_and_time(archive: Archive) -> None:
    one, two = archive.add("one.jpg", 1), archive.add("two.jpg", 1)
    archive.index()
    archive.tag(one, "First")
    archive.tag(two, "Second")
    (archive.root / "moved").mkdir()
    one.rename(archive.root / "moved/one.jpg")
    two.rename(archive.root / "moved/renamed.jpg")
    assert counts(archive.index()) == {"found": 2, "moved": 2}
    assert archive.tags() == {"photos/moved/one.jpg": {"First"}, "photos/moved/renamed.jpg": {"Second"}}


def test_a_sidecar_comes_along_or_is_left_behind(archive: Archive) -> None:
    sidecar = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:subject><rdf:Bag>'
        "<rdf:li>Lake</rdf:li></rdf:Bag></dc:subject></rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    for number, name in enumerate(("with", "without"), 1):
        archive.add(f"{name}.jpg", number)
        (archive.root / f"{name}.jpg.xmp").write_text(sidecar)
    archive.index()
    assert archive.tags() == {"photos/with.jpg": {"Lake"}, "photos/without.jpg": {"Lake"}}
    (archive.root / "with.jpg").rename(archive.root / "a.jpg")
    (archive.root / "with.jpg.xmp").unlink()
    (archive.root / "a.jpg.xmp").write_text(sidecar.replace("Lake", "Pond"))
    (archive.root / "without.jpg").rename(archive.root / "b.jpg")
    assert archive.index().moved == 2
    assert archive.tags() == {"photos/a.jpg": {"Pond"}, "photos/b.jpg": {"Lake"}}
    archive.index()
    assert archive.tags() == {"photos/a.jpg": {"Pond"}, "photos/b.jpg": {"Lake"}}


def test_values_marks_and_privacy_go_with_it(archive: Archive) -> None:
    path = archive.add("private/a.jpg", 1)
    archive.index()
    photo_id = archive.id(path)
    archive.store.write(lambda db: values.set_value(db, [photo_id], PhotoField.RATING, 5)).result()
    archive.store.write(lambda db: never_upload.mark(db, Mark.FOLDER, str(path.parent))).result()
    path.parent.rename(archive.root / "elsewhere")
    assert archive.index().moved == 1
    [row] = archive.store.read(lambda db: list(photos.photos(db, [photo_id])))
    assert (row.facts.rating, row.state, row.name) == (5, PhotoState.OK, "a.jpg")
    assert archive.store.read(lambda db: never_upload.private(db, [photo_id])) == {photo_id}


def test_an_index_that_was_killed_finds_the_move_later(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    path = archive.add("a.jpg", 1)
    archive.index()
    archive.tag(path, "Heron")
    path.rename(archive.root / "b.jpg")
    with monkeypatch.context() as killed:
        killed.setattr("tagger.library.index.settle", lambda *_args, **_more: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            archive.index()
    assert archive.tags() == {"photos/b.jpg": set()}
    assert counts(archive.index()) == {"found": 1, "moved": 1, "unchanged": 1}
    assert archive.tags() == {"photos/b.jpg": {"Heron"}}


def test_empty_files_are_not_all_one_photo(archive: Archive) -> None:
    (archive.root / "a.jpg").write_bytes(b"")
    archive.index()
    archive.tag(archive.root / "a.jpg", "Nothing")
    (archive.root / "a.jpg").unlink()
    (archive.root / "b.jpg").write_bytes(b"")
    assert archive.index().moved == 0


def test_what_was_asked_is_answered_and_undone(archive: Archive) -> None:
    one, two = archive.add("one.jpg", 1), archive.add("two.jpg", 1)
    archive.index()
    first = archive.tag(one, "First")
    archive.tag(two, "Second")
    archive.store.write(lambda db: values.set_value(db, [first], PhotoField.RATING, 3)).result()
    one.unlink()
    two.unlink()
    new = archive.add("new.jpg", 1)
    archive.index()
    made = archive.tag(new, "Third")
    changed = archive.store.write(lambda db: locating.same(db, [(first, made)])).result()
    assert changed == {first, made}
    answered = {"photos/new.jpg": {"First", "Third"}}
    assert archive.tags() == answered
    assert archive.id(new) == first
    assert archive.store.read(identity.questions) == []
    for _ in range(2):
        undone = undo.undo(archive.store)
        assert undone is not None
        assert undone.listed
        assert undone.title == "locate one.jpg"
        assert archive.tags() == {"photos/new.jpg": {"Third"}}
        assert archive.missing() == {"photos/one.jpg": {"First"}, "photos/two.jpg": {"Second"}}
        assert archive.id(new) == made
        undo.redo(archive.store)
        assert archive.tags() == answered
    assert counts(archive.index()) == {"found": 1, "unchanged": 1}


def test_files_that_are_photos_of_their_own_are_not_asked_about_again(archive: Archive) -> None:
    path = archive.add("a.jpg", 1)
    archive.index()
    archive.copy(path, archive.root / "b.jpg")
    archive.copy(path, archive.root / "c.jpg")
    path.unlink()
    archive.index()
    [(_old, came)] = archive.store.read(identity.questions)
    archive.store.write(lambda db: locating.not_the_same(db, came)).result()
    archive.index()
    assert archive.store.read(identity.questions) == []


def test_a_photo_that_is_there_cannot_be_located(archive: Archive) -> None:
    paths = archive.add("a.jpg", 1), archive.add("b.jpg", 2)
    archive.index()
    a, b = map(archive.id, paths)
    with pytest.raises(UsageError, match="not missing"):
        archive.store.write(lambda db: locating.same(db, [(a, b)])).result()


def test_a_missing_photo_is_located_and_others_with_it(archive: Archive) -> None:
    paths = [archive.add(f"{number}.jpg", number) for number in range(1, 5)]
    archive.index()
    ids = [archive.tag(path, f"Tag {number}") for number, path in enumerate(paths, 1)]
    elsewhere = archive.place / "elsewhere"
    archive.root.rename(elsewhere)
    archive.root.mkdir()
    archive.index()
    assert len(archive.missing()) == 4
    (elsewhere / "1.jpg").write_bytes(picture(99))  # edited beyond recognition: the user knows it by its file

    def index(folder: str) -> IndexSummary:
        return index_folders(archive.store, archive.thumbnails, [folder], settling=False)

    changed = locating.locate(archive.store, ids[0], str(elsewhere / "1.jpg"), index)
    assert changed >= set(ids)
    assert archive.tags() == {f"elsewhere/{number}.jpg": {f"Tag {number}"} for number in range(1, 5)}
    undone = undo.undo(archive.store)
    assert undone is not None
    assert undone.title == "locate 4 photos"
    assert len(archive.missing()) == 4
    with pytest.raises(UsageError, match="not a photo"):
        locating.locate(archive.store, ids[0], str(elsewhere / "none.txt"), index)
    assert locating.locate(archive.store, ids[0], str(elsewhere), index) >= set(ids[1:])
    assert archive.missing() == {"photos/1.jpg": {"Tag 1"}}


def test_a_camera_that_counts_anew_gives_no_photo_the_tags_of_another(archive: Archive) -> None:
    path = archive.add("IMG_1.jpg", 1)
    archive.index()
    archive.tag(path, "Heron")
    path.rename(archive.place / "away")
    archive.index()
    archive.add("IMG_1.jpg", 0xFF00)
    assert counts(archive.index()) == {"found": 1, "changed": 1}
    assert archive.tags() == {"photos/IMG_1.jpg": set()}
    (archive.place / "away").rename(archive.root / "back.jpg")
    assert archive.index().moved == 1
    assert archive.tags() == {"photos/IMG_1.jpg": set(), "photos/back.jpg": {"Heron"}}


def test_a_photo_that_comes_back_edited_is_the_same(archive: Archive) -> None:
    path = archive.add("a.jpg", 1)
    archive.index()
    archive.tag(path, "Heron")
    path.rename(archive.place / "editing.jpg")
    archive.index()
    Image.open(archive.place / "editing.jpg").point(lambda value: min(255, value + 9)).save(path)
    archive.index()
    assert archive.tags() == {"photos/a.jpg": {"Heron"}}


def test_what_came_is_found_without_going_through_all_photos(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "library.tagger")
    row = "(folder_id, path, directory, name, state, bytes, mtime_ns, added_at)"
    rows = [(f"/p/{number}.jpg", f"{number}.jpg") for number in range(2000)]

    def plan(db: Database) -> list[str]:
        folders.add_folder(db, "/p")
        db.conn.executemany(f"INSERT INTO photos {row} VALUES (1, ?, '/p', ?, 'ok', 1, 1, '')", rows)
        db.conn.execute("ANALYZE")
        asked: list[str] = []
        db.conn.set_trace_callback(asked.append)
        identity.arrivals(db)
        db.conn.set_trace_callback(None)
        return [step[3] for step in db.conn.execute(f"EXPLAIN QUERY PLAN {asked[0]}")]

    steps = store.write(plan).result()
    store.close()
    assert [step for step in steps if "SCAN p" in step] == []
