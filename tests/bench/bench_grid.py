"""How fast the grid is beside the plain ways to build one: `python tests/bench/bench_grid.py [count] [folder]`.

Every grid runs in a process of its own, with the same model, the same delegate, and real JPEG thumbnails from the
cache of the library:

* ours: GridView, laid out by arithmetic, and a queue of thumbnails that is replaced;
* batched: QListView with uniform sizes and a batched layout;
* default: QListView as it comes, in icon mode.
* fifo: GridView again, but with a queue of thumbnails that is worked off in order.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from array import array
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image  # noqa: E402

# ruff: noqa: TID251 - what is measured is the GUI
from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QListView  # noqa: E402

from tagger.entities import PhotoId, PhotoState, PhotoSummary  # noqa: E402
from tagger.gui import theme  # noqa: E402
from tagger.gui.grid.delegate import CellDelegate  # noqa: E402
from tagger.gui.grid.model import GridModel  # noqa: E402
from tagger.gui.grid.thumbnails import ThumbnailLoader  # noqa: E402
from tagger.gui.grid.view import GridView  # noqa: E402
from tagger.imaging.thumbnails import ThumbnailCache, encode_thumbnail  # noqa: E402

WINDOW = (1280, 800)
STORED = 1500
JUMPS = 30
REPEATS = 20
LIMIT_S = 30.0


class Fifo(ThumbnailLoader):
    """Loads everything that was ever wanted, in order."""

    def want(self, photo_ids, side_px):
        waiting = self._next
        super().want(photo_ids, side_px)
        self._next = [job for job in dict.fromkeys([*waiting, *self._next]) if job not in self._pixmaps]


class Fixed(CellDelegate):
    """Cells of the size GridView gives them."""

    def sizeHint(self, option, index):
        return QSize(192, 192 + self.text_px())


class Painted(QObject):
    """Sees the first paint of a widget; before that, the window is not on the screen and repaints do nothing."""

    def __init__(self, widget):
        super().__init__(widget)
        self.seen = False
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def make_cache(photos: Path, path: Path) -> None:
    """A cache with `STORED` thumbnails of 512 pixels; photos beyond that take those of others."""
    made = []
    for file in sorted(photos.glob("*.jpg"))[:250]:
        with Image.open(file) as image:
            made.append(encode_thumbnail(image))
    cache = ThumbnailCache(path)
    cache.put_many((PhotoId(each), made[each % len(made)]) for each in range(STORED))
    cache.close()


def fetch(ids, done) -> None:
    """Summaries a moment later."""
    answer = [PhotoSummary(PhotoId(each), f"IMG_{each:06}.jpg", PhotoState.OK, each % 6, each % 4) for each in ids]
    QTimer.singleShot(2, lambda: done(answer))


def rss_mb() -> float:
    """Resident memory of this process."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def timed_ms(work) -> float:
    """How long a call takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1e3


def build(kind: str, loader: ThumbnailLoader, model: GridModel) -> QListView:
    """The grid to measure."""
    if kind in ("ours", "fifo"):
        return GridView(model, loader)
    view = QListView()
    view.setViewMode(QListView.ViewMode.IconMode)
    view.setItemDelegate(Fixed(loader.find, view))
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setMovement(QListView.Movement.Static)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
    if kind == "batched":
        view.setUniformItemSizes(True)
        view.setLayoutMode(QListView.LayoutMode.Batched)
        view.setBatchSize(200)
    view.setModel(model)
    return view


def measure(kind: str, count: int, cache: Path) -> dict[str, float]:
    """All figures of one grid."""
    app = QApplication([])
    theme.apply(app, theme.DARK)
    stored = ThumbnailCache(cache)
    make = Fifo if kind == "fifo" else ThumbnailLoader
    loader = make(lambda photo_id: stored.get(PhotoId(photo_id % STORED)))
    model = GridModel(fetch)
    ids = array("q", range(count))
    view = build(kind, loader, model)
    view.resize(*WINDOW)
    painted = Painted(view.viewport())
    before = rss_mb()

    def first() -> None:
        model.set_ids(ids)
        view.show()
        while not painted.seen:
            app.processEvents()

    figures = {"first paint ms": timed_ms(first), "laid out ms": timed_ms(lambda: laid_out(app, view, count))}
    figures["memory MB"] = rss_mb() - before
    figures["page down ms"] = statistics.median(timed_ms(lambda: paged(view)) for _each in range(REPEATS))
    figures["resize ms"] = statistics.median(timed_ms(lambda: resized(view)) for _each in range(6))
    figures["select all ms"] = timed_ms(lambda: (view.selectAll(), view.viewport().repaint()))
    if isinstance(view, GridView) and count <= 100_000:
        figures |= jumps(app, view, loader)
    loader.stop()
    stored.close()
    return figures


def laid_out(app: QApplication, view: QListView, count: int) -> None:
    """Wait until the last row has its place."""
    began = time.perf_counter()
    while view.visualRect(view.model().index(count - 1)).isEmpty() and time.perf_counter() - began < LIMIT_S:
        app.processEvents()


def paged(view: QListView) -> None:
    """One press of Page Down, painted."""
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    view.viewport().repaint()


def resized(view: QListView) -> None:
    """The window a little wider or narrower, painted."""
    view.resize(WINDOW[0] if view.width() != WINDOW[0] else WINDOW[0] - 200, WINDOW[1])
    QApplication.sendPostedEvents(view, QEvent.Type.LayoutRequest)
    view.doItemsLayout()
    view.viewport().repaint()


def complete(view: GridView, loader: ThumbnailLoader) -> bool:
    """Whether every photo on screen has its thumbnail."""
    return all(loader.find(each, view.thumbnail_side) is not None for each in view.visible_ids())


def wait_complete(app: QApplication, view: GridView, loader: ThumbnailLoader) -> float:
    """Milliseconds until the screen is complete and painted."""
    began = time.perf_counter()
    while not complete(view, loader) and time.perf_counter() - began < LIMIT_S:
        app.processEvents()
        time.sleep(0.001)
    view.viewport().repaint()
    return (time.perf_counter() - began) * 1e3


def jumps(app: QApplication, view: GridView, loader: ThumbnailLoader) -> dict[str, float]:
    """Thumbnails on screen after a jump, and after thirty jumps in a row."""
    chance = random.Random(5)  # noqa: S311 - places to look at
    count = len(view.model().rows)
    took = []
    for _each in range(JUMPS):
        view.scroll_to_photo(chance.randrange(count))
        took.append(wait_complete(app, view, loader))
    for _each in range(JUMPS):
        view.scroll_to_photo(chance.randrange(count))
        QTest.qWait(10)
    last = wait_complete(app, view, loader)
    took.sort()
    return {
        "photos on screen": len(view.visible_ids()),
        "jump p50 ms": statistics.median(took),
        "jump p95 ms": took[round(len(took) * 0.95) - 1],
        "last of 30 quick jumps ms": last,
    }


def run(kind: str, count: int, cache: Path) -> dict[str, float]:
    """`measure` in a process of its own."""
    command = [sys.executable, __file__, "--one", kind, str(count), str(cache)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True, timeout=300)
    return json.loads(answer.stdout.splitlines()[-1])


def table(count: int, results: dict[str, dict[str, float]]) -> None:
    """Print the figures side by side and how many times slower the others are."""
    kinds = list(results)
    print(f"\n{count:,} photos, {WINDOW[0]} x {WINDOW[1]}")
    print(f"{'':28}" + "".join(f"{kind:>22}" for kind in kinds))
    for name, ours in results["ours"].items():
        cells = [f"{ours:22,.1f}"]
        for kind in kinds[1:]:
            value = results[kind].get(name)
            ratio = f" ({value / ours:,.1f}x)" if value is not None and ours > 0.05 else ""
            cells.append(f"{'-' if value is None else f'{value:,.1f}'}{ratio}".rjust(22))
        print(f"{name:28}" + "".join(cells))


def main() -> None:
    """Measure and print."""
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(sys.argv[2], int(sys.argv[3]), Path(sys.argv[4]))))
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    photos = Path(sys.argv[2]) if len(sys.argv) > 2 else CHECKOUT.parent / "shared" / "coco" / "images"
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder) / "thumbnails.sqlite"
        make_cache(photos, cache)
        table(count, {kind: run(kind, count, cache) for kind in ("ours", "batched", "default", "fifo")})
        table(10 * count, {kind: run(kind, 10 * count, cache) for kind in ("ours", "batched")})


if __name__ == "__main__":
    main()
