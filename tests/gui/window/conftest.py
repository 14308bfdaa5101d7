"""The real window, started as the program starts it, in an asyncio loop on top of Qt's."""

from __future__ import annotations

import asyncio
import gc
import inspect
import logging
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from tagger.app import Tagger
from tests import leaks
from tests.gui.window.driver import Walk

CHECKOUT = Path(__file__).resolve().parents[3]
SAMPLES = CHECKOUT / "resources" / "samples"
TEST_LIMIT_S = 90.0


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a test that is a coroutine in the loop of its window."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    runner: asyncio.Runner = pyfuncitem.funcargs["gui_loop"]
    names = inspect.signature(pyfuncitem.obj).parameters
    arguments = {name: pyfuncitem.funcargs[name] for name in names}

    walk: Walk = pyfuncitem.funcargs["walk"]

    async def limited() -> None:
        # All in one run of the loop: pytest-qt handles events between the phases of a test, without a loop.
        try:
            async with asyncio.timeout(TEST_LIMIT_S):
                if walk.opened_first:
                    await walk.open()
                    await walk.idle()
                await pyfuncitem.obj(**arguments)
        finally:
            await walk.close()

    runner.run(limited())
    return True


@pytest.fixture
def gui_loop(qapp: QApplication) -> Iterator[asyncio.Runner]:
    """A loop as `tagger.gui.application.run` makes it; whatever task is left on it fails the test."""
    from tagger.gui import application

    application.application()
    _let_pass_what_the_offscreen_platform_cannot()
    with asyncio.Runner(loop_factory=lambda: QEventLoop(qapp)) as runner:
        loop = runner.get_loop()
        yield runner
        leaks.refuse_tasks(loop)
    leaks.let_go(loop)
    # Ending a loop tells the application to exit, which would end the next loop at once.
    qapp.processEvents()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()  # here, not in a thread of the next window: what it held may only go away in the GUI thread


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """A folder of this test's own with the sample photos, and nothing known of them."""
    folder = tmp_path / "photos"
    folder.mkdir()
    for path in sorted(SAMPLES.iterdir()):
        if path.suffix in {".png", ".jpg"}:
            shutil.copy(path, folder)
    return folder


@pytest.fixture
def walk(gui_loop: asyncio.Runner, tmp_path: Path) -> Iterator[Walk]:
    """A user before a library that is not there yet; the window is open once `Walk.open` was called."""
    walk = Walk(tmp_path / "library" / "library.tagger", tmp_path / "settings.toml")
    yield walk
    vars(walk).clear()  # pytest holds on to it


@pytest.fixture(scope="session")
def recognised(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> tuple[Path, Path]:
    """A folder of photos and a library in which all of them were recognised by the real backend; both read-only."""
    base = tmp_path_factory.mktemp("recognised")
    folder = base / "photos"
    folder.mkdir()
    for path in [*sorted((shared / "coco" / "images").iterdir())[:8], SAMPLES / "chelsea.png", SAMPLES / "rocket.jpg"]:
        shutil.copy(path, folder)
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 this is no photo")
    asyncio.run(asyncio.to_thread(_recognise, folder, base))
    return folder, base / "library"


@pytest.fixture
def window(walk: Walk, recognised: tuple[Path, Path]) -> Iterator[Walk]:
    """A user before an open window with a recognised library; what they write beside its photos goes with them."""
    photos, library = recognised
    shutil.copytree(library, walk.library.parent)
    walk.opened_first = True
    before = set(photos.iterdir())
    yield walk
    for path in set(photos.iterdir()) - before:
        path.unlink()


def _recognise(folder: Path, base: Path) -> None:
    tagger = Tagger.open(base / "library" / "library.tagger", base / "settings.toml")
    try:
        tagger.index([str(folder)])
        tagger.enqueue(tagger.default_backends(), tagger.photo_ids("-is:unreadable"))
        asyncio.run(tagger.recognise(tagger.default_backends()))
    finally:
        tagger.close()


def _let_pass_what_the_offscreen_platform_cannot() -> None:
    """Qt's own log goes through the program's while the window lives, past the list of pytest-qt."""
    logger = logging.getLogger("qt.default")
    if not logger.filters:
        logger.addFilter(lambda record: "This plugin does not support" not in record.getMessage())
