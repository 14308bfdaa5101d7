"""Where a service may be: https anywhere, http on this machine only."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from tagger.errors import UsageError


def check_url(url: str | None) -> None:
    """Accept None, https anywhere and http on this machine.

    Raises:
        UsageError: anything else. The text does not repeat the URL, which may hold a password.
    """
    if url is None:
        return
    try:
        parts = urlsplit(url)
        usable = bool(parts.hostname) and parts.port != 0 and url.isprintable() and not set(url) & set(" \\")
    except ValueError:
        usable = False
    if not usable:
        raise UsageError("The URL of the backend is not one.", "Give one such as https://service.example/api/")
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise UsageError("The URL of the backend holds more than a place.", "Give it without name, password, ? and #.")
    if parts.scheme != "https" and not (parts.scheme == "http" and is_here(parts.hostname or "")):
        raise UsageError("The URL of the backend is not safe.", "Use https; http only for this machine (127.0.0.1).")


def is_here(host: str) -> bool:
    """Whether a host name or address is this machine's own."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
