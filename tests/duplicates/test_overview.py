"""What the list of groups shows, and what was said to be no duplicate."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image

from tagger.app import Tagger
from tagger.duplicates.overview import Fate, detailed, overview
from tagger.duplicates.search import Options
from tagger.entities import FoundBy

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"


@pytest.fixture
def tagger(tmp_path):
    folder = tmp_path / "photos"
    folder.mkdir()
    shutil.copy(SAMPLES / "rocket.jpg", folder / "rocket.jpg")
    shutil.copy(SAMPLES / "rocket.jpg", folder / "rocket again.jpg")
    with Image.open(SAMPLES / "rocket.jpg") as image:
        image.resize((image.width // 2, image.height // 2)).save(folder / "small.jpg")
    shutil.copy(SAMPLES / "coffee.png", folder)
    opened = Tagger.open(tmp_path / "library.tagger", tmp_path / "settings.toml")
    opened.index([str(folder)])
    opened.find_duplicates(Options(crops=False))
    yield opened
    opened.close()


def names(tagger: Tagger) -> list[list[str]]:
    groups = tagger.store.read(overview)
    policy = tagger.policy()
    found = tagger.store.read(lambda db: list(detailed(db, policy, [group.id for group in groups])))
    return [[member.photo.name for member in group.members] for group in found]


def test_a_group_in_numbers_and_in_words(tagger):
    [entry] = tagger.store.read(overview)
    policy = tagger.policy()
    [group] = tagger.store.read(lambda db: list(detailed(db, policy, [entry.id])))
    assert entry.photo_ids == group.group.photo_ids
    assert entry.bytes == sum(member.photo.bytes for member in group.members[1:])
    assert entry.found_by == {FoundBy.FILE, FoundBy.HASH}
    assert not entry.exact
    assert sorted(tagger.photo_ids("is:duplicate")) == sorted(entry.photo_ids)
    assert len(tagger.photo_ids("-is:duplicate")) == 1
    by_name = {member.photo.name: member for member in group.members}
    assert [member.fate for member in group.members].count(Fate.KEEP) == 1
    assert by_name["small.jpg"].fate is Fate.GO
    assert by_name["small.jpg"].words.startswith("larger: ")


def test_a_photo_in_a_reference_folder_stays(tagger, tmp_path):
    tagger.settings.set("duplicates.references", f'["{tmp_path / "photos"}"]')
    policy = tagger.policy()
    [group] = tagger.store.read(lambda db: list(detailed(db, policy, [each.id for each in overview(db)])))
    assert {member.fate for member in group.members} == {Fate.KEEP, Fate.STAY}


@pytest.mark.parametrize("name", ["rocket.jpg", None])
def test_what_is_no_duplicate_stays_none_until_that_is_taken_back(tagger, name):
    before = names(tagger)
    [group] = tagger.duplicate_groups()
    policy = tagger.policy()
    [shown] = tagger.store.read(lambda db: list(detailed(db, policy, [group.id])))
    photo_id = next((member.photo.id for member in shown.members if member.photo.name == name), None)
    tagger.not_duplicates(group, photo_id)
    tagger.find_duplicates(Options(crops=False))
    after = names(tagger)
    assert sorted(each for group in after for each in group) == sorted(
        each for each in before[0] if name is not None and each != name
    )
    tagger.undo()
    assert sorted(names(tagger)[0]) == sorted(before[0])
    assert names(tagger)[0][0] == before[0][0]
    tagger.find_duplicates(Options(crops=False))
    assert sorted(names(tagger)[0]) == sorted(before[0])
