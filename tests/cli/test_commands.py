"""What each command does to a library of real photos."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

PHOTO_KEYS = {
    "path", "width", "height", "format", "bytes", "taken_at", "camera", "lens", "orientation", "rating", "caption",
    "gps", "phash", "tags", "state", "error",
}  # fmt: skip
SUGGESTION_KEYS = {"path", "backend", "model", "label", "tag", "confidence", "kind", "parents", "box", "state"}


def contents(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def states(tagger: Any, *filters: object) -> list[str]:
    return [record["state"] for record in tagger("suggestions", "--json", *filters).records]


def test_indexing_sums_up_and_names_what_cannot_be_read(tagger, folder: Path) -> None:
    (folder / "broken.jpg").write_bytes((folder / "rocket.jpg").read_bytes()[:300])
    (folder / "clip.mp4").touch()
    ran = tagger("index", "--json", folder)
    assert ran.status == 1
    *errors, last = ran.records
    summary = last["summary"]
    assert summary.pop("seconds") > 0
    assert summary == {
        "found": 4, "new": 4, "changed": 0, "moved": 0, "missing": 0, "unchanged": 0, "unreadable": 1,
        "videos": 1,
    }  # fmt: skip
    assert [error["path"] for error in errors] == [str(folder / "broken.jpg")]
    (folder / "broken.jpg").unlink()
    again = tagger("index", folder)
    assert again.status == 0
    assert "1 missing" in again.out
    assert "1 video left alone" in again.out


def test_a_folder_that_is_not_there_is_a_failure_and_the_rest_is_done(tagger, folder: Path) -> None:
    ran = tagger("index", folder, folder / "nowhere")
    assert ran.status == 1
    assert "nowhere" in ran.err
    assert len(tagger("photos", "--json").records) == 3


def test_photos_are_told_in_full(tagger, folder: Path, shared: Path) -> None:
    shutil.copy(shared / "photos" / "photos" / "DSCN0010.jpg", folder)
    tagger("index", folder)
    records = {Path(record["path"]).name: record for record in tagger("photos", "--json").records}
    assert all(record.keys() >= PHOTO_KEYS for record in records.values())
    gps = records["DSCN0010.jpg"]
    assert (gps["gps"]["lat"], gps["gps"]["lon"]) == (pytest.approx(43.4674, abs=1e-3), pytest.approx(11.885, abs=1e-3))
    assert (gps["width"], gps["height"], gps["format"], gps["state"]) == (640, 480, "JPEG", "ok")
    assert gps["bytes"] == (folder / "DSCN0010.jpg").stat().st_size
    assert len(gps["phash"]) == 16
    assert int(gps["phash"], 16) >= 0
    assert records["coffee.png"]["gps"] is None
    assert len(tagger("photos", "--json", "--where", "has:gps").records) == 1
    assert len(tagger("photos", "--json", "--where", "format:png", "--where", "coffee").records) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
def test_names_that_are_no_text_do_not_stop_the_output(tagger, folder: Path, tmp_path: Path) -> None:
    odd = os.fsdecode(b"caf\xe9\x1b[31m\n.jpg")
    shutil.copy(folder / "rocket.jpg", os.path.join(folder, odd))
    tagger("index", folder)
    paths = [record["path"] for record in tagger("photos", "--json").records]
    assert os.path.join(folder, odd) in paths
    listed = tagger("photos").out
    assert len(listed.splitlines()) == 5
    assert "\x1b" not in listed
    assert tagger("export", "--format", "csv", "--out", tmp_path / "all.csv").status == 0
    assert tagger("export", "--format", "json", "--out", tmp_path / "all.json").status == 0
    assert os.path.join(folder, odd) in [r["path"] for r in json.loads((tmp_path / "all.json").read_text("utf-8"))]


def test_recognising_passes_over_what_is_done(tagger, folder: Path) -> None:
    tagger("index", folder)
    first = tagger("recognize", "--json", "--limit", 1).records[-1]["summary"]
    assert (first["photos"], first["skipped"]) == (1, 0)
    where = tagger("recognize", "--json", "--where", "format:png").records[-1]["summary"]
    assert where["photos"] + where["skipped"] == 2
    rest = tagger("recognize", "--json").records[-1]["summary"]
    assert first["photos"] + where["photos"] + rest["photos"] == 3
    assert rest["skipped"] == 3 - rest["photos"]
    again = tagger("recognize", "--json", "--again").records[-1]["summary"]
    assert (again["photos"], again["failed"], again["unknown"], again["skipped"]) == (3, 0, 0, 0)
    assert again["detections"] == len(tagger("suggestions", "--json").records)


def test_a_photo_that_vanished_fails_alone_and_is_retried_when_asked(tagger, folder: Path) -> None:
    tagger("index", folder)
    content = (folder / "coffee.png").read_bytes()
    (folder / "coffee.png").unlink()
    ran = tagger("recognize", "--json")
    assert ran.status == 1
    assert [error["path"] for error in ran.records[:-1]] == [str(folder / "coffee.png")]
    assert ran.records[-1]["summary"]["photos"] == 2
    assert ran.records[-1]["summary"]["failed"] == 1
    (folder / "coffee.png").write_bytes(content)
    assert tagger("recognize", "--json").records[-1]["summary"]["photos"] == 0
    assert tagger("recognize", "--json", "--retry").records[-1]["summary"]["photos"] == 1


def test_suggestions_are_told_in_full(tagger, recognised: Path) -> None:
    records = tagger("suggestions", "--json").records
    assert records
    assert all(record.keys() >= SUGGESTION_KEYS for record in records)
    assert all(0 <= record["confidence"] <= 1 and record["backend"] == "onnx" for record in records)
    boxes = [record["box"] for record in records if record["box"]]
    assert boxes
    assert all(set(box) == set("xywh") and 0 <= box["x"] <= box["x"] + box["w"] <= 1.000001 for box in boxes)
    cat = [record for record in records if record["label"] == "cat" and record["box"]]
    assert [Path(record["path"]).name for record in cat] == ["chelsea.png"]


def test_filters_combine(tagger, recognised: Path) -> None:
    ran = tagger("accept", "--json", "--label", "CAT", "--min-confidence", "0.3")
    assert ran.status == 0
    accepted = tagger("suggestions", "--json", "--where", "state:accepted").records
    assert {record["label"] for record in accepted} == {"cat"}
    assert ran.records == [{"summary": {"suggestions": len(accepted), "photos": 1}}]
    edge = accepted[0]["confidence"]
    tagger("undo")
    only = tagger("accept", "--json", "--label", "cat", "--min-confidence", edge, "--max-confidence", edge)
    assert only.records[0]["summary"]["suggestions"] == 1
    assert tagger("accept", "--json", "--label", "no such").records[0]["summary"]["suggestions"] == 0


def test_what_was_rejected_is_accepted_only_where_the_search_says_so(tagger, recognised: Path) -> None:
    tagger("reject", "--label", "cat")
    rejected = states(tagger).count("rejected")
    assert rejected
    tagger("defer", "--where", "label:cup")
    tagger("accept", "--all")
    assert states(tagger).count("rejected") == rejected
    assert states(tagger, "--where", "label:cup") == ["accepted"] * len(states(tagger, "--where", "label:cup"))
    changed = tagger("accept", "--where", "state:rejected", "--json").records[0]["summary"]
    assert changed["suggestions"] == rejected


def test_hidden_labels_change_only_when_named(tagger, recognised: Path) -> None:
    hidden = states(tagger, "--where", "is:hidden")
    if not hidden:
        pytest.skip("nothing hidden was seen on these photos")
    tagger("accept", "--all")
    assert set(states(tagger, "--where", "is:hidden")) == {"suggested"}
    label = tagger("suggestions", "--json", "--where", "is:hidden").records[0]["label"]
    tagger("accept", "--label", label)
    assert "accepted" in states(tagger, "--where", "is:hidden")


def test_tags_by_hand(tagger, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tagger("index", folder)
    monkeypatch.chdir(folder)
    ran = tagger("tag", "coffee.png", "nowhere.png", folder / "rocket.jpg", "--add", "Food/Drink|Coffee", "--add", "x")
    assert ran.status == 1
    assert "nowhere.png" in ran.err
    assert "coffee.png" not in ran.err
    tags = {Path(record["path"]).name: record["tags"] for record in tagger("photos", "--json").records}
    assert tags["coffee.png"] == tags["rocket.jpg"] == ["Food|Drink|Coffee", "x"]
    assert tagger("tag", "coffee.png", "--remove", "X").status == 0
    assert tagger("photos", "--json", "--where", "coffee name:coffee").records[0]["tags"] == ["Food|Drink|Coffee"]
    assert tagger("undo").out.startswith("Undone: remove tag")


def test_sidecars_come_and_go(tagger, recognised: Path) -> None:
    before = contents(recognised)
    tagger("accept", "--label", "cat")
    planned = tagger("export", "--json", "--dry-run")
    assert [record["action"] for record in planned.records] == ["created"]
    assert contents(recognised) == before
    [plan] = planned.records
    [file] = plan.pop("changes")
    assert plan.pop("conflicts") == []
    assert (file["file"], file["created"]) == (plan["sidecar"], True)
    assert {each["property"]: each["added"] for each in file["properties"]}["lr:hierarchicalSubject"] == ["Animal|Cat"]
    done = tagger("export", "--json")
    assert (done.status, done.records) == (0, [plan])
    assert done.records[0].keys() >= {"path", "sidecar", "action", "error"}
    assert contents(recognised).keys() - before.keys() == {Path(done.records[0]["sidecar"]).name}
    assert tagger("export", "--json").records == []
    assert [r["action"] for r in tagger("export", "--json", "--where", "chelsea").records] == ["unchanged"]
    titles = [record["title"] for record in tagger("undo", "--list", "--json").records]
    assert titles[0] == "write 1 sidecar"
    assert tagger("undo").out == "Undone: write 1 sidecar\n"
    assert contents(recognised) == before


def test_a_sidecar_that_cannot_be_understood_is_named_and_kept(tagger, recognised: Path) -> None:
    tagger("accept", "--all")
    bad = recognised / "chelsea.png.xmp"
    bad.write_text("<not xmp")
    ran = tagger("export", "--json")
    assert ran.status == 1
    failed = [record for record in ran.records if record["error"]]
    assert [record["action"] for record in failed] == ["conflict"]
    assert len(ran.records) > 1
    assert bad.read_text() == "<not xmp"


def test_a_sidecar_changed_since_is_left_by_undo(tagger, recognised: Path) -> None:
    tagger("accept", "--label", "cat")
    sidecar = Path(tagger("export", "--json").records[0]["sidecar"])
    sidecar.write_text(sidecar.read_text("utf-8") + "\n", "utf-8")
    ran = tagger("undo")
    assert ran.status == 1
    assert str(sidecar) in ran.err
    assert sidecar.exists()


def test_there_may_be_nothing_to_undo(tagger) -> None:
    assert tagger("undo").status == 0
    assert tagger("undo", "--json").records == [{"undone": None, "photos": 0}]


def test_documents(tagger, recognised: Path, tmp_path: Path) -> None:
    tagger("tag", recognised / "coffee.png", "--add", "=1+1", "--add", "Drink|Coffee")
    target = tmp_path / "all.csv"
    assert tagger("export", "--format", "csv", "--out", target, "--dry-run").status == 0
    assert not target.exists()
    record = tagger("export", "--format", "csv", "--out", target, "--json").records
    assert record == [{"path": str(target), "sidecar": None, "action": "created", "error": None}]
    with target.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    tags = {Path(row["path"]).name: row["tags"] for row in rows}
    assert tags["coffee.png"] == "'=1+1; Drink|Coffee"
    printed = json.loads(tagger("export", "--format", "json").out)
    lines = tagger("export", "--format", "json", "--json").records
    assert printed == lines
    assert sum(len(each["suggestions"]) for each in lines) == len(tagger("suggestions", "--json").records)
    assert json.loads(tagger("export", "--format", "json", "--where", "name:nothing").out) == []
    assert tagger("export", "--format", "json", "--out", tmp_path / "no" / "where").status == 1
    assert os.listdir(tmp_path).count("all.csv") == 1


def test_backends(tagger, folder: Path) -> None:
    assert tagger("backends", "add", "careful", "--type", "onnx", "--set", "object_threshold=0.9").status == 0
    records = {record["name"]: record for record in tagger("backends", "--json").records}
    assert set(records) == {"onnx", "careful"}
    assert records["careful"].items() >= {
        "type": "onnx", "enabled": True, "offline": True, "needs": [], "problem": None
    }.items()  # fmt: skip
    assert tagger("backends", "disable", "careful").status == 0
    assert "careful\tonnx\tno" in tagger("backends", "list").out
    tagger("index", folder)
    refused = tagger("recognize", "--backend", "careful")
    assert refused.status == 1
    assert "tagger backends enable careful" in refused.err
    assert tagger("backends", "enable", "careful").status == 0
    assert tagger("backends", "test", "careful", "--photo", folder / "chelsea.png").status == 0
    assert tagger("recognize", "--backend", "careful", "--json").records[-1]["summary"]["photos"] == 3
    assert {record["backend"] for record in tagger("suggestions", "--json").records} == {"careful"}
    assert tagger("backends", "remove", "careful").status == 0
    assert [record["name"] for record in tagger("backends", "--json").records] == ["onnx"]
