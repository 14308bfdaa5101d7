"""Near-duplicates as a user meets them: found, compared, decided, cleaned up, taken back."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt

from tagger.app import Tagger
from tagger.duplicates.search import Options
from tagger.gui.duplicates.tidying import Duplicates
from tests.gui.window.conftest import SAMPLES
from tests.gui.window.driver import Walk


def photos_in(folder: Path) -> Path:
    """Two photos with copies: a smaller and a mirrored one of the first, a smaller one of the other."""
    folder.mkdir()
    for name in ("coffee.png", "rocket.jpg"):
        with Image.open(SAMPLES / name) as image:
            picture = image.convert("RGB")
        picture.save(folder / f"{Path(name).stem}.jpg", quality=95)
        picture.resize((picture.width // 2, picture.height // 2)).save(folder / f"{Path(name).stem} small.jpg")
    with Image.open(folder / "coffee small.jpg") as image:
        image.transpose(Image.Transpose.FLIP_LEFT_RIGHT).save(folder / "coffee mirrored.jpg")
    shutil.copy(SAMPLES / "chelsea.png", folder)
    return folder


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """A folder of this test's own."""
    return photos_in(tmp_path / "photos")


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A folder and a library in which its groups were found; both read-only."""
    base = tmp_path_factory.mktemp("duplicates")
    folder = photos_in(base / "photos")
    tagger = Tagger.open(base / "library" / "library.tagger", base / "settings.toml")
    try:
        tagger.index([str(folder)])
        tagger.find_duplicates(Options(crops=False))
    finally:
        tagger.close()
    return folder, base / "library"


async def opened(walk: Walk, library: tuple[Path, Path]) -> Duplicates:
    """The page with the groups."""
    shutil.copytree(library[1], walk.library.parent)
    await walk.open()
    await walk.pressed("Ctrl+Shift+D")
    duplicates = walk.window.photos.duplicates
    await walk.until(lambda: len(duplicates.model.entries) == 2, "the groups")
    await walk.idle()
    return duplicates


def names(duplicates: Duplicates) -> list[list[str]]:
    """The photos of the groups, as listed; details are there, since they are on screen."""
    found = [duplicates.model.detailed_at(row) for row in range(len(duplicates.model.entries))]
    return [[member.photo.name for member in each.members] for each in found if each is not None]


async def searched(walk: Walk, photos: Path) -> Duplicates:
    """The page after a search by keys, from nothing."""
    await walk.open(photos)
    await walk.idle()
    walk.tagger.settings.set("duplicates.crops", False)  # of which there are none here
    await walk.pressed("Ctrl+Shift+D")
    duplicates = walk.window.photos.duplicates
    assert not duplicates.pane.has_groups
    await walk.pressed("F")
    await walk.until(lambda: len(duplicates.model.entries) == 2, "the groups")
    await walk.idle()
    return duplicates


async def move_elsewhere(walk: Walk, duplicates: Duplicates, folder: Path) -> None:
    """Carry the same plan out in another way."""
    await walk.pressed("Ctrl+Return")
    await walk.until(lambda: duplicates.cleaning.plan.table.records.rowCount() == 2, "the plan once more")
    duplicates.cleaning.apply(str(folder))  # as the dialog for the folder does
    await walk.until(lambda: not walk.window.activity.running, "the move")
    await walk.idle()
    moved = sorted(path.name for path in folder.rglob("*.jpg"))
    assert moved == ["coffee mirrored.jpg", "rocket small.jpg"]


async def test_from_nothing_to_a_cleanup_and_back(walk: Walk, photos: Path) -> None:
    before = sorted(path.name for path in photos.iterdir())
    duplicates = await searched(walk, photos)
    assert duplicates.pane.view.hasFocus()
    assert names(duplicates)[0] == ["coffee.jpg", "coffee small.jpg", "coffee mirrored.jpg"]
    assert names(duplicates)[1] == ["rocket.jpg", "rocket small.jpg"]
    assert duplicates.pane.header.totals_text().startswith("2 groups · 5 photos")
    await walk.pressed("Right", "X")  # the small one stays
    await walk.pressed("Ctrl+Return")
    plan = duplicates.cleaning.plan
    await walk.until(lambda: plan.table.records.rowCount() == 2, "the plan")
    assert [plan.tabs.tabText(part) for part in range(3)] == ["To go (2)", "For your eye (0)", "Stay (1)"]
    out = photos.parent / "plan.json"
    await duplicates.cleaning.export(out)
    assert [row["action"] for row in json.loads(out.read_text())] == ["discard", "discard", "keep"]
    await walk.click(plan.apply)
    await walk.until(lambda: not walk.window.activity.running, "the cleanup")
    await walk.until(lambda: len(duplicates.model.entries) == 1, "the rest")
    await walk.idle()
    left = sorted(path.name for path in photos.iterdir() if path.is_file())
    assert left == [name for name in before if name not in ("coffee mirrored.jpg", "rocket small.jpg")]
    await walk.pressed("Shift+H")
    assert duplicates.cleaning.held.table.records.rowCount() == 2
    await walk.click(duplicates.cleaning.held.empty)
    assert duplicates.cleaning.held.asking()
    assert duplicates.cleaning.held.no.hasFocus(), "nothing goes to the trash by an Enter too many"
    await walk.pressed("Return", "Esc", "Ctrl+Z")
    await walk.until(lambda: len(duplicates.model.entries) == 2, "the groups again")
    assert sorted(path.name for path in photos.iterdir() if path.is_file()) == before
    await walk.idle()
    await move_elsewhere(walk, duplicates, photos.parent / "elsewhere")


async def taken_back_from_the_list(walk: Walk, duplicates: Duplicates) -> None:
    """Let the last group be one again by the list of what is none, and take that back as well."""
    await walk.pressed("A")
    table = duplicates.parting.pane.table
    assert table.hasFocus()
    assert sorted(table.records.index(0, column).data() for column in range(2)) == ["rocket small.jpg", "rocket.jpg"]
    await walk.pressed("U")
    await walk.until(lambda: len(duplicates.model.entries) == 2, "the group again")
    await walk.idle()
    assert table.records.rowCount() == 0
    await walk.pressed("Ctrl+Z")
    await walk.until(lambda: len(duplicates.model.entries) == 1, "no group")
    await walk.idle()


async def test_compared_decided_and_taken_back_by_keys(walk: Walk, library: tuple[Path, Path]) -> None:
    duplicates = await opened(walk, library)
    pane, view = duplicates.comparison.pane, duplicates.pane.view
    assert pane.sides == [], "what is not shown yet costs nothing when the window starts"
    await walk.pressed("Return")
    await walk.until(lambda: all(side.viewer.view.is_sharp() for side in pane.sides[:3]), "three photos")
    assert (pane.count, pane.current, duplicates.comparing) == (3, 0, True)
    assert pane.sides[2].viewer.caption.note.text() == "Turned as it matches"
    await walk.pressed("Z")
    scales = [side.viewer.view.scale_on_screen for side in pane.sides[:3]]
    assert all(scale is not None and abs(scale.width - scales[0].width) < 2 for scale in scales if scales[0])
    await walk.pressed("D", "Space", "Right")
    assert pane.stacked
    assert pane.current == 1
    await walk.pressed("Esc", "K")
    await walk.until(lambda: names(duplicates)[0][:1] == ["coffee small.jpg"], "another keeper")
    await walk.idle()
    await walk.pressed("Ctrl+Z")
    await walk.until(lambda: names(duplicates)[0][:1] == ["coffee.jpg"], "the keeper from before")
    await walk.idle()
    await walk.pressed("Ctrl+PgDown")
    assert (view.row, pane.count) == (1, 2)
    await walk.pressed("X", "N")
    await walk.until(lambda: len(duplicates.model.entries) == 1, "one group less")
    await walk.idle()
    await walk.pressed("Esc")
    await taken_back_from_the_list(walk, duplicates)
    await walk.pressed("Ctrl+Z")
    await walk.until(lambda: len(duplicates.model.entries) == 2, "the group from before")
    await walk.idle()
    await walk.pressed("Esc")
    assert not duplicates.comparing
    assert view.hasFocus()


async def test_marks_are_kept_in_the_library(walk: Walk, library: tuple[Path, Path]) -> None:
    duplicates = await opened(walk, library)
    await walk.pressed("Right", "X")
    await walk.idle()
    [(photo_id, goes)] = walk.tagger.marked_duplicates().items()
    assert not goes
    assert duplicates.deciding.marks.decided(photo_id)
    await walk.pressed("Ctrl+Z")
    await walk.until(lambda: not duplicates.deciding.marks.decided(photo_id), "the mark taken back")
    assert walk.tagger.marked_duplicates() == {}
    await walk.idle()


async def test_rules_choose_other_keepers_at_once(walk: Walk, library: tuple[Path, Path]) -> None:
    duplicates = await opened(walk, library)
    panel = duplicates.pane.rules
    await walk.pressed("R")
    assert panel.rules.hasFocus()
    panel.folders.add(str(library[0]))
    panel.pattern.setText("* small.jpg")
    panel.pattern.editingFinished.emit()
    await walk.idle()
    await walk.pressed("End")
    assert panel.rules.currentItem().text() == "Path like a pattern"
    await walk.pressed("Space", *["Alt+Up"] * 9)
    await walk.until(
        lambda: {group[0] for group in names(duplicates)} == {"coffee small.jpg", "rocket small.jpg"}, "it"
    )
    assert str(walk.tagger.settings.get("duplicates.keep")).startswith("pattern,reference,raw")
    assert panel.status_text() == "2 groups have another keeper now."
    await walk.pressed("Esc")
    assert not panel.isVisible()
    await walk.idle()


async def test_the_inspector_leads_to_the_group(walk: Walk, library: tuple[Path, Path]) -> None:
    duplicates = await opened(walk, library)
    await walk.pressed("Esc")
    grid = walk.window.browser.grid
    model = walk.window.browser.model
    row = next(row for row in range(len(model.rows.ids)) if model.index(row).data() == "rocket small.jpg")
    grid.select_photo(model.id_at(row) or 0)
    await walk.idle()
    line = walk.window.inspector.group
    assert line.text().strip() == "2 of 2 near-duplicates"
    await walk.until(lambda: "has near-duplicates" in model.index(row).data(Qt.ItemDataRole.AccessibleTextRole), "it")
    await walk.click(line)
    assert duplicates.here
    assert (duplicates.pane.view.row, duplicates.pane.view.place) == (1, 1)
    await walk.idle()
