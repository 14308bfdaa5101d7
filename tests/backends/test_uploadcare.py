"""Uploadcare over a real socket. Sentences of its documentation stand above the tests that cover them."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tagger.backends.uploadcare import TYPE
from tagger.backends.uploadcare import backend as module
from tagger.backends.uploadcare.backend import Uploadcare
from tagger.entities import Box
from tagger.errors import BackendRefused, OutcomeUnknown, PhotoRefused, UsageError
from tagger.recognition.backend import BackendConfig, Failure, Recognition
from tests.backends.photos import PhotoFile, photo_with_everything
from tests.backends.servers import uploadcare as service
from tests.backends.servers.wire import resets, status

KEYS = {"public_key": service.PUBLIC, "secret_key": service.SECRET}


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[service.Uploadcare]:
    monkeypatch.setattr(module, "DELETE_AGAIN_S", 0.01)
    with service.Uploadcare() as running:
        yield running


@pytest.fixture
def photo(tmp_path: Path) -> PhotoFile:
    return photo_with_everything(tmp_path)


def opened(server: service.Uploadcare, secrets: dict[str, str] = KEYS, **options: Any) -> Uploadcare:
    given = {setting.name: setting.default for setting in TYPE.settings if not setting.secret} | options
    return Uploadcare(BackendConfig("mine", TYPE.name, url=server.url, options=given, secrets=secrets))


async def walk(backend: Uploadcare, photo: PhotoFile, handle: str, trail: list[str]) -> Any:
    """Poll as the queue does."""
    while True:
        found = await backend.poll(handle, [photo.id])
        if isinstance(found, str):
            handle = found
            trail.append(handle.split(" ")[1])
        elif found is not None:
            return found[0]
        else:
            await asyncio.sleep(0.01)


def ask(run_async: Any, backend: Uploadcare, photo: PhotoFile, operation: str = "recognise") -> Any:
    async def go() -> Any:
        try:
            answer = await walk(backend, photo, await backend.submit([photo], operation), [])
            if isinstance(answer, Recognition) and answer.left_behind:
                await backend.kept([answer.left_behind])
            return answer
        finally:
            await backend.close()

    return run_async(go())


@pytest.mark.parametrize("auth", ["simple", "signed"])
def test_version_06_waits_while_null_and_reads_numbers(run_async, server, photo, auth):
    """'null, the analysis has not yet finished'; 'floating point numbers in the range from 0 to 1'.

    'Accept header points at the REST API v0.6'; 'Uploadcare.Simple … require … Public and Secret keys'.
    """
    server.patience = 3
    answer = ask(run_async, opened(server, api_version="0.6", auth=auth), photo)
    assert {d.label: d.confidence for d in answer.detections} == service.INFO_06
    assert all(d.box is None for d in answer.detections)
    assert answer.facts["image_info.width"] == "320"
    assert answer.facts["phash"] == service.PHASH
    assert server.files == {}
    assert len(server.removed) == 1
    assert server.executions == []


def test_version_06_nothing_found_is_an_answer(run_async, server, photo):
    """'{}, Object Recognition was unable to identify any known objects in an image'."""
    server.info = {}
    assert ask(run_async, opened(server, api_version="0.6"), photo).detections == ()


def test_version_06_does_not_wait_for_ever_for_what_is_no_picture(run_async, server, photo):
    server.is_image, server.patience = False, 10_000
    answer = ask(run_async, opened(server, api_version="0.6"), photo)
    assert isinstance(answer, Failure)
    assert isinstance(answer.error, PhotoRefused)
    assert server.files == {}


@pytest.mark.parametrize("auth", ["simple", "signed"])
def test_version_07_gives_boxes_and_parents(run_async, server, photo, auth):
    """'aws_rekognition_detect_labels': Labels with Confidence, Instances, Name and Parents; 'content_info'."""
    answer = ask(run_async, opened(server, auth=auth), photo)
    by_label = {d.label: d for d in answer.detections}
    assert by_label["Linen"].parents == ("Home Decor",)
    assert by_label["Linen"].confidence == pytest.approx(0.7075951)
    assert by_label["Flare"].parents == ("Light",)
    dogs = [(d.box, d.confidence, d.parents) for d in answer.detections if d.label == "Dog"]
    line = ("Animal", "Mammal", "Canine")
    assert dogs == [(Box(0.1, 0.2, 0.25, 0.5), 0.88, line), (Box(0.0, 0.5, 0.25, 0.5), 0.8, line)]
    assert answer.facts["content_info.mime.mime"] == "image/jpeg"
    assert answer.facts["phash"] == service.PHASH
    assert answer.model == "aws_rekognition_detect_labels 2.0"
    assert server.files == {}


@pytest.mark.parametrize(
    ("operation", "facts"),
    [
        ("moderation", {"moderation": "Suggestive 0.93; Violence 0.51"}),
        ("virus_scan", {"virus_scan": "infected: Win.Test.EICAR_HDB-1"}),
        ("remove_bg", {"foreground": "person"}),
    ],
)
def test_further_analyses_are_facts_of_the_photo(run_async, server, photo, operation, facts):
    """'Optional file analyses (e.g. virus checking or object recognition)'; 'remove_bg': 'foreground_type'."""
    answer = ask(run_async, opened(server), photo, operation)
    assert (answer.facts, answer.detections) == (facts, ())
    assert len(server.executions) == 1


def test_the_operations_are_what_is_switched_on():
    default = {s.name: s.default for s in TYPE.settings}
    assert TYPE.operations_for is not None
    assert TYPE.operations_for(default) == ("recognise",)
    assert TYPE.operations_for(default | {"virus_scan": True}) == ("recognise", "virus_scan")
    for wrong in ({"api_version": "0.5"}, {"auth": "basic"}):
        with pytest.raises(UsageError, match=next(iter(wrong))):
            TYPE.operations_for(default | wrong)


def test_what_is_uploaded_says_nothing_and_is_not_stored(run_async, server, photo):
    """'original_filename' and 'geo_location' are read back by the service: it must not get them."""
    ask(run_async, opened(server, longest_side_px=160), photo)
    (stored,) = server.removed.values()
    with Image.open(io.BytesIO(stored.content)) as image:
        assert image.size == (160, 100)
        assert not image.getexif()
    assert b"SECRET" not in stored.content
    assert (stored.store, stored.name) == ("0", photo.sent_names[0])
    uploads = [request for request in server.requests if request.path == "/base/"]
    assert service.SECRET not in str(uploads[0].headers) + uploads[0].body.decode("latin-1")


def test_kept_uploads_are_stored_and_not_deleted(run_async, server, photo):
    ask(run_async, opened(server, keep=True), photo)
    assert [stored.store for stored in server.files.values()] == ["1"]


def test_signed_requests_never_carry_the_secret_key(run_async, server, photo):
    ask(run_async, opened(server, auth="signed"), photo)
    assert service.SECRET not in "".join(str(r.headers) + r.body.decode("latin-1") for r in server.requests)


@pytest.mark.parametrize("secrets", [KEYS | {"public_key": "wrong-key-1"}, KEYS | {"secret_key": "wrong-key-2"}])
@pytest.mark.parametrize("auth", ["simple", "signed"])
def test_wrong_keys_are_refused_for_all_and_not_told(run_async, server, photo, secrets, auth):
    """'once we make a single-file request that is properly authenticated'."""
    with pytest.raises(BackendRefused) as caught:
        ask(run_async, opened(server, secrets, auth=auth), photo)
    assert not any(key in f"{caught.value!r} {caught.value}" for key in secrets.values())


@pytest.mark.parametrize(
    ("code", "body", "error"),
    [
        (403, b"Account has reached its limits.", BackendRefused),
        (400, b"File is too large.", PhotoRefused),
        (413, b"", PhotoRefused),
        (400, b"Request does not contain files.", PhotoRefused),
        (200, b'{"error":{"status_code":403,"content":"UPLOADCARE_PUB_KEY is invalid."}}', BackendRefused),
        (400, b'{"error":{"status_code":400,"content":"File is too large.","error_code":"X"}}', PhotoRefused),
        (200, b'{"file":"../../etc"}', OutcomeUnknown),
        (200, b"{}", OutcomeUnknown),
    ],
)  # fmt: skip
def test_errors_of_uploads_are_read_as_text_and_as_json(run_async, server, photo, code, body, error):
    server.faults = [status(code, body)]
    with pytest.raises(error):
        ask(run_async, opened(server), photo)


def test_an_answer_lost_while_paying_is_looked_for_and_never_paid_twice(run_async, server, photo):
    server.patience = 2
    server.faulty = lambda request: request.path.endswith("/execute/")

    async def executed_but_lost(request, writer):
        server.answer(request)
        await resets(request, writer)

    server.faults = [executed_but_lost]
    answer = ask(run_async, opened(server), photo)
    assert {d.label for d in answer.detections} >= {"Dog"}
    assert len(server.executions) == 1
    assert server.files == {}


def test_a_restart_goes_on_where_it_stood(run_async, server, photo):
    """In every stage another process takes over with nothing but the handle."""
    server.patience = 1

    async def go(stop_at: str) -> tuple[Any, int]:
        server.executions.clear()
        backend, handle = opened(server), ""
        handle = await backend.submit([photo], "recognise")
        while handle.split(" ")[1] != stop_at and not (stop_at == "id" and len(handle.split(" ")[1]) == 36):
            found = await backend.poll(handle, [photo.id])
            if isinstance(found, str):
                handle = found
        if stop_at == "asked":  # it was paid, and then the lights went out
            await backend.poll(handle, [photo.id])
        await backend.close()
        other = opened(server)
        answer = await walk(other, photo, handle, [])
        await other.close()
        return answer, len(server.executions)

    for stage in ("new", "asked", "id"):
        answer, paid = run_async(go(stage))
        assert {d.label for d in answer.detections} >= {"Dog"}
        assert paid == 1


def test_a_request_that_may_never_have_been_made_is_unknown_in_the_end(run_async, server, photo, monkeypatch):
    monkeypatch.setattr(module, "SEARCH_S", 0.05)

    async def go() -> None:
        backend = opened(server)
        handle = await backend.submit([photo], "recognise")
        asked = await backend.poll(handle, [photo.id])
        await backend.close()
        other = opened(server)
        try:
            with pytest.raises(OutcomeUnknown):
                await walk(other, photo, asked, [])
        finally:
            await other.close()

    run_async(go())
    assert server.executions == []
    assert server.files == {}


def test_a_refusal_to_execute_is_told_and_can_be_repeated(run_async, server, photo):
    server.faulty = lambda request: request.path.endswith("/execute/")
    server.faults = [status(401, b'{"detail":"Secret key not found."}')]

    async def go() -> Any:
        backend = opened(server)
        handle = await backend.submit([photo], "recognise")
        trail: list[str] = []
        with pytest.raises(BackendRefused):
            await walk(backend, photo, handle, trail)
        assert trail == ["asked", "new"]
        answer = await walk(backend, photo, handle, trail)
        await backend.close()
        return answer

    assert run_async(go()).detections
    assert len(server.executions) == 1


@pytest.mark.parametrize("version", ["0.6", "0.7"])
def test_the_list_of_the_project_gives_results_of_what_was_sent(run_async, server, tmp_path, version):
    """'In a multi-file example, no :uuid is provided; you will receive detection info for all files'; paging."""
    photos = [photo_with_everything(tmp_path, number) for number in (1, 2, 3, 4, 5)]

    async def go() -> Any:
        backend = opened(server, api_version=version, keep=True)
        for photo in photos:
            await walk(backend, photo, await backend.submit([photo], "recognise"), [])
        found = await backend.fetch([*photos[1:], PhotoFile(tmp_path / "other.jpg", 9)], "recognise")
        await backend.close()
        return found

    found = run_async(go())
    assert sorted(r.photo_id for r in found) == [2, 3, 4, 5]
    assert all(r.detections for r in found)


def test_the_test_tries_the_keys_with_and_without_a_photo(run_async, server, photo, monkeypatch):
    monkeypatch.setattr(module, "TRY_EVERY_S", 0.01)

    async def go(photo: PhotoFile | None) -> str:
        backend = opened(server)
        try:
            return await backend.test(photo)
        finally:
            await backend.close()

    assert "keys" in run_async(go(None))
    assert server.executions == []
    assert "Dog" in run_async(go(photo))
    assert server.files == {}


@pytest.mark.parametrize("deletes", [["storage"], []])
def test_an_upload_is_deleted_at_either_address_of_version_06(run_async, server, photo, deletes):
    """'v0.5/0.6 also DELETE /files/:uuid/': an unknown address says 404, as a file that is gone does."""
    server.deletes = deletes
    ask(run_async, opened(server, api_version="0.6"), photo)
    assert (server.files, len(server.removed)) == ({}, 1)


def test_another_address_stands_for_all_three_unless_they_are_named(run_async, server, photo):
    with service.Uploadcare() as cdn:
        answer = ask(run_async, opened(server, cdn_url=cdn.url), photo)
        assert "phash" not in answer.facts
        assert [request.path.rsplit("/", 2)[-2] for request in cdn.requests] == ["json"]
