"""Rules of the house that no linter knows."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

CHECKOUT = Path(__file__).resolve().parents[1]
QT = {"PySide6", "shiboken6", "qasync", "qtawesome"}
MOST_LINES = 400


def loaded_by(statement: str) -> set[str]:
    """Top-level packages that a fresh interpreter has loaded after the statement."""
    code = f"import sys; {statement}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def exists(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


def test_importing_the_package_costs_nothing() -> None:
    plain = loaded_by("pass")
    assert loaded_by("import tagger") - plain <= {"tagger", "__future__"}


@pytest.mark.skipif(not exists("tagger.cli"), reason="the command line is not written yet")
def test_the_command_line_needs_no_qt() -> None:
    assert not loaded_by("import tagger.cli") & QT


@pytest.mark.skipif(not exists("tagger.app"), reason="the core is not written yet")
def test_the_core_needs_no_qt() -> None:
    assert not loaded_by("import tagger.app") & QT


@pytest.mark.skipif(not exists("tagger.backends.onnx"), reason="the embedded backend is not written yet")
def test_listing_a_backend_does_not_load_its_engine() -> None:
    loaded = loaded_by("from tagger.backends.onnx import TYPE")
    assert "onnxruntime" not in loaded
    assert not loaded & QT


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
