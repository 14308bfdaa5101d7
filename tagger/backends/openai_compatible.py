"""Servers that speak OpenAI's chat protocol, as Ollama, vLLM, LM Studio and llama.cpp do: a model is asked for labels.

Where the model says where something is, it is guessing: there are labels only, no boxes. It says nothing of how sure it
is either, so every label has the same confidence, `UNSTATED`.
"""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tagger.backends.online import UNSTATED, choice, json_headers, key, sending, whole
from tagger.backends.reading import items, mapping, objects, text
from tagger.entities import Detection, LabelKind
from tagger.errors import BackendRefused, PhotoError, PhotoRefused
from tagger.recognition.backend import (
    Answer,
    Backend,
    BackendConfig,
    BackendType,
    Capabilities,
    Failure,
    PhotoInput,
    Recognition,
    Setting,
)

if TYPE_CHECKING:
    from tagger.backends import answers
    from tagger.backends.outgoing import Parcel

URL = "http://127.0.0.1:11434/v1/"
TITLE = "The model server"
MOST_LABELS = 100
OWN_TAGS = ("here", "always", "never")
FORMS = ("json_schema", "json_object", "plain")
"""Ways to ask for JSON, best first; a server that refuses one is asked in the next. LM Studio has no json_object."""
_ABOUT_FORM = (b"response_format", b"json_schema", b"json_object", b"grammar", b"guided")
"""How servers name what they do not take: the field, its values, or what they make of it."""
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {"labels": {"type": "array", "items": {"type": "string"}}},
    "required": ["labels"],
    "additionalProperties": False,
}
PROMPT = (
    "Name what this photo shows: things, living beings, the place, the weather, what is happening. "
    "Use short singular nouns in English. Name only what can be seen, the most important first, at most {most}. "
    'Answer with JSON only, such as {{"labels": ["dog", "beach"]}}.'
)
VOCABULARY = " Where one of these words fits, use it as it is written here: {words}."


class OpenAICompatible:
    """Implements `Recogniser`, `Tester` and `Speaker`."""

    def __init__(self, config: BackendConfig) -> None:
        """Check the settings; connect nowhere yet.

        Raises:
            BackendUnavailable: a setting or the key makes no sense.
        """
        from tagger.backends.http import Client  # only here: listing backends must not load httpx

        options = config.options
        self._key = key(config.secrets, "key") if config.secrets.get("key") else ""
        self._side = whole(options, "longest_side_px", 64, 10_000)
        self._quality = whole(options, "quality", 1, 95)
        self._model = str(options["model"])
        self._most_tokens = whole(options, "max_tokens", 16, 100_000)
        self._most = whole(options, "max_labels", 1, MOST_LABELS)
        self._words = str(options["vocabulary"]).split(",")
        self._prompt = prompt(self._words, self._most)
        own = choice(options, "own_tags", OWN_TAGS)
        self._takes_tags = own == "always" or (own == "here" and TYPE.stays_here(config.url))
        self._url = (config.url or URL).rstrip("/") + "/"
        secrets = [self._key] if self._key else []
        self._client = Client(TITLE, secrets=secrets, timeout_s=whole(options, "timeout_s", 1, 3600))
        self._forms: tuple[str, ...] = FORMS

    def prefer(self, words: Sequence[str]) -> None:
        """Ask for the user's own words as well, if they may go where the server is."""
        if self._takes_tags:
            self._prompt = prompt([*self._words, *words], self._most)

    async def recognise(self, photos: Sequence[PhotoInput], operation: str) -> Sequence[Answer]:
        """Ask the model about each photo.

        Raises:
            BackendError: as the protocol has it.
        """
        return [await self._recognise(photo) for photo in photos]

    async def test(self, photo: PhotoInput | None) -> str:
        """Ask about a photo; without one, for the list of models, which not every server has.

        Raises:
            BackendError, PhotoError: it does not work.
        """
        if photo is None:
            answer = await self._client.call("GET", self._url + "models", headers=json_headers(self._key))
            if answer.status == 404:
                return f"{TITLE} answers; it does not list its models."
            known = [text(model.get("id")) for model in objects(items(_content(answer).get("data")))]
            if known and self._model not in known:
                raise BackendRefused(f"{TITLE} has no model {self._model!r}.", f"It has {', '.join(known[:8])}.")
            return f"{TITLE} answers."
        found = await self._recognise(photo)
        if isinstance(found, Failure):
            raise found.error
        return f"{self._model} sees {', '.join(d.label for d in found.detections[:8]) or 'nothing'}."

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()

    async def _recognise(self, photo: PhotoInput) -> Answer:
        from tagger.backends.outgoing import leaving, pack

        try:
            parcel = await asyncio.to_thread(pack, photo, self._side, self._quality)
            async with leaving(photo, parcel):
                answer = await self._asked(parcel)
                content = _content(answer)
                given = next(objects(items(content.get("choices"))), None)
                if given is None:
                    raise answer.unreadable("it holds no choice")
                labels = _labels(answer, given)[: self._most]
        except (PhotoRefused, PhotoError) as error:
            return Failure(photo.id, error)
        found = tuple(Detection(label, UNSTATED, LabelKind.SCENE) for label in labels)
        return Recognition(photo.id, found, text(content.get("model")) or self._model)

    async def _asked(self, parcel: Parcel) -> answers.Answer:
        """Ask in the first way that the server takes, and remember it."""
        while True:
            form = self._forms[0]
            body = json.dumps(self._request(parcel, form)).encode()
            url = self._url + "chat/completions"
            headers = json_headers(self._key)
            answer = await self._client.call("POST", url, headers=headers, body=body, costs=True, first=_refuse_spent)
            about_form = any(word in answer.body for word in _ABOUT_FORM)
            if answer.status not in (400, 422) or not about_form or form == FORMS[-1]:
                return answer
            self._forms = FORMS[FORMS.index(form) + 1 :]  # by name: photos side by side meet the same refusal

    def _request(self, parcel: Parcel, form: str) -> dict[str, Any]:
        picture = f"data:image/jpeg;base64,{base64.b64encode(parcel.jpeg).decode()}"
        content = [{"type": "text", "text": self._prompt}, {"type": "image_url", "image_url": {"url": picture}}]
        request: dict[str, Any] = {
            "model": self._model,
            "messages": [{"role": "user", "content": content}],
            "max_tokens": self._most_tokens,
            "temperature": 0,
            "stream": False,
        }
        if form == "json_schema":
            schema = {"name": "labels", "strict": True, "schema": SCHEMA}
            request["response_format"] = {"type": "json_schema", "json_schema": schema}
        elif form == "json_object":
            request["response_format"] = {"type": "json_object"}
        return request


def prompt(vocabulary: Iterable[str], most: int) -> str:
    """What the model is asked, with the words it shall prefer in alphabetical order, each once."""
    words = sorted({word for given in vocabulary if (word := text(given))}, key=lambda word: (word.casefold(), word))
    return PROMPT.format(most=most) + (VOCABULARY.format(words=", ".join(words)) if words else "")


def labels_of(choice: Mapping[str, Any]) -> list[str]:
    """The labels of a choice, each once.

    Raises:
        PhotoRefused: the model refused, was cut off, or did not answer with labels.
    """
    message = mapping(choice.get("message"))
    if refusal := text(message.get("refusal")):
        raise PhotoRefused(f"The model refuses the photo: {refusal}")
    if choice.get("finish_reason") == "content_filter":
        raise PhotoRefused("The server's filter stopped the answer about the photo.")
    content = message.get("content")
    found = _inside(content if isinstance(content, str) else "")
    given = found.get("labels")
    if not isinstance(given, list):
        if choice.get("finish_reason") == "length":
            raise PhotoRefused("The answer of the model was cut off.", "Raise the option max_tokens.")
        raise PhotoRefused("The model did not answer with labels.", "Try another model.")
    names = (text(mapping(item).get("name")) or text(item) for item in given)
    return list({name.casefold(): name for name in reversed(list(names)) if name}.values())[::-1]


def _labels(answer: answers.Answer, given: Mapping[str, Any]) -> list[str]:
    """As `labels_of`; what the model made of the photo is paid for, even if it is of no use."""
    try:
        return labels_of(given)
    except PhotoRefused as error:
        raise answer.fault(error) from None


def _inside(content: str) -> dict[str, Any]:
    """The JSON object in a text that may be fenced, or have words before and after it; empty where there is none."""
    start, end = content.find("{"), content.rfind("}")
    try:
        return mapping(json.loads(content[start : end + 1])) if 0 <= start < end else {}
    except (ValueError, RecursionError):
        return {}


def _refuse_spent(answer: answers.Answer) -> None:
    """Raise BackendRefused where the credit is spent, which OpenAI and its likes tell with 429, as being busy."""
    problem = mapping(mapping(answer.json()).get("error"))
    if "insufficient_quota" in (problem.get("code"), problem.get("type")):
        told = text(problem.get("message"))
        raise answer.fault(BackendRefused(f"{TITLE} wants to be paid first: {told}", "Buy more, then go on."))


def _content(answer: answers.Answer) -> dict[str, Any]:
    if answer.status < 300:
        return answer.object()
    problem = mapping(answer.json()).get("error")
    told = text(mapping(problem).get("message")) or text(problem)
    why = f": {told}" if told else "."
    if answer.status in (401, 403):
        raise answer.fault(BackendRefused(f"{TITLE} does not take the key{why}", "Set another KEY."))
    if answer.status == 404:
        advice = "Check the option 'model', and the URL, which mostly ends with /v1."
        raise answer.fault(BackendRefused(f"{TITLE} has no such model or address{why}", advice))
    if answer.status == 402:
        raise answer.fault(BackendRefused(f"{TITLE} wants to be paid first{why}"))
    raise answer.fault(PhotoRefused(f"{TITLE} refuses with {answer.status}{why}"))


def _open(config: BackendConfig) -> Backend:
    return OpenAICompatible(config)


TYPE = BackendType(
    name="openai_compatible",
    title="Language model with eyes (Ollama, vLLM, LM Studio, llama.cpp)",
    capabilities=Capabilities(offline=False, boxes=False, longest_side_px=1024, formats=("JPEG",), concurrency=2),
    open=_open,
    own_server=URL,
    settings=(
        Setting("key", "API key", secret=True, help="Only where the server asks for one."),
        Setting("model", "Model", required=True, help="As the server calls it; it must be one that takes pictures."),
        Setting(
            "vocabulary",
            "Words to prefer",
            "",
            help="Parted by commas; they are sent with each photo. Leave out what nobody shall read.",
        ),
        Setting(
            "own_tags",
            "Your own tags",
            "here",
            help="Ask for the words of your tags, names of people among them: here (of a server on this machine only), "
            "always, never. Tags marked never to be uploaded stay out.",
        ),
        Setting("max_labels", "Labels at most", 20, help="1 to 100."),
        Setting("max_tokens", "Length of the answer", 1000, help="In tokens; an answer that is longer is cut off."),
        *sending(1024),
    ),
)
