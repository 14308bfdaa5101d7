"""``tagger duplicates`` and ``tagger cleanup``: the shapes, the dry run, and the way back."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from PIL import Image


@pytest.fixture
def copies(folder: Path) -> Path:
    """The folder of three photos, with a copy of one and a smaller version of another."""
    shutil.copy(folder / "rocket.jpg", folder / "rocket copy.jpg")
    with Image.open(folder / "coffee.png") as image:
        image.convert("RGB").resize((300, 200)).save(folder / "coffee small.jpg")
    return folder


def test_from_photos_to_a_finished_cleanup_and_back(tagger, copies):
    assert tagger("index", copies).status == 0
    found = tagger("duplicates", "--json")
    assert found.status == 0
    assert len(found.records) == 2
    for record in found.records:
        keeper, other = record["photos"]
        assert (keeper["keeper"], other["keeper"]) == (True, False)
        assert keeper["distance"] == 0
        assert isinstance(other["distance"], int)
        assert other["reasons"]
    assert tagger("duplicates", "--stored", "--json").records == found.records
    plan = tagger("cleanup", "--json")
    assert {Path(r["path"]).name for r in plan.records if r["action"] == "discard"} >= {"coffee small.jpg"}
    tagger("duplicates", "--no-crops")  # groups have other numbers in the library then, and the same names
    plan, found = tagger("cleanup", "--json"), tagger("duplicates", "--stored", "--json")
    named = {photo["path"]: record["group"] for record in found.records for photo in record["photos"]}
    assert all(record["group"] == named[record["path"]] for record in plan.records)
    assert (copies / "coffee small.jpg").exists(), "a plan touches nothing"
    done = tagger("cleanup", "--apply", "--json")
    assert done.status == 0
    assert done.records[-1]["summary"]["discarded"] == 2
    assert not (copies / "coffee small.jpg").exists()
    assert len(tagger("photos", "--json").records) == 3
    assert tagger("undo").status == 0
    assert (copies / "coffee small.jpg").exists()
    assert len(tagger("photos", "--json").records) == 5


def test_instead_of_being_held_copies_are_tagged_or_moved_to_a_folder(tagger, copies, tmp_path):
    tagger("index", copies)
    tagger("duplicates", "--no-crops")
    tagged = tagger("cleanup", "--apply", "--tag", "To do|Duplicate", "--json")
    assert (tagged.status, tagged.records) == (0, [{"summary": {"tagged": 2}}])
    assert len(tagger("photos", "--json", "--where", 'tag:"To do|Duplicate"').records) == 2
    tagger("undo")
    away = tmp_path / "away"
    assert tagger("cleanup", "--apply", "--to", copies / "inside").status == 2
    assert tagger("cleanup", "--apply", "--to", away, "--tag", "x").status == 2
    assert tagger("cleanup", "--apply", "--empty").status == 2
    assert tagger("cleanup", "--empty", "--days", "-1").status == 2
    moved = tagger("cleanup", "--apply", "--to", away, "--json")
    assert moved.records[-1]["summary"]["discarded"] == 2
    assert {path.name for path in away.rglob("*.jpg")} == {"coffee small.jpg", "rocket copy.jpg"} or {
        path.name for path in away.rglob("*.jpg")
    } == {"coffee small.jpg", "rocket.jpg"}
    assert tagger("undo").status == 0
    assert not list(away.rglob("*.jpg"))


def test_the_plan_can_be_written_to_a_file(tagger, copies, tmp_path):
    tagger("index", copies)
    tagger("duplicates", "--no-crops")
    assert tagger("cleanup", "--out", tmp_path / "plan.csv").status == 0
    with (tmp_path / "plan.csv").open(newline="", encoding="utf-8") as file:
        assert {row["action"] for row in csv.DictReader(file)} == {"discard"}
    assert tagger("cleanup", "--out", tmp_path / "plan.json").status == 0
    assert len(json.loads((tmp_path / "plan.json").read_text("utf-8"))) == 2


def test_rules_and_reference_folders_are_obeyed(tagger, copies):
    tagger("index", copies)
    tagger("duplicates", "--no-crops")
    plan = tagger("cleanup", "--json", "--reference", copies)
    assert {record["action"] for record in plan.records} == {"keep"}
    wrong = tagger("cleanup", "--policy", "prettiest")
    assert wrong.status == 2
    assert "prettiest" in wrong.err


def test_wrong_numbers_are_refused(tagger, copies):
    tagger("index", copies)
    assert tagger("duplicates", "--distance", "17").status == 2
    tagger("duplicates", "--no-crops")
    assert tagger("cleanup", "--group", "9").status == 2
