"""What every backend that sends photos away lets the user set."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tagger.errors import BackendUnavailable
from tagger.recognition.backend import Setting

UNSTATED = 0.75
"""Confidence of what a service names without saying how sure it is: a suggestion, but nothing to be accepted unseen."""


def sending(longest_side_px: int, quality: int = 85) -> tuple[Setting, ...]:
    """The settings of what is sent and how long an answer may take, with a type's own defaults."""
    return (
        Setting(
            "longest_side_px",
            "Longest side",
            longest_side_px,
            help="Photos are scaled down to so many pixels before they are sent.",
        ),
        Setting("quality", "JPEG quality", quality, help="1 to 95; of the picture that is sent."),
        Setting("timeout_s", "Longest wait", 120, help="Seconds until a call is given up, however it drips."),
    )


def whole(options: Mapping[str, Any], name: str, least: int, most: int) -> int:
    """A whole number within its limits.

    Raises:
        BackendUnavailable: it is none, or out of range.
    """
    value = options[name]
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise BackendUnavailable(f"{name} is {value!r}.", f"Give a whole number from {least} to {most}.")
    return value


def choice(options: Mapping[str, Any], name: str, allowed: tuple[str, ...]) -> str:
    """One of the words allowed.

    Raises:
        BackendUnavailable: another one.
    """
    value = str(options[name]).strip().casefold()
    if value not in allowed:
        raise BackendUnavailable(f"{name} is {options[name]!r}.", f"Give one of {', '.join(allowed)}.")
    return value


def key(secrets: Mapping[str, str], name: str) -> str:
    """A secret as it can be sent.

    Raises:
        BackendUnavailable: it is missing, or holds characters that no key has. It is not shown.
    """
    value = secrets.get(name, "").strip()
    if not value or not value.isascii() or not value.isprintable() or " " in value:
        raise BackendUnavailable(
            f"The {name} is missing or holds characters that no key has.", "Copy it again from the service's page."
        )
    return value


def json_headers(bearer: str = "") -> dict[str, str]:
    """The headers of a call whose body is JSON, with a key as bearer token if there is one."""
    authorization = {"Authorization": f"Bearer {bearer}"} if bearer else {}
    return {"Content-Type": "application/json", **authorization}
