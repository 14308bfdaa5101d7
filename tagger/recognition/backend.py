"""The protocol between the program and a recognition backend.

A backend declares what it is (`BackendType`) cheaply, without importing its engine, and is opened only when work for
it exists. It implements `Recogniser` or `Submitter`, and whichever of `Fetcher`, `Tidier`, `Tester`, `Teacher` and
`Speaker` it can do. It knows no Qt, no store, no file of the user: it receives photos that can render themselves, and
answers by photo id.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, runtime_checkable
from urllib.parse import urlsplit

from PIL import Image

from tagger.addresses import is_here
from tagger.entities import Box, Detection, PhotoId, TagPath


class PhotoInput(Protocol):
    """A photo as a backend sees it: no path, no name, no metadata."""

    @property
    def id(self) -> PhotoId:
        """Identity within this program; never to be sent anywhere."""

    @property
    def sent_names(self) -> tuple[str, ...]:
        """The neutral names it was sent to this backend under before, oldest first."""

    @property
    def public_url(self) -> str | None:
        """Where the file is public, if the user mapped its folder to an address (option ``public_base_url``)."""

    def image(self, longest_side_px: int | None = None) -> Image.Image:
        """The upright photo as RGB, scaled down if it is larger than asked. Blocking: call it in a worker thread.

        Raises:
            PhotoError: the file cannot be decoded.
        """

    async def leaving(self, name: str, size_bytes: int) -> None:
        """To be awaited just before the photo leaves the machine: it is logged, and its price reserved.

        Args:
            name: The neutral name that it is sent under.
            size_bytes: Of what is sent.

        Raises:
            BackendRefused: the budget would be exceeded; do not send it.
            PhotoRefused: the user marked it never to be uploaded; do not send it.
        """

    async def left(self, status: str, *, charged: bool = True) -> None:
        """To be awaited once the outcome of sending is known: what the log shall say, and whether it may have cost."""


@dataclass(frozen=True, slots=True)
class Quota:
    """What a service said of the calls left; None where it did not say."""

    used: int | None = None
    limit: int | None = None
    remaining: int | None = None


@dataclass(frozen=True, slots=True)
class Recognition:
    """A backend's answer for one photo.

    Attributes:
        photo_id: The photo that was asked about.
        detections: Everything at or above the backend's suggest threshold.
        model: Name and version of what answered.
        facts: Further knowledge about the photo (moderation, virus scan, remote phash), by name.
        embedding: float32 little-endian bytes describing the photo, for similarity; None where the backend has none.
        quota: What the service said of the calls left.
        left_behind: The handle of what is still at the service, for a `Tidier` to remove once the answer is kept.
    """

    photo_id: PhotoId
    detections: tuple[Detection, ...]
    model: str
    facts: Mapping[str, str] = field(default_factory=dict)
    embedding: bytes | None = None
    quota: Quota | None = None
    left_behind: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why one photo of a batch has no answer; ``error`` is one of the `BackendError` tree or a `PhotoError`."""

    photo_id: PhotoId
    error: Exception


Answer = Recognition | Failure


@dataclass(frozen=True, slots=True)
class Submission:
    """What became of a batch that was handed over only in part.

    A photo that is neither in ``submitted`` nor in ``failures`` was not sent, and is queued to be submitted again.

    Attributes:
        handle: The service's, for what was submitted; None where nothing was.
        submitted: The photos that it answers for.
        failures: Photos that could not be sent, or of which nobody can tell.
    """

    handle: str | None
    submitted: tuple[PhotoId, ...] = ()
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """One declared setting of a backend type; the form and the command line's check come from it.

    Attributes:
        name: Key in the configuration, lower case.
        title: What the form calls it.
        default: Value where the user gave none; its type is the type of the setting.
        secret: Kept in the environment or the keyring, never in a file.
        required: The backend cannot work without it.
        help: One sentence.
    """

    name: str
    title: str
    default: str | int | float | bool = ""
    secret: bool = False
    required: bool = False
    help: str = ""


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a backend type can do and what it needs.

    Attributes:
        offline: No photo leaves the machine.
        boxes: Answers carry boxes.
        longest_side_px: Larger photos are scaled down for it; None for no limit.
        formats: Encodings it accepts; empty where it takes decoded pixels.
        batch_size: Photos per call, 1..64; fewer where the option ``batch_size``, if declared, says so.
        concurrency: Calls under way at once.
        price: Cost of one photo in the user's currency; None for free.
    """

    offline: bool
    boxes: bool
    longest_side_px: int | None = None
    formats: tuple[str, ...] = ()
    batch_size: int = 1
    concurrency: int = 1
    price: float | None = None


@dataclass(frozen=True, slots=True)
class Extra:
    """What a backend type needs beyond the default install.

    Attributes:
        name: Of the extra that brings it, as in ``tagger[name]``.
        packages: That must be importable.
    """

    name: str
    packages: tuple[str, ...]


@runtime_checkable
class Backend(Protocol):
    """What every backend has."""

    async def close(self) -> None:
        """Release everything; the backend is not used afterwards."""


@runtime_checkable
class Recogniser(Protocol):
    """Answers a batch in one call."""

    async def recognise(self, photos: Sequence[PhotoInput], operation: str) -> Sequence[Answer]:
        """One answer for each photo, in any order.

        Raises:
            BackendRefused, RetryLater, OutcomeUnknown: it holds for the whole batch.
        """


@runtime_checkable
class Submitter(Protocol):
    """Answers in two steps; the handle is stored between them, so that a restart polls and does not send again."""

    async def submit(self, photos: Sequence[PhotoInput], operation: str) -> str | Submission:
        """Send a batch and return the service's handle for all of it, or what became of its parts."""

    async def poll(self, handle: str, photo_ids: Sequence[PhotoId]) -> Sequence[Answer] | str | None:
        """The answers, or None while the service still works.

        A text is the handle from now on: it is stored before the next poll, so that a step that costs is never done
        twice.

        Raises:
            OutcomeUnknown: the service cannot tell any more what became of the batch.
        """


@runtime_checkable
class Tidier(Protocol):
    """Leaves things at its service for a while, which are removed even if the program ends before it could."""

    async def kept(self, handles: Sequence[str]) -> Mapping[str, bool]:
        """The answers that left these behind are stored: remove what was there for them only. A fault is no error.

        Says of which nothing is left, and of which something could not be removed; those still needed are left out.
        """

    async def tidy(self, handles: Sequence[str], needed: Sequence[str]) -> Sequence[str]:
        """Remove what these handles name; returns those with which nothing is left. A fault is no error.

        Args:
            handles: Of work that came to an end.
            needed: Of work that goes on: what they name must stay.
        """


@runtime_checkable
class Fetcher(Protocol):
    """Finds earlier results without paying again."""

    async def fetch(self, photos: Sequence[PhotoInput], operation: str) -> Sequence[Recognition]:
        """Results the service already has; photos it does not know are left out."""


@runtime_checkable
class Tester(Protocol):
    """Says whether the settings work."""

    async def test(self, photo: PhotoInput | None) -> str:
        """Try the settings, with a photo if one is given, and say in one sentence what worked.

        Raises:
            BackendError: they do not work, with advice.
        """


@runtime_checkable
class Teacher(Protocol):
    """Learns a name for what is in a box."""

    async def teach(self, photo: PhotoInput, box: Box, name: str) -> str:
        """Give the box a name; returns the service's id of the identity."""


@runtime_checkable
class Speaker(Protocol):
    """Says what it sees in words of its own choosing, and can be given some to prefer."""

    def prefer(self, words: Sequence[str]) -> None:
        """Take the last parts of the user's tags, in alphabetical order; called once, before any photo.

        They are the user's own, and leave the machine only by the user's will.
        """


@dataclass(frozen=True, slots=True)
class BackendConfig:
    """A backend as the user configured it. Secret values are in ``secrets`` only and never shown by ``repr``."""

    name: str
    type: str
    enabled: bool = True
    url: str | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    secrets: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class BackendType:
    """A kind of backend, as the registry lists it. Importing the module that declares it must be cheap.

    Attributes:
        name: Identifier, as in ``--type``.
        title: What the user reads.
        capabilities: What it can do.
        operations: The operations it declares; each is its own entry of the queue.
        settings: Declared settings and secret fields.
        open: Makes a usable backend; may be slow, runs in a worker thread.
        tag_for: Place of a label in the default tag tree, for labels the user has not mapped; None where the type has
        none.
        hidden_labels: Labels that are noise to most users and hidden until asked for.
        operations_for: Which of the operations these options ask for; None where it is always all of them.
        extra: What must be installed for it; None where the default install has it all.
        own_server: Usual address of its service where users run that themselves; empty where it is a company's, to
            which an address on this machine is only a way.
    """

    name: str
    title: str
    capabilities: Capabilities
    open: Callable[[BackendConfig], Backend]
    operations: tuple[str, ...] = ("recognise",)
    settings: tuple[Setting, ...] = ()
    tag_for: Callable[[str], TagPath | None] = lambda _label: None
    hidden_labels: frozenset[str] = frozenset()
    operations_for: Callable[[Mapping[str, Any]], tuple[str, ...]] | None = None
    extra: Extra | None = None
    own_server: str = ""

    def stays_here(self, url: str | None) -> bool:
        """Whether no photo leaves the machine, if the service is at this address, or with None at its usual one."""
        place = urlsplit(url or self.own_server).hostname or ""
        return self.capabilities.offline or bool(self.own_server and is_here(place))
