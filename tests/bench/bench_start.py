"""How long the program takes to start: `python tests/bench/bench_start.py [rows] [--rounds N] [--keep DIR]`.

The window on a library of that many photos, from the start of its process to the first page painted, beside the floor:
an empty window of Qt from the same interpreter, in turn with it. Then what a turn of the loop takes at most while the
rest of the window is made. Then commands beside an interpreter that does nothing. Processor time is that of the
whole process up to then.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
SAY = """
import os, resource, time
def say(**more):
    import json
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({"at": time.monotonic(), "cpu": used.ru_utime + used.ru_stime, **more}), flush=True)
"""
FLOOR = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        say()
        os._exit(0)
app = QApplication([])
app.setStyle("Fusion")
window = Window()
window.resize(1200, 800)
window.show()
app.exec()
"""
WINDOW = """
import asyncio, sys
from tagger.cli import main
from tagger.gui.main_window import MainWindow
rest = MainWindow.furnish
async def furnish(window):  # begins when the first page was painted
    assert window.browser.grid.visible_ids() and window.browser.model.summary_at(0) is not None
    say()
    turns, made = [], asyncio.ensure_future(rest(window))
    while not made.done():
        before = time.thread_time()
        await asyncio.sleep(0.001)
        turns.append(time.thread_time() - before)
    say(turns=turns)
    os._exit(0)
MainWindow.furnish = furnish
main(sys.argv[1:])
"""


def run(script: str, *words: str, home: Path) -> list[dict]:
    """What a process says, its times counted from before it is started."""
    paths = {name: str(home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    environment = os.environ | paths | {"QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # who installs the program has it compiled
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", SAY + script, *words], cwd=CHECKOUT, env=environment, stdout=subprocess.PIPE, check=True
    )
    said = [json.loads(line) for line in done.stdout.splitlines()]
    return [each | {"wall": each["at"] - start} for each in said]


def command(words: list[str], home: Path) -> float:
    """Seconds of processor time of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = os.environ | {"HOME": str(home)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run([sys.executable, *words], cwd=CHECKOUT, env=environment, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def tell(text: str, wall: float, cpu: float, more: str = "") -> None:
    print(f"  {text:<44}{wall * 1e3:6.0f} ms  {cpu * 1e3:6.0f} ms of processor  {more}", flush=True)


def middle(rows: list[dict], key: str) -> float:
    return statistics.median(row[key] for row in rows)


def bench_window(many: Path, home: Path, rows: int, rounds: int) -> None:
    words = ("--library", str(many / "library.tagger"), "--config", str(home / "settings.toml"))
    run(WINDOW, *words, home=home)  # once for nothing: it is compiled, and the library in memory
    floors, pages, whole = [], [], []
    for _each in range(rounds):
        floors.append(run(FLOOR, home=home)[0])
        page, made = run(WINDOW, *words, home=home)
        pages.append(page)
        whole.append(made)
    print(f"A window on {rows:,} photos, median of {rounds} (load {os.getloadavg()[0]:.1f})")
    wall, cpu = middle(floors, "wall"), middle(floors, "cpu")
    tell("floor: an empty window painted", wall, cpu)
    ratio = f"{middle(pages, 'wall') / wall:.1f} and {middle(pages, 'cpu') / cpu:.1f} times the floor"
    tell("first page painted", middle(pages, "wall"), middle(pages, "cpu"), ratio)
    tell("first page painted, best", min(page["wall"] for page in pages), min(page["cpu"] for page in pages))
    tell("the rest of the window made", middle(whole, "wall"), middle(whole, "cpu"))
    turns = sorted(turn for made in whole for turn in made["turns"])
    late = sum(turn > 0.032 for turn in turns) / rounds
    print(f"  longest turn of its loop meanwhile: {turns[-1] * 1e3:.0f} ms of processor; {late:.1f} a start over 32 ms")


def bench_commands(home: Path, rounds: int) -> None:
    library = ["--library", str(home / "none.tagger"), "--config", str(home / "settings.toml")]
    words = {
        "floor: an interpreter": ["-c", "pass"],
        "tagger --version": ["-m", "tagger", "--version"],
        "tagger photos, on an empty library": ["-m", "tagger", "photos", *library],
        "tagger photos --where, on an empty library": ["-m", "tagger", "photos", "--where", "dog", *library],
    }
    command(words["tagger photos, on an empty library"], home)
    times: dict[str, list[float]] = {name: [] for name in words}
    for _each in range(rounds):
        for name, line in words.items():
            times[name].append(command(line, home))
    print(f"Commands, processor time, median of {rounds}")
    floor = statistics.median(times["floor: an interpreter"])
    for name, took in times.items():
        cpu = statistics.median(took)
        print(f"  {name:<44}{cpu * 1e3:6.0f} ms  {cpu / floor:5.1f} times the floor", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--keep", type=Path, help="folder to keep the library in, or to take it from")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        home, many = Path(name), args.keep or Path(name) / "many"
        (home / "settings.toml").write_text("[recognition]\nafter_index = false\n")
        if not (many / "library.tagger").exists():
            sys.path[:0] = [str(CHECKOUT), str(Path(__file__).parent)]
            import many_photos

            many.mkdir(parents=True, exist_ok=True)
            many_photos.make(many / "library.tagger", args.rows)
        bench_window(many, home, args.rows, args.rounds)
        bench_commands(home, args.rounds)


if __name__ == "__main__":
    main()
