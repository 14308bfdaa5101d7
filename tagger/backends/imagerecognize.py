"""Imagerecognize, version 2 of its API: one photo a call, answered at once, each call paid from a quota."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from tagger.backends.online import key, sending, whole
from tagger.backends.reading import box, mapping, objects, share, text
from tagger.backends.reading import whole as whole_number
from tagger.entities import Detection, LabelKind
from tagger.errors import BackendError, BackendRefused, PhotoError, PhotoRefused, RetryLater, ServiceFault, UsageError
from tagger.recognition.backend import (
    Answer,
    Backend,
    BackendConfig,
    BackendType,
    Capabilities,
    Failure,
    PhotoInput,
    Quota,
    Recognition,
    Setting,
)

if TYPE_CHECKING:
    from tagger.backends import answers

URL = "https://imagerecognize.com/api/v2/"
TITLE = "Imagerecognize"
KINDS: Mapping[str, LabelKind] = {
    "objects": LabelKind.OBJECT,
    "celebrities": LabelKind.CELEBRITY,
    "detect_faces": LabelKind.FACE,
    "detect_text": LabelKind.TEXT,
    "nsfw": LabelKind.MODERATION,
}
MAX_CACHE_BYTES = 64 << 20
FAULT_AFTER_S = 2.0
_OK, _NO_DATA, _NO_KEY, _BAD_KEY, _SPENT, _BAD_TYPE = 200, 300, 400, 401, 402, 420
# The service's own words for these say less than what to do.
_REFUSED: Mapping[int, tuple[str, str]] = {
    _NO_DATA: (f"{TITLE} got nothing.", "Check the URL of the backend; it ends with a slash."),
    _NO_KEY: (f"{TITLE} got no key.", "Set the APIKEY again."),
    _BAD_KEY: (f"{TITLE} does not know the key.", "Set another APIKEY."),
    403: (f"{TITLE} does not let this key in.", "Set another APIKEY."),
    404: (f"{TITLE} is not at this address.", "Check the URL of the backend."),
    _SPENT: (f"{TITLE} has no calls left for this key: the quota is spent.", "Buy more, or wait until it is renewed."),
    _BAD_TYPE: (f"{TITLE} does not know this type of recognition.", "Check the option 'types'."),
}
_PHOTO_REFUSED: Mapping[int, str] = {
    412: f"{TITLE} cannot decode the picture that was sent.",
    413: f"{TITLE} finds the picture too large; lower the option longest_side_px.",
    415: f"{TITLE} does not take the format of the picture that was sent.",
}


class Imagerecognize:
    """Implements `Recogniser`, `Fetcher` and `Tester`; each operation is one of the service's types."""

    def __init__(self, config: BackendConfig) -> None:
        """Check the settings; connect nowhere yet.

        Raises:
            BackendUnavailable: a setting or the key makes no sense.
        """
        from tagger.backends.http import Client  # only here: listing backends must not load httpx

        options = config.options
        self._key = key(config.secrets, "apikey")
        self._side = whole(options, "longest_side_px", 80, 10_000)
        self._quality = whole(options, "quality", 1, 95)
        self._parameters: dict[str, dict[str, str]] = {
            "objects": {
                "max_labels": str(whole(options, "max_labels", 1, 1000)),
                "min_confidence": str(whole(options, "min_confidence", 0, 100)),
            },
            "nsfw": {"nsfw_min_confidence": str(whole(options, "nsfw_min_confidence", 0, 100))},
        }
        self._url = (config.url or URL).rstrip("/") + "/"  # without it the service finds no data
        timeout_s = whole(options, "timeout_s", 1, 3600)
        self._client = Client(TITLE, secrets=[self._key], timeout_s=timeout_s)

    async def recognise(self, photos: Sequence[PhotoInput], operation: str) -> Sequence[Answer]:
        """Pay for one type of recognition of each photo.

        Raises:
            BackendError: as the protocol has it.
        """
        return [await self._recognise(photo, operation) for photo in photos]

    async def fetch(self, photos: Sequence[PhotoInput], operation: str) -> Sequence[Recognition]:
        """Results that the service kept from earlier calls, found by the names the photos were sent under.

        Raises:
            BackendError: the service does not give them.
        """
        data = await self._cached()
        by_name = {name: photo.id for photo in photos for name in photo.sent_names}
        found = {}
        for entry in _entries(data):
            name = next((name for name in _names(entry) if name in by_name), None)
            if name is not None and text(entry.get("type")) == operation:
                found[by_name[name]] = _recognition(by_name[name], operation, entry, _quota(data))
        return list(found.values())

    async def test(self, photo: PhotoInput | None) -> str:
        """Try the key: with a photo by one paid call, without one by asking for cached results, which costs nothing.

        Raises:
            BackendError, PhotoError: it does not work.
        """
        if photo is None:
            quota = _quota(await self._cached())
            return f"{TITLE} takes the key.{_told(quota)}"
        answer = await self._recognise(photo, "objects")
        if isinstance(answer, Failure):
            raise answer.error
        labels = ", ".join(sorted({detection.label for detection in answer.detections})[:8]) or "nothing"
        return f"{TITLE} sees {labels}.{_told(answer.quota)}"

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()

    async def _recognise(self, photo: PhotoInput, operation: str) -> Answer:
        from tagger.backends.http import File
        from tagger.backends.outgoing import leaving, pack

        if operation not in KINDS:
            raise BackendRefused(f"{TITLE} cannot {operation!r}.", f"It can {', '.join(KINDS)}.")
        try:
            parcel = await asyncio.to_thread(pack, photo, self._side, self._quality)
            form = {"apikey": self._key, "type": operation, **self._parameters.get(operation, {})}
            async with leaving(photo, parcel):
                file = File("file", parcel.name, parcel.jpeg)
                answer = await self._client.call("POST", self._url, form=form, file=file, costs=True)
                data = _data(answer)
                if not isinstance(data.get("objects"), list):
                    raise answer.unreadable("it names no objects, not even none")
                return _recognition(photo.id, operation, data, _quota(data))
        except (PhotoRefused, PhotoError) as error:
            return Failure(photo.id, error)

    async def _cached(self) -> dict[str, Any]:
        # By POST, although GET would do: a key in an address ends in logs on its way.
        form = {"apikey": self._key, "type": "cache"}
        answer = await self._client.call("POST", self._url, form=form, max_bytes=MAX_CACHE_BYTES)
        given = mapping(answer.json()).get("data")
        return {"entries": given} if isinstance(given, list) and answer.status == _OK else _data(answer)


def _data(answer: answers.Answer) -> dict[str, Any]:
    """What a successful answer is about. The status inside counts as much as the one of HTTP."""
    content = mapping(answer.json())
    inner = whole_number(content.get("status"))
    status = answer.status if inner is None or inner == _OK else inner
    if status != _OK:
        raise answer.fault(_refusal(status, content), status)
    if not isinstance(content.get("data"), dict):
        raise answer.unreadable("it is not the JSON that was expected")
    data: dict[str, Any] = content["data"]
    problem = data.get("error", 0)
    if problem not in (0, "0", "", None, False):
        raise answer.fault(
            PhotoRefused(f"{TITLE} could not analyse the photo: {text(problem) or 'it does not say why'}.")
        )
    return data


def _refusal(status: int, content: Mapping[str, Any]) -> BackendError:
    told = text(content.get("status_message")) or text(content.get("message"))
    if status in _REFUSED:
        what, advice = _REFUSED[status]
        return BackendRefused(what, advice)
    if status in _PHOTO_REFUSED:
        return PhotoRefused(_PHOTO_REFUSED[status])
    if status in (429, 503):
        return RetryLater(f"{TITLE} asks for patience.", after_s=15.0)
    if 500 <= status < 600:
        return ServiceFault(f"{TITLE} failed.", after_s=FAULT_AFTER_S)
    return PhotoRefused(f"{TITLE} refuses with {status}{f': {told}' if told else ''}.")


def _recognition(photo_id: Any, operation: str, data: Mapping[str, Any], quota: Quota | None) -> Recognition:
    detections = tuple(found for entry in objects(data.get("objects")) for found in _detections(operation, entry))
    return Recognition(photo_id, detections, f"{TITLE} v2 {operation}", quota=quota)


def _detections(operation: str, entry: Mapping[str, Any]) -> Iterator[Detection]:
    """One for each place; no place means the whole photo."""
    label = (text(entry.get("text")) if operation == "detect_text" else "") or text(entry.get("name"))
    if not label and operation == "detect_faces":
        label = "Face"
    if not label:
        return
    confidence = share(entry.get("confidence", 100.0), 100.0)
    if confidence is None:
        return
    boxes = [box(*map(at.get, ("x", "y", "width", "height"))) for at in objects(entry.get("coordinates"))]
    places = [place for place in boxes if place is not None]
    kind = KINDS[operation]
    yield from (Detection(label, confidence, kind, place) for place in places)
    if not places:
        yield Detection(label, confidence, kind)


def _quota(data: Mapping[str, Any]) -> Quota | None:
    left = whole_number(data.get("quota"))
    return None if left is None else Quota(remaining=max(left, 0))


def _told(quota: Quota | None) -> str:
    return "" if quota is None else f" {quota.remaining:,} calls are left."


def _entries(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Every result in what the cache holds; how it is laid out is documented nowhere."""
    if isinstance(value, dict):
        if isinstance(value.get("objects"), list):
            yield value
        for inner in value.values():
            yield from _entries(inner, depth + 1) if depth < 5 else ()
    elif isinstance(value, list):
        for inner in value:
            yield from _entries(inner, depth + 1) if depth < 5 else ()


def _names(entry: Mapping[str, Any]) -> Iterator[str]:
    return (PurePosixPath(value).name for value in entry.values() if isinstance(value, str) and value)


def chosen_types(options: Mapping[str, Any]) -> tuple[str, ...]:
    """The types that the option names, each an operation of its own, since each is paid for.

    Raises:
        UsageError: one is unknown, or there is none.
    """
    named = dict.fromkeys(str(options["types"]).replace(",", " ").casefold().split())
    if not named or not named.keys() <= KINDS.keys():
        raise UsageError(
            f"types cannot be {options['types']!r}.", f"Give some of {', '.join(KINDS)}, parted by commas."
        )
    return tuple(named)


def _open(config: BackendConfig) -> Backend:
    return Imagerecognize(config)


_CONCURRENCY = 4

TYPE = BackendType(
    name="imagerecognize",
    title="Imagerecognize (imagerecognize.com)",
    capabilities=Capabilities(
        offline=False, boxes=True, longest_side_px=1920, formats=("JPEG",), concurrency=_CONCURRENCY
    ),
    open=_open,
    operations=tuple(KINDS),
    operations_for=chosen_types,
    settings=(
        Setting("apikey", "API key", secret=True, required=True, help="From your account at imagerecognize.com."),
        Setting("types", "Recognise", "objects", help=f"Parted by commas, each paid by itself: {', '.join(KINDS)}."),
        Setting("max_labels", "Objects at most", 25, help="Most objects in an answer; above 0."),
        Setting("min_confidence", "Objects: from", 50, help="Lowest confidence of an object, 0 to 100."),
        Setting("nsfw_min_confidence", "Unsafe content: from", 50, help="Lowest confidence of it, 0 to 100."),
        *sending(1920),
    ),
)
