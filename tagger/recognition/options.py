"""The options of a backend: checked against what its type declares, each of the type of its default."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from tagger.errors import UsageError
from tagger.recognition.backend import BackendType, Setting
from tagger.recognition.secrets import variable_of

_WORDS = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}
_KINDS = {bool: "true or false", int: "a whole number", float: "a number", str: "a text"}


def read_options(backend: str, kind: BackendType, given: Mapping[str, Any]) -> dict[str, str | int | float | bool]:
    """Check options and give each the type of its default; a text is converted.

    Raises:
        UsageError: an unknown option, a secret, or a value of another type.
    """
    known = {setting.name: setting for setting in kind.settings}
    values = {}
    for key, value in given.items():
        if key not in known:
            names = ", ".join(name for name, setting in known.items() if not setting.secret) or "none"
            raise UsageError(f"The type {kind.name} has no option {key!r}.", f"Its options are: {names}.")
        if known[key].secret:
            raise UsageError(
                f"{key!r} is a secret and is not kept in the settings.",
                f"Set in the environment: {variable_of(backend, key)}",
            )
        values[key] = _converted(known[key], value)
    return values


def complete(kind: BackendType, given: Mapping[str, Any]) -> dict[str, str | int | float | bool]:
    """Options that were checked, with the defaults of those left out."""
    return {setting.name: setting.default for setting in kind.settings if not setting.secret} | dict(given)


def _converted(setting: Setting, value: Any) -> str | int | float | bool:
    kind = type(setting.default)
    try:
        if kind is bool:
            result: Any = value if isinstance(value, bool) else _WORDS[value.strip().lower()]
        elif isinstance(value, bool) or (kind is not float and not isinstance(value, str | kind)):
            raise TypeError
        else:
            result = kind(value)
        if kind is float and not math.isfinite(result):
            raise ValueError
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
        raise UsageError(f"{setting.name} cannot be {value!r}.", f"Give {_KINDS[kind]}.") from None
    return result  # type: ignore[no-any-return]
