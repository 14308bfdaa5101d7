"""Which keys hold, after what the user changed; without Qt, so that it can be tested by thousands.

Keys are texts in one spelling (see `tagger.gui.shortcuts.spelling`). No key ever belongs to two commands that can hear
it in the same place: Qt would then run neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tagger.gui.commands.command import Command, Place

Keys = tuple[str, ...]

_HEARD_IN = {
    Place.WINDOW: {Place.WINDOW, Place.CENTRE, Place.VIEWER},
    Place.CENTRE: {Place.CENTRE, Place.VIEWER},
    Place.VIEWER: {Place.VIEWER},
}
"""The viewer is a page of the centre, and the centre is in the window. A place that is not here goes first."""


def meet(one: Place, other: Place) -> bool:
    """Whether there is a place where the keys of both are heard."""
    return bool(_HEARD_IN.get(one, {one}) & _HEARD_IN.get(other, {other}))


@dataclass(frozen=True, slots=True)
class Resolved:
    """The keys that hold.

    Attributes:
        keys: By command; every command is there.
        lost: By command, the keys it would have but for the command that has them now.
    """

    keys: Mapping[str, Keys]
    lost: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def resolve(commands: Sequence[Command], overrides: Mapping[str, Keys]) -> Resolved:
    """Give out the keys: first to what the user decided, then to the defaults; within these in the order of the table.

    Args:
        commands: The table, its keys in one spelling.
        overrides: Keys by command, in that spelling, instead of its defaults; names that are no commands do nothing.
    """
    owners: dict[str, list[Command]] = {}
    keys: dict[str, Keys] = {}
    lost: dict[str, dict[str, str]] = {}
    for command in sorted(commands, key=lambda each: each.name not in overrides):
        got = []
        for key in overrides.get(command.name, command.keys):
            taken = next((each for each in owners.get(key, ()) if meet(each.place, command.place)), None)
            if taken is None:
                owners.setdefault(key, []).append(command)
                got.append(key)
            elif taken is not command:
                lost.setdefault(command.name, {})[key] = taken.name
        keys[command.name] = tuple(got)
    return Resolved(keys, lost)


def holders(commands: Iterable[Command], keys: Mapping[str, Keys], wanted: Command, key: str) -> list[Command]:
    """The other commands that have a key where ``wanted`` would hear it."""
    return [
        each
        for each in commands
        if each.name != wanted.name and key in keys[each.name] and meet(each.place, wanted.place)
    ]


def taken_over(
    commands: Sequence[Command], overrides: Mapping[str, Keys], wanted: Command, key: str
) -> dict[str, Keys | None]:
    """The changes of overrides that give a key to a command and take it from whoever has it."""
    now = resolve(commands, overrides).keys
    changes: dict[str, Keys] = {
        each.name: tuple(old for old in overrides[each.name] if old != key)
        for each in commands
        if each.name != wanted.name and key in overrides.get(each.name, ()) and meet(each.place, wanted.place)
    }
    own = tuple(old for old in overrides.get(wanted.name, now[wanted.name]) if old != key)
    changes[wanted.name] = (*own, key)
    merged = {**overrides, **changes}
    named = {each.name: each for each in commands}
    return {name: None if _needless(named[name], keys, merged) else keys for name, keys in changes.items()}


def _needless(command: Command, keys: Keys, overrides: Mapping[str, Keys]) -> bool:
    """Whether a command keeps these keys without an override: they are its own, and no other override claims one."""
    claimed = {key for name, others in overrides.items() if name != command.name for key in others}
    return keys == command.keys and not claimed & set(keys)


def sparse(command: Command, keys: Keys) -> Keys | None:
    """The override that gives a command these keys; None where they are its defaults."""
    return None if keys == command.keys else keys
