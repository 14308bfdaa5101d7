"""What a service answered: bounded, searched for secrets, read tolerantly and typed at the border."""

from __future__ import annotations

import json
import time
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar

from tagger.backends import reading
from tagger.errors import BackendError, OutcomeUnknown, ServiceFault

MAX_BYTES = 16 << 20
RETRY_AFTER_S, MOST_RETRY_AFTER_S = 15.0, 900.0
AGAIN_AFTER_S = 5.0
"""Rest after an answer that cannot be read and cost nothing."""
SHORTEST_SECRET = 4
HIDDEN = "[key]"

E = TypeVar("E", bound=BackendError)


class TooLarge(Exception):
    """An answer that unpacks to more than is taken."""


class Unreadable(Exception):
    """An answer in a packing that is broken or not spoken here."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a service.

    Attributes:
        service: What the user calls it.
        status: HTTP status.
        headers: Names in any case.
        body: Unpacked; empty where it could not be read.
        costs: Asking may have been charged.
        flaw: Why the body is not whole; empty where it is.
    """

    service: str
    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    costs: bool = False
    secrets: tuple[str, ...] = field(default=(), repr=False)
    flaw: str = ""

    def json(self) -> Any:
        """The body as JSON, whatever the service called it; None where it is none."""
        try:
            value = json.loads(self.body.decode("utf-8-sig"), parse_constant=lambda _name: None)
        except (ValueError, RecursionError):
            return None
        return without_secrets(value, self.secrets)

    def object(self) -> dict[str, Any]:
        """The body as a JSON object.

        Raises:
            OutcomeUnknown: it is none, and asking may have been charged.
            ServiceFault: it is none.
        """
        value = self.json()
        if not isinstance(value, dict):
            raise self.unreadable("it is not the JSON that was expected")
        return value

    def text(self) -> str:
        """The beginning of the body on one line, for a message; nothing of a page or of what is no text."""
        told = reading.text(without_secrets(self.body[:2000].decode("utf-8", "replace"), self.secrets))
        return "" if told.startswith(("<", "{", "[")) or "\ufffd" in told else told

    def unreadable(self, why: str) -> BackendError:
        """The error for an answer that cannot be understood."""
        message = f"The answer of {self.service} cannot be read: {why}."
        if self.costs:
            return self.fault(OutcomeUnknown(message, "It may have been charged."))
        return self.fault(ServiceFault(message, after_s=AGAIN_AFTER_S))

    def fault(self, error: E, status: int | None = None) -> E:
        """The error, with the status that led to it: that of HTTP, or one that the service wrote inside."""
        error.http_status = self.status if status is None else status
        return error


def without_secrets(value: Any, secrets: tuple[str, ...]) -> Any:
    """The same JSON value with every secret in its texts replaced."""
    if isinstance(value, str):
        for secret in secrets:
            if len(secret) >= SHORTEST_SECRET and secret in value:
                value = value.replace(secret, HIDDEN)
        return value
    if isinstance(value, list):
        return [without_secrets(item, secrets) for item in value]
    if isinstance(value, dict):
        return {without_secrets(key, secrets): without_secrets(inner, secrets) for key, inner in value.items()}
    return value


def retry_after(headers: Mapping[str, str], otherwise: float | None = None) -> float:
    """Seconds to wait by ``Retry-After``, as a number or a date (RFC 9110, 10.2.3), at most `MOST_RETRY_AFTER_S`.

    A date is compared with the service's own clock, if it tells it.
    """
    told = headers.get("retry-after", "").strip()[:64]
    wait = reading.number(told)
    if wait is None:
        due = _seconds(told)
        if due is None:
            return RETRY_AFTER_S if otherwise is None else otherwise
        now = _seconds(headers.get("date", "")[:64])
        wait = due - (time.time() if now is None else now)
    return min(max(wait, 0.0), MOST_RETRY_AFTER_S)


def unpacked(body: bytes, headers: Mapping[str, str], max_bytes: int) -> bytes:
    """A body without its gzip or deflate.

    Raises:
        TooLarge: it unpacks to more than ``max_bytes``.
        Unreadable: it is packed in another way, or damaged.
    """
    packing = headers.get("content-encoding", "identity").strip().casefold()
    if packing in ("identity", "") or not body:
        return body
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise Unreadable("it is packed in an unknown way")
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        result = unpacker.decompress(body, max_bytes + 1)
    except zlib.error:
        raise Unreadable("its packing is damaged") from None
    if len(result) > max_bytes:
        raise TooLarge(f"it unpacks to more than {max_bytes:,} bytes")
    if not unpacker.eof:
        raise Unreadable("it ends too soon")
    return result


def _seconds(date: str) -> float | None:
    try:
        return parsedate_to_datetime(date).timestamp()
    except (ValueError, TypeError, IndexError, OverflowError, OSError):
        return None
