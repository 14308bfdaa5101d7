"""The places of a library, as the sources panel lists them.

All photos, folders, what waits for review, labels, tags, trouble.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from tagger.entities import TAG_SEPARATOR, Source
from tagger.errors import QueryError
from tagger.store import folders, query, searches, suggestions, tags
from tagger.store.database import Database
from tagger.store.folders import Root


def sources(db: Database) -> tuple[Source, ...]:
    """Every place with the number of photos it shows."""
    total, unreadable, missing, away = db.conn.execute(
        "SELECT (SELECT count(*) FROM photos), (SELECT count(*) FROM photos WHERE state = 'unreadable'),"
        " (SELECT count(*) FROM photos WHERE state = 'missing'), (SELECT count(*) FROM photos"
        " WHERE folder_id IN (SELECT id FROM folders WHERE away_since IS NOT NULL))"
    ).fetchone()
    labels = suggestions.label_counts(db)
    review = suggestions.waiting_photos(db)
    result = [
        Source("library", "All photos", "", total),
        Source("folders", "Folders", "", total, _folders(folders.roots(db), folders.directory_counts(db))),
        Source("review", "To review", "state:suggested", review),
        *_searches(db, total),
        Source(
            "labels",
            "Labels",
            "state:suggested",
            review,
            tuple(
                Source(f"label:{name}", name, f"label:{quoted(name)} state:suggested", count) for name, count in labels
            ),
        ),
        Source("tags", "Tags", "has:tag", _tagged(db), _tags(tags.tag_counts(db), tags.made_tags(db))),
    ]
    if alike := db.conn.execute("SELECT count(*) FROM duplicate_members").fetchone()[0]:
        result.append(Source("duplicates", "Near-duplicates", "is:duplicate", int(alike)))
    if unreadable:
        result.append(Source("unreadable", "Unreadable", "is:unreadable", unreadable))
    if missing:
        result.append(Source("missing", "Missing", "is:missing", missing))
    if away:
        result.append(Source("away", "Not connected", "is:away", away, away=True))
    return tuple(result)


def _searches(db: Database, total: int) -> tuple[Source, ...]:
    """The saved searches, where there are some; one that cannot be read any more finds nothing."""

    def found(text: str) -> int:
        try:
            return query.count_photos(db, query.parse(text))
        except QueryError:
            return 0

    saved = tuple(Source(f"search:{each.id}", each.title, each.query, found(each.query)) for each in searches.saved(db))
    return (Source("searches", "Searches", "", total, saved),) if saved else ()


def quoted(text: str) -> str:
    """A value as it stands in a search text."""
    return '"' + text.replace('"', "") + '"'


def _tagged(db: Database) -> int:
    return int(db.conn.execute("SELECT count(DISTINCT photo_id) FROM photo_tags WHERE removed = 0").fetchone()[0])


def _folders(known: Sequence[Root], counts: Mapping[str, int]) -> tuple[Source, ...]:
    """Each root with the directories below it that hold photos; a count includes what lies deeper."""
    roots = [root.path for root in known]
    below: dict[str, set[str]] = {}
    totals: dict[str, int] = dict.fromkeys(roots, 0)
    for directory, count in counts.items():
        root = next((r for r in roots if directory == r or directory.startswith(r.rstrip(os.sep) + os.sep)), None)
        if root is None:
            continue
        while True:
            totals[directory] = totals.get(directory, 0) + count
            parent = os.path.dirname(directory)
            if directory == root or parent == directory:
                break
            if parent == root.rstrip(os.sep):  # a root may have been given with a separator at its end
                parent = root
            below.setdefault(parent, set()).add(directory)
            directory = parent

    def source(directory: str, *, away: bool) -> Source:
        name = os.fsencode(os.path.basename(directory) or directory).decode("utf-8", "replace")
        inside = sorted(below.get(directory, ()), key=str.casefold)
        children = tuple(source(child, away=away) for child in inside)
        place = f"folder:{quoted(directory)}"
        return Source(f"folder:{directory}", name, place, totals[directory], children, away)

    return tuple(source(root.path, away=root.away) for root in known)


def _tags(counts: Sequence[tuple[str, int]], made: Sequence[str] = ()) -> tuple[Source, ...]:
    """The tag tree, with the tags that a user made.

    A count is of the photos that carry the tag itself or, for a mere branch, the sum of what is below.
    """
    own = dict(counts)
    children: dict[str, list[str]] = {}
    for path in (*own, *(path for path in made if path not in own)):
        while path not in children.setdefault(parent := path.rpartition(TAG_SEPARATOR)[0], []):
            children[parent].append(path)
            if not parent:
                break
            path = parent

    def source(path: str) -> Source:
        inside = tuple(source(child) for child in sorted(children.get(path, ()), key=str.casefold))
        count = own.get(path, sum(child.count for child in inside))
        return Source(f"tag:{path}", path.rpartition(TAG_SEPARATOR)[2], f"tag:{quoted(path)}", count, inside)

    return tuple(source(path) for path in sorted(children.get("", ()), key=str.casefold))
