"""Exports for other uses, and keyword lists, from the command line."""

from __future__ import annotations

import json
from pathlib import Path


def test_exports_and_keyword_lists(tagger, folder: Path, tmp_path: Path) -> None:
    assert tagger("index", folder).status == 0
    words = tmp_path / "words.txt"
    words.write_text("Animal\n\tCat\n\t\t{Puss}\n{}\n", encoding="utf-16")
    before = tagger("vocabulary", "import", words, "--dry-run")
    assert "+ Animal|Cat {Puss}" in before.out
    ran = tagger("vocabulary", "import", words, "--json")
    assert ran.status == 1, "a line made no sense"
    assert ran.records[-1]["summary"] == {"tags": 2, "synonyms": 1, "categories": 0, "known": 0, "left_out": 1}
    assert tagger("export", "--format", "keywords").out == "Animal\n\tCat\n\t\t{Puss}\n"
    assert json.loads(tagger("export", "--format", "coco").out)["annotations"] == []
    ran = tagger("export", "--format", "yolo", "--out", tmp_path / "yolo", "--json")
    assert (ran.status, ran.records[0]["photos"], ran.records[0]["boxes"]) == (0, 3, 0)
    assert tagger("export", "--format", "report", "--out", tmp_path / "r.html", "--title", "Ours").status == 0
    assert "<h1>Ours</h1>" in (tmp_path / "r.html").read_text(encoding="utf-8")
    for wrong in (["report"], ["csv", "--title", "x"], ["csv", "--with-photos"], ["csv", "--out", tmp_path / "x.jpg"]):
        assert tagger("export", "--format", *wrong).status == 2
    assert tagger("vocabulary", "import", tmp_path / "none.txt").status == 1
