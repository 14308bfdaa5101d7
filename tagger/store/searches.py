"""Searches that were saved under a name, in the order the user gave them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tagger.store.database import Database


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search text with its name.

    Attributes:
        position: Its place among the others; they need not follow each other without a gap.
    """

    id: int
    title: str
    query: str
    position: int = 0


def saved(db: Database) -> list[SavedSearch]:
    """All of them, in order."""
    rows = db.conn.execute("SELECT id, title, query, position FROM searches ORDER BY position, id")
    return [SavedSearch(*row) for row in rows]


def save(db: Database, title: str, query: str) -> SavedSearch:
    """Keep a search at the end; one that has this name already is replaced where it stands."""
    title = title.strip() or query
    for each in saved(db):
        if each.title.casefold() == title.casefold():
            db.conn.execute("UPDATE searches SET title = ?, query = ? WHERE id = ?", (title, query, each.id))
            return SavedSearch(each.id, title, query, each.position)
    position = int(db.conn.execute("SELECT coalesce(max(position), 0) + 1 FROM searches").fetchone()[0])
    cursor = db.conn.execute("INSERT INTO searches (title, query, position) VALUES (?, ?, ?)", (title, query, position))
    return SavedSearch(cursor.lastrowid or 0, title, query, position)


def rename(db: Database, search_id: int, title: str) -> None:
    """Give it another name; an empty one is ignored."""
    if title.strip():
        db.conn.execute("UPDATE searches SET title = ? WHERE id = ?", (title.strip(), search_id))


def delete(db: Database, search_id: int) -> SavedSearch | None:
    """Forget it; returns what it was, for `restore`. None if there is none."""
    found = next((each for each in saved(db) if each.id == search_id), None)
    db.conn.execute("DELETE FROM searches WHERE id = ?", (search_id,))
    return found


def restore(db: Database, search: SavedSearch) -> None:
    """Bring a deleted one back to where it was."""
    db.conn.execute(
        "INSERT OR IGNORE INTO searches (id, title, query, position) VALUES (?, ?, ?, ?)",
        (search.id, search.title, search.query, search.position),
    )


def move(db: Database, search_id: int, by: int) -> None:
    """Move it up (negative) or down among the others, at most to the end."""
    order = [each.id for each in saved(db)]
    if search_id not in order:
        return
    place = order.index(search_id)
    order.insert(min(max(place + by, 0), len(order) - 1), order.pop(place))
    _number(db, order)


def _number(db: Database, order: Sequence[int]) -> None:
    numbered = [(place, search_id) for place, search_id in enumerate(order, 1)]
    db.conn.executemany("UPDATE searches SET position = ? WHERE id = ?", numbered)
