"""Services from the command line: what is asked before anything is sent, and what is told afterwards."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from tagger.cli import main
from tests.backends.servers import imagerecognize as service


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[service.Imagerecognize]:
    monkeypatch.setenv("TAGGER_MINE_APIKEY", service.KEY)
    folder = tmp_path / "pictures"
    (folder / "family").mkdir(parents=True)
    for name in ("1.jpg", "2.jpg", "family/3.jpg"):
        Image.new("RGB", (64, 48), (90, len(name) * 9, 160)).save(folder / name)
    assert main(["index", str(folder)]) == 0
    with service.Imagerecognize() as running:
        yield running


def add(server: service.Imagerecognize, **options: object) -> None:
    given = [word for name, value in options.items() for word in ("--set", f"{name}={value}")]
    assert main(["backends", "add", "mine", "--type", "imagerecognize", "--url", server.url, *given]) == 0


def test_nothing_is_sent_unasked_and_the_question_says_what_it_costs(server, capsys):
    add(server, price=0.25, total_budget=5, types="objects,nsfw")
    assert main(["recognize", "--backend", "mine"]) == 1
    told = capsys.readouterr().err
    for part in ("3 photos", "6 calls", "for 1.50", "5.00 of the budget is left", server.url, "--yes"):
        assert part in told
    assert server.requests == []
    assert main(["recognize", "--backend", "mine", "--yes"]) == 0
    assert len(server.requests) == 6
    capsys.readouterr()
    assert main(["sends", "--json"]) == 0
    sent = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {(entry["backend"], entry["status"], entry["cost"]) for entry in sent} == {("mine", "answered", 0.25)}
    assert len({entry["path"] for entry in sent}) == 3


def test_what_is_marked_stays_here_and_is_counted(server, tmp_path, capsys):
    add(server)
    family = str(tmp_path / "pictures" / "family")
    assert main(["never-upload", "--folder", family]) == 0
    assert main(["never-upload", "--photo", str(tmp_path / "pictures" / "1.jpg")]) == 0
    capsys.readouterr()
    assert main(["never-upload", "--json"]) == 0
    assert {json.loads(line)["kind"] for line in capsys.readouterr().out.splitlines()} == {"folder", "photo"}
    assert main(["recognize", "--backend", "mine", "--yes"]) == 0
    told = capsys.readouterr().err
    assert "2 photos marked never to be uploaded stay here" in told
    assert len(server.requests) == 1
    assert main(["never-upload", "--folder", family, "--remove"]) == 0
    assert main(["recognize", "--backend", "mine", "--yes"]) == 0
    assert len(server.requests) == 2


def test_options_that_make_no_sense_are_refused_when_they_are_set(server, capsys):
    words = ["backends", "add", "mine", "--type", "imagerecognize", "--url", server.url, "--set"]
    assert main([*words, "types=cats"]) == 2
    assert "celebrities" in capsys.readouterr().err
    assert main([*words, "apikey=x"]) == 2
    assert "TAGGER_MINE_APIKEY" in capsys.readouterr().err


def test_earlier_results_are_taken_over_without_paying(server, capsys, tmp_path):
    add(server)
    assert main(["recognize", "--backend", "mine", "--yes"]) == 0
    quota = server.quota
    import sqlite3

    from tagger.settings import default_library_path

    with sqlite3.connect(default_library_path()) as db:
        db.execute("UPDATE jobs SET state = 'unknown'")
        db.execute("DELETE FROM results")
    db.close()
    assert main(["recognize", "--backend", "mine", "--earlier"]) == 0
    assert "3 earlier results" in capsys.readouterr().err
    assert server.quota == quota


def test_the_test_of_a_backend_is_logged_like_every_send(server, capsys, tmp_path):
    add(server)
    assert main(["backends", "test", "mine", "--photo", str(tmp_path / "pictures" / "2.jpg")]) == 0
    assert "Apple" in capsys.readouterr().out
    assert main(["sends"]) == 0
    assert "2.jpg" in capsys.readouterr().out
