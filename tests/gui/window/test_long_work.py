"""Long work: pausing, cancelling, closing in the middle of it, and going on at the next start."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest

from tests.gui.window.driver import Walk

CLOSED_WITHIN_S = 3.0


@pytest.fixture
def many(tmp_path: Path, shared: Path) -> Path:
    """Enough photos to be in the middle of something."""
    folder = tmp_path / "many"
    folder.mkdir()
    for copy in range(2):
        for path in sorted((shared / "coco" / "images").iterdir())[:15]:
            shutil.copy(path, folder / f"{copy}-{path.name}")
    return folder


async def test_recognition_is_paused_resumed_and_cancelled(walk: Walk, many: Path) -> None:
    await walk.open(many)
    await walk.until(lambda: walk.work_bar("Recognising"), "recognition")
    bar = walk.work_bar("Recognising")
    assert bar is not None
    await walk.until(lambda: bar.work.progress.done >= 2, "some photos")
    bar._pause.click()
    assert "paused" in walk.texts(bar)
    assert bar._pause.accessibleName().startswith("Resume")
    held = -1
    while held != len(done(walk)):
        held = len(done(walk))  # photos under way are finished
        await asyncio.sleep(1)
    assert held < 30
    bar._pause.click()
    await walk.until(lambda: len(done(walk)) > held, "recognition to go on")
    bar._cancel.click()
    assert "stopping" in walk.texts(bar)
    await walk.idle()
    kept = len(done(walk))
    assert held < kept < 30
    assert walk.message is not None
    assert "kept" in walk.message.text
    assert walk.focus is not None


async def test_closing_during_recognition_ends_soon_and_the_next_start_goes_on(walk: Walk, many: Path) -> None:
    await walk.open(many)
    await walk.until(lambda: walk.work_bar("Recognising"), "recognition")
    bar = walk.work_bar("Recognising")
    assert bar is not None
    await walk.until(lambda: bar.work.progress.done >= 2, "some photos")
    assert await walk.close() < CLOSED_WITHIN_S
    await walk.open()
    kept = len(done(walk))
    assert 2 <= kept < 30
    await walk.until(lambda: walk.work_bar("Recognising"), "recognition to go on by itself")
    await walk.until(lambda: len(done(walk)) > kept, "progress")


async def test_closing_during_indexing_ends_soon_and_the_next_start_goes_on(walk: Walk, many: Path) -> None:
    walk.config.write_text("[recognition]\nafter_index = false\n")
    await walk.open(many)
    await walk.until(lambda: walk.work_bar("Indexing"), "indexing")
    assert await walk.close() < CLOSED_WITHIN_S
    await walk.open()
    await walk.idle()
    assert len(walk.ids) == 30, "what was not indexed yet is indexed now"


async def test_closing_an_idle_window_is_quick(window: Walk) -> None:
    assert await window.close() < 1.0


def done(walk: Walk) -> list[tuple[object, ...]]:
    return walk.rows("SELECT DISTINCT photo_id FROM results")


async def test_a_start_with_a_folder_reads_it_once_and_says_what_is_new(walk: Walk, photos: Path) -> None:
    await walk.open(photos)
    titles = []
    walk.window.activity.started.connect(lambda work: titles.append(work.title))
    said = []
    walk.window.browser._session.messages.said.connect(lambda message: said.append(message.text))
    await walk.until(lambda: walk.ids, "the first photos")
    await walk.idle()
    assert titles.count("Indexing") <= 1
    assert any("new photos" in text for text in said)
    assert "No new photos." not in said
