"""The plan of a cleanup on paper."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tagger.duplicates.facts import Facts
from tagger.duplicates.plan import Discard, Plan, Spared
from tagger.duplicates.plan_file import COLUMNS, write_plan
from tagger.entities import FoundBy, Link
from tagger.errors import UsageError


def photo(photo_id: int, name: str) -> Facts:
    return Facts(photo_id, f"/photos/{name}", 100, "JPEG", None, 6, None, (None, None, None), None, 0, 0, None, None)


PLAN = Plan(
    (
        Discard(
            7, photo(2, "b, \udcff.jpg"), photo(1, "a.jpg"), Link(2, FoundBy.HASH, 3, 0.97), "larger", True,
            ("/photos/b.xmp", "/photos/b.jpg.xmp"), 140,
        ),
    ),
    (Spared(8, photo(3, "c.jpg"), "in a reference folder"),),
)  # fmt: skip


def test_as_a_table(tmp_path: Path) -> None:
    assert write_plan(tmp_path / "plan.csv", PLAN) == 2
    with (tmp_path / "plan.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == COLUMNS
    assert rows[0]["path"] == "/photos/b, \\udcff.jpg"
    assert rows[0]["sidecars"] == "/photos/b.xmp; /photos/b.jpg.xmp"
    assert (rows[1]["action"], rows[1]["reason"], rows[1]["keeper"]) == ("keep", "in a reference folder", "")


def test_as_json(tmp_path: Path) -> None:
    write_plan(tmp_path / "plan.JSON", PLAN)
    first, second = json.loads((tmp_path / "plan.JSON").read_text("utf-8"))
    assert (first["group"], first["keeper"], first["bytes"], first["distance"]) == (7, "/photos/a.jpg", 140, 3)
    assert second["path"] == "/photos/c.jpg"


def test_where_nothing_can_be_written_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        write_plan(tmp_path / "nowhere" / "plan.csv", PLAN)
    (tmp_path / "plan.csv").mkdir()
    with pytest.raises(UsageError, match="cannot be written"):
        write_plan(tmp_path / "plan.csv", PLAN)
    assert [path.name for path in tmp_path.iterdir()] == ["plan.csv"]
