"""How soon the window shows photos: `python tests/bench/bench_window.py [folder] [rows]`.

Times from the start of the process, on a new library with a folder of photos, and on a library of synthetic rows
without files; then the window's memory, jumps to both ends and a search.
"""

from __future__ import annotations

import os
import sys
import time

STARTED = time.perf_counter()
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import asyncio  # noqa: E402
import resource  # noqa: E402
import subprocess  # noqa: E402
import tempfile  # noqa: E402
from pathlib import Path  # noqa: E402

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT))
LIMIT_S = 60.0


async def until(condition, what):
    end = time.perf_counter() + LIMIT_S
    while not condition():
        if time.perf_counter() > end:
            sys.exit(f"waited in vain for {what}")
        await asyncio.sleep(0.002)


def drawn(window):
    browser = window.browser
    found = (browser._thumbnails.find(each, browser.grid.thumbnail_side) for each in browser.grid.visible_ids())
    return any(pixmap is not None and not pixmap.isNull() for pixmap in found)


def tell(text, start):
    print(f"  {text:<44}{(time.perf_counter() - start) * 1000:8.0f} ms")


async def measure(home, folder, rows):
    # ruff: noqa: TID251 - what is measured is the GUI
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from tagger.app import Tagger
    from tagger.gui import application

    tagger = Tagger.open(home / "library.tagger", home / "settings.toml")
    if rows:
        tagger.store.write(lambda db: fill(db, rows)).result()
    opened = time.perf_counter()
    shown = asyncio.get_running_loop().create_future()
    life = asyncio.create_task(application.live(tagger, [folder] if folder else [], shown))
    window = await shown
    grid = window.browser.grid
    if folder:
        tell("process start to window", STARTED)
        await until(lambda: drawn(window), "the first photo")
        tell("window to first photo on screen", opened)
        tell("process start to first photo on screen", STARTED)
    else:
        await until(lambda: len(window.browser.model.rows.ids) == rows and grid.visible_ids(), "the rows")
        await until(lambda: window.browser.model.summary_at(0) is not None, "the first page")
        tell("window to first page", opened)
        for key, name in ((Qt.Key.Key_End, "End"), (Qt.Key.Key_Home, "Home")):
            start, before = time.perf_counter(), grid.current_photo()
            QTest.keyClick(grid, key)
            await until(lambda b=before: grid.current_photo() != b, name)
            tell(name, start)
        start = time.perf_counter()
        window.bar.field.setText("IMG_99999")
        QTest.keyClick(window.bar.field, Qt.Key.Key_Return)
        await until(lambda: len(window.browser.model.rows.ids) < rows, "the search")
        tell("search by name", start)
    print(f"  memory of the process{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:27.0f} MB")
    start = time.perf_counter()
    window.close()
    await life
    tell("closing", start)


def fill(db, rows):
    db.execute("INSERT INTO folders(id, path, added_at) VALUES (1, '/nowhere', '2026-01-01')")
    db["photos"].insert_all(
        {
            "folder_id": 1,
            "path": f"/nowhere/IMG_{number:05}.jpg",
            "directory": "/nowhere",
            "name": f"IMG_{number:05}.jpg",
            "state": "ok",
            "bytes": 5_000_000,
            "mtime_ns": number,
            "width": 6000,
            "height": 4000,
            "added_at": "2026-01-01",
        }
        for number in range(rows)
    )


def run(folder, rows):
    from qasync import QEventLoop

    from tagger.gui import application

    app = application.application()
    with tempfile.TemporaryDirectory() as home:
        (Path(home) / "settings.toml").write_text("[recognition]\nafter_index = false\n")
        with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
            runner.run(measure(Path(home), folder, rows))


def main():
    if len(sys.argv) > 3:
        run(sys.argv[1], int(sys.argv[2]))
        return
    folder = sys.argv[1] if len(sys.argv) > 1 else str(CHECKOUT.parent / "shared" / "coco" / "images")
    rows = sys.argv[2] if len(sys.argv) > 2 else "100000"
    with tempfile.TemporaryDirectory() as home:
        for title, *arguments in (("A folder of photos", folder, "0"), (f"{int(rows):,} rows", "", rows)):
            print(title, flush=True)
            environment = os.environ | {"HOME": home, "XDG_CONFIG_HOME": f"{home}/config"}
            subprocess.run([sys.executable, __file__, *arguments, "child"], check=True, env=environment)


if __name__ == "__main__":
    main()
