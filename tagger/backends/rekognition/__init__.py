"""Amazon Rekognition: one photo a call, answered at once, each kind of recognition paid by itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tagger.backends.online import choice, sending
from tagger.errors import BackendUnavailable, UsageError
from tagger.recognition.backend import Backend, BackendConfig, BackendType, Capabilities, Extra, Setting

TITLE = "Amazon Rekognition"
CALLS: Mapping[str, str] = {
    "labels": "DetectLabels",
    "faces": "DetectFaces",
    "text": "DetectText",
    "moderation": "DetectModerationLabels",
    "celebrities": "RecognizeCelebrities",
}
"""What the service calls each operation."""
SOURCES = ("keys", "chain")
_REGION = re.compile(r"[a-z]{2}(-[a-z]+)+-[0-9]{1,2}")


def chosen_types(options: Mapping[str, Any]) -> tuple[str, ...]:
    """The types that the option names, each an operation of its own, since each is paid for.

    Raises:
        UsageError: one is unknown, or there is none; or the region or where the keys come from makes no sense.
    """
    named = dict.fromkeys(str(options["types"]).replace(",", " ").casefold().split())
    if not named or not named.keys() <= CALLS.keys():
        raise UsageError(
            f"types cannot be {options['types']!r}.", f"Give some of {', '.join(CALLS)}, parted by commas."
        )
    try:
        choice(options, "credentials", SOURCES)
    except BackendUnavailable as error:
        raise UsageError(error.message, error.advice) from None
    # It becomes part of the name of the host that photos are sent to.
    if options["region"] and not _REGION.fullmatch(str(options["region"])):
        raise UsageError(f"region cannot be {options['region']!r}.", "Give one such as eu-central-1.")
    return tuple(named)


def _open(config: BackendConfig) -> Backend:
    # Imported here: listing backends must not load botocore.
    from tagger.backends.rekognition.backend import Rekognition

    return Rekognition(config)


TYPE = BackendType(
    name="rekognition",
    title=TITLE,
    capabilities=Capabilities(offline=False, boxes=True, longest_side_px=1920, formats=("JPEG",), concurrency=4),
    open=_open,
    operations=tuple(CALLS),
    operations_for=chosen_types,
    extra=Extra("aws", ("boto3", "botocore")),
    settings=(
        Setting("access_key_id", "Access key ID", secret=True, help="Of a user that may call Rekognition and no more."),
        Setting("secret_access_key", "Secret access key", secret=True, help="Of the same user; never sent."),
        Setting("session_token", "Session token", secret=True, help="Only with keys that end by themselves."),
        Setting(
            "credentials",
            "Take keys from",
            "keys",
            help="keys: those above; chain: wherever AWS's own programs find them on this machine.",
        ),
        Setting("profile", "Profile", help="Of AWS's own settings files; only with the chain."),
        Setting("region", "Region", required=True, help="Where photos are sent to, such as eu-central-1."),
        Setting("types", "Recognise", "labels", help=f"Parted by commas, each paid by itself: {', '.join(CALLS)}."),
        Setting("max_labels", "Labels at most", 50, help="Most labels in an answer; 1 to 1000."),
        Setting("min_confidence", "Confidence from", 55, help="Lowest of a label or of unsafe content, 0 to 100."),
        *sending(1920),
    ),
)
