"""Exports as the programs they are for read them, of photos and tags with hostile names."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from PIL import Image

from tagger.app import Tagger
from tagger.entities import Box, TagPath
from tagger.exporting.export import Request, export
from tagger.exporting.keyword_list import parse
from tagger.store.values import PhotoField
from tagger.vocabulary import importing

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
PORTABLE = ["=cmd.jpg", "@sum; x, y.jpg", "-1 %s {n}.jpg", "ü犬.jpg", "it's.jpg"]
HOSTILE = ['a"b\nc.jpg', "<img src=x onerror=alert(1)>.jpg", os.fsdecode(b"\xff\xfe.jpg")]
NAMES = PORTABLE if sys.platform in ("win32", "darwin") else [*PORTABLE, *HOSTILE]
CAPTION = '=HYPERLINK("http://x";"y")\n</div><script>alert(1)</script>'
TAG = TagPath('Tier|Hund "Rex", {x}; <b>')
BOXES = (Box(0.1, 0.2, 0.3, 0.4), Box(0.5, 0.5, 0.5, 0.5))


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tagger]:
    home = tmp_path_factory.mktemp("hostile")
    (home / "photos").mkdir()
    for name in NAMES:
        shutil.copy(SAMPLES / "rocket.jpg", home / "photos" / name)
    app = Tagger.open(home / "my.tagger", home / "settings.toml")
    app.index([str(home / "photos")])
    photos = app.photo_ids()
    app.set_value(photos, PhotoField.CAPTION, CAPTION)
    app.tag(photos, add=[TagPath("=1+1|@x")])
    for photo in photos:
        for box in BOXES:
            app.draw_box(photo, box, TAG)
    yield app
    app.close()


def written(app: Tagger, format: str, path: Path, **more: object) -> Path:
    request = Request(format, str(path), app.photo_ids(), **more)
    export(app.store, request, thumbnail=app.thumbnail, vocabulary=app.store.read(importing.keywords))
    return path


@pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")  # in pycocotools itself
def test_pycocotools_reads_coco(app: Tagger, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    coco = pytest.importorskip("pycocotools.coco", reason="pycocotools is not installed")
    found = coco.COCO(str(written(app, "coco", tmp_path / "coco.json")))
    capsys.readouterr()  # it tells what it does
    assert len(found.getImgIds()) == len(NAMES)
    [category] = found.loadCats(found.getCatIds())
    assert (category["name"], category["supercategory"]) == ('Hund "Rex", {x}; <b>', "Tier")
    with Image.open(SAMPLES / "rocket.jpg") as picture:
        width, height = picture.size
    for image in found.loadImgs(found.getImgIds()):
        assert os.path.isfile(image["file_name"])
        assert (image["width"], image["height"]) == (width, height)
        annotations = found.loadAnns(found.getAnnIds(imgIds=image["id"], catIds=category["id"], iscrowd=False))
        assert len(annotations) == len(BOXES)
        for annotation in annotations:
            x, y, w, h = annotation["bbox"]
            mask = found.annToMask(annotation)
            assert mask.shape == (height, width)
            assert int(mask.sum()) == pytest.approx(w * h, rel=0.02)
            assert mask[int(y + h / 2), int(x + w / 2)] == 1
    results = found.loadRes([{"image_id": image_id, "category_id": category["id"], "bbox": [0, 0, 9, 9], "score": 0.5}
                             for image_id in found.getImgIds()])  # fmt: skip
    assert len(results.getAnnIds()) == len(NAMES)
    capsys.readouterr()


def as_trainers_read(folder: Path) -> dict[str, list[tuple[str, tuple[float, ...]]]]:
    """YOLO by its documentation: pictures, and beside them labels of the same stem; classes by their numbers."""
    data = yaml.safe_load((folder / "data.yaml").read_text("utf-8"))
    assert data["nc"] == len(data["names"])
    found = {}
    for picture in (folder / data["train"]).iterdir():
        labels = folder / "labels" / f"{picture.stem}.txt"
        rows = [line.split() for line in labels.read_text("ascii").splitlines()]
        found[picture.stem] = [(data["names"][int(number)], tuple(map(float, place))) for number, *place in rows]
    return found


def test_trainers_read_yolo(app: Tagger, tmp_path: Path) -> None:
    found = as_trainers_read(written(app, "yolo", tmp_path / "yolo", with_photos=True))
    stems = {os.fsencode(os.path.splitext(name)[0]).decode("utf-8", "replace") for name in NAMES}
    assert set(found) == stems, "odd bytes are in no new name"
    assert len(found) == len(NAMES)
    for boxes in found.values():
        assert {name for name, _place in boxes} == {'Hund "Rex", {x}; <b>'}
        places = sorted((x - w / 2, y - h / 2, w, h) for _name, (x, y, w, h) in boxes)
        assert places == [pytest.approx((box.x, box.y, box.w, box.h), abs=1e-5) for box in BOXES]


def test_a_spreadsheet_runs_nothing(app: Tagger, tmp_path: Path) -> None:
    text = written(app, "csv", tmp_path / "all.csv").read_text("utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == len(NAMES)
    for row in rows:
        assert not [cell for cell in row.values() if cell and cell.startswith(("=", "+", "@", "\t", "\r"))]
        assert row["caption"] == f"'{CAPTION}"
        assert row["tags"].startswith("'=1+1|@x; ")
        assert len(json.loads(row["accepted"])) == len(BOXES)
    paths = [row["path"].encode().decode("unicode_escape") if "\\udc" in row["path"] else row["path"] for row in rows]
    assert {os.path.basename(path) for path in paths} == set(NAMES)


@pytest.mark.parametrize("name", ["all.json", "all.jsonl"])
def test_json_says_names_as_they_are(app: Tagger, tmp_path: Path, name: str) -> None:
    text = written(app, "json", tmp_path / name).read_text("utf-8")
    found = json.loads(text) if name == "all.json" else [json.loads(line) for line in text.splitlines()]
    assert {os.path.basename(record["path"]) for record in found} == set(NAMES)
    assert {record["caption"] for record in found} == {CAPTION}


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _value in attrs}

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def test_a_browser_runs_nothing(app: Tagger, tmp_path: Path) -> None:
    text = written(app, "report", tmp_path / "report.html").read_text("utf-8")
    seen = _Seen()
    seen.feed(text)
    assert not seen.tags & {"script", "b", "iframe"}
    assert not [name for name in seen.attributes if name.startswith("on")]
    assert seen.text.count(CAPTION) == len(NAMES)
    assert seen.text.count('Hund "Rex", {x}; <b>') == len(NAMES)


def test_a_keyword_list_comes_back(app: Tagger, tmp_path: Path) -> None:
    data = written(app, "keywords", tmp_path / "words.txt").read_bytes()
    back = parse(data)
    assert back.problems == []
    assert {keyword.tag.count("|") for keyword in back.keywords} == {0, 1}
    assert {keyword.tag.split("|")[0] for keyword in back.keywords} == {"=1+1", "Tier"}
