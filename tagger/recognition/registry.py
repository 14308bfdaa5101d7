"""The backends there are: types, built in or plugged in, and the ones the user configured of them.

A plug-in is a distribution with an entry point of the group ``tagger.backends`` that names a `BackendType`. Each is
loaded alone and only when asked for; one that fails is listed as broken and nothing else suffers. Built-in types are
found by import string, since this layer may not import theirs, and so they are there in a frozen program too, where
there are no entry points.

Secrets come from the environment (``TAGGER_<NAME>_<FIELD>``), then from the keyring, if that package is installed; see
`tagger.recognition.secrets`.
"""

from __future__ import annotations

import dataclasses
import importlib
import importlib.metadata
import importlib.util
import logging
import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tagger.addresses import check_url
from tagger.errors import BackendError, BackendUnavailable, UsageError
from tagger.recognition import limits
from tagger.recognition.backend import Backend, BackendConfig, BackendType
from tagger.recognition.options import complete, read_options
from tagger.recognition.secrets import Secrets, variable_of
from tagger.settings import BUILT_IN_BACKENDS, Settings, check_backend_name

GROUP = "tagger.backends"
BUILT_IN: Mapping[str, str] = {
    "onnx": "tagger.backends.onnx:TYPE",
    "imagerecognize": "tagger.backends.imagerecognize:TYPE",
    "uploadcare": "tagger.backends.uploadcare:TYPE",
    "craftar": "tagger.backends.craftar:TYPE",
    "imageintelligence": "tagger.backends.imageintelligence:TYPE",
    "google_vision": "tagger.backends.google_vision:TYPE",
    "openai_compatible": "tagger.backends.openai_compatible:TYPE",
    "open_inference": "tagger.backends.open_inference:TYPE",
    "rekognition": "tagger.backends.rekognition:TYPE",
}

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class BackendInfo:
    """One configured backend, as it is listed.

    Attributes:
        name: The user's name for it.
        type: Name of its type.
        title: What the user reads.
        enabled: It may be used; always False where the type is broken or unknown, or its extra is not installed.
        offline: The program does it all by itself.
        here: No photo leaves the machine: it is offline, or its service is the user's own and on this machine.
        needs: Environment variables of required secrets that are found nowhere.
        problem: Why it cannot be used as configured; None where it can.
    """

    name: str
    type: str
    title: str
    enabled: bool
    offline: bool
    needs: tuple[str, ...]
    problem: str | None
    here: bool = False


class Registry:
    """Types of backends and the configured backends.

    May be used from several threads. What asks for secrets (`list`, `config`, `open`) may wait for the keyring.

    Attributes:
        secrets: Where the secrets are found and kept.
    """

    def __init__(self, settings: Settings, built_in: Mapping[str, str] = BUILT_IN) -> None:
        """Load nothing yet; ``built_in`` is type name -> ``module:attribute``."""
        self._settings = settings
        self._built_in = built_in
        self.secrets = Secrets()
        self._lock = threading.RLock()
        self._plugins: dict[str, importlib.metadata.EntryPoint] | None = None
        self._types: dict[str, BackendType] = {}
        self._broken: dict[str, str] = {}

    def types(self) -> dict[str, BackendType]:
        """Every usable type, built-in ones first. Loads all plug-ins."""
        names = (*self._built_in, *self._found())
        return {name: kind for name in names if (kind := self._load(name)) is not None}

    def broken(self) -> dict[str, str]:
        """Every type that cannot be used, with the reason. Loads all plug-ins."""
        self.types()
        return dict(self._broken)

    def list(self) -> list[BackendInfo]:
        """Every configured backend, the built-in first."""
        return [self._info(name, entry) for name, entry in self._settings.backend_entries().items()]

    def config(self, name: str) -> BackendConfig:
        """A backend's options, complete and checked, with the secrets that were found.

        Raises:
            UsageError: no such backend, or an option or the URL makes no sense.
            BackendUnavailable: its type is broken or unknown.
        """
        entry = self._entry(name)
        check_url(entry["url"])
        kind, options = self._options(name)
        found = {setting.name: self.secrets.find(name, setting.name) for setting in kind.settings if setting.secret}
        secrets = {field: value for field, value in found.items() if value}
        return BackendConfig(name, kind.name, entry["enabled"], entry["url"], options, secrets)

    def is_foreign(self, type: str) -> bool:
        """Whether a type came with a plug-in."""
        return type not in self._built_in

    def operations(self, name: str) -> tuple[str, ...]:
        """The operations that a backend is set to do, each an entry of the queue by itself.

        Raises:
            UsageError: no such backend, or an option makes no sense.
            BackendUnavailable: its type is broken or unknown.
        """
        kind, options = self._options(name)
        return kind.operations if kind.operations_for is None else kind.operations_for(options)

    def add(self, name: str, type: str, url: str | None = None, options: Mapping[str, str] | None = None) -> None:
        """Configure a backend and enable it. The built-in one may be added again, which replaces its options.

        Args:
            name: Lower-case letters, digits and ``-``.
            type: Name of a usable type.
            url: Where the service is, if not at its usual address.
            options: Values as text; those left out have their defaults.

        Raises:
            UsageError: the name is taken or not allowed, or the type, the URL or an option makes no sense.
            BackendUnavailable: the type is broken, or lacks a package.
        """
        check_backend_name(name)
        self._settings.reload()
        if name in self._settings.backend_entries() and name not in BUILT_IN_BACKENDS:
            raise UsageError(f"There is a backend named {name!r} already.", "Remove it first, or choose another name.")
        kind = self._type(type)
        _require_extra(kind)
        check_url(url)
        values = _sensible(kind, read_options(name, kind, options or {}))
        self._refuse_shared_variables(name, kind)
        self._settings.put_backend(name, {"type": type, "enabled": True, "url": url, "options": values})

    def change(self, name: str, url: str | None = None, options: Mapping[str, Any] | None = None) -> None:
        """Give a backend another address and other options; those left out have their defaults.

        Raises:
            UsageError: no such backend, or the URL or an option makes no sense.
            BackendUnavailable: its type is broken or unknown.
        """
        self._settings.reload()
        entry = self._entry(name)
        kind = self._type(entry["type"])
        check_url(url)
        values = _sensible(kind, read_options(name, kind, options or {}))
        self._settings.put_backend(name, {**entry, "url": url, "options": values})

    def remove(self, name: str) -> None:
        """Forget a backend and its secrets. Raises UsageError where there is none, or it is built in."""
        kind = self._load(self._entry(name)["type"])
        self._settings.remove_backend(name)
        for setting in kind.settings if kind is not None else ():
            if setting.secret:
                self.secrets.forget(name, setting.name)

    def enable(self, name: str, enabled: bool) -> None:
        """Switch a backend on or off. Raises UsageError where there is none."""
        self._settings.enable_backend(name, enabled)

    def open(self, name: str) -> Backend:
        """Make a backend ready for work; may be slow.

        Raises:
            UsageError: no such backend, or its configuration makes no sense.
            BackendUnavailable: it is disabled, broken, lacks a secret or a setting, or does not start.
        """
        config = self.config(name)
        if not config.enabled:
            raise BackendUnavailable(f"The backend {name} is disabled.", f"Enable it: tagger backends enable {name}")
        kind = self._type(config.type)
        _require_extra(kind)
        needs = _missing(kind, config)
        if needs:
            raise BackendUnavailable(
                f"The backend {name} lacks a secret.", f"Set in the environment: {', '.join(needs)}"
            )
        empty = [s.name for s in kind.settings if s.required and not s.secret and config.options[s.name] == ""]
        if empty:
            raise BackendUnavailable(
                f"The backend {name} needs a value for {', '.join(empty)}.", "Set it and try again."
            )
        # For a plug-in this is the border to foreign code: whatever it raises is its fault, not a bug of ours.
        border = (ImportError, OSError) if not self.is_foreign(config.type) else (Exception,)
        try:
            return kind.open(config)
        except BackendError as error:
            _refuse_secrets(error, config)
            raise
        except border as error:
            _refuse_secrets(error, config)
            raise BackendUnavailable(
                f"The backend {name} does not start: {_reason(error)}", "Install it again, or disable it."
            ) from error

    def _info(self, name: str, entry: Mapping[str, Any]) -> BackendInfo:
        try:
            kind = self._type(entry["type"])
        except (BackendUnavailable, UsageError) as error:
            return BackendInfo(name, entry["type"], entry["type"], False, False, (), str(error))
        try:
            needs, problem = _missing(kind, self.config(name)), None
        except UsageError as error:
            needs, problem = (), str(error)
        offline, here, enabled = kind.capabilities.offline, kind.stays_here(entry["url"]), entry["enabled"]
        try:
            _require_extra(kind)
        except BackendUnavailable as error:
            enabled, problem = False, str(error)
        return BackendInfo(name, kind.name, kind.title, enabled, offline, needs, problem, here)

    def _options(self, name: str) -> tuple[BackendType, dict[str, str | int | float | bool]]:
        entry = self._entry(name)
        kind = self._type(entry["type"])
        return kind, complete(kind, read_options(name, kind, entry["options"]))

    def _entry(self, name: str) -> dict[str, Any]:
        entries = self._settings.backend_entries()
        if name not in entries:
            raise UsageError(f"There is no backend {name!r}.", f"The backends are: {', '.join(entries)}.")
        return entries[name]

    def _type(self, name: str) -> BackendType:
        kind = self._load(name)
        if kind is not None:
            return kind
        if name in self._broken:
            raise BackendUnavailable(f"The type {name!r} is broken: {self._broken[name]}", "Install it again.")
        raise UsageError(f"There is no type {name!r} of backend.", f"The types are: {', '.join(self.types())}.")

    def _refuse_shared_variables(self, name: str, kind: BackendType) -> None:
        """A secret of one service must never go to another, as with ``a-b``, field ``c``, and ``a``, field ``b_c``."""
        mine = {variable_of(name, s.name) for s in kind.settings if s.secret}
        for other, entry in self._settings.backend_entries().items():
            loaded = self._load(entry["type"]) if other != name else None
            shared = mine & {variable_of(other, s.name) for s in (loaded.settings if loaded else ()) if s.secret}
            if shared:
                raise UsageError(f"{name} would share the secret {min(shared)} with {other}.", "Choose another name.")

    def _load(self, name: str) -> BackendType | None:
        with self._lock:
            if name in self._built_in and name not in self._types:
                self._types[name] = _limited(_from_import_string(self._built_in[name]))
            elif name not in self._types and name not in self._broken and name in self._found():
                try:
                    self._types[name] = _limited(_checked(name, self._found()[name].load()))
                except (Exception, SystemExit) as error:
                    log.info("The plug-in %s is broken", name, exc_info=True)
                    self._broken[name] = _reason(error)
            return self._types.get(name)

    def _found(self) -> dict[str, importlib.metadata.EntryPoint]:
        with self._lock:
            if self._plugins is None:
                self._plugins = {}
                for distribution in (
                    importlib.metadata.distributions() if os.environ.get("TAGGER_PLUGINS") != "0" else ()
                ):
                    self._find(distribution)
            return self._plugins

    def _find(self, distribution: importlib.metadata.Distribution) -> None:
        plugins = self._plugins if self._plugins is not None else {}
        try:
            # Most have none; reading the metadata of all of them would cost a second.
            if GROUP not in (distribution.read_text("entry_points.txt") or ""):
                return
            points = [*distribution.entry_points.select(group=GROUP)]
            owner = distribution.metadata["Name"] or "?"
        except Exception as error:  # noqa: BLE001 - the border to foreign files
            self._broken[f"? ({distribution})"] = _reason(error)
            return
        for point in points:
            taken = self._built_in.get(point.name) or (point.name in plugins and plugins[point.name].value)
            if not taken:
                plugins[point.name] = point
            elif taken != point.value:
                self._broken[f"{point.name} ({owner})"] = f"Another plug-in has the name {point.name!r} already."


def _require_extra(kind: BackendType) -> None:
    """Raise BackendUnavailable, with how to install it, where a package that the type needs is not there."""
    lacking = [name for name in (kind.extra.packages if kind.extra else ()) if importlib.util.find_spec(name) is None]
    if kind.extra is not None and lacking:
        raise BackendUnavailable(
            f"{kind.title} needs {', '.join(lacking)}, which is not installed.",
            f"Install it: pip install 'tagger[{kind.extra.name}]'",
        )


def _missing(kind: BackendType, config: BackendConfig) -> tuple[str, ...]:
    fields = (setting.name for setting in kind.settings if setting.secret and setting.required)
    return tuple(variable_of(config.name, field) for field in fields if field not in config.secrets)


def _refuse_secrets(error: Exception, config: BackendConfig) -> None:
    """Raise without the text and the traceback of an error that tells a secret."""
    if any(secret in f"{error!r} {error}" for secret in config.secrets.values()):
        raise BackendUnavailable(
            f"The backend {config.name} does not start ({type(error).__name__}).", "Check its secrets and its URL."
        ) from None


def _sensible(kind: BackendType, values: dict[str, Any]) -> dict[str, Any]:
    """The same options; raises UsageError for what makes no sense, while the user is looking."""
    all_of_them = complete(kind, values)
    limits.check(kind, all_of_them)
    if kind.operations_for is not None:
        kind.operations_for(all_of_them)
    return values


def _checked(name: str, loaded: object) -> BackendType:
    if not isinstance(loaded, BackendType) or loaded.name != name:
        raise TypeError(f"the entry point {name!r} does not name a BackendType of that name")
    return loaded


def _limited(kind: BackendType) -> BackendType:
    """A type that sends photos away gets the settings of price, budget and rate, whoever wrote it."""
    names = {setting.name for setting in kind.settings}
    more = tuple(setting for setting in limits.SETTINGS if setting.name not in names)

    def open(config: BackendConfig) -> Backend:  # it gets what it declared, and nothing else
        return kind.open(dataclasses.replace(config, options={k: v for k, v in config.options.items() if k in names}))

    return kind if kind.capabilities.offline else dataclasses.replace(kind, settings=kind.settings + more, open=open)


def _from_import_string(place: str) -> BackendType:
    module, _, attribute = place.partition(":")
    kind: BackendType = getattr(importlib.import_module(module), attribute)
    return kind


def _reason(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}".splitlines()[0]
