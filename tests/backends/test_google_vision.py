"""Google Cloud Vision over a real socket. Sentences of its documentation stand above the tests that cover them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tagger.backends.google_vision import TYPE, GoogleVision
from tagger.backends.online import UNSTATED
from tagger.entities import Box, LabelKind
from tagger.errors import BackendRefused, PhotoRefused, RetryLater, UsageError
from tagger.recognition.backend import BackendConfig, Failure, Recognition
from tests.backends.photos import PhotoFile, photo_with_everything
from tests.backends.servers import google_vision as service
from tests.backends.servers.wire import Reply, as_json, says


@pytest.fixture
def server() -> Iterator[service.GoogleVision]:
    with service.GoogleVision() as running:
        yield running


def ask(run_async: Any, server: service.GoogleVision, photos: list[PhotoFile], **options: Any) -> Any:
    async def go() -> Any:
        backend = opened(server, **options)
        try:
            return await backend.recognise(photos, "recognise")
        finally:
            await backend.close()

    return run_async(go())


def opened(server: service.GoogleVision, **options: Any) -> GoogleVision:
    given = {setting.name: setting.default for setting in TYPE.settings if not setting.secret} | options
    return GoogleVision(BackendConfig("mine", TYPE.name, url=server.url, options=given, secrets={"key": service.KEY}))


def test_every_feature_is_read_and_a_missing_coordinate_is_zero(run_async, server, tmp_path):
    """'normalizedVertices'; 'vertices' in pixels of the picture sent; fields that are zero are left out by proto3."""
    photo = photo_with_everything(tmp_path)
    (answer,) = ask(run_async, server, [photo], features="labels,objects,faces,text,safe_search")
    assert [(d.label, d.confidence, d.kind, d.box) for d in answer.detections] == [
        ("Dog", 0.97, LabelKind.SCENE, None),
        ("Beak", 0.61, LabelKind.SCENE, None),
        ("Bicycle", 0.89, LabelKind.OBJECT, Box(0, 0, 0.5, 0.25)),
        ("face", 0.92, LabelKind.FACE, Box(0.0, 0.1, 0.1, pytest.approx(0.2))),
        ("OPEN", UNSTATED, LabelKind.TEXT, Box(0.1, 0.0, 0.1, 0.1)),
        ("now", UNSTATED, LabelKind.TEXT, None),
    ]
    assert answer.facts == {
        "text": "OPEN now",
        "face 1": "joy",
        "safe search: adult": "very unlikely",
        "safe search: violence": "possible",
        "safe search: racy": "unknown",
    }


def test_the_key_is_in_a_header_and_never_in_the_address(run_async, server, tmp_path):
    ask(run_async, server, [photo_with_everything(tmp_path)])
    (request,) = server.requests
    assert request.headers["x-goog-api-key"] == service.KEY
    assert service.KEY not in request.target
    assert b"SECRET" not in request.body


def test_up_to_sixteen_photos_go_in_one_call_and_answers_keep_their_order(run_async, server, tmp_path):
    """'responses[i] is in request order'; 'at most 16 images'."""
    photos = [photo_with_everything(tmp_path, i) for i in range(1, 19)]
    server.problems = {1: {"code": 3, "message": "Bad image data."}}
    answers = ask(run_async, server, photos)
    assert [len(request.json()["requests"]) for request in server.requests] == [16, 2]
    failed = [answer.photo_id for answer in answers if isinstance(answer, Failure)]
    assert failed == [2, 18]
    assert all(isinstance(a.error, PhotoRefused) for a in answers if isinstance(a, Failure))


def test_an_error_may_stand_beside_valid_parts(run_async, server, tmp_path):
    """'error: if set, represents the error message for the operation'; filled in parts 'remain valid'."""
    server.problems = {0: {"code": 14, "message": "part of it is away", "beside": True}}
    (answer,) = ask(run_async, server, [photo_with_everything(tmp_path)])
    assert isinstance(answer, Recognition)
    assert answer.facts["incomplete"] == "part of it is away"
    server.problems = {0: {"code": 8, "message": "quota"}}
    (answer,) = ask(run_async, server, [photo_with_everything(tmp_path)])
    assert isinstance(answer.error, RetryLater)


@pytest.mark.parametrize(
    ("limit", "message"),
    [("VisionRequestsPerDayPerProject", "Quota exceeded."), ("", "Quota exceeded for 'Requests per day'.")],
)
def test_what_is_spent_for_the_day_stops_the_backend_and_what_is_for_a_minute_is_waited_for(
    run_async, server, tmp_path, limit, message
):
    """'RESOURCE_EXHAUSTED' with 429 means both; ErrorInfo.metadata.quota_limit tells them apart."""
    for name, said, error in (("RequestsPerMinutePerProject", "Quota.", RetryLater), (limit, message, BackendRefused)):
        detail = {"reason": "RATE_LIMIT_EXCEEDED", "metadata": {"quota_limit": name}}
        problem = {"code": 429, "message": said, "status": "RESOURCE_EXHAUSTED", "details": [detail]}
        server.faults = [says(as_json(429, {"error": problem}))]
        (answer,) = ask(run_async, server, [photo_with_everything(tmp_path)])
        assert isinstance(answer.error, error)


def test_one_photo_that_may_not_leave_does_not_hold_the_others(run_async, server, tmp_path):
    photos = [photo_with_everything(tmp_path, i) for i in (1, 2, 3)]
    photos[1].may_leave = PhotoRefused("never")
    answers = ask(run_async, server, photos)
    assert {type(answer).__name__: answer.photo_id for answer in answers}["Failure"] == 2
    assert len(server.requests[0].json()["requests"]) == 2


def test_a_call_with_too_few_answers_is_trusted_for_none(run_async, server, tmp_path):
    server.faults = [says(Reply(200, b'{"responses": [{}]}'))]
    answers = ask(run_async, server, [photo_with_everything(tmp_path, i) for i in (1, 2)])
    assert ["charged" in str(answer.error) for answer in answers] == [True, True]


def test_trying_the_key_costs_nothing_and_tells_a_wrong_one(run_async, server):
    async def go(backend: GoogleVision) -> str:
        try:
            return await backend.test(None)
        finally:
            await backend.close()

    assert "takes the key" in run_async(go(opened(server)))
    wrong = service.refusal(403, "PERMISSION_DENIED", "This API method requires billing to be enabled.")
    server.faults = [says(wrong)]
    with pytest.raises(BackendRefused, match="billing"):
        run_async(go(opened(server)))


def test_unknown_features_are_refused(server):
    with pytest.raises(UsageError, match="features"):
        opened(server, features="labels, smell")
