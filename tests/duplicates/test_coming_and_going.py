"""Groups and what is held while photos and folders come to the library and leave it."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from tagger.duplicates.search import Options
from tagger.entities import GroupKind, TagPath
from tests.duplicates.test_cleanup import SAMPLES, files, number, seen


def named(app):
    """The groups by the names of their keepers: the names of the others."""
    found = {}
    for group in app.duplicate_groups():
        paths = app.paths(group.photo_ids)
        found[Path(paths[group.keeper]).name] = {Path(paths[link.photo_id]).name for link in group.links}
    return found


def test_a_better_photo_that_comes_later_is_kept_instead(app, folder):
    with Image.open(SAMPLES / "coffee.png") as image:
        image.convert("RGB").resize((image.width * 2, image.height * 2)).save(folder / "larger.png")
    app.index([str(folder)])
    assert named(app)["larger.png"] == {"coffee.png", "coffee small.jpg"}
    assert {Path(d.photo.path).name for d in app.cleanup_plan().discards} >= {"coffee.png", "coffee small.jpg"}


def test_a_photo_that_is_gone_is_in_no_plan_and_a_group_without_keeper_is_none(app, folder):
    (folder / "coffee.png").unlink()
    app.index([str(folder)])
    done = app.clean_up(app.cleanup_plan())
    assert "copies/coffee small.jpg" in seen(folder), "its keeper is gone, so it is the last"
    assert done.photo_ids
    app.find_duplicates(Options(8, crops=False))
    assert "coffee.png" not in named(app)


def test_a_folder_that_leaves_takes_its_photos_out_of_the_groups(app, folder):
    app.remove_folder(str(folder), keep=True)
    assert app.duplicate_groups() == []
    assert app.cleanup_plan().discards == ()
    app.undo()
    assert len(app.photo_ids()) == 5
    app.find_duplicates(Options(8, crops=False))
    assert len(named(app)) == 2


def test_what_is_held_comes_back_under_a_folder_that_came_again(app, folder):
    """Its number is another one then; tags of the held photos are there as before."""
    before = files(folder)
    copy = number(app, folder / "copies" / "coffee small.jpg")
    app.tag([copy], add=[TagPath("Cup")])
    app.set_value([copy], "rating", 4)
    app.clean_up(app.cleanup_plan())
    app.remove_folder(str(folder), keep=True)
    assert len(app.photo_ids()) == 0
    app.undo()
    undone = app.undo()
    assert undone.problems == ()
    assert {name: digest for name, digest in files(folder).items() if not name.endswith(".xmp")} == before
    [photo] = [photo for photo in app.photos() if photo.id == copy]
    assert (photo.tags, photo.facts.rating) == (("Cup",), 4)
    assert named(app)["coffee.png"] == {"coffee small.jpg"}


def test_groups_that_come_back_are_what_they_were(app, folder):
    kinds = {frozenset(group.photo_ids): (group.kind, group.keeper) for group in app.duplicate_groups()}
    app.clean_up(app.cleanup_plan())
    app.undo()
    assert {frozenset(group.photo_ids): (group.kind, group.keeper) for group in app.duplicate_groups()} == kinds
    assert GroupKind.NEAR in {kind for kind, _keeper in kinds.values()}


def test_a_file_that_was_found_as_new_gives_way_to_what_is_known_of_it(app, folder):
    """As after a power cut that the new name of the file did not survive, and an index."""
    copy = number(app, folder / "copies" / "coffee small.jpg")
    app.tag([copy], add=[TagPath("Cup")])
    app.clean_up(app.cleanup_plan())
    [held] = [file for file in app.held_files() if file.photo_id == copy and file.photo]
    Path(held.held_path).rename(held.path)
    app.index([str(folder)])
    assert number(app, held.path) != copy
    app.undo()
    assert number(app, held.path) == copy
    [photo] = [photo for photo in app.photos() if photo.id == copy]
    assert photo.tags == ("Cup",)


def test_a_drive_that_is_away_is_waited_for(app, folder):
    before = files(folder)
    app.clean_up(app.cleanup_plan())
    away = folder.with_name("elsewhere")
    folder.rename(away)
    undone = app.undo()
    assert any("drive" in problem for problem in undone.problems)
    away.rename(folder)
    app.recover_cleanups()
    assert files(folder) == before
    assert len(app.photo_ids()) == 5
