"""Files of one shot, copies, and missing photos that are found again, in the window."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tagger.library import moves
from tests.gui.window.driver import Walk


async def opened(walk: Walk, folder: Path) -> None:
    await walk.open()
    walk.tagger.settings.set("recognition.after_index", False)
    await added(walk, folder)


async def added(walk: Walk, folder: Path) -> None:
    walk.window.library.adding.add([str(folder)])
    await walk.until(lambda: walk.window.activity.running, "the indexing to begin")
    await walk.until(lambda: not walk.window.activity.running, "the indexing to end")
    await walk.idle()


def names(walk: Walk) -> set[str]:
    return {os.path.basename(path) for path in walk.tagger.paths(walk.ids).values()}


def picture(walk: Walk, name: str) -> None:
    """What it looks like, for whoever wants to see."""
    if folder := os.environ.get("TAGGER_TEST_PICTURES"):
        walk.window.grab().save(f"{folder}/{name}.png")


async def test_a_shot_is_one_photo_and_its_copy_is_known(walk: Walk, photos: Path, shared: Path) -> None:
    first = sorted(photos.glob("*.jpg"))[0]
    shutil.copyfile(first, photos / "IMG_0001.JPG")
    first.unlink()
    shutil.copyfile(shared / "photos/generated/IMG_0001.CR2", photos / "IMG_0001.CR2")
    first = sorted(photos.glob("*.jpg"))[0]
    shutil.copyfile(first, photos / f"copy of {first.name}")
    await opened(walk, photos)
    assert "IMG_0001.CR2" not in names(walk)
    walk.window.resize(1280, 800)
    [jpeg] = walk.tagger.photo_ids("name:IMG_0001.JPG")
    [raw] = walk.tagger.photo_ids("name:IMG_0001.CR2")
    grid, files = walk.window.browser.grid, walk.window.inspector.same_files
    grid.select_photo(jpeg)
    await walk.idle()
    await walk.until(lambda: files.isVisible(), "the files of the shot")
    picture(walk, "shot")
    await walk.pressed("3")
    assert [photo.facts.rating for photo in walk.tagger.photos("is:stacked")] == [3, 3], "both files are rated"
    walk.window.browser.take_focus()
    await walk.pressed("G")
    assert {"IMG_0001.CR2", "IMG_0001.JPG"} <= names(walk)
    await walk.pressed("5")
    assert [photo.facts.rating for photo in walk.tagger.photos("is:stacked")] in ([3, 5], [5, 3]), "each for itself"
    await walk.pressed("G")
    assert "IMG_0001.CR2" not in names(walk)
    await walk.until(lambda: files.buttons(), "the way to the other file")
    await walk.click(files.buttons()[0])
    assert grid.current_photo() == raw

    [original] = [i for i in walk.tagger.photo_ids("is:copy") if i != jpeg][:1]
    grid.select_photo(original)
    await walk.idle()
    await walk.until(lambda: files.isVisible() and files.buttons(), "the copy")
    picture(walk, "copy")
    walk.window.browser.take_focus()
    await walk.pressed("Shift+G")
    assert grid.current_photo() in set(walk.tagger.photo_ids("is:copy")) - {original}
    walk.window._session.set_setting("grid.stack_pairs", False)
    await walk.until(lambda: "IMG_0001.CR2" in names(walk), "every file to be a photo")
    await walk.idle()


async def test_what_may_have_moved_is_asked_and_what_is_missing_is_located(
    walk: Walk, photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moves, "GRACE_S", 0.0)  # what came is no longer new
    shot = sorted(photos.iterdir())[0]
    for name in ("one", "two"):
        shutil.copyfile(shot, photos / f"{name}{shot.suffix}")
    shot.unlink()
    await opened(walk, photos)
    [one] = walk.tagger.photo_ids("name:one")
    walk.tagger.tag([one], add=["Heron"])
    for name in ("one", "two"):
        (photos / f"{name}{shot.suffix}").rename(tmp_path / name)
    shutil.copyfile(tmp_path / "one", photos / f"three{shot.suffix}")
    os.utime(photos / f"three{shot.suffix}", (1, 1))
    await added(walk, photos)
    bar = walk.window.library.asking.bar
    await walk.until(bar.isVisible, "the question")
    picture(walk, "asked")
    assert bar.list.count() == 2
    walk.window.actions_["moved_photos"].trigger()
    await walk.idle()
    assert bar.list.hasFocus()
    row = next(i for i in range(2) if bar.list.item(i).data(Qt.ItemDataRole.UserRole) == one)
    bar.list.setCurrentRow(row)
    await walk.pressed("Return")
    await walk.until(bar.isHidden, "the question to be answered")
    [photo] = walk.tagger.photos("name:three")
    assert (photo.id, photo.tags) == (one, ("Heron",))

    [two] = walk.tagger.photo_ids("is:missing")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "two").rename(tmp_path / "elsewhere" / f"found{shot.suffix}")
    walk.window.browser.grid.select_photo(two)
    await walk.idle()
    assert walk.window.actions_["locate_photo"].isEnabled()
    walk.window.library.locating.locate(str(tmp_path / "elsewhere" / f"found{shot.suffix}"))
    await walk.idle()
    [photo] = walk.tagger.photos("name:found")
    assert (photo.id, photo.state) == (two, "ok")
    assert len(walk.tagger.photo_ids("is:missing")) == 0
    walk.window.browser.take_focus()
    await walk.pressed("Ctrl+Z")
    assert walk.tagger.photo_ids("is:missing")[0] == two
