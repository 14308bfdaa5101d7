"""What can go wrong, as one tree.

    TaggerError                     carries what happened and what to do about it
    ├── UsageError                  the request makes no sense as it stands
    │   └── QueryError              a search text that cannot be read, with the place
    ├── LibraryError                the SQLite file cannot be used
    │   ├── NewerLibraryError       it was written by a later version
    │   └── DamagedLibrary          its content is damaged; a backup may stand in for it
    ├── PhotoError                  one photo cannot be read
    ├── SidecarError                one sidecar cannot be read or written
    └── BackendError                a recognition backend cannot do its work
        ├── BackendUnavailable      not usable at all now: broken plug-in, missing secret, missing model
        ├── PhotoRefused            this photo will never be answered
        ├── BackendRefused          no photo will be answered until the user acts: key, quota
        ├── RetryLater              the same call may succeed after ``after_s`` seconds
        │   ├── ServiceFault        the service itself said that it failed; not for ever is it asked again
        │   └── ServiceUnreachable  nothing was sent: no network, or nobody answers there
        └── OutcomeUnknown          sent, but whether the service answered (and charged) cannot be told

    Cancelled                       the user stopped it; not an error, so not a TaggerError

Faults of the environment become one of these, with advice; bugs stay what they are and crash loudly.
"""

from __future__ import annotations

from pathlib import Path


class TaggerError(Exception):
    """Something the user can understand and act on.

    Attributes:
        message: What happened, to what.
        advice: What to do about it; may be empty.
    """

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".strip()


class UsageError(TaggerError):
    """The request makes no sense as it stands."""


class QueryError(UsageError):
    """A search text that cannot be read. ``column`` is the 0-based place in the text."""

    def __init__(self, message: str, advice: str = "", *, column: int = 0) -> None:
        super().__init__(message, advice)
        self.column = column


class LibraryError(TaggerError):
    """The library file cannot be used."""


class NewerLibraryError(LibraryError):
    """The library was written by a later version of the program."""


class DamagedLibrary(LibraryError):
    """The content of the library file is damaged. ``path`` is the file."""

    def __init__(self, message: str, advice: str, path: Path) -> None:
        super().__init__(message, advice)
        self.path = path


class PhotoError(TaggerError):
    """One photo cannot be read."""


class SidecarError(TaggerError):
    """One sidecar cannot be read or written; the file on disk is as it was."""


class BackendError(TaggerError):
    """A recognition backend cannot do its work. ``http_status`` is what a service answered with, if one did."""

    http_status: int | None = None


class BackendUnavailable(BackendError):
    """The backend is not usable at all now: broken plug-in, missing secret, missing model."""


class PhotoRefused(BackendError):
    """This photo will never be answered by this backend."""


class BackendRefused(BackendError):
    """No photo will be answered until the user acts: bad key, spent quota."""


class RetryLater(BackendError):
    """The same call may succeed after ``after_s`` seconds."""

    def __init__(self, message: str, advice: str = "", *, after_s: float = 5.0) -> None:
        super().__init__(message, advice)
        self.after_s = after_s


class ServiceFault(RetryLater):
    """The service said that it failed over this call; it is asked again a few times only."""


class ServiceUnreachable(RetryLater):
    """Nothing was sent: there is no network, or nobody answers at that address."""


class OutcomeUnknown(BackendError):
    """Sent, but whether the service answered (and charged) cannot be told; never sent again unasked."""


class Cancelled(Exception):
    """The user stopped a long operation; what was finished is kept.

    Attributes:
        summary: What it came to until then, as the operation would have returned it; None where it does not say.
    """

    def __init__(self, summary: object = None) -> None:
        super().__init__()
        self.summary = summary
