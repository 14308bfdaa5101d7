"""Listing the folders of the library, and taking one out of it."""

from __future__ import annotations

import os
from pathlib import Path


def test_a_folder_is_listed_removed_and_brought_back(tagger, folder: Path) -> None:
    tagger("index", folder)
    files = sorted(os.listdir(folder))
    assert tagger("folders", "--json").records == [{"path": str(folder), "photos": 3}]
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
