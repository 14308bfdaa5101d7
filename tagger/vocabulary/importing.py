"""Taking a keyword list over as vocabulary: what it would add, and adding it as one step of the journal.

Nothing is renamed, moved or taken away, and no photo is touched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tagger.entities import TagPath
from tagger.exporting.keyword_list import Keyword
from tagger.metadata.keywords import names
from tagger.store import journal, synonyms, tag_rows, tags
from tagger.store.database import Database
from tagger.store.journal import TagRowChange

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Added:
    """What an import adds: new tags, synonyms by tag, tags that become categories; ``known`` keywords are there."""

    tags: tuple[TagPath, ...] = ()
    synonyms: tuple[tuple[TagPath, str], ...] = ()
    categories: tuple[TagPath, ...] = ()
    known: int = 0

    def __bool__(self) -> bool:
        return bool(self.tags or self.synonyms or self.categories)


def keywords(db: Database) -> tuple[list[TagPath], dict[TagPath, tuple[str, ...]], list[TagPath]]:
    """All there is to write into a keyword list: tags, their synonyms, and which are categories."""
    found = {tag.casefold(): tag for tag in (*tags.all_tags(db), *tags.made_tags(db))}
    return list(found.values()), synonyms.all(db), tag_rows.categories(db)


def preview(db: Database, found: Sequence[Keyword]) -> Added:
    """What `add` would add."""
    shown = {tag.casefold() for tag in (*tags.all_tags(db), *tags.made_tags(db))}
    others = {tag.casefold(): {name.casefold() for name in names} for tag, names in synonyms.all(db).items()}
    bracketed = {tag.casefold() for tag in tag_rows.categories(db)}
    new, more, category = [], [], []
    for each in found:
        folded = each.tag.casefold()
        if folded not in shown:
            new.append(each.tag)
        own = {folded, names(each.tag)[-1].casefold()} | others.get(folded, set())
        more += [(each.tag, name) for name in each.synonyms if name.casefold() not in own]
        if each.category and folded not in bracketed:
            category.append(each.tag)
    return Added(tuple(new), tuple(more), tuple(category), len(found) - len(new))


def add(db: Database, found: Sequence[Keyword]) -> frozenset[int]:
    """Add tags and synonyms of a list; answers that no photo was touched."""
    added = preview(db, found)
    if not added:
        return frozenset()
    more: dict[str, list[str]] = {}
    for tag, name in added.synonyms:
        more.setdefault(tag.casefold(), []).append(name)
    new, category = ({tag.casefold() for tag in group} for group in (added.tags, added.categories))
    concerned = {tag.casefold(): tag for tag in (*added.tags, *added.categories, *(tag for tag, _ in added.synonyms))}
    ids = {tags.ensure_tag(db, tag): folded for folded, tag in concerned.items()}
    changes = []
    for chunk in _batches(list(ids)):
        for tag_id, before in tag_rows.rows(db, chunk).items():
            folded = ids[tag_id]
            after = replace(
                before,
                made=before.made or folded in new,
                category=before.category or folded in category,
                synonyms=tuple(sorted((*before.synonyms, *more.get(folded, ())), key=str.casefold)),
            )
            tag_rows.set_row(db, tag_id, after)
            changes.append(TagRowChange(tag_id, before, after))
    journal.record(db, _title(added), tag_rows=changes)
    return frozenset()


def _batches(ids: list[int]) -> list[list[int]]:
    return [ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE)]


def _title(added: Added) -> str:
    count = len(added.tags)
    if not count:
        return "import synonyms"
    return "import 1 tag" if count == 1 else f"import {count:,} tags"
