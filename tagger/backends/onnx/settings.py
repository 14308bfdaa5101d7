"""What the user can set about the embedded backend."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tagger.errors import BackendUnavailable
from tagger.recognition.backend import Setting

MAX_WORKERS = 64

SETTINGS = (
    Setting(
        "object_threshold", "Objects: suggest from", 0.35, help="Lowest confidence, 0 to 1, of an object with a box."
    ),
    Setting(
        "scene_threshold",
        "Scenes: suggest from",
        0.35,
        help="Lowest confidence, 0 to 1, of a word for the whole photo.",
    ),
    Setting(
        "species_threshold", "Exact kinds: suggest from", 0.5, help="Lowest confidence, 0 to 1, of a breed or the like."
    ),
    Setting("face_threshold", "Faces: suggest from", 0.5, help="Lowest confidence, 0 to 1, of a face."),
    Setting("workers", "Photos at once", 0, help="Photos recognised side by side; 0 for one on each processor core."),
    Setting(
        "drop_noise", "Leave out common objects", False, help="Never suggest what is hidden at first, such as a chair."
    ),
)


@dataclass(frozen=True, slots=True)
class Options:
    """The settings, checked. Thresholds are 0..1; ``workers`` is at least 1."""

    object_threshold: float = 0.35
    scene_threshold: float = 0.35
    species_threshold: float = 0.5
    face_threshold: float = 0.5
    workers: int = 1
    drop_noise: bool = False


def processor_cores() -> int:
    """Cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on Windows and macOS
        return os.cpu_count() or 1


def read_options(values: Mapping[str, Any]) -> Options:
    """The options of a configuration; what it leaves out has its default.

    Raises:
        BackendUnavailable: a value is of the wrong type or out of range.
    """
    known = {setting.name: setting.default for setting in SETTINGS}
    unknown = sorted(set(values) - set(known))
    if unknown:
        raise BackendUnavailable(
            f"The embedded backend has no setting {unknown[0]!r}.", f"Its settings are: {', '.join(known)}."
        )
    given = known | dict(values)
    thresholds = {name: _share(name, given[name]) for name in known if name.endswith("_threshold")}
    return Options(
        **thresholds, workers=_workers(given["workers"]), drop_noise=_switch("drop_noise", given["drop_noise"])
    )


def _share(name: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 1:
        raise BackendUnavailable(f"{name} is {value!r}.", "Give a number above 0 and up to 1.")
    return float(value)


def _workers(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MAX_WORKERS:
        raise BackendUnavailable(f"workers is {value!r}.", f"Give a whole number from 0 to {MAX_WORKERS}.")
    return value or min(processor_cores(), MAX_WORKERS)


def _switch(name: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise BackendUnavailable(f"{name} is {value!r}.", "Give true or false.")
    return value
