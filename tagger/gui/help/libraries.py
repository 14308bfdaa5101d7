"""What the program is made of: the libraries it needs, with versions and licences as they say themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import metadata

_ROOT = "tagger"
_NAME = re.compile(r"^[A-Za-z0-9._-]+")
_ALWAYS = (
    "blake3 filelock httpx imagehash lark lxml numpy onnxruntime pathspec pebble pi-heif pillow pillow-jxl-plugin"
    " platformdirs psutil pyexiv2 PySide6-Essentials qasync qtawesome rapidfuzz rawpy rich scikit-image send2trash"
    " sqlite-utils tomlkit watchfiles"
)
"""Asked for where the program runs from a checkout and has no metadata of its own."""


@dataclass(frozen=True, slots=True)
class Library:
    """A library that comes with the program."""

    name: str
    version: str
    licence: str
    home: str


@cache
def bundled() -> tuple[Library, ...]:
    """Every library the program needs, and those they need, by name."""
    waiting, seen = [*_needed(_ROOT), *_ALWAYS.split()], set[str]()
    found: list[Library] = []
    while waiting:
        name = waiting.pop()
        if (key := name.lower().replace("_", "-")) in seen:
            continue
        seen.add(key)
        try:
            data = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue
        found.append(Library(data["Name"], data["Version"], _licence(data), _home(data)))
        waiting += _needed(name)
    return tuple(sorted(found, key=lambda each: each.name.lower()))


def _needed(name: str) -> list[str]:
    try:
        wanted = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return []
    # What stands behind ``extra ==`` is not installed with it.
    return [found[0] for each in wanted if "extra ==" not in each and (found := _NAME.match(each))]


def _licence(data: metadata.PackageMetadata) -> str:
    said = _said(data, "License-Expression")
    classified = [each.rpartition(" :: ")[2] for each in data.get_all("Classifier") or () if each.startswith("License")]
    written = _said(data, "License").strip().splitlines()
    return said or ", ".join(classified) or (written[0][:80] if written else "see its home page")


def _said(data: metadata.PackageMetadata, name: str) -> str:
    return data[name] or "" if name in data else ""


def _home(data: metadata.PackageMetadata) -> str:
    listed = [each.partition(", ") for each in data.get_all("Project-URL") or ()]
    named = [url for name, _, url in listed if name.lower() in {"homepage", "home", "source", "repository"}]
    return str(_said(data, "Home-page") or (named or [url for _, _, url in listed] or [""])[0])
