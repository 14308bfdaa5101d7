"""Uploadcare: a photo is uploaded, looked at by Amazon Rekognition there, and deleted again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tagger.addresses import check_url
from tagger.backends.online import choice, sending
from tagger.errors import BackendUnavailable, UsageError
from tagger.recognition.backend import Backend, BackendConfig, BackendType, Capabilities, Setting

VERSIONS = ("0.6", "0.7")
AUTHS = ("simple", "signed")
CONCURRENCY = 6
EXTRA = ("moderation", "virus_scan", "remove_bg")


def chosen_operations(options: Mapping[str, Any]) -> tuple[str, ...]:
    """Recognition, and what else the options ask for; each is paid by itself.

    Raises:
        UsageError: an option is none of its words.
    """
    try:
        choice(options, "api_version", VERSIONS)
        choice(options, "auth", AUTHS)
    except BackendUnavailable as error:
        raise UsageError(error.message, error.advice) from None
    for name in ("upload_url", "cdn_url"):
        check_url(str(options[name]) or None)
    return ("recognise", *(name for name in EXTRA if options[name]))


def _open(config: BackendConfig) -> Backend:
    # Imported here: listing backends must not load httpx.
    from tagger.backends.uploadcare.backend import Uploadcare

    return Uploadcare(config)


TYPE = BackendType(
    name="uploadcare",
    title="Uploadcare (uploadcare.com)",
    capabilities=Capabilities(
        offline=False, boxes=True, longest_side_px=1920, formats=("JPEG",), concurrency=CONCURRENCY
    ),
    open=_open,
    operations=("recognise", *EXTRA),
    operations_for=chosen_operations,
    settings=(
        Setting("public_key", "Public key", secret=True, required=True, help="Of your project at uploadcare.com."),
        Setting("secret_key", "Secret key", secret=True, required=True, help="Of the same project; never uploaded."),
        Setting("api_version", "Version of the API", "0.7", help="0.7; 0.6 for a project of old with recognition on."),
        Setting("auth", "Authentication", "simple", help="simple, or signed, which never sends the secret key."),
        Setting("keep", "Keep uploads", False, help="Leave photos in the project; else each is deleted afterwards."),
        Setting("moderation", "Moderation", False, help="Ask for unsafe content, too; costs by itself."),
        Setting("virus_scan", "Virus scan", False, help="Have the upload scanned, too; costs by itself."),
        Setting("remove_bg", "Foreground", False, help="Ask what stands in front, too; costs by itself."),
        Setting("upload_url", "Upload URL", help="Where uploads go, if not to the usual address."),
        Setting("cdn_url", "CDN URL", help="Where files are served, if not at the usual address."),
        *sending(1920),
    ),
)
