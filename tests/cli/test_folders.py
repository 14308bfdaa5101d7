"""Listing the folders of the library, and taking one out of it."""

from __future__ import annotations

import os
from pathlib import Path


def test_a_folder_is_listed_removed_and_brought_back(tagger, folder: Path) -> None:
    tagger("index", folder)
    files = sorted(os.listdir(folder))
    [listed] = tagger("folders", "--json").records
    assert (listed["path"], listed["photos"], listed["away"], listed["exclude"]) == (str(folder), 3, False, [])
    assert str(folder) in tagger("folders").out
    ran = tagger("folders", "--remove", folder, "--json")
    assert (ran.status, ran.records) == (0, [{"removed": str(folder), "photos": 3}])
    assert tagger("folders", "--json").records == []
    assert sorted(os.listdir(folder)) == files, "no file is touched"
    assert tagger("undo").status == 0
    assert len(tagger("photos", "--json").records) == 3


def test_tags_are_kept_for_when_it_is_added_again(tagger, folder: Path) -> None:
    tagger("index", folder)
    tagger("tag", folder / "rocket.jpg", "--add", "Space")
    tagger("folders", "--remove", folder, "--keep-tags")
    tagger("index", folder)
    [rocket] = [each for each in tagger("photos", "--json").records if each["path"].endswith("rocket.jpg")]
    assert "Space" in rocket["tags"]


def test_without_that_they_are_forgotten(tagger, folder: Path) -> None:
    tagger("index", folder)
    tagger("tag", folder / "rocket.jpg", "--add", "Space")
    tagger("folders", "--remove", folder)
    tagger("index", folder)
    [rocket] = [each for each in tagger("photos", "--json").records if each["path"].endswith("rocket.jpg")]
    assert "Space" not in rocket["tags"]


def test_what_is_no_folder_of_the_library_is_refused(tagger, folder: Path) -> None:
    tagger("index", folder)
    assert tagger("folders", "--remove", folder.parent).status == 2
    assert tagger("folders", "--keep-tags").status == 2
    assert len(tagger("photos", "--json").records) == 3


def names(tagger) -> list[str]:
    return sorted(os.path.basename(each["path"]) for each in tagger("photos", "--json").records)


def test_patterns_are_remembered_and_what_they_leave_out_is_kept(tagger, folder: Path) -> None:
    tagger("index", folder)
    tagger("tag", folder / "rocket.jpg", "--add", "Space")
    ran = tagger("folders", "--choose", folder, "--exclude", "*.jpg", "--dry-run", "--json")
    assert ran.records == [{"path": str(folder), "photos": 3, "left_out": 1}]
    assert len(names(tagger)) == 3
    assert tagger("index", folder, "--exclude", "*.jpg").status == 0
    assert names(tagger) == ["chelsea.png", "coffee.png"]
    assert tagger("index", folder, "--json").records[-1]["summary"]["found"] == 2, "they hold for every index"
    assert tagger("folders", "--json").records[0]["exclude"] == ["*.jpg"]
    assert tagger("folders", "--choose", folder).status == 0
    tagger("index", folder)
    [rocket] = [each for each in tagger("photos", "--json").records if each["path"].endswith("rocket.jpg")]
    assert rocket["tags"] == ["Space"]


def test_undo_and_another_pattern_each_bring_back_what_they_should(tagger, folder: Path) -> None:
    (folder / "Exports").mkdir()
    (folder / "rocket.jpg").rename(folder / "Exports" / "rocket.jpg")
    tagger("index", folder)
    assert tagger("folders", "--choose", folder, "--exclude", "/Exports/").status == 0
    assert names(tagger) == ["chelsea.png", "coffee.png"]
    assert tagger("undo").status == 0
    assert names(tagger) == ["chelsea.png", "coffee.png", "rocket.jpg"]
    assert tagger("folders", "--json").records[0]["exclude"] == []
    tagger("index", folder, "--include", "chelsea*", "--include", "rocket*", "--exclude", "/Exports/")
    assert names(tagger) == ["chelsea.png"]
    tagger("folders", "--remove", folder)
    tagger("undo")
    assert tagger("folders", "--json").records[0]["include"] == ["chelsea*", "rocket*"]


def test_patterns_that_make_no_sense_are_refused_before_anything_is_done(tagger, folder: Path) -> None:
    assert tagger("index", folder, "--exclude", "!").status == 2
    assert tagger("folders", "--json").records == []
    tagger("index", folder)
    assert tagger("folders", "--choose", folder.parent, "--exclude", "*.jpg").status == 2
    assert tagger("folders", "--choose", folder, "--remove", folder).status == 2
