"""What the window says when something is wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from tagger.gui import about
from tagger.gui.messages import Level
from tests.gui.window.driver import Walk

START = """
import sys
from pathlib import Path
from tagger.gui.application import run
sys.exit(run([], Path(sys.argv[1]), Path(sys.argv[2])))
"""


def start(library: Path, config: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", START, str(library), str(config)],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


@pytest.mark.parametrize("content", [b"no library at all" * 1000, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_library_that_is_none(tmp_path: Path, content: bytes) -> None:
    library = tmp_path / "library.tagger"
    library.write_bytes(content)
    ended = start(library, tmp_path / "settings.toml")
    assert ended.returncode == 1
    assert ended.stderr.startswith("tagger: ")
    assert str(library) in ended.stderr
    assert "Traceback" not in ended.stderr
    assert library.read_bytes() == content


def test_a_library_where_nothing_may_be_written(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        blocked = tmp_path / "file"
        blocked.write_text("a file where a folder would be needed")
        library = blocked / "library.tagger"
    else:
        tmp_path.chmod(0o500)
        library = tmp_path / "library.tagger"
    ended = start(library, tmp_path / "settings.toml")
    assert ended.returncode == 1
    assert ended.stderr.startswith("tagger: ")
    assert "Traceback" not in ended.stderr


def test_settings_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("[[[")
    ended = start(tmp_path / "library.tagger", tmp_path / "settings.toml")
    assert ended.returncode == 1
    assert "settings.toml" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_no_display(tmp_path: Path) -> None:
    ended = start(tmp_path / "l.tagger", tmp_path / "s.toml", QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert ended.returncode == 1
    assert len(ended.stderr.strip().splitlines()) == 1
    assert "command line" in ended.stderr
    assert "tagger index" in ended.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_a_display_that_does_not_answer(tmp_path: Path) -> None:
    ended = start(tmp_path / "l.tagger", tmp_path / "s.toml", QT_QPA_PLATFORM="", DISPLAY=":987", WAYLAND_DISPLAY="")
    assert ended.returncode == 1
    assert "command line" in ended.stderr


async def test_a_bug_in_a_slot_is_told_and_logged(
    window: Walk, logged: list[object], capfd: pytest.CaptureFixture[str]
) -> None:
    QTimer.singleShot(0, window.window, lambda: {}["a bug of the test"])
    await window.until(lambda: window.message is not None and window.message.level is Level.ERROR, "the message")
    assert window.bar.isVisible()
    assert window.bar._copy.isVisible()
    await window.click(window.bar._copy)
    assert "a bug of the test" in QGuiApplication.clipboard().text()
    assert "a bug of the test" in about.log_path().read_text("utf-8")
    assert "Traceback" not in capfd.readouterr().err
    await window.click(window.bar._close)
    assert not window.bar.isVisible()
    assert window.focus is window.window.browser.grid
    assert len(logged) == 1
