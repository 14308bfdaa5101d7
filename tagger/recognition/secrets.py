"""Where the secrets of backends are: the environment, the keyring of the system, or the memory of this run.

They are never in the settings file, in ``repr`` or in the text of an error.
"""

from __future__ import annotations

import enum
import importlib
import logging
import os
import threading
from types import ModuleType

log = logging.getLogger(__name__)
KEYRING_SERVICE = "tagger"


class Kept(enum.StrEnum):
    """A place for a secret."""

    ENVIRONMENT = "environment"
    KEYRING = "keyring"
    RUN = "run"


class Secrets:
    """The secrets of all backends; any thread may ask, and may have to wait for the keyring."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._of_this_run: dict[tuple[str, str], str] = {}

    def find(self, backend: str, field: str) -> str | None:
        """A secret: as the environment has it, or else as it was given in this run, or else from the keyring."""
        found = os.environ.get(variable_of(backend, field))
        with self._lock:
            return found or self._of_this_run.get((backend, field)) or _stored(backend, field)

    def where(self, backend: str, field: str) -> Kept | None:
        """Where a secret comes from; None where there is none."""
        if os.environ.get(variable_of(backend, field)):
            return Kept.ENVIRONMENT
        with self._lock:
            if (backend, field) in self._of_this_run:
                return Kept.RUN
            return Kept.KEYRING if _stored(backend, field) else None

    def keep(self, backend: str, field: str, value: str) -> Kept:
        """Keep a secret in the keyring, or for this run where there is none; says which."""
        with self._lock:
            self._of_this_run.pop((backend, field), None)
            if _store(backend, field, value):
                return Kept.KEYRING
            self._of_this_run[backend, field] = value
            return Kept.RUN

    def forget(self, backend: str, field: str) -> None:
        """Keep a secret no longer; what the environment says stays."""
        with self._lock:
            self._of_this_run.pop((backend, field), None)
            _delete(backend, field)


def variable_of(backend: str, field: str) -> str:
    """The environment variable of a backend's secret."""
    return f"TAGGER_{backend}_{field}".upper().replace("-", "_")


def has_keyring() -> bool:
    """Whether there is a keyring that keeps anything."""
    modules = _keyring()
    return modules is not None and getattr(modules[0].get_keyring(), "priority", 1) > 0


def _keyring() -> tuple[ModuleType, type[Exception]] | None:
    """The package and what it raises, if it is installed."""
    try:
        return importlib.import_module("keyring"), importlib.import_module("keyring.errors").KeyringError
    except ImportError:
        return None


def _stored(backend: str, field: str) -> str | None:
    modules = _keyring()
    if modules is None:
        return None
    keyring, fault = modules
    try:
        stored: str | None = keyring.get_password(KEYRING_SERVICE, f"{backend}.{field}")
    except fault as error:
        log.info("The keyring gives nothing: %s", type(error).__name__)
        return None
    return stored


def _store(backend: str, field: str, value: str) -> bool:
    modules = _keyring()
    if modules is None:
        return False
    keyring, fault = modules
    try:
        keyring.set_password(KEYRING_SERVICE, f"{backend}.{field}", value)
    except fault as error:
        log.info("The keyring keeps nothing: %s", type(error).__name__)
        return False
    return _stored(backend, field) == value


def _delete(backend: str, field: str) -> None:
    modules = _keyring()
    if modules is None:
        return
    keyring, fault = modules
    try:
        keyring.delete_password(KEYRING_SERVICE, f"{backend}.{field}")
    except fault as error:
        log.info("The keyring deletes nothing: %s", type(error).__name__)
