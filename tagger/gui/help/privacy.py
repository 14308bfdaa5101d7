"""Takes out of a text what is nobody's business: paths, names of photos, addresses, names of people and computers.

Rather too much than too little: a path may hold spaces, so everything from its beginning to the next quote, colon,
semicolon, bracket or end of line goes.
"""

from __future__ import annotations

import getpass
import re
import socket
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_OWN = re.compile(r"(?:/|[A-Za-z]:[\\/])[^\n\"']*?[\\/](tagger[\\/][\w\\/]+\.py)")
_URL = re.compile(r"\b[a-zA-Z][\w+.-]*://[^\s\"'<>]+")
_PATH = re.compile(r"(?:(?<![\w<])(?:~|\.{1,2})?/|\\\\|\b[A-Za-z]:[\\/])[^\n\"'“”:;()<>|]*")
_PHOTO = re.compile(
    r"[^\s\"'“”:;()<>|/\\]+\.(?:jpe?g|png|tiff?|webp|gif|avif|psd|bmp|hei[cf]|jxl|nef|cr[23]|arw|dng|raf|orf|rw2|xmp|"
    r"tagger|toml|mov|mp4)\b",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SECRET = re.compile(r"(?i)\b(key|token|secret|password|authorization|bearer)\b(\s*[=:]\s*|\s+)\S+")


def redacted(text: str, known: Iterable[str] = ()) -> str:
    """The text without what is private.

    Args:
        text: Anything, such as a traceback.
        known: Texts that must not be in it, such as the folders of the library.
    """
    text = _OWN.sub(lambda found: f"«{found[1]}»".replace("\\", "/"), text)
    kept = re.split(r"(«[\w/.]+»)", text)
    plain = [part if part.startswith("«") else _plain(part, known) for part in kept]
    return "".join(plain).replace("«", "").replace("»", "")


def _plain(text: str, known: Iterable[str]) -> str:
    for each in sorted(filter(None, known), key=len, reverse=True):
        text = text.replace(each, "<path>")
    text = _URL.sub("<address>", text)
    text = _MAIL.sub("<mail>", text)
    text = _PATH.sub("<path>", text)
    text = _PHOTO.sub("<file>", text)
    text = _SECRET.sub(r"\1\2<secret>", text)
    for name, word in _people():
        text = re.sub(rf"\b{re.escape(name)}\b", word, text)
    return text


@cache
def _people() -> list[tuple[str, str]]:
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = ""
    names = [(user, "<user>"), (Path.home().name, "<user>"), (socket.gethostname(), "<computer>")]
    return [(name, word) for name, word in names if len(name) > 2 and name != "tagger"]
