"""Cleaning up: what goes, what stays, what the keepers learn, and the way back."""

from __future__ import annotations

import hashlib
import os
import shutil
import threading
from pathlib import Path

import pytest
from PIL import Image

from tagger.app import Tagger
from tagger.duplicates import emptying, holding
from tagger.duplicates.keeper import Policy
from tagger.entities import Box, TagPath
from tagger.errors import Cancelled
from tagger.progress import Control
from tagger.store import photos
from tagger.store.held import HeldState
from tagger.store.values import PhotoField

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"


def files(folder):
    """Every file below a folder with the hash of its content, what is held included."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def seen(folder):
    return {name for name in files(folder) if not name.startswith(holding.FOLDER) and not name.endswith(".xmp")}


def number(app, path):
    return app.store.read(lambda db: photos.id_of(db, str(path)))


def test_the_plan_names_every_file_its_keeper_and_why(app, folder):
    before = files(folder)
    plan = app.cleanup_plan()
    found = {Path(d.photo.path).name: (Path(d.keeper.path).name, d.words, d.clear) for d in plan.discards}
    assert found.keys() == {"coffee small.jpg", "rocket small.jpg", "rocket again.jpg"}
    assert found["coffee small.jpg"][0] == "coffee.png"
    assert "larger" in found["coffee small.jpg"][1]
    assert all(clear for _keeper, _words, clear in found.values())
    assert plan.bytes == sum(os.path.getsize(d.photo.path) for d in plan.discards)
    assert files(folder) == before


def test_cleaning_up_moves_the_copies_and_undo_brings_everything_back(app, folder):
    before, known = files(folder), {p.path: p for p in app.photos()}
    done = app.clean_up(app.cleanup_plan())
    assert done.problems == ()
    assert seen(folder) == {"coffee.png", "rocket.jpg"}
    assert sorted(files(folder).values()) == sorted(before.values()), "a file got lost or changed"
    assert {Path(p.path).name for p in app.photos()} == {"coffee.png", "rocket.jpg"}
    assert app.duplicate_groups() == []
    app.index([str(folder)])
    assert len(app.photo_ids()) == 2, "what is held must not be indexed"
    assert app.undo().problems == ()
    assert files(folder) == before
    assert {p.path: p for p in app.photos()} == known
    assert len(app.duplicate_groups()) == 2
    assert app.redo().problems == ()
    assert seen(folder) == {"coffee.png", "rocket.jpg"}
    assert len(app.photo_ids()) == 2


def test_undo_works_after_a_restart(app, folder):
    before = files(folder)
    app.clean_up(app.cleanup_plan())
    app.close()
    again = Tagger.open(app.store.path, app.store.path.with_name("settings.toml"))
    try:
        again.undo()
        assert files(folder) == before
    finally:
        again.close()


def test_keepers_learn_what_their_copies_know(app, folder):
    keeper, copy = number(app, folder / "coffee.png"), number(app, folder / "copies" / "coffee small.jpg")
    app.tag([copy], add=[TagPath("Drink|Coffee"), TagPath("Table")])
    app.tag([keeper], add=[TagPath("Table")])
    app.set_value([copy], PhotoField.RATING, 4)
    app.set_value([copy], PhotoField.CAPTION, "In the morning")
    app.set_value([keeper], PhotoField.CAPTION, "Mine")
    app.draw_box(copy, Box(0.2, 0.2, 0.3, 0.3), TagPath("Cup"))
    done = app.clean_up(app.cleanup_plan())
    assert done.merged == {keeper}
    [photo] = [p for p in app.photos() if p.id == keeper]
    assert set(photo.tags) == {"Drink|Coffee", "Table", "Cup"}
    assert (photo.facts.rating, photo.facts.caption) == (4, "Mine")
    sidecar = (folder / "coffee.png.xmp").read_text("utf-8")
    assert "Coffee" in sidecar
    assert 'Rating="4"' in sidecar or ">4<" in sidecar
    app.undo()
    [photo] = [p for p in app.photos() if p.id == keeper]
    assert set(photo.tags) == {"Table"}
    assert photo.facts.rating is None


def test_a_tag_taken_from_the_keeper_does_not_come_with_a_copy(app, folder):
    keeper, copy = number(app, folder / "coffee.png"), number(app, folder / "copies" / "coffee small.jpg")
    app.tag([keeper, copy], add=[TagPath("Wrong")])
    app.tag([keeper], remove=[TagPath("Wrong")])
    app.clean_up(app.cleanup_plan())
    [photo] = [p for p in app.photos() if p.id == keeper]
    assert photo.tags == ()


def test_sidecars_go_with_their_photos_and_come_back(app, folder):
    sidecar = folder / "copies" / "coffee small.jpg.xmp"
    shutil.copy(SAMPLES / "coffee.png", folder / "copies" / "other.png")
    app.tag([number(app, folder / "copies" / "coffee small.jpg")], add=[TagPath("Cup")])
    list(app.export_sidecars())
    content = sidecar.read_bytes()
    app.clean_up(app.cleanup_plan())
    assert not sidecar.exists()
    app.undo()
    assert sidecar.read_bytes() == content


def test_a_file_that_changed_since_the_plan_is_left_alone_and_named(app, folder):
    plan = app.cleanup_plan()
    changed = folder / "copies" / "rocket again.jpg"
    with Image.open(changed) as image:
        image.rotate(180).save(changed)
    (folder / "coffee.png").unlink()
    done = app.clean_up(plan)
    assert changed.exists()
    assert (folder / "copies" / "coffee small.jpg").exists(), "the last copy of a group must never go"
    told = " ".join(done.problems)
    assert "rocket again.jpg" in told
    assert "coffee small.jpg" in told
    assert seen(folder) == {"rocket.jpg", "copies/rocket again.jpg", "copies/coffee small.jpg"}


def test_nothing_is_taken_from_a_reference_folder(app, folder):
    policy = Policy(("reference", "pixels"), references=(str(folder / "copies"),))
    app.choose_keepers(policy)
    plan = app.cleanup_plan(policy=policy)
    assert {Path(d.photo.path).name for d in plan.discards} == {"coffee.png", "rocket.jpg"}
    assert {Path(s.photo.path).name for s in plan.spared} == {"rocket small.jpg"} or {
        Path(s.photo.path).name for s in plan.spared
    } == {"rocket again.jpg"}
    assert all("reference" in s.words for s in plan.spared)


def test_undo_does_not_write_over_what_has_the_name_now(app, folder):
    app.clean_up(app.cleanup_plan())
    taken = folder / "copies" / "rocket again.jpg"
    taken.write_bytes(b"something new")
    undone = app.undo()
    assert taken.read_bytes() == b"something new"
    assert any("rocket again.jpg" in problem for problem in undone.problems)
    assert (folder / "copies" / "coffee small.jpg").exists()


def test_what_is_held_goes_to_the_trash_when_the_user_says_so(app, folder, tmp_path):
    app.clean_up(app.cleanup_plan())
    held = {file.path for file in app.held_files()}
    assert len(held) == 3
    assert app.empty_held(days=1).photo_ids == set()
    trash: list[str] = []

    def put(held_path, path):
        trash.append(path)
        os.rename(held_path, tmp_path / f"trash{len(trash)}")

    moved = emptying.empty(app.store, trash=put)
    assert set(trash) == held
    assert len(moved.photo_ids) == 3
    assert not (folder / holding.FOLDER).exists()
    assert any("trash" in problem for problem in app.undo().problems)


def test_a_volume_without_a_trash_keeps_them_held(app, folder):
    app.clean_up(app.cleanup_plan())

    def refuse(held_path, path):
        raise OSError("no trash here")

    moved = emptying.empty(app.store, trash=refuse)
    assert len(moved.problems) == 3
    assert len(app.held_files()) == 3
    app.undo()
    assert len(seen(folder)) == 5


def test_cancelling_before_anything_is_touched(app, folder):
    before, control = files(folder), Control()
    control.cancel()
    with pytest.raises(Cancelled):
        app.clean_up(app.cleanup_plan(), control=control)
    assert files(folder) == before
    assert app.journal() == []


@pytest.mark.parametrize("step", ["noted", "renamed"])
@pytest.mark.parametrize("way", [HeldState.MOVING, HeldState.RETURNING])
def test_the_next_start_finishes_what_a_crash_interrupted(app, folder, monkeypatch, step, way):
    """A crash right after the note that a file is about to move, or right after it moved."""
    before = files(folder)
    plan = app.cleanup_plan()
    if way is HeldState.RETURNING:
        app.clean_up(plan)

    class Crash(BaseException):
        pass

    def crash(*_args, **_more):
        raise Crash

    with monkeypatch.context() as patched:
        patched.setattr(holding, "_settle" if step == "renamed" else "carry_out", crash)
        with pytest.raises(Crash):
            app.clean_up(plan) if way is HeldState.MOVING else app.undo()
    app.recover_cleanups()
    assert sorted(files(folder).values()) == sorted(before.values())
    states = {file.state for file in app.store.read(lambda db: holding.held.files(db))}
    assert not states & {HeldState.MOVING, HeldState.RETURNING, HeldState.LOST}
    app.undo()
    assert files(folder) == before
    assert len(app.photo_ids()) == 5


def test_cancelling_half_way_keeps_what_moved_and_undo_brings_it_back(app, folder, monkeypatch):
    monkeypatch.setattr(holding, "_AT_ONCE", 1)
    before, control = files(folder), Control()

    def watch(_progress):
        if len(app.held_files()) == 1:
            control.cancel()

    with pytest.raises(Cancelled):
        app.clean_up(app.cleanup_plan(), progress=watch, control=control)
    assert len(app.held_files()) == 2
    assert sorted(files(folder).values()) == sorted(before.values())
    app.undo()
    assert files(folder) == before
    assert len(app.photo_ids()) == 5


def test_an_undo_waits_for_a_cleanup_of_another_thread(app, folder, monkeypatch):
    """Both would rename the same files; what comes second finds what the first left."""
    monkeypatch.setattr(holding, "_AT_ONCE", 1)
    before, plan = files(folder), app.cleanup_plan()
    undone = []

    def watch(_progress):
        if app.held_files() and not undone:
            undone.append(threading.Thread(target=app.undo))
            undone[0].start()

    done = app.clean_up(plan, progress=watch)
    undone[0].join()
    assert len(done.photo_ids) == 3
    assert files(folder) == before
    assert len(app.photo_ids()) == 5
