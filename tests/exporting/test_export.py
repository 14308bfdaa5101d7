"""Exports for other uses, from a real library of real photos."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from PIL import Image

from tagger.app import Tagger
from tagger.entities import Box, PhotoId, TagPath
from tagger.errors import Cancelled, UsageError
from tagger.exporting.export import Request, export
from tagger.exporting.report import Words
from tagger.progress import Control
from tagger.store.values import PhotoField
from tagger.vocabulary import importing

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Tagger]:
    folder = tmp_path / "photos"
    (folder / "more").mkdir(parents=True)
    for name in ("chelsea.png", "coffee.png", "rocket.jpg"):
        shutil.copy(SAMPLES / name, folder)
    with Image.open(SAMPLES / "rocket.jpg") as turned:
        exif = turned.getexif()
        exif[0x0112] = 6
        turned.save(folder / "more" / "rocket.jpg", exif=exif)
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff")
    app = Tagger.open(tmp_path / "my.tagger", tmp_path / "settings.toml")
    app.index([str(folder)])
    yield app
    app.close()


def ids(app: Tagger) -> dict[str, PhotoId]:
    return {os.path.relpath(photo.path, app.store.path.parent): photo.id for photo in app.photos()}


def wrote(app: Tagger, format: str, path: Path, **more: object):
    request = Request(format, str(path), app.photo_ids(), forbidden=(str(app.store.path),), **more)
    return export(app.store, request, thumbnail=app.thumbnail, vocabulary=app.store.read(importing.keywords))


def test_coco_holds_accepted_boxes_of_the_upright_photo(app: Tagger, tmp_path: Path) -> None:
    photo = ids(app)
    turned, cat = photo["photos/more/rocket.jpg"], photo["photos/chelsea.png"]
    app.draw_box(turned, Box(0.5, 0.25, 0.5, 0.5), TagPath("Vehicle|Rocket"))
    app.draw_box(cat, Box(0.1, 0.2, 0.3, 0.4), TagPath("Animal|Cat"))
    app.draw_box(cat, Box(0.6, 0.2, 0.3, 0.4), TagPath("Toy|Cat"))
    out = tmp_path / "boxes.json"
    told = wrote(app, "coco", out)
    assert (told.photos, told.boxes, told.left_out) == (4, 3, 1)
    found = json.loads(out.read_text())
    sizes = {each["id"]: (each["width"], each["height"]) for each in found["images"]}
    with Image.open(SAMPLES / "rocket.jpg") as picture:
        upright = picture.size[::-1]
    assert sizes[turned] == upright
    names = {each["id"]: each["name"] for each in found["categories"]}
    assert sorted(names.values()) == ["Animal|Cat", "Rocket", "Toy|Cat"]
    assert len({each["id"] for each in found["annotations"]}) == 3
    for each in found["annotations"]:
        x, y, w, h = each["bbox"]
        width, height = sizes[each["image_id"]]
        assert 0 <= x < x + w <= width + 0.01
        assert 0 <= y < y + h <= height + 0.01
        assert each["area"] == pytest.approx(w * h, abs=0.01)
        assert each["iscrowd"] == 0
        assert each["category_id"] in names
        assert len(each["segmentation"][0]) == 8
    [rocket] = [each for each in found["annotations"] if each["image_id"] == turned]
    assert rocket["bbox"] == pytest.approx([upright[0] / 2, upright[1] / 4, upright[0] / 2, upright[1] / 2], abs=0.01)


def test_a_yolo_class_keeps_its_number(app: Tagger, tmp_path: Path) -> None:
    photo, out = ids(app), tmp_path / "yolo"
    app.draw_box(photo["photos/chelsea.png"], Box(0.1, 0.2, 0.3, 0.4), TagPath("Zoo|Cat"))
    assert wrote(app, "yolo", out, with_photos=True).photos == 4
    app.draw_box(photo["photos/chelsea.png"], Box(0.5, 0.2, 0.3, 0.4), TagPath("Animal|Cat"))
    app.draw_box(photo["photos/coffee.png"], Box(0, 0, 1, 1), TagPath('Drink|Coffee: "hot" #1'))
    assert wrote(app, "yolo", out).boxes == 3
    data = yaml.safe_load((out / "data.yaml").read_text())
    assert data["names"] == {0: "Cat", 1: "Animal|Cat", 2: 'Coffee: "hot" #1'}
    assert (out / "classes.txt").read_text().splitlines() == list(data["names"].values())
    assert (out / "labels" / "chelsea.txt").read_text().splitlines() == [
        "0 0.250000 0.400000 0.300000 0.400000",
        "1 0.650000 0.400000 0.300000 0.400000",
    ]
    labels = {path.stem for path in (out / "labels").iterdir()}
    assert len(labels) == 4, "two photos of one name have a file each"
    assert labels == {path.stem for path in (out / "images").iterdir()}
    assert (out / "images" / "chelsea.png").read_bytes() == (SAMPLES / "chelsea.png").read_bytes()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "data.yaml").write_text("mine")
    with pytest.raises(UsageError, match="other files"):
        wrote(app, "yolo", tmp_path / "other")
    assert (tmp_path / "other" / "data.yaml").read_text() == "mine"


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


@pytest.mark.parametrize("name", ["report.html", "report"])
def test_a_report_is_whole_and_runs_nothing(app: Tagger, tmp_path: Path, name: str) -> None:
    app.set_value([ids(app)["photos/chelsea.png"]], PhotoField.CAPTION, '<script>alert("1")</script>')
    app.tag([ids(app)["photos/chelsea.png"]], add=[TagPath("Animal|<b>Cat</b>")])
    told = wrote(app, "report", tmp_path / name, words=Words(title="For <Anna>"))
    assert told.photos == 5
    page = tmp_path / name if name.endswith("html") else tmp_path / name / "index.html"
    text = page.read_text(encoding="utf-8")
    seen = _Seen()
    seen.feed(text)
    assert not {tag for tag, _ in seen.tags} & {"script", "b", "iframe", "object", "link"}
    assert not [attributes for _, attributes in seen.tags if any(each.startswith("on") for each in attributes)]
    sources = [str(attributes["src"]) for tag, attributes in seen.tags if tag == "img"]
    assert len(sources) == 4, "a broken photo has no picture"
    assert "For &lt;Anna&gt;" in text
    assert str(tmp_path) not in text, "where photos lie is nobody's business"
    for source in sources:
        assert source.startswith("data:image/") or (page.parent / source).stat().st_size > 100
    assert not re.search(r"https?://", text)


def test_csv_and_json_say_all(app: Tagger, tmp_path: Path) -> None:
    app.draw_box(ids(app)["photos/chelsea.png"], Box(0.1, 0.2, 0.3, 0.4), TagPath("Animal|Cat"))
    wrote(app, "csv", tmp_path / "all.csv")
    wrote(app, "json", tmp_path / "all.jsonl")
    with (tmp_path / "all.csv").open(encoding="utf-8", newline="") as file:
        rows = {Path(row["path"]).name: row for row in csv.DictReader(file) if "more" not in row["path"]}
    assert json.loads(rows["chelsea.png"]["accepted"])[0]["tag"] == "Animal|Cat"
    assert rows["broken.jpg"]["state"] == "unreadable"
    objects = [json.loads(line) for line in (tmp_path / "all.jsonl").read_text().splitlines()]
    assert len(objects) == 5


def test_nothing_is_lost_where_an_export_may_not_go_or_is_cancelled(app: Tagger, tmp_path: Path) -> None:
    for path in (tmp_path / "x.jpg", tmp_path / "x.xmp", app.store.path, tmp_path):
        with pytest.raises(UsageError):
            wrote(app, "csv", path)
    out = tmp_path / "out.csv"
    out.write_text("before")
    control = Control()
    control.cancel()
    with pytest.raises(Cancelled):
        export(app.store, Request("csv", str(out), app.photo_ids()), thumbnail=app.thumbnail, control=control)
    assert out.read_text() == "before"
    assert not [name for name in os.listdir(tmp_path) if name.endswith(".tmp")]
