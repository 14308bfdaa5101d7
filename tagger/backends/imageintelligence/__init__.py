"""Image Intelligence, version 2 of its API: jobs of up to 64 photos, recognised against the user's own identities."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from tagger.addresses import PublicFolder
from tagger.backends.online import choice, sending, whole
from tagger.errors import BackendUnavailable, UsageError
from tagger.recognition.backend import Backend, BackendConfig, BackendType, Capabilities, Setting

TITLE = "Image Intelligence"
MOST_IMAGES = 64
"""'Max Items: 64'."""
ID_LENGTH, URL_LENGTH, WEBHOOK_LENGTH = 64, 512, 2048
"""'Max Length' of customId and feedId, of the URL of an image, and of webhookUrl."""
STYLES = ("path", "query", "recognition")
_CONCURRENCY = 2


def classes_of(options: Mapping[str, Any]) -> list[str]:
    """The class names to look for, each once."""
    return list(dict.fromkeys(name for part in str(options["classes"]).split(",") if (name := part.strip())))


def chosen_operations(options: Mapping[str, Any]) -> tuple[str, ...]:
    """Recognition where there is a namespace, detection where there are classes; each is paid by itself.

    Raises:
        UsageError: an option is too long or makes no sense, or there is neither.
    """
    try:
        choice(options, "path_style", STYLES)
        whole(options, "batch_size", 1, MOST_IMAGES)
    except BackendUnavailable as error:
        raise UsageError(error.message, error.advice) from None
    for name, most in (("namespace", ID_LENGTH), ("feed_id", ID_LENGTH), ("webhook_url", WEBHOOK_LENGTH)):
        _check_text(name, str(options[name]), most)
    if options["namespace"] in (".", ".."):
        raise UsageError("The namespace is none.", "Give a word.")
    _check_webhook(str(options["webhook_url"]))
    if options["public_base_url"]:
        PublicFolder.read(str(options["public_base_url"]))
    classes = classes_of(options)
    for name in classes:
        _check_text("classes", name, ID_LENGTH)
    found = ("recognise",) if options["namespace"] else ()
    if not found and not classes:
        raise UsageError(f"{TITLE} has nothing to do.", "Set namespace, or classes, or both.")
    return (*found, "detect") if classes else found


def _check_text(name: str, value: str, most: int) -> None:
    """Refuse what the service would: said while the user is looking, not after a thousand photos."""
    if len(value) > most:
        raise UsageError(f"{name} has {len(value)} characters.", f"The service takes {most} at most.")
    if not value.isprintable() or value != value.strip():
        raise UsageError(f"{name} holds characters that cannot be seen.", "Write it again.")


def _check_webhook(url: str) -> None:
    try:
        parts = urlsplit(url)
        usable = not url or (parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in url)
    except ValueError:
        usable = False
    if not usable:
        raise UsageError("webhook_url is no address.", "Give one such as https://host.example/told, or none.")


def _open(config: BackendConfig) -> Backend:
    # Imported here: listing backends must not load httpx.
    from tagger.backends.imageintelligence.backend import ImageIntelligence

    return ImageIntelligence(config)


TYPE = BackendType(
    name="imageintelligence",
    title="Image Intelligence (imageintelligence.com)",
    capabilities=Capabilities(
        offline=False,
        boxes=True,
        longest_side_px=1280,
        formats=("JPEG",),
        batch_size=MOST_IMAGES,
        concurrency=_CONCURRENCY,
    ),
    open=_open,
    operations=("recognise", "detect"),
    operations_for=chosen_operations,
    settings=(
        Setting("client_id", "Client ID", secret=True, help="With the client secret: an access token is had for them."),
        Setting("client_secret", "Client secret", secret=True, help="Of the same application."),
        Setting("access_token", "Access token", secret=True, help="Instead of both; it ends after a day."),
        Setting("namespace", "Namespace", help="Whose identities to recognise; 64 characters at most."),
        Setting("classes", "Classes", help="Names such as person, car to look for, parted by commas; costs by itself."),
        Setting("min_confidence", "Confidence from", 0, help="Lowest confidence that is suggested, 0 to 100."),
        Setting("feed_id", "Feed", help="Sent with each job as the source of its photos; empty sends none."),
        Setting("webhook_url", "Webhook", help="A public address that the service tells of each job; rarely needed."),
        Setting(
            "public_base_url",
            "Public folder",
            help="/folder=https://host/place: photos in that folder are not sent; the service is told their address, "
            "with the names of file and folders, and fetches the file with all that is in it.",
        ),
        Setting("path_style", "Form of addresses", "path", help="path, query or recognition: as the service has it."),
        Setting("batch_size", "Photos of a job", MOST_IMAGES, help="1 to 64."),
        *sending(1280),
    ),
)
