"""Chat servers over a real socket. Sentences of their documentation stand above the tests that cover them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tagger.backends.online import UNSTATED
from tagger.backends.openai_compatible import TYPE, OpenAICompatible, prompt
from tagger.entities import LabelKind
from tagger.errors import BackendRefused, PhotoRefused
from tagger.recognition.backend import BackendConfig, Failure
from tests.backends.photos import photo_with_everything
from tests.backends.servers import openai_compatible as service
from tests.backends.servers.openai_compatible import said
from tests.backends.servers.wire import as_json, says


@pytest.fixture
def server() -> Iterator[service.OpenAICompatible]:
    with service.OpenAICompatible() as running:
        yield running


def opened(server: service.OpenAICompatible, **options: Any) -> OpenAICompatible:
    defaults = {setting.name: setting.default for setting in TYPE.settings if not setting.secret}
    given = defaults | {"model": service.MODEL} | options
    secrets = {"key": service.KEY}
    return OpenAICompatible(BackendConfig("mine", TYPE.name, url=server.url, options=given, secrets=secrets))


def ask(
    run_async: Any, tmp_path: Any, server: service.OpenAICompatible, count: int = 1, photos: Any = None, **options: Any
) -> Any:
    photos = photos or [photo_with_everything(tmp_path, i) for i in range(1, count + 1)]

    async def go() -> Any:
        backend = opened(server, **options)
        try:
            return await backend.recognise(photos, "recognise")
        finally:
            await backend.close()

    return run_async(go())


def test_labels_have_no_boxes_and_one_confidence(run_async, server, tmp_path):
    (answer,) = ask(run_async, tmp_path, server)
    assert [(d.label, d.confidence, d.kind, d.box) for d in answer.detections] == [
        ("Dog", UNSTATED, LabelKind.SCENE, None),
        ("Beach", UNSTATED, LabelKind.SCENE, None),
    ]
    assert answer.model == service.MODEL


def test_the_picture_is_in_the_request_and_nothing_else_of_the_photo(run_async, server, tmp_path):
    """'http(s) image URLs -> 400 invalid image input': data URIs only."""
    ask(run_async, tmp_path, server)
    (request,) = server.requests
    content = request.json()["messages"][0]["content"]
    assert [part["type"] for part in content] == ["text", "image_url"]
    assert content[1]["image_url"]["url"].startswith("data:image/jpeg;base64,")
    assert b"secret" not in request.body.lower()


@pytest.mark.parametrize("formats", [{"json_schema", "json_object"}, {"json_object"}, {"json_schema"}, set()])
def test_a_server_is_asked_in_the_best_way_it_takes(run_async, server, tmp_path, formats):
    """LM Studio: 'only json_schema'; others know neither. What was refused once is not tried for the next photo."""
    server.formats = formats
    answers = ask(run_async, tmp_path, server, 2)
    assert not [answer for answer in answers if isinstance(answer, Failure)]
    used = [request.json().get("response_format", {}).get("type", "plain") for request in server.requests]
    refused = [form for form in ("json_schema", "json_object") if form not in formats and used[0] != used[-1]]
    assert used[: len(refused)] == refused
    assert len(set(used[len(refused) :])) == 1
    assert len(used) == len(refused) + 2


@pytest.mark.parametrize("told", ["failed to parse grammar", "json_schema is not supported", "No guided decoding."])
def test_a_server_may_say_in_its_own_words_that_it_takes_no_form(run_async, server, tmp_path, told):
    server.formats, server.told = set(), told
    (answer,) = ask(run_async, tmp_path, server)
    assert [d.label for d in answer.detections] == ["Dog", "Beach"]


@pytest.mark.parametrize(
    "content",
    ['```json\n{"labels": ["cat"]}\n```', 'Sure! {"labels": ["cat", "Cat", ""]} Anything else?'],
)
def test_fenced_and_chatty_answers_are_read(run_async, server, tmp_path, content):
    server.choice = said(content)
    (answer,) = ask(run_async, tmp_path, server)
    assert [d.label for d in answer.detections] == ["cat"]


@pytest.mark.parametrize(
    ("choice", "why"),
    [
        (said('{"labels": ["ca', "length"), "max_tokens"),
        (said(None, refusal="I cannot help with that."), "cannot help"),
        (said("", "content_filter"), "filter"),
        (said("A cat on a mat."), "did not answer"),
        (said('{"labels": "cat"}'), "did not answer"),
    ],
)
def test_what_is_no_answer_fails_that_photo_only_and_says_why(run_async, server, tmp_path, choice, why):
    server.choice = choice
    photo = photo_with_everything(tmp_path)
    (answer,) = ask(run_async, tmp_path, server, photos=[photo])
    assert isinstance(answer.error, PhotoRefused)
    assert why in str(answer.error)
    assert photo.statuses == [("refused (200)", True)], "the model has worked, and wants to be paid"


def test_the_words_of_the_user_are_asked_for_in_alphabetical_order(run_async, server, tmp_path):
    ask(run_async, tmp_path, server, vocabulary="zebra, Apple,  ant,zebra,")
    asked = server.requests[0].json()["messages"][0]["content"][0]["text"]
    assert asked.endswith("ant, Apple, zebra.")
    assert "written here" not in prompt([], 5)


@pytest.mark.parametrize("field", ["code", "type"])
def test_spent_credit_stops_the_backend_though_it_looks_like_being_busy(run_async, server, tmp_path, field):
    server.faults = [
        says(as_json(429, {"error": {"message": "You exceeded your quota.", field: "insufficient_quota"}}))
    ]
    with pytest.raises(BackendRefused, match="exceeded your quota"):
        ask(run_async, tmp_path, server)


def test_an_unknown_model_stops_the_backend(run_async, server, tmp_path):
    with pytest.raises(BackendRefused, match="not found"):
        ask(run_async, tmp_path, server, model="gone")


def test_trying_without_a_photo_looks_for_the_model(run_async, server):
    async def go(backend: OpenAICompatible) -> str:
        try:
            return await backend.test(None)
        finally:
            await backend.close()

    assert "answers" in run_async(go(opened(server)))
    with pytest.raises(BackendRefused, match=service.MODEL):
        run_async(go(opened(server, model="gone")))


@pytest.mark.parametrize(
    ("own_tags", "url", "asked"),
    [
        ("here", "http://127.0.0.1:1/v1/", True),
        ("here", None, True),
        ("here", "https://models.example/v1/", False),
        ("always", "https://models.example/v1/", True),
        ("never", "http://127.0.0.1:1/v1/", False),
    ],
)
def test_tags_go_where_the_user_lets_them(run_async, own_tags, url, asked):
    given = {setting.name: setting.default for setting in TYPE.settings if not setting.secret}
    given |= {"model": service.MODEL, "own_tags": own_tags, "vocabulary": "zebra"}
    backend = OpenAICompatible(BackendConfig("mine", TYPE.name, url=url, options=given))
    backend.prefer(["ant", "Beach"])
    run_async(backend.close())
    assert backend._prompt.endswith("ant, Beach, zebra." if asked else "here: zebra.")
