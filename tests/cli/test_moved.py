"""Moves in the summary of indexing, and answering what only the user can tell."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tagger.library import moves


def test_moves_are_counted_and_questions_answered(tagger, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moves, "GRACE_S", 0.0)
    rocket, twin = folder / "rocket.jpg", folder / "twin.jpg"
    shutil.copyfile(rocket, twin)
    tagger("index", folder)
    copies = {each["path"]: each["copies"] for each in tagger("photos", "--json").records}
    assert copies == {str(folder / "chelsea.png"): 0, str(folder / "coffee.png"): 0, str(rocket): 1, str(twin): 1}
    tagger("tag", rocket, "--add", "Space")
    (folder / "coffee.png").rename(folder / "cup.png")
    rocket.rename(folder.parent / "hidden")
    twin.unlink()
    for name in ("new", "other"):
        shutil.copyfile(folder.parent / "hidden", folder / f"{name}.jpg")
    summary = tagger("index", folder, "--json").records[-1]["summary"]
    assert (summary["moved"], summary["new"], summary["missing"]) == (1, 2, 2)
    [asked] = tagger("moved", "--json").records
    assert asked == {
        "missing": [str(rocket), str(twin)],
        "found": [str(folder / "new.jpg"), str(folder / "other.jpg")],
    }
    assert "new.jpg" in tagger("moved").out
    assert tagger("moved", "--same", rocket, folder / "new.jpg").status == 0
    [found] = tagger("photos", "--json", "--where", "name:new").records
    assert (found["tags"], found["state"]) == (["Space"], "ok")
    assert tagger("moved", "--new", folder / "other.jpg").status == 0
    assert tagger("moved", "--json").records == []
    assert "locate" in tagger("undo").out
    assert tagger("moved", "--same", rocket, folder / "none.jpg").status == 2
    assert tagger("moved", "--same", folder / "cup.png", folder / "new.jpg").status == 2
