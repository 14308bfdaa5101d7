"""Holding together what was left in the sidecars, what they say now, and what the library says.

Pure functions. What others changed wins where nothing was changed here; what was changed here goes out where nobody
else changed it; the rest is a disagreement, which nobody but the user can settle.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tagger.entities import SidecarState, TagPath
from tagger.metadata.change import GIVEN_ONLY, Disagreement, SidecarChange
from tagger.metadata.keywords import fold, names, sanitise, sanitise_tag


@dataclass(frozen=True, slots=True)
class Reconciled:
    """A change after a look at the disk: what still is to be written, and what cannot be without asking."""

    change: SidecarChange
    disagreements: tuple[Disagreement, ...]


def reconcile(change: SidecarChange, states: Sequence[SidecarState]) -> Reconciled:
    """Hold a change against what the sidecars say now.

    Args:
        change: what the library wants.
        states: what each sidecar says, as far as they exist.
    """
    touched = changed_by_others(change.base.files, states)
    gone = taken_out(change.base.tags, touched)
    unsure = torn([tag for tag in change.tags if tag in set(change.base.tags)], touched)
    keys = {fold(tag) for tag in (*gone, *unsure)}
    disagreements = (
        *_disagreements(change, touched, states),
        *(Disagreement(f"tag:{tag}", tag, tag, None) for tag in unsure),
    )
    disputed = {each.property for each in disagreements}
    wanted = replace(
        change,
        tags=tuple(tag for tag in change.tags if fold(tag) not in keys),
        removed=(*change.removed, *(tag for tag in gone if fold(tag) not in {fold(r) for r in change.removed})),
        values=tuple((field, value) for field, value in change.values if field not in disputed),
    )
    return Reconciled(wanted, disagreements)


def changed_by_others(files: Iterable[tuple[str, bytes]], states: Sequence[SidecarState]) -> list[SidecarState]:
    """Of the sidecars that this program had written, those that no longer are as it left them."""
    left = dict(files)
    return [state for state in states if state.name in left and state.digest != left[state.name]]


def taken_out(written: Sequence[TagPath], touched: Sequence[SidecarState]) -> tuple[TagPath, ...]:
    """Tags that this program had written and that one of the touched sidecars no longer has.

    A path whose last name still stands there as a flat word was not taken out: a program that knows no paths has
    rewritten the file.
    """
    kept = [{fold(tag) for tag in state.tags} for state in touched]
    return tuple(tag for tag in written if any(keys.isdisjoint(_forms(tag)) for keys in kept))


def torn(written: Sequence[TagPath], touched: Sequence[SidecarState]) -> tuple[TagPath, ...]:
    """Tags that another program took out of one property only, so that it cannot be told whether they are meant to go.

    A property that lost all that this program wrote was written anew by a program that had never read it; nothing was
    taken out there by anybody.
    """
    found: dict[str, TagPath] = {}
    for state in touched:
        apart = {fold(tag) for tag in state.apart}
        missing = [tag for tag in written if not apart.isdisjoint(_paths(tag))]
        if len(missing) < len(written):
            found.update((fold(tag), tag) for tag in missing)
    return tuple(found.values())


def _paths(tag: TagPath) -> set[str]:
    return {fold(tag), fold(sanitise_tag(tag))}


def _forms(tag: TagPath) -> set[str]:
    return _paths(tag) | {fold(names(tag)[-1]), fold(sanitise(names(tag)[-1]))}


def _disagreements(
    change: SidecarChange, touched: Sequence[SidecarState], states: Sequence[SidecarState]
) -> Iterable[Disagreement]:
    before = {field: value for field, value in change.base.values if not isinstance(value, float)}
    known = {name for name, _digest in change.base.files}
    strangers = [state for state in states if state.name not in known]
    for field, mine in change.values:
        if field in GIVEN_ONLY or isinstance(mine, float):
            continue
        for state in (*touched, *strangers) if field in before else ():
            theirs: int | str | None = getattr(state, field)
            if theirs is not None and not _same(theirs, before[field]) and not _same(theirs, mine):
                yield Disagreement(field, before[field], mine, theirs)
                break


def _same(one: int | str | None, other: int | str | None) -> bool:
    return _comparable(one) == _comparable(other)


def _comparable(value: int | str | None) -> str:
    return " ".join(str("" if value is None else value).split()).casefold()
