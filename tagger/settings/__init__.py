"""Every setting, declared once, and the TOML file that holds what the user changed.

The file holds overrides only; a setting put back to its default leaves it. Comments and keys the program does not
know stay as the user wrote them. The window and the command line may change it at the same time: a change reads the
file again under a lock before it is written. Secrets are never in it (see `tagger.recognition.registry`).
"""

from __future__ import annotations

import copy
import os
import re
import threading
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from pathlib import Path
from typing import Any

import platformdirs

from tagger.entities import USER
from tagger.errors import TaggerError, UsageError
from tagger.settings import toml_file
from tagger.settings.declared import DECLARED, SECTIONS, Declared, Section, Value
from tagger.settings.tables import TABLES, Table, Texts

__all__ = [
    "BUILT_IN_BACKENDS",
    "DECLARED",
    "SECTIONS",
    "TABLES",
    "Declared",
    "Section",
    "Settings",
    "Table",
    "Texts",
    "Value",
    "check_backend_name",
    "default_config_path",
    "default_library_path",
]

APP_NAME = "Tagger"
LOCK_S = 10.0
BACKENDS = "backends"
BUILT_IN_BACKENDS: Mapping[str, str] = {"onnx": "onnx"}  # name -> type; there without being in the file
_BACKEND_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_BACKEND_KEYS: Mapping[str, type] = {"type": str, "enabled": bool, "url": str, "options": dict}


def default_config_path() -> Path:
    """``TAGGER_CONFIG``, or the settings file in the platform's folder for configuration."""
    return _place("TAGGER_CONFIG", platformdirs.user_config_path(APP_NAME, appauthor=False) / "settings.toml")


def default_library_path() -> Path:
    """``TAGGER_LIBRARY``, or the library in the platform's folder for data."""
    return _place("TAGGER_LIBRARY", platformdirs.user_data_path(APP_NAME, appauthor=False) / "library.tagger")


def check_backend_name(name: str) -> str:
    """The name, if a backend may have it.

    Raises:
        UsageError: it may not.
    """
    if not _BACKEND_NAME.fullmatch(name):
        raise UsageError(
            f"A backend cannot be named {name!r}.", "Use lower-case letters, digits and -, at most 64, no - at first."
        )
    if name == USER:
        raise UsageError(f"A backend cannot be named {name!r}.", "Boxes that you draw have this name; use another one.")
    return name


class Settings:
    """The settings as they hold now.

    Attributes:
        path: The file; it need not exist.
        problems: What of the file is not understood and therefore without effect, one sentence each.
    """

    def __init__(self, path: Path, text: str = "") -> None:
        """Take ``text`` as what the file says; `load` reads it."""
        self.path = path
        self._one_by_one = threading.Lock()
        self._take(text)

    @classmethod
    def load(cls, path: Path) -> Settings:
        """Read the file; where there is none, every setting has its default.

        Raises:
            UsageError: it is not TOML. It is left as it is.
            TaggerError: it cannot be read.
        """
        return cls(path, toml_file.read(path))

    def reload(self) -> None:
        """Read the file again, for what another process changed. Raises what `load` does."""
        self._take(toml_file.read(self.path))

    def get(self, name: str) -> Any:
        """The value, of the type of the declared default; an undeclared name is a bug (KeyError)."""
        return self._values.get(name, DECLARED[name].default)

    def set(self, name: str, value: object) -> None:
        """Change a setting and save it at once.

        Raises:
            UsageError: no such setting, or the value is not allowed.
            TaggerError: it cannot be saved; the file and the setting are as before.
        """
        if name not in DECLARED:
            raise UsageError(f"There is no setting {name!r}.", f"The settings are: {', '.join(DECLARED)}.")
        declared = DECLARED[name]
        checked = declared.check(value)
        section, key = name.split(".")

        def edit(document: MutableMapping[str, Any]) -> None:
            toml_file.overlay(
                toml_file.table(document, section), {key: None if checked == declared.default else checked}
            )
            toml_file.drop_empty(document, section)

        self._change(edit)

    def changed(self, name: str) -> bool:
        """Whether the user gave this setting a value of their own."""
        return bool(self.get(name) != DECLARED[name].default)

    def reset(self, name: str) -> None:
        """Put a setting back to its default and save at once. Raises what `set` does."""
        self.set(name, DECLARED[name].default)

    def table(self, name: str) -> dict[str, Texts]:
        """The overrides of a declared table: name -> texts; an undeclared table is a bug (KeyError)."""
        return dict(self._tables.get(TABLES[name].name, {}))

    def put_table(self, name: str, overrides: Mapping[str, Sequence[str] | None], *, replace: bool = False) -> None:
        """Change overrides of a table and save them at once, together.

        Args:
            name: A declared table.
            overrides: Texts by name; None takes the override away.
            replace: Whether what is not mentioned goes away too.

        Raises:
            UsageError: a name or a text is not allowed; nothing was changed.
            TaggerError: it cannot be saved; the file and the table are as before.
        """
        declared = TABLES[name]
        checked = {
            key: None if texts is None else list(declared.check(key, list(texts))) for key, texts in overrides.items()
        }

        def edit(document: MutableMapping[str, Any]) -> None:
            table = toml_file.table(document, name)
            toml_file.overlay(table, (dict.fromkeys(table) if replace else {}) | checked)
            toml_file.drop_empty(document, name)

        self._change(edit)

    def backend_entries(self) -> dict[str, dict[str, Any]]:
        """The configured backends, built-in first: name -> ``type``, ``enabled``, ``url`` (or None), ``options``."""
        return copy.deepcopy(self._backends)

    def put_backend(self, name: str, entry: Mapping[str, Any]) -> None:
        """Add a backend or replace it, and save at once.

        Args:
            name: Lower-case letters, digits and ``-``.
            entry: ``type``, and as wanted ``enabled``, ``url``, ``options``; no secrets.

        Raises:
            UsageError: the name or the entry is not allowed.
            TaggerError: it cannot be saved; the file is as before.
        """
        full = _built_in_entry(check_backend_name(name)) | {k: v for k, v in entry.items() if v is not None}
        wrong = list(_wrong_keys(name, full))
        if wrong or not isinstance(full.get("type"), str):
            raise UsageError(wrong[0] if wrong else f"The backend {name} has no type.", "Nothing was changed.")

        def edit(document: MutableMapping[str, Any]) -> None:
            backends = toml_file.table(document, BACKENDS, is_super_table=True)
            table = toml_file.table(backends, name)
            wanted = {key: full.get(key) for key in _BACKEND_KEYS if key != "options"}
            usual = _built_in_entry(name)
            toml_file.overlay(
                table, {key: None if key in usual and value == usual[key] else value for key, value in wanted.items()}
            )
            options = toml_file.table(table, "options")
            toml_file.overlay(options, dict.fromkeys(options) | full.get("options", {}))
            toml_file.drop_empty(table, "options")
            toml_file.drop_empty(backends, name)
            toml_file.drop_empty(document, BACKENDS)

        self._change(edit)

    def enable_backend(self, name: str, enabled: bool) -> None:
        """Switch a backend on or off and save at once; the rest of it stays. Raises what `remove_backend` does."""

        def edit(document: MutableMapping[str, Any]) -> None:
            backends = toml_file.table(document, BACKENDS, is_super_table=True)
            if name not in BUILT_IN_BACKENDS:
                _require(name, backends)
            toml_file.overlay(
                toml_file.table(backends, name), {"enabled": None if enabled and name in BUILT_IN_BACKENDS else enabled}
            )
            toml_file.drop_empty(backends, name)
            toml_file.drop_empty(document, BACKENDS)

        self._change(edit)

    def remove_backend(self, name: str) -> None:
        """Forget a backend and save at once.

        Raises:
            UsageError: no such backend, or a built-in one.
            TaggerError: it cannot be saved; the file is as before.
        """
        if name in BUILT_IN_BACKENDS:
            raise UsageError(f"The backend {name} is built in and cannot be removed.", "Disable it instead.")

        def edit(document: MutableMapping[str, Any]) -> None:
            backends = toml_file.table(document, BACKENDS, is_super_table=True)
            _require(name, backends)
            del backends[name]
            toml_file.drop_empty(document, BACKENDS)

        self._change(edit)

    def _change(self, edit: Callable[[MutableMapping[str, Any]], None]) -> None:
        with self._one_by_one:  # what is in memory shall not be older than the file
            self._take(self._changed_file(edit))

    def _changed_file(self, edit: Callable[[MutableMapping[str, Any]], None]) -> str:
        from filelock import FileLock, Timeout

        target = Path(os.path.realpath(self.path))
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(f"{target}.lock", timeout=LOCK_S):
                before = toml_file.read(target)
                after = toml_file.edited(before, edit, self.path)
                if after != before:
                    toml_file.replace(target, after)
                return after
        except Timeout:
            raise TaggerError(
                f"The settings in {self.path} are being changed by another program.", "Try again in a moment."
            ) from None
        except OSError as error:
            raise TaggerError(
                f"The settings cannot be saved in {self.path}: {error.strerror or error}.",
                "Make room, or allow this user to write there; nothing was changed.",
            ) from error

    def _take(self, text: str) -> None:
        read = _Read(self.path.name)
        for section, content in toml_file.parsed(text, self.path).items():
            if not isinstance(content, dict):
                read.problems.append(f"{self.path.name}: {section!r} is unknown.")
            elif section == BACKENDS:
                read.take_backends(content)
            elif section in TABLES:
                read.take_table(TABLES[section], content)
            else:
                read.take_section(section, content)
        # Others read while this changes: they see what was, or what is, and nothing in between.
        self.problems, self._values, self._tables, self._backends = (
            read.problems,
            read.values,
            read.tables,
            read.backends,
        )


class _Read:
    """What a settings file says."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.problems: list[str] = []
        self.values: dict[str, Value] = {}
        self.tables: dict[str, dict[str, Texts]] = {}
        self.backends = {name: _full(_built_in_entry(name)) for name in BUILT_IN_BACKENDS}

    def take_section(self, section: str, content: Mapping[str, Any]) -> None:
        for key, value in content.items():
            declared = DECLARED.get(f"{section}.{key}")
            if declared is None:
                self.problems.append(f"{self._name}: the setting '{section}.{key}' is unknown.")
                continue
            try:
                self.values[declared.name] = declared.check(value)
            except UsageError as error:
                self.problems.append(f"{self._name}: {error} Until then it is {declared.default!r}.")

    def take_table(self, table: Table, content: Mapping[str, Any]) -> None:
        found = dict(table.read(content))
        self.tables[table.name] = {key: texts for key, texts in found.items() if not isinstance(texts, UsageError)}
        wrong = [error for error in found.values() if isinstance(error, UsageError)]
        self.problems += [f"{self._name}: {error} Until then it is as it comes." for error in wrong]

    def take_backends(self, content: Mapping[str, Any]) -> None:
        for name, given in content.items():
            entry = _built_in_entry(name) | given if isinstance(given, dict) else {}
            if not _BACKEND_NAME.fullmatch(name) or not isinstance(entry.get("type"), str):
                self.problems.append(f"{self._name}: [backends.{name}] has no type, or a name that is not allowed.")
                continue
            wrong = list(_wrong_keys(name, entry))
            self.problems += [f"{self._name}: {problem}" for problem in wrong]
            good = {key: value for key, value in entry.items() if isinstance(value, _BACKEND_KEYS.get(key, ()))}
            # What the user meant by a broken entry is not known: nothing is sent anywhere for it.
            self.backends[name] = _full(good | ({"enabled": False} if len(good) < len(_known(entry)) else {}))


def _place(variable: str, usual: Path) -> Path:
    return Path(os.environ.get(variable) or usual).absolute()


def _built_in_entry(name: str) -> dict[str, Any]:
    return {"type": BUILT_IN_BACKENDS[name], "enabled": True} if name in BUILT_IN_BACKENDS else {}


def _full(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {"enabled": True, "url": None, "options": {}} | dict(entry)


def _known(entry: Mapping[str, Any]) -> set[str]:
    return entry.keys() & _BACKEND_KEYS.keys()


def _wrong_keys(name: str, entry: Mapping[str, Any]) -> Iterator[str]:
    for key, value in entry.items():
        if key not in _BACKEND_KEYS:
            yield f"The backend {name} has no {key!r}; it may have {', '.join(_BACKEND_KEYS)}."
        elif not isinstance(value, _BACKEND_KEYS[key]):
            yield f"{key!r} of the backend {name} is of the wrong kind."


def _require(name: str, backends: Mapping[str, Any]) -> None:
    if name not in backends:
        names = ", ".join({**BUILT_IN_BACKENDS, **backends})
        raise UsageError(f"There is no backend {name!r}.", f"The backends are: {names}.")
