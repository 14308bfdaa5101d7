"""The example of a plug-in, installed as a distribution is and used from the command line."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tomllib
from pathlib import Path

from PIL import Image

EXAMPLE = Path(__file__).parents[1] / "plugin_example"


def install(site: Path) -> None:
    """What an installer leaves behind: the module, and the entry points of its pyproject.toml."""
    project = tomllib.loads((EXAMPLE / "pyproject.toml").read_text("utf-8"))["project"]
    info = site / f"tagger_brightness-{project['version']}.dist-info"
    info.mkdir(parents=True)
    shutil.copy(EXAMPLE / "tagger_brightness.py", site)
    head = f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    (info / "METADATA").write_text(head, "utf-8")
    points = [f"{name} = {place}\n" for name, place in project["entry-points"]["tagger.backends"].items()]
    (info / "entry_points.txt").write_text(f"[tagger.backends]\n{''.join(points)}", "utf-8")


def test_the_example_is_installed_and_recognises_photos(tmp_path: Path) -> None:
    site, pictures = tmp_path / "site", tmp_path / "pictures"
    install(site)
    pictures.mkdir()
    Image.new("RGB", (64, 48), (250, 250, 250)).save(pictures / "snow.png")
    root = Path(__file__).parents[2]
    environment = {k: v for k, v in os.environ.items() if k != "TAGGER_PLUGINS"}
    environment["TAGGER_LIBRARY"] = str(tmp_path / "mine.tagger")
    environment["PYTHONPATH"] = os.pathsep.join([str(site), str(root)])

    def tagger(*words: str) -> str:
        ran = subprocess.run(
            [sys.executable, "-m", "tagger", *words],
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
            cwd=tmp_path,
        )
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    tagger("index", str(pictures))
    tagger("backends", "add", "light", "--type", "brightness", "--set", "bright_from=0.6")
    assert "light" in tagger("backends", "list")
    tagger("recognize", "--backend", "light")
    library = environment["TAGGER_LIBRARY"]
    with contextlib.closing(sqlite3.connect(library)) as db:
        assert db.execute("SELECT name, tag FROM labels").fetchall() == [("bright", "Light|Bright")]
