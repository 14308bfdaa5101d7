"""Drives the real window through the sample photos and keeps what it looks like; packaging/screenshots starts it.

Usage: python screenshots.py [PICTURE ...]        all pictures unless some are named, such as grid or viewer

The demo has a home of its own and photos in a folder with a plain name, so that no picture shows a path of the machine
it was made on. A picture is only written where it differs visibly from the one that is there.
"""

from __future__ import annotations

import asyncio
import functools
import io
import os
import shutil
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "resources" / "samples"
PICTURES = ROOT / "resources" / "pictures"
PHOTOS = Path(tempfile.gettempdir()) / "Pictures" / "Sample photos"
SIZE = (1280, 800)
SCALE = 2
QUALITY = 84
SAME_LEVELS = 24
"""By how much of 255 a pixel may differ in a picture that is left alone: not every version scales photos alike."""
PATIENCE_S = 120.0

# Before anything imports Qt, which reads these once.
os.environ.update(QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR=str(SCALE), QT_API="pyside6")
sys.path.insert(0, str(ROOT))

from PIL import Image, ImageChops  # noqa: E402
from PySide6.QtCore import QBuffer, QIODevice, Qt  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402
from qasync import QEventLoop  # noqa: E402

from tagger.app import Tagger  # noqa: E402
from tagger.gui import application  # noqa: E402
from tagger.gui.main_window import MainWindow  # noqa: E402
from tagger.gui.messages import MessageBar  # noqa: E402
from tagger.store import photos  # noqa: E402

Key = Qt.Key


class Demo:
    """The window, worked as a user would, and the pictures taken of it."""

    def __init__(self, window: MainWindow, tagger: Tagger, wanted: frozenset[str]) -> None:
        self._window = window
        self._tagger = tagger
        self._wanted = wanted
        (self._messages,) = window.findChildren(MessageBar)

    async def run(self) -> None:
        """From the empty library to the light theme; each picture once the window has come to rest."""
        await self._take("start")
        self._window.library.adding.add([str(PHOTOS)])
        await until(lambda: len(self._window.browser.model.rows.ids) == len(list(PHOTOS.iterdir())))
        await until(lambda: not self._window.activity.running)
        self._window.sources.set_expanded("folders")
        self._window.sources.set_expanded("labels")
        await self._go_to("camera.png")
        await self._take("grid")
        await self._review()
        await self._search("cat OR flower")
        await self._take("search")
        self._window.actions_["clear_search"].trigger()
        self._window.sources.set_expanded("labels", False)
        self._window.actions_["theme_light"].trigger()
        await self._go_to("chelsea.png")
        await self._take("light")
        self._window.actions_["theme_dark"].trigger()
        await self._duplicates()

    async def _review(self) -> None:
        """One photo, half decided: one accepted, one rejected, the next one waiting."""
        self._press(Key.Key_Return)
        await until(lambda: self._window.browser.viewer.view.is_sharp())
        for key in (Key.Key_P, Key.Key_P, Key.Key_X):
            await asyncio.sleep(0.5)
            self._press(key)
        await self._take("viewer")
        self._press(Key.Key_Escape)

    async def _duplicates(self) -> None:
        """Copies as they lie about in any archive: smaller, cut, turned."""
        make_copies()
        self._window.actions_["rescan"].trigger()
        await until(lambda: len(self._window.browser.model.rows.ids) == len(list(PHOTOS.iterdir())))
        await until(lambda: not self._window.activity.running)
        self._window.sources.set_expanded("folders", False)
        self._press(Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        await asyncio.sleep(1)
        self._window.actions_["duplicates_find"].trigger()
        await asyncio.sleep(1)
        await until(lambda: not self._window.activity.running)
        await self._take("duplicates")

    async def _search(self, text: str) -> None:
        self._press(Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(QApplication.focusWidget(), text)
        self._press(Key.Key_Return)
        await asyncio.sleep(1)

    async def _go_to(self, name: str) -> None:
        await asyncio.sleep(1)  # a list that is still being looked up would choose anew
        photo_id = self._tagger.store.read(functools.partial(photos.id_of, path=str(PHOTOS / name)))
        assert photo_id is not None, name
        self._window.browser.grid.select_photo(photo_id)
        self._window.browser.grid.setFocus()

    def _press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        target: QWidget = QApplication.focusWidget() or self._window
        QTest.keyClick(target, key, modifier)

    async def _take(self, name: str) -> None:
        if self._wanted and name not in self._wanted:
            return
        await asyncio.sleep(1.5)  # thumbnails and counts come to rest
        await until(lambda: not self._messages.isVisible())
        keep(name, picture(self._window))


def picture(window: QWidget) -> Image.Image:
    """The window as it is shown now."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    window.grab().toImage().save(buffer, "PNG")
    return Image.open(io.BytesIO(buffer.data().data())).convert("RGB")


def keep(name: str, image: Image.Image) -> None:
    """Write the picture, unless it looks like the one that is there."""
    path = PICTURES / f"{name}.webp"
    encoded = io.BytesIO()
    image.save(encoded, "WEBP", quality=QUALITY, method=6)
    if path.exists() and not differs(path, encoded):
        print(f"{path.name}: as it was")
        return
    PICTURES.mkdir(exist_ok=True)
    path.write_bytes(encoded.getvalue())
    print(f"{path.name}: written, {len(encoded.getvalue()) // 1000} kB")


def differs(path: Path, encoded: io.BytesIO) -> bool:
    """Whether the picture looks different from the file."""
    with Image.open(path) as before, Image.open(encoded) as after:
        if before.size != after.size:
            return True
        _least, most = ImageChops.difference(before.convert("L"), after.convert("L")).getextrema()
        return most > SAME_LEVELS


def make_copies() -> None:
    """Put near-duplicates of the samples beside them."""
    for name, change in {
        "chelsea": lambda photo: photo.reduce(2),
        "coffee": lambda photo: photo.crop((0, 0, photo.width * 7 // 10, photo.height * 7 // 10)),
        "astronaut": lambda photo: photo.resize((400, 400)).transpose(Image.Transpose.ROTATE_90),
        "rocket": lambda photo: photo.reduce(2),
    }.items():
        (source,) = PHOTOS.glob(f"{name}.*")
        with Image.open(source) as photo:
            change(photo.convert("RGB")).save(PHOTOS / f"{name}-2.jpg", quality=90)
    with Image.open(PHOTOS / "chelsea-2.jpg") as photo:
        photo.transpose(Image.Transpose.FLIP_LEFT_RIGHT).save(PHOTOS / "chelsea-mirrored.jpg", quality=90)


async def until(condition: Callable[[], bool]) -> None:
    """Wait for something to become true."""
    async with asyncio.timeout(PATIENCE_S):
        while not condition():
            await asyncio.sleep(0.05)


async def show(tagger: Tagger, run: Callable[[MainWindow], Awaitable[None]]) -> None:
    """Open the window on a library and run something with it."""
    shown: asyncio.Future[MainWindow] = asyncio.get_running_loop().create_future()
    life = asyncio.create_task(application.live(tagger, [], shown))
    window = await shown
    window.resize(*SIZE)
    try:
        await run(window)
    finally:
        window.close()
        await life


def main(names: list[str]) -> int:
    """Take the pictures; the exit status."""
    try:
        PHOTOS.mkdir(parents=True)
    except FileExistsError:
        print(f"The demo needs the folder {PHOTOS} for itself; move it away.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="tagger-pictures-") as home:
        use_home(Path(home))
        try:
            for path in SAMPLES.glob("*.[jp][pn]g"):
                shutil.copy(path, PHOTOS)
            app = application.application()
            app.setCursorFlashTime(0)
            library = Tagger.open()
            with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
                runner.run(show(library, lambda window: Demo(window, library, frozenset(names)).run()))
        finally:
            shutil.rmtree(PHOTOS)
            if not any(PHOTOS.parent.iterdir()):
                PHOTOS.parent.rmdir()
    return 0


def use_home(home: Path) -> None:
    """Keep the user's library, settings and log out of it."""
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        os.environ[name] = str(home)
    for name in [name for name in os.environ if name.startswith(("XDG_", "TAGGER_"))]:
        del os.environ[name]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
