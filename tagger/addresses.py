"""Where a service may be (https anywhere, http on this machine only), and where the user's own files are public."""

from __future__ import annotations

import ipaddress
import os
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import quote, urlsplit

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


@dataclass(frozen=True, slots=True)
class PublicFolder:
    """A local folder whose files are public under an address, as the user wrote it: ``FOLDER=https://…``."""

    folder: str
    address: str

    @classmethod
    def read(cls, text: str) -> PublicFolder:
        """Read ``FOLDER=https://host/place``.

        Raises:
            UsageError: it is not that.
        """
        folder, _, rest = text.strip().rpartition("=http")
        place = os.path.normpath(os.path.expanduser(folder.strip()))
        address = f"http{rest}".rstrip("/") + "/"
        try:
            parts = urlsplit(address)
            usable = bool(parts.hostname) and parts.scheme in ("http", "https") and address.isprintable()
        except ValueError:
            usable = False
        if not usable or set(address) & set(" \\?#@") or not folder or not os.path.isabs(place):
            raise UsageError("The public folder is not one.", "Write /folder/on/this/machine=https://host/place")
        return cls(place, address)

    def url_of(self, path: str) -> str | None:
        """Where a file is public; None where it is not in the folder."""
        try:
            inside = PurePath(path).relative_to(self.folder)
        except ValueError:
            return None
        if ".." in inside.parts:
            return None
        return self.address + "/".join(quote(os.fsencode(part), safe="") for part in inside.parts)


def public_url(mapping: str, path: str) -> str | None:
    """Where a file is public by a mapping as `PublicFolder` reads it; None where it is not, or nothing is mapped.

    Raises:
        UsageError: the mapping makes no sense.
    """
    return PublicFolder.read(mapping).url_of(path) if mapping.strip() else None
