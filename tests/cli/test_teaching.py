"""Teaching a service a name from the command line, and what leaves the machine for it."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from tagger.cli import main
from tests.backends.servers import imageintelligence as service


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "pictures" / "holiday.jpg"
    path.parent.mkdir()
    Image.new("RGB", (320, 200), (90, 120, 160)).save(path)
    return path


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, photo: Path) -> Iterator[service.ImageIntelligence]:
    monkeypatch.setenv("TAGGER_FACES_CLIENT_ID", service.CLIENT_ID)
    monkeypatch.setenv("TAGGER_FACES_CLIENT_SECRET", service.CLIENT_SECRET)
    with service.ImageIntelligence() as running:
        running.patience, running.identities, running.objects = 0, {}, running.objects[:1]
        add = ["backends", "add", "faces", "--type", "imageintelligence", "--url", running.url]
        assert main([*add, "--set", "namespace=family"]) == 0
        yield running


def teach(photo: Path, *more: str, box: str = "0.25,0.25,0.5,0.5") -> int:
    return main(["backends", "teach", "faces", "--photo", str(photo), "--box", box, "--name", "Ada Lovelace", *more])


def test_what_was_taught_is_recognised_the_next_time(server, photo, capsys):
    capsys.readouterr()
    assert teach(photo, "--json") == 0
    (record,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert record == {"backend": "faces", "name": "Ada Lovelace", "identity": next(iter(server.identities))}
    assert main(["index", str(photo.parent)]) == 0
    assert main(["recognize", "--backend", "faces", "--yes"]) == 0
    capsys.readouterr()
    assert main(["suggestions", "--json"]) == 0
    assert [json.loads(line)["label"] for line in capsys.readouterr().out.splitlines()] == ["Ada Lovelace"]
    assert main(["sends", "--json"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2, "teaching is in the log, too"


def test_only_the_box_and_the_name_leave(server, photo):
    assert teach(photo) == 0
    crop, learnt = (
        request.json() for request in server.requests if request.method == "POST" and "token" not in request.path
    )
    with Image.open(io.BytesIO(base64.b64decode(crop["images"][0]["blob"]))) as picture:
        assert picture.size == (192, 120)
    assert learnt["customId"] == "Ada Lovelace"
    assert not [request for request in server.requests if b"holiday" in request.body or "holiday" in request.target]


@pytest.mark.parametrize("box", ["", "1,2,3", "0,0,1,2", "nan,0,1,1", "a,b,c,d", "0.5,0.5,0,0"])
def test_a_box_that_is_none_is_refused(server, photo, box):
    assert teach(photo, box=box) != 0
    assert [request for request in server.requests if "recognize" in request.path] == []


def test_what_is_marked_stays_here(server, photo, capsys):
    assert main(["index", str(photo.parent)]) == 0
    assert main(["never-upload", "--photo", str(photo)]) == 0
    assert teach(photo) != 0
    assert "never to be uploaded" in capsys.readouterr().err
    assert [request for request in server.requests if "recognize" in request.path] == []


def test_a_folder_that_is_public_is_told_by_its_addresses(server, photo, capsys):
    public = ["--set", "namespace=family", "--set", f"public_base_url={photo.parent}=https://photos.example/all"]
    assert main(["backends", "remove", "faces"]) == 0
    assert main(["backends", "add", "faces", "--type", "imageintelligence", "--url", server.url, *public]) == 0
    assert main(["index", str(photo.parent)]) == 0
    assert main(["recognize", "--backend", "faces", "--yes"]) == 0
    (job,) = (request.json() for request in server.requests if request.path.startswith("/recognize"))
    assert [image["url"] for image in job["images"]] == ["https://photos.example/all/holiday.jpg"]
    assert "blob" not in job["images"][0]
    capsys.readouterr()
    assert main(["sends", "--json"]) == 0
    assert "https://photos.example/all/holiday.jpg" in capsys.readouterr().out, "the log says what was told"


def test_a_backend_that_cannot_learn_says_so(server, photo, capsys):
    words = ["backends", "teach", "onnx", "--photo", str(photo), "--box", "0,0,1,1", "--name", "Ada"]
    assert main(words) != 0
    assert "cannot learn" in capsys.readouterr().err
