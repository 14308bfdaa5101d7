"""Google Cloud Vision, version 1 of its API: up to 16 photos a call, answered at once, each feature paid by itself.

The key travels in the header ``X-Goog-Api-Key``, which all of Google's interfaces take, and not in the address, which
ends in logs on its way.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tagger.backends.google_annotations import annotations_of
from tagger.backends.online import key, sending, whole
from tagger.backends.reading import items, mapping, objects, text
from tagger.backends.reading import whole as whole_number
from tagger.entities import PhotoId
from tagger.errors import (
    BackendError,
    BackendRefused,
    PhotoError,
    PhotoRefused,
    RetryLater,
    ServiceFault,
    UsageError,
)
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

URL = "https://vision.googleapis.com/v1/"
TITLE = "Google Cloud Vision"
FEATURES: Mapping[str, str] = {
    "labels": "LABEL_DETECTION",
    "objects": "OBJECT_LOCALIZATION",
    "faces": "FACE_DETECTION",
    "text": "TEXT_DETECTION",
    "safe_search": "SAFE_SEARCH_DETECTION",
}
MOST_PHOTOS = 16
MOST_BYTES = 9_500_000
"""Of the pictures of a call in base64; with all around them the JSON must stay below 10 MB."""
AGAIN_AFTER_S = 5.0
# Codes of google.rpc.Code, which the answers for single photos hold instead of an HTTP status.
_BUSY, _FAULTS, _FORBIDDEN = 8, (4, 10, 13, 14), (7, 16)


@dataclass(frozen=True, slots=True)
class _Sent:
    """A photo on its way: what is sent of it, and the size that pixels in the answer are of."""

    photo: PhotoInput
    parcel: Parcel
    size: tuple[int, int]

    @property
    def encoded_bytes(self) -> int:
        return (len(self.parcel.jpeg) + 2) // 3 * 4


class GoogleVision:
    """Implements `Recogniser` and `Tester`."""

    def __init__(self, config: BackendConfig) -> None:
        """Check the settings; connect nowhere yet.

        Raises:
            BackendUnavailable: a setting or the key makes no sense.
            UsageError: the features make no sense.
        """
        from tagger.backends.http import Client  # only here: listing backends must not load httpx

        options = config.options
        self._key = key(config.secrets, "key")
        self._side = whole(options, "longest_side_px", 64, 10_000)
        self._quality = whole(options, "quality", 1, 95)
        most = whole(options, "max_results", 1, 1000)
        self._features = [{"type": FEATURES[name], "maxResults": most} for name in chosen_features(options)]
        self._url = (config.url or URL).rstrip("/") + "/images:annotate"
        self._client = Client(TITLE, secrets=[self._key], timeout_s=whole(options, "timeout_s", 1, 3600))

    async def recognise(self, photos: Sequence[PhotoInput], operation: str) -> Sequence[Answer]:
        """Ask for the chosen features of all photos, in as few calls as their size allows.

        What befalls one call befalls its photos only: the others keep the answers that were paid for.
        """
        found: list[Answer] = []
        ready: list[_Sent] = []
        for photo in photos:
            try:
                ready.append(await asyncio.to_thread(self._packed, photo))
            except (PhotoError, PhotoRefused) as error:
                found.append(Failure(photo.id, error))
        for part in _calls(ready):
            found += await self._recognise(part)
        return found

    async def test(self, photo: PhotoInput | None) -> str:
        """Try the key: with a photo by one paid call, without one by asking for nothing, which costs nothing.

        Raises:
            BackendError, PhotoError: it does not work.
        """
        if photo is None:
            answer = await self._client.call("POST", self._url, headers=self._headers(), body=b'{"requests":[]}')
            if answer.status != 400 or _about_the_key(answer):  # that nothing was asked may be told as a fault
                _content(answer)
            return f"{TITLE} takes the key."
        (found,) = await self.recognise([photo], "recognise")
        if isinstance(found, Failure):
            raise found.error
        names = ", ".join(list(dict.fromkeys(detection.label for detection in found.detections))[:8]) or "nothing"
        return f"{TITLE} sees {names}."

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()

    def _headers(self) -> dict[str, str]:
        return {"X-Goog-Api-Key": self._key, "Content-Type": "application/json"}

    def _packed(self, photo: PhotoInput) -> _Sent:
        from tagger.backends.outgoing import wrap

        image = photo.image(self._side)
        sent = _Sent(photo, wrap(image, self._quality), image.size)
        if sent.encoded_bytes > MOST_BYTES:
            raise PhotoRefused(f"The picture is too large for {TITLE}.", "Lower the option longest_side_px.")
        return sent

    async def _recognise(self, part: Sequence[_Sent]) -> list[Answer]:
        found: list[Answer] = []
        going: list[_Sent] = []
        try:
            async with contextlib.AsyncExitStack() as stack:
                for sent in part:
                    if refused := await _refused(stack, sent):
                        found.append(refused)
                    else:
                        going.append(sent)
                found += await self._asked(going) if going else []
        except BackendError as error:
            return [*found, *(Failure(sent.photo.id, error) for sent in going)]
        return found

    async def _asked(self, going: Sequence[_Sent]) -> list[Answer]:
        requests = [
            {"image": {"content": base64.b64encode(sent.parcel.jpeg).decode()}, "features": self._features}
            for sent in going
        ]
        body = json.dumps({"requests": requests}).encode()
        headers = self._headers()
        answer = await self._client.call("POST", self._url, headers=headers, body=body, costs=True, first=_refuse_spent)
        responses = _content(answer).get("responses")
        # They are told apart by nothing but their order: one too few, and nobody knows whose they are.
        if not isinstance(responses, list) or len(responses) != len(going):
            raise answer.unreadable("it does not answer for the photos that were sent")
        return [_answer(sent.photo.id, mapping(found), sent.size) for sent, found in zip(going, responses, strict=True)]


async def _refused(stack: contextlib.AsyncExitStack, sent: _Sent) -> Failure | None:
    """Why a photo may not leave; None where it does, until the stack ends."""
    from tagger.backends.outgoing import leaving

    try:
        await stack.enter_async_context(leaving(sent.photo, sent.parcel))
    except (PhotoRefused, BackendRefused) as error:
        return Failure(sent.photo.id, error)
    return None


def _calls(ready: Sequence[_Sent]) -> list[list[_Sent]]:
    """The photos as they go together, none of the calls too large."""
    calls: list[list[_Sent]] = []
    room = 0
    for sent in ready:
        if not calls or sent.encoded_bytes > room or len(calls[-1]) == MOST_PHOTOS:
            calls.append([])
            room = MOST_BYTES
        calls[-1].append(sent)
        room -= sent.encoded_bytes
    return calls


def _answer(photo_id: PhotoId, response: Mapping[str, Any], size: tuple[int, int]) -> Answer:
    """What was found, or why nothing was: an error may stand beside parts that are valid all the same."""
    detections, facts = annotations_of(response, size)
    problem = mapping(response.get("error"))
    if not problem:
        return Recognition(photo_id, detections, f"{TITLE} v1", facts)
    if detections or facts:
        return Recognition(photo_id, detections, f"{TITLE} v1", facts | {"incomplete": text(problem.get("message"))})
    return Failure(photo_id, _photo_error(problem))


def _photo_error(problem: Mapping[str, Any]) -> BackendError:
    code, told = whole_number(problem.get("code")), text(problem.get("message")) or "it does not say why"
    if code == _BUSY:
        return RetryLater(f"{TITLE} asks for patience.", after_s=15.0)
    if code in _FAULTS:
        return ServiceFault(f"{TITLE} failed: {told}", after_s=AGAIN_AFTER_S)
    if code in _FORBIDDEN:
        return BackendRefused(f"{TITLE} refuses: {told}", "Check the key and what it is allowed.")
    return PhotoRefused(f"{TITLE} could not analyse the photo: {told}")


def _content(answer: answers.Answer) -> dict[str, Any]:
    if answer.status < 300:
        return answer.object()
    told = text(mapping(mapping(answer.json()).get("error")).get("message"))
    why = f": {told}" if told else "."
    if answer.status in (401, 403) or _about_the_key(answer):
        advice = "Check the key, that it may use the Cloud Vision API, and that billing is on."
        raise answer.fault(BackendRefused(f"{TITLE} does not let this key in{why}", advice))
    if answer.status == 404:
        raise answer.fault(BackendRefused(f"{TITLE} is not at this address.", "Check the URL of the backend."))
    if answer.status == 413:
        raise answer.fault(PhotoRefused(f"{TITLE} finds it too large.", "Lower longest_side_px or batch_size."))
    raise answer.fault(PhotoRefused(f"{TITLE} refuses with {answer.status}{why}"))


def _refuse_spent(answer: answers.Answer) -> None:
    """Raise BackendRefused where what is spent is not renewed within the minute: it is told as being busy, too."""
    problem = mapping(mapping(answer.json()).get("error"))
    limits = [text(mapping(d.get("metadata")).get("quota_limit")) for d in objects(items(problem.get("details")))]
    told = text(problem.get("message"))
    if "per day" in told.casefold() or any("PerDay" in limit for limit in limits):
        raise answer.fault(BackendRefused(f"The quota of {TITLE} is spent: {told}", "Raise it, or wait for a day."))


def _about_the_key(answer: answers.Answer) -> bool:
    """Whether a refusal names the key: it comes with 400 and a reason such as ``API_KEY_INVALID``."""
    problem = mapping(mapping(answer.json()).get("error"))
    reasons = [text(detail.get("reason")) for detail in objects(items(problem.get("details")))]
    return (
        any(reason.startswith("API_KEY") for reason in reasons) or "api key" in text(problem.get("message")).casefold()
    )


def chosen_features(options: Mapping[str, Any]) -> tuple[str, ...]:
    """The features that the option names.

    Raises:
        UsageError: one is unknown, or there is none.
    """
    named = dict.fromkeys(str(options["features"]).replace(",", " ").casefold().split())
    if not named or not named.keys() <= FEATURES.keys():
        raise UsageError(
            f"features cannot be {options['features']!r}.", f"Give some of {', '.join(FEATURES)}, parted by commas."
        )
    return tuple(named)


def _operations(options: Mapping[str, Any]) -> tuple[str, ...]:
    chosen_features(options)
    return ("recognise",)


def _open(config: BackendConfig) -> Backend:
    return GoogleVision(config)


TYPE = BackendType(
    name="google_vision",
    title=TITLE,
    capabilities=Capabilities(
        offline=False, boxes=True, longest_side_px=1024, formats=("JPEG",), batch_size=MOST_PHOTOS, concurrency=4
    ),
    open=_open,
    operations_for=_operations,
    settings=(
        Setting("key", "API key", secret=True, required=True, help="Of a project that may use the Cloud Vision API."),
        Setting("features", "Recognise", "labels, objects", help=f"Paid one by one: {', '.join(FEATURES)}."),
        Setting("max_results", "Results at most", 20, help="Of each feature; above 0."),
        Setting("batch_size", "Photos of a call", 8, help="1 to 16."),
        *sending(1024),
    ),
)
