"""What boxes show, as the classes of training data: names that are never taken twice, and numbers that stay."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from tagger.entities import TAG_SEPARATOR, TagPath
from tagger.metadata.keywords import clean


def class_names(tags: Iterable[TagPath], before: Mapping[str, str] | None = None) -> dict[str, str]:
    """A name for each tag by its folded path: its last part, or its whole path where another tag has that name.

    Args:
        tags: The tags.
        before: Names that earlier exports gave, by folded path, in the order of their numbers.

    Returns:
        The earlier names first, as they were; then the new ones, sorted by tag.
    """
    names = dict(before or {})
    new = {tag.casefold(): tag for tag in sorted(tags) if tag.casefold() not in names}
    taken = Counter(name.casefold() for name in names.values())
    taken.update(_leaf(tag).casefold() for tag in new.values())
    for folded in sorted(new):
        leaf = _leaf(new[folded])
        names[folded] = leaf if leaf and taken[leaf.casefold()] == 1 else clean(new[folded])
    return names


def _leaf(tag: TagPath) -> str:
    return clean(tag.rpartition(TAG_SEPARATOR)[2])
