"""Which photo of a group to keep: rules in the user's order, each with its reason in words."""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tagger.duplicates.facts import Facts, facts
from tagger.errors import UsageError
from tagger.store.database import Database


@dataclass(frozen=True, slots=True)
class Policy:
    """How to choose. What the user chose by hand comes before all rules.

    Attributes:
        rules: Names of `RULES`, the most important first.
        references: Folders whose photos are always kept, and never moved.
        folders: Preferred folders, the most preferred first.
        pattern: What the path of a preferred photo is like, as ``*/Originals/*``; empty for none.
    """

    rules: tuple[str, ...] = ("reference", "raw", "original", "pixels", "bytes", "known", "older")
    references: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    pattern: str = ""

    def __post_init__(self) -> None:
        unknown = [name for name in self.rules if name not in RULES]
        if unknown:
            raise UsageError(
                f"There is no rule {unknown[0]!r} for what to keep.", f"The rules are: {', '.join(RULES)}."
            )

    @property
    def needs_sharpness(self) -> bool:
        """Whether a rule asks how sharp photos are, which has to be measured."""
        return "sharper" in self.rules

    def ranked(self, db: Database, photo_ids: Iterable[int]) -> list[int]:
        """Photos in order, the best to keep first; the one that came first where no rule decides."""
        keys = {photo.id: self._key(photo) for photo in facts(db, list(photo_ids))}
        return sorted(keys, key=lambda photo_id: (keys[photo_id], photo_id))

    def is_reference(self, photo: Facts) -> bool:
        """Whether a photo is in a reference folder, so that it is never moved."""
        return any(_within(photo.path, folder) for folder in self.references)

    def verdict(self, keeper: Facts, other: Facts) -> Verdict:
        """Why one photo is kept rather than another."""
        if keeper.chosen != other.chosen:
            words = "you chose it" if keeper.chosen else "you chose the other, but this one was near all others"
            return Verdict("chosen", words, clear=keeper.chosen)
        passed, hardly = "", False
        for name in self.rules:
            rule = RULES[name]
            if not rule.compares(keeper, other):
                passed = passed or rule.passes(keeper, other)
                continue
            mine, theirs = rule.value(self, keeper), rule.value(self, other)
            if mine != theirs and (rule.margin == 0 or abs(mine - theirs) > rule.margin * max(abs(mine), abs(theirs))):
                if mine > theirs:
                    return Verdict(name, rule.say(self, keeper, other), clear=True, passed=passed)
                if hardly:
                    return Verdict(name, f"hardly better, and the other comes first by: {rule.title}", clear=False)
                return Verdict(name, f"the other comes first by: {rule.title}", clear=False)
            hardly |= mine > theirs
        return Verdict("", passed or "no rule tells them apart; this one came first", clear=False)

    def _key(self, photo: Facts) -> tuple[float, ...]:
        return (-photo.chosen, *(-RULES[name].value(self, photo) for name in self.rules))


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a photo is kept rather than another.

    Attributes:
        rule: Name of the rule that decides, or ``chosen`` where the user did; empty where nothing does.
        words: The reason, as "larger: 24.2 MP against 2.1 MP".
        clear: Whether the rules decide for the keeper.
        passed: Why a rule before that one could say nothing, in words.
    """

    rule: str
    words: str
    clear: bool
    passed: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        title: What the user reads in the list of rules.
        value: The higher, the better to keep.
        say: Why the first photo is kept rather than the second.
        margin: Share by which two values must differ to tell photos apart for certain.
        compares: Whether it can tell these two apart at all.
        passes: Why it cannot, where it does not.
    """

    title: str
    value: Callable[[Policy, Facts], float]
    say: Callable[[Policy, Facts, Facts], str]
    margin: float = field(default=0.0)
    compares: Callable[[Facts, Facts], bool] = field(default=lambda _keeper, _other: True)
    passes: Callable[[Facts, Facts], str] = field(default=lambda _keeper, _other: "")


def _within(path: str, folder: str) -> bool:
    return path.startswith(folder.rstrip(os.sep) + os.sep)


def _folder_place(policy: Policy, photo: Facts) -> int:
    places = [-at for at, folder in enumerate(policy.folders, 1) if _within(photo.path, folder)]
    return max(places, default=-len(policy.folders) - 1)


def _megapixels(photo: Facts, other: Facts) -> str:
    return f"{_decimals(photo.pixels / 1e6, other.pixels / 1e6)} MP"


def _megabytes(photo: Facts, other: Facts) -> str:
    if photo.bytes < 100_000:
        return f"{_decimals(photo.bytes / 1e3, other.bytes / 1e3)} kB"
    return f"{_decimals(photo.bytes / 1e6, other.bytes / 1e6)} MB"


def _decimals(amount: float, other: float) -> str:
    """An amount with as many decimals as it takes to see that it is not another one."""
    enough = next((n for n in (1, 2) if f"{amount:.{n}f}" != f"{other:.{n}f}"), 3)
    return f"{amount:.{enough}f}"


_SPARING = {"JPEG": 1.0, "RAW": 1.0, "WEBP": 1.4, "HEIC": 2.0, "JPEG XL": 2.0, "JPEG 2000": 1.2, "AVIF": 2.5}
"""The formats whose files grow with the quality of the picture, and how much less than JPEG each needs, roughly."""


def _weight(photo: Facts) -> float:
    """Bytes as far as they speak for the picture: those of a PNG made of a JPEG, say, tell nothing of it."""
    return photo.bytes * _SPARING.get(photo.format or "", 0.0)


def _same_kind(keeper: Facts, other: Facts) -> bool:
    return keeper.format == other.format and keeper.format in _SPARING


def _incomparable(keeper: Facts, other: Facts) -> str:
    if keeper.format == other.format:
        return f"sizes of {keeper.format} files do not compare"
    return f"{keeper.format} against {other.format}: sizes do not compare"


def _age(photo: Facts) -> float:
    """The older, the higher; by the day the photo was taken if both say so, else by its file."""
    return -float(photo.mtime_ns)


RULES: Mapping[str, Rule] = {
    "reference": Rule(
        "In a reference folder",
        lambda policy, photo: policy.is_reference(photo),
        lambda _policy, _keeper, _other: "in a reference folder",
    ),
    "raw": Rule(
        "RAW rather than other formats",
        lambda _policy, photo: photo.is_raw,
        lambda _policy, _keeper, other: f"RAW, the other is {other.format}",
    ),
    "original": Rule(
        "Original of a camera rather than an export",
        lambda _policy, photo: photo.camera is not None,
        lambda _policy, keeper, _other: f"original of {keeper.camera}, the other names no camera",
    ),
    "pixels": Rule(
        "More pixels",
        lambda _policy, photo: photo.pixels,
        lambda _policy, keeper, other: f"larger: {_megapixels(keeper, other)} against {_megapixels(other, keeper)}",
        margin=0.02,
    ),
    "bytes": Rule(
        "Larger file",
        lambda _policy, photo: _weight(photo),
        lambda _policy, keeper, other: f"larger file: {_megabytes(keeper, other)} against {_megabytes(other, keeper)}",
        margin=0.02,
        compares=_same_kind,
        passes=_incomparable,
    ),
    "sharper": Rule(
        "Sharper",
        lambda _policy, photo: photo.sharpness or 0,
        lambda _policy, keeper, other: f"sharper: {keeper.sharpness or 0:.0f} against {other.sharpness or 0:.0f}",
        margin=0.1,
    ),
    "known": Rule(
        "Tagged or rated",
        lambda _policy, photo: photo.known,
        lambda _policy, keeper, other: f"more is known of it: {keeper.known} tags and values against {other.known}",
    ),
    "older": Rule(
        "Older file",
        lambda _policy, photo: _age(photo),
        lambda _policy, _keeper, _other: "its file is older",
    ),
    "folder": Rule(
        "In a preferred folder",
        _folder_place,
        lambda _policy, keeper, _other: f"in a preferred folder: {os.path.dirname(keeper.path)}",
    ),
    "pattern": Rule(
        "Path like a pattern",
        lambda policy, photo: bool(policy.pattern) and fnmatch.fnmatch(photo.path, policy.pattern),
        lambda policy, _keeper, _other: f"its path is like {policy.pattern}",
    ),
}
"""Every rule by name."""


def rule_names(text: str) -> tuple[str, ...]:
    """The rules that a list such as ``raw, pixels`` names.

    Raises:
        UsageError: it names none, or one that there is not.
    """
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    if not names:
        raise UsageError("No rule says what to keep.", f"The rules are: {', '.join(RULES)}.")
    return Policy(names).rules


def best(policy: Policy, photos: Sequence[Facts]) -> Facts:
    """The photo to keep of some."""
    return min(photos, key=lambda photo: (policy._key(photo), photo.id))
