from __future__ import annotations

import builtins
import errno
import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import FileIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tagger.entities import TagPath
from tagger.metadata import files, plan, sidecars
from tagger.metadata.change import SidecarChange
from tagger.metadata.facts import read_facts
from tagger.metadata.isolated import EmbeddedReader
from tagger.metadata.sidecar_names import sidecars_to_read
from tagger.metadata.sidecars import FileWrite, SidecarResult, export_sidecar, restore
from tagger.metadata.xmp import XmpDocument
from tests.metadata.samples import UNREADABLE, items, photo, sidecars_of, xmp

TAGS = (TagPath("Animal|Dog"), TagPath("Orte|Köln"))
CHANGE = SidecarChange(TAGS)

Export = Callable[..., SidecarResult]


@pytest.fixture
def export(reader: EmbeddedReader) -> Export:
    def run(path: Path, change: SidecarChange = CHANGE, **options: Any) -> SidecarResult:
        return export_sidecar(str(path), change, reader=reader, **options)

    return run


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sidecars, "RETRY_S", 0.01)


def tags_of(path: Path) -> set[str]:
    return set(read_facts(str(path), sidecars_to_read(str(path), os.listdir(path.parent))).keywords)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_new_sidecar_comes_back_as_the_same_tags(tmp_path: Path, export: Export) -> None:
    path = photo(tmp_path / "a.jpg")
    before = digest(path)
    result = export(path)
    assert (result.action, result.sidecar, result.error) == ("created", str(tmp_path / "a.jpg.xmp"), None)
    assert tags_of(path) == set(TAGS)
    assert digest(path) == before
    assert sorted(os.listdir(tmp_path)) == ["a.jpg", "a.jpg.xmp"]
    assert export(path).action == "unchanged"


def test_unchanged_files_are_not_touched(tmp_path: Path, export: Export) -> None:
    path = photo(tmp_path / "a.jpg")
    export(path)
    status = (tmp_path / "a.jpg.xmp").stat()
    assert export(path) == SidecarResult(str(path), str(tmp_path / "a.jpg.xmp"), "unchanged")
    assert (tmp_path / "a.jpg.xmp").stat() == status


def test_without_tags_nothing_is_created(tmp_path: Path, export: Export) -> None:
    assert export(photo(tmp_path / "a.jpg"), SidecarChange(())).action == "unchanged"
    assert os.listdir(tmp_path) == ["a.jpg"]


def test_a_new_sidecar_starts_from_the_photo(tmp_path: Path, export: Export, shared: Path) -> None:
    path = Path(shutil.copy(shared / "photos" / "photos" / "iptc-2021.jpg", tmp_path))
    embedded = read_facts(str(path))
    export(path)
    document = XmpDocument.parse((tmp_path / "iptc-2021.jpg.xmp").read_bytes())
    assert set(embedded.keywords) <= set(document.flat())
    assert document.text("{http://purl.org/dc/elements/1.1/}description") == embedded.caption
    assert document.text("{http://purl.org/dc/elements/1.1/}title") == "The Title (ref2021.1)"
    assert "Copyright" in (document.text("{http://purl.org/dc/elements/1.1/}rights") or "")
    assert document.text("{http://purl.org/dc/elements/1.1/}creator") == "Creator1 (ref2021.1)"
    assert float(document.text("{http://ns.adobe.com/xap/1.0/}Rating") or 0) == embedded.rating


def test_iptc_alone_seeds_a_sidecar(tmp_path: Path, export: Export, shared: Path) -> None:
    path = Path(shutil.copy(shared / "photos" / "photos" / "Nikon.nef", tmp_path))
    result = export(path)
    assert result.sidecar == str(tmp_path / "Nikon.xmp")
    document = XmpDocument.parse(Path(result.sidecar).read_bytes())
    assert document.text("{http://purl.org/dc/elements/1.1/}description") == "A caption"
    assert document.text("{http://ns.adobe.com/photoshop/1.0/}SidecarForExtension") == "NEF"


def test_a_hidden_short_sidecar_seeds_the_new_one(tmp_path: Path, export: Export) -> None:
    path = photo(tmp_path / "a.jpg")
    photo(tmp_path / "a.jpeg")
    short = tmp_path / "a.xmp"
    short.write_bytes(xmp(items("dc:subject", ["Shared"]), 'xmp:Label="blau"'))
    before = digest(short)
    result = export(path)
    assert result.sidecar == str(tmp_path / "a.jpg.xmp")
    document = XmpDocument.parse(Path(result.sidecar).read_bytes())
    assert document.flat()[0] == "Shared"
    assert document.text("{http://ns.adobe.com/xap/1.0/}Label") == "blau"
    assert digest(short) == before


def test_raw_and_picture_keep_their_own_sidecars(tmp_path: Path, export: Export, shared: Path) -> None:
    for name in ("IMG_0001.CR2", "IMG_0001.JPG", "IMG_0001.xmp", "IMG_0001.JPG.xmp"):
        shutil.copy(shared / "photos" / "generated" / name, tmp_path)
    raw_sidecar = digest(tmp_path / "IMG_0001.xmp")
    assert export(tmp_path / "IMG_0001.JPG").sidecar == str(tmp_path / "IMG_0001.JPG.xmp")
    assert digest(tmp_path / "IMG_0001.xmp") == raw_sidecar
    assert export(tmp_path / "IMG_0001.CR2", SidecarChange((TagPath("Raw"),))).sidecar == str(tmp_path / "IMG_0001.xmp")
    assert tags_of(tmp_path / "IMG_0001.JPG") == {*TAGS, "A|jpeg keyword"}
    assert tags_of(tmp_path / "IMG_0001.CR2") == {"Raw", "raw-only keyword"}


def test_sidecar_stated_for_another_file_is_left_alone(tmp_path: Path, export: Export, shared: Path) -> None:
    path = Path(shutil.copy(shared / "photos" / "generated" / "IMG_0001.CR2", tmp_path / "a.dng"))
    (tmp_path / "a.xmp").write_bytes(xmp("", 'photoshop:SidecarForExtension="CR2"'))
    before = digest(tmp_path / "a.xmp")
    assert export(path).sidecar == str(tmp_path / "a.dng.xmp")
    assert digest(tmp_path / "a.xmp") == before


def test_both_existing_sidecars_are_updated(tmp_path: Path, export: Export) -> None:
    path = photo(tmp_path / "a.jpg")
    for name in ("a.jpg.xmp", "a.XMP"):
        (tmp_path / name).write_bytes(xmp(""))
    result = export(path)
    assert [os.path.basename(write.path) for write in result.writes] == ["a.jpg.xmp", "a.XMP"]
    assert result.action == "updated"


def test_removed_tags_go_and_foreign_ones_stay(tmp_path: Path, export: Export) -> None:
    path = photo(tmp_path / "a.jpg")
    (tmp_path / "a.jpg.xmp").write_bytes(xmp(items("dc:subject", ["Foreign"])))
    export(path)
    export(path, SidecarChange(TAGS[1:], removed=TAGS[:1]))
    assert tags_of(path) == {"Orte|Köln", "Foreign"}


def test_unparsable_sidecars_are_conflicts_and_stay(tmp_path: Path, export: Export, shared: Path) -> None:
    path = photo(tmp_path / "a.jpg")
    for name in UNREADABLE:
        sidecar = Path(shutil.copy(shared / "photos" / "generated" / name, tmp_path / "a.jpg.xmp"))
        before = sidecar.read_bytes(), sidecar.stat().st_mtime_ns
        result = export(path)
        assert result.action == "conflict"
        assert "a.jpg.xmp" in (result.error or "")
        assert (sidecar.read_bytes(), sidecar.stat().st_mtime_ns) == before
    assert sorted(os.listdir(tmp_path)) == ["a.jpg", "a.jpg.xmp"]


def test_a_sidecar_that_is_being_written_is_read_again(
    tmp_path: Path, export: Export, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = photo(tmp_path / "a.jpg")
    sidecar = tmp_path / "a.jpg.xmp"
    whole = xmp(items("dc:subject", ["Foreign"]))
    sidecar.write_bytes(whole[:100])
    monkeypatch.setattr(sidecars, "time", SimpleNamespace(sleep=lambda seconds: sidecar.write_bytes(whole)))
    assert export(path).action == "updated"
    assert tags_of(path) == {*TAGS, "Foreign"}


def test_a_change_meanwhile_is_merged_once_then_a_conflict(
    tmp_path: Path, export: Export, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = photo(tmp_path / "a.jpg")
    sidecar = tmp_path / "a.jpg.xmp"
    sidecar.write_bytes(xmp(""))
    read, count = plan.read_version, 0

    def meddle(name: str) -> files.Version:
        nonlocal count
        version = read(name)
        if count:
            sidecar.write_bytes(xmp(items("dc:subject", [f"Theirs {count}"])))
            count -= 1
        return version

    monkeypatch.setattr(plan, "read_version", meddle)
    count = 1
    assert export(path).action == "updated"
    assert tags_of(path) == {*TAGS, "Theirs 1"}
    sidecar.write_bytes(xmp(""))
    count = 2
    result = export(path)
    assert (result.action, result.writes) == ("conflict", ())
    assert tags_of(path) == {"Theirs 1"}
    assert sorted(os.listdir(tmp_path)) == ["a.jpg", "a.jpg.xmp"]


def test_a_dry_run_writes_nothing(tmp_path: Path, export: Export) -> None:
    path = photo(tmp_path / "a.jpg")
    result = export(path, dry_run=True)
    assert (result.action, len(result.writes), os.listdir(tmp_path)) == ("created", 1, ["a.jpg"])
    assert export(path).writes == result.writes


def test_undo_restores_or_deletes_only_what_was_written(tmp_path: Path, export: Export) -> None:
    path = photo(tmp_path / "a.jpg")
    created = export(path).writes[0]
    updated = export(path, SidecarChange((*TAGS, TagPath("More")))).writes[0]
    assert not restore(created)
    assert restore(updated)
    assert (tmp_path / "a.jpg.xmp").read_bytes() == created.after
    assert restore(created)
    assert os.listdir(tmp_path) == ["a.jpg"]
    assert not restore(created)
    assert not restore(FileWrite(str(tmp_path / "a.jpg"), None, b"something else"))


@pytest.mark.parametrize(
    ("number", "advice"),
    [
        (errno.ENOSPC, "full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "permission"),
        (errno.EIO, "could not be written"),
    ],
)
@pytest.mark.parametrize("existing", [True, False])
def test_a_disk_that_refuses_is_a_failure_with_advice(
    tmp_path: Path, export: Export, monkeypatch: pytest.MonkeyPatch, number: int, advice: str, existing: bool
) -> None:
    path = photo(tmp_path / "a.jpg")
    sidecar = tmp_path / "a.jpg.xmp"
    if existing:
        sidecar.write_bytes(xmp("<acme:note>theirs</acme:note>"))
    before = sorted((entry.name, digest(entry)) for entry in tmp_path.iterdir())

    def refuse(descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(files.os, "fsync", refuse)
    result = export(path)
    assert result.action == "failed"
    assert advice in (result.error or "").casefold()
    assert sorted((entry.name, digest(entry)) for entry in tmp_path.iterdir()) == before


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full here")
def test_a_write_cut_short_by_a_full_disk_leaves_nothing(
    tmp_path: Path, export: Export, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = photo(tmp_path / "a.jpg")
    sidecar = tmp_path / "a.jpg.xmp"
    sidecar.write_bytes(xmp(""))
    before = sidecar.read_bytes()

    class Half(FileIO):
        def write(self, data: Any) -> int:
            super().write(data[: len(data) // 2])
            with builtins.open("/dev/full", "wb") as file:
                file.write(data)
            return len(data)

    monkeypatch.setattr(files, "FileIO", Half)
    result = export(path)
    assert (result.action, sidecar.read_bytes()) == ("failed", before)
    assert "full" in (result.error or "")
    assert sorted(os.listdir(tmp_path)) == ["a.jpg", "a.jpg.xmp"]


def test_a_missing_photo_or_folder_fails(tmp_path: Path, export: Export) -> None:
    for path in (tmp_path / "missing.jpg", tmp_path / "missing" / "a.jpg"):
        result = export(path)
        assert (result.action, "not there" in (result.error or "")) == ("failed", True)
    assert os.listdir(tmp_path) == []


def test_many_threads_lose_no_tag(tmp_path: Path, export: Export) -> None:
    path = photo(tmp_path / "a.jpg")
    names = [TagPath(f"Tag|{number}") for number in range(24)]
    with ThreadPoolExecutor(6) as pool:
        results = list(pool.map(lambda name: export(path, SidecarChange((name,))), names))
    assert {result.action for result in results} == {"created", "updated"}
    assert tags_of(path) == set(names)


def test_every_real_sidecar_is_merged_and_undone(tmp_path: Path, export: Export, shared: Path) -> None:
    for sidecar in sidecars_of(shared):
        path = photo(tmp_path / "a.jpg")
        copied = Path(shutil.copy(sidecar, tmp_path / "a.jpg.xmp"))
        result = export(path)
        if sidecar.name in UNREADABLE:
            assert result.action == "conflict"
        else:
            assert result.action == "updated", (sidecar, result.error)
            assert set(TAGS) <= tags_of(path)
            assert restore(result.writes[0])
        assert copied.read_bytes() == sidecar.read_bytes()


def test_an_export_only_adds_lines(tmp_path: Path, export: Export, shared: Path) -> None:
    path = photo(tmp_path / "a.jpg")
    sidecar = Path(shutil.copy(shared / "photos" / "generated" / "nasty.xmp", tmp_path / "a.jpg.xmp"))
    before = sidecar.read_bytes().splitlines()
    assert export(path).action == "updated"
    after = iter(sidecar.read_bytes().splitlines())
    assert all(line in after for line in before)  # each is found behind the one before it


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not installed")
def test_exiftool_reads_a_new_sidecar(tmp_path: Path, export: Export) -> None:
    export(photo(tmp_path / "a.jpg"))
    command = ["exiftool", "-j", "-G1", "-validate", "-warning", "-a", "-xmp:all", str(tmp_path / "a.jpg.xmp")]
    found = json.loads(subprocess.run(command, capture_output=True, check=True, timeout=60).stdout)[0]
    assert found["XMP-dc:Subject"] == ["Animal", "Dog", "Orte", "Köln"]
    assert found["XMP-lr:HierarchicalSubject"] == ["Animal|Dog", "Orte|Köln"]
    assert found["XMP-digiKam:TagsList"] == ["Animal/Dog", "Orte/Köln"]
    assert found["ExifTool:Validate"] == "OK"


@pytest.mark.skipif(shutil.which("darktable-cli") is None, reason="darktable-cli is not installed")
def test_darktable_takes_all_tags_and_keeps_the_caption(tmp_path: Path, export: Export, shared: Path) -> None:
    path = Path(shutil.copy(shared / "photos" / "photos" / "prairie_falcon.jpg", tmp_path / "a.jpg"))
    export(path, SidecarChange((*TAGS, TagPath("People|Doe, Jane"))))
    command = ["darktable-cli", str(path), f"{path}.xmp", str(tmp_path / "out.jpg"), "--width", "64", "--core"]
    command += ["--configdir", str(tmp_path / "conf"), "--cachedir", str(tmp_path / "cache"), "--library", ":memory:"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    created = {
        line.rpartition("creating tag: ")[2]
        for line in (done.stdout + done.stderr).splitlines()
        if "creating tag: " in line
    }
    assert {*TAGS, "People|Doe Jane", "Other Keywords|SFAN"} <= created
    facts = read_facts(str(tmp_path / "out.jpg"))
    assert {*TAGS, "People|Doe Jane", "raptors"} <= set(facts.keywords)
    assert facts.caption == read_facts(str(path)).caption
