"""Sequences that were meant to be alike are told from duplicates."""

from __future__ import annotations

import contextlib

import pytest

from tagger.duplicates import kinds
from tagger.duplicates.stars import Star
from tagger.entities import FoundBy, GroupKind, Link
from tagger.store import Store

CAMERA = "X100V"


@pytest.fixture
def sort_out(tmp_path):
    """Stores photos given as columns, and returns the kinds and members of what one star of them becomes."""

    def run(photos, found_by=FoundBy.HASH):
        with contextlib.closing(Store.open(tmp_path / "library.tagger")) as store:

            def add(db):
                db.execute("INSERT OR IGNORE INTO folders (id, path, added_at) VALUES (1, '/p', '')")
                db.execute("DELETE FROM photos")
                for number, given in enumerate(photos, 1):
                    row = {
                        "id": number,
                        "folder_id": 1,
                        "path": f"/p/{number}",
                        "directory": "/p",
                        "name": f"{number}",
                        "state": "ok",
                        "bytes": 100,
                        "mtime_ns": 0,
                        "added_at": "",
                        "camera": CAMERA,
                        **given,
                    }
                    if "file" in row:
                        row["name"] = row.pop("file")
                        row["path"] = f"/p/{row['name']}"
                    sharpness = row.pop("sharpness", None)
                    db.table("photos").insert(row)
                    db.execute(
                        "INSERT OR REPLACE INTO photo_prints VALUES (?, ?, 1, ?)", (number, b"x" * 64, sharpness)
                    )

            store.write(add).result()
            star = Star(1, tuple(Link(n, found_by, 2, 0.98) for n in range(2, len(photos) + 1)))
            groups = store.read(lambda db: kinds.sorted_out(db, [star]))
            return [(group.kind, sorted(group.photo_ids)) for group in groups], [group.reason for group in groups]

    return run


def at(second, **more):
    return {"taken_at": f"2026-05-01T12:00:{second:05.2f}", **more}


def test_exports_of_one_shot_are_near_duplicates(sort_out):
    groups, _reasons = sort_out([at(1), at(1), {"camera": None}])
    assert groups == [(GroupKind.NEAR, [1, 2, 3])]


def test_copies_are_copies_whatever_their_metadata_says(sort_out):
    groups, _reasons = sort_out([at(1), {"camera": None}, at(1)], FoundBy.FILE)
    assert groups == [(GroupKind.COPIES, [1, 2, 3])]


def test_shots_close_upon_each_other_are_a_burst(sort_out):
    groups, reasons = sort_out([at(1.0), at(1.2), at(1.4)])
    assert groups == [(GroupKind.BURST, [1, 2, 3])]
    assert "3 shots" in reasons[0]


def test_a_second_without_fraction_is_told_apart_by_the_numbers_of_the_camera(sort_out):
    same = "2026-05-01T12:00:01"
    names = [{"taken_at": same, "file": f"DSC_{n:04}.JPG"} for n in (17, 18, 19)]
    assert sort_out(names)[0] == [(GroupKind.BURST, [1, 2, 3])]
    edited = [{"taken_at": same, "file": name} for name in ("DSC_0017.JPG", "DSC_0017-edit.jpg", "DSC_0017 (2).jpg")]
    assert sort_out(edited)[0] == [(GroupKind.NEAR, [1, 2, 3])]


def test_a_shot_of_a_burst_with_a_copy_is_a_group_of_its_own(sort_out):
    groups, _reasons = sort_out([at(1.0), at(1.2), at(1.4), at(1.2)])
    assert groups == [(GroupKind.NEAR, [2, 4]), (GroupKind.BURST, [1, 3])]


def test_exposures_apart_are_a_bracket(sort_out):
    shots = [at(n, exposure_s=s, f_number=8.0, iso=100) for n, s in ((1, 1 / 60), (2, 1 / 240), (3, 1 / 15))]
    groups, reasons = sort_out(shots)
    assert groups == [(GroupKind.BRACKET, [1, 2, 3])]
    assert "4.0 stops" in reasons[0]


def same_exposure(second, **more):
    return at(second, exposure_s=0.01, f_number=8.0, iso=100, focal_mm=50.0, **more)


def test_many_even_shots_that_are_sharp_in_different_places_are_a_focus_stack(sort_out):
    stack = [same_exposure(n, sharpness=40 + 8 * n) for n in range(6)]
    assert sort_out(stack)[0] == [(GroupKind.FOCUS_STACK, [1, 2, 3, 4, 5, 6])]
    uneven = [same_exposure(n, sharpness=40 + 8 * n) for n in (0, 0.3, 2.5, 2.7, 5, 5.1)]
    assert sort_out(uneven)[0] == [(GroupKind.BURST, [1, 2, 3, 4, 5, 6])]


def test_shots_that_overlap_are_a_panorama(sort_out):
    shots = [same_exposure(n) for n in range(3)]
    assert sort_out(shots, FoundBy.CROP)[0] == [(GroupKind.PANORAMA, [1, 2, 3])]


def test_raw_and_jpeg_of_one_shot_are_a_pair(sort_out):
    pair = [at(1, stack_id=1, format="RAW"), at(1, stack_id=1, format="JPEG")]
    assert sort_out(pair)[0] == [(GroupKind.PAIR, [1, 2])]


@pytest.mark.parametrize("gap", [60, 3600])
def test_alike_photos_taken_at_other_times_are_near_duplicates(sort_out, gap):
    minutes, hours = (gap // 60 % 60, gap // 3600)
    later = {"taken_at": f"2026-05-01T{12 + hours}:{minutes:02}:01"}
    assert sort_out([at(1), later])[0] == [(GroupKind.NEAR, [1, 2])]
