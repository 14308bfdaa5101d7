"""Rules of the house that no linter knows."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from tagger.store import Store

CHECKOUT = Path(__file__).resolve().parents[1]
QT = {"PySide6", "shiboken6", "qasync", "qtawesome"}
MOST_LINES = 400
HEAVY = {
    "PIL", "boto3", "click", "dateutil", "email", "filelock", "http.client", "httpx", "imagehash", "importlib.metadata",
    "jsonschema", "keyring", "lark", "lxml", "multiprocessing", "numpy", "onnxruntime", "pebble", "pluggy", "pyexiv2",
    "qtawesome", "rawpy", "rich", "scipy", "sqlite_utils", "urllib.request", "watchfiles",
}  # fmt: skip
"""What nobody waits for who wants to see photos, or a list of them."""
LATER = {"psutil", "tagger.backends", "tagger.duplicates", "tagger.library.index", "tagger.recognition.dispatcher"}
LATER |= {f"tagger.gui.parts.{area}" for area in ("library", "photos", "program", "services")}
"""What a window does without until its first page is on screen."""
WINDOW = """
import os, sys
from tagger.cli import main
from tagger.gui.main_window import MainWindow

async def furnish(window):
    assert window.browser.first_page.shown and window.browser.grid.visible_ids()
    assert window.browser.model.summary_at(0) is not None
    print(*sys.modules, flush=True)
    os._exit(0)

MainWindow.furnish = furnish  # begins when the first page was painted
main(sys.argv[1:])
"""
COMMAND = "import sys; from tagger.cli import main; main(sys.argv[1:]); print(*sys.modules)"


def loaded_by(statement: str) -> set[str]:
    """Top-level packages that a fresh interpreter has loaded after the statement."""
    code = f"import sys; {statement}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def loaded_until_done(script: str, *words: str, home: Path) -> set[str]:
    """All modules that a process has loaded that starts as the program does."""
    paths = {name: str(home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    done = subprocess.run(
        [sys.executable, "-c", script, *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=os.environ | paths | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.splitlines()[-1].split())


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with more photos than a screen shows."""
    store = Store.open(tmp_path / "library.tagger")
    store.write(lambda db: db.execute("INSERT INTO folders(id, path, added_at) VALUES (1, '/p', '2026')")).result()
    photos = [(n, f"/p/{n}.jpg", f"{n}.jpg") for n in range(1, 300)]
    insert = (
        "INSERT INTO photos(id, folder_id, path, directory, name, state, bytes, mtime_ns, added_at)"
        " VALUES (?, 1, ?, '/p', ?, 'missing', 1, 1, '2026')"
    )
    store.write(lambda db: db.conn.executemany(insert, photos)).result()
    store.close()
    return store.path


def test_importing_the_package_costs_nothing() -> None:
    plain = loaded_by("pass")
    assert loaded_by("import tagger") - plain <= {"tagger", "__future__"}


def test_the_command_line_needs_no_qt() -> None:
    assert not loaded_by("import tagger.cli") & QT


def test_the_core_needs_no_qt() -> None:
    assert not loaded_by("import tagger.app") & QT


def test_listing_a_backend_does_not_load_its_engine() -> None:
    loaded = loaded_by("from tagger.backends.onnx import TYPE")
    assert "onnxruntime" not in loaded
    assert not loaded & QT


def test_the_first_page_of_a_window_waits_for_nothing_else(library: Path) -> None:
    words = ("--library", str(library), "--config", str(library.with_name("settings.toml")))
    loaded = loaded_until_done(WINDOW, *words, home=library.parent)
    assert "PySide6.QtWidgets" in loaded
    assert loaded & (HEAVY | LATER) == set()


def test_a_list_of_photos_waits_for_nothing_else(library: Path) -> None:
    words = ("photos", "--library", str(library), "--config", str(library.with_name("settings.toml")))
    loaded = loaded_until_done(COMMAND, *words, home=library.parent)
    assert "tagger.store.photos" in loaded
    assert loaded & (HEAVY | QT | {"asyncio"}) == set()
    searched = loaded_until_done(COMMAND, *words, "--where", "name:2", home=library.parent)
    assert searched & (HEAVY | QT | {"asyncio"}) == {"lark"}, "it reads the search"


def test_the_version_waits_for_nothing_at_all(tmp_path: Path) -> None:
    loaded = loaded_until_done(COMMAND, "--version", home=tmp_path)
    assert loaded & (HEAVY | QT | {"asyncio", "sqlite3", "tagger.app", "tagger.store", "tagger.settings"}) == set()


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal since Python 3.12")
def test_qt_calls_keep_the_references_to_none() -> None:
    """PySide6 6.12.0 drops one reference for each void call, and the process dies after some thousand of them."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("a")
    assert abs(sys.getrefcount(None) - before) < 100


def test_no_module_is_longer_than_a_reader_can_hold() -> None:
    sizes = {path: len(path.read_text("utf-8").splitlines()) for path in sorted(CHECKOUT.glob("tagger/**/*.py"))}
    assert {str(path.relative_to(CHECKOUT)): size for path, size in sizes.items() if size > MOST_LINES} == {}


def test_no_module_is_named_after_nothing() -> None:
    nothing = {"utils", "helpers", "manager", "common", "misc"}
    assert [str(path) for path in CHECKOUT.glob("tagger/**/*.py") if path.stem in nothing] == []
