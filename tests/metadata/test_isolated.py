"""Reading outside the program's own process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.metadata.samples import items, photo, xmp

PROGRAM = """
import os, signal, sys
from tagger.metadata.isolated import EmbeddedReader

if __name__ == "__main__":
    signal.signal(signal.SIGINT, lambda *_: os.write(1, b"interrupted\\n"))
    with EmbeddedReader() as reader:
        os.write(1, b"starting\\n")
        for _ in range(2):
            os.write(1, reader.read(sys.argv[1]).document().flat()[0].encode() + b"\\n")
            sys.stdin.readline()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl+C to a console, not to a process")
@pytest.mark.parametrize("seconds", [0.04, 0.08, 0.5], ids=["starting", "importing", "waiting"])
def test_ctrl_c_is_for_the_program_and_not_for_its_reader(tmp_path: Path, seconds: float) -> None:
    path = photo(tmp_path / "a.jpg", packet=xmp(items("dc:subject", ["Dog"])))
    script = tmp_path / "program.py"
    script.write_text(PROGRAM)
    folder = str(Path(__file__).parents[2])
    process = subprocess.Popen(
        [sys.executable, str(script), str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": folder},
        start_new_session=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == "starting\n"
        time.sleep(seconds)
        os.killpg(process.pid, signal.SIGINT)
        told = [process.stdout.readline(), process.stdout.readline()]
        assert sorted(told) == ["Dog\n", "interrupted\n"]
        process.stdin.write("\n")
        process.stdin.flush()
        assert process.stdout.readline() == "Dog\n", "the worker is alive"
        _out, complaints = process.communicate("\n", timeout=30)
    finally:
        process.kill()
    assert process.returncode == 0
    assert complaints == ""
