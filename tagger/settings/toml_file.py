"""The TOML file of the settings: read with a bound, edited without touching what the user wrote, replaced at once."""

from __future__ import annotations

import json
import os
import tempfile
import tomllib
from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from typing import Any

from tagger.errors import TaggerError, UsageError

MAX_BYTES = 1 << 20


def read(path: Path) -> str:
    """The text of a settings file; empty where there is none."""
    try:
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise TaggerError(
            f"The settings in {path} cannot be read: {error.strerror}.", "Allow it, or move it."
        ) from error
    if len(data) > MAX_BYTES:
        raise UsageError(f"{path} is larger than 1 MB.", "It is no settings file of this program; move it away.")
    try:
        return data.decode("utf-8-sig")  # Notepad writes a mark in front
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not UTF-8 text.", "Correct it or move it away; it was left as it is.") from None


def parsed(text: str, path: Path) -> dict[str, Any]:
    """What a text says."""
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise UsageError(
            f"The settings in {path} cannot be understood: {error}.",
            "Correct it or move it away; it was left as it is.",
        ) from None


def edited(text: str, edit: Callable[[MutableMapping[str, Any]], None], path: Path) -> str:
    """A text after a change, with everything else as the user wrote it."""
    import tomlkit  # only what changes the settings needs it
    from tomlkit.exceptions import TOMLKitError as TomlkitError

    parsed(text, path)
    advice = "Change it there with a text editor; it was left as it is."
    try:
        document = tomlkit.parse(text)
        edit(document)
        after = tomlkit.dumps(document)
        after.encode()
        same = _canonical(tomllib.loads(after)) == _canonical(document.unwrap())
    except (ValueError, TomlkitError, RecursionError) as error:
        raise UsageError(f"{path} cannot hold this change: {error}.", advice) from None
    if not same:  # tomlkit puts some tables that are spread over a file in the wrong place
        raise UsageError(f"{path} is laid out in a way that this program cannot change.", advice)
    return after


def _canonical(data: Mapping[str, Any]) -> str:
    return json.dumps(data, sort_keys=True, default=str)


def replace(target: Path, text: str) -> None:
    """Put a text in the place of a file at once, keeping its mode."""
    descriptor, temporary = tempfile.mkstemp(prefix=f".{target.name}-", dir=target.parent)
    try:
        with open(descriptor, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            os.chmod(temporary, target.stat().st_mode & 0o777)
        os.replace(temporary, target)
    except BaseException:
        os.unlink(temporary)
        raise


def table(parent: MutableMapping[str, Any], name: str, *, is_super_table: bool = False) -> MutableMapping[str, Any]:
    """The table of this name, made if it is not there."""
    if name not in parent:
        import tomlkit
        from tomlkit.items import InlineTable

        parent[name] = tomlkit.table(is_super_table) if not isinstance(parent, InlineTable) else tomlkit.inline_table()
    found = parent[name]
    if not isinstance(found, MutableMapping):
        raise UsageError(f"{name!r} in the settings file is not a table.", "Correct it there; it was left as it is.")
    return found


def overlay(target: MutableMapping[str, Any], wanted: Mapping[str, Any]) -> None:
    """Set what differs and delete what is None, so that the rest keeps the form the user gave it."""
    for key, value in wanted.items():
        if value is None:
            target.pop(key, None)
        elif key not in target or target[key] != value or isinstance(target[key], bool) != isinstance(value, bool):
            target[key] = value


def drop_empty(parent: MutableMapping[str, Any], name: str) -> None:
    """Delete a table that says nothing."""
    from tomlkit.items import InlineTable, Table

    found = parent[name]
    if isinstance(found, Table | InlineTable) and not found and "#" not in found.as_string():
        del parent[name]
