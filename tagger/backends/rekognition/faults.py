"""What the error codes of Amazon Rekognition mean for the photo, or for all of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tagger.backends.answers import without_secrets
from tagger.backends.reading import mapping, text
from tagger.backends.rekognition import TITLE
from tagger.errors import BackendError, BackendRefused, PhotoRefused, RetryLater, ServiceFault

if TYPE_CHECKING:
    from tagger.backends.answers import Answer

AGAIN_AFTER_S = 5.0
_BUSY = re.compile(r"Throttl|ThroughputExceeded|TooManyRequests|RequestLimitExceeded|SlowDown|LimitExceeded")
_KEYS = re.compile(r"UnrecognizedClient|InvalidClientToken|SignatureDoesNotMatch|InvalidSignature|Incomplete|Missing")
_ENDED = re.compile(r"Expired")
_FORBIDDEN = re.compile(r"AccessDenied|NotAuthorized|OptIn|Subscription|Suspended")
_PHOTO = {
    "ImageTooLargeException": f"{TITLE} finds the picture too large; lower the option longest_side_px.",
    "InvalidImageFormatException": f"{TITLE} does not take the format of the picture that was sent.",
}


def code_of(answer: Answer) -> str:
    """The bare code of an error, such as ``ThrottlingException``; empty where the answer holds none.

    It comes as ``__type`` in the body, with or without a name space before it, or in a header with an address behind.
    """
    header = without_secrets(answer.headers.get("x-amzn-errortype"), answer.secrets)
    given = text(mapping(answer.json()).get("__type")) or text(header)
    return given.rpartition("#")[2].partition(":")[0]


def refusal(answer: Answer) -> BackendError:
    """The error for an answer that is none of those which mean the same with every service."""
    return answer.fault(_refusal(answer, code_of(answer)))


def _refusal(answer: Answer, code: str) -> BackendError:
    content = mapping(answer.json())
    told = text(content.get("message")) or text(content.get("Message"))
    why = f": {told}" if told else f" ({code or answer.status})."
    if code in _PHOTO:
        return PhotoRefused(_PHOTO[code])
    if _BUSY.search(code):
        return RetryLater(f"{TITLE} asks for patience.", after_s=AGAIN_AFTER_S)
    if code.startswith("InternalServer") or code == "InternalFailure":
        return ServiceFault(f"{TITLE} failed.", after_s=AGAIN_AFTER_S)
    if _ENDED.search(code) or (_KEYS.search(code) and "expired" in told.casefold()):
        return BackendRefused(f"The keys for {TITLE} have ended{why}", "Set new ones; check the clock of this machine.")
    if _KEYS.search(code):
        return BackendRefused(
            f"{TITLE} does not take the keys{why}", "Set ACCESS_KEY_ID and SECRET_ACCESS_KEY again; check the region."
        )
    if _FORBIDDEN.search(code) or answer.status in (401, 403):
        return BackendRefused(f"{TITLE} does not let these keys in{why}", "Allow the user these calls in IAM.")
    if answer.status in (404, 405, 301) or "UnknownOperation" in code:
        return BackendRefused(f"{TITLE} is not at this address.", "Check the URL and the region of the backend.")
    return PhotoRefused(f"{TITLE} refuses with {answer.status}{why}")
