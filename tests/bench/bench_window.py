"""How soon and how steadily the window shows photos: `python tests/bench/bench_window.py [folder] [rows] [--keep DIR]`.

First a new library with a folder of photos: times from the start of the process. Then a library of that many photos
without files (see many_photos.py), in a process of its own: start, memory, jumps anywhere with their thumbnails,
searches of every kind to their first page, scrolling frame by frame.
"""

from __future__ import annotations

import os
import sys
import time

STARTED = time.perf_counter()
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import argparse  # noqa: E402
import asyncio  # noqa: E402
import random  # noqa: E402
import shutil  # noqa: E402
import statistics  # noqa: E402
import subprocess  # noqa: E402
import tempfile  # noqa: E402
from pathlib import Path  # noqa: E402

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT))
sys.path.insert(0, str(Path(__file__).parent))
LIMIT_S = 60.0
JUMPS = 40
FRAMES = 200
PAINTED, LISTED = [], []


async def until(condition, what):
    end = time.perf_counter() + LIMIT_S
    while not condition():
        if time.perf_counter() > end:
            sys.exit(f"waited in vain for {what}")
        await asyncio.sleep(0.002)


def complete(window):
    """Every photo on screen has its thumbnail."""
    browser = window.browser
    ids = browser.grid.visible_ids()
    found = [browser._thumbnails.find(each, browser.grid.thumbnail_side) for each in ids]
    return bool(ids) and all(each is not None for each in found)


def drawn(window):
    browser = window.browser
    found = (browser._thumbnails.find(each, browser.grid.thumbnail_side) for each in browser.grid.visible_ids())
    return any(pixmap is not None and not pixmap.isNull() for pixmap in found)


def tell(text, milliseconds, unit="ms"):
    print(f"  {text:<52}{milliseconds:8.0f} {unit}", flush=True)


def since(start):
    return (time.perf_counter() - start) * 1e3


def memory_mb():
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


async def measure_folder(window):
    tell("process start to all of the window", since(STARTED))
    await until(lambda: drawn(window), "the first photo")
    tell("process start to first photo on screen", since(STARTED))


async def measure_rows(window, rows, places):
    window.resize(1600, 1000)
    browser, grid = window.browser, window.browser.grid
    tell("process start to first page of the grid", (PAINTED[0] - STARTED) * 1e3)
    tell("process start to all of the window", since(STARTED))
    await until(lambda: LISTED and len(browser.model.rows.ids) > rows // 2, "all rows")
    tell(f"process start to all {rows:,} photos", (LISTED[0] - STARTED) * 1e3)
    await asyncio.sleep(3)
    tell("memory", memory_mb(), "MB")
    forget_file(window.browser._session.tagger.thumbnails.path)
    await measure_jumps(window, places)
    await measure_frames(grid)
    await measure_searches(window)
    tell("memory", memory_mb(), "MB")


def forget_file(path):
    """Have the system read the file from the disk again, where it can be told so."""
    if hasattr(os, "posix_fadvise"):
        with open(path, "rb") as file:
            os.fsync(file.fileno())
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


async def measure_jumps(window, places):
    took, processor = [], []
    for place in places:
        start, worked = time.perf_counter(), time.process_time()
        window.browser.grid.scroll_to_photo(place)
        await asyncio.sleep(0)
        await until(lambda: complete(window), "thumbnails")
        window.browser.grid.viewport().repaint()
        took.append(since(start))
        processor.append((time.process_time() - worked) * 1e3)
    took.sort()
    processor.sort()
    tell("jump anywhere, processor of all threads, median", statistics.median(processor))
    tell("jump anywhere, processor of all threads, p95", processor[round(len(processor) * 0.95) - 1])
    tell("jump anywhere, all thumbnails there, median", statistics.median(took))
    tell("jump anywhere, all thumbnails there, p95", took[round(len(took) * 0.95) - 1])


async def measure_frames(grid):
    """Scroll a third of a screen at a time, as a wheel does, and time each turn of the event loop with its repaint."""
    from PySide6.QtWidgets import QApplication

    bar, took, processor = grid.verticalScrollBar(), [], []
    bar.setValue(bar.maximum() // 3)
    for _each in range(FRAMES):
        start = time.perf_counter()
        worked = time.thread_time()
        bar.setValue(bar.value() + grid.viewport().height() // 3)
        QApplication.processEvents()  # paints what came into view
        took.append(since(start))
        processor.append((time.thread_time() - worked) * 1e3)
        await asyncio.sleep(0.004)
    took.sort()
    tell("scrolling: median frame", statistics.median(took))
    tell("scrolling: p99 frame", took[round(len(took) * 0.99) - 1])
    tell("scrolling: longest frame", took[-1])
    tell(f"scrolling: frames over 32 ms of {FRAMES}", sum(each > 32 for each in took), "")
    tell("scrolling: longest frame, processor", max(processor))


async def measure_searches(window):
    from many_searches import SEARCHES

    browser, walls, processors = window.browser, [], []
    for text in SEARCHES:
        wall, processor = await first_page(browser, text)
        walls.append((wall, text))
        processors.append((processor, text))
    for kind, took in (("", walls), (", processor", processors)):
        took.sort()
        times = [each for each, _text in took]
        tell(f"{len(took)} searches to first page{kind}: median", statistics.median(times))
        tell(f"searches to first page{kind}: p95", times[round(len(times) * 0.95) - 1])
        for each, text in took[-4:]:
            tell(f"  {text or 'everything'}", each)


async def first_page(browser, text):
    """Milliseconds until the first photos are painted, by the wall and of all threads of the process."""
    shown, listed = [], []
    show = type(browser)._show_first
    browser._show_first = lambda ids: shown.append(show(browser, ids))  # it may be the page that is there already
    browser.listed.connect(listed.append)
    wall, processor = time.perf_counter(), time.process_time()
    browser._search = text
    browser.refresh()
    await until(lambda: shown or listed, text)
    browser.grid.viewport().repaint()
    took = since(wall), (time.process_time() - processor) * 1e3
    await until(lambda: listed, text)
    browser.listed.disconnect(listed.append)
    await asyncio.sleep(0.1)
    return took


async def measure(home, folder, rows):
    # ruff: noqa: TID251 - what is measured is the GUI
    from tagger.app import Tagger
    from tagger.gui import application
    from tagger.gui.main_window import MainWindow

    rest = MainWindow.furnish

    async def furnish(window):  # begins when the first page was painted
        PAINTED.append(time.perf_counter())
        window.browser.listed.connect(lambda _found: LISTED.append(time.perf_counter()))
        await rest(window)

    MainWindow.furnish = furnish
    tagger = Tagger.open(home / "library.tagger", home / "settings.toml")
    places = [] if folder else prepare(tagger, rows)
    shown = asyncio.get_running_loop().create_future()
    life = asyncio.create_task(application.live(tagger, [folder] if folder else [], shown))
    window = await shown
    await (measure_folder(window) if folder else measure_rows(window, rows, places))
    start = time.perf_counter()
    window.close()
    await life
    tell("closing", since(start))


def prepare(tagger, rows):
    """Places to jump to, around which thumbnails were kept by `keep_thumbnails`."""
    chance = random.Random(5)  # noqa: S311 - places to look at
    return [chance.randrange(200, max(rows - 200, 201)) for _each in range(JUMPS)]


def keep_thumbnails(home, rows):
    from PIL import Image

    from tagger.imaging.thumbnails import ThumbnailCache, encode_thumbnail

    made = []
    chance = random.Random(6)  # noqa: S311 - pieces of pictures
    for file in sorted((CHECKOUT.parent / "shared/coco/images").glob("*.jpg"))[:60]:
        with Image.open(file) as image:
            for _each in range(10):  # no two alike
                left, top = chance.randrange(image.width // 4), chance.randrange(image.height // 4)
                piece = image.crop((left, top, left + image.width * 3 // 4, top + image.height * 3 // 4))
                made.append(encode_thumbnail(piece.resize(chance.choice(((512, 341), (341, 512))))))
    cache = ThumbnailCache(home / "library.tagger.thumbnails")
    for place in prepare(None, rows):
        cache.put_many((each, made[each % len(made)]) for each in range(place - 60, place + 60))
    cache.close()


def run(home, folder, rows):
    from qasync import QEventLoop

    from tagger.gui import application

    app = application.application()
    with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
        runner.run(measure(Path(home), folder, rows))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default=str(CHECKOUT.parent / "shared" / "coco" / "images"))
    parser.add_argument("rows", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--keep", type=Path, help="folder to keep the library of rows in, or to take it from")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.child:
        run(args.child, args.folder, args.rows)
        return
    if not Path(args.folder).is_dir():
        parser.error(f"{args.folder} is no folder of photos")
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
        many = args.keep or Path(second)
        if not (many / "library.tagger").exists():
            import many_photos

            many.mkdir(parents=True, exist_ok=True)
            many_photos.make(many / "library.tagger", args.rows)
            keep_thumbnails(many, args.rows)
        for title, home, folder in (("A folder of photos", first, args.folder), (f"{args.rows:,} photos", many, "")):
            print(title, flush=True)
            (Path(home) / "settings.toml").write_text("[recognition]\nafter_index = false\n")
            command = [sys.executable, __file__, folder, str(args.rows), "--child", str(home)]
            environment = os.environ | {"HOME": first, "XDG_CONFIG_HOME": f"{first}/config"}
            environment.pop("PYTHONDONTWRITEBYTECODE", None)  # who installs the program has it compiled
            subprocess.run(
                [sys.executable, "-c", "import tagger.gui.application"], check=True, env=environment, cwd=CHECKOUT
            )
            subprocess.run(command, check=True, env=environment)
        if args.keep is None:
            shutil.rmtree(many, ignore_errors=True)


if __name__ == "__main__":
    main()
