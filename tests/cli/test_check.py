"""``tagger check``: what is missing, changed by others or damaged; and getting it back."""

from __future__ import annotations

from pathlib import Path

from tagger.settings import default_library_path


def test_a_library_that_says_what_is_on_the_disk(tagger, folder: Path) -> None:
    tagger("index", folder)
    ran = tagger("check", "--json")
    assert ran.status == 0
    assert ran.records == [{"summary": {"damaged": False, "missing": 0, "sidecar": 0, "away": 0, "folder": 0}}]
    assert "sound" in tagger("check").out
    assert "nothing had to be restored" in tagger("check", "--repair").out


def test_missing_photos_and_sidecars_changed_by_others(tagger, folder: Path) -> None:
    tagger("index", folder)
    tagger("tag", folder / "coffee.png", "--add", "Cup")
    tagger("export")
    assert tagger("check").status == 0, "the own sidecars are no news"
    sidecar = folder / "coffee.png.xmp"
    sidecar.write_text(sidecar.read_text().replace("Cup", "Mug!"))
    (folder / "rocket.jpg").unlink()
    ran = tagger("check", "--json")
    assert ran.status == 1
    assert {(each["kind"], each["path"]) for each in ran.records[:-1]} == {
        ("missing", str(folder / "rocket.jpg")),
        ("sidecar", str(folder / "coffee.png")),
    }
    assert ran.records[-1]["summary"]["missing"] == 1
    assert "rocket.jpg is missing" in tagger("check").err
    assert len(tagger("photos", "--where", "is:missing", "--json").records) == 0, "it only looks"


def test_a_drive_that_is_not_connected_misses_nothing(tagger, folder: Path) -> None:
    tagger("index", folder)
    folder.rename(folder.with_name("unplugged"))
    ran = tagger("check", "--json")
    assert ran.status == 0
    assert ran.records[0] == {"kind": "away", "path": str(folder)}
    assert len(tagger("photos", "--where", "is:away", "--json").records) == 3


def test_a_damaged_library_is_restored_from_the_backup_that_indexing_made(tagger, folder: Path) -> None:
    tagger("index", folder)
    path = default_library_path()
    assert len(list(path.with_name(path.name + ".backups").iterdir())) == 1
    content = bytearray(path.read_bytes())
    content[8192:60000] = b"\x5a" * (60000 - 8192)
    path.write_bytes(content)
    for words in (("photos",), ("check",)):
        ran = tagger(*words)
        assert ran.status == 1
        assert "tagger check --repair" in ran.err
    ran = tagger("check", "--repair")
    assert ran.status == 0, ran.err
    assert "Restored the backup of" in ran.out
    assert len(tagger("photos", "--json").records) == 3
    assert len(list(path.parent.glob(f"{path.name}.damaged-*"))) >= 1
    assert tagger("check").status == 0


def test_no_library_is_made_by_looking_for_one(tagger) -> None:
    ran = tagger("check")
    assert ran.status == 1
    assert "There is no library" in ran.err
    assert not default_library_path().exists()
