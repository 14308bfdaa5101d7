"""A server of the user's own, on the same machine: nothing is uploaded, nobody is asked, and all of it can be seen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from tagger.backends import craftar, imagerecognize, open_inference, openai_compatible
from tagger.cli import main
from tests.backends.servers import imagerecognize as elsewhere
from tests.backends.servers import openai_compatible as service


@pytest.mark.parametrize(
    ("kind", "url", "here"),
    [
        (openai_compatible.TYPE, None, True),
        (openai_compatible.TYPE, "http://localhost:11434/v1/", True),
        (openai_compatible.TYPE, "https://[::1]:8000/v1/", True),
        (openai_compatible.TYPE, "https://models.example/v1/", False),
        (openai_compatible.TYPE, "https://127.0.0.1.example/v1/", False),
        (open_inference.TYPE, None, True),
        (open_inference.TYPE, "https://192.168.1.5/", False),
        # An address on this machine is a way to a company's service, not the service.
        (imagerecognize.TYPE, "http://127.0.0.1:8080/", False),
        (craftar.TYPE, "http://127.0.0.1:8080/", False),
        (craftar.TYPE, None, False),
    ],
)
def test_only_a_service_that_users_run_themselves_is_here(kind, url, here):
    assert kind.stays_here(url) is here


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[service.OpenAICompatible]:
    monkeypatch.setenv("TAGGER_MINE_KEY", service.KEY)
    monkeypatch.setenv("TAGGER_AWAY_APIKEY", elsewhere.KEY)
    folder = tmp_path / "pictures"
    folder.mkdir()
    Image.new("RGB", (64, 48)).save(folder / "1.jpg")
    assert main(["index", str(folder)]) == 0
    with service.OpenAICompatible() as running:
        yield running


def test_it_is_told_and_logged_but_not_asked_for_nor_forbidden(server, capsys, tmp_path):
    assert main(["never-upload", "--folder", str(tmp_path / "pictures")]) == 0
    add = ["backends", "add", "mine", "--type", "openai_compatible", "--set", f"model={service.MODEL}"]
    assert main([*add, "--url", server.url]) == 0
    capsys.readouterr()
    assert main(["backends", "--json"]) == 0
    listed = {record["name"]: record for record in map(json.loads, capsys.readouterr().out.splitlines())}
    assert (listed["mine"]["offline"], listed["mine"]["here"], listed["onnx"]["here"]) == (False, True, True)
    assert main(["recognize", "--backend", "mine"]) == 0
    told = capsys.readouterr().err
    assert f"are sent to {server.url} on this machine" in told
    assert len(server.requests) == 1
    assert main(["sends", "--json"]) == 0
    (sent,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (sent["backend"], sent["status"]) == ("mine", "answered, on this machine")


def test_it_is_asked_for_only_where_it_is_named(server, capsys):
    """It may be slow, or not running: what recognises without being named is what the program does by itself."""
    add = ["backends", "add", "mine", "--type", "openai_compatible", "--set", f"model={service.MODEL}"]
    assert main([*add, "--url", server.url]) == 0
    assert main(["recognize"]) == 0
    assert server.requests == []


def test_a_service_of_others_is_asked_for_wherever_its_address_is(server, capsys):
    with elsewhere.Imagerecognize() as away:
        assert main(["backends", "add", "away", "--type", "imagerecognize", "--url", away.url]) == 0
        assert main(["recognize", "--backend", "away"]) == 1
        assert "nothing was sent" in capsys.readouterr().err
        assert away.requests == []
