"""How fast one can review: `python tests/bench/bench_review.py [--suggestions 1000 100000 1000000] [--count 10000]`.

The core: ten thousand decisions in one step, to make, to take back and to make again. The window, for each size of
library: a scripted user of the keyboard who decides photo by photo and label by label, the time from each key to the
end of the repaint it caused (median and 95th percentile), decisions per minute, and a label of ten thousand decided and
undone. The photos need not exist: what is measured is the program, not the disk.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT))

from tagger.entities import Decision, TagPath  # noqa: E402
from tagger.review import by_label, tagging, undo  # noqa: E402
from tagger.review.decisions import decide  # noqa: E402
from tagger.store import Store  # noqa: E402
from tests.bench.many_suggestions import library  # noqa: E402

LIMIT_S = 1.0
GOAL_MS = 50.0
PATIENCE_S = 60.0


def measure(count: int = 10_000, suggestions: int = 100_000) -> dict[str, float]:
    """Seconds for each step of the core."""
    seconds: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(library(Path(folder), suggestions))
        ids = [i for (i,) in store.read(lambda db: db.conn.execute("SELECT id FROM suggestions").fetchall())][:count]
        photos = [i for (i,) in store.read(lambda db: db.conn.execute("SELECT id FROM photos").fetchall())][:count]
        found = store.read(lambda db: by_label.waiting(db, [1]))
        plan = by_label.plan(
            found, by_label.Waiting.threshold_after(found, count // 2), found.ids[:5], reject_below=True
        )
        steps = {
            "accept": lambda: store.write(lambda db: decide(db, ids, Decision.ACCEPTED)).result(),
            "undo accept": lambda: undo.undo(store),
            "redo accept": lambda: undo.redo(store),
            "reject accepted": lambda: store.write(lambda db: decide(db, ids, Decision.REJECTED)).result(),
            "undo reject": lambda: undo.undo(store),
            "undo accept again": lambda: undo.undo(store),
            f"a label of {len(found):,}": lambda: store.write(lambda db: by_label.decide(db, "x", plan)).result(),
            "undo the label": lambda: undo.undo(store),
            "add a tag by hand": lambda: store.write(
                lambda db: tagging.change_tags(db, photos, add=[TagPath("Sky")])
            ).result(),
            "undo the tag": lambda: undo.undo(store),
        }
        for name, step in steps.items():
            started = time.perf_counter()
            assert step() is not None
            seconds[name] = time.perf_counter() - started
        store.close()
    return seconds


class Keyboard:
    """A user at the window who presses the next key as soon as the last one shows."""

    def __init__(self, window: object) -> None:
        self.window = window
        self.times: dict[str, list[float]] = {}

    async def press(self, key: str, shows, what: str) -> None:
        """Press a key; wait until ``shows()`` and everything is painted."""
        # ruff: noqa: TID251 - what is measured is the GUI
        from PySide6.QtGui import QKeySequence
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        combination = QKeySequence(key)[0]
        started = time.perf_counter()
        QTest.keyClick(QApplication.focusWidget(), combination.key(), combination.keyboardModifiers())
        await self.until(shows, what)
        self.window.repaint()
        self.times.setdefault(what, []).append((time.perf_counter() - started) * 1000)

    async def until(self, shows, what: str) -> None:
        """Wait for what is seen."""
        end = time.perf_counter() + PATIENCE_S
        while not shows():
            if time.perf_counter() > end:
                sys.exit(f"waited in vain: {what}")
            await asyncio.sleep(0)

    def tell(self) -> float:
        """Print the times; the worst 95th percentile."""
        worst = 0.0
        for what, times in self.times.items():
            p95 = statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
            worst = max(worst, p95 if len(times) > 1 else 0.0)  # what is done once fetches a label, and says so
            print(f"  {what:<42}{len(times):5} ×  median {statistics.median(times):7.1f} ms   p95 {p95:7.1f} ms")
        return worst


async def use(home: Path, path: Path, decisions: int) -> float:
    """Open the window on a library and review; the worst 95th percentile in milliseconds."""
    from tagger.app import Tagger
    from tagger.gui import application

    tagger = Tagger.open(path, home / "settings.toml")
    shown = asyncio.get_running_loop().create_future()
    life = asyncio.create_task(application.live(tagger, [], shown))
    await asyncio.wait([shown, life], return_when=asyncio.FIRST_COMPLETED)
    if life.done():
        await life
    window = await shown
    window.resize(1280, 800)
    window.activateWindow()
    keys = Keyboard(window)
    await keys.until(lambda: len(window.browser.model.rows.ids) and not window._session.tasks._tasks, "the photos")
    await by_photo(keys, window, decisions)
    await by_labels(keys, window)
    worst = keys.tell()
    window.close()
    await life
    return worst


async def by_photo(keys: Keyboard, window, decisions: int) -> None:
    """Decide one suggestion after the other, moving on by itself."""
    inspector = window.inspector
    await keys.until(lambda: inspector.list.suggestions, "the first photo")
    await keys.press("Space", lambda: inspector.list.current is not None, "first undecided")
    started = time.perf_counter()
    for number in range(decisions):
        before = inspector.list.current
        key = "PXDP"[number % 4]
        await keys.press(key, lambda b=before: inspector.list.current not in (b, None), "decide and move on")
    minutes = (time.perf_counter() - started) / 60
    print(f"  decisions per minute, photo by photo      {decisions / minutes:9,.0f}")


async def by_labels(keys: Keyboard, window) -> None:
    """Decide whole labels: move about, take out, move the line, accept, undo."""
    part, model = window.photos.by_label, window.photos.by_label.model
    await keys.press("Shift+L", lambda: model.rowCount() and part._label is not None, "open the review by label")
    await keys.until(lambda: not window._session.tasks._tasks, "rest")
    for key in ("Right", "Down", "PgDown", "End", "Home") * 6:
        row = part.page.view.currentIndex().row()
        await keys.press(
            key, lambda r=row: part.page.view.currentIndex().row() != r, f"move ({model.rowCount():,} crops)"
        )
    for key in ("]", "[") * 20:
        await keys.press(key, lambda: True, "move the line")
    for _number in range(10):
        await keys.press("X", lambda: True, "take out")
        await keys.press("Right", lambda: True, "on to the next crop")
    started, decided = time.perf_counter(), 0
    for _number in range(5):
        label, decided = part._label, decided + model.accepted + model.out
        await keys.press("P", lambda k=label.key: part._label is None or part._label.key != k, "accept a label")
        await keys.until(lambda: not window.photos.reviewing._waiting, "the decision")
    minutes = (time.perf_counter() - started) / 60
    print(f"  decisions per minute, label by label      {decided / minutes:9,.0f}")
    await keys.until(lambda: not window._session.tasks._tasks, "rest")
    first = part._past[-1].suggestion_id
    started = time.perf_counter()
    await keys.press("Ctrl+Z", lambda: model.row_of(first) >= 0, "undo a label, and see it again")
    await keys.until(lambda: not window._session.tasks._tasks, "rest")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--suggestions", type=int, nargs="*", default=[1_000, 100_000, 1_000_000])
    parser.add_argument("--decisions", type=int, default=200)
    options = parser.parse_args()
    seconds = measure(options.count)
    for name, value in seconds.items():
        print(f"{name:24} {value:6.3f} s")
    worst = 0.0
    if options.suggestions:
        from qasync import QEventLoop

        from tagger.gui import application

        app = application.application()
        for count in options.suggestions:
            with tempfile.TemporaryDirectory() as folder:
                print(f"{count:,} suggestions, load {os.getloadavg()[0]:.1f}")
                path = library(Path(folder), count)
                with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
                    worst = max(worst, runner.run(use(Path(folder), path, min(options.decisions, count // 5))))
    return 0 if max(seconds.values()) < LIMIT_S and worst < GOAL_MS else 1


if __name__ == "__main__":
    sys.exit(main())
