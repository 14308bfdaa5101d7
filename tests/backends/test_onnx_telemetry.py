"""The networks run without anything being told to anybody."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import time
from tagger.backends.onnx import sessions
sessions.load("nanodet_g_416.onnx")
time.sleep(0.5)
"""


def files_written(home: Path, script: str) -> list[str]:
    """What a process that runs the script leaves in its home, compiled modules apart."""
    home.mkdir()
    folders = {"HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"}
    environment = {name: value for name, value in os.environ.items() if name not in folders}
    environment.pop("ORT_DISABLE_TELEMETRY", None)
    subprocess.run(
        [sys.executable, "-c", script], check=True, timeout=60, env=environment | {"HOME": str(home)},
        cwd=Path(__file__).resolve().parents[2],
    )  # fmt: skip
    return sorted(str(path.relative_to(home)) for path in home.rglob("*") if path.is_file())


def test_loading_a_network_leaves_no_trace_of_telemetry(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no HOME to look at")
    assert files_written(tmp_path / "ours", SCRIPT) == []
