"""Imagerecognize over a real socket. Sentences of its documentation stand above the tests that cover them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tagger.backends.imagerecognize import TYPE, Imagerecognize
from tagger.entities import Box, LabelKind
from tagger.errors import (
    BackendRefused,
    BackendUnavailable,
    OutcomeUnknown,
    PhotoRefused,
    RetryLater,
    ServiceFault,
    UsageError,
)
from tagger.recognition.backend import BackendConfig, Failure, Quota
from tests.backends.photos import PhotoFile, photo_with_everything
from tests.backends.servers import imagerecognize as service
from tests.backends.servers.wire import Request


@pytest.fixture
def server() -> Iterator[service.Imagerecognize]:
    with service.Imagerecognize() as running:
        yield running


@pytest.fixture
def photo(tmp_path: Path) -> PhotoFile:
    return photo_with_everything(tmp_path)


def opened(server: service.Imagerecognize, apikey: str = service.KEY, **options: Any) -> Imagerecognize:
    given = {setting.name: setting.default for setting in TYPE.settings if not setting.secret} | options
    config = BackendConfig("mine", TYPE.name, url=server.url, options=given, secrets={"apikey": apikey})
    return Imagerecognize(config)


def ask(run_async: Any, backend: Imagerecognize, photo: PhotoFile, operation: str = "objects") -> Any:
    async def go() -> Any:
        try:
            (answer,) = await backend.recognise([photo], operation)
            return answer
        finally:
            await backend.close()

    return run_async(go())


def sent(server: service.Imagerecognize) -> Request:
    (request,) = server.requests
    return request


def test_objects_become_labels_with_boxes(run_async, server, photo):
    """'objects: Identify objects using the Object Recognizer'; 'quota: The quota that is left'."""
    answer = ask(run_async, opened(server), photo)
    assert [(d.label, round(d.confidence, 4), d.kind, d.box) for d in answer.detections] == [
        ("Apple", 0.8654, LabelKind.OBJECT, Box(0.166, 0.294, 0.165, 0.310)),
        ("Apple", 0.8654, LabelKind.OBJECT, Box(0.5, 0.25, 0.25, 0.5)),
        ("Fruit", 0.61, LabelKind.OBJECT, None),
    ]
    assert answer.quota == Quota(remaining=14999)
    assert photo.statuses == [("answered", True)]


@pytest.mark.parametrize(
    ("operation", "label", "kind"),
    [
        ("celebrities", "Ada Lovelace", LabelKind.CELEBRITY),
        ("detect_faces", "Face", LabelKind.FACE),
        ("detect_text", "MONDAY", LabelKind.TEXT),
        ("nsfw", "Suggestive", LabelKind.MODERATION),
    ],
)
def test_every_type_is_asked_with_its_own_parameters(run_async, server, photo, operation, label, kind):
    """'min_confidence … is used only for type objects'; 'nsfw_min_confidence … used for the type nsfw instead'.

    The fake refuses a field too much as well as one too few.
    """
    answer = ask(run_async, opened(server), photo, operation)
    assert [(d.label, d.kind) for d in answer.detections] == [(label, kind)]


def test_what_is_sent_is_a_bare_upright_jpeg_under_a_random_name(run_async, server, photo):
    """'The image must be in PNG, JPG or JPEG format'; 'The apikey … must be sent with all client requests'."""
    ask(run_async, opened(server, longest_side_px=100, max_labels=7, min_confidence=3), photo)
    name, content = sent(server).parts["file"]
    with Image.open(io.BytesIO(content)) as image:
        assert (image.format, max(image.size)) == ("JPEG", 100)
        assert not image.getexif()
        assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert name is not None
    assert name.endswith(".jpg")
    assert "secret" not in sent(server).body.decode("latin-1").casefold()
    assert sent(server).form == {"apikey": service.KEY, "type": "objects", "max_labels": "7", "min_confidence": "3"}
    assert photo.sent_names == (name,)
    assert photo.sizes == [len(content)]


@pytest.mark.parametrize("http_status", [True, False])
@pytest.mark.parametrize("apikey", ["another-key"])
def test_a_bad_key_is_refused_for_all_whatever_http_says(run_async, server, photo, http_status, apikey):
    """'401 APIkey invalid: The passed APIKey is invalid.'"""
    server.http_status = http_status
    with pytest.raises(BackendRefused, match="key") as caught:
        ask(run_async, opened(server, apikey), photo)
    assert apikey not in f"{caught.value!r} {caught.value}"
    assert photo.statuses[0][1] is False


@pytest.mark.parametrize("http_status", [True, False])
def test_a_spent_quota_is_refused_for_all(run_async, server, photo, http_status):
    """'402 Quota limit reached: This error will occur if you would exceed this quota.'"""
    server.http_status, server.quota = http_status, 0
    with pytest.raises(BackendRefused, match="quota"):
        ask(run_async, opened(server), photo)


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (300, BackendRefused),
        (400, BackendRefused),
        (420, BackendRefused),
        (412, None),
        (413, None),
        (415, None),
        (422, None),
    ],
)
def test_every_documented_status_is_understood(run_async, server, photo, monkeypatch, code, error):
    """Chapter 2: 300, 400, 412, 413, 415, 420, and the one for parameters whose number is lost."""
    monkeypatch.setattr(server, "answer", lambda _request: server._refused(code))
    if error is not None:
        with pytest.raises(error):
            ask(run_async, opened(server), photo)
    else:
        answer = ask(run_async, opened(server), photo)
        assert isinstance(answer, Failure)
        assert isinstance(answer.error, PhotoRefused)
        assert photo.statuses == [(f"refused ({code})", False)]


def test_an_error_in_the_data_fails_the_photo(run_async, server, photo, monkeypatch):
    """'error: This is either 0 if there was no error or it contains a brief error description'."""
    monkeypatch.setattr(server, "answer", lambda _r: server._success({"error": "No face", "objects": [], "quota": 1}))
    answer = ask(run_async, opened(server), photo)
    assert "No face" in str(answer.error)
    assert photo.statuses == [("refused (200)", True)], "it was looked at, and nobody said that this is free"


@pytest.mark.parametrize(("code", "error"), [(500, ServiceFault), (502, ServiceFault), (503, RetryLater)])
def test_a_fault_that_is_told_inside_only_is_one(run_async, server, photo, monkeypatch, code, error):
    """'status – HTTP response status code': it is in the answer, too, and counts as much there."""
    server.http_status = False
    monkeypatch.setattr(server, "answer", lambda _request: server._refused(code))
    with pytest.raises(error):
        ask(run_async, opened(server), photo)


@pytest.mark.parametrize("code", [412, 413, 415])
def test_what_is_refused_inside_only_is_free_as_well(run_async, server, photo, monkeypatch, code):
    server.http_status = False
    monkeypatch.setattr(server, "answer", lambda _request: server._refused(code))
    assert isinstance(ask(run_async, opened(server), photo).error, PhotoRefused)
    assert photo.statuses == [(f"refused ({code})", False)]


def test_nothing_found_is_an_answer(run_async, server, photo):
    server.objects = server.objects | {"objects": []}
    assert ask(run_async, opened(server), photo).detections == ()


def test_an_answer_without_objects_is_unreadable(run_async, server, photo, monkeypatch):
    monkeypatch.setattr(server, "answer", lambda _r: server._success({"error": 0, "quota": 1}))
    with pytest.raises(OutcomeUnknown):
        ask(run_async, opened(server), photo)


def test_cached_results_cost_nothing_and_are_found_by_the_name_sent(run_async, server, photo, tmp_path):
    """'cache: Retrieve cached results from previous API calls'; 'GET request is only allowed together with cache'."""
    paid = ask(run_async, opened(server), photo)
    stranger = PhotoFile(tmp_path / "other.jpg", 2)
    before = server.quota

    async def go() -> Any:
        backend = opened(server)
        try:
            return await backend.fetch([photo, stranger], "objects"), await backend.fetch([photo], "nsfw")
        finally:
            await backend.close()

    found, other = run_async(go())
    assert [(r.photo_id, r.detections) for r in found] == [(photo.id, paid.detections)]
    assert other == []
    assert server.quota == before
    assert service.KEY not in server.requests[-1].target


def test_the_test_without_a_photo_is_free(run_async, server, photo):
    async def go(photo: PhotoFile | None) -> str:
        backend = opened(server)
        try:
            return await backend.test(photo)
        finally:
            await backend.close()

    assert "15,000" in run_async(go(None))
    assert server.quota == 15000
    assert "Apple" in run_async(go(photo))
    assert server.quota == 14999


@pytest.mark.parametrize(
    "wrong", [{"min_confidence": 101}, {"max_labels": 0}, {"quality": 0}, {"nsfw_min_confidence": -1}]
)
def test_parameters_out_of_range_are_refused_before_anything_is_sent(server, wrong):
    """'max_labels int > 0'; 'min_confidence 0 <= int <= 100'; 'nsfw_min_confidence 0 <= int <= 100'."""
    with pytest.raises(BackendUnavailable, match=next(iter(wrong))):
        opened(server, **wrong)


def test_the_types_chosen_are_the_operations():
    assert TYPE.operations_for is not None
    assert TYPE.operations_for({"types": "objects, NSFW objects"}) == ("objects", "nsfw")
    for wrong in ("", "cache", "objects,cats"):
        with pytest.raises(UsageError, match="types"):
            TYPE.operations_for({"types": wrong})
