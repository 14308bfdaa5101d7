"""Photos meant to be alike, with the EXIF of a camera, from their files to a cleanup that leaves them alone."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

import pytest
from PIL import Image

from tagger.app import Tagger
from tagger.duplicates.search import Options
from tagger.entities import GroupKind

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"


def shot(path, source, second, *, part=None, exposure=1 / 125, shift=0, camera="X100V", quality=90):
    """A photo as a camera writes it; ``shift`` moves what is seen a little, so that no two are the same."""
    with Image.open(SAMPLES / source) as image:
        seen = image.convert("RGB").resize((360, 240)).crop((shift, 0, 340 + shift, 240))
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "FUJIFILM", camera
    ifd = exif.get_ifd(0x8769)
    ifd[0x9003] = f"2026:05:01 12:00:{second:02}"
    ifd[0x829A], ifd[0x829D], ifd[0x8827], ifd[0x920A] = exposure, 8.0, 200, 23.0
    if part is not None:
        ifd[0x9291] = f"{part:02}"
    seen.save(path, quality=quality, exif=exif)


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """All kinds of sequences in one library: the groups, the files left by a cleanup, and its plan."""
    folder = tmp_path_factory.mktemp("sequences")
    photos = folder / "photos"
    (photos / "backup").mkdir(parents=True)
    for n in range(4):  # ten in a second, with fractions
        shot(photos / f"burst_{n}.jpg", "coffee.png", 1, part=10 * n, shift=2 * n)
    for n, exposure in enumerate((1 / 125, 1 / 30, 1 / 500)):
        shot(photos / f"bracket_{n}.jpg", "rocket.jpg", 10 + n, exposure=exposure, shift=n)
    for n in range(3):  # no fractions: only the numbers of the camera tell
        shot(photos / f"DSCF{n + 7001}.jpg", "chelsea.png", 30, shift=2 * n)
    shutil.copy(photos / "DSCF7001.jpg", photos / "backup" / "DSCF7001.jpg")
    with Image.open(photos / "DSCF7002.jpg") as image:  # an export, which has lost all its EXIF
        image.resize((170, 120)).save(photos / "backup" / "export of 7002.jpg", quality=80)
    app = Tagger.open(folder / "library.tagger", folder / "settings.toml")
    with contextlib.closing(app):
        app.index([str(photos)])
        groups = app.find_duplicates(Options(8, crops=False))
        names = {group.id: sorted(Path(p).name for p in app.paths(group.photo_ids).values()) for group in groups}
        plan = app.cleanup_plan(only_clear=False)
        app.clean_up(plan)
        left = sorted(str(path.relative_to(photos)) for path in photos.rglob("*.jpg") if ".tagger" not in str(path))
    return [(group.kind, names[group.id], group.reason) for group in groups], left, plan


def test_sequences_are_told_by_what_the_camera_wrote(found):
    groups, _left, _plan = found
    kinds = {names[0][:5]: (kind, names, reason) for kind, names, reason in groups if kind is not GroupKind.COPIES}
    assert kinds["burst"][:2] == (GroupKind.BURST, [f"burst_{n}.jpg" for n in range(4)])
    assert kinds["brack"][:2] == (GroupKind.BRACKET, [f"bracket_{n}.jpg" for n in range(3)])
    assert "4.0 stops" in kinds["brack"][2] or "4.1 stops" in kinds["brack"][2]
    assert kinds["DSCF7"][0] in (GroupKind.BURST, GroupKind.NEAR)


def test_a_cleanup_leaves_every_shot_and_takes_only_copies_of_them(found):
    _groups, left, plan = found
    assert {Path(d.photo.path).name for d in plan.discards} <= {"DSCF7001.jpg", "export of 7002.jpg"}
    names = [Path(name).name for name in left]
    wanted = [*(f"burst_{n}.jpg" for n in range(4)), *(f"bracket_{n}.jpg" for n in range(3))]
    wanted += [f"DSCF{n}.jpg" for n in (7001, 7002, 7003)]
    assert set(wanted) <= set(names)
    assert names.count("DSCF7001.jpg") == 1, "its copy goes"
    assert not any("export" in name for name in names)


@pytest.fixture
def paired(app, folder):
    """The JPEG beside a RAW of the same shot, of which there is a better copy elsewhere."""
    ids = {Path(path).name: i for i, path in app.paths(app.photo_ids()).items()}

    def pair(db):
        front = ids["rocket small.jpg"]
        db.execute("UPDATE photos SET stack_id = ? WHERE id IN (?, ?)", (front, front, ids["coffee.png"]))

    app.store.write(pair).result()
    return ids


def test_no_file_of_a_shot_goes_while_another_stays(app, paired):
    plan = app.cleanup_plan(only_clear=False)
    assert "rocket small.jpg" not in {Path(d.photo.path).name for d in plan.discards}
    [spared] = [s for s in plan.spared if Path(s.photo.path).name == "rocket small.jpg"]
    assert "belong together" in spared.words


def test_all_files_of_a_shot_may_go_together(app, paired):
    ids = (paired["rocket small.jpg"], paired["coffee small.jpg"], paired["coffee.png"])
    sql = "UPDATE photos SET stack_id = CASE id WHEN ? THEN ? WHEN ? THEN ? ELSE NULL END"
    app.store.write(lambda db: db.execute(sql, (ids[0], ids[0], ids[1], ids[0]))).result()
    plan = app.cleanup_plan(only_clear=False)
    assert {"rocket small.jpg", "coffee small.jpg"} <= {Path(d.photo.path).name for d in plan.discards}
