"""What a library can be asked, for the window and the command line alike."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from tagger.entities import Photo, Source, Suggestion, SuggestionId
from tagger.sources import sources
from tagger.store import Store, journal, photos, query, suggestions
from tagger.store.database import Database
from tagger.store.query import Query


class Finding:
    """Questions to one open library. Methods block; any thread may call them.

    Attributes:
        store: The library file.
    """

    store: Store

    def journal(self) -> list[tuple[int, str, str]]:
        """Id, time and title of what can be undone, newest first."""
        return self.store.read(journal.titles)

    def photo_ids(self, text: str = "") -> Sequence[int]:
        """Ids of the photos that a search finds.

        Raises:
            QueryError: the search text cannot be read.
        """
        wanted = query.parse(text)
        return self.store.read(lambda db: query.photo_ids(db, wanted))

    def paths(self, photo_ids: Sequence[int]) -> dict[int, str]:
        """Paths of photos."""
        return self.store.read(lambda db: {int(i): path for i, path in photos.paths_of(db, photo_ids).items()})

    def photos(self, text: str = "") -> Iterator[Photo]:
        """The photos that a search finds, with their tags."""
        for chunk in photos.chunks(self.photo_ids(text)):
            yield from self.store.read(functools.partial(_photos, ids=chunk))

    def suggestion_ids(self, wanted: Query, *extra: tuple[str, Sequence[object]]) -> list[SuggestionId]:
        """Suggestions that a search finds, narrowed by further SQL conditions over the same tables."""
        condition = wanted.suggestions()
        sql = " AND ".join(f"({part})" for part in (condition.sql, *(text for text, _ in extra)))
        params = [*condition.params, *(value for _, values in extra for value in values)]
        return self.store.read(lambda db: suggestions.ids_where(db, sql, params))

    def suggestions(self, ids: Sequence[SuggestionId]) -> Iterator[tuple[str, Suggestion]]:
        """Suggestions with the path of their photo."""
        for chunk in photos.chunks(ids):
            yield from self.store.read(functools.partial(_suggestions, ids=chunk))

    def sources(self) -> tuple[Source, ...]:
        """The places of the library, with their counts."""
        return self.store.read(sources)


def _photos(db: Database, ids: Sequence[int]) -> list[Photo]:
    return list(photos.photos(db, ids))


def _suggestions(db: Database, ids: Sequence[int]) -> list[tuple[str, Suggestion]]:
    found = list(suggestions.by_id(db, ids))
    paths = photos.paths_of(db, {s.photo_id for s in found})
    return [(paths[s.photo_id], s) for s in found]
