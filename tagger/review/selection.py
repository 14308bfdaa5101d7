"""What a selection of photos carries, and deciding on one label over all of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tagger.entities import Decision, PhotoId, TagPath
from tagger.review import decisions
from tagger.review.decisions import Decided
from tagger.store import selections, tag_use
from tagger.store.database import Database

OPEN = (Decision.SUGGESTED, Decision.DEFERRED)
"""States in which nobody has said yes or no."""


@dataclass(frozen=True, slots=True)
class CarriedTag:
    """A tag, and how many photos of the selection carry it."""

    path: TagPath
    photos: int


@dataclass(frozen=True, slots=True)
class CarriedLabel:
    """A label that was suggested on photos of the selection.

    Attributes:
        name: As the backend writes it.
        tag: What accepting gives.
        counts: How many suggestions there are in each state; states without any are left out.
    """

    name: str
    tag: TagPath
    counts: Mapping[Decision, int] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return f"{self.name}\n{self.tag}"

    @property
    def waiting(self) -> int:
        """How many suggestions wait for a decision."""
        return self.counts.get(Decision.SUGGESTED, 0)


@dataclass(frozen=True, slots=True)
class Carried:
    """What a selection carries: tags from the most frequent, labels from the one most waits under."""

    photos: int
    tags: tuple[CarriedTag, ...] = ()
    labels: tuple[CarriedLabel, ...] = ()

    def count(self, path: TagPath) -> int:
        """How many photos of the selection carry a tag, whatever the case it is written in."""
        folded = path.casefold()
        return next((tag.photos for tag in self.tags if tag.path.casefold() == folded), 0)


@dataclass(frozen=True, slots=True)
class AtHand:
    """The tags that are one key or click away: pinned ones in their order, then those used of late."""

    pinned: tuple[TagPath, ...] = ()
    recent: tuple[TagPath, ...] = ()


def look(db: Database, photo_ids: Sequence[PhotoId], *, hidden: bool = False) -> Carried:
    """Count what photos carry. One statement each for tags and suggestions, however many photos there are."""
    tags = tuple(CarriedTag(path, photos) for path, photos in selections.tag_counts(db, photo_ids))
    found: dict[tuple[str, TagPath], dict[Decision, int]] = defaultdict(dict)
    for name, tag, decision, count in selections.decision_counts(db, photo_ids, hidden=hidden):
        found[name, tag][decision] = count
    labels = [CarriedLabel(name, tag, counts) for (name, tag), counts in found.items()]
    return Carried(len(photo_ids), tags, tuple(sorted(labels, key=_rank)))


def at_hand(db: Database, recent: int = 8) -> AtHand:
    """Pinned tags, and as many used of late that are not pinned."""
    pinned = tag_use.pinned(db)
    late = [path for path in tag_use.recent(db, recent + len(pinned)) if path not in set(pinned)]
    return AtHand(tuple(pinned), tuple(late[:recent]))


def decide_label(db: Database, photo_ids: Sequence[PhotoId], name: str, tag: TagPath, decision: Decision) -> Decided:
    """Decide on a label over a selection, as one step of the journal.

    What somebody said yes or no to stays so: accepting the rest must not bring back what was rejected. Taking back is
    about everything that is decided.
    """
    about = tuple(Decision) if decision is Decision.SUGGESTED else OPEN
    states = [state for state in about if state is not decision]
    return decisions.decide(db, selections.suggestion_ids(db, photo_ids, name, tag, states), decision)


def _rank(label: CarriedLabel) -> tuple[int, int, str]:
    return -label.waiting, -sum(label.counts.values()), label.name.casefold()
