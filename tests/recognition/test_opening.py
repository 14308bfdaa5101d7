"""The user's own words, on their way from the library to a model that is asked for labels."""

from __future__ import annotations

import contextlib
from pathlib import Path

from tagger.changes import Changes
from tagger.entities import TagPath
from tagger.recognition.dispatcher import Dispatcher
from tagger.recognition.opening import MOST_WORDS, words
from tagger.recognition.registry import Registry
from tagger.settings import Settings
from tagger.store import Store, jobs, never_upload, tags
from tagger.store.never_upload import Mark
from tests.backends.servers import openai_compatible as service
from tests.recognition.services import add_photos


def tag(store: Store, photo_id: int, *paths: str) -> None:
    store.write(
        lambda db: [
            db.conn.execute(
                "INSERT INTO photo_tags VALUES (?, ?, 'user', 0)", (photo_id, tags.ensure_tag(db, TagPath(path)))
            )
            for path in paths
        ]
    ).result()


def test_words_are_the_last_parts_of_tags_in_alphabetical_order(tmp_path: Path) -> None:
    with contextlib.closing(Store.open(tmp_path / "library.tagger")) as store:
        first, second = store.write(lambda db: add_photos(db, 2)).result()
        tag(store, first, "Animal|zebra", "Place|Home|Attic", "Private|Doctor", "Private", "Privateer", "Food|ATTIC")
        tag(store, second, "Animal|Ant")
        store.write(lambda db: never_upload.mark(db, Mark.TAG, "Private")).result()
        assert store.read(words) in (["Ant", word, "Privateer", "zebra"] for word in ("Attic", "ATTIC"))
        tag(store, first, *(f"Many|word {number:03}" for number in range(MOST_WORDS)), "Much used")
        tag(store, second, "Much used")
        found = store.read(words)
        assert len(found) == MOST_WORDS
        assert "Much used" in found
        assert found == sorted(found, key=str.casefold)


def test_a_model_is_asked_for_the_words_of_the_library(tmp_path: Path, run_async, monkeypatch) -> None:
    monkeypatch.setenv("TAGGER_MINE_KEY", service.KEY)
    from PIL import Image

    Image.new("RGB", (64, 48)).save(tmp_path / "0.jpg")
    with service.OpenAICompatible() as server, contextlib.closing(Store.open(tmp_path / "library.tagger")) as store:
        ids = store.write(lambda db: add_photos(db, 1, str(tmp_path))).result()
        tag(store, ids[0], "Animal|Zebra", "Place|Attic")
        registry = Registry(Settings.load(tmp_path / "config.toml"))
        registry.add("mine", "openai_compatible", server.url, {"model": service.MODEL})
        store.write(lambda db: jobs.enqueue(db, "mine", "recognise", ids)).result()
        assert run_async(Dispatcher(store, registry, Changes()).run(["mine"])).photos == 1
        asked = server.requests[0].json()["messages"][0]["content"][0]["text"]
        assert asked.endswith("Attic, Zebra.")
