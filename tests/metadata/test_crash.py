"""A process that is killed while it writes sidecars."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tagger.metadata.xmp import XmpDocument
from tests.metadata.samples import items, photo, xmp

KILLS = 10
WRITER = """
import sys
from tagger.metadata.embedded import Embedded
from tagger.metadata.sidecars import SidecarChange, export_sidecar

class Nothing:
    def read(self, path):
        return Embedded()

print("ready", flush=True)
number = 0
while True:
    tags = tuple(f"Round {number}|{name}" for name in range(40))
    gone = tuple(f"Round {number - 1}|{name}" for name in range(40))
    for path in sys.argv[1:]:
        result = export_sidecar(path, SidecarChange(tags, removed=gone), reader=Nothing())
        assert result.action in {"created", "updated"}, result
    number += 1
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a killed process on Windows still holds its files for a while")
def test_killed_while_writing_every_sidecar_is_old_or_new(tmp_path: Path) -> None:
    existing, fresh = photo(tmp_path / "a.jpg"), photo(tmp_path / "b.jpg")
    (tmp_path / "a.jpg.xmp").write_bytes(xmp("<acme:note>theirs</acme:note>" + items("dc:subject", ["Foreign"])))
    chance = random.Random(7)  # noqa: S311
    for _ in range(KILLS):
        process = subprocess.Popen([sys.executable, "-c", WRITER, str(existing), str(fresh)], stdout=subprocess.PIPE)
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n"
            time.sleep(chance.uniform(0.0, 0.08))
        finally:
            process.kill()
            process.communicate()
        document = XmpDocument.parse((tmp_path / "a.jpg.xmp").read_bytes())
        assert "Foreign" in document.flat()
        assert document.text("{http://example.org/acme/1.0/}note") == "theirs"
        if (tmp_path / "b.jpg.xmp").exists():
            assert len(XmpDocument.parse((tmp_path / "b.jpg.xmp").read_bytes()).hierarchical()) >= 80
    others = {path.name for path in tmp_path.iterdir()} - {"a.jpg", "b.jpg", "a.jpg.xmp", "b.jpg.xmp"}
    assert len(others) <= 2
    assert not [name for name in others if name.endswith(".xmp")]
