"""The calls to Uploadcare: its upload, REST and CDN interfaces, with both ways to authenticate.

The secret key goes to the REST interface only, or nowhere with signed requests.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import time
from collections.abc import AsyncIterator, Mapping
from email.utils import formatdate
from typing import Any
from urllib.parse import urlencode, urlsplit

from tagger.addresses import check_url
from tagger.backends.answers import Answer
from tagger.backends.http import Client, File, target
from tagger.backends.online import choice, key, whole
from tagger.backends.outgoing import Parcel
from tagger.backends.reading import mapping, objects, text
from tagger.backends.reading import whole as whole_number
from tagger.backends.uploadcare import AUTHS
from tagger.errors import (
    BackendError,
    BackendRefused,
    BackendUnavailable,
    OutcomeUnknown,
    PhotoRefused,
    RetryLater,
    UsageError,
)
from tagger.recognition.backend import BackendConfig

TITLE = "Uploadcare"
REST, UPLOAD, CDN = "https://api.uploadcare.com/", "https://upload.uploadcare.com/", "https://ucarecdn.com/"
MOST_PAGES = 10_000
SIGNED_FOR_S = 1800
_TYPE = "application/json"
_ID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_KEYS = re.compile(r"pub_key|public key|secret key|signature|credential|expire|permission|forbidden|blocked", re.I)
_SPENT = re.compile(r"limit|quota|payment|billing|paused", re.I)


class Service:
    """Knows how to call, not what for."""

    def __init__(self, config: BackendConfig) -> None:
        """Check where and as whom to call.

        Raises:
            BackendUnavailable: a setting or a key makes no sense.
        """
        options = config.options
        self._public, self._secret = key(config.secrets, "public_key"), key(config.secrets, "secret_key")
        self._signed = choice(options, "auth", AUTHS) == "signed"
        self.keep = bool(options["keep"])
        self._rest = _base(config.url or REST)
        # One address of the user's own stands for all three, unless the others are named.
        self._upload = _base(str(options["upload_url"]) or config.url or UPLOAD)
        self._cdn = _base(str(options["cdn_url"]) or config.url or CDN)
        timeout_s = whole(options, "timeout_s", 1, 3600)
        # The public key is no secret to the service's visitors, but says whose photos these are.
        self._client = Client(TITLE, secrets=[self._secret, self._public], timeout_s=timeout_s)

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()

    async def upload(self, parcel: Parcel) -> str:
        """Upload, for a day at most unless it is kept; the file's id.

        Raises:
            BackendError: as `Client.call`; refused for this photo, or for all.
        """
        form = {"UPLOADCARE_PUB_KEY": self._public, "UPLOADCARE_STORE": "1" if self.keep else "0"}
        if self._signed:
            expire = str(int(time.time()) + SIGNED_FOR_S)
            sign = hmac.new(self._secret.encode(), expire.encode(), hashlib.sha256).hexdigest()
            form |= {"signature": sign, "expire": expire}
        file = File("file", parcel.name, parcel.jpeg)
        answer = await self._client.call("POST", f"{self._upload}base/", form=form, file=file, costs=True)
        content = answer.json()
        problem = mapping(content).get("error")
        if answer.status >= 300 or problem is not None:
            raise _upload_refused(answer, mapping(problem), problem)
        ids = [value for value in mapping(content).values() if isinstance(value, str) and _ID.fullmatch(value)]
        if len(ids) != 1:  # the name of the field differs between the service's own descriptions
            raise answer.unreadable("it does not say what the file is called")
        return ids[0]

    async def file(self, file_id: str, version: str, query: Mapping[str, str]) -> dict[str, Any]:
        """What is known of a file.

        Raises:
            BackendError: as `Client.call`; PhotoRefused where it is gone.
        """
        return (await self._ask("GET", f"files/{file_id}/", version, query)).object()

    async def delete(self, file_id: str, version: str) -> None:
        """Delete a file. It is no error if it is gone already."""
        answer = await self._ask("DELETE", f"files/{file_id}/storage/", version, allowed=(404,))
        if answer.status == 404 and version == "0.6":  # which knows another address for it as well
            await self._ask("DELETE", f"files/{file_id}/", version, allowed=(404,))

    async def execute(self, addon: str, file_id: str) -> str | None:
        """Have an add-on look at a file, which is paid; its request id, or None where it was asked to before.

        Raises:
            BackendError: as `Client.call`.
        """
        body = json.dumps({"target": file_id}).encode()
        answer = await self._ask("POST", f"addons/{addon}/execute/", "0.7", body=body, allowed=(409,), costs=True)
        if answer.status == 409:
            return None
        request_id = mapping(answer.json()).get("request_id")
        if not isinstance(request_id, str) or not _ID.fullmatch(request_id):
            raise answer.unreadable("it does not say what the request is called")
        return request_id

    async def status(self, addon: str, request_id: str) -> tuple[str, dict[str, Any]]:
        """How far an add-on is (``in_progress``, ``done``, ``error``, ``unknown``), and what it made."""
        answer = await self._ask("GET", f"addons/{addon}/execute/status/", "0.7", {"request_id": request_id})
        content = answer.object()
        return text(content.get("status")), mapping(content.get("result"))

    async def fingerprint(self, file_id: str) -> dict[str, Any]:
        """What the CDN says of a file, its perceptual hash among it; no key is needed, and none is sent."""
        return (await self._client.call("GET", f"{self._cdn}{file_id}/-/json/")).object()

    async def files(self, version: str, query: Mapping[str, str]) -> AsyncIterator[dict[str, Any]]:
        """Every file of the project, page after page.

        Of the address of a next page only what stands behind the question mark is used: keys go where they always go.
        """
        text_of_query, seen = urlencode(query), set[str]()
        while text_of_query and text_of_query not in seen and len(seen) < MOST_PAGES:
            seen.add(text_of_query)
            page = (await self._ask("GET", "files/", version, text_of_query)).object()
            for found in objects(page.get("results")):
                yield found
            following = page.get("next")
            text_of_query = _query_of(following) if isinstance(following, str) else ""

    async def _ask(
        self,
        method: str,
        path: str,
        version: str,
        query: Mapping[str, str] | str = "",
        *,
        body: bytes = b"",
        allowed: tuple[int, ...] = (),
        costs: bool = False,
    ) -> Answer:
        asked = query if isinstance(query, str) else urlencode(query)
        url = f"{self._rest}{path}{f'?{asked}' if asked else ''}"
        headers = {"Accept": f"application/vnd.uploadcare-v{version}+json", "Content-Type": _TYPE}
        headers |= self._authorization(method, target(url), body)
        answer = await self._client.call(method, url, headers=headers, body=body, costs=costs)
        if answer.status >= 300 and answer.status not in allowed:
            raise _refused(answer)
        return answer

    def _authorization(self, method: str, place: str, body: bytes) -> dict[str, str]:
        if not self._signed:
            return {"Authorization": f"Uploadcare.Simple {self._public}:{self._secret}"}
        date = formatdate(usegmt=True)
        # The service fixes MD5 and SHA-1: https://uploadcare.com/docs/api/rest/ ("Uploadcare authentication scheme").
        digest = hashlib.md5(body, usedforsecurity=False).hexdigest()
        signed = "\n".join((method, digest, _TYPE, date, place))
        sign = hmac.new(self._secret.encode(), signed.encode(), hashlib.sha1).hexdigest()
        return {"Date": date, "Authorization": f"Uploadcare {self._public}:{sign}"}


def is_id(value: object) -> bool:
    """Whether it is an id as the service gives them; nothing else may become part of an address."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def _base(url: str) -> str:
    try:
        check_url(url)
    except UsageError as error:
        raise BackendUnavailable(error.message, error.advice) from None
    return url.rstrip("/") + "/"


def _query_of(url: str) -> str:
    try:
        query = urlsplit(url).query
    except ValueError:
        return ""
    return query if query.isascii() and query.isprintable() and len(query) < 2000 else ""


def _refused(answer: Answer) -> BackendError:
    told = text(mapping(answer.json()).get("detail")) or answer.text()
    said = f": {told}" if told else ""
    status = answer.status
    if status in (401, 403) or (status == 400 and "authentication" in told.casefold()):
        return answer.fault(BackendRefused(f"{TITLE} does not take the keys{said}", "Check PUBLIC_KEY and SECRET_KEY."))
    if status == 402 or (status == 400 and _SPENT.search(told)):
        return answer.fault(BackendRefused(f"{TITLE} does no more{said}", "Check the plan of your account."))
    if status in (405, 406):
        return answer.fault(BackendRefused(f"{TITLE} does not speak this version{said}", "Set another api_version."))
    if status == 404:
        return answer.fault(PhotoRefused(f"{TITLE} does not have the file any more{said}"))
    if answer.costs and status < 400:
        return answer.fault(OutcomeUnknown(f"{TITLE} answered {status}, which says nothing."))
    return answer.fault(PhotoRefused(f"{TITLE} refuses with {status}{said}"))


def _upload_refused(answer: Answer, details: Mapping[str, Any], problem: object) -> BackendError:
    """Errors come as plain text, as JSON, and as JSON under status 200."""
    status = whole_number(details.get("status_code")) or answer.status
    told = text(details.get("content")) or text(problem) or answer.text()
    said = f": {told}" if told else "."
    if status == 413 or "too large" in told.casefold():
        return answer.fault(
            PhotoRefused(f"{TITLE} finds the picture too large{said}", "Lower longest_side_px."), max(status, 400)
        )
    if status == 429 or "throttled" in told.casefold():
        return answer.fault(RetryLater(f"{TITLE} asks for patience.", after_s=15.0))
    if _SPENT.search(told):
        return answer.fault(BackendRefused(f"{TITLE} takes no more{said}", "Check the plan of your account."))
    if status in (401, 402, 403) or _KEYS.search(told):
        return answer.fault(BackendRefused(f"{TITLE} does not take the key{said}", "Check PUBLIC_KEY and SECRET_KEY."))
    return answer.fault(PhotoRefused(f"{TITLE} refuses the upload with {status}{said}"), max(status, 400))
