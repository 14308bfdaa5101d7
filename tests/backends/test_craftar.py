"""CraftAR over a real socket. Sentences of its documentation stand above the tests that cover them."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tagger.backends.craftar import TYPE, Craftar
from tagger.entities import Box, LabelKind
from tagger.errors import BackendRefused, BackendUnavailable, PhotoRefused, ServiceFault
from tagger.recognition.backend import BackendConfig, Failure
from tests.backends.photos import PhotoFile, photo_with_everything
from tests.backends.servers import craftar as service
from tests.backends.servers.wire import Reply, Request, says


@pytest.fixture
def server() -> Iterator[service.Craftar]:
    with service.Craftar() as running:
        yield running


@pytest.fixture
def photo(tmp_path: Path) -> PhotoFile:
    return photo_with_everything(tmp_path)


def opened(server: service.Craftar, token: str = service.TOKEN, **options: Any) -> Craftar:
    given = {setting.name: setting.default for setting in TYPE.settings if not setting.secret} | options
    return Craftar(BackendConfig("mine", TYPE.name, url=server.url, options=given, secrets={"token": token}))


def ask(run_async: Any, backend: Craftar, *photos: PhotoFile) -> Any:
    async def go() -> Any:
        try:
            answers = [(await backend.recognise([photo], "recognise"))[0] for photo in photos]
            return answers[0] if len(answers) == 1 else answers
        finally:
            await backend.close()

    return run_async(go())


def searches(server: service.Craftar) -> list[Request]:
    return [request for request in server.requests if request.path == "/search"]


def test_items_become_labels_with_the_box_around_their_corners(run_async, server, photo):
    """'recognized items (objects) ordered by their scores'; 'bbox: the bounding box (if exists)'."""
    answer = ask(run_async, opened(server), photo)
    assert [(d.label, d.confidence, d.kind) for d in answer.detections] == [
        ("Green tea", 1.0, LabelKind.ITEM),
        ("Oolong", 0.25, LabelKind.ITEM),
    ]
    tea, oolong = answer.detections
    assert oolong.box is None
    assert tea.box == Box(0.56, 0.16, pytest.approx(0.44), pytest.approx(0.35)), "cut at the edge of the photo"
    assert answer.facts["1 Green tea: corners"] == "0.56,0.31 0.73,0.16 1.04,0.36 0.87,0.51"


def test_what_is_known_of_an_item_is_kept(run_async, server, photo):
    """'uuid, name, (optional) url, custom, tracking, content'; 'image: the best matching reference image'."""
    facts = ask(run_async, opened(server), photo).facts
    assert facts["1 Green tea: uuid"] == "4fe672886ec142f6ab6d72d54acf046f"
    assert facts["1 Green tea: url"] == "https://shop.example/tea"
    assert facts["1 Green tea: tracking"] == "marker-7"
    assert facts["1 Green tea: content"] == '{"kind": "video"}'
    assert facts["1 Green tea: reference"] == "2c3a5ba2"
    assert facts["1 Green tea: thumb"].startswith("data:image/jpeg;base64,")
    assert facts["2 Oolong: uuid"] == "b2"


def test_custom_data_is_fetched_once_and_never_with_the_token(run_async, server, tmp_path):
    """'Otherwise, it will be sent as an url … getting just URLs (i.e. no embedding) and caching the data'."""
    answers = ask(run_async, opened(server), *(photo_with_everything(tmp_path, i) for i in (1, 2, 3)))
    assert {answer.facts["1 Green tea: custom"] for answer in answers} == {service.CUSTOM}
    others = [request for request in server.requests if request.method == "GET"]
    assert sorted(request.path for request in others) == ["/custom/tea.json", "/thumbs/tea.jpg"]
    assert not any(service.TOKEN in f"{request.target} {request.headers}" for request in others)


def test_custom_data_can_be_embedded(run_async, server, photo):
    """'embed_custom: the response custom data will be embedded. … By default it's false.'"""
    facts = ask(run_async, opened(server, embed_custom=True), photo).facts
    assert facts["1 Green tea: custom"] == service.CUSTOM
    assert not [request for request in server.requests if request.path.startswith("/custom")]
    assert searches(server)[0].form["embed_custom"] == "true"


@pytest.mark.parametrize("allowed", [False, True])
def test_only_the_configured_host_and_those_the_user_allowed_are_asked(run_async, photo, allowed):
    with service.Craftar() as elsewhere, service.Craftar() as server:
        other = f"127.0.0.1:{elsewhere.port}"
        address = f"http://{other}/custom/tea.json"
        server.results[0]["item"]["custom"] = address
        server.results[0]["image"]["thumb_120"] = "file:///etc/passwd"
        facts = ask(run_async, opened(server, custom_hosts=other if allowed else ""), photo).facts
        assert facts["1 Green tea: custom"] == (service.CUSTOM if allowed else address)
        assert facts["1 Green tea: thumb"] == "file:///etc/passwd"
        assert len(elsewhere.requests) == int(allowed)


def test_a_token_in_custom_data_is_kept_nowhere(run_async, server, photo):
    server.faulty = lambda request: request.method == "GET"
    server.faults = [says(Reply(200, f'{{"you": "{service.TOKEN}"}}'.encode()))]
    facts = ask(run_async, opened(server), photo).facts
    assert facts["1 Green tea: custom"] == '{"you": "[key]"}'


def test_data_that_cannot_be_fetched_costs_no_result(run_async, server, photo):
    server.faulty = lambda request: request.method == "GET"
    server.faults = [says(Reply(404, b"gone")), says(Reply(302, b"", {"Location": "http://127.0.0.2:1/"}))]
    answer = ask(run_async, opened(server), photo)
    assert [d.label for d in answer.detections] == ["Green tea", "Oolong"]
    assert answer.facts["1 Green tea: custom"].startswith(server.url)


def test_what_is_sent_is_a_bare_picture_with_the_token_in_the_form(run_async, server, photo):
    """'token', 'image: the query image, as binary image file in jpeg or png', 'multipart/form-data encoding'."""
    ask(run_async, opened(server, longest_side_px=240), photo)
    (request,) = searches(server)
    assert request.form == {"token": service.TOKEN, "bboxes": "true", "embed_custom": "false"}
    name, content = request.parts["image"]
    with Image.open(io.BytesIO(content)) as image:
        assert (image.format, max(image.size), dict(image.getexif())) == ("JPEG", 240, {})
    assert "secret" not in request.body.decode("latin-1").casefold()
    assert photo.sent_names == (name,)


def test_boxes_come_only_where_they_are_asked_for(run_async, server, photo):
    """'bboxes: the response will include bounding boxes. By default it's false.'"""
    answer = ask(run_async, opened(server, bboxes=False), photo)
    assert [d.box for d in answer.detections] == [None, None]


@pytest.mark.parametrize(
    ("scores", "confidences"),
    [([100, 25], [1.0, 0.25]), ([0.9, 0.25], [0.9, 0.25]), ([1, 0.5], [1.0, 0.5]), ([3], [0.03])],
)
def test_the_scale_of_scores_is_told_by_the_scores(run_async, server, photo, scores, confidences):
    """'score: the recognition score, representing the similarity …'; the sample has 100."""
    server.results = [{"item": {"name": f"item {i}"}, "score": score} for i, score in enumerate(scores)]
    assert [d.confidence for d in ask(run_async, opened(server), photo).detections] == pytest.approx(confidences)


def test_items_below_the_least_score_are_left_out(run_async, server, photo):
    answer = ask(run_async, opened(server, min_score=26), photo)
    assert [d.label for d in answer.detections] == ["Green tea"]
    assert not [name for name in answer.facts if "Oolong" in name]


def test_nothing_found_is_an_answer(run_async, server, photo):
    """'If no items are recognized, this will be an empty JSON array.'"""
    server.results = []
    answer = ask(run_async, opened(server), photo)
    assert (answer.detections, dict(answer.facts)) == ((), {})


@pytest.mark.parametrize("code", ["TOKEN_MISSING", "TOKEN_WRONG", "TOKEN_INVALID", "SCAN_QUOTA_EXCEEDED"])
def test_codes_about_the_account_stop_all_with_advice(run_async, server, photo, code):
    """'the service will also return a much more specific and informative error codes in the JSON response'."""
    server.refuse = code
    with pytest.raises(BackendRefused) as caught:
        ask(run_async, opened(server), photo)
    assert caught.value.advice
    body = json.dumps({"error": {"code": code, "message": "Words that may change"}}).encode()
    for status in (429, 503):
        server.faults = [says(Reply(status, body, {"Retry-After": "1"}))]
        with pytest.raises(BackendRefused):
            ask(run_async, opened(server), photo)
    assert "Words that may change" not in str(caught.value)


@pytest.mark.parametrize(
    "code",
    [
        "IMAGE_MISSING",
        "IMAGE_TOO_LARGE",
        "IMAGE_TOO_SMALL",
        "IMAGE_TRANSPARENCY",
        "IMAGE_NO_DETAILS",
        "IMAGE_NOT_LOADED",
        "NEW_CODE",
    ],
)
def test_codes_about_the_picture_stop_only_that_photo(run_async, server, photo, code):
    server.refuse = code
    answer = ask(run_async, opened(server), photo)
    assert isinstance(answer, Failure)
    assert isinstance(answer.error, PhotoRefused)


def test_a_fault_of_the_service_is_one_whatever_http_says(run_async, server, photo):
    """'SERVER_ERROR'."""
    server.refuse = "SERVER_ERROR"
    with pytest.raises(ServiceFault):
        ask(run_async, opened(server), photo)


@pytest.mark.parametrize(
    "corners", [[[0, 0]] * 3, [[0, 0, 0]] * 4, [["a", 1]] * 4, [[1e9, 0]] * 4, "abcd", [[5, 5]] * 4, None]
)
def test_corners_that_are_none_make_no_box(run_async, server, photo, corners):
    server.results[0]["bbox"] = corners
    assert ask(run_async, opened(server), photo).detections[0].box is None


@pytest.mark.parametrize("token", [service.TOKEN, "0000000000000000"])
def test_the_token_is_tried_without_a_scan(run_async, server, token):
    async def go() -> str:
        backend = opened(server, token)
        try:
            return await backend.test(None)
        finally:
            await backend.close()

    if token == service.TOKEN:
        assert "takes the token" in run_async(go())
    else:
        with pytest.raises(BackendRefused, match="does not know the token"):
            run_async(go())
    assert [request.path for request in server.requests] == ["/timestamp"]


def test_the_test_with_a_photo_names_what_it_found(run_async, server, photo):
    async def go() -> str:
        backend = opened(server)
        try:
            return await backend.test(photo)
        finally:
            await backend.close()

    assert run_async(go()) == "CraftAR finds Green tea, Oolong."


@pytest.mark.parametrize("option", [{"min_score": 101}, {"longest_side_px": 100}, {"quality": 0}])
def test_settings_out_of_range_are_refused(server, option):
    with pytest.raises(BackendUnavailable):
        opened(server, **option)
