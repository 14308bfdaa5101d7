from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tagger.app import Tagger
from tagger.entities import PhotoId, TagPath
from tagger.errors import UsageError
from tagger.review.values import set_value
from tagger.store import photos, values
from tagger.store.values import PhotoField
from tests.metadata.samples import photo, xmp

RATING, LABEL, CAPTION = PhotoField.RATING, PhotoField.COLOUR_LABEL, PhotoField.CAPTION


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three photos; the second has a sidecar of another program."""
    made = tmp_path / "photos"
    made.mkdir()
    for name in ("a.jpg", "b.jpg", "c.jpg"):
        photo(made / name)
    foreign = (
        "<xmp:Rating>2</xmp:Rating><acme:secret>kept</acme:secret><dc:description><rdf:Alt>"
        '<rdf:li xml:lang="x-default">Old</rdf:li><rdf:li xml:lang="de-DE">Alt</rdf:li></rdf:Alt></dc:description>'
    )
    (made / "b.jpg.xmp").write_bytes(xmp(foreign, 'xmp:Label="blau"'))
    return made


@pytest.fixture
def tagger(tmp_path: Path, folder: Path):
    app = Tagger.open(tmp_path / "library.tagger", tmp_path / "settings.toml")
    app.settings.set("index.workers", 1)  # three photos; more processes only take longer to start
    app.index([str(folder)])
    yield app
    app.close()


def facts(app: Tagger) -> list[tuple[int | None, str | None, str | None]]:
    return [(p.facts.rating, p.facts.colour_label, p.facts.caption) for p in app.photos()]


def pending(app: Tagger) -> set[tuple[int, str]]:
    return set(app.store.read(lambda db: db.conn.execute("SELECT photo_id, field FROM photo_edits").fetchall()))


def due(app: Tagger) -> list[int]:
    return [i for (i,) in app.store.read(lambda db: db.conn.execute("SELECT photo_id FROM sidecars_due").fetchall())]


def touch_all(folder: Path) -> None:
    for each in folder.iterdir():
        os.utime(each, ns=(each.stat().st_atime_ns, each.stat().st_mtime_ns + 10**9))


def test_what_files_say_is_read_as_it_stands(tagger):
    assert facts(tagger) == [(None, None, None), (2, "blau", "Old"), (None, None, None)]


def test_values_of_many_photos_are_one_step(tagger):
    ids = list(tagger.photo_ids())
    assert tagger.set_value(ids, RATING, 4) == set(ids)
    assert tagger.set_value(ids, LABEL, "red") == set(ids)
    assert tagger.set_value(ids[:1], CAPTION, "  One\r\nTwo \x00") == set(ids[:1])
    assert facts(tagger) == [(4, "Red", "One\nTwo"), (4, "Red", "Old"), (4, "Red", None)]
    assert sorted(due(tagger)) == sorted(ids)
    assert tagger.set_value(ids, RATING, 4) == frozenset(), "nothing to change is no step"
    assert [title for _id, _at, title in tagger.journal()] == [
        "change the caption",
        "label red on 3 photos",
        "rate with 4 stars on 3 photos",
    ]


def test_again_takes_a_label_away_only_where_all_have_it(tagger):
    ids = list(tagger.photo_ids())
    tagger.set_value(ids[:1], LABEL, "Red", toggle=True)
    tagger.set_value(ids, LABEL, "Red", toggle=True)
    assert [label for _r, label, _c in facts(tagger)] == ["Red"] * 3
    tagger.set_value(ids, LABEL, "Red", toggle=True)
    assert [label for _r, label, _c in facts(tagger)] == [None] * 3


def test_undo_and_redo_after_a_restart(tagger, tmp_path):
    ids = list(tagger.photo_ids())
    before = facts(tagger)
    tagger.set_value(ids, RATING, 5)
    tagger.set_value(ids, LABEL, "Green")
    tagger.set_value(ids, CAPTION, "New")
    after = facts(tagger)
    tagger.close()
    again = Tagger.open(tmp_path / "library.tagger", tmp_path / "settings.toml")
    for _step in range(3):
        assert again.undo().photo_ids == set(ids)
    assert facts(again) == before
    assert pending(again) == set(), "the files say so already"
    for _step in range(3):
        again.redo()
    assert facts(again) == after
    assert len(pending(again)) == 9
    again.close()


def test_a_read_does_not_overwrite_what_no_sidecar_has(tagger, folder):
    ids = list(tagger.photo_ids())
    tagger.set_value(ids, RATING, 1)
    touch_all(folder)
    tagger.index([str(folder)])
    assert facts(tagger) == [(1, None, None), (1, "blau", "Old"), (1, None, None)]


def test_export_writes_only_what_was_set_here(tagger, folder):
    ids = list(tagger.photo_ids())
    tagger.set_value(ids[1:2], RATING, 5)
    list(tagger.export_sidecars())
    text = (folder / "b.jpg.xmp").read_text()
    assert "<xmp:Rating>5</xmp:Rating>" in text
    for kept in ('xmp:Label="blau"', "<acme:secret>kept</acme:secret>", '<rdf:li xml:lang="x-default">Old</rdf:li>'):
        assert kept in text
    assert sorted(p.name for p in folder.glob("*.xmp")) == ["b.jpg.xmp"], "nothing is due for the others"
    assert pending(tagger) == set()
    assert due(tagger) == []
    touch_all(folder)
    tagger.index([str(folder)])
    assert facts(tagger)[1] == (5, "blau", "Old")


def test_the_caption_keeps_its_other_languages(tagger, folder):
    tagger.set_value([tagger.photo_ids()[1]], CAPTION, "New\nlines & <marks>")
    list(tagger.export_sidecars())
    text = (folder / "b.jpg.xmp").read_text()
    assert '<rdf:li xml:lang="de-DE">Alt</rdf:li>' in text
    assert '<rdf:li xml:lang="x-default">New\nlines &amp; &lt;marks&gt;</rdf:li>' in text


def test_removed_values_leave_the_sidecar(tagger, folder):
    second = tagger.photo_ids()[1]
    for field in PhotoField:
        tagger.set_value([second], field, None)
    list(tagger.export_sidecars())
    text = (folder / "b.jpg.xmp").read_text()
    assert "xmp:Rating>" not in text
    assert "xmp:Label" not in text
    assert "x-default" not in text
    assert '<rdf:li xml:lang="de-DE">Alt</rdf:li>' in text


def test_undo_after_the_export_makes_the_value_due_again(tagger, folder):
    first = tagger.photo_ids()[0]
    tagger.set_value([first], RATING, 3)
    list(tagger.export_sidecars())
    assert (folder / "a.jpg.xmp").exists()
    tagger.undo()
    assert not (folder / "a.jpg.xmp").exists()
    assert pending(tagger) == {(first, "rating")}, "the sidecar that had it is gone"
    list(tagger.export_sidecars())
    assert "<xmp:Rating>3</xmp:Rating>" in (folder / "a.jpg.xmp").read_text()


def test_taking_back_what_a_sidecar_keeps_is_due(tagger, folder):
    """The export changed nothing on the disk, so there is no step of its own to take back."""
    second = tagger.photo_ids()[1]
    tagger.set_value([second], RATING, 4)
    text = (folder / "b.jpg.xmp").read_text()
    (folder / "b.jpg.xmp").write_text(text.replace("<xmp:Rating>2<", "<xmp:Rating>4<"))
    assert [result.action for result in tagger.export_sidecars()] == ["unchanged"]
    assert pending(tagger) == set()
    tagger.undo()
    assert facts(tagger)[1][0] == 2
    assert pending(tagger) == {(second, "rating")}
    assert [result.action for result in tagger.export_sidecars()] == ["updated"]
    assert (folder / "b.jpg.xmp").read_text() == text


@pytest.mark.parametrize("wrong", [6, -2, "3", 2.5])
def test_a_rating_is_a_number_of_stars(tagger, wrong):
    with pytest.raises(UsageError):
        tagger.set_value(tagger.photo_ids(), RATING, wrong)


def test_photos_that_are_gone_are_passed_over(tagger):
    assert tagger.set_value([PhotoId(999)], RATING, 3) == frozenset()
    assert tagger.undo() is None


def test_mixed_values_are_seen(tagger):
    ids = list(tagger.photo_ids())
    assert tagger.store.read(lambda db: values.distinct(db, RATING, ids[::2])) == [None]
    assert len(tagger.store.read(lambda db: values.distinct(db, RATING, ids))) == 2


def test_the_grid_sees_the_label(tagger):
    ids = list(tagger.photo_ids())
    tagger.set_value(ids[:1], LABEL, "Purple")
    shown = tagger.store.read(lambda db: photos.summaries(db, ids))
    assert {summary.id: summary.colour_label for summary in shown} == dict(
        zip(ids, ["Purple", "blau", None], strict=True)
    )


def test_search_by_colour(tagger):
    ids = list(tagger.photo_ids())
    tagger.set_value(ids[:1], LABEL, "Red")
    assert list(tagger.photo_ids("colour:red")) == ids[:1]
    assert list(tagger.photo_ids("colour:none")) == ids[2:]
    assert list(tagger.photo_ids("colour:blau")) == ids[1:2]
    assert list(tagger.photo_ids("has:colour")) == ids[:2]


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not installed")
def test_exiftool_reads_what_was_written(tagger, folder):
    ids = list(tagger.photo_ids())
    tagger.set_value(ids, RATING, 4)
    tagger.set_value(ids, LABEL, "Yellow")
    tagger.set_value(ids, CAPTION, "Ünïcödé & <two>\nlines")
    tagger.tag([ids[0]], add=[TagPath("Animal|Dog")])
    list(tagger.export_sidecars())
    wanted = ["-XMP-xmp:Rating", "-XMP-xmp:Label", "-XMP-dc:Description"]
    names = ["a.jpg.xmp", "b.jpg.xmp", "c.jpg.xmp"]
    done = subprocess.run(
        ["exiftool", "-j", *wanted, *(str(folder / name) for name in names)], capture_output=True, check=True
    )
    for found in json.loads(done.stdout):
        assert (found["Rating"], found["Label"], found["Description"]) == (4, "Yellow", "Ünïcödé & <two>\nlines")


def test_a_library_of_many_photos_takes_a_value_at_once(tagger):
    ids = list(tagger.photo_ids())
    changed = tagger.store.write(lambda db: set_value(db, ids * 50, RATING, 2)).result()
    assert changed == {ids[0], ids[2]}, "each photo counts once"
